import type { Digests, ShownWatch } from "../chat/digests.ts";
import { UserError } from "../chat/errors.ts";
import { isNone } from "../chat/list.ts";
import type { Filter, Place, Watch } from "../model.ts";
import type { DeliveryStore } from "../store/delivery-store.ts";
import type { DigestStore } from "../store/digest-store.ts";
import { EVERYTHING, readFilter } from "./filter.ts";
import { noneOfNumber, numberIn } from "./numbers.ts";
import { placeOf } from "./places.ts";
import { readQuietHours } from "./quiet-hours.ts";
import { readZone } from "./zones.ts";

const MOST = 50; // of a workspace
const USUALLY_MOST = 10; // posts an hour

interface WatchesOptions {
  readonly store: Pick<DigestStore, "addWatch" | "watches" | "changeWatch" | "removeWatch" | "digests" | "arrivals"> &
    Pick<DeliveryStore, "deliveries">;
  readonly zone: (workspace: string) => Promise<string>;
  /** The place, once it is known that something can be posted there. */
  readonly readPlace: (workspace: string, place: Place) => Promise<Place>;
  readonly findStory: (workspace: string, which: string) => Promise<Filter["stories"][number] | null>;
  readonly now: () => Date;
  readonly onChange: () => void;
}

/** What people do with watches. */
export function createWatches(options: WatchesOptions): Digests["watches"] {
  const { store, now, onChange } = options;

  async function find(workspace: string, named: string): Promise<Watch> {
    const number = numberIn(named);
    const watch = (await store.watches(workspace)).find((each) => each.number === number);
    if (watch) return watch;
    throw noneOfNumber(
      "watch",
      named,
      (await store.digests(workspace)).some((each) => each.number === number),
    );
  }

  const show = async (watch: Watch): Promise<ShownWatch> => {
    const [last = null] = await store.deliveries(watch.workspace, { kind: "watch", number: watch.number }, 1);
    return { watch, last };
  };

  async function change(watch: Watch, to: Parameters<DigestStore["changeWatch"]>[2]): Promise<ShownWatch> {
    const after = await store.changeWatch(watch.workspace, watch.number, to);
    if (!after) throw noneOfNumber("watch", String(watch.number), false);
    onChange();
    return show(after);
  }

  return {
    async add({ workspace, place: here, by }, wanted) {
      if ((await store.watches(workspace)).length >= MOST)
        throw new UserError(`There are ${MOST} watches here, and more are not possible: remove one first.`);
      const filter = await readFilter(wanted, EVERYTHING, (which) => options.findStory(workspace, which));
      const { topics, speakers, outlets, stories } = filter;
      if ([topics, speakers, outlets, stories].every(({ length }) => length === 0))
        throw new UserError("Say what to watch for: a topic, speaker: or outlet:.", "usage");
      const { quietHours, zone } = wanted;
      const isQuiet = quietHours !== undefined && !isNone(quietHours);
      if (zone !== undefined && !isQuiet)
        throw new UserError("zone says on which clocks quiet-hours are: give both, such as quiet-hours:22-7.", "usage");
      const own = zone === undefined ? await options.zone(workspace) : readZone(zone);
      const watch = await store.addWatch({
        ...{ workspace, by, filter, pause: null, createdAt: now(), most: wanted.most ?? USUALLY_MOST },
        quietHours: isQuiet ? readQuietHours(quietHours, own) : null,
        place: await options.readPlace(workspace, wanted.channel === undefined ? here : placeOf(here, wanted.channel)),
      });
      onChange();
      return show(watch);
    },

    async list(workspace, { offset, limit }) {
      const all = await store.watches(workspace);
      return { items: await Promise.all(all.slice(offset, offset + limit).map(show)), total: all.length };
    },

    async pause(workspace, named) {
      const watch = await find(workspace, named);
      return watch.pause !== null && watch.pause.why === null ? show(watch) : change(watch, { pause: { at: now(), why: null } });
    },

    async resume(workspace, named) {
      const watch = await find(workspace, named);
      if (watch.pause === null) return show(watch);
      await options.readPlace(workspace, watch.place);
      return change(watch, { pause: null, seen: await store.arrivals(), held: [] }); // it tells what is new from now on
    },

    async remove(workspace, named) {
      const watch = await find(workspace, named);
      const shown = await show(watch);
      await store.removeWatch(workspace, watch.number);
      return shown;
    },
  };
}
