/**
 * Reads made pages of tables and prints how many tables are exactly right, by layout and by what is in them, and what confidence is worth.
 *
 *     node test/tables/measure.ts [--seed N] [--count M] [--layout NAME] [--misses] [--save FOLDER]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { layouts, type Layout } from "./layouts.ts";
import { makeFile, type PlacedTable } from "./pages.ts";
import { tablesOfFile } from "./read.ts";
import { ratios, total } from "./relations.ts";
import { scoreTables, type TableScore } from "./score.ts";

/** A made table and what was read of it. */
export interface MadeScore extends TableScore {
  readonly file: string;
  readonly made: PlacedTable;
  /** The very grid, every relation right. */
  readonly correct: boolean;
}

export interface Measured {
  readonly tables: readonly MadeScore[];
  /** Confidence of the tables that nobody made. */
  readonly extra: readonly number[];
}

/** Makes and reads files of these seeds. */
export async function measure(seeds: readonly string[], layout?: Layout): Promise<Measured> {
  const tables: MadeScore[] = [];
  const extra: number[] = [];
  for (const file of seeds) {
    const { bytes, tables: made } = makeFile(file, layout);
    const truth = made.map(({ table, pages }, i) => ({ id: String(i), pages, cells: table.cells }));
    const score = scoreTables(await tablesOfFile(`${file}.pdf`, bytes), truth, false);
    made.forEach((table, i) => {
      const own = score.tables[i];
      if (own !== undefined) tables.push({ ...own, file, made: table, correct: own.exact && own.sameGrid });
    });
    extra.push(...score.extra.map(({ confidence }) => confidence));
  }
  return { tables, extra };
}

/** A line for each group of tables. */
function lineOf(name: string, tables: readonly MadeScore[]): string {
  const right = tables.filter((table) => table.correct).length;
  const found = tables.filter(({ table }) => table !== null).length;
  const { precision, recall, f } = ratios(total(tables));
  const numbers = [tables.length, found, right].map((count) => String(count).padStart(6)).join(" ");
  return `${name.padEnd(24)} ${numbers}   ${share(right, tables.length)}   ${precision.toFixed(3)} ${recall.toFixed(3)} ${f.toFixed(3)}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "    –" : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}

/** All in words. */
export function report({ tables, extra }: Measured): string {
  const features = new Set(tables.flatMap(featuresOf));
  const bands = [0.9, 0.8, 0.7, 0.5, 0];
  const sure = (low: number, high: number): MadeScore[] => tables.filter(({ confidence }) => confidence !== null && confidence >= low && confidence < high);
  return [
    "                         tables  found  right  share   precision recall F",
    ...layouts.map(({ name }) => lineOf(name, tables.filter(({ made }) => made.table.layout.name === name))),
    "",
    ...[...features].sort().map((feature) => lineOf(feature, tables.filter((table) => featuresOf(table).includes(feature)))),
    "",
    lineOf("all", tables),
    `Tables that nobody made: ${extra.length}`,
    "",
    "confidence     tables  right   share   made by nobody",
    ...bands.map((low, i) => {
      const high = bands[i - 1] ?? Infinity;
      const own = sure(low, high);
      const right = own.filter((table) => table.correct).length;
      return `from ${low.toFixed(1)}      ${String(own.length).padStart(6)} ${String(right).padStart(6)}   ${share(right, own.length)}   ${extra.filter((confidence) => confidence >= low && confidence < high).length}`;
    }),
  ].join("\n");
}

function featuresOf({ made: { table, pages, rowCut } }: MadeScore): string[] {
  return [...table.features, ...(rowCut ? ["row cut"] : pages.length > 1 ? ["page end"] : []), ...(table.thin ? ["thin boxes"] : []), ...(table.whiteHeader ? ["white header"] : []), table.words.total === "Total" ? "Latin" : "Chinese"];
}

function missLines({ file, id, made, table, confidence, missing, wrong, correct }: MadeScore): string[] {
  if (correct) return [];
  const state = table === null ? "not found" : `confidence ${confidence}`;
  return [`${file} table ${id} (${made.table.layout.name}; ${made.table.features.join(", ")}) ${state}`, ...missing.map((one) => `    - ${one.replaceAll("\t", " ")}`), ...wrong.map((one) => `    + ${one.replaceAll("\t", " ")}`)];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "100" }, layout: { type: "string" }, misses: { type: "boolean" }, save: { type: "string" } } });
  const layout = layouts.find(({ name }) => name === values.layout);
  const seeds = Array.from({ length: Number(values.count) }, (_, i) => `tables-${Number(values.seed) + i}`);
  if (values.save !== undefined) {
    mkdirSync(values.save, { recursive: true });
    for (const seed of seeds) writeFileSync(join(values.save, `${seed}.pdf`), makeFile(seed, layout).bytes);
  }
  const measured = await measure(seeds, layout);
  if (values.misses === true) console.log(measured.tables.flatMap(missLines).join("\n"));
  console.log(report(measured));
}

if (import.meta.main) await main();
