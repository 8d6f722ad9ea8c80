/**
 * Test facts of JioNLP (Apache-2.0), Duckling (BSD-3-Clause) and Recognizers-Text (MIT) in one shape. They are no part of this
 * repository: `FENGONG_EXTRA_CASES` names the folder that holds them. Ends of all kinds become the last day, inclusive.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";
import { addDays } from "../../../../src/text/calendar.ts";
import { simplify } from "../../../../src/text/traditional.ts";

/** What a source says an expression means: `before` ends on its due, `after` begins on its start, `found` has no value. */
export interface Value {
  readonly start: string | null;
  readonly due: string | null;
}

export interface Wanted {
  /** The expression, folded like the input. */
  readonly words: string;
  readonly means: "day" | "period" | "before" | "after" | "recurring" | "length" | "unresolved" | "found" | "moment";
  /** Any of them is right. */
  readonly values: readonly Value[];
}

export interface Case {
  readonly id: string;
  readonly set: "jionlp" | "duckling" | "recognizers";
  readonly tier: string;
  readonly group: string;
  readonly input: string;
  /** Day from which the source reads, as far as it gives one: `2021-06-14`, `2021`. */
  readonly base: string | null;
  readonly wanted: readonly Wanted[];
}

const casesFolder = process.env["FENGONG_EXTRA_CASES"] ?? null;

/** All cases of the folder; none when the environment names none. */
export function loadCases(folder: string | null = casesFolder): Case[] {
  if (folder === null || !existsSync(folder)) return [];
  const rows = (name: string): unknown[] =>
    readFileSync(join(folder, name), "utf8").trim().split("\n").map((line): unknown => JSON.parse(line));
  return [...rows("jionlp.jsonl").map(fromJionlp), ...rows("duckling.jsonl").map(fromDuckling), ...rows("recognizers.jsonl").map(fromRecognizers)];
}

const day = (moment: string | null | undefined): string | null => (moment != null && /^\d{4}-\d{2}-\d{2}/.test(moment) ? moment.slice(0, 10) : null);
const base = (text: string | null): string | null => (text === null ? null : (/^\d{4}(?:-\d{2}-\d{2})?/.exec(text)?.[0] ?? null));

const jionlp = z.looseObject({
  id: z.string(), tier: z.string(), group: z.string(), input: z.string(), base: z.unknown(),
  expected: z.union([
    z.array(z.looseObject({ text: z.string() })),
    z.looseObject({ type: z.string(), start: z.string().optional(), end: z.string().optional() }),
  ]),
});

function fromJionlp(row: unknown): Case {
  const { id, tier, group, input, base: from, expected } = jionlp.parse(row);
  const wanted: Wanted[] = Array.isArray(expected) ? expected.map(({ text }) => ({ words: text, means: "found", values: [] })) : [meant(input, expected)];
  return { id: `jionlp ${id}`, set: "jionlp", tier, group, input, base: base(typeof from === "string" ? from : null), wanted };
}

/** Its spans that begin with the present moment are deadlines. */
function meant(words: string, { type, start, end }: { type: string; start?: string | undefined; end?: string | undefined }): Wanted {
  if (type === "time_delta") return { words, means: "length", values: [] };
  if (type === "time_period") return { words, means: "recurring", values: [] };
  const values = [{ start: day(start), due: day(end) }];
  const fromNow = start !== undefined && !start.endsWith("00:00:00");
  if (start === "-inf" || fromNow) return { words, means: "before", values };
  if (end === "inf" || (end !== undefined && !/(?:23:59:59|00:00:00)$/.test(end))) return { words, means: "after", values };
  return { words, means: type === "time_point" && day(start) === day(end) ? "day" : "period", values };
}

const duckling = z.looseObject({
  id: z.string(), tier: z.string(), group: z.string(), script: z.string(), input: z.string(), base: z.string(),
  expected: z.looseObject({ grain: z.string(), start: z.string().optional(), end_exclusive: z.string().optional() }),
});

