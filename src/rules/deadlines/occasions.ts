/** Holidays, which fall on a day of the calendar, and events, which have none of their own. A row is all that one needs to be read everywhere. */

export interface HolidayRule {
  /** Its names, apart by spaces. */
  readonly names: string;
  /** Month and day of its calendar, and how many days after that it falls; or a solar term. */
  readonly falls: { readonly calendar: "solar" | "lunar"; readonly month: number; readonly day: number; readonly after: number } | { readonly term: string };
  /** How its name must stand, where the words alone can say something else. */
  readonly pattern?: string;
  /** The same in running text. */
  readonly inText?: string;
}

export interface EventRule {
  readonly id: string;
  readonly pattern: string;
  /** As such an event is named. */
  readonly examples: readonly string[];
  /** Running text that speaks of it, or of words like it, and gives no deadline. */
  readonly not: readonly string[];
}

const solar = (month: number, day: number) => ({ calendar: "solar", month, day, after: 0 }) as const;
const lunar = (month: number, day: number, after = 0) => ({ calendar: "lunar", month, day, after }) as const;
/** 七一 is a number too. */
const inText = (name: string): string => `${name}(?=[”"']?(?:长假|假期|黄金周)?(?:之前|以前|前))`;

/** Regulation on public holidays and memorial days (2024), and customary ones. */
export const holidays: readonly HolidayRule[] = [
  { names: "元旦节 元旦", falls: solar(1, 1) },
  { names: "妇女节 三八节", falls: solar(3, 8) },
  { names: "植树节", falls: solar(3, 12) },
  { names: "消费者权益日", falls: solar(3, 15) },
  { names: "国家安全教育日", falls: solar(4, 15) },
  { names: "五一国际劳动节 五一劳动节 国际劳动节 劳动节 五一", falls: solar(5, 1) },
  { names: "五四青年节 青年节", falls: solar(5, 4) },
  { names: "六一儿童节 国际儿童节 儿童节", falls: solar(6, 1) },
  { names: "六一", falls: solar(6, 1), inText: inText("六一") },
  { names: "建党节", falls: solar(7, 1) },
  { names: "七一", falls: solar(7, 1), inText: inText("七一") },
  { names: "八一建军节 建军节", falls: solar(8, 1) },
  { names: "八一", falls: solar(8, 1), inText: inText("八一") },
  { names: "教师节", falls: solar(9, 10) },
  { names: "国庆节 国庆", falls: solar(10, 1) },
  { names: "十一", falls: solar(10, 1), pattern: "(?<!双)十一(?=[”\"']?(?:$|长假|假期|黄金周|之前|以前|前))", inText: inText("十一") },
  { names: "国家宪法日 宪法日", falls: solar(12, 4) },
  { names: "春节 新春", falls: lunar(1, 1) },
  { names: "新年", falls: lunar(1, 1), pattern: "(?<=农历)新年", inText: "(?<=农历)新年" },
  { names: "除夕", falls: lunar(1, 1, -1) },
  { names: "元宵节 元宵", falls: lunar(1, 15) },
  { names: "清明节 清明", falls: { term: "清明" } },
  { names: "端午节 端午", falls: lunar(5, 5) },
  { names: "中秋节 中秋", falls: lunar(8, 15) },
  { names: "重阳节 重阳", falls: lunar(9, 9) },
];

/** What has no day of its own on the calendar: the season is local, the meeting is called. */
export const events: readonly EventRule[] = [
  { id: "flood-season", pattern: "主?汛期?", examples: ["汛期", "主汛期", "汛"], not: ["做好防汛工作"] },
  { id: "two-sessions", pattern: "(?:全国)?两会", examples: ["两会", "全国两会"], not: ["贯彻全国两会精神"] },
  { id: "two-holidays", pattern: "[两双]节", examples: ["两节", "双节"], not: ["开展两节慰问"] },
  { id: "school-begins", pattern: "[春秋]季(?:学期)?开学|开学", examples: ["秋季开学", "春季学期开学", "开学"], not: ["做好开学工作"] },
  { id: "school-term", pattern: "[春秋]季学期|[本上下]学期|[寒暑]假|暑期", examples: ["春季学期", "本学期", "暑假", "寒假"], not: ["做好暑假托管", "编排下学期课程"] },
  { id: "heating", pattern: "采暖[季期]|取暖季|供[暖热](?:[季期])?", examples: ["采暖季", "供暖期", "供热"], not: ["保障居民供暖"] },
  { id: "winter-or-flood-begins", pattern: "入[冬汛]", examples: ["入冬", "入汛"], not: ["做好入冬准备"] },
  { id: "rainy-season", pattern: "雨季", examples: ["雨季"], not: ["加强雨季排查"] },
  { id: "fire-season", pattern: "防火期", examples: ["防火期"], not: ["严格防火期管理"] },
  { id: "frost", pattern: "封冻", examples: ["封冻"], not: ["防止水管封冻"] },
  { id: "examination", pattern: "[高中]考", examples: ["高考", "中考"], not: ["做好高考服务"] },
  { id: "election", pattern: "换届(?:选举)?", examples: ["换届", "换届选举"], not: ["做好换届选举工作"] },
  { id: "party-congress", pattern: "党代会", examples: ["党代会"], not: ["落实党代会部署"] },
];
