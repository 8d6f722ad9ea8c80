/**
 * Changes of a dataset in sentences: one for each change of meaning. A new date changes the words of its cell, the day, the deadline and
 * the columns of the row; a person is told once.
 */
import type { Column } from "../../model/column.ts";
import type { Language } from "../../model/finding.ts";
import { flatTables, type FlatValue } from "../../model/flat.ts";
import { shownValue } from "../../emit/shown-value.ts";
import { printable } from "../../text/shown.ts";
import { causeOrder, type Cause, type Change } from "../edition.ts";

/** What a notice and its tasks are called. */
export interface Names {
  readonly title: string | null;
  /** By id: number or label as printed, else the running number; and the words. */
  readonly tasks: ReadonlyMap<string, { readonly number: string; readonly text: string }>;
}

/** All that happened to one task, or to the notice itself (`task` null). */
export interface Told {
  readonly task: string | null;
  readonly ops: ReadonlySet<Change["op"]>;
  /** `任务1“编制清单”`; empty for the notice. */
  readonly called: string;
  /** One a change of meaning. */
  readonly sentences: readonly string[];
  readonly causes: readonly Cause[];
  readonly certain: boolean;
}

/** What is told of the changes of one notice: of the notice first, then of its tasks, in the order in which they come. */
export function tellChanges(changes: readonly Change[], names: Names | null, language: Language): Told[] {
  const groups = Map.groupBy(changes, ({ task }) => task);
  return [...groups].map(([task, own]) => ({
    task,
    ops: new Set(own.map(({ op }) => op)),
    called: task === null ? "" : calledOf(task, own, names, language),
    sentences: sentencesOf(own, language),
    causes: causeOrder.filter((cause) => own.some(({ causes }) => causes.includes(cause))),
    certain: own.every(({ certain }) => certain),
  }));
}

const causeNames: Readonly<Record<Cause, Readonly<Record<Language, string>>>> = {
  source: { zh: "来源", en: "source" },
  parser: { zh: "程序", en: "parser" },
  lookup: { zh: "名称表", en: "lookup" },
  override: { zh: "人工更正", en: "override" },
};

/** Why something changed, in words. */
export function causeWords({ causes, certain }: Pick<Change, "causes" | "certain">, language: Language): string {
  const named = causes.map((cause) => causeNames[cause][language]).join(language === "zh" ? "、" : ", ");
  return certain ? named : language === "zh" ? `${named}（分不清）` : `${named} (cannot be told apart)`;
}

/** Longest words of a task and of a value that are shown. */
const longest = { task: 24, value: 60 } as const;

function calledOf(task: string, changes: readonly Change[], names: Names | null, language: Language): string {
  const known = names?.tasks.get(task);
  const gone = changes.find(({ op }) => op === "DEL" || op === "ADD");
  const text = known?.text ?? String(gone?.before ?? gone?.after ?? "");
  return `${language === "zh" ? "任务" : "task "}${printable(known?.number ?? "")}${text === "" ? "" : quoted(text, longest.task, language)}`;
}

function quoted(words: string, most: number, language: Language): string {
  const characters = [...printable(words.replace(/\s+/gu, " ").trim())];
  const kept = characters.length > most ? `${characters.slice(0, most).join("")}…` : characters.join("");
  return language === "zh" ? `“${kept}”` : ` “${kept}”`;
}

/** The sentences about one task or notice. */
export function sentencesOf(changes: readonly Change[], language: Language): string[] {
  const zh = language === "zh";
  const whole = changes.flatMap(({ op, task, before, after }) => {
    if (op === "REKEY") return [`${zh ? "标识" : "id"} ${printable(String(before))} → ${printable(String(after))}`];
    if (op === "MOD") return [];
    const words = task === null ? quoted(String(before ?? after ?? ""), longest.value, language) : "";
    return [`${op === "ADD" ? (zh ? "新增" : "added") : zh ? "删除" : "deleted"}${words}`];
  });
  const fields = new Map(changes.filter(({ op, field }) => op === "MOD" && field !== null).map((change) => [change.field ?? "", change]));
  return [...whole, ...meanings(fields, language)];
}

type Fields = ReadonlyMap<string, Change>;

/** Fields that say one thing together: the first of them that changed is told, the rest follow from it. */
const deadlineFields = ["time", "due", "ongoing", "deadlines"] as const;
const roleFields = ["lead", "support", "responsible", "others", "people"] as const;
const flagFields = ["openEnded", "byDuty"] as const;
const unitFields = ["allocation", "units", "allocationBasis"] as const;
/** Composites that only a reader of JSON tells apart. */
const composites: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  columns: { zh: "表格其他栏有改动", en: "other cells of the row changed" },
  units: { zh: "单位的类别或所属区划有改动", en: "the kind or region of a unit changed" },
  deadlines: { zh: "时限的读法有改动", en: "the reading of a deadline changed" },
  period: { zh: "行动时间有改动", en: "the time of the action changed" },
  sections: { zh: "正文有改动", en: "the body text changed" },
  rules: { zh: "全文规则有改动", en: "the rules for the whole notice changed" },
  unitLists: { zh: "单位名单有改动", en: "a list of units changed" },
  links: { zh: "其他通知里文字相同的任务有变化", en: "the tasks of other notices with equal words are others" },
  further: { zh: "其他公文要素有改动", en: "other elements changed" },
};

