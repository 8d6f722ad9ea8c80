/** The evaluation in words for people: tables, misses side by side, promises. */
import type { Fall } from "./floors.ts";
import type { Gap, Judgement, Score } from "./judgement.ts";
import { total } from "./judgement.ts";
import { missesOf, type Measured, type Unread } from "./measure.ts";
import { noticeShare, type Standing } from "./targets.ts";

/** Columns of the table: heading and score. */
const columns: readonly (readonly [heading: string, field: string])[] = [
  ["text", "text"],
  ["path", "path"],
  ["num", "number"],
  ["label", "label"],
  ["head", "heading"],
  ["kind", "kind"],
  ["group", "group"],
  ["part", "part"],
  ["weight", "weight"],
  ["cols", "columns"],
  ["cell", "cellDeadlines"],
  ["times", "textDeadlines"],
  ["from", "anchors"],
  ["due", "due"],
  ["units", "units"],
  ["clause", "clause"],
  ["等", "openEnded"],
  ["按职责", "byDuty"],
  ["doers", "subjectUnits"],
  ["refs", "references"],
  ["ends", "repeals"],
  ["lists", "unitLists"],
  ["sect", "sectionDeadlines"],
  ["!time", "notDeadlines"],
  ["!unit", "notUnits"],
  ["!task", "notTasks"],
  ["status", "status"],
];

/** One line a file, its scores in percent; “–” where gold has nothing to compare. */
export function scoreTable(measured: readonly Measured[]): string {
  const formats = [...new Set(measured.map(({ result }) => result.sources[0]?.format ?? "?"))];
  const head = ["file", "found", "missed", "made up", ...columns.map(([heading]) => heading), "notice", "unclaimed %", "gaps", "misses"];
  const rows = formats.flatMap((format) => {
    const own = measured.filter(({ result }) => (result.sources[0]?.format ?? "?") === format);
    const misses = own.reduce((sum, one) => sum + missesOf(one).length, 0);
    return [...own.map((one) => row(one.file.key, one.scores, missesOf(one).length)), row(`= ${format}`, total(own.map((one) => one.scores)), misses)];
  });
  return grid([head, ...rows]);
}

function row(name: string, scores: ReadonlyMap<string, Score>, misses: number): string[] {
  const records = scores.get("records");
  const gaps = [...scores.values()].reduce((sum, score) => sum + score.gaps, 0);
  const counts = [records?.right ?? 0, records?.missing ?? 0, records?.invented ?? 0].map(String);
  const unclaimed = (100 * (1 - (scores.get("coverage")?.value ?? 1))).toFixed(2);
  const values = columns.map(([, field]) => cell(scores.get(field)));
  return [name, ...counts, ...values, percent(noticeShare(scores)), unclaimed, String(gaps), String(misses)];
}

/** “–” where there was nothing to compare. */
function cell(score: Score | undefined): string {
  return score === undefined || score.right + score.wrong + score.missing + score.invented === 0 ? "–" : percent(score.value);
}

/** A share as percent with one decimal, never rounded up to 100. */
export function percent(value: number | null | undefined): string {
  if (value === null || value === undefined) return "–";
  return value === 1 ? "100" : (Math.floor(value * 1000) / 10).toFixed(1);
}

/** Rows as columns of equal width; Chinese characters take two places. */
export function grid(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ""))));
  const pad = (cell: string, column: number): string => {
    const space = " ".repeat(Math.max((widths[column] ?? 0) - widthOf(cell), 0));
    return column === 0 ? cell + space : space + cell;
  };
  return rows.map((cells) => cells.map(pad).join("  ").trimEnd()).join("\n");
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0);
}

/** Each miss of a file, gold and answer one above the other, shortened around the first difference. */
export function missList(one: Measured): string {
  const misses = missesOf(one).map((miss) => showMiss(miss));
  const unclaimed = one.result.coverage.unclaimed.map(({ text }) => `  coverage\n    unclaimed  ${shorten(text, 0)}`);
  return [`${one.file.key}: ${misses.length} misses, ${unclaimed.length} unclaimed pieces`, ...misses, ...unclaimed].join("\n");
}

function showMiss({ field, record, gold, got }: Judgement): string {
  const from = Math.max(firstDifference(gold ?? "", got ?? "") - 20, 0);
  const line = (words: string | null): string => (words === null ? "(nothing)" : shorten(words, from));
  return `  ${field}, record ${record}\n    gold  ${line(gold)}\n    got   ${line(got)}`;
}

function firstDifference(one: string, other: string): number {
  let i = 0;
  while (i < one.length && one[i] === other[i]) i++;
  return i;
}

function shorten(words: string, from: number): string {
  const line = words.replace(/\n/gu, "⏎");
  const start = line.length <= 120 ? 0 : from;
  return `${start > 0 ? "…" : ""}${line.slice(start, start + 120)}${start + 120 < line.length ? "…" : ""}`;
}

/** Files that were not read, by their diagnostics. */
export function unreadList(unread: readonly Unread[]): string {
  if (unread.length === 0) return "";
  const why = ({ result }: Unread): string =>
    result.status === "failed" ? [...new Set(result.diagnostics.map(({ code }) => code))].join(", ") : `taken for ${result.sources[0]?.format ?? "nothing"}`;
  const lines = unread.map((one) => `  ${one.file.key}: ${why(one)}`);
  return [`Not read yet: ${unread.length} files`, ...lines].join("\n");
}

/** Differences that are known, and those that are listed and gone. */
export function gapList(known: readonly Gap[], stale: readonly Gap[]): string {
  const line = (gap: Gap): string => `  ${gap.file}, record ${gap.record}, ${gap.field}: ${shorten(gap.gold, 0)} (${gap.reason})`;
  const part = (title: string, gaps: readonly Gap[]): string[] => (gaps.length === 0 ? [] : [`${title}: ${gaps.length}`, ...gaps.map(line)]);
  return [...part("Known gaps", known), ...part("Stale gaps, to be taken off corpus/known-gaps.json", stale)].join("\n");
}

/** Scores that fell. */
export function fallList(falls: readonly Fall[]): string {
  if (falls.length === 0) return "";
  const lines = falls.map(({ file, field, floor, value }) => `  ${file} ${field}: ${value === null ? "not scored" : value.toFixed(4)}, floor ${floor}`);
  return [`Below the floors of corpus/scores.json: ${falls.length}`, ...lines].join("\n");
}

/** The promises of the issues: how many are met, and those that are not. */
export function standingList(standings: readonly Standing[]): string {
  const issues = [...new Set(standings.map(({ target }) => target.issue))];
  return issues
    .flatMap((issue) => {
      const own = standings.filter(({ target }) => target.issue === issue);
      const open = own.filter(({ met }) => !met);
      const head = `Issue ${issue}: ${own.length - open.length} of ${own.length} targets met`;
      const unread = open.filter(({ got }) => got === null).length;
      const lines = open
        .filter(({ got }) => got !== null)
        .map(({ name, got, atLeast }) => `  open: ${name.slice(name.indexOf(" ") + 1)} ${percent(got)}, wanted ${percent(atLeast)}`);
      return [unread === 0 ? head : `${head}, ${unread} of files not read`, ...lines];
    })
    .join("\n");
}
