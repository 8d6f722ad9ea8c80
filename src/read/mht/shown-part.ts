/** Which parts of a message a person sees first. */
import type { MimePart } from "./parts.ts";

/** The part that is read: the first page that says something, else the first page, else plain text; null when there is none. */
export function shownPart(parts: readonly MimePart[]): MimePart | null {
  const shown = parts.filter(({ attached }) => attached === null);
  return shown.find((part) => isPage(part) && hasWords(part)) ?? shown.find(isPage) ?? shown.find(({ type }) => type === "text/plain") ?? null;
}

function isPage({ type }: MimePart): boolean {
  return type === "text/html" || type === "application/xhtml+xml";
}

/** Whether a part says something. Frames hold their words in pages of their own; the one that only places them is passed over. */
export function hasWords(part: MimePart): boolean {
  const words = Buffer.from(part.bytes()).toString("latin1");
  if (!isPage(part)) return /[\w\x80-\xff]/u.test(words);
  const body = words.slice(Math.max(0, words.search(/<\/head|<body\b|<frameset\b/iu)));
  return /[\w\x80-\xff]/u.test(body.replace(/<[^<>]*>/gu, "").replace(/&(?:nbsp|#160|#xa0);?/giu, ""));
}
