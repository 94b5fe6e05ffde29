import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

/** A name for this process that no other has, and that tells others on this machine when it is dead. */
export const newClaimant = (): string => `${hostname()} ${process.pid} ${randomUUID()}`;

/** Whether a claimant was a process of this machine that runs no more; what cannot be told is taken for alive. */
export function isDead(claimant: string): boolean {
  const [host, pid] = claimant.split(" ");
  if (host !== hostname() || !/^\d+$/.test(pid ?? "")) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
