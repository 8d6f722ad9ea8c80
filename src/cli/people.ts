/** Findings as lines for people, in Chinese or English, safe to print on a terminal. */
import { styleText } from "node:util";
import { sentence, findings, type FindingCode, type Language, type Severity } from "../model/finding.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { Place } from "../model/position.ts";

/** Longest printed words that are shown in a line; the JSON has them in full. */
const shown = 60;

const severities = {
  error: { zh: "错误", en: "error", colour: "red" },
  warning: { zh: "警告", en: "warning", colour: "yellow" },
  info: { zh: "提示", en: "note", colour: "cyan" },
} as const satisfies Record<Severity, { zh: string; en: string; colour: string }>;

/** Where and how a line is shown. Colour only on a terminal, and as NO_COLOR and FORCE_COLOR say. */
export interface Showing {
  readonly file: string;
  readonly language: Language;
  readonly stream: NodeJS.WritableStream;
}

/** A finding as one line: file, severity, code, place, sentence, printed words. */
export function describe(diagnostic: Diagnostic, { file, language, stream }: Showing): string {
  const { severity, code, place } = diagnostic;
  const label = styleText(severities[severity].colour, severities[severity][language], { stream });
  const where = placeWords(place, language);
  return `${printable(file)}: ${label} ${code}: ${printable(messageOf(diagnostic, language))}${where === "" ? "" : ` [${printable(where)}]`}`;
}

/** How many tasks or tables a file gave and how many findings of each severity, as one line. */
export function summarise(count: number, noun: "tasks" | "tables", diagnostics: readonly Diagnostic[], { file, language }: Showing): string {
  const things = { tasks: { zh: "项任务", en: "tasks" }, tables: { zh: "张表", en: "tables" } }[noun][language];
  const parts = [`${count} ${things}`];
  for (const severity of ["error", "warning", "info"] as const) {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (number > 0) parts.push(language === "zh" ? `${number} 条${severities[severity].zh}` : `${number} ${severities[severity].en}${number > 1 ? "s" : ""}`);
  }
  return `${printable(file)}: ${parts.join(language === "zh" ? "，" : ", ")}`;
}

/** The language for people: `--lang`, else English where the environment asks for it, else Chinese. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const asked = argv.findLast((_, i) => argv[i - 1] === "--lang") ?? argv.findLast((word) => word.startsWith("--lang="))?.slice("--lang=".length);
  const locale = env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "";
  return (asked ?? locale).startsWith("en") ? "en" : "zh";
}

/** Text that cannot steer a terminal: line ends become ⏎, other control and direction characters U+FFFD. */
export function printable(text: string): string {
  return text.replace(/\r?\n/gu, "⏎").replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

function messageOf({ code, params, message, actual, hint }: Diagnostic, language: Language): string {
  const words = actual === null ? null : shorten(actual);
  if (!isFindingCode(code)) return message;
  const quoted = words === null || words === "" || findings[code][language].includes("{actual}") ? "" : language === "zh" ? `“${words}”` : ` “${words}”`;
  return sentence(code, params, words, language) + quoted + (hint === null ? "" : ` ${hint}`);
}

function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(findings, code);
}

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, 2 * shown + 2));
  return characters.length <= shown ? text : `${characters.slice(0, shown).join("")}…`;
}

function placeWords([first, ...rest]: readonly Place[], language: Language): string {
  if (first === undefined) return "";
  const more = rest.length === 0 ? "" : ` +${rest.length}`;
  if (first.kind === "page") return (language === "zh" ? `第 ${first.page} 页` : `page ${first.page}`) + more;
  return first.path + (first.start === null ? "" : ` ${first.start}–${first.end ?? ""}`) + more;
}
