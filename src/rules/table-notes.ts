/** Full-width rows of task tables that are no heading. */

export interface TableNote {
  readonly id: string;
  readonly means: "note" | "deadline";
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

export const tableNotes: readonly TableNote[] = [
  {
    id: "note",
    means: "note",
    pattern: /^\s*(?:注|备注|说明|附注|注释|填表说明|联系人)\s*[：:]/u,
    examples: ["注：排在第一位的为牵头单位", "备注：1.本表一式三份"],
    not: ["说明理由"],
  },
  {
    id: "note-on-all-tasks",
    means: "note",
    pattern: /^\s*(?:(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、])\s*)?(?:以上|上述|全部|所有|本表)(?:所列|各项|全部)?(?:重点)?(?:工作)?(?:任务|工作|事项)(?:[，,均由须应要请按未]|纳入|实行|逾期)/u,
    examples: ["以上任务由市政府督查室按月督办，逾期通报。", "三、全部任务由市财政局按季度通报进展情况。", "上述各项工作均纳入年度考核"],
    not: ["一、全部任务清单", "以上率下抓落实", "所有工作日开放办事窗口"],
  },
  {
    id: "deadline-for-all",
    means: "deadline",
    pattern: /^[^。]{0,20}(?:时限|期限|时间)(?:均|统一|一律|皆)?(?:为|是|[：:])[^。]{2,30}[。.]?$/u,
    examples: ["完成时限均为2023年12月底前", "以上任务完成时间：2021年6月30日前"],
    not: ["一、优化办理时间"],
  },
];

/** What a full-width row is when it is no heading; null for a heading. */
export function recogniseTableNote(text: string): TableNote["means"] | null {
  return tableNotes.find((note) => note.pattern.test(text))?.means ?? null;
}

/** The first words of a row that only adds up the rows above it. */
const summary = /^(?:合计|总计|小计|共计|累计|汇总)(?:[(（][^()（）]*[)）])?[：:]?$/u;

/** Whether a row adds up others: by the folded words of its first filled cell. */
export function addsUp(words: string): boolean {
  return summary.test(words);
}