function fromDuckling(row: unknown): Case {
  const { id, tier, group, input, base: from, expected } = duckling.parse(row);
  const start = expected.start ?? "";
  const months = /^(\d{4})-(\d{2})-00$/;
  const value: Value = months.test(start) && !start.includes("-00-")
    ? { start: start.replace(/-00$/, "-01"), due: addDays((expected.end_exclusive ?? "").replace(/-00$/, "-01"), -1) }
    : /-00-00$/.test(start)
      ? { start: start.replace(/-00-00$/, "-01-01"), due: addDays((expected.end_exclusive ?? "").replace(/-00-00$/, "-01-01"), -1) }
      : { start: day(start), due: expected.end_exclusive === undefined ? endOfGrain(start, expected.grain) : addDays(expected.end_exclusive, -1) };
  const means = expected.grain === "day" && expected.end_exclusive === undefined ? "day" : "period";
  const words = simplify(input);
  return { id: `duckling ${id}`, set: "duckling", tier, group, input: words, base: base(from), wanted: [{ words, means, values: [value] }] };
}

function endOfGrain(start: string, grain: string): string | null {
  const [year = "", month = ""] = start.split("-");
  switch (grain) {
    case "year":
      return `${year}-12-31`;
    case "quarter":
      return addDays(nextMonth(year, String(Number(month) + 2)), -1);
    case "month":
      return addDays(nextMonth(year, month), -1);
    case "week":
      return addDays(start, 6);
    default:
      return day(start);
  }
}

const nextMonth = (year: string, month: string): string =>
  month === "12" ? `${String(Number(year) + 1)}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, "0")}-01`;

const ends = z.looseObject({
  value: z.string().optional(), start: z.string().optional(), end: z.string().optional(), Mod: z.string().optional(), mod: z.string().optional(),
});
const side = z.union([z.string(), z.record(z.string(), z.string())]).nullish();
const recognizers = z.looseObject({
  id: z.string(), tier: z.string(), group: z.string(), input: z.string(), base: z.string().nullish(),
  expected: z.array(
    z.looseObject({ text: z.string(), type: z.string(), values: z.array(ends).optional(), future: side, past: side, mod: z.string().optional() }),
  ),
});

function fromRecognizers(row: unknown): Case {
  const { id, tier, group, input, base: from, expected } = recognizers.parse(row);
  const wanted = expected.map((item): Wanted => {
    const words = simplify(item.text);
    if (/time/.test(item.type)) return { words, means: "moment", values: [] };
    if (item.type === "duration") return { words, means: "length", values: [] };
    if (item.type === "set") return { words, means: "recurring", values: [] };
    const values = item.values ?? [item.future, item.past].flatMap((end) => (typeof end === "object" && end !== null ? [sided(end)] : []));
    if (values.length === 0) return { words, means: item.values === undefined && item.future == null ? "found" : "unresolved", values: [] };
    return dated(words, item.type, values, item.mod);
  });
  return { id: `recognizers ${id}`, set: "recognizers", tier, group, input: simplify(input), base: base(from ?? null), wanted };
}

type Ends = z.infer<typeof ends>;

const sided = (end: Record<string, string>): Ends => ({ value: end["date"], start: end["startDate"], end: end["endDate"] });

function dated(words: string, type: string, all: readonly Ends[], mod: string | undefined): Wanted {
  const how = all[0]?.Mod ?? all[0]?.mod ?? mod;
  const values = all.map(({ value, start, end }): Value => {
    if (type === "date") return { start: day(value), due: day(value) };
    const last = day(end);
    return { start: day(start), due: last === null ? null : addDays(last, -1) };
  });
  if (values.every(({ start, due }) => start === null && due === null) || values.some(({ due }) => due?.startsWith("0001") === true)) return { words, means: "unresolved", values: [] };
  if (how === "before") return { words, means: "before", values: all.map(({ start, end }) => ({ start: null, due: addDays(day(start ?? end) ?? "", -1) })) };
  if (how === "until") return { words, means: "before", values: all.map(({ start, end }) => ({ start: null, due: untilDay(words, day(start ?? end) ?? "") })) };
  if (how === "since" || how === "after") return { words, means: "after", values: all.map(({ start, end }) => ({ start: afterDay(how, words, day(start ?? end) ?? ""), due: null })) };
  return { words, means: type === "date" ? "day" : "period", values };
}

/** “until” a day includes it; of a year it gives the first day after. */
const untilDay = (words: string, end: string): string => (/[0-9]年及/.test(words) ? addDays(end, -1) : end);
/** “after” a day begins with the next; of a year it gives the first day after. */
const afterDay = (how: string, words: string, start: string): string => (how === "after" && /[日号0-9](?:之后|以后)$/.test(words) ? addDays(start, 1) : start);
