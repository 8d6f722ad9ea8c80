/** What libraries and the system say in English of wrong usage and wrong helper files, read by form and said in Chinese. */
import type { Language } from "../model/finding.ts";
import { words } from "./words.ts";

const kinds: Readonly<Record<string, string>> = { string: "文字", number: "数", int: "整数", boolean: "true 或 false", array: "列表", object: "键和值", record: "键和值", null: "空", date: "日期" };
const kind = (word: string): string => kinds[word] ?? word;

type Row = readonly [RegExp, string | ((found: string, ...parts: string[]) => string)];

/** Of commander, of zod, of yaml, of our own readers of helper files, of the system: in this order. */
const complaints: readonly Row[] = [
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
  [/Unrecognized keys?: /gu, "没有这样的键："],
  [/Invalid input: expected (\w+), received undefined/gu, (_, wanted) => `没有写（要${kind(wanted)}）`],
  [/Invalid input: expected (\w+), received (\w+)/gu, (_, wanted, given) => `要${kind(wanted)}，不是${kind(given)}`],
  [/Invalid input: expected (\S+)/gu, "要 $1"],
  [/Invalid option: expected one of (\S+)/gu, "可用 $1"],
  [/Invalid (?:string|input|ISO date|ISO datetime|URL|base64-encoded string)(?:: [^\n]*)?/gu, "写法不对"],
  [/Invalid key in record/gu, "键的写法不对"],
  [/Too (?:small|big): expected \w+ to (?:be|have) ?([<>]=?)\s?([\d.]+)(?: \w+)?/gu, "要 $1 $2"],
  [/Map keys must be unique/gu, "键重复了"],
  [/must be one of /gu, "可用 "],
  [/(?<!\S)(\S{1,300}) and (\S{1,300}) say different things of (“[^”]*”)/gu, "$1 与 $2 对$3的说法不一"],
  [/path, base64 or files, one of them/gu, "path、base64、files 三者写一个"],
  [/path or base64, one of them/gu, "path、base64 二者写一个"],
  [/ \(no file of this folder\)/gu, "（不是这个文件夹里的文件）"],
  [/not UTF-8/gu, "不是 UTF-8"],
  [/\bENOENT\b/gu, "不存在"],
  [/\b(?:EACCES|EPERM)\b/gu, "没有权限"],
  [/\bEISDIR\b/gu, "是文件夹"],
  [/\b(?:EEXIST|ENOTDIR)\b/gu, "那里有别的东西"],
];

/** What is said of wrong usage, in one language. */
export function complaint(text: string, language: Language): string {
  return words.wrong[language] + inWords(text, language).replace(/^error: /u, "");
}

/** A complaint of a library or the system, in one language. */
function inWords(text: string, language: Language): string {
  return language === "en" ? text : complaints.reduce((said, [form, zh]) => (typeof zh === "string" ? said.replace(form, zh) : said.replace(form, zh)), text);
}
