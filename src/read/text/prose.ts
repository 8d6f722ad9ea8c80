/** Lines outside tables as paragraphs: hard line ends are closed, blanks at the start of a line tell its alignment. */
import type { Paragraph } from "../../model/document.ts";
import { organ } from "../../rules/metadata/wording.ts";
import { readMarker } from "../../rules/markers.ts";
import { pageFurnitureRule, repeatedHeading } from "../../rules/text-furniture.ts";
import { folded } from "../../text/fold.ts";
import { isEmpty, stringOf, trimmed, type Line, type Words } from "./lines.ts";
import { joinLines, paragraphsIn } from "./paragraphs.ts";
import { columnsOf } from "./width.ts";
import { largest } from "../../model/extremes.ts";

/** A paragraph, or furniture by a named rule. */
export interface ProseDraft {
  readonly words: Words;
  readonly align: Paragraph["align"];
  readonly rule: string | null;
  readonly page: number;
}

/** Where the lines of a page of hard-wrapped text end, in columns; null when lines end where paragraphs end. */
export function wrapWidth(text: string, lines: readonly Line[]): number | null {
  const filled = lines.filter((line) => !isEmpty(text, line));
  const widths = filled.map((line) => columnsOf(text.slice(line.start, line.end).trimEnd()));
  const widest = largest([0, ...widths.filter((width) => width <= 120)]);
  if (widest < 40 || widths.some((width) => width > 120)) return null;
  const full = filled.filter((line, i) => (widths[i] ?? 0) >= widest - 6 && !/[。；：:;！？]$/u.test(text.slice(line.start, line.end).trimEnd()));
  return full.length >= 4 && full.length * 2.5 >= filled.length ? widest : null;
}

/** The paragraphs of a stretch of lines. `wrap` is the width at which lines were broken. */
export function paragraphsOf(text: string, lines: readonly Line[], wrap: number | null): ProseDraft[] {
  const drafts: ProseDraft[] = [];
  let open: { lines: Words[]; align: Paragraph["align"]; page: number } | null = null;
  const close = (): void => {
    if (open !== null) drafts.push({ words: joinLines(text, open.lines), align: open.align, rule: null, page: open.page });
    open = null;
  };
  for (const line of lines) {
    const string = text.slice(line.start, line.end);
    const rule = pageFurnitureRule(string);
    const paragraphs = paragraphsIn(text, line);
    if (paragraphs.length === 0) {
      close();
    } else if (rule !== null) {
      close();
      for (const words of paragraphs) drafts.push({ words, align: null, rule, page: line.page });
    } else if (weightLine.test(string) && takeWeight(text, drafts, paragraphs[0] ?? [])) {
      close();
    } else {
      const goesOn: boolean = open !== null && paragraphs.length === 1 && !opensParagraph(string);
      if (!goesOn) close();
      for (const words of paragraphs) {
        if (open === null) open = { lines: [], align: alignOf(text, line), page: line.page };
        open.lines.push(words);
        if (paragraphs.length > 1) close();
      }
      if (wrap === null || columnsOf(string.trimEnd()) < wrap - 6) close();
    }
  }
  close();
  return drafts;
}

/** A weight that lost the brackets it had in its heading. */
const weightLine = /^\s*\d{1,3}(?:\.\d{1,2})?\s*[%％]\s*$/u;

/** Gives a weight on a line of its own back to the heading above it, as a second line. */
function takeWeight(text: string, drafts: ProseDraft[], weight: Words): boolean {
  const heading = drafts.at(-1);
  const end = heading?.words.at(-1)?.end;
  const start = weight[0]?.start;
  if (heading === undefined || end === undefined || start === undefined || heading.rule !== null) return false;
  const string = stringOf(text, heading.words);
  const feed = text.indexOf("\n", end);
  if (string.length > longestHeading || string.includes("\n") || readMarker(string) === null || feed === -1 || feed >= start) return false;
  drafts[drafts.length - 1] = { ...heading, words: [...heading.words, { start: feed, end: feed + 1 }, ...weight] };
  return true;
}

/** Longest line that is taken for a heading. */
const longestHeading = 80;

function opensParagraph(string: string): boolean {
  return /^(?:\u3000| {2,}|\t)/u.test(string) || readMarker(string.trimStart()) !== null;
}

/** Blanks from which a line no longer counts as indented. */
const farIn = 8;

/** A line far in is a signature or date at the right, or else centred. */
function alignOf(text: string, line: Line): Paragraph["align"] {
  const { start, end } = trimmed(text, line);
  const indent = columnsOf(text.slice(line.start, start));
  if (indent < farIn) return null;
  const words = folded(text.slice(start, end));
  return organ.pattern.test(words) || /^[\d年月日.〇○零一二三四五六七八九十/-]{5,}$/u.test(words) ? "right" : "center";
}

/** Names headings that a further page printed again: the same words, with no other heading of their rank in between. */
export function nameRepeated(drafts: readonly ProseDraft[], text: string): ProseDraft[] {
  const above = new Map<number, string>();
  return drafts.map((draft) => {
    if (draft.rule !== null) return draft;
    const string = stringOf(text, draft.words);
    const marker = readMarker(string);
    if (marker === null || string.length > longestHeading + 8) return draft;
    const key = folded(string);
    const repeated = marker.rank <= 2 && above.get(marker.rank) === key;
    for (const rank of above.keys()) if (rank > marker.rank && !repeated) above.delete(rank);
    above.set(marker.rank, key);
    return repeated ? { ...draft, rule: repeatedHeading } : draft;
  });
}
