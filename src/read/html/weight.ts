/** What one paragraph adds to the weight of its group. */
import { metadataLabel, noticeWords, titleEnd } from "../../rules/furniture.ts";
import type { RawParagraph, Weight } from "./drafts.ts";
import { attribute, type MarkupElement } from "./markup.ts";

const documentFile = /\.(?:docx?|wps|pdf|ofd|xlsx?|et|rtf|zip|rar|7z)(?:$|[?#])/iu;
const blanks = /[\s\u200b-\u200f\ufeff]+/gu;

/** Weighs a paragraph; `links` are the link elements by index. */
export function weigh(raw: RawParagraph, links: readonly MarkupElement[]): Weight {
  let linkInk = 0;
  let files = false;
  let words = "";
  const seen = new Set<number>();
  for (const run of raw.runs) {
    const text = run.text.replace(blanks, "");
    if (run.link === -1) {
      words += text;
      continue;
    }
    linkInk += text.length;
    seen.add(run.link);
    const link = links[run.link];
    files ||= link !== undefined && documentFile.test(attribute(link, "href") ?? "");
  }
  const ink = words.length + linkInk;
  return {
    ink,
    linkInk,
    links: seen.size,
    paragraphs: lineCount(raw.text),
    tables: 0,
    tableInk: 0,
    prose: words.length >= 40 && words.length > linkInk && /[。；;]/u.test(words),
    notice: words.length >= 4 && (noticeWords.test(words) || metadataLabel.test(words) || isTitle(raw, words)),
    files: files || /附件/u.test(raw.text),
  };
}

const siteName = /(?:网|网站|门户|平台|专栏|专题|目录|列表|频道|公开|人民政府)$/u;

/** A line that ends as titles do, or a heading of the first or second level that is no name of a site or column. */
function isTitle(raw: RawParagraph, words: string): boolean {
  if (words.length < 8 || words.length > 100) return false;
  return titleEnd.test(words) || (raw.level !== null && raw.level <= 2 && !siteName.test(words));
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
