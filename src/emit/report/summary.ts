/** The words of a report that are no findings, in Chinese and English. */
import type { Language } from "../../model/finding.ts";
import { levelOrder, levels, type Entry, type FileSummary, type ReportData } from "./entries.ts";

export const reportWords = {
  title: { zh: "核对报告", en: "Report of what needs eyes" },
  file: { zh: "文件", en: "file" },
  notice: { zh: "标题", en: "title" },
  status: { zh: "读取结果", en: "status" },
  tasks: { zh: "任务", en: "tasks" },
  task: { zh: "任务", en: "task" },
  nothing: { zh: "没有需要核对的内容。", en: "Nothing needs eyes." },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

const statuses: Readonly<Record<FileSummary["status"], Readonly<Record<Language, string>>>> = {
  success: { zh: "已读", en: "read" },
  partial: { zh: "部分读不了", en: "partly unreadable" },
  empty: { zh: "没有任务", en: "no tasks" },
  failed: { zh: "读不出内容", en: "nothing readable" },
};

/** What came of a file, in words. */
export function statusWords({ status }: FileSummary, language: Language): string {
  return statuses[status][language];
}

/** What came of a file, how many tasks it gave, and how much of each level needs eyes. */
export function fileWords(file: FileSummary, language: Language): string[] {
  const counted = levelOrder.filter((level) => file.counts[level] > 0).map((level) => `${levels[level][language]} ${file.counts[level]}`);
  return [statusWords(file, language), `${reportWords.tasks[language]} ${file.tasks}`, ...counted];
}

/** Most places that are named one by one. */
const named = 12;

/** Where else the same is said, in one line; null when nowhere. */
export function alsoWords({ also }: Pick<Entry, "also">, language: Language): string | null {
  if (also.length === 0) return null;
  const places = also.filter((where) => where !== "").slice(0, named);
  const all = places.length === also.length || places.length === 0 ? "" : "…";
  if (language === "zh") return `另有 ${also.length} 处${places.length === 0 ? "" : `：${places.join("、")}${all}`}`;
  return `${also.length} more${places.length === 0 ? "" : `: ${places.join(", ")}${all}`}`;
}

/** How many files, tasks and things to look at there are, in one line. */
export function totalWords({ files }: Pick<ReportData, "files">, language: Language): string {
  const tasks = files.reduce((sum, file) => sum + file.tasks, 0);
  const total = language === "zh" ? `${files.length} 个文件，${tasks} 项任务` : `${files.length} files, ${tasks} tasks`;
  const counted = levelOrder.map((level) => ({ level, count: files.reduce((sum, file) => sum + file.counts[level], 0) })).filter(({ count }) => count > 0);
  if (counted.length === 0) return `${total}${language === "zh" ? "。" : ". "}${reportWords.nothing[language]}`;
  return [total, ...counted.map(({ level, count }) => `${levels[level][language]} ${count}`)].join(language === "zh" ? "，" : ", ");
}
