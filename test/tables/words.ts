/** Words of made tables, invented, in Chinese and in English. */
import type { Random } from "../dataset/notices/random.ts";

/** What a column holds. */
export type ColumnKind = "serial" | "name" | "number" | "date" | "unit" | "text";

/** The words of one language. */
export interface Words {
  readonly header: (kind: ColumnKind, random: Random, nth: number) => string;
  readonly cell: (kind: ColumnKind, random: Random, nth: number) => string;
  readonly common: string;
  readonly total: string;
  readonly group: (random: Random, nth: number) => string;
  readonly caption: (nth: number) => string;
  readonly sentence: (random: Random) => string;
}

const list = (words: string): readonly string[] => words.split(" ");

const places = list("东岭县 南塘区 北渡县 西湾区 石桥镇 柳河乡 青杨镇 竹山县 平沙区 古井乡 双槐镇 大坝区");
const agencies = list("市财政局 市教育局 市交通局 市水务局 市民政局 市商务局 市司法局 市统计局 市林业局 市体育局");
const verbs = list("推进 完善 开展 落实 加强 规范 整治 优化");
const matters = list("农村公路养护 河道清淤 校舍加固 图书流动服务 老旧小区改造 污水管网建设 灌区节水 古树保护 夜间照明 公共厕所改建 粮食仓储 养老服务");
const results = list("年内全部完工 建立台账并按季通报 覆盖所有乡镇 明确专人负责 接受群众监督 形成长效机制 纳入年度考核");
const dates = list("3月底前 6月底前 9月底前 10月底前 11月15日前 年底前 长期坚持");

const headersZh: Readonly<Record<ColumnKind, readonly string[]>> = {
  serial: list("序号"),
  name: list("县区 乡镇 类别"),
  number: list("新建（间） 改造（间） 投资 里程 人数 比重（%） 数量 面积"),
  date: list("完成时限"),
  unit: list("责任单位 牵头单位 配合单位"),
  text: list("工作任务 具体措施 主要内容"),
};

function numberWords(random: Random): string {
  const whole = 1 + random.below(random.pick([20, 900, 90000]));
  const grouped = whole >= 1000 && random.chance(0.5) ? String(whole).replace(/(\d)(\d{3})$/u, "$1,$2") : String(whole);
  return random.chance(0.25) ? `${grouped}.${random.below(10)}` : grouped;
}

const chinese: Words = {
  header: (kind, random, nth) => headersZh[kind][nth % headersZh[kind].length] ?? random.pick(headersZh[kind]),
  cell: (kind, random, nth) => {
    if (kind === "serial") return String(nth);
    if (kind === "name") return places[(nth * 5) % places.length] ?? "";
    if (kind === "number") return numberWords(random);
    if (kind === "date") return random.pick(dates);
    if (kind === "unit") return random.shuffle(agencies).slice(0, 1 + random.below(3)).join("、");
    return `${Array.from({ length: 1 + random.below(3) }, () => `${random.pick(verbs)}${random.pick(matters)}`).join("，")}，${random.pick(results)}。`;
  },
  common: "其中",
  total: "合计",
  group: (_, nth) => `${list("一 二 三 四 五")[nth % 5]}、${list("基础设施 公共服务 生态环境")[nth % 3]}`,
  caption: (nth) => `表${nth}${list("　任务分解表 　工程量汇总表 　进度安排表")[nth % 3]}`,
  sentence: (random) => `各地要${random.pick(verbs)}${random.pick(matters)}，${random.pick(verbs)}${random.pick(matters)}，${random.pick(results)}。`,
};

const regions = list("Northfield Eastmoor Westhaven Southport Greenhill Lakeside Ashford Stonebridge Millbrook Fairview Redcliff Oakdale");
const offices = list("Roads Schools Water Forests Housing Libraries Statistics Health");
const phrases = [
  "repair bridges", "renew signs along the main road", "plant trees", "open reading rooms", "train local staff",
  "publish results every quarter", "keep records of all visits", "replace old pipes", "clean canals before the rain",
];

const headersEn: Readonly<Record<ColumnKind, readonly string[]>> = {
  serial: list("No."),
  name: list("Region Area Group"),
  number: list("Total Share Length Cost Visits Rate Change Index"),
  date: list("Due"),
  unit: list("Office Lead Partner"),
  text: list("Measure Task Remarks"),
};

const english: Words = {
  header: (kind, random, nth) => headersEn[kind][nth % headersEn[kind].length] ?? random.pick(headersEn[kind]),
  cell: (kind, random, nth) => {
    if (kind === "serial") return String(nth);
    if (kind === "name") return regions[(nth * 5) % regions.length] ?? "";
    if (kind === "number") return numberWords(random);
    if (kind === "date") return `${random.pick(list("March June Sept. Dec."))} 20${20 + random.below(9)}`;
    if (kind === "unit") return random.shuffle(offices).slice(0, 1 + random.below(2)).join(", ");
    const words = Array.from({ length: 1 + random.below(3) }, () => random.pick(phrases)).join(" and ");
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  },
  common: "By kind",
  total: "Total",
  group: (_, nth) => list("Roads Services Nature")[nth % 3] ?? "",
  caption: (nth) => `Table ${nth}: results by ${list("region office year")[nth % 3]}`,
  sentence: (random) => `All offices ${random.pick(phrases)} and ${random.pick(phrases)} in the same way as in the year before.`,
};

export const languages: readonly Words[] = [chinese, chinese, english];
