/** The fields of one record beside gold: words, number, label, headings, kind, group, weight, columns. */
import type { Task } from "../../src/model/notice.ts";
import type { GoldTask } from "./gold.ts";
import type { Judgement } from "./judgement.ts";
import { bare, numberIn, plain, sameList, sameWords } from "./words.ts";

/** What a group of gold is called in the contract. Items of 工作要求 are tasks or safeguards (conventions/records.md 10). */
const kinds: Readonly<Record<string, readonly Task["kind"][]>> = {
  task: ["task"],
  item: ["task"],
  requirement: ["task", "safeguard"],
  safeguard: ["safeguard"],
  phase: ["phase"],
  "assessment-item": ["assessment"],
  indicator: ["indicator"],
};

/** What one file of a notice cannot tell, though others can. */
export interface Allowance {
  /** File name in the corpus. */
  readonly file: string;
  readonly field: "path" | "label";
  /** Positions of the records in gold, from 1; null for all. */
  readonly records: readonly number[] | null;
  /** `inherit`: the sub-heading of the record above may be carried on; `unmarked`: markers at the start may be lacking. */
  readonly accept: "inherit" | "unmarked";
}

/** From the `ambiguous` remarks of the manifest. */
export const allowances: readonly Allowance[] = [
  { file: "wanzheng-66-noruled.pdf", field: "path", records: [31, 32, 41, 42, 43, 44], accept: "inherit" },
  { file: "002.txt", field: "path", records: null, accept: "unmarked" },
  { file: "002.txt", field: "label", records: null, accept: "unmarked" },
];

type Rate = readonly [field: string, gold: string | null, got: string | null, right: boolean];

/** Judges the plain fields of one pair. `above` is the gold record whose sub-heading it may carry on. */
export function judgeTask(gold: GoldTask, got: Task, record: number, above: GoldTask | null, allowed: readonly Allowance[] = []): Judgement[] {
  const rates: Rate[] = [
    ["text", gold.text, got.text, textRight(gold, got)],
    ["path", gold.path.join(" / "), got.path.join(" / "), pathRight(gold, got, record, above, allowed)],
    ["number", gold.number ?? gold.numberByPosition ?? null, got.number, numberRight(gold, got)],
    ["kind", kinds[gold.group]?.[0] ?? gold.group, got.kind, (kinds[gold.group] ?? [gold.group]).includes(got.kind)],
  ];
  if (gold.label !== undefined) rates.push(["label", gold.label, got.label, labelRight(gold, got, allowed)]);
  if (gold.heading !== undefined) rates.push(["heading", gold.heading, got.heading, headingRight(gold, got)]);
  if (gold.attachment !== undefined) rates.push(["group", gold.attachment, got.group, sameWords(gold.attachment, got.group ?? "")]);
  if (gold.part !== undefined) rates.push(["part", String(gold.part), show(got.part), gold.part === got.part]);
  if (gold.weight !== undefined) rates.push(["weight", show(gold.weight), show(got.weight), gold.weight === got.weight]);
  const columns = Object.entries({ ...gold.columns, ...gold.fields }).map(([header, text]): Rate => columnRate(header, [text, gold.fieldsAlternative?.[header]], got));
  return [...rates, ...columns].map(([field, wanted, answer, right]) => ({
    field,
    record: String(record),
    gold: wanted ?? "null",
    got: answer ?? "null",
    right,
  }));
}

function show(value: number | null): string {
  return value === null ? "null" : String(value);
}

function textRight(gold: GoldTask, got: Task): boolean {
  const joined = plain((gold.heading ?? "") + gold.text) === plain((got.heading ?? "") + got.text);
  const wanted = [gold.text, gold.textBySense].filter((text) => text !== undefined);
  const assessed = gold.group === "assessment-item";
  return joined || wanted.some((text) => sameWords(text, got.text) || (assessed && withoutAssessed(text) === withoutAssessed(got.text)));
}

