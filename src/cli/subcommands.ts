import type { Digests } from "../chat/digests.ts";
import type { Config } from "../config.ts";
import { withLibrary } from "./library.ts";
import { createLines } from "./lines.ts";
import type { Output } from "./output.ts";

/** What every subcommand takes. */
export interface Options {
  readonly json?: boolean;
}

/** What a subcommand is asked, and what it may use for that. */
export interface Asked<O extends Options = Options> {
  readonly config: Config;
  /** What stands after its name, without the options. */
  readonly given: readonly string[];
  readonly options: O;
  readonly output: Output;
  readonly digests: Digests;
  readonly lines: ReturnType<typeof createLines>;
}

/** Resolves to the exit code. */
type Subcommand<O extends Options> = (config: Config, given: readonly string[], options: O, output: Output) => Promise<number>;

/** A subcommand that opens the library for what it does. */
export const inLibrary =
  <O extends Options>(act: (asked: Asked<O>) => Promise<void>): Subcommand<O> =>
  (config, given, options, output) =>
    withLibrary(config, async ({ services: { digests } }) => {
      const lines = createLines(output, options);
      await act({ config, given, options, output, digests, lines });
      return lines.code();
    });

/** One that does something with the first that was given, which may be left out; a refusal names it, or else `target`. */
export const onOne = <O extends Options>(
  act: (named: string | undefined, asked: Asked<O>) => Promise<void>,
  target = "",
): Subcommand<O> => inLibrary((asked) => asked.lines.try(asked.given[0] ?? target, () => act(asked.given[0], asked)));

/** One that does something with each that was given; what is refused keeps none of the others from it. */
export const onEach = <O extends Options>(act: (named: string, asked: Asked<O>) => Promise<void>): Subcommand<O> =>
  inLibrary(async (asked) => {
    for (const named of asked.given) await asked.lines.try(named, () => act(named, asked));
  });
