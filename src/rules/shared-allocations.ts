/** Words behind several tasks that say who does them all: （以上任务由市住建局牵头，市财政局配合）. */
import { recogniseAllocation } from "./units/allocation.ts";

/** The words that open such a clause. On printed text, brackets before them included. */
export const sharedAllocation = {
  id: "shared-allocation",
  pattern:
    /^\s*(?:[（(【[]\s*)?(?:注[：:])?(?:以上|上述|本(?:条|项|款|部分|节|章)|该(?:项|部分)|此项)(?:所列|全部|各项|[一二两三四五六七八九十几\d]{1,3}[项条])?(?:重点|主要|改革|整治)?(?:任务|工作|事项|措施|举措|内容|项目)?\s*[，,]?(?:均|都|统一|全部|具体)?(?=由|(?:牵头|责任|主办)(?:单位|部门)\s*[：:])/u,
  examples: ["（以上任务由市住建局牵头，市财政局、市国资委配合）", "以上工作由市工信局、市商务局负责，2031年底前完成。", "上述各项均由区教育局负责落实", "本项工作由县水利局牵头", "（以上两项责任单位：县民政局）"],
  not: ["以上任务由市政府督查室按月督办，逾期通报。", "以上任务由县森防指办公室督促落实。", "以上意见由市司法局负责解释。", "上述文件由牵头部门汇总", "由市住建局牵头", "以上任务完成时限均为年底前"],
} as const;

/** Who does it stands at the end of a clause: 负责 alone, not 负责督办. */
const does = /(?<!督促|督导|督办|督查|跟踪|监督|指导|推动|统筹|协调|调度)(?:牵头|负责|承担|承办|组织实施|抓好落实|落实|配合|(?:单位|部门)\s*[：:][^，,；;。]{2,80})(?:负责|落实|实施|组织|推进|完成|组织实施)?(?=[，,；;。）)\]】]|$)/u;

/** Where the clause of who does all that stands above begins in a line or bracket; null for any other words. */
export function sharedAllocationStart(text: string): number | null {
  const opening = sharedAllocation.pattern.exec(text)?.[0].length;
  if (opening === undefined) return null;
  const rest = text.slice(opening).trimEnd().replace(/[）)】\]]?[。；;]?$/u, "");
  return rest.length <= 300 && does.test(rest) && recogniseAllocation(rest) !== null ? opening : null;
}

