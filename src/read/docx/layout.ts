/** Tables that only arrange the page: frames around running text, letterheads and colophons. */
import { isLayout } from "../../rules/running-heads.ts";
import { printLine } from "../../rules/metadata/wording.ts";
import { paragraphsIn, textOf, type CellDraft, type Draft, type ParagraphDraft, type TableDraft } from "./drafts.ts";

/** Most rows, columns and characters of a letterhead or colophon. */
const most = { rows: 8, columns: 4, characters: 600 };

/** What a table that is none holds, in reading order; null for a table of data. */
export function unfold(table: TableDraft): readonly Draft[] | null {
  const [cell] = table.cells;
  if (table.cells.length === 1 && cell !== undefined) return isFrame(cell) ? cell.blocks : null;
  if (table.rows > most.rows || table.columns > most.columns || table.headerRows > 0) return null;
  if (table.cells.some(({ blocks }) => blocks.some((block) => block.kind === "table"))) return null;
  const lines = paragraphsIn([table]);
  const texts = lines.map(textOf);
  if (texts.join("").length > most.characters || lines.some(({ label }) => label !== null) || !isLayout(texts)) return null;
  return rowsOf(table).flatMap(joinPrintLine);
}

function isFrame({ blocks }: CellDraft): boolean {
  const paragraphs = paragraphsIn(blocks);
  return paragraphs.length > 1 || blocks.some((block) => block.kind === "table") || paragraphs.some((paragraph) => textOf(paragraph).length > 100);
}

function rowsOf(table: TableDraft): ParagraphDraft[][] {
  const rows = Array.from({ length: table.rows }, (): ParagraphDraft[] => []);
  for (const cell of table.cells) for (const paragraph of paragraphsIn(cell.blocks)) rows[cell.r0]?.push(paragraph);
  return rows;
}

/** The office and the date of the printer's line stand in two cells of one row, the office and 文件 of a letterhead too. */
function joinPrintLine(row: readonly ParagraphDraft[]): readonly ParagraphDraft[] {
  const [first, second] = row;
  if (row.length !== 2 || first === undefined || second === undefined) return row;
  const words = (textOf(first) + textOf(second)).replace(/\s+/gu, "");
  const one = printLine.pattern.test(words) || textOf(second).replace(/\s+/gu, "") === "文件";
  return one ? [{ ...first, runs: [...first.runs, ...second.runs] }] : row;
}
