/** The streams a subcommand writes to: results to `out`, everything else to `err`. */
export interface Output {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
  readonly colour: boolean;
}

const WIDEST = 100; // columns: longer lines are hard to read

export const widthOf = (stream: NodeJS.WriteStream): number => Math.max(20, Math.min(stream.columns ?? 80, WIDEST));

/** A counter on one line of a terminal, wiped when done; nothing where standard error is not a terminal. */
export function createProgress(err: NodeJS.WriteStream) {
  let shown = 0;
  const write = (line: string) => {
    if (!err.isTTY) return;
    const now = Date.now();
    if (line !== "" && now - shown < 50) return;
    shown = now;
    err.write(`\r\u001b[K${line.slice(0, widthOf(err) - 1)}`);
  };
  return { show: write, done: () => write("") };
}
