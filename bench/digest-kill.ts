import { randomNumbers, say } from "./measure.ts";
import { openPressRoom, type Platform, type PressRoom } from "./press-room.ts";

type Running = ReturnType<PressRoom["start"]>;

/** Where in a delivery a process is killed. */
const STEPS = ["before the claim", "claimed", "planned", "before it is sent", "sent, not known", "known", "ended"] as const;
type Step = (typeof STEPS)[number];

/** Digests of each platform that fall due in each life of the program. */
const DUE = 3;
const LIFE = 60_000; // milliseconds in which a step must come

/** What stands in the channels and in the ledger after all that; `lost`, `twice` and `lies` have to be 0. */
export interface AfterDigestKills {
  readonly kills: Readonly<Record<Step, number>>;
  readonly digests: number;
  readonly messages: number;
  readonly lost: number;
  readonly twice: number;
  readonly lies: number;
}

/**
 * The program posts digests on both simulators and is killed with SIGKILL, each time at a step that a seed chooses; with `both`, two of it
 * work on one library, and the one that is killed is chosen too. At last it is left alone until nothing is left to do.
 */
export async function killDigests(kills: number, seed: number, both = false): Promise<AfterDigestKills> {
  const room = await openPressRoom();
  const random = randomNumbers(seed);
  const done = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>;
  /** Each step as often as the others, in an order of chance. */
  const steps = Array.from({ length: kills }, (_, k) => ({ step: STEPS[k % STEPS.length]!, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ step }) => step);
  let digests = 0;
  const processes: Running[] = [];
  try {
    for (const step of steps) {
      for (const platform of ["slack", "discord"] as const) for (let d = 0; d < DUE; d++, digests++) await room.addDue(platform);
      await room.print();
      while (processes.length < (both ? 2 : 1)) processes.push(room.start());
      const which = Math.floor(random() * processes.length);
      const process = processes[which]!;
      await reach(room, step, process, random);
      await process.ended;
      processes.splice(which, 1);
      done[step]++;
    }
    if (processes.length === 0) processes.push(room.start());
    await room.until(() => room.left() === 0, 300_000);
    return { kills: done, digests, ...compare(room) };
  } finally {
    await room.close();
  }
}

/** Kills a process at a step of the first delivery that comes there, or of one of the next. */
async function reach(room: PressRoom, step: Step, process: Running, random: () => number): Promise<void> {
  const { slack, discord } = room;
  const { child, ended } = process;
  const count = (...names: string[]): number => names.reduce((sum, name) => sum + (room.states()[name] ?? 0), 0);
  const kill = (): void => void child.kill("SIGKILL");
  if (step === "before it is sent" || step === "sent, not known") {
    const wanted = step === "before it is sent" ? "before" : "after";
    let skip = Math.floor(random() * 2 * DUE);
    const isLost = random() < 0.5;
    const reached = Promise.withResolvers<void>();
    /** Whether the request is lost with its process. */
    const posting = async (when: "before" | "after"): Promise<boolean> => {
      if (when !== wanted || skip-- > 0) return false;
      kill();
      await ended;
      reached.resolve();
      return isLost;
    };
    slack.state.onPost = async (when) => {
      if (await posting(when)) await new Promise(() => {});
    };
    discord.onPost = async ({ when }) => ((await posting(when)) && when === "before" ? "lost" : undefined);
    const late = setTimeout(() => reached.reject(new Error(`never came: ${step}`)), LIFE);
    await reached.promise;
    clearTimeout(late);
    slack.state.onPost = null;
    discord.onPost = null;
    return;
  }
  const names: Readonly<Record<string, readonly string[]>> = {
    claimed: ["delivery claimed", "delivery sending", "delivery sent"],
    planned: ["delivery sending", "delivery sent"],
    known: ["post sent"],
    ended: ["delivery sent"],
  };
  const before = count(...(names[step] ?? []));
  const more = 1 + Math.floor(random() * DUE);
  const pause = random() * 1_500;
  const begun = Date.now();
  const isThere = (): boolean =>
    step === "before the claim" ? Date.now() - begun > pause : count(...names[step]!) >= before + more;
  await room.until(isThere, LIFE, 1);
  kill();
}

function compare(room: PressRoom): Pick<AfterDigestKills, "messages" | "lost" | "twice" | "lies"> {
  const standing = room.standing();
  const name = ({ platform, message }: { platform: Platform; message: string | null }) => `${platform} ${message}`;
  const stands = new Set(standing.map(name));
  const posts = room.posts();
  const lost = posts.filter((post) => post.message === null || !stands.has(name(post))).length;
  return {
    messages: standing.length,
    lost,
    twice: standing.length - (posts.length - lost),
    lies: posts.filter(({ state, delivery }) => state !== "sent" || delivery !== "sent").length,
  };
}

/** Prints what so many kills do; `DIGEST_KILLS=200` makes more of them, `DIGEST_KILL_SEED` chooses others, `BOTH=1` has two processes. */
if (import.meta.main) {
  const both = process.env["BOTH"] === "1";
  const { kills, digests, messages, lost, twice, lies } = await killDigests(
    Number(process.env["DIGEST_KILLS"] ?? 30),
    Number(process.env["DIGEST_KILL_SEED"] ?? 1),
    both,
  );
  const where = Object.entries(kills).map(([step, count]) => `${count} ${step}`);
  say(
    `digests: ${both ? "one of two processes" : "the process"} killed ${where.join(", ")}; ${digests} digests in ${messages} messages: ` +
      `${lost} lost, ${twice} twice, ${lies} of which the ledger does not tell the truth`,
  );
  process.exitCode = lost + twice + lies > 0 ? 1 : 0;
}
