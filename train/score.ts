import type { GoldArticle, Range } from "./gold.ts";

/** A statement as far as scoring needs it. */
export interface Predicted {
  readonly content: readonly Range[];
  readonly source: Range | null;
}

/** Percentages by the criteria of the project's statement scorer. */
export interface Score {
  readonly [name: string]: number;
}

const SAYING = new Set(
  `say says said saying tell tells told telling add adds added adding ask asks asked asking claim claims claimed claiming
argue argues argued arguing state states stated stating declare declares declared declaring announce announces announced announcing
insist insists insisted insisting warn warns warned warning suggest suggests suggested suggesting note notes noted noting explain
explains explained explaining reply replies replied replying respond responds responded responding write writes wrote written writing
tweet tweets tweeted tweeting admit admits admitted admitting acknowledge acknowledges acknowledged acknowledging deny denies denied
denying accuse accuses accused accusing call calls called calling describe describes described describing praise praises praised
praising criticize criticizes criticized criticizing criticise criticised urge urges urged urging vow vows vowed vowing pledge pledges
pledged pledging promise promises promised promising predict predicts predicted predicting report reports reported reporting comment
comments commented commenting remark remarks remarked remarking recall recalls recalled recalling repeat repeats repeated repeating
reiterate reiterates reiterated reiterating stress stresses stressed stressing emphasize emphasizes emphasized emphasizing conclude
concludes concluded concluding confirm confirms confirmed confirming contend contends contended contending assert asserts asserted
asserting allege alleges alleged alleging quip quips quipped joke jokes joked joking shout shouted mock mocked blast blasted slam slammed
thank thanked hail hailed laud lauded concede concedes conceded counter countered caution cautioned complain complained propose
proposed demand demanded boast boasted lament lamented testify testified quote quoted`.split(/\s+/),
);

/** True for a gold statement whose cue is a verb of saying or "according to". */
export function isSpeech(text: string, cue: readonly Range[]): boolean {
  const words = cue
    .map(([s, e]) => text.slice(s, e))
    .join(" ")
    .toLowerCase();
  if (words.includes("according to")) return true;
  return words.split(/\s+/).some((w) => SAYING.has(w.replace(/^[.,;:'’"”]+|[.,;:'’"”]+$/g, "")));
}

/** Sorted, merged, non-empty ranges. */
function union(ranges: readonly Range[]): Range[] {
  const sorted = ranges.filter(([s, e]) => e > s).sort((a, b) => a[0]! - b[0]!);
  const merged: [number, number][] = [];
  for (const [s, e] of sorted) {
    const last = merged.at(-1);
    if (last && s <= last[1]!) last[1] = Math.max(last[1]!, e);
    else merged.push([s, e]);
  }
  return merged;
}

const length = (ranges: readonly Range[]): number => ranges.reduce((sum, [s, e]) => sum + e - s, 0);

function shared(a: readonly Range[], b: readonly Range[]): number {
  let sum = 0;
  for (const [s, e] of a) for (const [u, v] of b) sum += Math.max(0, Math.min(e, v) - Math.max(s, u));
  return sum;
}

function trimmed(text: string, ranges: readonly Range[]): string {
  const kept: Range[] = [];
  for (let [s, e] of ranges) {
    while (s < e && !/[\p{L}\p{N}]/u.test(text.charAt(s))) s += 1;
    while (e > s && !/[\p{L}\p{N}]/u.test(text.charAt(e - 1))) e -= 1;
    if (e > s) kept.push([s, e]);
  }
  return kept
    .sort((a, b) => a[0]! - b[0]!)
    .map(([s, e]) => `${s}-${e}`)
    .join(" ");
}

/** One to one, in gold order: for each gold statement the index of the predicted one that overlaps it most, above `threshold` of the gold's length. */
export function matchStatements(article: GoldArticle, rows: readonly Predicted[], threshold: number): Int32Array {
  const contents = rows.map((row) => union(row.content));
  const used = new Set<number>();
  return Int32Array.from(article.attributions, (a) => {
    const gold = union(a.content);
    const size = length(gold);
    let best = -1;
    let most = threshold;
    for (let k = 0; k < rows.length; k += 1) {
      if (used.has(k) || size === 0) continue;
      const overlap = shared(gold, contents[k]!) / size;
      if (overlap > most) {
        most = overlap;
        best = k;
      }
    }
    if (best >= 0) used.add(best);
    return best;
  });
}

/** Scores statements against gold articles, in percent. */
export function score(gold: readonly GoldArticle[], predicted: readonly (readonly Predicted[])[]): Score {
  const count: Record<string, number> = {};
  const add = (name: string, by = 1): void => {
    count[name] = (count[name]! ?? 0) + by;
  };
  gold.forEach((article, d) => {
    const rows = predicted[d]!.filter((row) => length(union(row.content)) > 0);
    for (const t of [0.3, 0.8]) {
      add(`predicted${t}`, rows.length);
      const match = matchStatements(article, rows, t);
      article.attributions.forEach((a, g) => {
        if (length(union(a.content)) === 0) return;
        const speech = isSpeech(article.text, a.cue);
        add(`gold${t}`);
        add(`${a.type}${t}`);
        if (speech) add(`speech${t}`);
        const found = match[g]!;
        if (found < 0) return;
        add(`found${t}`);
        add(`${a.type}Found${t}`);
        if (speech) add(`speechFound${t}`);
        if (a.source.length === 0) return;
        const source = rows[found]!.source;
        const right = source !== null && shared(union(a.source), [source]) > 0 ? 1 : 0;
        add(`named${t}`);
        add(`right${t}`, right);
        if (speech) add(`speechNamed${t}`);
        if (speech) add(`speechRight${t}`, right);
      });
    }
    const G = article.attributions.filter((a) => a.content.length > 0).map((a) => trimmed(article.text, a.content));
    const P = rows.map((row) => trimmed(article.text, row.content));
    const same = new Set(P);
    add("exact", [...new Set(G)].filter((spans) => same.has(spans)).length);
    add("exactBoth", G.length + P.length);
    const g = union(article.attributions.flatMap((a) => a.content));
    const p = union(rows.flatMap((row) => row.content));
    add("char", shared(g, p));
    add("charBoth", length(g) + length(p));
  });
  const share = (a: string, b: string): number => (100 * (count[a]! ?? 0)) / Math.max(1, count[b]! ?? 0);
  const f1 = (t: number): number =>
    (200 * (count[`found${t}`]! ?? 0)) / Math.max(1, count[`gold${t}`]! + count[`predicted${t}`]!);
  return {
    "P.3": share("found0.3", "predicted0.3"),
    "R.3": share("found0.3", "gold0.3"),
    "F.3": f1(0.3),
    speaker: share("right0.3", "named0.3"),
    "F.8": f1(0.8),
    exact: 2 * share("exact", "exactBoth"),
    char: 2 * share("char", "charBoth"),
    speech: share("speechFound0.3", "speech0.3"),
    speechSpeaker: share("speechRight0.3", "speechNamed0.3"),
    direct8: share("directFound0.8", "direct0.8"),
    mixed8: share("mixedFound0.8", "mixed0.8"),
    indirect8: share("indirectFound0.8", "indirect0.8"),
  };
}

/** A score on one line. */
export function show(result: Score): string {
  return Object.entries(result)
    .map(([name, value]) => `${name} ${value.toFixed(1)}`)
    .join("  ");
}
