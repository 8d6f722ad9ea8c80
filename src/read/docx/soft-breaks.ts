/**
 * Where a soft line break (`w:br`, `w:cr`) parts paragraphs, as authors use it in place of a paragraph mark, and where it only
 * breaks a line: an address, verse, a title over two lines.
 *
 * A break parts when the line before it ends a sentence, or the line after it is indented by two to four em or goes on with the
 * numbering of a line above (一、 … 二、) or begins one below it (一、 … （一）). Lines of headings and centred paragraphs stay together, and so do those of cells, which
 * their table reads.
 */
import { readMarker } from "../../rules/markers.ts";
import type { ParagraphDraft, Run } from "./drafts.ts";
import { addAll } from "../../model/add-all.ts";

/** The paragraphs that the lines of one paragraph make; the runs themselves when no break parts them. */
export function partsAtBreaks(runs: readonly Run[], { level, align }: Pick<ParagraphDraft, "level" | "align">): readonly (readonly Run[])[] {
  if (level !== null || align === "center" || !runs.some(({ text }) => text.includes("\n"))) return [runs];
  const lines = linesOf(runs);
  const parts: Run[][] = [];
  const above: Above = { words: "", numbers: new Set() };
  for (const line of lines) {
    const text = textOf(line);
    const words = text.trim();
    const open = parts.at(-1);
    const parted = open === undefined || (words !== "" && above.words !== "" && (align === "right" || partsBetween(above, text)));
    if (parted) parts.push([...line]);
    else addAll(open, line);
    if (words === "") continue;
    above.words = words;
    const marker = readMarker(words);
    if (marker !== null) above.numbers.add(`${marker.rule}/${String(marker.value)}`);
  }
  return parts;
}

const sentenceEnd = /[。；：！？;:!?][”」』）)】]*$|[）)】]$/u;

/** The last line with words, and the outline numbers of all lines so far. */
interface Above {
  words: string;
  readonly numbers: Set<string>;
}

function partsBetween({ words: before, numbers }: Above, line: string): boolean {
  if (sentenceEnd.test(before)) return true;
  const indent = /^[\u3000\u2003]{2,4}/u.test(line);
  const marker = readMarker(line.trim());
  if (marker === null) return indent && !/[，、,]$/u.test(before);
  const heading = readMarker(before);
  if (heading !== null && marker.value === 1 && marker.rank > heading.rank && !/[，、,]$/u.test(before)) return true;
  // Without the end of a sentence, only numbering that goes on: “二、三级医院” is none.
  return numbers.has(`${marker.rule}/${String(marker.value - 1)}`);
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** The runs line by line; a line feed ends the line it stands behind. */
function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    let from = 0;
    for (let feed = run.text.indexOf("\n"); feed !== -1; feed = run.text.indexOf("\n", from)) {
      lines.at(-1)?.push(cut(run, from, feed + 1));
      lines.push([]);
      from = feed + 1;
    }
    if (from < run.text.length) lines.at(-1)?.push(cut(run, from, run.text.length));
  }
  return lines;
}

function cut(run: Run, start: number, end: number): Run {
  return start === 0 && end === run.text.length ? run : { ...run, text: run.text.slice(start, end), offset: run.offset + start };
}
