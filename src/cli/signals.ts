/**
 * Does some work that ends with an AbortError when its signal is aborted, which it is when the process is told to end (SIGINT, SIGTERM).
 * Returns which of both told it to, null where the work was done.
 */
export async function untilToldToEnd(work: (signal: AbortSignal) => Promise<void>): Promise<NodeJS.Signals | null> {
  const abort = new AbortController();
  let told: NodeJS.Signals | null = null;
  const end = (name: NodeJS.Signals) => {
    told = name;
    abort.abort();
  };
  process.once("SIGINT", end).once("SIGTERM", end);
  try {
    await work(abort.signal);
    return null;
  } catch (error) {
    if (told === null || (error as Error).name !== "AbortError") throw error;
    return told;
  } finally {
    process.off("SIGINT", end).off("SIGTERM", end);
  }
}
