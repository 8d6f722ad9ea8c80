/** Names and patterns that are made of the rows of occasions.ts. */
import { solarTerms } from "./lunar-years.ts";
import { events, holidays, type HolidayRule } from "./occasions.ts";

/** Every name of a holiday with its row. */
export const holidayNames: ReadonlyMap<string, HolidayRule> = new Map(holidays.flatMap((rule) => rule.names.split(" ").map((name) => [name, rule] as const)));

/** Names of holidays that need no words around them to be one. */
const plainNames = [...holidayNames].flatMap(([name, { pattern }]) => (pattern === undefined || name === "十一" ? [name] : []));

/** Such names as alternatives, the longest first. */
export const plainHolidays = alternatives(plainNames);

/** What names of holidays end with: 节, else the name. */
export const endsOfHolidays = alternatives(["节", ...[...holidayNames.keys()].filter((name) => !name.endsWith("节"))]);

/** How holidays are printed: in a place for times, solar terms too; in running text, 雨水 is rain. */
export const printedHolidays = {
  cell: `(?:${alternatives([...holidayNames].map(([name, { pattern }]) => pattern ?? name))}|(?:${Object.keys(solarTerms).join("|")})节?)`,
  text: `(?:${alternatives([...holidayNames].map(([name, rule]) => rule.inText ?? name))})`,
} as const;

function alternatives(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).join("|");
}

/** Any event. */
export const anyEvent = `(?:${events.map(({ pattern }) => pattern).join("|")})`;

/** Names of lunar months beside their numbers. */
export const lunarMonths: Readonly<Record<string, number>> = { "正": 1, "冬": 11, "腊": 12 };
