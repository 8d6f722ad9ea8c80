/**
 * Why something failed, as libraries, the system and our own checks say it in English, read by form and said in Chinese.
 * What no row knows stands in quotes: it is somebody else's sentence.
 */

const kinds: Readonly<Record<string, string>> = { string: "文字", number: "数", int: "整数", boolean: "true 或 false", array: "列表", object: "键和值", record: "键和值", null: "空", date: "日期", scalar: "值", map: "键和值", sequence: "列表" };
const kind = (word: string): string => kinds[word] ?? word;

/** A form, and what it says in Chinese. */
export type ReasonRow = readonly [form: RegExp, zh: string | ((found: string, ...parts: string[]) => string)];

/** Of zod, of YAML and JSON, of archives, of our own readers and datasets, of the system: in this order. */
const rows: readonly ReasonRow[] = [
  [/Unrecognized keys?: /gu, "没有这样的键："],
  [/Invalid input: expected (\w+), received undefined/gu, (_, wanted) => `没有写（要${kind(wanted)}）`],
  [/Invalid input: expected (\w+), received (\w+)/gu, (_, wanted, given) => `要${kind(wanted)}，不是${kind(given)}`],
  [/Invalid input: expected (\S+)/gu, "要 $1"],
  [/Invalid option: expected one of (\S+)/gu, "可用 $1"],
  [/Invalid (?:string|input|ISO date|ISO datetime|URL|base64-encoded string)(?:: [^\n]*)?/gu, "写法不对"],
  [/Invalid key in record/gu, "键的写法不对"],
  [/Too (?:small|big): expected \w+ to (?:be|have) ?([<>]=?)\s?([\d.]+)(?: \w+)?/gu, "要 $1 $2"],
  [/Map keys must be unique/gu, "键重复了"],
  [/All sequence items must start at the same column/gu, "列表各项要对齐"],
  [/Nested mappings are not allowed in compact mappings|A block sequence may not be used as an implicit map key/gu, "一行里写了两层键和值（冒号后的文字要加引号）"],
  [/Implicit (?:map )?keys (?:of flow sequence pairs )?need to be (?:on a single line|followed by map values)/gu, "键要写在一行里，后面有冒号和值"],
  [/Missing closing (?:"quote|[“"'][^“”"']{0,20}[”"'])/gu, "缺少结尾的引号"],
  [/Missing , (?:or : )?between flow (\w+) items/gu, (_, of) => `${of === "map" ? "花" : "方"}括号里缺少逗号`],
  [/Flow (?:map|sequence) in block collection must be sufficiently indented[^\n]*/gu, "括号没有结尾"],
  [/Tabs are not allowed as indentation/gu, "缩进要用空格，不能用制表符"],
  [/Plain value cannot start with (?:reserved character |a tab character)?(\S*)/gu, "以 $1 开头的文字要加引号"],
  [/Unexpected (?:scalar|flow scalar|double-quoted-scalar|single-quoted-scalar|[\w-]+) at node end/gu, "引号或括号之后还有文字"],
  [/Unexpected [\w-]+ (?:token )?in flow (\w+)|Unexpected (?:, |empty item )in flow (\w+)/gu, "括号里写法不对"],
  [/Unresolved tag: (\S+)/gu, "不认得标签 $1"],
  [/Unresolved alias [^\n:]{0,80}: ?(\S+)/gu, "没有别名所指的 $1"],
  [/Excessive alias count[^\n]*/gu, "别名用得太多"],
  [/(?:Unexpected (?:token|end of|non-whitespace)|Expected|Bad|Unterminated) [^\n]{0,200}JSON[^\n]*/gu, "不是 JSON"],
  [/ at line (\d+), column (\d+)(?::\n[\s\S]*)?/gu, "（第$1行第$2列）"],
  [/must be one of /gu, "可用 "],
  [/must be there/gu, "没有写"],
  [/must be the id of a (task|notice)/gu, (_, of) => `要${of === "task" ? "任务" : "通知"}的标识`],
  [/(?<!\S)(\S{1,300}) and (\S{1,300}) say different things of (“[^”]{0,500}”)/gu, "$1 与 $2 对$3的说法不一"],
  [/path, base64 or files, one of them/gu, "path、base64、files 三者写一个"],
  [/path or base64, one of them/gu, "path、base64 二者写一个"],
  [/ \(no file of this folder\)/gu, "（不是这个文件夹里的文件）"],
  [/not UTF-8/gu, "不是 UTF-8"],
  [/no line of a review/gu, "不是一条核对记录"],
  [/no CSV with task, field and value/gu, "不是有 task、field、value 三列的 CSV，或有一行不齐"],
  [/another deadline of the task says (\S+)/gu, (_, day) => `这项任务另一个时限是 ${day === "nothing" ? "无" : day}`],
  [/there is no such task/gu, "没有这项任务"],
  [/there is no task (\S+)/gu, "没有任务 $1"],
  [/the words do not stand in the source/gu, "来源里没有这些字"],
  [/(?<!\S)(\S{1,300}) cannot be set/gu, "$1 不能更正"],
  [/it ends on (\S+)/gu, "它在 $1 就结束"],
  [/the task has no such deadline/gu, "这项任务没有这个时限"],
  [/(?<!\S)(\S{1,300}) is gone without DEL/gu, "$1 不见了，却没有 DEL"],
  [/(?<!\S)(\S{1,300}) came without ADD/gu, "$1 是新的，却没有 ADD"],
  [/(DEL|REKEY) (\S+) was not there/gu, "$1 的 $2 本来就没有"],
  [/versions\.json is missing/gu, "versions.json 不见了"],
  [/(?<!\S)(\S{1,300}) is no file/gu, "$1 不是文件"],
  [/(?<!\S)(\S{1,300}) is not JSON/gu, "$1 不是 JSON"],
  [/versions\.json was changed: its checksum does not fit/gu, "versions.json 被改动，校验和不符"],
  [/: no JSON/gu, "：不是 JSON"],
  [/: a line without (\S+)/gu, "：有一行没有 $1"],
  [/: due (\S+), by its deadlines (\S+)/gu, "：完成时限 $1，按各时限应是 $2"],
  [/: not in notices\.ndjson/gu, "：notices.ndjson 里没有"],
  [/, in notices\.ndjson nothing/gu, "，notices.ndjson 里没有"],
  [/, in notices\.ndjson (\S*)/gu, "，notices.ndjson 里是 $1"],
  [/(?<!\S)(\S{1,300}): the whole version is gone/gu, "$1：整个版本不在磁盘上"],
  [/(?<!\S)(\S{1,300}): SHA256SUMS was changed or is missing/gu, "$1：SHA256SUMS 被改动或缺失"],
  [/(?<!\S)(\S{1,300}): missing file (\S+)/gu, "$1：缺少文件 $2"],
  [/(?<!\S)(\S{1,300}): file that does not belong there (\S+)/gu, "$1：多出文件 $2"],
  [/(?<!\S)(\S{1,300}): changed file (\S+)/gu, "$1：文件被改动 $2"],
  [/too long/gu, "太长"],
  [/\bENOENT\b/gu, "不存在"],
  [/\b(?:EACCES|EPERM)\b/gu, "没有权限"],
  [/\bEISDIR\b/gu, "是文件夹"],
  [/\b(?:EEXIST|ENOTDIR)\b/gu, "那里有别的东西"],
];

/** A sentence in ASCII: words with one blank between them. */
const foreign = /^[A-Za-z][a-z]*(?: [\u0021-\u007e]+)+$/u;

/** What rows say of a text; an English sentence that is left, alone on its line or behind a colon, is quoted. */
export function reasonInChinese(text: string): string {
  return inChinese(text, rows).split("\n").map(quoted).join("\n");
}

/** Of the words before a sentence, so many may end with a colon. */
const colons = 5;

function quoted(line: string): string {
  for (let start = 0, i = 0; i <= colons; i++) {
    if (foreign.test(line.slice(start))) return `${line.slice(0, start)}“${line.slice(start)}”`;
    const next = line.indexOf(": ", start);
    if (next < 0) break;
    start = next + 2;
  }
  return line;
}

/** A text with the forms of some rows in Chinese. */
export function inChinese(text: string, forms: readonly ReasonRow[]): string {
  return forms.reduce((said, [form, zh]) => (typeof zh === "string" ? said.replace(form, zh) : said.replace(form, zh)), text);
}
