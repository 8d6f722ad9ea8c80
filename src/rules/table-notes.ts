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
    id: "blank-below",
    means: "note",
    pattern: /^\s{0,4}[（(【—-]{0,4}(?:以\s{0,4}下|此\s{0,4}下|本\s{0,4}页|此\s{0,4}页)\s{0,4}为?(?:空\s{0,4}白|无\s{0,4}(?:正\s{0,4}文|内\s{0,4}容))[页行栏]?[）)】—-]{0,4}[。.]?\s{0,4}$/u,
    examples: ["以下空白", "（以下空白）", "以 下 空 白", "（此页无正文）", "——以下为空白——"],
    not: ["以下空白点由各镇补齐", "消除空白村", "一、以下任务"],
  },
  {
    id: "continued",
    means: "note",
    pattern: /^\s{0,8}[（(【]?\s{0,8}(?:续\s{0,8}(?:[上前]\s{0,8})?[表页]|[上前]\s{0,8}[表页]\s{0,8}续|接\s{0,8}上\s{0,8}[表页]|转\s{0,8}下\s{0,8}页)\s{0,8}[\d一二三四五六七八九十]{0,2}\s{0,8}[)）】]?$/u,
    examples: ["续表", "（续表）", "续 表 1", "续上表", "（接上页）"],
    not: ["续建项目", "续签劳动合同", "续表及说明的编制"],
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
    pattern: /^[（(]?[^。（()：:]{0,20}(?:时限|期限|时间)(?:均|统一|一律|皆)?(?:为|是|[：:])[^。]{2,30}[。.]?$/u,
    examples: ["完成时限均为2023年12月底前", "以上任务完成时间：2021年6月30日前"],
    not: ["一、优化办理时间", "人居环境提升（牵头单位：乡环境办；完成时限：9月底前）"],
  },
];

/** Who signs or fills in a table, cell by cell or on one line: 签收人：  签收时间：. On folded words without spaces. */
export const signLine = {
  id: "sign-line",
  pattern: /^(?:(?:(?:审核|审批|审定|签收|签发|签字|签名|填表|填报|制表|填写|经办|复核|核准|批准|送达|接收|收件|受理|单位负责|分管领导|主要领导|主要负责|部门负责)(?:人|单位|部门|领导|时间|日期)?(?:签[字名]|意见)?|(?:日期|时间|盖章|签[字名章])|[(（](?:盖章|签[字名章]|公章)[)）])[:：]?[^:：。;；]{0,12}){1,6}$/u,
  examples: ["签收人：", "签收时间：", "审核人：王某 填表人：李某", "填表日期：2024年4月8日", "单位负责人签字：", "（盖章）", "审核人（签字）"],
  not: ["牵头单位：县财政局", "责任人：王某", "配合单位：", "审核要件齐全后予以受理并公示办理结果", "市财政局", "1", "审批时间压缩至3个工作日以内并公开", "审批服务改革（2项）", "接收安置工作（1项）", "受理登记事项（3件）"],
} as const;

/** Whether the words of a cell are a part of such a line. */
export function signs(words: string): boolean {
  return /[:：]|[(（](?:盖章|签[字名章]|公章)[)）]/u.test(words) && signLine.pattern.test(words.replace(/\s+/gu, ""));
}

/** What a full-width row is when it is no heading; null for a heading. */
export function recogniseTableNote(text: string): TableNote["means"] | null {
  return tableNotes.find((note) => note.pattern.test(text))?.means ?? (signs(text) ? "note" : null);
}

/** The first words of a row that only adds up the rows above it. */
const summary = /^(?:合计|总计|小计|共计|累计|汇总)(?:[(（][^()（）]*[)）])?[：:]?$/u;

/** Whether a row adds up others: by the folded words of its first filled cell. */
export function addsUp(words: string): boolean {
  return summary.test(words);
}

