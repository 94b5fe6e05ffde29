/**
 * Where the document type declaration ends that begins at `start`: at the first ">" outside of quotation marks, comments and
 * brackets, or the first of all where there is none. What it declares is not read.
 */
function declarationEnd(text: string, start: number): number {
  const mark = /<!--|["'[\]>]/g;
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [token] = found;
    if (token === "[") depth++;
    else if (token === "]") depth--;
    else if (token === ">") {
      if (depth <= 0) return mark.lastIndex;
    } else {
      const end = token === "<!--" ? "-->" : token;
      const close = text.indexOf(end, mark.lastIndex);
      if (close < 0) break;
      mark.lastIndex = close + end.length;
    }
  }
  return text.indexOf(">", start) + 1 || text.length;
}

/** The text without its document type declaration, which stands before the first element if anywhere. */
export function withoutDeclaration(text: string): string {
  const start = text.slice(0, 10_000).search(/<!DOCTYPE\s/i);
  const isFirst = start >= 0 && !/<[a-z]/i.test(text.slice(0, start).replace(/<!--[^>]*>/g, ""));
  return isFirst ? text.slice(0, start) + text.slice(declarationEnd(text, start)) : text;
}