function meanings(fields: Fields, language: Language): string[] {
  const told = [...deadlineMeaning(fields, language), ...unitMeanings(fields, language)];
  const known = new Set<string>([...deadlineFields, ...roleFields, ...flagFields, ...unitFields, "columns"]);
  for (const [field, change] of fields) if (!known.has(field)) told.push(fieldMeaning(field, change, language));
  if (told.length === 0 && fields.has("columns")) told.push(composites["columns"]?.[language] ?? "");
  return told;
}

function deadlineMeaning(fields: Fields, language: Language): string[] {
  const [time, due, ongoing] = [fields.get("time"), fields.get("due"), fields.get("ongoing")];
  const name = language === "zh" ? "完成时限" : "due";
  if (time !== undefined) return [`${name} ${pair(time, language)}`];
  if (due !== undefined) return [`${name} ${pair(due, language)}`];
  if (ongoing !== undefined) return [fieldMeaning("ongoing", ongoing, language)];
  return fields.has("deadlines") ? [composites["deadlines"]?.[language] ?? ""] : [];
}

function unitMeanings(fields: Fields, language: Language): string[] {
  const told = [
    ...roleFields.flatMap((field) => {
      const change = fields.get(field);
      return change === undefined ? [] : [listMeaning(field, change, language)];
    }),
    ...flagFields.flatMap((field) => {
      const change = fields.get(field);
      return change === undefined ? [] : [fieldMeaning(field, change, language)];
    }),
  ];
  if (told.length > 0) return told;
  const [first] = unitFields.filter((field) => fields.has(field));
  const change = first === undefined ? undefined : fields.get(first);
  return first === undefined || change === undefined ? [] : [fieldMeaning(first, change, language)];
}

/** What came into a list and what went: `配合单位 + 市税务局`. */
function listMeaning(field: string, { before, after }: Change, language: Language): string {
  const list = (value: FlatValue): string[] => String(value ?? "").split("；").filter((one) => one !== "");
  const [then, now] = [list(before), list(after)];
  const came = now.filter((one) => !then.includes(one)).map((one) => `+ ${printable(one)}`);
  const went = then.filter((one) => !now.includes(one)).map((one) => `− ${printable(one)}`);
  const all = [...came, ...went];
  return `${nameOf(field, language)} ${all.length === 0 ? (language === "zh" ? "次序有改动" : "in another order") : all.join(language === "zh" ? "、" : ", ")}`;
}

function fieldMeaning(field: string, change: Change, language: Language): string {
  const composite = composites[field];
  return composite === undefined ? `${nameOf(field, language)} ${pair(change, language)}` : composite[language];
}

/** Both values; of long ones the part that differs. */
function pair({ field, before, after }: Change, language: Language): string {
  const column = columnOf(field ?? "");
  const words = (value: FlatValue): string => (value === null ? "" : String(shownValue(value, column ?? {}, language)));
  const [then, now] = around([...words(before).replace(/\s+/gu, " ")], [...words(after).replace(/\s+/gu, " ")]);
  const none = language === "zh" ? "无" : "none";
  return `${then === "" ? none : printable(then)} → ${now === "" ? none : printable(now)}`;
}

/** Characters of context beside what differs. */
const context = 8;

function around(then: readonly string[], now: readonly string[]): [string, string] {
  if (Math.max(then.length, now.length) <= longest.value) return [then.join(""), now.join("")];
  let start = 0;
  while (start < Math.min(then.length, now.length) && then[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(then.length, now.length) - start && then[then.length - 1 - end] === now[now.length - 1 - end]) end++;
  const part = (words: readonly string[]): string => {
    const [from, to] = [Math.max(0, start - context), Math.min(words.length, words.length - end + context)];
    const kept = words.slice(from, to);
    const shown = kept.length > longest.value ? [...kept.slice(0, longest.value), "…"] : kept;
    return `${from > 0 ? "…" : ""}${shown.join("")}${to < words.length ? "…" : ""}`;
  };
  return [part(then), part(now)];
}

/** The name of a field for people. */
export function nameOf(field: string, language: Language): string {
  return language === "zh" ? (columnOf(field)?.zh ?? field) : field;
}

/** The column of the tables that has the values of a field. */
export function columnOf(field: string): Column | undefined {
  return flatTables.find(({ name }) => name === "tasks")?.columns[field] ?? flatTables.find(({ name }) => name === "notices")?.columns[field];
}
