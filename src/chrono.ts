/**
 * Our deadline rows as a parser of chrono-node: `import { official, officialParser } from "fengong/chrono"`.
 * Whoever reads dates with chrono reads 三季度末, 春节前 and 印发之日起10个工作日内 too. Needs the package chrono-node, which a project
 * installs that uses it.
 */
import { Chrono, type Parser, type ParsingContext, type ParsingResult } from "chrono-node";
import { checked } from "./arguments.ts";
import { findDeadlines, parseDeadline, type DeadlineReading } from "./deadlines.ts";
import { officialContextSchema } from "./model/options.ts";

/** What the notice settles for times that leave it out; without it the reference date of chrono does. */
export interface OfficialContext {
  /** The year of the work. */
  readonly year?: number;
  /** Date of issue, `YYYY-MM-DD`: from it 印发之日起 is counted. */
  readonly issued?: string;
}

/**
 * A parser that finds the times of running text, or of a text that is nothing but a time. The day of a result is the last one still on time; an
 * interval has its first day as start and its last as end. Parts that are printed are certain, those that follow from them or from the
 * context are implied. Times without a day of the calendar (长期坚持, 每月) are left out. Tags: `fengong/` with the kind, the ids of the
 * rules, and the codes of warnings.
 *
 * @throws {TypeError} for a context with another name or with a value that is no year or date.
 *
 * @example new Chrono({ parsers: [officialParser({ year: 2021 })], refiners: [] })
 */
export function officialParser(context: OfficialContext = {}): Parser {
  const given = checked(officialContextSchema, context, "context") as OfficialContext;
  const found = new WeakMap<ParsingContext, ReadonlyMap<number, DeadlineReading>>();
  return {
    pattern: (parsing) => {
      const readings = readingsIn(parsing, given);
      found.set(parsing, new Map(readings.map((reading) => [reading.range[0], reading])));
      const words = [...new Set(readings.map(({ range: [start, end] }) => parsing.text.slice(start, end)))].sort((a, b) => b.length - a.length);
      return words.length === 0 ? /(?!)/u : new RegExp(words.map(literal).join("|"), "u");
    },
    extract: (parsing, { index }) => {
      const reading = found.get(parsing)?.get(index ?? -1);
      return reading === undefined ? null : resultOf(reading, parsing);
    },
  };
}

/** A Chrono that reads official times and nothing else: of text without a year the year is that of the reference date. */
export const official = new Chrono({ parsers: [officialParser()], refiners: [] });

function literal(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

function readingsIn({ text, reference }: ParsingContext, { year, issued }: OfficialContext): DeadlineReading[] {
  // eslint-disable-next-line no-restricted-syntax -- chrono counts days where its caller is
  const today = reference.getDateWithAdjustedTimezone().getFullYear();
  const known = { year: year ?? (issued === undefined ? today : Number(issued.slice(0, 4))), ...(issued === undefined ? {} : { issued }) };
  const inText = findDeadlines(text, known);
  const readings = inText.length > 0 ? inText : parseDeadline(text, known);
  return readings.filter(({ due }) => due !== null);
}

/** How exact the printed words are: what is certain of a day. */
const printed: Readonly<Record<NonNullable<DeadlineReading["precision"]>, readonly ("month" | "day")[]>> = { day: ["month", "day"], tenDay: ["month"], month: ["month"], quarter: [], halfYear: [], year: [], plan: [] };

function resultOf(reading: DeadlineReading, parsing: ParsingContext): ParsingResult {
  const { range: [index, end], start, due, kind, basis, warnings } = reading;
  const interval = kind === "interval" && start !== null && start !== due;
  const first = componentsOf(interval ? start : due, reading, parsing);
  const result = parsing.createParsingResult(index, parsing.text.slice(index, end), first, interval ? componentsOf(due, reading, parsing) : undefined);
  return result.addTags([kind, ...basis, ...warnings].map((tag) => `fengong/${tag}`));
}

/** A year that stands in the words themselves; one from the words before is none of theirs. */
const ownYear = /\d{4}|[〇○零一二三四五六七八九]{4}年/u;

function componentsOf(day: string | null, { text, precision, yearFrom }: DeadlineReading, parsing: ParsingContext): ParsingResult["start"] {
  const [year = 0, month = 0, date = 0] = (day ?? "").split("-").map(Number);
  const components = parsing.createParsingComponents();
  const certain: readonly string[] = precision === null ? [] : printed[precision];
  for (const [part, value] of [["year", year], ["month", month], ["day", date]] as const) {
    if (part === "year" ? yearFrom === "text" && ownYear.test(text) : certain.includes(part)) components.assign(part, value);
    else components.imply(part, value);
  }
  return components;
}
