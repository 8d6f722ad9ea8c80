/** How many records are right as a whole, by set and format, and how loud the answer is where they are not. */
import { total, type Judgement, type Score } from "./judgement.ts";
import { missesOf, type Measured } from "./measure.ts";
import { grid, percent } from "./table.ts";

const head = ["set, format", "records", "exact", "P", "R", "F1", "stated", "stated wrongly", "wrong", "wrong in silence", "%"];

/** One line a set and format, then the fields in which records are wrong. */
export function recordTable(measured: readonly Measured[]): string {
  const sets = Map.groupBy(measured, ({ file, result }) => `${file.corpus}, ${result.sources[0]?.format ?? "?"}`);
  const corpora = Map.groupBy(measured, ({ file }) => `= ${file.corpus}`);
  const rows = [...sets, ...corpora].filter(([, own]) => own.some(({ file }) => file.gold.tasks.length > 0));
  return [grid([head, ...rows.map(([name, own]) => row(name, own))]), ...rows.filter(([name]) => name.startsWith("=")).map(missLine)].join("\n");
}

function row(name: string, own: readonly Measured[]): string[] {
  const scores = total(own.map((one) => one.scores));
  const [exact, stated, said] = ["exact", "stated", "said"].map((field) => scores.get(field));
  const silent = said === undefined ? 0 : said.wrong;
  const all = count(exact);
  return [
    name,
    String((exact?.right ?? 0) + (exact?.wrong ?? 0) + (exact?.missing ?? 0)),
    String(exact?.right ?? 0),
    percent(exact?.precision),
    percent(exact?.recall),
    percent(exact?.value),
    String(count(stated)),
    String(stated?.invented ?? 0),
    String(count(said)),
    String(silent),
    percent(all === 0 ? null : silent / all),
  ];
}

function count(score: Score | undefined): number {
  return score === undefined ? 0 : score.right + score.wrong + score.missing + score.invented;
}

/** `= dev: units 12, path 4 …`: mistakes by field, most first. */
function missLine([name, own]: readonly [string, readonly Measured[]]): string {
  const fields = Map.groupBy(own.flatMap((one): Judgement[] => missesOf(one)), ({ field }) => field);
  const counts = [...fields].map(([field, misses]) => [field, misses.length] as const).sort((a, b) => b[1] - a[1]);
  return `${name} misses: ${counts.length === 0 ? "none" : counts.map(([field, number]) => `${field} ${number}`).join(", ")}`;
}
