/** Comparisons as plain lines, for a terminal. */
import type { Language } from "../model/finding.ts";
import { printable } from "../text/shown.ts";
import type { Comparison } from "./answers.ts";
import { differenceWords, itemName, relationSentence, wordingSentence } from "../emit/link-words.ts";

/** Lines of one comparison. */
export function comparisonLines(comparison: Comparison, nameOfNotice: (id: string) => string, language: Language): string[] {
  const { upper, lower, documents, direction, tasks, own } = comparison;
  const zh = language === "zh";
  const without = tasks.filter(({ answers }) => answers.length === 0);
  const lines = [
    titleLine(upper, zh ? "上一份" : "first", language),
    titleLine(lower, zh ? "对照" : "beside", language),
    relationSentence(documents, nameOfNotice, language) + (direction === null ? (zh ? "先后不明。" : " Which is later is not known.") : ""),
    "",
    ...tasks.flatMap(({ task, answers }) => [
      `${itemName(task, language)}  ${brief(task.text)}${task.due === null ? "" : `  ${task.due}`}`,
      ...(answers.length === 0 ? [zh ? "    — 未见相同文字" : "    — no equal words"] : answers.flatMap(({ task: answer, link }) => [
        `    ${link.certain ? "=" : "≈"} ${itemName(answer, language)}  ${brief(answer.text)}`,
        `      ${[wordingSentence(link, language), ...differenceWords(link, language)].join(zh ? "；" : "; ")}`,
      ])),
    ]),
    "",
    zh
      ? `${tasks.length} 项中 ${tasks.length - without.length} 项有相同文字，${without.length} 项没有；对照的通知另有 ${own.length} 项没有上一份的文字。`
      : `Of ${tasks.length} items ${tasks.length - without.length} have equal words, ${without.length} have none; the other notice has ${own.length} items without words of the first.`,
    ...own.map((task) => `    + ${itemName(task, language)}  ${brief(task.text)}`),
  ];
  return lines.map((line) => printable(line));
}

function titleLine({ title, documentNumber, tasks, sources }: Comparison["upper"], label: string, language: Language): string {
  const about = [documentNumber, title, language === "zh" ? `${tasks.length} 项` : `${tasks.length} items`, ...(title === null && documentNumber === null ? sources : [])];
  return `${label}  ${about.filter((part) => part !== null).join("  ")}`;
}

/** What the sign before an answer means. */
export function legend(language: Language): string {
  return language === "zh" ? "= 文字相同，且通知里印有引用；≈ 只是文字相同（未见引用，或相同的字不多）" : "= equal words and a printed reference; ≈ equal words alone: no reference was found, or few words are equal";
}

const longest = 60;

function brief(text: string): string {
  const line = text.replace(/\s+/gu, " ");
  return line.length <= longest ? line : `${line.slice(0, longest).toWellFormed()}…`;
}

