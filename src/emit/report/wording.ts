/** Findings in words for people, in Chinese or English, safe to show on a terminal. */
import { findings, sentence, type FindingCode, type Language, type Severity } from "../../model/finding.ts";
import { hintWords } from "../../model/ocr.ts";
import type { Diagnostic } from "../../model/notice.ts";
import type { Place } from "../../model/position.ts";
import { spotWords } from "./spot.ts";

/** Longest printed words that are shown in a line; the JSON has them in full. */
const shown = 60;

/** Names and colours of the severities. */
export const severities = {
  error: { zh: "错误", en: "error", colour: "red" },
  warning: { zh: "警告", en: "warning", colour: "yellow" },
  info: { zh: "提示", en: "note", colour: "cyan" },
} as const satisfies Record<Severity, { zh: string; en: string; colour: string }>;

/** The sentence of a finding with its printed words, shortened, and its hint. */
export function messageOf({ code, params, message, actual, hint }: Diagnostic, language: Language): string {
  const words = actual === null ? null : shorten(actual, shown);
  if (!isFindingCode(code)) return message;
  const quoted = words === null || words === "" || findings[code][language].includes("{actual}") ? "" : language === "zh" ? `“${words}”` : ` “${words}”`;
  return sentence(code, params, words, language) + quoted + (hint === null ? "" : ` ${hintWords(hint, language)}`);
}

function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(findings, code);
}

/** At most so many characters, the rest an ellipsis. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`;
}

/** The first place in words, and how many more there are: page, or element and characters. */
export function placeWords([first, ...rest]: readonly Place[], language: Language): string {
  if (first === undefined) return "";
  const more = rest.length === 0 ? "" : ` +${rest.length}`;
  if (first.kind === "page") return (language === "zh" ? `第 ${first.page} 页` : `page ${first.page}`) + more;
  const spot = spotWords(first.path, language);
  const path = first.path + (first.start === null ? "" : ` ${first.start}–${first.end ?? ""}`) + more;
  return spot === null ? path : `${spot} · ${path}`;
}
