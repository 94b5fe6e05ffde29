import type { Span, Statement } from "../model.ts";
import { assemble } from "./assemble.ts";
import { readCast } from "./cast.ts";
import { confidenceOf } from "./confidence.ts";
import { readDocument } from "./document.ts";
import { createQuotedTest, readFragments } from "./fragments.ts";
import { readQuotations } from "./quotations.ts";
import { readReports } from "./tagger/reports.ts";
import { readWeights } from "./tagger/weights.ts";

const weights = readWeights(new URL("tagger/weights.bin", import.meta.url));

/** Who said what in an article, in the order of the text, with the sentences of the text; never throws, in time linear in it. */
export function extractStatements(articleId: string, text: string): { sentences: Span[]; statements: Statement[] } {
  const document = readDocument(text);
  const quotations = readQuotations(text);
  const fragments = readFragments(quotations);
  const cast = readCast(document, createQuotedTest(fragments));
  const reports = readReports(document, fragments, weights);
  const assembled = assemble(document, quotations, fragments, reports, (source) => cast.speakerOf(source)?.name ?? null);
  const statements = assembled.map((each): Statement => {
    const { kind, content, cue, source } = each;
    const speaker = source && cast.speakerOf(source);
    return {
      id: `${articleId}:${content[0]!.start}-${content.at(-1)!.end}`,
      articleId,
      kind,
      content,
      cue,
      source,
      speaker,
      mentions: source && speaker ? cast.why(source) : [],
      confidence: confidenceOf(document, each, weights.combined),
    };
  });
  return { sentences: [...document.sentences], statements };
}
