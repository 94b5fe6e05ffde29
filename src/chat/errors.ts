/** An error whose message was written for the person who typed the command: one sentence with the remedy. */
export class UserError extends Error {
  override name = "UserError";
  /** "usage": the command was typed wrongly; "refused": it was understood and cannot be done. */
  readonly kind: "usage" | "refused";
  /** The option whose value is meant; null where it is no single one, or is not known. */
  readonly option: string | null;

  constructor(message: string, kind: "usage" | "refused" = "refused", option: string | null = null) {
    super(message);
    this.kind = kind;
    this.option = option;
  }
}

/** Reads the value of an option; a UserError thrown by it names that option. */
export function readAs<T>(option: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.message, error.kind, option) : error;
  }
}