/** 主要考核X、Y。 at the end of an assessment item may stay in the text or be left out of it. */
function withoutAssessed(text: string): string {
  const words = plain(text);
  const start = words.lastIndexOf("主要考核");
  return start < 0 || words.slice(start, -1).includes("。") ? words : words.slice(0, start);
}

function pathRight(gold: GoldTask, got: Task, record: number, above: GoldTask | null, allowed: readonly Allowance[]): boolean {
  const own = [(got.label ?? "") + (got.heading ?? "")];
  const wanted = [gold.path, gold.pathPrinted, gold.pathInherited].filter((path) => path !== undefined);
  if (typeof gold.heading === "string") wanted.push([...gold.path, (gold.label ?? "") + gold.heading]);
  if (allows(allowed, "path", "inherit", record) && above !== null) wanted.push([...gold.path, ...above.path.slice(gold.path.length)]);
  const lax = allows(allowed, "path", "unmarked", record);
  const same = (one: readonly string[], other: readonly string[]): boolean => sameList(one, other) || (lax && sameList(one.map(unmarked), other.map(unmarked)));
  return wanted.some((path) => same(path, got.path) || (got.heading !== null && same(path, [...got.path, ...own])));
}

/** The gold record whose sub-heading a record may carry on: the last one above that carries on none itself. */
export function recordAbove(tasks: readonly GoldTask[], record: number, allowed: readonly Allowance[]): GoldTask | null {
  let above = record - 1;
  while (above > 0 && allows(allowed, "path", "inherit", above)) above--;
  return tasks[above - 1] ?? null;
}

function allows(allowed: readonly Allowance[], field: Allowance["field"], accept: Allowance["accept"], record: number): boolean {
  return allowed.some((one) => one.field === field && one.accept === accept && (one.records === null || one.records.includes(record)));
}

function unmarked(heading: string): string {
  return plain(heading).replace(/^[([]?[一二三四五六七八九十]+[)\]]?[、.]?/u, "");
}

/** A label may come as number too, where gold has no number: 一、 as 一 or 1. */
function numberRight(gold: GoldTask, got: Task): boolean {
  const wanted = [gold.number, ...(gold.numberByPosition === undefined ? [] : [gold.numberByPosition])];
  if (wanted.includes(got.number)) return true;
  return gold.number === null && labelAsNumber(gold, got);
}

function labelAsNumber(gold: GoldTask, got: Task): boolean {
  if (got.number === null || typeof gold.label !== "string") return false;
  const own = numberIn(gold.label);
  return own !== null && own === numberIn(got.number);
}

function labelRight(gold: GoldTask, got: Task, allowed: readonly Allowance[]): boolean {
  const wanted = gold.label ?? null;
  if (wanted === null || got.label === null) {
    const lacking = got.label === null && allows(allowed, "label", "unmarked", 0);
    return wanted === got.label || lacking || (got.label === null && gold.number === null && labelAsNumber(gold, got));
  }
  return plain(wanted).replace(/[、.]$/u, "") === plain(got.label).replace(/[、.]$/u, "");
}

/** The heading may stand last in the path instead, or lead the text. */
function headingRight(gold: GoldTask, got: Task): boolean {
  const wanted = gold.heading ?? null;
  if (wanted === null) return got.heading === null;
  if (got.heading !== null) return sameWords(wanted, got.heading);
  const last = got.path.at(-1) ?? "";
  return sameWords((gold.label ?? "") + wanted, last) || sameWords(wanted, last) || sameWords(wanted + gold.text, got.text);
}

function columnRate(header: string, [text, ...others]: readonly [string, ...(string | undefined)[]], got: Task): Rate {
  const column = got.columns.find((one) => one.header !== null && sameWords(one.header, header));
  const answer = column === undefined ? null : `${header}: ${column.text}`;
  return ["columns", `${header}: ${text}`, answer, column !== undefined && [text, ...others].some((one) => one !== undefined && bare(column.text) === bare(one))];
}
