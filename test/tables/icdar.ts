/**
 * Reads every PDF of a folder that has true tables beside it (NAME.pdf with NAME-str.xml, as in the ICDAR 2013 table competition) and
 * prints how many relations of neighbouring cells are right, and how many tables are.
 *
 *     node test/tables/icdar.ts FOLDER [--misses] [--file NAME] [--json]
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { tablesOfFile } from "./read.ts";
import { ratios, total, type Counts } from "./relations.ts";
import { scoreTables, type FileScore, type TableScore } from "./score.ts";
import { readTruth } from "./structure-truth.ts";

const usage = "node test/tables/icdar.ts FOLDER [--misses] [--file NAME] [--json]";

interface Scored extends FileScore {
  readonly name: string;
}

/** Scores each file of a folder and its folders, in order of names; `only` is a part of the name of the wanted ones. */
export async function scoreFolder(folder: string, only = ""): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const path of pairsOf(folder)) {
    const name = basename(path);
    if (!name.includes(only)) continue;
    const tables = await tablesOfFile(name, new Uint8Array(readFileSync(path)));
    scored.push({ name, ...scoreTables(tables, readTruth(readFileSync(truthOf(path), "utf8")), true) });
  }
  return scored;
}

function pairsOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
  const known = new Set(files);
  return files.filter((file) => file.endsWith(".pdf") && known.has(truthOf(file))).sort();
}

function truthOf(path: string): string {
  return path.replace(/\.pdf$/u, "-str.xml");
}

/** The scores in words: a line a file, and the total. */
export function report(scored: readonly Scored[], misses = false): string {
  const lines = scored.flatMap((file) => [fileLine(file), ...(misses ? [...file.tables.flatMap(missLines), ...extraLines(file)] : [])]);
  const all = scored.flatMap(({ tables }) => tables);
  const macro = (of: (file: Counts) => number): number => scored.reduce((sum, file) => sum + of(file), 0) / Math.max(1, scored.length);
  return [
    "file                    tables found exact  relations  right  given  precision recall F",
    ...lines,
    `All ${scored.length} files, summed:   ${ratioText(total(scored))}`,
    `Only tables that were found: ${ratioText(total(all.filter(({ table }) => table !== null)))}`,
    `Mean of the files:        precision ${three(macro((file) => ratios(file).precision))} recall ${three(macro((file) => ratios(file).recall))} F ${three(macro((file) => ratios(file).f))}`,
    `Tables: ${all.length}, found ${countOf(all, ({ table }) => table !== null)}, exact ${countOf(all, ({ exact }) => exact)}, of these with the very grid ${countOf(all, ({ exact, sameGrid }) => exact && sameGrid)}; further tables read ${scored.reduce((sum, { extra }) => sum + extra.length, 0)}`,
    ...confidenceLines(all),
  ].join("\n");
}

function fileLine(file: Scored): string {
  const { name, tables, wanted, right, given } = file;
  const counts = [tables.length, countOf(tables, ({ table }) => table !== null), countOf(tables, ({ exact }) => exact)];
  const { precision, recall, f } = ratios(file);
  return `${name.padEnd(24)} ${counts.map((count) => String(count).padStart(5)).join(" ")} ${[wanted, right, given].map((count) => String(count).padStart(8)).join(" ")}  ${three(precision)} ${three(recall)} ${three(f)}`;
}

function missLines({ id, pages, table, exact, missing, wrong, confidence }: TableScore): string[] {
  if (exact) return [];
  const head = `  table ${id} on page ${pages.join(", ")}: ${table === null ? "not found" : `read as table ${table}, confidence ${confidence}`}`;
  return [head, ...missing.map((relation) => `    - ${shown(relation)}`), ...wrong.map((relation) => `    + ${shown(relation)}`)];
}

function extraLines({ extra }: FileScore): string[] {
  return extra.map(({ table, pages, relations, confidence }) => `  table ${table} on page ${pages.join(", ")} is none of the truth: ${relations} relations, confidence ${confidence}`);
}

function shown(relation: string): string {
  return relation.replaceAll("\t", " ");
}

/** How often a table with this confidence is right. */
function confidenceLines(tables: readonly TableScore[]): string[] {
  const bands = [0.9, 0.7, 0.5, 0];
  return bands.map((low, i) => {
    const own = tables.filter(({ confidence }) => confidence !== null && confidence >= low && confidence < (bands[i - 1] ?? Infinity));
    return `  confidence from ${low.toFixed(1)}: ${own.length} tables, ${countOf(own, ({ exact }) => exact)} exact`;
  });
}

function ratioText(counts: Counts): string {
  const { precision, recall, f } = ratios(counts);
  return `precision ${three(precision)} recall ${three(recall)} F ${three(f)} (${counts.right} right, ${counts.given} given, ${counts.wanted} wanted)`;
}

function countOf<T>(list: readonly T[], is: (one: T) => boolean): number {
  return list.filter(is).length;
}

function three(value: number): string {
  return value.toFixed(3);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { misses: { type: "boolean" }, file: { type: "string" }, json: { type: "boolean" } } });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const scored = await scoreFolder(folder, values.file);
  console.log(values.json === true ? JSON.stringify(scored) : report(scored, values.misses));
}

if (import.meta.main) await main();
