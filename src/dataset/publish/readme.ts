/** The README of a version, in Chinese and English, made from its data. */
import { markdownTable as grid, markdownText } from "../../emit/markdown.ts";
import { columnsOf } from "../../emit/output.ts";
import { shownValue } from "../../emit/shown-value.ts";
import type { Language } from "../../model/finding.ts";
import { flatTables, type FlatTable } from "../../model/flat.ts";
import { parserVersion, schemaVersion } from "../../model/version.ts";
import { artifactTable } from "./artifacts.ts";
import type { CoverageFile } from "./coverage.ts";
import { issueWords, type Unused } from "./changelog.ts";
import type { Issue } from "../edition.ts";
import type { Picture } from "../../emit/pictures/pictures.ts";
import type { DatasetSettings } from "../correct/settings.ts";
import type { Statistics } from "./statistics.ts";
import { rekeysTable } from "./tables.ts";

interface Told {
  readonly settings: DatasetSettings;
  readonly statistics: Statistics;
  readonly coverage: CoverageFile;
  readonly facts: Unused;
  readonly pictures: readonly Picture[];
  readonly picturesEn: readonly Picture[];
  readonly files: readonly string[];
  readonly tables: readonly FlatTable[];
}

/** Most rows of a table of counts. */
const longest = 30;

/** The text of the file. */
export function readmeText(told: Told): string {
  return `# ${told.settings.title}\n\n[English](#english)\n\n${part(told, "zh")}\n<a id="english"></a>\n\n${part(told, "en")}`;
}

function part({ settings, statistics, coverage, facts, pictures, picturesEn, files, tables }: Told, language: Language): string {
  const say = (zh: string, en: string): string => (language === "zh" ? zh : en);
  const { notices, tasks, assignments, deadlines, readings, changes } = statistics;
  const share = coverage.characters === 0 ? "—" : `${(100 - (100 * coverage.unclaimed) / coverage.characters).toFixed(2)}%`;
  const blocks = [
    settings.description ?? "",
    say(
      `版本 ${statistics.version}。由 fengong ${parserVersion}（结构 ${schemaVersion}）从政府任务分工通知中读出：${notices.total} 份通知、${tasks.total} 项任务、${assignments.total} 条分工、${deadlines.total} 个时限，来自 ${readings.files} 个文件${facts.unread.length === 0 ? "" : `，另有 ${facts.unread.length} 份来源读不出内容（见下）`}。读到的字符中 ${share} 有归属（coverage.json）。`,
      `Version ${statistics.version}. Read by fengong ${parserVersion} (contract ${schemaVersion}) from government notices that allocate tasks: ${notices.total} notices, ${tasks.total} tasks, ${assignments.total} assignments, ${deadlines.total} deadlines, from ${readings.files} files${facts.unread.length === 0 ? "" : `; of ${facts.unread.length} more sources nothing could be read (below)`}. ${share} of the characters read have a place in the data (coverage.json).`,
    ),
    say(
      `与上一成功版本（${statistics.previous ?? "无"}）相比有 ${changes.total} 处变化，见 CHANGELOG.md 和 delta.ndjson。`,
      `Against the last successful version (${statistics.previous ?? "none"}) there are ${changes.total} changes; see CHANGELOG.md and delta.ndjson.`,
    ),
    unused(say("没有读出的来源", "Sources of which nothing was read"), facts.unread, language),
    unused(say("没有采用的人工更正", "Corrections that were not applied"), facts.resting, language),
    (language === "zh" ? pictures : picturesEn).map(({ id, title, description }) => `![${markdownText(`${title}${say("：", ": ")}${description}`)}](pictures/${id}${say("", ".en")}.svg)`).join("\n\n"),
    `## ${say("数量", "Counts")}`,
    counts(say("年份", "year"), notices.byYear, language),
    counts(say("发文机关", "issuer"), notices.byIssuer, language),
    counts(say("文种", "kind of notice"), named(notices.byKind, "notices", language), language),
    counts(say("任务类别", "kind of task"), named(tasks.byKind, "tasks", language), language),
    `## ${say("文件", "Files")}`,
    files.map((file) => `- \`${file}\``).join("\n"),
    `## ${say("怎样读取", "How to read it")}`,
    howTo(language, files),
    `## ${say("表和字段", "Tables and columns")}`,
    ...[...tables, rekeysTable].map((table) => columns(table, language)),
    `## ${say("许可", "Licence")}`,
    licence(settings, language),
  ];
  return `${language === "zh" ? "" : "# English\n\n"}${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function unused(title: string, issues: readonly Issue[], language: Language): string {
  if (issues.length === 0) return "";
  const more = issues.length > longest ? [`- … +${issues.length - longest} (issues.ndjson)`] : [];
  return `## ${title}\n\n${[...issues.slice(0, longest).map((issue) => `- ${issueWords(issue, language)}`), ...more].join("\n")}`;
}

