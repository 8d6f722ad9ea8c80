/** Comparisons as Markdown: a table for each pair of notices. */
import { markdownTable, markdownText } from "../emit/markdown.ts";
import type { Language } from "../model/finding.ts";
import type { Link } from "../model/link.ts";
import type { Comparison } from "./answers.ts";
import { differenceWords, itemName, nameOf, relationSentence, wordingSentence } from "../emit/link-words.ts";

/** The section of one comparison. */
export function comparisonMarkdown({ upper, lower, documents, tasks, own }: Comparison, nameOfNotice: (id: string) => string, language: Language): string {
  const zh = language === "zh";
  const head = zh ? ["编号", "任务", "时限", "对照", "内容", "时限", "相同与不同"] : ["No.", "Task", "Due", "Beside", "Words", "Due", "Equal and different"];
  const rows = tasks.flatMap(({ task, answers }) => {
    const first = [itemName(task, language), task.text, task.due ?? ""];
    if (answers.length === 0) return [[...first, zh ? "未见相同文字" : "no equal words", "", "", ""]];
    return answers.map(({ task: answer, link }, i) => [
      ...(i === 0 ? first : ["", "", ""]),
      itemName(answer, language), answer.text, answer.due ?? "",
      [wordingSentence(link, language), ...differenceWords(link, language), ...(link.certain ? [] : [uncertain(link, zh)])].join("；"),
    ]);
  });
  const further = own.length === 0 ? [] : [zh ? "对照的通知另有：" : "The other notice also has:", own.map((task) => `- ${markdownText(`${itemName(task, language)} ${task.text}`)}`).join("\n")];
  return `${[`## ${markdownText(nameOf(upper))} ↔ ${markdownText(nameOf(lower))}`, markdownText(relationSentence(documents, nameOfNotice, language)), markdownTable(head.map(markdownText), rows.map((row) => row.map(markdownText))), ...further].join("\n\n")}\n`;
}

function uncertain({ documents }: Link, zh: boolean): string {
  if (documents === null || documents.words === null) return zh ? "未见引用关系" : "no reference was found";
  return zh ? "相同的字不多" : "few words are equal";
}
