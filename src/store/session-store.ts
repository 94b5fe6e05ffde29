/** An answer as it was given, for as long as it can be gone on with. */
export interface Session {
  /** Unguessable. */
  readonly id: string;
  readonly content: string;
  readonly until: Date;
}

/** Keeps answers while their buttons work. */
export interface SessionStore {
  /** Keeps one, and forgets those of every workspace that have ended, and the oldest of a workspace that has thousands. */
  keepSession(workspace: string, session: Session, now: Date): Promise<void>;
  /** The content of a workspace's session; null for one that has ended or is another's. */
  findSession(workspace: string, id: string, now: Date): Promise<string | null>;
}
