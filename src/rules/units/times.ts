/** Stretches of a unit list that are a time and no unit: 年内持续推进, 2017年12月底前完成. Matched on folded text. */
import { findLimit } from "../deadlines/grammar.ts";

export interface TimeStretch {
  readonly id: string;
  /** Finds where a time begins inside a piece. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

export const timeStretches: readonly TimeStretch[] = [
  {
    id: "time:calendar",
    pattern: /(?:(?:于|在|从|自|力争|确保|计划|到|至|截至|原则上)?(?:\d{4}|[12]\d|二[〇○零oO一二三四五六七八九0]{3})年(?!度)|\d{1,2}月(?:\d|[底初末中上下旬前、,至到内份]|$)|[一二三四五六七八九十]{1,2}月(?:底|初|末|份|中旬|上旬|下旬|前))/u,
    examples: ["2017年12月底前完成", "6月底完成", "于2020年2月3日前", "12月底前"],
  },
  {
    id: "time:year-part",
    pattern: /(?:今年|明年|当年|次年|本年|年)(?:底|末|初|内|中|前)|[一二三四1-4上下]半?季度(?:末|底|前|内)?|(?:上|下)半年|第[一二三四]季度|全年(?!度)/u,
    examples: ["年内持续推进", "年底前", "今年内", "上半年完成", "全年"],
  },
  {
    id: "time:ongoing",
    pattern: /(?:持续|长期|常态化|常年|滚动|贯穿|逐年)(?:推进|坚持|实施|开展|抓好|落实|全年|整治|整改|进行|性?工作)|立行立改|即知即改|立即(?:整改|实施|执行|完成|办理|落实|启动|开展|推进)|^(?:长期|常年|常态化|适时|即时|及时|实时|随时|持续|长期坚持)$/u,
    examples: ["持续推进", "立即办理", "长期坚持", "立行立改", "长期", "随时"],
  },
  {
    id: "time:recurring",
    pattern: /每(?:年|月|季度?|半年|周|旬|日|天|个月)|按(?:月|季度?|年|周)(?!度?度)/u,
    examples: ["每月15日前", "按季度报送", "每年底前"],
  },
  {
    id: "time:event",
    pattern: /(?:[春秋]季(?:学期)?(?:开学)?|开学|主?汛期|采暖季|供暖[季期]|[两双]节)(?:来临|到来|结束|开始)?(?:之?前|之?后|起)/u,
    examples: ["秋季开学起", "汛期前", "2024年秋季学期起", "开学前"],
  },
  { id: "time:relative", pattern: /(?:自|从)?[^,。;、]{0,10}之日起|(?<!\d)\d+个?(?:工作日|日|天|月|小时)内/u, examples: ["印发之日起30日内", "20个工作日内"] },
];

/** Offset in a folded piece at which a time begins, -1 when there is none. */
export function findTime(piece: string): number {
  let first = findLimit(piece);
  if (!mayBeTime.test(piece)) return first;
  for (const { pattern } of timeStretches) {
    const found = piece.search(pattern);
    if (found >= 0 && (first < 0 || found < first)) first = found;
  }
  return first;
}

const mayBeTime = /[年月日季周天时期续学节]|立[行即]|常态|适时/u;

/** A time in the bracket behind the name of a unit, alone or beside its role. On folded words; a second name and the year of a foundation are none. */
export const timeBracket = {
  id: "time:bracket",
  pattern: /\((?<inner>[^()]{2,24})\)/gu,
  examples: ["市财政局(6月底前)", "各镇(2024年9月30日前完成)", "市住建局(牵头,6月底前)", "区水利局(长期)"],
  not: ["市交通委(市道运局)", "市数据局(2019年设立)", "市数据局(2019年)", "市大数据中心(2021年启动)", "市住建局(牵头)", "各县(市、区)政府"],
} as const;

const binding = /(?:[前底内末日月]|季度|半年|[上中下]旬|长期|常态化|持续推进|完成|落实到位|办结|报送|见效)$/u;
const roleAlone = /^(?:牵头|主办|主责|配合|协办|参与|负责|承办)$/u;

/** The first bracket of a time behind a name; null where there is none. */
export function findTimeBracket(words: string): RegExpMatchArray | null {
  if (!words.includes("(")) return null;
  for (const found of words.matchAll(timeBracket.pattern)) {
    const parts = (found.groups?.["inner"] ?? "").split(",");
    if (found.index > 1 && parts.some((part) => findTime(part) === 0 && binding.test(part)) && parts.every((part) => findTime(part) === 0 || roleAlone.test(part))) return found;
  }
  return null;
}
