/** What notices are made of: tasks of the gold notices and sentences of our own, regions, units, deadlines. */
import { readFileSync } from "node:fs";
import { readGold } from "../../evaluate/gold.ts";
import type { Random } from "./random.ts";

/** Who issues, how its number begins, and how its units are called. */
export interface Region {
  readonly issuer: string;
  readonly code: string;
  readonly word: "省" | "市" | "区";
  readonly host: string;
}

const province = (name: string, letter: string, host: string): Region => ({ issuer: `${name}人民政府办公厅`, code: `${letter}政办秘`, word: "省", host });
const city = (name: string, letter: string, host: string): Region => ({ issuer: `${name}人民政府办公室`, code: `${letter}政办`, word: "市", host });
const district = (name: string, letter: string, host: string): Region => ({ issuer: `${name}人民政府办公室`, code: `${letter}政办函`, word: "区", host });

export const regions: readonly Region[] = [
  province("安徽省", "皖", "www.ah.example.cn"),
  province("江苏省", "苏", "www.js.example.cn"),
  province("浙江省", "浙", "www.zj.example.cn"),
  province("山东省", "鲁", "www.sd.example.cn"),
  city("芜湖市", "芜", "www.wuhu.example.cn"),
  city("合肥市", "合", "www.hefei.example.cn"),
  city("池州市", "池", "www.chizhou.example.cn"),
  city("扬州市", "扬", "www.yangzhou.example.cn"),
  district("池州市贵池区", "贵", "www.guichi.example.cn"),
  district("芜湖市鸠江区", "鸠", "www.jiujiang.example.cn"),
];

/** Departments: the name without region, and its ending in a province and below. */
const departments: readonly (readonly [string, string, string])[] = [
  ["发展改革委", "", ""], ["教育", "厅", "局"], ["科技", "厅", "局"], ["公安", "厅", "局"], ["民政", "厅", "局"], ["司法", "厅", "局"], ["财政", "厅", "局"],
  ["自然资源", "厅", "局"], ["生态环境", "厅", "局"], ["交通运输", "厅", "局"], ["水利", "厅", "局"], ["农业农村", "厅", "局"], ["商务", "厅", "局"],
  ["文化和旅游", "厅", "局"], ["卫生健康委", "", ""], ["审计", "厅", "局"], ["应急", "厅", "局"], ["市场监管局", "", ""], ["统计局", "", ""], ["医保局", "", ""], ["住房城乡建设", "厅", "局"],
];

export function unitsOf({ word }: Region): string[] {
  return departments.map(([stem, high, low]) => `${word}${stem}${word === "省" ? high : low}`);
}

/** The printed words of a deadline, and the last day still on time. */
export interface Time {
  readonly words: string;
  readonly due: string | null;
  readonly ongoing: boolean;
}

const two = (value: number): string => String(value).padStart(2, "0");
const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

export function timesOf(year: number): Time[] {
  const by = (words: string, due: string): Time => ({ words, due, ongoing: false });
  const months = [3, 4, 5, 6, 7, 8, 9, 10, 11];
  return [
    ...months.map((month) => by(`${month}月底前`, lastDay(year, month))),
    ...months.map((month) => by(`${year}年${month}月${month + 9}日前`, `${year}-${two(month)}-${two(month + 9)}`)),
    by("年底前", `${year}-12-31`),
    by(`${year}年底前`, `${year}-12-31`),
    by("二季度末前", `${year}-06-30`),
    by("三季度末前", `${year}-09-30`),
    { words: "持续推进", due: null, ongoing: true },
    { words: "长期坚持", due: null, ongoing: true },
  ];
}

export const headings: readonly string[] = [
  "围绕贯彻落实党的十九届四中全会精神加强用权公开", "围绕优化营商环境加强政策信息公开", "强化公共卫生信息公开", "推进基层政务公开标准化规范化", "完善政府信息公开平台",
  "强化政策解读回应", "提升政务服务水平", "夯实工作基础", "加强监督考核", "健全制度体系", "深化数字政府建设", "保障和改善民生",
];

export const topics: readonly string[] = ["政务公开", "优化营商环境", "乡村振兴", "数字政府建设", "安全生产", "污染防治", "民生实事", "质量强区", "食品安全", "就业创业", "养老服务", "城市更新"];

const gold = readGold(JSON.parse(readFileSync(new URL("../../../corpus/seeds/gold/wanzheng-66.json", import.meta.url), "utf8")));
/** Tasks of the gold notice that speak of no time. */
const goldTexts: readonly string[] = gold.tasks
  .filter(({ text, deadlines, optionalTimes }) => text.length < 130 && !text.includes("\n") && optionalTimes.length === 0 && deadlines.every(({ where }) => where !== "text"))
  .map(({ text }) => text);

const verbs = ["编制", "修订", "公开", "完善", "建立", "梳理", "整合", "推广", "规范", "优化"];
const objects = ["权责清单", "公共服务事项目录", "惠企政策清单", "应急预案体系", "农村人居环境整治台账", "政务服务指南", "养老机构名录", "中小企业融资机制", "河湖管护制度", "义务教育招生办法", "医疗保障待遇清单", "数据共享目录", "重大项目储备库", "消费维权网络", "职业技能培训课程", "老旧小区改造方案"];
const measures = ["压实属地责任", "健全协调机制", "打通数据壁垒", "统一标准规范", "细化办理流程", "加强人员培训", "开展专项督查", "引入第三方评估", "用好考核结果", "做好宣传引导"];
const results = ["切实提升群众满意度", "推动工作落地见效", "形成长效工作机制", "确保底数清、情况明", "为高质量发展提供支撑", "不断提高规范化水平", "让企业和群众办事更方便"];

/** The words of a task that binds no time: of the gold notice, or our own. */
export function taskText(random: Random): string {
  if (random.chance(0.3)) return random.pick(goldTexts);
  const [first, second] = random.shuffle(measures);
  return `${random.pick(verbs)}${random.pick(objects)}，${first ?? ""}，${second ?? ""}，${random.pick(results)}。`;
}

/** A heading before a task of prose. */
export function taskHeading(random: Random): string {
  return `${random.pick(verbs)}${random.pick(objects)}`;
}
