/** How long a printed list of units takes, warm, and how long the tables take to load in a fresh process. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseAssignment } from "../../src/units.ts";

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 30);
const limit = { microsecondsAList: 20, millisecondsToLoad: 30 };

const [, ...rows] = readFileSync(new URL("../normalise/units/units.tsv", import.meta.url), "utf8").trimEnd().split("\n");
const lists = rows.map((row) => row.split("\t")[0] ?? "").filter((list) => !list.includes(" | "));
const contexts = [{}, { region: "340200", issued: "2021-03-01", header: "责任单位" }];

const times: number[] = [];
for (let round = 0; round < rounds + 20; round++) {
  for (const context of contexts) {
    for (const list of lists) {
      const start = performance.now();
      for (let i = 0; i < 5; i++) parseAssignment(list, context);
      if (round >= 20) times.push(((performance.now() - start) * 1000) / 5);
    }
  }
}

/** The tables as JavaScript in a folder of their own, because stripping types is no part of loading. */
const built = mkdtempSync(join(tmpdir(), "units-"));
for (const room of ["model", "text", "rules"]) {
  const source = fileURLToPath(new URL(`../../src/${room}`, import.meta.url));
  for (const file of readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    const target = join(built, room, file.replace(/ts$/u, "js"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, stripTypeScriptTypes(readFileSync(join(source, file), "utf8")).replace(/\.ts";$/gmu, '.js";'));
  }
}
writeFileSync(join(built, "package.json"), '{ "type": "module" }');

/** Processor time, which other programs on the machine change less than the clock. */
const load = `
  const before = process.cpuUsage();
  const { findLocalDepartment } = await import("./rules/units/department-names.js");
  const { divisionsNamed } = await import("./rules/divisions/divisions.js");
  for (const name of ["headers", "verbs", "role-words", "endings", "collectives", "territories", "documents", "lookups"]) await import("./rules/units/" + name + ".js");
  for (const name of ["regions", "hosts"]) await import("./rules/metadata/" + name + ".js");
  findLocalDepartment("财政局", null);
  divisionsNamed("贵池区");
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
`;
const loads = Array.from({ length: 9 }, () => Number(execFileSync(process.execPath, ["--input-type=module", "--eval", load], { cwd: built, encoding: "utf8" })));
rmSync(built, { recursive: true });

const list = median(times);
const loaded = median(loads);
console.log(`units: ${lists.length} lists, median ${list.toFixed(1)} µs a list, 95 % within ${quantile(times, 0.95).toFixed(1)} µs (limit of the median ${limit.microsecondsAList})`);
console.log(`units: all tables load in ${loaded.toFixed(1)} ms of processor time in a fresh process, best ${Math.min(...loads).toFixed(1)} (limit ${limit.millisecondsToLoad})`);
if (list > limit.microsecondsAList || loaded > limit.millisecondsToLoad) {
  console.error("Units took longer than their limit.");
  process.exitCode = 1;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;
}
