/**
 * Reads plain text: prose by lines, and tables by tabs, pipes, rules or one cell a line, as conversions and OCR leave them.
 * Places are UTF-16 offsets into the decoded text (path `/`).
 */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { repeatedHeader } from "../../rules/text-furniture.ts";
import { decode, type Decoded } from "../charset.ts";
import { tablesIn } from "./joined.ts";
import { linesOf, type Line } from "./lines.ts";
import { listedFinder } from "./listed.ts";
import { countTags, wordsOf } from "./paragraphs.ts";
import { nameRepeated, paragraphsOf, wrapWidth, type ProseDraft } from "./prose.ts";
import { regionFinder, type Region } from "./rows.ts";
import { spacedFinder } from "./spaced.ts";
import { stackedFinder } from "./stacked.ts";
import { layTable } from "./table.ts";
import { TextWriter, wholeText } from "./write.ts";

/** Reads a plain text. Null when it holds nothing to see; a diagnostic says so. `label`: the encoding that is declared around it. */
export function readText(file: InputFile, source: number, context: Context, label: string | null = null): Promise<NoticeDocument | null> {
  return Promise.resolve(textOf(decode(file.bytes, label), source, context));
}

/** The lines below the first head of a table, blank ones between, hold its other heads. */
const headLines = 20;

type Piece = { readonly prose: ProseDraft } | { readonly region: Region };

function textOf({ text, charset, damaged, declared, lied }: Decoded, source: number, context: Context): NoticeDocument | null {
  if (lied && declared !== null) context.report("text/charset-lied", { params: { declared, used: charset } });
  if (damaged > 0) context.report("text/charset-damaged", { params: { charset, count: String(damaged) } });
  const lines = linesOf(text);
  const pages = (lines.at(-1)?.page ?? 0) + 1;
  const writer = new TextWriter(text, source, pages > 1);
  const unread: Line[] = [];
  for (const piece of piecesOf(text, lines, unread)) {
    if ("prose" in piece) writer.paragraph(piece.prose);
    else writeRegion(piece.region, { text, lines, source, writer, context });
  }
  for (const line of unread) context.report("text/cells-as-lines", { actual: text.slice(line.start, line.end), place: [{ source, kind: "element", path: wholeText, start: line.start, end: line.end }] });
  const written = writer.written();
  if (written.text === "") {
    context.report("text/no-text");
    return null;
  }
  const tags = countTags(text);
  if (tags > 0) context.report("text/stray-tags", { params: { count: String(tags) } });
  return { source, ...written, meta: [], links: [], pages: pages > 1 ? pages : null, charset };
}

/** Prose and tables in the order of the file; heads of tables that fall into no rows go to `unread`. */
function piecesOf(text: string, lines: readonly Line[], unread: Line[]): Piece[] {
  const stretches: (Region | Line[])[] = [];
  const stackedAt = stackedFinder(text, lines);
  const regionAt = regionFinder(text, lines);
  const spacedAt = spacedFinder(text, lines);
  const listedAt = listedFinder(text, lines);
  let told = 0;
  for (let i = 0; i < lines.length; i++) {
    const parted = stackedAt(i) ?? regionAt(i) ?? spacedAt(i);
    const listed = parted !== null || i < told ? null : listedAt(i);
    if (listed !== null && "unread" in listed) {
      unread.push(listed.unread);
      told = i + headLines;
    }
    const region = listed !== null && "region" in listed ? listed.region : parted;
    const last = stretches.at(-1);
    const line = lines[i];
    if (region !== null) {
      stretches.push(region);
      i = region.lines[1] - 1;
    } else if (line !== undefined) {
      if (Array.isArray(last)) last.push(line);
      else stretches.push([line]);
    }
  }
  const wrap = wrapWidth(text, stretches.flatMap((stretch) => (Array.isArray(stretch) ? stretch : [])));
  const prose = stretches.map((stretch) => (Array.isArray(stretch) ? paragraphsOf(text, stretch, wrap) : []));
  const named = nameRepeated(prose.flat(), text);
  let used = 0;
  return stretches.flatMap((stretch, i): Piece[] => {
    if (!Array.isArray(stretch)) return [{ region: stretch }];
    const count = prose[i]?.length ?? 0;
    return named.slice(used, (used += count)).map((draft) => ({ prose: draft }));
  });
}

interface Setting {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly source: number;
  readonly writer: TextWriter;
  readonly context: Context;
}

function writeRegion({ lines: [from, to], parts, furniture }: Region, { text, lines, source, writer, context }: Setting): void {
  const range = { start: lines[from]?.start ?? 0, end: lines[to - 1]?.end ?? text.length };
  for (const table of tablesIn(parts, text)) {
    const draft = layTable(table, text);
    writer.table(draft, range);
    for (const row of draft.repeated) writer.furniture(row.flat(), repeatedHeader);
    const place = [{ source, kind: "element" as const, path: wholeText, ...range }];
    if (draft.projected) context.report("text/columns-inferred", { params: { parts: String(table.length) }, place });
    if (draft.joinedBlanks > 0) context.report("text/blank-joined", { params: { count: String(draft.joinedBlanks) }, place });
  }
  for (const { line, rule } of furniture) writer.furniture([wordsOf(text, line)], rule);
}
