/** Lines of several words around the table of a sheet, each in a cell of its own: who filled it in, when, in which unit of money. */
import { folded } from "../text/fold.ts";

export const sheetLine = {
  id: "sheet-line",
  pattern: /^(?:[^:：]{1,14}[:：]|(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?$|[（(]?(?:盖章|签[字章名]|公章)[)）]?$|附[件表]\d{0,2}$|第\d+页(?:共\d+页)?$)/u,
  examples: ["填报单位：市财政局", "单位:万元", "填报日期：2023年6月8日", "制表人：", "2023年6月8日", "（盖章）", "附件1", "联系电话：0551-12345678"],
  not: ["序号", "责任单位", "市财政局", "12", "2023年6月底前", "一、优化服务"],
} as const;

/** How far one looks into the words of a cell: a label ends long before. */
const labelReach = 60;

/** Whether the words of a cell read like a part of such a line. */
export function isSheetLine(words: string): boolean {
  return sheetLine.pattern.test(folded(words.slice(0, labelReach)));
}
