/** An error whose message was written for the person who typed the command: one sentence with the remedy. */
export class UserError extends Error {
  override name = "UserError";
  /** "usage": the command was typed wrongly; "refused": it was understood and cannot be done. */
  readonly kind: "usage" | "refused";

  constructor(message: string, kind: "usage" | "refused" = "refused") {
    super(message);
    this.kind = kind;
  }
}
