/**
 * Makes notices, reads them and prints how many records are right in every field, stated wrongly or wrong in silence, by format and by choice.
 *
 *     node test/notices/measure.ts [--seed N] [--count M] [--shrink] [--misses] [--only NAME=VALUE]… [--save FOLDER]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseNotice, type ParseResult } from "../../src/index.ts";
import { judge } from "../evaluate/judge.ts";
import { derivedFields, type Judgement } from "../evaluate/judgement.ts";
import { judgeRecords } from "../evaluate/records.ts";
import { choose, featuresOf, type Choices } from "./choices.ts";
import { docxOf } from "./docx.ts";
import { htmlOf } from "./html.ts";
import { makeNotice, type MadeNotice } from "./notice.ts";
import { pdfFileOf } from "./pdf.ts";
import { shrink } from "./shrink.ts";

/** Formats that notices are written in. */
export const writers: Readonly<Record<string, (notice: MadeNotice) => Uint8Array>> = { html: htmlOf, docx: docxOf, pdf: pdfFileOf };

/** One made file, read and judged. */
export interface Reading {
  readonly notice: MadeNotice;
  readonly format: string;
  readonly result: ParseResult;
  readonly judgements: readonly Judgement[];
}

/** Counts of records. */
export interface Tally {
  records: number;
  exact: number;
  statedWrongly: number;
  silent: number;
}

/** Reads a notice in one format. */
export async function read(notice: MadeNotice, format: string): Promise<Reading> {
  const write = writers[format];
  if (write === undefined) throw new Error(`no writer of ${format}`);
  const result = await parseNotice({ name: `${notice.seed}.${format}`, bytes: write(notice) });
  const fields = judge(notice.gold, result, notice.seed);
  return { notice, format, result, judgements: [...fields, ...judgeRecords(fields, result, () => false)] };
}

/** The counts of several readings. */
export function tallyOf(readings: readonly Reading[]): Tally {
  const tally = { records: 0, exact: 0, statedWrongly: 0, silent: 0 };
  for (const { field, right } of readings.flatMap(({ judgements }) => judgements)) {
    if (field === "exact") {
      tally.records++;
      if (right) tally.exact++;
    }
    if (field === "stated" && !right) tally.statedWrongly++;
    if (field === "said" && !right) tally.silent++;
  }
  return tally;
}

/** Whether all records of a file are right. */
export function isRight({ judgements }: Reading): boolean {
  return judgements.every(({ field, right }) => right || (field !== "exact" && field !== "stated"));
}

/** What the records say, for comparing formats. */
function saying({ result }: Reading): string {
  const flat = (text: string): string => text.replace(/\s+/gu, "");
  return JSON.stringify(result.tasks.map(({ number, path, heading, text, assignment, deadlines }) => [
    number, path.map(flat), flat((heading ?? "") + text),
    (["lead", "support", "responsible"] as const).map((role) => assignment[role].map((unit) => flat(unit.text))),
    assignment.people.map(({ name }) => flat(name)),
    deadlines.map(({ kind, start, due }) => [kind, start, due]),
  ]));
}

/** How many notices say the same in all formats. */
export function agreement(readings: readonly Reading[]): readonly [equal: number, of: number] {
  const notices = [...Map.groupBy(readings, ({ notice }) => notice.seed).values()];
  return [notices.filter((own) => new Set(own.map(saying)).size === 1).length, notices.length];
}

function lineOf(name: string, readings: readonly Reading[]): string {
  const { records, exact, statedWrongly, silent } = tallyOf(readings);
  const share = (part: number): string => (records === 0 ? "–" : ((100 * part) / records).toFixed(1)).padStart(6);
  return `${name.padEnd(28)}${String(records).padStart(7)}${share(exact)}${String(statedWrongly).padStart(8)}${String(records - exact).padStart(7)}${String(silent).padStart(8)}${share(silent)}`;
}

/** All in words. */
export function report(readings: readonly Reading[]): string {
  const features = Map.groupBy(readings.flatMap((reading) => featuresOf(reading.notice.choices).map((feature) => ({ feature, reading }))), ({ feature }) => feature);
  const formats = Map.groupBy(readings, ({ format }) => format);
  const [equal, of] = agreement(readings);
  return [
    `${"".padEnd(28)}records exact% stated−  wrong  silent     %`,
    ...[...features].map(([name, own]) => [name, own.map(({ reading }) => reading)] as const).sort((a, b) => a[0].localeCompare(b[0])).map(([name, own]) => lineOf(name, own)),
    "",
    ...[...formats].map(([name, own]) => lineOf(name, own)),
    lineOf("all", readings),
    `formats equal: ${String(equal)} of ${String(of)}`,
  ].join("\n");
}

/** What is wrong in one file. */
export function missesOf({ notice, format, judgements, result }: Reading): string {
  const wrong = judgements.filter(({ right, field }) => !right && !derivedFields.has(field) && field !== "status");
  const lines = wrong.map(({ field, record, gold, got }) => `   ${field} ${record}: ${oneLine(gold)} | ${oneLine(got)}`);
  const silent = judgements.filter(({ field, right }) => field === "said" && !right).length;
  return [`${notice.seed}.${format} [${featuresOf(notice.choices).join(" ")}]${silent > 0 ? ` ${String(silent)} in silence` : ""}`, ...lines.slice(0, 12), `   findings: ${[...new Set(result.diagnostics.map(({ code }) => code))].join(" ")}`].join("\n");
}

function oneLine(words: string | null): string {
  return words === null ? "–" : words.replace(/\s+/gu, "⏎").slice(0, 70);
}

function fits(choices: Choices, wanted: readonly string[]): boolean {
  return wanted.every((one) => {
    const [name = "", value = ""] = one.split("=");
    return Reflect.get(choices, name) === value;
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" }, count: { type: "string", default: "200" }, shrink: { type: "boolean" }, misses: { type: "boolean" },
      only: { type: "string", multiple: true, default: [] }, format: { type: "string", multiple: true, default: Object.keys(writers) }, save: { type: "string" },
    },
  });
  const readings: Reading[] = [];
  for (let i = 0; i < Number(values.count); i++) {
    const seed = `notice-${values.seed}-${String(i)}`;
    if (!fits(choose(seed), values.only)) continue;
    const notice = makeNotice(seed);
    for (const format of values.format) {
      const reading = await read(notice, format);
      readings.push(reading);
      if (!isRight(reading) && (values.misses === true || values.shrink === true)) {
        const smaller = values.shrink === true ? await shrink(notice, async (other) => !isRight(await read(other, format))) : notice;
        console.log(missesOf(await read(smaller, format)));
        if (values.save !== undefined) save(values.save, smaller, format);
      }
    }
  }
  console.log(report(readings));
}

/** Keeps a failure with its answer, to become a fixture. */
function save(folder: string, notice: MadeNotice, format: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${notice.seed}.${format}`), writers[format]?.(notice) ?? new Uint8Array());
  writeFileSync(join(folder, `${notice.seed}.json`), `${JSON.stringify(notice.gold, null, 1)}\n`);
}

if (import.meta.main) await main();
