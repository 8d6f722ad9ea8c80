/**
 * What the yearly notices of one office are about: of their titles, the words that are left when years, who gives it, and what kind of paper it is are
 * taken away. 2034年市政府重点工作责任分解 and 做好2036年重点工作任务落实 are about all the work of a year; 政务公开工作要点 is about 政务公开.
 *
 * Words are folded, without marks (text/title.ts).
 */

interface YearlyTitle {
  readonly title: string;
  readonly topic: string;
}

/** Years, and numbers of sessions: they change from one notice of a series to the next. */
export const changing = /(?:19|20)\d{2}年?|[一二三四五六七八九〇○零]{4}年|第?[一二三四五六七八九十百\d]{1,4}(?:届|次|批|期)/gu;

/** Who gives it: all before 关于, else a place and its office at the beginning. */
const giver = /^(?:.*?关于|[^#]{1,10}?(?:自治)?[省市县区州盟旗乡镇](?:委|人民政府)?(?:办公[厅室])?(?=#))/u;

/** What kind of paper it is, and what every one does. */
const paper = /中共|委员会|人民政府|政府|办公[厅室]|[全我本]?[省市县区州盟旗]|关于|印发|转发|下达|公布|做好|开展|推进|抓好|加强|贯彻|落实|进一步|全面|扎实|年度|年|上半|下半|重点|重大|主要|若干|工作|任务|目标|责任|职责|分工|分解|方案|计划|清单|一览|要点|安排|部署|实施|意见|台账|督查|督办|报告|(?<!实)事项|通知|表|的|和|与|及|暨|#/gu;

/** What a title is about; empty: all the work of a year. */
export function topicOf(title: string): string {
  return title.replace(changing, "#").replace(giver, "").replace(paper, "");
}

export const yearlyTitles: readonly YearlyTitle[] = [
  { title: "港桥市人民政府办公室关于印发2034年市政府重点工作责任分解的通知", topic: "" },
  { title: "港桥市人民政府办公室关于做好2036年重点工作任务落实的通知", topic: "" },
  { title: "青竹县2032年政府工作报告目标任务分解表", topic: "" },
  { title: "某省人民政府办公厅关于印发2031年全省政务公开工作要点的通知", topic: "政务公开" },
  { title: "某市关于印发2032年民生实事项目责任分解的通知", topic: "民生实事项目" },
  { title: "关于印发某市“十四五”节能减排实施方案的通知", topic: "某“十四五”节能减排" },
];
