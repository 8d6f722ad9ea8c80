/** Links as a flat table: one row a link. */
import { z } from "zod";
import { choice, column, count, date, flag, text, word } from "../model/column.ts";
import type { FlatRow, FlatTable } from "../model/flat.ts";
import { linkSchema, relationSchema, type Link } from "../model/link.ts";
import { differenceWords } from "./link-words.ts";

const position = column("integer", z.int().min(1), "序号", "从 1 起", "From 1");
const share = (zh: string, aboutZh: string, aboutEn: string) => column("number", z.number().nullable(), zh, aboutZh, aboutEn);
export const relationColumn = choice(
  relationSchema.shape.relation.nullable(), "通知关系",
  { cites: "引用", implements: "贯彻落实", transmits: "转发", amends: "修改", supplements: "补充", repeals: "废止", "shared-reference": "同引一文", indirect: "间接引用", series: "历年同类", repeats: "重印" },
  "What relates the two notices; empty: nothing known", "两份通知的关系；空：未见引用关系",
);
const certain = flag("有引用依据", "文字相同，并且通知里印有引用", "Equal words and a printed relation of the notices");
export const differencesColumn = text("不同之处", "时限、单位、数字、增减的文字", "What differs: dates, units, figures, words");
const direction = choice(linkSchema.shape.direction, "先后", { later: "本方较晚", lower: "本方下级" }, "What makes one side the `from`: later, lower; empty: nothing");

/** One row a link. */
export const linksTable: FlatTable = {
  name: "links",
  zh: "相同文字",
  about: { zh: "不同通知的两项任务，文字相同的每对一行", en: "One row a pair of tasks of different notices with equal words" },
  columns: {
    position,
    fromNotice: word("本通知标识", "较晚或下级的通知", "Id of the later or lower notice"),
    from: word("本任务标识", "较晚或下级通知的任务", "Id of its task"),
    toNotice: word("对方通知标识", "较早或上级的通知", "Id of the earlier or higher notice"),
    to: word("对方任务标识", "较早或上级通知的任务", "Id of its task"),
    kind: choice(linkSchema.shape.kind, "类别", { wording: "文字相同", succession: "历年延续" }, "wording, or succession: of one place, for another year"),
    direction,
    relation: relationColumn,
    verb: text("引用用语", "通知里印的动词", "Printed verb of the relation"),
    reference: text("引用原文", "通知里印的文件名和文号", "Printed words of the relation"),
    certain,
    characters: count("相同字数", "本项在对方也有的字数", "Characters of `from` that `to` has too"),
    coverFrom: share("占本项", "0–1", "Share of `from`"),
    coverTo: share("占对方", "0–1", "Share of `to`"),
    run: count("最长连续", "最长的连续相同字数", "Longest run of equal characters"),
    rarity: share("罕见度", "1：别的通知没有这些字", "1: no further notice has the words"),
    dueFrom: date("本项时限", "只在两边不同时给出", "Due date of `from`, where the two differ"),
    dueTo: date("对方时限", "只在两边不同时给出", "Due date of `to`, where the two differ"),
    differences: differencesColumn,
    basis: word("规则", "用；分开", "Ids of the rules, parted by ；"),
  },
  key: ["position"],
  refers: [],
  indexed: ["from", "to", "fromNotice", "toNotice"],
};

/** The row of a link. */
export function linkRow(link: Link, number: number): FlatRow {
  const { documents, differences: { due } } = link;
  return {
    position: number, fromNotice: link.fromNotice, from: link.from, toNotice: link.toNotice, to: link.to, kind: link.kind, direction: link.direction,
    relation: documents?.relation ?? null, verb: documents?.verb ?? null, reference: documents?.words ?? null, certain: link.certain,
    characters: link.characters, coverFrom: link.coverFrom, coverTo: link.coverTo, run: link.run, rarity: link.rarity,
    dueFrom: due?.[0] ?? null, dueTo: due?.[1] ?? null, differences: differenceWords(link, "zh").join("；") || null, basis: link.basis.join("；"),
  };
}