/** A note that blank cells repeat what stands above them. */
export const blanksRepeat = {
  id: "note:blanks-repeat",
  pattern: /(?:空白|空格|未填|留空|空着)(?:的)?(?:栏目?|处|格|项|单元格)?[^。；;]{0,6}?(?:同上|(?:与|和|同)(?:其?上|前)(?:一)?[行栏格项列条面方]{0,2}(?:内容)?(?:相同|一致|一样|同)?)/u,
  examples: ["（表中空白栏与上一行相同）", "注：空白处同上。", "空格表示同上一项", "未填的与上栏一致"],
  not: ["填补监管空白", "上一行空白处由各单位自行填写", "空白栏由各单位填报", "消除空白村"],
} as const;

/** A note below a table that gives the roles of named rows: 第2项由市水利局、市住建局联合牵头. */
export const rowNote = {
  id: "note:roles-of-rows",
  pattern: /第(?<numbers>(?:\d{1,3}|[①-⑳])(?:\s?[、，,和及至—~-]\s?(?:第|序号|任务)?(?:\d{1,3}|[①-⑳])){0,20})\s?(?:项|条|号)?(?:任务|工作|事项)?[由，,]?由?(?<units>[^。；;：:\d①-⑳]{2,60}?)(?:共同|联合|分别)?(?<role>牵头|配合|负责)(?:负责|落实|组织|推进)?(?=[。；;，,)）]|$)/gu,
  examples: [
    { words: "第2项由市水利局、市住建局联合牵头。", numbers: [2], units: "市水利局、市住建局", role: "牵头" },
    { words: "注：第3、5项任务由县财政局负责", numbers: [3, 5], units: "县财政局", role: "负责" },
    { words: "第1至3项由区教育局牵头。", numbers: [1, 2, 3], units: "区教育局", role: "牵头" },
    { words: "第1、3—5项由区教育局牵头。", numbers: [1, 3, 4, 5], units: "区教育局", role: "牵头" },
    { words: "第②、④项由校外培训股牵头，其他单位配合", numbers: [2, 4], units: "校外培训股", role: "牵头" },
    { words: "第4—5项由列首位单位牵头", numbers: [4, 5], units: "列首位单位", role: "牵头" },
  ],
  not: ["第2项任务纳入年度考核。", "第二批由各单位负责", "列首位的为牵头单位"],
} as const;

/** The unit that stands first in each row, by its place: 列首位单位, 排在第一位的单位. */
export const firstUnit = {
  id: "note:first-unit",
  pattern: /^(?:(?:各自?)?(?:责任单位)?[中里]?(?:排?列|排|位列|名列|居)(?:在|于|名)?)?(?:第一|首)(?:位|名|个|家)?(?:的|者)?(?:责任)?(?:单位|部门|科室|处室|者)?$/u,
  examples: ["列首位单位", "排在第一位的单位", "首位部门", "第一责任单位"],
  not: ["市财政局", "首创集团", "第一中学", "第一人民医院"],
} as const;

/** Roles that a note gives to the rows of some numbers; `units` are offsets in the text. */
export interface RowRoles {
  readonly numbers: readonly number[];
  readonly role: "lead" | "support" | "responsible";
  /** The words name no unit but the place of one in each row: 列首位单位. */
  readonly first: boolean;
  readonly units: readonly [start: number, end: number];
}

const roleOfWord = { 牵头: "lead", 配合: "support", 负责: "responsible" } as const;

/** The roles that a note gives to named rows, in order. */
export function readRowRoles(text: string): RowRoles[] {
  return [...text.matchAll(rowNote.pattern)].map((match) => {
    const { numbers = "", units = "", role = "负责" } = match.groups ?? {};
    const start = match.index + match[0].indexOf(units, 1 + numbers.length);
    return { numbers: numbersIn(numbers), role: roleOfWord[role as keyof typeof roleOfWord], first: firstUnit.pattern.test(units), units: [start, start + units.length] };
  });
}

/** More rows than these are no range. */
const widest = 50;

function numbersIn(text: string): number[] {
  return [...text.normalize("NFKC").matchAll(/(\d+)(?:\s*[至—~-]\s*第?(\d+))?/gu)].flatMap(([, first, last]) => {
    const [from, to] = [Number(first), Number(last ?? first)];
    return to > from && to - from < widest ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : to === from ? [from] : [from, to];
  });
}
