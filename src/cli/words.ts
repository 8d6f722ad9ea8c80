/** The words of the help texts and of wrong usage, in Chinese and English. */
import type { Language } from "../model/finding.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const words = {
  program: { zh: "把政府任务分工通知变成校验过的 JSON。", en: "Turns Chinese government task-allocation notices into validated JSON." },
  parse: {
    zh: "读取通知：一个文件输出一份 JSON，多个文件每行一份（NDJSON）；也可以输出表格和数据库。",
    en: "Read notices: one JSON document for one file, one a line (NDJSON) for several; or as tables or a database.",
  },
  report: { zh: "核对报告：最需要人看的排在最前，带位置、原话和插入符。", en: "Report what needs eyes first, with the place, the printed words and a caret under them." },
  reportHtml: { zh: "输出一个自含的 HTML 文件，不联网、无脚本", en: "one self-contained HTML file: no script, nothing fetched" },
  formats: { zh: "输出格式：", en: "Output formats:" },
  flatTable: { zh: "一个文件只装一张表的格式（csv、parquet）：哪一张，默认 tasks", en: "for formats of one table (csv, parquet): which; default tasks" },
  headers: { zh: "列名用中文或英文；默认 csv-excel、xlsx 用中文，其余用英文", en: "language of the column headers; by default zh for csv-excel and xlsx, en for others" },
  outFile: { zh: "写入这个文件，要么完整要么没有；默认标准输出", en: "write this file, whole or not at all; default: standard output" },
  forceFile: { zh: "文件已有时替换它", en: "replace the file when it is there" },
  tableOne: { zh: "--table 只用于一个文件只装一张表的格式", en: "--table is for formats that hold one table" },
  headersFlat: { zh: "--headers 只用于表格和数据库", en: "--headers is for tables and databases" },
  binaryOut: { zh: "这个格式不能显示在终端上，请用 --out 或重定向", en: "no terminal can show this format; use --out or a redirection" },
  noSearch: {
    zh: "这个 Node 自带的 SQLite 没有全文检索（FTS5），写不了 sqlite；请换用更新的 Node（22.16 或以上）。",
    en: "The SQLite of this Node has no full-text search (FTS5), so sqlite cannot be written; use a newer Node (22.16 or later).",
  },
  outIsNoFile: { zh: "输出的地方是文件夹、设备或管道，不是文件；不会替换它", en: "a folder, device or pipe stands where the output goes; it is never replaced" },
  outExists: { zh: "输出文件已经存在；要替换请加 --force", en: "the output file exists; --force replaces it" },
  tables: { zh: "按读取器所见输出文件里的每张表，不解释含义。", en: "Print every table of a file as the reader saw it, before any meaning." },
  inspect: { zh: "画出一页上程序看到的文字、线条、单元格，以及各归入哪个字段（SVG）。", en: "Draw what the program saw on a page - words, lines, cells - and which field took it (SVG)." },
  page: { zh: "第几页（从 1 起）；没有分页的文件只有一张图", en: "page, from 1; a file without pages is one picture" },
  svg: { zh: "SVG 写入的文件；- 表示标准输出", en: "file that the SVG is written to; - is standard output" },
  together: {
    zh: "所有文件合为一份通知：第一个是正文，其余是附件；也可以给一个文件夹",
    en: "all files are one notice: the first is the letter, the others its attachments; or name one folder",
  },
  batch: {
    zh: "成批读取：文件、文件夹、通配符、@清单、标准输入上的清单（-），每份通知在输出文件夹里得到一份 JSON。只读新的和变了的。",
    en: "Read many: files, folders, globs, @list, a list on standard input (-); each notice gives one JSON in the output folder. Only what is new or changed is read.",
  },
  inputs: { zh: "文件、文件夹、通配符、@清单；- 表示标准输入上的清单", en: "files, folders, globs, @list; - is a list on standard input" },
  out: { zh: "输出文件夹；目录结构与输入相同", en: "output folder; it mirrors the tree of the inputs" },
  jobs: { zh: "同时读几个文件", en: "how many files are read at a time" },
  shard: { zh: "只做 n 份中的第 i 份，如 2/3", en: "do only share i of n, such as 2/3" },
  resume: { zh: "接着上次中断的做：日志里已有的不再打开", en: "go on after an interruption: what the journal has is not opened again" },
  retryFailed: { zh: "上次失败的再读一次", en: "read again what failed before" },
  force: { zh: "全部重新读", en: "read everything again" },
  folders: { zh: "每个文件夹里的文件合为一份通知（正文和附件）", en: "the files of each folder are one notice (letter and attachments)" },
  followLinks: { zh: "文件夹里的链接指向外面时也跟着去读", en: "follow links in folders that lead out of them" },
  manifest: { zh: "清单（JSON 或 NDJSON），附件用 partOf 指明正文", en: "manifest (JSON or NDJSON); partOf names the letter of an attachment" },
  base: { zh: "输出目录结构从这个文件夹算起（默认当前文件夹）", en: "the output tree begins at this folder (default: the current one)" },
  noProgress: { zh: "不显示进度", en: "no progress" },
  worker: {
    zh: "从标准输入逐行读请求（NDJSON），逐行写答案，按完成先后，以 id 对应。",
    en: "Read requests from standard input, one JSON a line, and write answers, one a line, as they are done; ids tell which is which.",
  },
  dataset: { zh: "数据集：建立新版本，比较，说明来历，校验，发布。", en: "Datasets: build a version, compare, explain, verify, publish." },
  datasetBuild: {
    zh: "读取来源文件夹，建立数据集的下一个版本；没有新内容就不建。关口没有通过时版本留存，公布的版本不变，退出码 3。",
    en: "Read a folder of sources and build the next version of the dataset; none where nothing is new. A version that fails its gates is kept, what is published stays, exit code 3.",
  },
  datasetDiff: { zh: "两个版本之间的变化及原因；默认最近成功的版本与它之前的。", en: "What changed between two versions, and why; by default the last successful one and the one before it." },
  datasetExplain: { zh: "一项任务的来历：每个值自何时起、原来是什么、为何改变、哪些来源一致。", en: "The history of a task: since when each value holds, what it was, why it changed, which sources agree." },
  datasetVerify: { zh: "校验所有版本的每个文件。", en: "Check every file of every version." },
  datasetPublish: { zh: "把成功的版本复制到另一个文件夹，索引最后替换。", en: "Copy the successful versions to another folder; the index is replaced last." },
  sourceFolder: { zh: "来源文件夹；其中可以有 manifest.json 和 dataset.yaml", en: "folder of sources; it may hold manifest.json and dataset.yaml" },
  datasetOut: { zh: "数据集文件夹", en: "folder of the dataset" },
  datasetFolder: { zh: "数据集文件夹", en: "folder of the dataset" },
  datasetSettings: { zh: "设置（YAML）；默认来源文件夹里的 dataset.yaml", en: "settings (YAML); default: dataset.yaml in the source folder" },
  datasetManifest: { zh: "来源清单；默认来源文件夹里的 manifest.json", en: "manifest of the sources; default: manifest.json in the source folder" },
  overrides: { zh: "人工更正（YAML）：标识、字段、应读出的值、改成的值、理由、人、日期", en: "corrections by people (YAML): id, field, expected value, new value, reason, person, date" },
  fromVersion: { zh: "从哪个版本；默认前一个", en: "from which version; default: the one before" },
  toVersion: { zh: "到哪个版本；默认最近成功的", en: "to which version; default: the last successful one" },
  taskId: { zh: "任务标识", en: "id of the task" },
  asJson: { zh: "输出 JSON", en: "print JSON" },
  publishTo: { zh: "复制到这个文件夹", en: "folder to copy to" },
  badSettings: { zh: "设置不能用：", en: "the settings cannot be used: " },
  badOverrides: { zh: "人工更正不能用：", en: "the corrections cannot be used: " },
  badRekeys: { zh: "标识对照不能用：", en: "the pairs of ids cannot be used: " },
  badGold: { zh: "核对值不能用：", en: "the checked values cannot be used: " },
  busyDataset: { zh: "另一个进程正在建立这个数据集：", en: "another process is building this dataset: " },
  sourceChanged: { zh: "来源在读取时被改动，请重来：", en: "a source was changed while it was read; please try again: " },
  damagedDataset: { zh: "数据集已损坏：", en: "the dataset is damaged: " },
  noVersion: { zh: "没有这个版本：", en: "there is no such version: " },
  notInOrder: { zh: "前一个版本不在后一个之前：", en: "the first version does not come before the second: " },
  versionGone: { zh: "这个版本的文件已不在：", en: "the files of this version are gone: " },
  noTask: { zh: "没有这项任务：", en: "there is no such task: " },
  schema: { zh: "输出 JSON Schema；不给名字则列出名字。", en: "Print a JSON Schema; without a name, list the names." },
  schemaName: { zh: "名字，如 parse-result", en: "name, such as parse-result" },
  doctor: { zh: "检查本机能否正常运行。", en: "Check that everything works on this machine." },
  files: { zh: "文件；- 表示标准输入", en: "files; - is standard input" },
  file: { zh: "文件；- 表示标准输入", en: "file; - is standard input" },
  year: { zh: "文中没有年份的时限按此年份理解", en: "work year for deadlines without one, where the notice settles none" },
  issued: { zh: "成文日期（YYYY-MM-DD），文中没有时采用", en: "date of issue (YYYY-MM-DD), where the notice states none" },
  region: { zh: "行政区划代码（GB/T 2260，6 位），文中看不出时采用", en: "GB/T 2260 code (6 digits) of the jurisdiction, where the notice does not show it" },
  lookups: { zh: "单位名称对照表（YAML）：别名与更正", en: "YAML file of aliases and corrections of unit names" },
  badLookups: { zh: "对照表不能用：", en: "the lookups cannot be used: " },
  unusedLookups: { zh: "对照表中没有用到的行：", en: "Rows of the lookups that were not used:" },
  pretty: { zh: "JSON 缩进排版（终端上默认如此）", en: "indent the JSON (the default on a terminal)" },
  compact: { zh: "JSON 写成一行", en: "write the JSON on one line" },
  format: { zh: "输出格式", en: "output format" },
  table: { zh: "只输出这张表（JSON 里的 index，从 0 起）", en: "only the table with this index of the JSON output, from 0" },
  fill: { zh: "CSV：合并单元格的文字写入它占的每一格", en: "CSV: write the words of a merged cell into each of its slots" },
  excel: { zh: "CSV：带 BOM 和 CRLF，便于 Excel 打开", en: "CSV: byte order mark and CRLF, for Excel" },
  escape: { zh: "CSV：不在 = + - @ 开头的格前加撇号", en: "CSV: no apostrophe before cells that begin with = + - @" },
  timeout: { zh: "每个文件的时限，秒", en: "time limit of a file, in seconds" },
  stall: { zh: "处理毫无进展多久就停止，秒", en: "end a reading that does nothing for so long, in seconds" },
  memory: { zh: "读取进程的内存上限（含堆外缓冲区），MB", en: "memory limit of the reading process, buffers outside the heap included, in MB" },
  limit: { zh: "读取器的其他上限，可重复：", en: "a further limit of the readers, repeatable: " },
  notAMemory: { zh: "要 256 以上的整数（MB）", en: "It must be a whole number from 256 (MB)." },
  notALimit: { zh: "要 名字=正整数，名字见帮助", en: "It must be name=number; the help lists the names." },
  verify: { zh: "不用第二个读取程序核对有没有丢字（DOCX）", en: "do not let a second reader check that no character is lost (DOCX)" },
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
  notAPage: { zh: "要从 1 起的整数", en: "It must be a whole number from 1." },
  noPage: { zh: "没有这一页", en: "there is no such page" },
  noOutput: { zh: "写不了输出文件", en: "the output file cannot be written" },
  notAShard: { zh: "要 i/n，1 ≤ i ≤ n", en: "It must be i/n with 1 <= i <= n." },
  noSchema: { zh: "没有这个名字；fengong schema 列出所有名字", en: "there is no such name; fengong schema lists them" },
  noFiles: { zh: "没有找到文件", en: "no files were found" },
  badManifest: { zh: "清单文件不对：", en: "the manifest is not right: " },
  sameOutput: { zh: "两份通知会写到同一个输出：", en: "two notices would write the same output: " },
  badOut: { zh: "写不了输出文件夹：", en: "the output folder cannot be written: " },
  badJournal: { zh: "写不了日志，没有记下的通知下次会重新读取：", en: "the journal cannot be written; notices that it does not have are read again next time: " },
  noTable: { zh: "没有这张表", en: "there is no such table" },
} as const satisfies Record<string, Words>;

/** Titles of the help page as commander spells them. */
const titles: Readonly<Record<string, string>> = { "Usage:": "用法：", "Options:": "选项：", "Commands:": "命令：", "Arguments:": "参数：" };

/** Sentences of commander about wrong usage, read by form. */
const complaints: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.+)'/u, "没有选项 $1"],
  [/^error: unknown command '(.+)'/u, "没有命令 $1"],
  [/^error: required option '(.+)' not specified/u, "缺少选项 $1"],
  [/^error: missing required argument '(.+)'/u, "缺少参数 $1"],
  [/^error: option '(.+)' argument missing/u, "选项 $1 缺少值"],
  [/^error: option '([^']+)' argument '(.*)' is invalid\.\s*/u, "选项 $1 的值“$2”不对："],
  [/^error: option '([^']+)' cannot be used with option '([^']+)'/u, "选项 $1 不能与 $2 同用"],
  [/^error: too many arguments.*$/mu, "参数太多"],
  [/Allowed choices are (.{1,500})\./u, "可用 $1"],
  [/\(Did you mean (?:one of )?(.{1,500})\?\)/u, "（是不是 $1？）"],
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
