import { createTask } from "node-cron";
import { SECOND } from "./time.ts";

/** Milliseconds by the stopwatch after which a clock that was set is noticed. */
const LOOK = 15 * SECOND;

/**
 * Does `work` at the instants of a cron expression on the clocks of `zone`, until the function that is returned is called. node-cron says
 * which instants those are, and the waiting is ours: a task of its own stands still for as long as the clock is set back, and where it is
 * set ahead or the machine has slept, it goes through all instants that were missed, nearly a second for a day of beats. Here all that
 * were missed are one.
 */
export function keepBeating(expression: string, zone: string, work: () => void): () => void {
  const task = createTask(expression, work, { timezone: zone });
  const following = (): number => task.getNextRuns(1)[0]!.getTime();
  let next = following();
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const isDue = Date.now() >= next;
    next = following();
    arm();
    if (isDue) work();
  };
  const arm = (): void => {
    timer = setTimeout(look, Math.min(next - Date.now(), LOOK));
  };
  arm();
  return () => {
    clearTimeout(timer);
    void task.destroy();
  };
}
