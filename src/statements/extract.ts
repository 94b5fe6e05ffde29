import type { Span, Statement } from "../model.ts";
import { findAttributions } from "./attribution.ts";
import { readCast } from "./cast.ts";
import { combine } from "./combine.ts";
import { readDocument } from "./document.ts";
import { joinQuotations } from "./joining.ts";
import { fragmentsIn, readFragments, readQuotations } from "./quotations.ts";
import type { Report } from "./report.ts";
import { shapeOf } from "./shape.ts";
import { readReports } from "./tagger/reports.ts";
import { readWeights } from "./tagger/weights.ts";

const weights = readWeights(new URL("tagger/weights.bin", import.meta.url));

/** Who said what in an article, in the order of the text, with the sentences of the text; never throws, in time linear in it. */
export function extractStatements(articleId: string, text: string): { sentences: Span[]; statements: Statement[] } {
  const document = readDocument(text);
  const quotations = readQuotations(text);
  const fragments = readFragments(quotations);
  const rules = joinQuotations(document, quotations, findAttributions(document, quotations));
  const tagged = readReports(document, fragments, weights);
  const isDirect = (report: Report) => shapeOf(text, fragments, report.content).kind === "direct";
  const cast = readCast(document, (offset) => fragmentsIn(fragments, { start: offset, end: offset + 1 }).length > 0);
  const statements = new Map<string, Statement>();
  for (const { source, cue, confidence, content: spans } of combine(document, rules, tagged, isDirect)) {
    const { kind, content } = shapeOf(text, fragments, spans);
    if (content.length === 0) continue;
    const id = `${articleId}:${content[0]!.start}`;
    if ((statements.get(id)?.confidence ?? 0) >= confidence) continue;
    const speaker = source && cast.speakerOf(source);
    const mentions = source && speaker ? cast.why(source) : [];
    statements.set(id, { id, articleId, kind, content, cue, source, speaker, mentions, confidence });
  }
  const inOrder = [...statements.values()].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  return { sentences: [...document.sentences], statements: inOrder };
}
