/** Pages with tables among prose, as PDF, and what stands on them. The same seed gives the same file. */
import { randomOf, type Random } from "../dataset/notices/random.ts";
import { pdfOf, stream } from "../read/pdf/objects.ts";
import { drawSheet, fonts, show } from "./drawing.ts";
import { makeTable, type MadeTable } from "./generator.ts";
import type { Layout } from "./layouts.ts";
import { cut, edgesOf, heightOf, sheetOf, type Sheet } from "./sheet.ts";
import { widthOf, wrap } from "./type.ts";

/** A made table and the pages it stands on, counted from 1. */
export interface PlacedTable {
  readonly table: MadeTable;
  readonly pages: readonly number[];
  /** A row of it stands on two pages. */
  readonly rowCut: boolean;
}

/** A made file. */
export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly tables: readonly PlacedTable[];
}

const page = { width: 595, height: 842, left: 72, right: 523, top: 770, bottom: 72 };
const prose = { size: 10.5, leading: 18 };

/** Makes a file of one to three tables, all of one layout if one is given. */
export function makeFile(seed: string, layout?: Layout): MadeFile {
  const random = randomOf(seed);
  const pen = new Pen(random);
  const count = 1 + random.below(3);
  for (let i = 0; i < count; i++) pen.table(makeTable(random, layout), i + 1);
  return pen.finish();
}

/** Writes down the pages from top to bottom. */
class Pen {
  readonly #random: Random;
  readonly #pages: string[] = [""];
  readonly #tables: PlacedTable[] = [];
  #y = page.top;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A table with what stands before it and after it. */
  table(table: MadeTable, nth: number): void {
    if (this.#random.chance(0.7)) this.#prose(table);
    const sheet = sheetOf(scaled(table));
    const captioned = this.#random.chance(0.5);
    const header = heightOf({ ...sheet, heights: sheet.heights.slice(0, 3) });
    if (!sheet.table.cuttable && heightOf(sheet) + 40 > this.#y - page.bottom) this.#turn();
    else if (header + 40 > this.#y - page.bottom) this.#turn();
    if (sheet.table.cuttable) this.#y = Math.min(this.#y, page.bottom + Math.max(header + 40, heightOf(sheet) * this.#random.pick([0.4, 0.6, 0.8])));
    if (captioned) this.#caption(table.words.caption(nth), table);
    this.#y -= 6;
    this.#place(sheet);
    this.#y -= 18;
    if (this.#random.chance(0.5)) this.#prose(table);
  }

  #place(sheet: Sheet): void {
    const indent = this.#random.pick([0, 0.5]);
    const again = this.#random.chance(0.5);
    const pages: number[] = [];
    let rowCut = false;
    let last = -1;
    for (let rest: Sheet | null = sheet; rest !== null; ) {
      const [now, later]: readonly [Sheet | null, Sheet | null] = cut(rest, this.#y - page.bottom, again);
      if (now !== null) {
        const width = edgesOf(now.table).at(-1) ?? 0;
        this.#draw(drawSheet(now, page.left + indent * (page.right - page.left - width), this.#y));
        this.#y -= heightOf(now);
        pages.push(this.#pages.length);
        rowCut ||= now.rows.includes(last);
        last = now.rows.at(-1) ?? -1;
      }
      rest = later;
      if (rest !== null) this.#turn();
    }
    this.#tables.push({ table: sheet.table, pages, rowCut });
  }

  #prose({ words }: MadeTable): void {
    const text = Array.from({ length: 1 + this.#random.below(3) }, () => words.sentence(this.#random)).join(words.total === "Total" ? " " : "");
    const indented = words.total === "Total" ? text : `　　${text}`;
    for (const line of wrap(indented, (page.right - page.left) / prose.size)) {
      if (this.#y - prose.leading < page.bottom) this.#turn();
      this.#y -= prose.leading;
      this.#draw(show(line, page.left, this.#y, prose.size));
    }
    this.#y -= 12;
  }

  #caption(text: string, { size }: MadeTable): void {
    this.#y -= prose.leading;
    this.#draw(show(text, (page.left + page.right - widthOf(text) * size) / 2, this.#y, size));
  }

  #turn(): void {
    this.#pages.push("");
    this.#y = page.top;
  }

  #draw(operators: string): void {
    this.#pages.push((this.#pages.pop() ?? "") + operators);
  }

  finish(): MadeFile {
    const kids = this.#pages.map((_, i) => `${3 + 2 * i} 0 R`).join(" ");
    const bytes = pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count ${this.#pages.length} /Kids [${kids}] >>`,
      ...this.#pages.flatMap((content, i) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << ${fonts} >> >> /Contents ${4 + 2 * i} 0 R >>`,
        stream(Buffer.from(content, "latin1")),
      ]),
    ]);
    return { bytes, tables: this.#tables };
  }
}

/** A table no wider than the page: its wide columns give way, and a table that still is too wide is set smaller. */
function scaled(table: MadeTable): MadeTable {
  const room = page.right - page.left;
  const over = (edgesOf(table).at(-1) ?? 0) - room;
  if (over <= 0) return table;
  const wide = table.columns.reduce((sum, { kind, width }) => (kind === "text" || kind === "unit" ? sum + width : sum), 0);
  const share = 1 - over / table.size / Math.max(wide, 0.1);
  if (share > 0.5) return { ...table, columns: table.columns.map((column) => (column.kind === "text" || column.kind === "unit" ? { ...column, width: column.width * share } : column)) };
  return scaled({ ...table, size: table.size - 0.5 });
}
