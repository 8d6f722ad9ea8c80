/** The table of GB/T 2260 divisions, read on first use: a place by its code or its name. */
import { countBefore } from "../../model/sorted.ts";
import { divisionRows } from "./rows.ts";

/** A province, prefecture-level city, county, or a zone that the statistics count as a county. */
export interface Division {
  /** Six digits. */
  readonly code: string;
  /** Full name: 贵池区. */
  readonly name: string;
  readonly level: "province" | "city" | "county" | "zone";
  /** Years between which it is known to hold, both inclusive; null: open. `ended`: no longer there, whether or not the year is known. */
  readonly from: number | null;
  readonly until: number | null;
  readonly ended: boolean;
}

interface Tables {
  /** In the order of their codes; several of one code stand together, the last of them longest in force. */
  readonly list: readonly Division[];
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  /** Zones of today by the four digits of their city. */
  readonly zones: ReadonlyMap<string, readonly Division[]>;
  readonly longest: number;
}

let tables: Tables | null = null;

/** Reads the rows once a process: a few milliseconds, and never changed afterwards. */
function table(): Tables {
  tables ??= readTables();
  return tables;
}

function readTables(): Tables {
  const list: Division[] = [];
  const byName = new Map<string, Division[]>();
  const zones = new Map<string, Division[]>();
  let longest = 0;
  const add = (division: Division): void => {
    list.push(division);
    put(byName, division.name, division);
    if (division.level === "zone" && !division.ended) put(zones, division.code.slice(0, 4), division);
    longest = Math.max(longest, division.name.length);
  };
  for (const line of divisionRows.trim().split("\n")) {
    const [head = "", words = "", ...counties] = line.split(" ");
    const own = words === "" ? null : readRow(head.padEnd(6, "0"), words);
    if (own !== null) add(own);
    for (const county of counties) {
      const row = readRow(head + county.slice(0, 2), county.slice(2));
      if (row.name !== own?.name) add(row);
    }
  }
  return { list, byName, zones, longest };
}

function put(index: Map<string, Division[]>, key: string, division: Division): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [division]);
  else known.push(division);
}

function readRow(code: string, words: string): Division {
  const dash = words.indexOf("-");
  if (dash < 0) return { code, name: words, level: levelOf(code), from: null, until: null, ended: false };
  const start = dash >= 4 && words.charCodeAt(dash - 1) <= 0x39 ? dash - 4 : dash;
  const end = words.slice(dash + 1);
  return { code, name: words.slice(0, start), level: levelOf(code), from: yearOf(words.slice(start, dash)), until: yearOf(end), ended: end !== "" };
}

function yearOf(digits: string): number | null {
  return digits === "" || digits === "?" ? null : Number(digits);
}

/** Codes of the form xxxx7x belong to the statistics alone: 开发区, 高新区, 管理区. */
function levelOf(code: string): Division["level"] {
  if (code.endsWith("00")) return code.endsWith("0000") ? "province" : "city";
  return code.charAt(4) === "7" ? "zone" : "county";
}

/** The division that has a code in a year (null: today); a code that has ended gives its last name. */
export function divisionOf(code: string, year: number | null = null): Division | null {
  const rows = withCode(code);
  return rows.find((row) => holds(row, year)) ?? rows.at(-1) ?? null;
}

/**
 * The divisions of a full name in a year, today's first: several for 鼓楼区, one for 贵池区. Those whose years exclude it
 * are left out when others remain; a year more or less is allowed, because notices and the table are not of one day.
 */
export function divisionsNamed(name: string, year: number | null = null): readonly Division[] {
  const rows = table().byName.get(name) ?? [];
  const inForce = rows.filter((row) => holds(row, year));
  return inForce.length > 0 ? inForce : rows;
}

/** The longest full name with which a text begins, "" when it begins with none. */
export function longestDivisionName(text: string): string {
  const { byName, longest } = table();
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const name = text.slice(0, length);
    if (byName.has(name)) return name;
  }
  return "";
}

/** All divisions, in the order of their codes, ended ones among them. */
export function allDivisions(): Division[] {
  return [...table().list];
}

/** The zones that the statistics count in a city, by its code. */
export function zonesOf(city: string): readonly Division[] {
  return table().zones.get(city.slice(0, 4)) ?? [];
}

/** Whether a place lies in another one, or is it, by the digits of their codes. 000000 holds all. */
export function liesIn(code: string, parent: string): boolean {
  return parent === "000000" || code.startsWith(stem(parent));
}

/** Code of the place one level up: county → city → province → the nation, which has none. Provinces without cities: see 419001. */
export function parentCode(code: string): string | null {
  if (code === "000000") return null;
  if (code.endsWith("0000")) return "000000";
  const province = `${code.slice(0, 2)}0000`;
  if (code.endsWith("00")) return province;
  const city = `${code.slice(0, 4)}00`;
  return isMunicipality(code) || withCode(city).length === 0 ? province : city;
}

/** 北京, 天津, 上海, 重庆: provinces that are cities, whose districts have no city between. */
export function isMunicipality(code: string): boolean {
  return /^(?:11|12|31|50)/u.test(code);
}

/** The rows of one code, by binary search. */
function withCode(code: string): readonly Division[] {
  const { list } = table();
  const low = countBefore(list, (one) => one.code < code);
  let end = low;
  while (list[end]?.code === code) end++;
  return list.slice(low, end);
}

function stem(code: string): string {
  return code.replace(/0000$|00$/u, "");
}

function holds({ from, until, ended }: Division, year: number | null): boolean {
  if (year === null) return !ended;
  return (from === null || from - 1 <= year) && (until === null ? true : year <= until + 1);
}
