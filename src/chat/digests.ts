import type { Account, Delivery, Digest, DigestLength, Page, Place, Watch } from "../model.ts";
import type { Card } from "./card.ts";

/** Who sets something up: `place` is where they are, and where it is posted when they name no channel. */
export interface Owner {
  readonly workspace: string;
  readonly place: Place;
  /** The id of a person. */
  readonly by: string;
}

/**
 * What somebody wants to be told of, as they typed it: several values have commas between them. What is left out stays as it is, or as it
 * usually is; "none" empties a list that there is.
 */
export interface WantedFilter {
  readonly topic?: string | undefined;
  readonly speaker?: string | undefined;
  readonly outlet?: string | undefined;
  readonly story?: string | undefined;
  readonly without?: string | undefined;
}

export interface WantedDigest extends WantedFilter {
  /** As typed: "weekdays 08:00". */
  readonly when?: string | undefined;
  readonly zone?: string | undefined;
  /** As `Place.channel`. */
  readonly channel?: string | undefined;
  readonly length?: DigestLength | undefined;
  /** Null for nobody. */
  readonly ping?: string | null | undefined;
  readonly quiet?: boolean | undefined;
  /** Milliseconds. */
  readonly latest?: number | undefined;
}

interface WantedWatch extends WantedFilter {
  readonly channel?: string | undefined;
  /** As typed: "22-7". */
  readonly quietHours?: string | undefined;
  readonly zone?: string | undefined;
  /** Posts an hour. */
  readonly most?: number | undefined;
}

/** A digest with what tells people of it. */
export interface ShownDigest {
  readonly digest: Digest;
  /** Its schedule in words: "weekdays at 08:00 (Europe/London)". */
  readonly when: string;
  /** Its next runs, three at most; none while it is paused. */
  readonly runs: readonly Date[];
  /** What people call whom it notifies; null where it notifies nobody, or that is not known at once. */
  readonly group: string | null;
  /** Its last run, which may be under way. */
  readonly last: Delivery | null;
}

/** A watch with the last that it posted. */
export interface ShownWatch {
  readonly watch: Watch;
  readonly last: Delivery | null;
}

/**
 * What people do with digests and watches by hand. `named` begins with the number of one, as what `suggest` offers does. Everything throws a
 * `UserError` where it is not done, with a sentence that says what is possible.
 */
export interface Digests {
  /** Throws where a schedule, a zone or quiet hours, as typed, are not understood, naming that option. */
  checkTimes(
    workspace: string,
    typed: {
      readonly when?: string | undefined;
      readonly zone?: string | undefined;
      readonly "quiet-hours"?: string | undefined;
    },
  ): Promise<void>;
  add(owner: Owner, wanted: WantedDigest): Promise<ShownDigest>;
  /** By number. */
  list(workspace: string, part: { readonly offset: number; readonly limit: number }): Promise<Page<ShownDigest>>;
  /** One that is paused because its channel is gone goes on where it is given another. */
  edit(owner: Owner, named: string, wanted: WantedDigest): Promise<ShownDigest>;
  pause(workspace: string, named: string): Promise<ShownDigest>;
  /** It goes on with its next run, which also tells what came in meanwhile. */
  resume(workspace: string, named: string): Promise<ShownDigest>;
  /** As it was. */
  remove(workspace: string, named: string): Promise<ShownDigest>;
  /** Has it posted at once by whichever process serves its platform; with nothing to tell (`isPosted` false) nothing is left to do. */
  now(workspace: string, named: string): Promise<ShownDigest & { readonly isPosted: boolean; readonly account: Account }>;
  /** What would be posted now. With nothing new (`isNew`), the cards tell of what came in last. Nothing counts as told. */
  preview(
    workspace: string,
    named: string,
  ): Promise<ShownDigest & { readonly cards: readonly Card[]; readonly account: Account; readonly isNew: boolean }>;
  /** Its last runs, newest first. */
  runs(workspace: string, named: string, limit: number): Promise<ShownDigest & { readonly past: readonly Delivery[] }>;
  /** Of schedules that name none. */
  zone(workspace: string): Promise<string>;
  /** The zone as IANA writes it. */
  setZone(workspace: string, typed: string): Promise<string>;
  completeZone(typed: string, most: number): readonly string[];
  /** A date and time on a zone's clocks: "Mon 23 Nov 2026, 08:00". */
  showInstant(date: Date, zone: string): string;
  /** Whether this process posts on a platform. */
  isServing(platform: string): boolean;
  readonly watches: {
    add(owner: Owner, wanted: WantedWatch): Promise<ShownWatch>;
    list(workspace: string, part: { readonly offset: number; readonly limit: number }): Promise<Page<ShownWatch>>;
    pause(workspace: string, named: string): Promise<ShownWatch>;
    resume(workspace: string, named: string): Promise<ShownWatch>;
    remove(workspace: string, named: string): Promise<ShownWatch>;
  };
}
