import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

/** The names that this process has given out. */
const own = new Set<string>();

/** A name for this process that no other has, and that tells others on this machine when it is dead. */
export function newClaimant(): string {
  const claimant = `${hostname()} ${process.pid} ${randomUUID()}`;
  own.add(claimant);
  return claimant;
}

/**
 * Whether a claimant was a process of this machine that runs no more; what cannot be told is taken for alive. Our own number in a name that
 * is not ours is that of one before us: in a container each process may have the same.
 */
export function isDead(claimant: string): boolean {
  const [host, pid] = claimant.split(" ");
  if (host !== hostname() || !/^\d+$/.test(pid ?? "")) return false;
  if (Number(pid) === process.pid) return !own.has(claimant);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