/** Whether the words speak of several tasks above them, not only of the one they stand in. */
export function speaksOfSeveral(text: string): boolean {
  return /^\s*(?:[（(【[]\s*)?(?:注[：:])?(?:以上|上述|本(?:部分|节|章))/u.test(text);
}

/** A heading that says who does all that stands below it. On the words behind the marker. */
export const headAllocations: readonly { readonly id: string; readonly pattern: RegExp; readonly examples: readonly { readonly words: string; readonly clause: string }[]; readonly not: readonly string[] }[] = [
  {
    id: "head-allocation:below",
    pattern: /^(?:以下|下列|下述|本(?:部分|章|节))(?:各项|所列|[一二两三四五六七八九十几\d]{1,3}[项条])?(?:重点|主要)?(?:任务|工作|事项|措施|内容|项目)?[，,]?(?:均|都|统一)?(?<clause>由.+?)[。：:；;]?$/u,
    examples: [
      { words: "下列任务由区城管局牵头", clause: "由区城管局牵头" },
      { words: "以下工作由区住建局牵头，各街道配合：", clause: "由区住建局牵头，各街道配合" },
    ],
    not: ["以下任务纳入年度考核", "下列文件由市司法局废止"],
  },
  {
    id: "head-allocation:of-unit",
    pattern: /^由?(?<clause>(?!我|本|完善|明确|加强|建立|强化|健全|落实|优化|推进|做好|突出|聚焦)[^，,。；;：:]{2,40}?(?:牵头|主办|承办|负责|配合|协办))(?:负责|落实|推进|组织实施|办理)?的?(?:重点|主要|具体|专项)*(?:任务|工作|事项|项目|提案|建议)(?:清单)?(?:[（(][^（）()]{1,20}[)）])?[。：:]?$/u,
    examples: [
      { words: "市发展改革委牵头的任务", clause: "市发展改革委牵头" },
      { words: "县教育局负责的重点工作（共5项）", clause: "县教育局负责" },
      { words: "由区民政局、区残联牵头落实的事项", clause: "区民政局、区残联牵头" },
    ],
    not: ["牵头任务", "我局牵头任务", "明确牵头工作", "完善部门配合工作"],
  },
  {
    id: "head-allocation:alone",
    pattern: /^(?<clause>由[^，,。；;：:]{2,40}?(?:牵头|主办|承办|负责))(?:负责|落实|办理|推进)?[。：:]?$/u,
    examples: [
      { words: "由县水利局、县住建局牵头", clause: "由县水利局、县住建局牵头" },
      { words: "由区民政局负责落实：", clause: "由区民政局负责" },
    ],
    not: ["政府负责", "由谁牵头", "由点到面推进落实", "理由充分"],
  },
];

/** A heading that is the name of a unit and what it answers for: 县水利局环境保护目标责任. On the words behind the marker; whether the group names a unit is for the tables of units to say. */
export const dutiesOfUnit = {
  id: "head-allocation:duties",
  pattern: /^(?<unit>[\u4e00-\u9fff、（）()]{2,30}?[局委办厅院会处部社府镇乡道站所心司])的?(?:[\u4e00-\u9fff]{2,8}?)??(?:目标责任|目标任务|工作职责|职责任务|主要职责|工作责任|工作任务|重点任务|重点工作|任务清单|责任清单|职责)[：:]?$/u,
  examples: [
    { words: "县水利局环境保护目标责任", unit: "县水利局" },
    { words: "市教育局、市公安局工作职责", unit: "市教育局、市公安局" },
    { words: "城关镇安全生产目标任务", unit: "城关镇" },
  ],
  not: ["目标责任", "县水利局负责河道清淤", "县水利局", "落实工作职责"],
} as const;

/** Where the clause of a heading stands that says who does all below it; null for any other heading. */
export function headAllocation(text: string): readonly [start: number, end: number] | null {
  for (const { pattern } of headAllocations) {
    const clause = pattern.exec(text)?.groups?.["clause"];
    if (clause === undefined || recogniseAllocation(clause)?.strength !== "strong" || !does.test(clause)) continue;
    const start = text.indexOf(clause);
    return [start, start + clause.length];
  }
  return null;
}

/** The name of a group of rows in a table, which says who leads them all. On the words behind the marker. */
export const groupLead = {
  id: "head-allocation:group",
  pattern: /^(?<clause>[^，,。；;：:]{2,40}?(?:牵头|主办))(?:负责|落实|办理|推进)?[：:]?$/u,
  examples: [
    { words: "县民政局牵头", clause: "县民政局牵头" },
    { words: "区城管局、区住建局牵头负责", clause: "区城管局、区住建局牵头" },
  ],
  not: ["明确牵头", "加强领导，由谁牵头", "县民政局配合"],
} as const;

/** 区水利局（12个）, 县教育局（共3项）: how many rows stand below the name of a group. */
export const countBehind = {
  id: "head-allocation:count",
  pattern: /\s{0,2}[（(]\s{0,2}(?:共|合计|计)?\s{0,2}\d{1,4}\s{0,2}[个项件户家处条宗类]?[）)]\s{0,2}[：:]?$/u,
  examples: ["区水利局（12个）", "县教育局（共3项）", "市住建局（5）"],
  not: ["区水利局（区河长办）", "县教育局（2024年）", "市住建局"],
} as const;

/** Where the clause stands of a group that says who leads its rows; null for any other name. */
export function groupAllocation(text: string): readonly [start: number, end: number] | null {
  const clause = groupLead.pattern.exec(text)?.groups?.["clause"];
  return clause !== undefined && recogniseAllocation(clause)?.strength === "strong" ? [0, clause.length] : headAllocation(text);
}

/** A line that does nothing but say who does what stands above it, and until when: what stands between its commas. */
export const allocatingLine = {
  id: "allocation:own-line",
  /** Units and what they are to it, and nothing else. */
  who: /^(?!鼓励|动员|引导|邀请|支持|组织(?!部)|推动|推进|吸引|发动|号召|倡导|带动|争取|协调|督促|指导|聘请|委托|允许|要求|促进|积极|主动|充分|广泛|加强|聚集|凝聚|撬动|帮助|安排)(?!由?各?(?:牵头|责任|配合)(?:单位|部门))[^：:要须应当]{2,80}?(?:牵头|负责|配合|参与|参加|协助|协办|主办|承办|组织实施|落实)$/u,
  when: /^(?:于|在)?[^：:]{0,3}?(?:\d{1,4}[年月日]|年|[一二三四]季度|[上下]半年)[\d年月日底末初前内上中下旬止至-]{0,12}(?:全部|全面|基本)?(?:完成|办结|到位|见效|启动)?$|^(?:长期坚持|持续推进|常态化(?:推进|开展)?)$/u,
  examples: ["市数据局负责，2023年6月完成", "市城管局牵头，各区政府配合，6月底前完成", "由市环卫中心负责", "市卫健委、市民政局按职责分工负责，长期坚持", "组织部牵头，县人社局配合"],
  not: ["市城管局负责统筹协调各区整治工作，各区政府要抓好落实", "各责任单位配合", "牵头单位要每周调度", "加强巡查", "市水利局负责水库安全", "市城管局牵头，拆除违规广告牌三百块", "由城关镇牵头，3月25日前完成签约", "鼓励社会资本和县供销社参与", "动员社会力量和县工商联参与", "引导县供电公司参与", "邀请县政协委员参加", "组织县直各单位参加", "积极争取市财政局配合"],
} as const;

/** 要, 须, 应 and 当 order something, but in these names. */
export const orderInName = {
  id: "allocation:order-in-name",
  pattern: /应(?=急)|(?<=供)应|要(?=素)|当(?=[地阳涂雄])/gu,
  examples: ["县应急局", "市供应集团", "市要素交易中心", "当阳市"],
  not: ["县财政局应", "各单位要", "应当"],
} as const;

/** Whether a line without its full stop does nothing but allocate: units first, then units or a time behind each comma. */
export function allocatesOnly(line: string): boolean {
  const pieces = line.replace(orderInName.pattern, "某").split(/[，,]/u);
  return pieces.every((piece, index) => allocatingLine.who.test(piece) || (index > 0 && allocatingLine.when.test(piece)));
}
