/** The 台账 as a flat table, for sheets. */
import { text, word } from "../../model/column.ts";
import type { Language } from "../../model/finding.ts";
import { flatTables, type FlatRow, type FlatTable } from "../../model/flat.ts";
import { clean } from "../clean.ts";
import { shownValue } from "../shown-value.ts";
import type { Ledger } from "./ledger.ts";

const columns = {
  number: text("序号", "印出的编号；一份通知里编号有重复或缺失的，按阅读顺序", "The printed number; counted in reading order where the printed ones do not tell the tasks of a notice apart"),
  task: word("任务", "标题和任务内容，按原文", "Heading and words of the task, as printed"),
  lead: text("牵头", "牵头单位", "Lead units"),
  support: text("配合", "配合、参与单位", "Supporting units"),
  responsible: text("责任", "责任单位；其他角色和责任人也在这里", "Responsible units; other roles and persons too"),
  due: text("时限", "原文；没有写明日子的，括号里是最后一天", "As printed, with the last day where the words do not give it"),
  source: text("来源", "文件和所在的页、行或段", "File, and page, row or paragraph"),
  check: text("待核", "需要人看的地方；空的表示没有疑点", "What a person should check; empty where nothing is in doubt"),
};

/** What the office keeps. Results that gave no task, and what stands in none, have a row with source and 待核 alone. */
export const ledgerTable: FlatTable = { name: "ledger", zh: "台账", about: { zh: "每项任务一行，供人阅读", en: "One row a task, for people" }, columns, key: [], refers: [], indexed: [] };

/** Widths of its columns in characters of a narrow script. */
export const ledgerWidths: readonly number[] = [7, 50, 20, 24, 24, 20, 20, 30];

/** The keys of the columns in order. */
export const ledgerKeys = Object.keys(columns) as readonly (keyof typeof columns)[];

/** The headers of the columns, in order. */
export function ledgerHeaders(language: Language): string[] {
  return Object.entries(columns).map(([key, { zh }]) => (language === "zh" ? zh : key));
}

/** The rows of a ledger, in the order of its columns. `alone`: its only file needs no naming. */
export function ledgerRows({ lines, remarks, files }: Ledger, language: Language, { alone = false } = {}): FlatRow[] {
  const from = (file: string, where: string): string => [alone && files.length === 1 ? "" : file, where].filter((part) => part !== "").join(" ");
  const rows = [
    ...lines.map(({ number, text: task, lead, support, responsible, due, file, where, check }) => ({ number, task, lead, support, responsible, due, source: from(file, where), check })),
    ...remarks.map(({ file, where, message }) => ({ number: "", task: language === "zh" ? "（不是任务）" : "(no task)", lead: "", support: "", responsible: "", due: "", source: from(file, where), check: message })),
  ];
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, words]) => [key, clean(words)])));
}

const tasks = flatTables.find(({ name }) => name === "tasks");

/** The row of a task of which only the flat row is there: a dataset keeps those. */
export function ledgerRowOf(row: FlatRow): FlatRow {
  const words = (key: string): string => String(shownValue(row[key] ?? null, tasks?.columns[key] ?? {}, "zh") ?? "");
  const both = (...parts: readonly string[]): string => [...new Set(parts)].filter((part) => part !== "").join("\n");
  const page = row["page"] === null ? "" : `第${words("page")}页`;
  return {
    number: words("number") || words("label") || words("ordinal"),
    task: both(words("heading"), words("text")),
    lead: words("lead"),
    support: words("support"),
    responsible: both(words("responsible"), words("others"), words("people")) || words("allocation"),
    due: both(words("time"), words("due")),
    source: [words("documentNumber") || words("file"), page].filter((part) => part !== "").join(" "),
    check: words("findings").replaceAll("；", "\n"),
  };
}
