/** Markup that was escaped twice: the page shows tags and entities as letters (`&amp;nbsp;`, `&lt;br&gt;`). */

/** A piece of text: words as they stand, a line feed where a tag ends a line, a character that an entity names. */
export interface EscapedPiece {
  readonly kind: "words" | "feed" | "made";
  readonly text: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
}

/** Tags that editors write, and entities. Other words in angle brackets are words. */
const pieces =
  /<\/?(br|p|div|span|font|strong|b|em|i|u|a|sup|sub|table|tbody|thead|tr|td|th|li|ul|ol|h[1-6]|section|o:p|img|center)(?:\s[^<>]{0,300})?\/?>|&(nbsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|bull|times|ensp|emsp|thinsp|zwnj|#\d{1,6}|#x[\da-f]{1,5});?/giu;

const entities: Readonly<Record<string, string>> = {
  nbsp: "\u00a0", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", mdash: "—", ndash: "–", hellip: "…", middot: "·",
  bull: "•", times: "×", ensp: "\u2002", emsp: "\u2003", thinsp: "\u2009", zwnj: "",
};

const endsLine: ReadonlySet<string> = new Set(["br", "p", "div", "tr", "table", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section"]);

/** The pieces of a text that was escaped twice, null for any other. */
export function unescape(text: string): EscapedPiece[] | null {
  if (!text.includes("&") && !text.includes("<")) return null;
  const found: EscapedPiece[] = [];
  let from = 0;
  for (const { 0: match, 1: tag, 2: entity, index } of text.matchAll(pieces)) {
    if (entity !== undefined && !match.endsWith(";") && /[a-z\d=]/iu.test(text.charAt(index + match.length))) continue;
    if (from < index) found.push({ kind: "words", text: text.slice(from, index), at: from });
    if (entity !== undefined) found.push({ kind: "made", text: characterOf(entity.toLowerCase()), at: index });
    else if (isLineEnd(match, tag?.toLowerCase() ?? "")) found.push({ kind: "feed", text: "\n", at: index });
    else if (/^<\/t[dh]>/iu.test(match)) found.push({ kind: "made", text: " ", at: index });
    from = index + match.length;
  }
  if (from === 0) return null;
  if (from < text.length) found.push({ kind: "words", text: text.slice(from), at: from });
  return found;
}

/** A break, or the end of a block. */
function isLineEnd(match: string, tag: string): boolean {
  return endsLine.has(tag) && (tag === "br" || match.startsWith("</"));
}

function characterOf(entity: string): string {
  if (!entity.startsWith("#")) return entities[entity] ?? "";
  const code = entity.startsWith("#x") ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "";
}
