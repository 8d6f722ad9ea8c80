/** Comparisons as a flat table: one row an item of the upper notice with each of its answers. */
import { z } from "zod";
import { differencesColumn, relationColumn } from "../emit/link-table.ts";
import { differenceWords, nameOf, wordingSentence } from "../emit/link-words.ts";
import { column, date, flag, text, word } from "../model/column.ts";
import type { FlatRow, FlatTable } from "../model/flat.ts";
import type { Comparison } from "./answers.ts";

const position = column("integer", z.int().min(1), "序号", "从 1 起", "From 1");

/** One row an item of the upper notice and an answer to it. */
export const answersTable: FlatTable = {
  name: "answers",
  zh: "逐项对照",
  about: { zh: "上级或较早通知的每一项，对照另一份通知里文字相同的各项；没有的也列出", en: "Each item of the earlier or higher notice beside those of the other with equal words; items without are listed too" },
  columns: {
    position,
    upper: word("通知", "较早或上级的通知：发文字号，没有则标题", "The earlier or higher notice: number, else title"),
    number: text("编号", "印出的序号", "Printed number of its item"),
    text: text("任务内容", "按原文", "Its words"),
    due: date("时限", "完成时限", "Its due date"),
    lower: word("对照通知", "较晚或下级的通知", "The later or lower notice"),
    relation: relationColumn,
    answered: flag("有相同文字", "否：未见相同文字，不等于没有办理", "no: no equal words were found, which does not say that nothing is done"),
    answerNumber: text("对照编号", "印出的序号", "Printed number of the answer"),
    answerText: text("对照内容", "按原文", "Words of the answer"),
    answerDue: date("对照时限", "完成时限", "Due date of the answer"),
    wording: text("相同程度", "相同字数及占比", "How much is equal"),
    differences: differencesColumn,
    certain: column("boolean", z.boolean().nullable(), "有引用依据", "文字相同，并且通知里印有引用", "Equal words and a printed relation of the notices"),
  },
  key: ["position"],
  refers: [],
  indexed: ["upper", "lower"],
};

/** The rows of one comparison, without their positions. */
export function answerRows({ upper, lower, documents, tasks }: Comparison): FlatRow[] {
  return tasks.flatMap(({ task, answers }): FlatRow[] => {
    const shared = { upper: nameOf(upper), number: task.number, text: task.text, due: task.due, lower: nameOf(lower), relation: documents?.relation ?? null, answered: answers.length > 0 };
    if (answers.length === 0) return [{ ...shared, answerNumber: null, answerText: null, answerDue: null, wording: null, differences: null, certain: null }];
    return answers.map(({ task: answer, link }) => ({
      ...shared,
      answerNumber: answer.number, answerText: answer.text, answerDue: answer.due, wording: wordingSentence(link, "zh"),
      differences: differenceWords(link, "zh").join("；") || null, certain: link.certain,
    }));
  });
}
