import { UserError } from "../chat/errors.ts";
import type { Output } from "./output.ts";

/** Prints one line a result, or one of JSON; a refusal makes the exit code 1. */
export function createLines({ out, err }: Output, { json }: { readonly json?: boolean }) {
  let refused = 0;
  const refuse = (target: string, refusal: string): void => {
    refused++;
    out.write(json ? `${JSON.stringify({ outcome: "refused", target, reason: refusal })}\n` : `refused   ${refusal}\n`);
    if (json) err.write(`${refusal}\n`);
  };
  return {
    done: (line: string, value: object) => void out.write(json ? `${JSON.stringify(value)}\n` : `${line}\n`),
    refuse,
    /** Does something that may be refused with a `UserError`. */
    async try(target: string, work: () => Promise<void>): Promise<void> {
      try {
        await work();
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        refuse(target, error.message);
      }
    },
    code: () => (refused > 0 ? 1 : 0),
  };
}
