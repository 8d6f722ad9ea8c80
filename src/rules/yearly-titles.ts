/**
 * What the yearly notices of one office are about: of their titles, the words that are left when years, who gives it, and what kind of paper it is are
 * taken away. 2034年市政府重点工作责任分解 and 做好2036年重点工作任务落实 are about all the work of a year; 政务公开工作要点 is about 政务公开.
 *
 * Words are folded, without marks (text/title.ts).
 */

interface YearlyTitle {
  readonly title: string;
  readonly topic: string;
  /** A title of another year and the same office that is about something else, however many words they share. */
  readonly not?: string;
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

/** What is done about any topic, and says none. */
const general = /高质量(?:发展)?|现代化|一体化|行动|推动|促进|加快|优化|提升|提高|强化|深化|深入|专项|综合|整治|治理|攻坚|改革|体系|建设|三年|突出问题/gu;

/** So many characters in a row say the same topic; and this share of the shorter one. */
const leastOfTopic = 4;
const shareOfTopic = 3 / 4;

/** The words that say a topic, those that any has taken out. */
function coresOf(topic: string): string[] {
  return topic.replace(general, "#").split("#").filter((words) => words !== "");
}

/** All that a topic may share with another one: runs of characters. */
export function runsOf(topic: string): string[] {
  return coresOf(topic).flatMap((words) => Array.from({ length: Math.max(0, words.length - leastOfTopic + 1) }, (_, i) => words.slice(i, i + leastOfTopic)));
}

/** Whether two topics are one: equal, or one run of words is most of the shorter. */
export function isSameTopic(a: string, b: string): boolean {
  if (a === b) return true;
  const [mine, others] = [coresOf(a), coresOf(b)];
  const shorter = Math.min(mine.join("").length, others.join("").length);
  const least = Math.max(leastOfTopic, Math.ceil(shorter * shareOfTopic));
  return mine.some((words) => Array.from({ length: Math.max(0, words.length - least + 1) }, (_, i) => words.slice(i, i + least)).some((run) => others.some((other) => other.includes(run))));
}

export const yearlyTitles: readonly YearlyTitle[] = [
  { title: "港桥市人民政府办公室关于印发2034年市政府重点工作责任分解的通知", topic: "" },
  { title: "港桥市人民政府办公室关于做好2036年重点工作任务落实的通知", topic: "" },
  { title: "青竹县2032年政府工作报告目标任务分解表", topic: "" },
  { title: "某省人民政府办公厅关于印发2031年全省政务公开工作要点的通知", topic: "政务公开" },
  { title: "某市关于印发2032年民生实事项目责任分解的通知", topic: "民生实事项目" },
  { title: "石桥县2024年工业经济高质量发展行动方案", topic: "工业经济高质量发展行动", not: "石桥县2025年农业农村高质量发展工作要点" },
  { title: "石桥县2024年工业高质量发展工作要点", topic: "工业高质量发展", not: "石桥县2025年农业高质量发展工作要点" },
  { title: "石桥县2024年城乡环境综合整治行动方案", topic: "城乡环境综合整治行动", not: "石桥县2025年校园周边环境综合整治行动方案" },
  { title: "石桥县2024年煤矿安全生产工作要点", topic: "煤矿安全生产", not: "石桥县2025年道路交通安全生产工作要点" },
  { title: "石桥县2024年社会信用体系建设工作要点", topic: "社会信用体系建设", not: "石桥县2025年公共卫生体系建设工作要点" },
  { title: "石桥县2024年农村人居环境整治提升行动方案", topic: "农村人居环境整治提升行动", not: "石桥县2025年农村公路建设攻坚行动方案" },
  { title: "石桥县2024年高质量发展重点任务清单", topic: "高质量发展", not: "石桥县2025年现代化建设重点任务清单" },
  { title: "关于印发某市“十四五”节能减排实施方案的通知", topic: "某“十四五”节能减排" },
];
