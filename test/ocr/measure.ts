/**
 * Measures reading of poor copies: `node test/ocr/measure.ts FILE.pdf [--pages 2-5] [--kinds office,fax]`. Pages are drawn by pdftoppm (poppler), made poor by
 * poor-copy.ts, read by the engine that is installed, and compared with what the file itself says: characters, cells, and cells that are wrong without a word.
 * Thresholds of doubt are chosen on the odd pages and judged on the even ones.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { deflateSync } from "node:zlib";
import { openContext } from "../../src/model/context.ts";
import type { OcrEngine, ReadCharacter } from "../../src/model/ocr.ts";
import { paddleEngine } from "../../src/ocr.ts";
import type { PageLayout } from "../../src/read/grid/page.ts";
import type { PageCell } from "../../src/read/grid/page-table.ts";
import { library } from "../../src/read/pdf/library.ts";
import { PageReader } from "../../src/read/pdf/page-reader.ts";
import { ScannedPages } from "../../src/read/pdf/scanned-pages.ts";
import { pdfOf } from "../../src/read/picture/page-file.ts";
import { editDistance } from "./edit-distance.ts";
import { kinds, type Kind, type Picture } from "./poor-copy.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { pages: { type: "string", default: "2-5" }, kinds: { type: "string", default: kinds.map(({ name }) => name).join(",") } } });
const [file = ""] = positionals;
const [first = 1, last = first] = values.pages.split("-").map(Number);
const wanted = values.kinds.split(",");
const thresholds = [0.7, 0.8, 0.9, 0.95];
const pointsInInch = 72;

/** A cell of a page: where it is, what it says, whether anything is said against it. */
interface Cell {
  readonly page: number;
  readonly place: string;
  readonly text: string;
  readonly doubtful: boolean;
}

async function layoutsOf(bytes: Uint8Array, ocr?: OcrEngine): Promise<{ readonly layouts: readonly PageLayout[]; readonly doubted: ReadonlySet<number> }> {
  const pdf = await library();
  const context = openContext(ocr === undefined ? {} : { ocr });
  const task = pdf.open(bytes);
  const scans = new ScannedPages(pdf, bytes, context);
  try {
    const layouts = await new PageReader({ pdf, document: await task.promise, scans }, 0, context).read();
    const doubted = context.diagnostics.filter(({ code }) => ["ocr/grid-uncertain", "pdf/needs-ocr", "ocr/failed", "ocr/blank-page"].includes(code)).map(({ params }) => Number(params["page"]));
    return { layouts, doubted: new Set(doubted) };
  } finally {
    await scans.close();
    await task.destroy();
  }
}

function cellsOf(layouts: readonly PageLayout[], doubted: ReadonlySet<number> = new Set()): Cell[] {
  return layouts.flatMap(({ number, items }) =>
    items
      .flatMap((item) => (item.kind === "table" ? [item.table] : []))
      .flatMap(({ cells }, table) => cells.map((cell): Cell => ({ page: number, place: `${number}/${table}:${cell.r0}-${cell.r1},${cell.c0}-${cell.c1}`, text: wordsOf(cell), doubtful: doubted.has(number) || isDoubtful(cell) }))),
  );
}

function wordsOf({ lines }: PageCell): string {
  return lines.map(({ text }) => text).join("").normalize("NFKC").replace(/\s/gu, "").replace(/[[〔]/gu, "〔").replace(/[\]〕]/gu, "〕");
}

function isDoubtful({ lines }: PageCell): boolean {
  return lines.some(({ doubts = [], text }) => doubts.length > 0 || text.includes("\ufffd"));
}

/** An engine that remembers what it read, so that other thresholds cost no second reading. */
function remembering(engine: OcrEngine): OcrEngine {
  const known = new Map<string, readonly ReadCharacter[]>();
  return {
    name: engine.name,
    version: engine.version,
    model: engine.model,
    close: () => engine.close(),
    read: async (lines) => {
      const read: (readonly ReadCharacter[])[] = [];
      for (const line of lines) {
        const key = `${line.width} ${Buffer.from(line.grey.buffer, line.grey.byteOffset, line.grey.length).toString("latin1")}`;
        const characters = known.get(key) ?? (await engine.read([line]))[0] ?? [];
        known.set(key, characters);
        read.push(characters);
      }
      return read;
    },
  };
}

