/** The words of the help texts and of wrong usage, in Chinese and English. */
import type { Language } from "../model/finding.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const words = {
  program: { zh: "把政府任务分工通知变成校验过的 JSON。", en: "Turns Chinese government task-allocation notices into validated JSON." },
  parse: {
    zh: "读取通知：一个文件输出一份 JSON，多个文件每行一份（NDJSON）。",
    en: "Read notices: one JSON document for one file, one a line (NDJSON) for several.",
  },
  tables: { zh: "按读取器所见输出文件里的每张表，不解释含义。", en: "Print every table of a file as the reader saw it, before any meaning." },
  files: { zh: "文件；- 表示标准输入", en: "files; - is standard input" },
  file: { zh: "文件；- 表示标准输入", en: "file; - is standard input" },
  year: { zh: "文中没有年份的时限按此年份理解", en: "work year for deadlines without one, where the notice settles none" },
  issued: { zh: "成文日期（YYYY-MM-DD），文中没有时采用", en: "date of issue (YYYY-MM-DD), where the notice states none" },
  region: { zh: "行政区划代码（GB/T 2260，6 位），文中看不出时采用", en: "GB/T 2260 code (6 digits) of the jurisdiction, where the notice does not show it" },
  pretty: { zh: "JSON 缩进排版（终端上默认如此）", en: "indent the JSON (the default on a terminal)" },
  compact: { zh: "JSON 写成一行", en: "write the JSON on one line" },
  format: { zh: "输出格式", en: "output format" },
  table: { zh: "只输出这张表（JSON 里的 index，从 0 起）", en: "only the table with this index of the JSON output, from 0" },
  fill: { zh: "CSV：合并单元格的文字写入它占的每一格", en: "CSV: write the words of a merged cell into each of its slots" },
  excel: { zh: "CSV：带 BOM 和 CRLF，便于 Excel 打开", en: "CSV: byte order mark and CRLF, for Excel" },
  escape: { zh: "CSV：不在 = + - @ 开头的格前加撇号", en: "CSV: no apostrophe before cells that begin with = + - @" },
  timeout: { zh: "每个文件的时限，秒", en: "time limit of a file, in seconds" },
  memory: { zh: "读取线程的堆内存上限，MB", en: "heap limit of the reading thread, in MB" },
  bytes: { zh: "文件大小上限，字节", en: "largest file that is read, in bytes" },
  failOn: { zh: "有这一级别的问题时退出码为 3", en: "exit with 3 when there are findings of this level" },
  quiet: { zh: "标准错误上只说错误", en: "say only errors on standard error" },
  verbose: { zh: "标准错误上连提示也说", en: "say notes too on standard error" },
  lang: { zh: "给人看的文字用哪种语言", en: "language of the words for people" },
  help: { zh: "显示帮助", en: "show help" },
  version: { zh: "显示版本", en: "show the version" },
  examples: { zh: "例：", en: "Examples:" },
  exits: { zh: "退出码：", en: "Exit codes:" },
  wrong: { zh: "用法错误：", en: "Wrong usage: " },
  notAYear: { zh: "要四位年份", en: "It must be a year of four digits." },
  notADate: { zh: "要 YYYY-MM-DD 形式的真实日期", en: "It must be a real date, YYYY-MM-DD." },
  notARegion: { zh: "要 6 位数字", en: "It must be six digits." },
  notANumber: { zh: "要正数", en: "It must be a positive number." },
  notAnIndex: { zh: "要从 0 起的整数", en: "It must be a whole number from 0." },
  prettyOne: { zh: "--pretty 只用于一个文件；多个文件每行一份 JSON", en: "--pretty is for one file; several are written one a line" },
  stdinOnce: { zh: "标准输入（-）只能用一次", en: "standard input (-) can be named only once" },
  noTable: { zh: "没有这张表", en: "there is no such table" },
} as const satisfies Record<string, Words>;

/** Titles of the help page as commander spells them. */
const titles: Readonly<Record<string, string>> = { "Usage:": "用法：", "Options:": "选项：", "Commands:": "命令：", "Arguments:": "参数：" };

/** Sentences of commander about wrong usage, read by form. */
const complaints: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+)'/u, "没有选项 $1"],
  [/^error: unknown command '(.+)'/u, "没有命令 $1"],
  [/^error: missing required argument '(.+)'/u, "缺少参数 $1"],
  [/^error: option '(.+)' argument missing/u, "选项 $1 缺少值"],
  [/^error: option '(.+)' argument '(.*)' is invalid\.\s*/u, "选项 $1 的值“$2”不对："],
  [/^error: option '(.+)' cannot be used with option '(.+)'/u, "选项 $1 不能与 $2 同用"],
  [/^error: too many arguments.*$/mu, "参数太多"],
  [/Allowed choices are (.+)\./u, "可用 $1"],
  [/\(Did you mean (?:one of )?(.+)\?\)/u, "（是不是 $1？）"],
];

/** A title of the help page in one language. */
export function title(text: string, language: Language): string {
  return language === "zh" ? (titles[text] ?? text) : text;
}

/** What commander says of wrong usage, in one language. */
export function complaint(text: string, language: Language): string {
  const translated = language === "zh" ? complaints.reduce((said, [form, zh]) => said.replace(form, zh), text) : text;
  return words.wrong[language] + translated.replace(/^error: /u, "");
}
