/**
 * Personal data that a published dataset must not hold: telephone and identity numbers.
 *
 * A row finds what can be told surely; what looks alike and is none (document numbers, codes, amounts, dates) stands in `not`.
 */

/** One kind of number. */
export interface PersonalNumber {
  readonly id: string;
  /** Tried on the text with its full-width digits, letters and signs made narrow, one character each. All that it matches is masked. */
  readonly pattern: RegExp;
  /** What else must hold for the digits, and a check character. */
  readonly holds?: (digits: string) => boolean;
  /** Texts, each with exactly one number, which is written between 【】. */
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

const before = String.raw`(?<![\dA-Za-z_./=*-])`;
const after = String.raw`(?![\dA-Za-z_=*]|[./-]\d|\s?(?:元|万|亿|吨|公里|平方|立方|千瓦|美元|%|‰))`;
const gap = String.raw`[ \u00A0\-—–－‐‑]{0,3}`;
const some = String.raw`[ \u00A0\-—–‐‑]{1,3}`;
const extension = String.raw`(?:${gap}(?:转|分机|ext\.?)${gap}\d{1,6}|-\d{1,5}(?!\d))?`;
const area = String.raw`0(?:10|2\d|[3-9]\d{2})`;
const subscriber = String.raw`[2-8]\d{2,3}${gap}\d{4}`;
/** Behind a label any number of that length is one. */
const labelled = String.raw`[1-9]\d{2,3}${gap}\d{4}`;
const label = String.raw`(?:电话|传真|手机|热线|联系方式|座机|固话|[Tt][Ee][Ll]|[Ff][Aa][Xx]|[Pp]hone)`;
const named = String.raw`(?<=${label}(?:号码|号)?(?:[（(][^（()）]{0,8}[)）])?[ \u00A0]{0,4}[:：]?[ \u00A0]{0,4}(?:[\d（()）、，,；;/ \-—–转]{0,60}[、，,；;/ ])?)`;

export const personalNumbers: readonly PersonalNumber[] = [
  {
    id: "identity-18",
    pattern: new RegExp(String.raw`${before}[1-8]\d{5}${gap}(?:19|20)\d{6}${gap}\d{3}[\dXx](?![\dA-Za-z])`, "gu"),
    holds: isIdentity,
    examples: ["身份证号【11010519491231002X】。", "证件号码：【１１０１０５１９４９１２３１００２Ｘ】", "【110105 19491231 002x】"],
    not: ["统一社会信用代码113400000029863000", "110105194912310021", "索引号11010519491231002X5", "编号：110105199913310027"],
  },
  {
    id: "identity-15",
    pattern: new RegExp(String.raw`(?<=身份证[^\d]{0,8}|公民身份号码[^\d]{0,4})(?<![\dA-Za-z])[1-8]\d{5}${gap}\d{6}${gap}\d{3}(?![\dA-Za-z])`, "gu"),
    holds: (digits) => isRegion(digits) && isDay(`19${digits.slice(6, 12)}`),
    examples: ["身份证号码：【130503670401001】", "身份证【１３０５０３６７０４０１００１】"],
    not: ["流水号130503670401001", "身份证号码：130503679901001", "身份证号码：1305036704010012345"],
  },
  {
    id: "mobile",
    pattern: new RegExp(String.raw`${before}(?:\+?(?:00)?86${gap})?1[3-9]\d${gap}\d{4}${gap}\d{4}${after}`, "gu"),
    examples: ["联系人：张某，【13800138000】。", "手机【138-0013-8000】", "（【１３９ ００１３ ８０００】）", "【+86 13800138000】", "李某某【17712345678】、王某"],
    not: ["投资13800138000元", "共13800138000万元", "编号A13800138000", "t20210513_13812345678.html", "000014349/2021-00066", "皖政办秘〔2020〕66号", "138001380001", "12345678901"],
  },
  {
    id: "service-line",
    pattern: new RegExp(String.raw`${before}[48]00${some}(?:\d{3}${some}\d{4}|\d{7}|\d{4}${some}\d{3})${after}`, "gu"),
    examples: ["拨打【400-810-1234】", "【800 8101234】", "【４００－８１００－１２３】"],
    not: ["400-500人", "增长400 8000", "800-1000万元", "400-8101234567"],
  },
  {
    id: "service-line-named",
    pattern: new RegExp(String.raw`${named}${before}[48]00\d{7}${after}`, "gu"),
    examples: ["咨询热线：【4008101234】"],
    not: ["编号4008101234", "4008101234元"],
  },
  {
    id: "landline",
    pattern: new RegExp(String.raw`${before}(?:\+?86${gap})?(?:[(（]${area}[)）]${gap}|${area}${some})${subscriber}${extension}${after}`, "gu"),
    examples: ["【0551-62602345】", "联系人：李某（【0551—62602345】）", "【（0551）62602345】", "【010 8888 6666】", "【0566-2088123转8012】", "【０５５３－３８３１２３４】", "【0551-62602345-801】"],
    not: ["2020-0551", "01-12345678", "000014349/2021-00066", "0551-6260234567890", "341000-2021-0551", "0-100 20000000", "0551-12345678"],
  },
  {
    id: "landline-named",
    pattern: new RegExp(String.raw`${named}(?<![\dA-Za-z])(?:${area})?${labelled}${extension}${after}`, "gu"),
    examples: ["联系电话：【62602345】", "电话：【2088123】；", "传真【055162602345】", "Tel: 【62602345】", "联系电话（兼传真）：【3831234】", "区安委办（联系人：李某，联系电话：【1234567】）"],
    not: ["62602345", "电话会议于20210513召开", "电话：12345", "电话12315、12345", "传真电报62602345元"],
  },
];

/** Weights and check characters of GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = "10X98765432";

function isIdentity(digits: string): boolean {
  if (!isRegion(digits) || !isDay(digits.slice(6, 14))) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return checks[sum % 11] === digits[17]?.toUpperCase();
}

/** First digits of GB/T 2260 codes: provinces. */
function isRegion(digits: string): boolean {
  return /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u.test(digits);
}

function isDay(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A cell that holds nothing but names of persons. The last character tells people of a class apart: 学生, 指导教师, 护林员, 校长. */
export const personNames = {
  id: "person:names",
  pattern: /^(?!.*(?:教师|老师|学生|人员|[员长任方户班校院局办科处部组]|负责人)(?:[、,;/]|$))[\u4e00-\u9fff·]{2,4}(?:[、,;/][\u4e00-\u9fff·]{2,4}){0,4}$/u,
  examples: ["陆鸣", "陆鸣、方远", "欧阳明远"],
  not: ["学生", "指导教师", "护林员", "校长", "财务科", "项目负责人", "完成河道清淤工程"],
} as const;