/** The same engine, sure of what it gives at least this probability. Figures stay sure from 0.9 on. */
function sureFrom(engine: OcrEngine, threshold: number): OcrEngine {
  const judged = (one: ReadCharacter): ReadCharacter => ({ ...one, probability: one.probability >= (/\d/u.test(one.text) ? Math.max(0.9, threshold) : threshold) ? 1 : Math.min(0.79, one.probability) });
  return { ...engine, read: async (lines) => (await engine.read(lines)).map((line) => line.map(judged)) };
}

function drawn(page: number, dpi: number): Picture {
  const ppm = execFileSync("pdftoppm", ["-r", String(dpi), "-f", String(page), "-l", String(page), file], { maxBuffer: 1 << 30 });
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(ppm.subarray(0, 40).toString("latin1"));
  if (head === null) throw new Error("pdftoppm drew no page");
  return { width: Number(head[1]), height: Number(head[2]), data: new Uint8Array(ppm.subarray(head[0].length)) };
}

function copyOf({ dpi, worsen }: Kind): Uint8Array {
  return pdfOf(
    Array.from({ length: last - first + 1 }, (_, i) => {
      const { width, height, data } = worsen(drawn(first + i, dpi));
      const [across, down] = [(width * pointsInInch) / dpi, (height * pointsInInch) / dpi];
      return { width: across, height: down, pictures: [{ piece: { left: 0, top: 0, width, height, entries: "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode", data: deflateSync(data, { level: 1 }) }, box: [0, 0, across, down] as const }] };
    }),
  );
}

interface Score {
  cells: number;
  right: number;
  characters: number;
  wrong: number;
  marked: number;
  silent: number;
}

const nothing = (): Score => ({ cells: 0, right: 0, characters: 0, wrong: 0, marked: 0, silent: 0 });

function compare(truth: readonly Cell[], read: readonly Cell[], doubted: ReadonlySet<number>, counts: (page: number) => boolean, score: Score): void {
  const found = new Map(read.map((cell) => [cell.place, cell]));
  for (const cell of truth.filter(({ page }) => counts(page))) {
    const own = found.get(cell.place);
    score.cells++;
    score.characters += cell.text.length;
    if (own === undefined) {
      if (!doubted.has(cell.page)) score.silent++;
      continue;
    }
    score.right++;
    const distance = editDistance(own.text, cell.text);
    score.wrong += distance;
    if (own.doubtful) score.marked++;
    if (distance > 0 && !own.doubtful) {
      score.silent++;
      console.log(`    silent: ${cell.text} | ${own.text}`);
    }
  }
}

const text = await layoutsOf(new Uint8Array(readFileSync(file)));
const truth = cellsOf(text.layouts.filter(({ number }) => number >= first && number <= last).map((layout) => ({ ...layout, number: layout.number - first + 1 })));
const engine = remembering(await paddleEngine());
console.log("kind        cells right     CER   marked  silent   CPU s/page");
const chosen = new Map(thresholds.map((threshold) => [threshold, { odd: nothing(), even: nothing() }]));
for (const kind of kinds.filter(({ name }) => wanted.includes(name))) {
  const copy = copyOf(kind);
  const since = process.cpuUsage();
  const { layouts, doubted } = await layoutsOf(copy, engine);
  const { user, system } = process.cpuUsage(since);
  const score = nothing();
  compare(truth, cellsOf(layouts, doubted), doubted, () => true, score);
  console.log(`${kind.name.padEnd(11)} ${String(score.right).padStart(4)}/${score.cells} ${((100 * score.wrong) / score.characters).toFixed(2).padStart(8)} % ${String(score.marked).padStart(6)} ${String(score.silent).padStart(7)}   ${((user + system) / 1e6 / (last - first + 1)).toFixed(1).padStart(8)}`);
  if (wanted.length < 2) continue;
  for (const threshold of thresholds) {
    const other = await layoutsOf(copy, sureFrom(engine, threshold));
    const scores = chosen.get(threshold);
    if (scores === undefined) continue;
    const log = console.log;
    console.log = () => undefined;
    compare(truth, cellsOf(other.layouts, other.doubted), other.doubted, (page) => page % 2 === 1, scores.odd);
    compare(truth, cellsOf(other.layouts, other.doubted), other.doubted, (page) => page % 2 === 0, scores.even);
    console.log = log;
  }
}
for (const [threshold, { odd, even }] of chosen) if (odd.cells > 0) console.log(`sure from ${threshold}: odd pages ${odd.silent} silent of ${odd.cells}, ${odd.marked} marked; even pages ${even.silent} silent of ${even.cells}, ${even.marked} marked`);
await engine.close();
