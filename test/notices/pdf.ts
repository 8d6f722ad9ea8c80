/** A made notice as a PDF file: paragraphs in lines, tables fully ruled, cut between rows where a page ends. */
import { pdfOf, stream } from "../read/pdf/objects.ts";
import { fonts, show } from "../tables/drawing.ts";
import { widthOf, wrap } from "../tables/type.ts";
import type { MadeNotice } from "./notice.ts";
import type { MadeBlock, MadeCell, MadeTable } from "./sheet.ts";

const page = { width: 842, height: 595, left: 60, right: 782, top: 530, bottom: 60 };
const prose = { size: 12, leading: 22 };
const cell = { size: 9, leading: 13, padding: 4 };

/** The file; `over` begins tables low on a page, so that they go on over its end. */
export function pdfFileOf({ blocks, choices }: MadeNotice): Uint8Array {
  const pen = new Pen();
  blocks.forEach((block, i) => {
    if (block.kind === "table") pen.table(block, choices.pages, choices.cut === "no" || i === 0);
    else pen.line(block);
  });
  return pen.finish();
}

/** Writes down the pages from top to bottom. */
class Pen {
  readonly #pages: string[] = [""];
  #y = page.top;

  line(block: MadeBlock & { kind: "line" }): void {
    const size = block.title === true ? 18 : prose.size;
    const room = (page.right - page.left) / size;
    const words = block.align === "left" ? `　　${block.text}` : block.text;
    for (const text of wrap(words, room)) {
      if (this.#y - prose.leading < page.bottom) this.#turn();
      this.#y -= size + 10;
      const width = widthOf(text) * size;
      const x = block.align === "center" ? (page.left + page.right - width) / 2 : block.align === "right" ? page.right - width : page.left;
      this.#draw(show(text, x, this.#y, size));
    }
  }

  /** `pages`: the table begins where two of its rows are left on the page, and merged cells may be cut by its end. `again`: its header is printed on each page. */
  table(table: MadeTable, pages: string, again: boolean): void {
    const over = pages !== "together";
    const { edges, heights, words } = measured(table);
    this.#y -= 10;
    const first = heights.slice(0, table.headerRows + 1).reduce((sum, height) => sum + height, 0);
    const all = heights.reduce((sum, height) => sum + height, 0);
    if (over && table.rows > table.headerRows + 1) this.#y = Math.min(this.#y, page.bottom + first + (heights[table.headerRows + 1] ?? 0) + 2);
    else if (all > this.#y - page.bottom && all <= page.top - page.bottom) this.#turn();
    let row = 0;
    while (row < table.rows) {
      const repeated = row > 0 && again ? table.headerRows : 0;
      const head = heights.slice(0, repeated).reduce((sum, height) => sum + height, 0);
      let end = row;
      let used = head;
      for (let next = row + 1; next <= table.rows; next++) {
        const height = heights.slice(row, next).reduce((sum, one) => sum + one, head);
        if (height > this.#y - page.bottom) break;
        if (pages !== "cut" && table.cells.some(({ r0, r1 }) => r0 < next && next < r1)) continue;
        end = next;
        used = height;
      }
      if (end === row) {
        if (this.#y === page.top) end = nextBorder(table, row);
        else {
          this.#turn();
          continue;
        }
      }
      if (repeated > 0) this.#rows(table, 0, repeated, edges, heights, words);
      this.#rows(table, row, end, edges, heights, words);
      row = end;
      if (row < table.rows) this.#turn();
      else this.#y -= used > 0 ? 8 : 0;
    }
  }

  #rows(table: MadeTable, from: number, end: number, edges: readonly number[], heights: readonly number[], words: ReadonlyMap<MadeCell, readonly string[]>): void {
    const ys = [this.#y];
    for (let row = from; row < end; row++) ys.push((ys.at(-1) ?? 0) - (heights[row] ?? 0));
    for (const one of table.cells.filter(({ r0, r1 }) => r0 < end && r1 > from)) {
      const [x0, x1] = [edges[one.c0] ?? 0, edges[one.c1] ?? 0];
      const [top, bottom] = [ys[Math.max(0, one.r0 - from)] ?? 0, ys[Math.min(one.r1, end) - from] ?? 0];
      this.#draw(`0.5 w ${fixed(x0)} ${fixed(bottom)} ${fixed(x1 - x0)} ${fixed(top - bottom)} re S\n`);
      const lines = one.r0 < from ? [] : (words.get(one) ?? []);
      const slack = top - bottom - lines.length * cell.leading;
      lines.forEach((text, i) => {
        const centred = one.r0 < table.headerRows || widthOf(text) * cell.size < (x1 - x0) / 3;
        const x = centred ? (x0 + x1 - widthOf(text) * cell.size) / 2 : x0 + cell.padding;
        this.#draw(show(text, x, top - slack / 2 - i * cell.leading - cell.size, cell.size));
      });
    }
    this.#y = ys.at(-1) ?? this.#y;
  }

  #turn(): void {
    this.#pages.push("");
    this.#y = page.top;
  }

  #draw(operators: string): void {
    this.#pages.push((this.#pages.pop() ?? "") + operators);
  }

  finish(): Uint8Array {
    const kids = this.#pages.map((_, i) => `${String(3 + 2 * i)} 0 R`).join(" ");
    return pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      `<< /Type /Pages /Count ${String(this.#pages.length)} /Kids [${kids}] >>`,
      ...this.#pages.flatMap((content, i) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(page.width)} ${String(page.height)}] /Resources << /Font << ${fonts} >> >> /Contents ${String(4 + 2 * i)} 0 R >>`,
        stream(Buffer.from(content + show(`— ${String(i + 1)} —`, (page.left + page.right) / 2 - 15, 30, 10), "latin1")),
      ]),
    ]);
  }
}

/** The next row at which no cell is cut. */
function nextBorder(table: MadeTable, row: number): number {
  let next = row + 1;
  while (next < table.rows && table.cells.some(({ r0, r1 }) => r0 < next && next < r1)) next++;
  return next;
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface Measured {
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  readonly words: ReadonlyMap<MadeCell, readonly string[]>;
}

/** Where columns and rows stand, and the words of each cell in lines; a table wider than the page is narrowed. */
function measured({ widths, cells, rows }: MadeTable): Measured {
  const room = page.right - page.left;
  const wanted = widths.map((width) => width * cell.size + 2 * cell.padding);
  const share = room / wanted.reduce((sum, width) => sum + width, 0);
  const edges = [page.left];
  for (const width of wanted) edges.push((edges.at(-1) ?? 0) + width * share);
  const words = new Map(cells.map((one) => [one, one.lines.flatMap((text) => wrap(text, ((edges[one.c1] ?? 0) - (edges[one.c0] ?? 0) - 2 * cell.padding) / cell.size))]));
  const heights = new Array<number>(rows).fill(cell.leading + 2 * cell.padding);
  for (const [{ r0, r1 }, lines] of words) {
    const short = lines.length * cell.leading + 2 * cell.padding - heights.slice(r0, r1).reduce((sum, height) => sum + height, 0);
    if (short > 0) heights[r1 - 1] = (heights[r1 - 1] ?? 0) + short;
  }
  return { edges, heights, words };
}
