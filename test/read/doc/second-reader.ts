/**
 * Compares tables and automatic numbers of .doc and .rtf files with what LibreOffice makes of them as DOCX:
 * `node test/read/doc/second-reader.ts FOLDER`. Files stay where they are; LibreOffice (`soffice`) writes into a temporary folder.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { openContext } from "../../../src/model/context.ts";
import type { Block, NoticeDocument } from "../../../src/model/document.ts";
import { cellText } from "../../../src/model/quote.ts";
import { read } from "../../../src/read/read.ts";

const minutesEach = 2;

/** What is compared: the cells of all tables, and the numbers in order. */
interface Structure {
  readonly tables: readonly (readonly string[])[];
  readonly labels: readonly string[];
}

async function structureOf(path: string): Promise<Structure | null> {
  const context = openContext({ verify: false });
  const { document } = await read({ name: basename(path), bytes: new Uint8Array(readFileSync(path)), uri: null, role: "notice", label: null }, 0, context);
  return document === null ? null : gather(document);
}

function gather(document: NoticeDocument): Structure {
  const tables: string[][] = [];
  const labels: string[] = [];
  const visit = (block: Block): void => {
    if (block.kind === "paragraph") {
      if (block.label !== null) labels.push(`${block.label.text} ${document.text.slice(block.span.start, block.span.end).replace(/\s+/gu, "").slice(0, 20)}`);
      return;
    }
    if (block.kind !== "table") return;
    tables.push(block.cells.map((cell) => `${String(cell.r0)}-${String(cell.r1)} ${String(cell.c0)}-${String(cell.c1)} ${cellText(document, cell).replace(/\s+/gu, "")}`));
    for (const cell of block.cells) cell.blocks.forEach(visit);
  };
  document.blocks.forEach(visit);
  return { tables, labels };
}

/** The file as DOCX; null when LibreOffice does not open it. It ends with 0 also when it failed. */
function converted(path: string, folder: string): string | null {
  try {
    execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${join(folder, "profile")}`, "--convert-to", "docx", "--outdir", folder, path], { timeout: minutesEach * 60_000, stdio: "ignore" });
  } catch {
    return null;
  }
  const result = join(folder, `${basename(path).replace(/\.[^.]*$/u, "")}.docx`);
  return existsSync(result) ? result : null;
}

/** How many of the second list stand in the first too, each counted once. */
function common(one: readonly string[], other: readonly string[]): number {
  const spare = new Map<string, number>();
  for (const entry of one) spare.set(entry, (spare.get(entry) ?? 0) + 1);
  return other.filter((entry) => {
    const count = spare.get(entry) ?? 0;
    spare.set(entry, count - 1);
    return count > 0;
  }).length;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("second-reader: name a folder");
const temporary = mkdtempSync(join(tmpdir(), "second-reader-"));
const sum = { files: 0, alike: 0, cells: 0, sameCells: 0, labels: 0, sameLabels: 0 };
try {
  for (const name of readdirSync(folder).filter((one) => /\.(?:doc|dot|wps|rtf)$/iu.test(one)).sort()) {
    const ours = await structureOf(join(folder, name));
    if (ours === null || ours.tables.length + ours.labels.length === 0) continue;
    const path = converted(join(folder, name), temporary);
    const theirs = path === null ? null : await structureOf(path);
    if (theirs === null) {
      console.log(`${name}: not opened by LibreOffice`);
      continue;
    }
    const [cells, expected] = [ours.tables.flat(), theirs.tables.flat()];
    const same = common(cells, expected);
    const sameLabels = common(ours.labels, theirs.labels);
    sum.files++;
    sum.cells += expected.length;
    sum.sameCells += same;
    sum.labels += theirs.labels.length;
    sum.sameLabels += sameLabels;
    if (same === expected.length && cells.length === expected.length && sameLabels === theirs.labels.length && ours.labels.length === theirs.labels.length) sum.alike++;
    else console.log(`${name}: cells ${String(same)} of ${String(expected.length)} (ours ${String(cells.length)}), numbers ${String(sameLabels)} of ${String(theirs.labels.length)} (ours ${String(ours.labels.length)})`);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
console.log(`${String(sum.alike)} of ${String(sum.files)} files alike; cells ${String(sum.sameCells)} of ${String(sum.cells)}, numbers ${String(sum.sameLabels)} of ${String(sum.labels)}`);
