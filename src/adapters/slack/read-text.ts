export const readText = (text: string): string =>
  text
    .replace(/<([^<>|]*)(?:\|[^<>]*)?>/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
export const firstLink = (text: string): string | null => readText(/<(https?:\/\/[^<>|]+)/.exec(text)?.[1] ?? "") || null;