/** Kinds as people call them. */
function named(all: Readonly<Record<string, number>>, table: "notices" | "tasks", language: Language): Record<string, number> {
  const kind = flatTables.find(({ name }) => name === table)?.columns["kind"];
  return Object.fromEntries(Object.entries(all).map(([name, n]) => [String(kind === undefined ? name : shownValue(name, kind, language)), n]));
}

function counts(title: string, all: Readonly<Record<string, number>>, language: Language): string {
  const rows = Object.entries(all).sort(([a, m], [b, n]) => (/^(?:\d{4}|none)$/u.test(a) && /^(?:\d{4}|none)$/u.test(b) ? 0 : n - m));
  const none = language === "zh" ? "（未知）" : "(unknown)";
  const [kept, rest] = [rows.slice(0, longest), rows.slice(longest)];
  const others = rest.length === 0 ? [] : [[language === "zh" ? `其他 ${rest.length} 个` : `${rest.length} others`, rest.reduce((sum, [, n]) => sum + n, 0)] as const];
  if (rows.length === 0) return "";
  return grid([title, language === "zh" ? "数量" : "count"], [...kept, ...others].map(([name, n]) => [name === "none" ? none : markdownText(name), String(n)]));
}

function columns(table: FlatTable, language: Language): string {
  const zh = language === "zh";
  const key = table.key.map((name) => `\`${name}\``).join(", ");
  const refers = table.refers.map(({ columns: own, to }) => `${own.map((name) => `\`${name}\``).join(", ")} → \`${to}\``).join(zh ? "，" : ", ");
  const head = `### ${table.name}${zh ? ` ${table.zh}` : ""}\n\n${table.about[language]}${zh ? "。主键" : ". Key"} ${key}${refers === "" ? "" : `${zh ? "；外键" : "; refers"} ${refers}`}${zh ? "。" : "."}`;
  const rows = columnsOf(table).map(([name, column]) => [`\`${name}\``, ...(zh ? [column.zh] : []), column.type, markdownText(column.about[language])]);
  return `${head}\n\n${grid(zh ? ["列", "表头", "类型", "说明"] : ["column", "type", "meaning"], rows)}`;
}

function howTo(language: Language, files: readonly string[]): string {
  const zh = language === "zh";
  const lines = artifactTable.flatMap(({ path, about }) => (about === undefined || !files.includes(path) ? [] : [`- \`${path}\`${zh ? "：" : ": "}${about[zh ? 0 : 1]}`]));
  const rest = zh
    ? "标识（`noticeId`、`taskId`）在各版本间保持不变。空值表示原文没有或无法确定。核对文件：`sha256sum -c SHA256SUMS`。"
    : "Ids (`noticeId`, `taskId`) stay the same over versions. Empty means: not printed, or not settled by the text. To check the files: `sha256sum -c SHA256SUMS`.";
  return `${lines.join("\n")}\n\n${rest}`;
}

function licence({ licence: given, contributors, homepage }: DatasetSettings, language: Language): string {
  const zh = language === "zh";
  const words = given === null ? (zh ? "没有指定。" : "None is named.") : [given.title ?? given.name ?? "", given.path ?? ""].filter((word) => word !== "").join(zh ? "，" : ", ");
  const people = contributors.map(({ title, organization }) => (organization === undefined ? title : `${title}（${organization}）`)).join(zh ? "、" : ", ");
  return [words, people === "" ? "" : `${zh ? "贡献者：" : "Contributors: "}${people}`, homepage ?? ""].filter((line) => line !== "").join("\n\n");
}
