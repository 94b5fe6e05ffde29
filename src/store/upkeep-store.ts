import type { Holdings, OwnHoldings } from "../model.ts";

/** Until when what is kept may have come or ended, to go. */
export interface Limits {
  /** Articles that came in before; null where they are kept for good. */
  readonly articles: Date | null;
  /** Deliveries that ended before. */
  readonly ended: Date;
  /** What watches have told before, so that they would tell it again; null where that is kept for good. */
  readonly told: Date | null;
  readonly now: Date;
}

/** What was taken out. */
export interface Removed {
  readonly articles: number;
  readonly statements: number;
  readonly deliveries: number;
  readonly told: number;
  readonly answers: number;
  /** By how much the file is smaller. */
  readonly bytes: number;
}

/** Whose. */
export interface Person {
  readonly platform: string;
  readonly user: string;
}

/** Says what is kept, and takes out what is not to be kept: by age, by person, by workspace. */
export interface UpkeepStore {
  /**
   * Takes out what is older than the limits, of all workspaces, a little at a time, so that others read and write meanwhile; then gives
   * what is free in the file back to the disk. Stays: what a digest or watch that runs has not told yet, what is being posted, and of the
   * ledger the last run of a digest that told something. Goes on another time where `signal` ends it.
   */
  removeOld(limits: Limits, signal?: AbortSignal): Promise<Removed>;
  holdings(workspace: string): Promise<Holdings>;
  ownHoldings(workspace: string, person: Person): Promise<OwnHoldings>;
  /**
   * Takes a person's id off what they have set up for others, and takes out what goes to their direct messages alone, with all that was
   * posted there; says how many of each.
   */
  forgetPerson(workspace: string, person: Person): Promise<OwnHoldings>;
  /** Takes out all that is kept of a workspace; says what there was. At once nobody finds any of it, and it is gone when this resolves. */
  forgetWorkspace(workspace: string): Promise<Holdings>;
}
