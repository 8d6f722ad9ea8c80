/**
 * Outline markers of official documents: 一、 → （一） → 1. → （1） → ① (GB/T 9704-2012 §7.3.3), and the forms around them.
 *
 * A row matches at the start of a printed paragraph. Ranks order the levels as the standard does; a document may skip levels.
 */
import { chineseNumber } from "../text/numerals.ts";

/** One way to mark a level. The first group of the pattern that is filled is the marker, the next one the number. */
export interface MarkerRule {
  readonly id: string;
  readonly rank: number;
  readonly pattern: RegExp;
  readonly examples: readonly { readonly words: string; readonly marker: string; readonly value: number }[];
  /** Words that look alike and are no marker. */
  readonly not: readonly string[];
}

const han = "[一二三四五六七八九十百零〇○两]";
const digits = "[0-9０-９]";

export const markerRules: readonly MarkerRule[] = [
  {
    id: "chapter",
    rank: 0,
    pattern: new RegExp(`^(第(${han}{1,4}|${digits}{1,2})(?:章|篇|部分|编))(?=[\\s\\u3000：:]|[\\u4e00-\\u9fff“]|$)`, "u"),
    examples: [
      { words: "第一章 总则", marker: "第一章", value: 1 },
      { words: "第二部分　重点任务", marker: "第二部分", value: 2 },
    ],
    not: ["第一季度工作"],
  },
  {
    id: "phase",
    rank: 2,
    pattern: new RegExp(`^(第(${han}{1,3}|${digits}{1,2})(?:阶段|步|批))(?:[：:，,、]|(?=[。（(\\s]|$))`, "u"),
    examples: [
      { words: "第一阶段，各地各部门于7月10日前全面排查", marker: "第一阶段", value: 1 },
      { words: "第二步：组织实施", marker: "第二步", value: 2 },
    ],
    not: ["第一阶段性成果"],
  },
  {
    id: "article",
    rank: 1,
    pattern: new RegExp(`^(第(${han}{1,5}|${digits}{1,3})条)`, "u"),
    examples: [{ words: "第十二条 国务院专利行政部门负责", marker: "第十二条", value: 12 }],
    not: [],
  },
  {
    id: "han-comma",
    rank: 1,
    pattern: new RegExp(`^((${han}{1,4})[、．.]|(?:${han}{1,4})(?=[\\u3000]))`, "u"),
    examples: [
      { words: "一、总体要求", marker: "一、", value: 1 },
      { words: "三十、对推动实施", marker: "三十、", value: 30 },
    ],
    not: ["一些地方"],
  },
  {
    id: "han-bracket",
    rank: 2,
    pattern: new RegExp(`^([（(〔]\\s*(${han}{1,4})\\s*[）)〕])[、．.]?|^(([㈠-㈩]))`, "u"),
    examples: [
      { words: "（一）提升信息公开质量", marker: "（一）", value: 1 },
      { words: "(十二)加强考核", marker: "(十二)", value: 12 },
      { words: "㈡推广节水器具", marker: "㈡", value: 2 },
    ],
    not: ["（一般项目）"],
  },
  {
    id: "digit-dot",
    rank: 3,
    pattern: new RegExp(`^((${digits}{1,3})(?:[、．﹒]|\\.(?!${digits})|\\.(?=(?:19|20)\\d{2}年|\\d{1,2}月|[2-6]G(?!频|带宽|流量|内存|以)[+＋]?[“\\u4e00-\\u9fff])|[·‧•・：:。](?=\\s{0,4}[“《\\u4e00-\\u9fff]))|([⒈-⒛]))`, "u"),
    examples: [
      { words: "1.拓展两个市场。", marker: "1.", value: 1 },
      { words: "12．完善机制", marker: "12．", value: 12 },
      { words: "3、加强督查", marker: "3、", value: 3 },
      { words: "1.2017年10月底前完成", marker: "1.", value: 1 },
      { words: "2.8月开工建设", marker: "2.", value: 2 },
      { words: "1.5G网络覆盖全部乡镇", marker: "1.", value: 1 },
      { words: "1﹒推广节水器具。", marker: "1﹒", value: 1 },
      { words: "⒉修补老管网", marker: "⒉", value: 2 },
      { words: "3·公开用水数据", marker: "3·", value: 3 },
      { words: "4：改造校园浴室", marker: "4：", value: 4 },
      { words: "5。更换水表", marker: "5。", value: 5 },
    ],
    not: ["1.5倍以上", "2.4G频段", "1.5GB内存", "1.5G以上", "2020年底前", "1：5000地形图", "8:30报到", "3·15晚会", "2020：回顾"],
  },
  {
    id: "team",
    rank: 3,
    pattern: new RegExp(`^(第(${han}{1,3}|${digits}{1,2})(?:工作|专项|督导|检查|督查|巡查|包保|攻坚|推进)?(?:小组|组|队))(?:[：:]|(?=[\\s\\u3000，,（(]|[\\u4e00-\\u9fff]{2,12}[组队](?:[\\s：:（(]|$)|$))`, "u"),
    examples: [
      { words: "第一工作组：负责征地拆迁", marker: "第一工作组", value: 1 },
      { words: "第二检查组　组长：王某", marker: "第二检查组", value: 2 },
      { words: "第三工作队综合协调队", marker: "第三工作队", value: 3 },
    ],
    not: ["第一组织部门", "第一队员"],
  },
  {
    id: "named-number",
    rank: 3,
    pattern: new RegExp(`^([◆◇●○■□★☆▲△※▶]?\\s?(?:议定|督办|整改|重点|交办|反馈|具体)?(?:事项|任务|问题|措施|行动|工程|项目)(${han}{1,3}|${digits}{1,2}))(?:[：:、．]|\\.(?!${digits})|(?=[\\s\\u3000]))`, "u"),
    examples: [
      { words: "议定事项一：关于人民路改造", marker: "议定事项一", value: 1 },
      { words: "问题3：整改不到位", marker: "问题3", value: 3 },
      { words: "任务二　推进项目建设", marker: "任务二", value: 2 },
      { words: "◆任务一：建立金融顾问制度", marker: "◆任务一", value: 1 },
    ],
    not: ["任务一览表", "项目十分重要", "工程2020年完工"],
  },
  {
    id: "letter",
    rank: 2,
    pattern: /^(([A-HＡ-Ｈ])[.．])(?=[\s\u3000]{0,4}[“《\u4e00-\u9fff])/u,
    examples: [{ words: "A. 就业服务", marker: "A.", value: 1 }, { words: "B．养老服务", marker: "B．", value: 2 }],
    not: ["A类企业", "A、B两类", "A.1", "APP上线"],
  },
  {
    id: "letter-number",
    rank: 3,
    pattern: new RegExp(`^([A-HＡ-Ｈ](${digits}{1,2})[.．、])(?=[\\s\\u3000]{0,4}[“《\\u4e00-\\u9fff])`, "u"),
    examples: [{ words: "A1. 建设零工市场两处。", marker: "A1.", value: 1 }, { words: "B12、建设养老点", marker: "B12、", value: 12 }],
    not: ["A1高速公路", "G7京新高速"],
  },
  {
    id: "digit-pair",
    rank: 3.5,
    pattern: new RegExp(`^(${digits}{1,2}[-—–－](${digits}{1,2})|${digits}{1,2}[.．](${digits}{1,2}))(?:[、．.]|(?=[\\s\\u3000“《]|[\\u4e00-\\u9fff]))(?!\\s{0,4}(?:[年月日号天周个倍亿万千百米吨元人户名家次项%％]|公[里斤顷]|平方|季度|小时|工作日|以上|以下|左右|至|到))`, "u"),
    examples: [
      { words: "1-1推广节水器具", marker: "1-1", value: 1 },
      { words: "2—3 改造校园浴室", marker: "2—3", value: 3 },
      { words: "3.2 公开用水数据", marker: "3.2", value: 2 },
      { words: "1.2、更换水表", marker: "1.2", value: 2 },
    ],
    not: ["1-6月完成投资", "3-5年内", "1.5倍以上", "2.4万人参保", "10-15个工作日", "1.5亿元"],
  },
  {
    id: "nth-item",
    rank: 3,
    pattern: new RegExp(`^(第(${han}{1,3}|${digits}{1,3})[项件条](?:任务|工作|事项|措施)?)(?:[：:、，,]|(?=[\\s\\u3000]))`, "u"),
    examples: [
      { words: "第1项 推广节水器具。", marker: "第1项", value: 1 },
      { words: "第二项任务：改造校园浴室", marker: "第二项任务", value: 2 },
    ],
    not: ["第2项由市水利局牵头", "第一项目部"],
  },
  {
    id: "digit-bracket",
    rank: 4,
    pattern: new RegExp(`^([（(]\\s*(${digits}{1,3})\\s*[）)])[、．.]?|^(([⑴-⒇]))`, "u"),
    examples: [
      { words: "（1）进入前10名,加5分;", marker: "（1）", value: 1 },
      { words: "(2)编制目录", marker: "(2)", value: 2 },
      { words: "⑶公开用水数据", marker: "⑶", value: 3 },
    ],
    not: ["（2020年）"],
  },
  {
    id: "digit-half-bracket",
    rank: 5,
    pattern: new RegExp(`^((${digits}{1,2})[）)])`, "u"),
    examples: [{ words: "1）进入前10名", marker: "1）", value: 1 }],
    not: ["100）"],
  },
  {
    id: "circled",
    rank: 6,
    pattern: /^(([①-⑳❶-❿➀-➉]))[、．.]?/u,
    examples: [{ words: "①建立台账", marker: "①", value: 1 }, { words: "❷公开用水数据", marker: "❷", value: 2 }],
    not: [],
  },
  {
    id: "han-word",
    rank: 7,
    pattern: /^(([一二三四五六七八九十]{1,2})(?:是|要))(?=[\u4e00-\u9fff“])/u,
    examples: [
      { words: "一是加强领导", marker: "一是", value: 1 },
      { words: "二要强化排查整治。", marker: "二要", value: 2 },
    ],
    not: ["一些地方", "十分重要"],
  },
];

/** A marker at the start of a paragraph. */
export interface Marker {
  readonly rule: string;
  readonly rank: number;
  /** As printed, without a comma behind a bracket. */
  readonly text: string;
  readonly value: number;
  /** UTF-16 offset at which the words behind the marker begin. */
  readonly end: number;
}

/** A cheap first look: most paragraphs begin with none of these. */
const mayMark = /^[（(〔◆◇●○■□★☆▲△※▶第议督整重交反具事任问措行工项一二三四五六七八九十百两A-HＡ-Ｈ①-⒛❶-❿➀-➉㈠-㈩0-9０-９]/u;

/** The outline marker a paragraph begins with, or null. Leading white space must be gone. */
export function readMarker(text: string): Marker | null {
  if (!mayMark.test(text)) return null;
  for (const { id, rank, pattern } of markerRules) {
    const match = pattern.exec(text);
    const groups: readonly (string | undefined)[] = match?.slice(1) ?? [];
    const [marker, number = marker] = groups.filter((group) => group !== undefined);
    if (match === null || marker === undefined || number === undefined) continue;
    const value = numberOf(number);
    if (value === null) continue;
    const rest = text.slice(match[0].length);
    return { rule: id, rank, text: marker, value, end: match[0].length + (rest.length - rest.trimStart().length) };
  }
  return null;
}

/** Where rows of numbers in one character begin: ①, ❶, ➀, ⑴, ⒈, ㈠, and letters from A and Ａ; and how long they are. */
const numbersInOne = [{ from: 0x2460, length: 20 }, { from: 0x2776, length: 10 }, { from: 0x2780, length: 10 }, { from: 0x2474, length: 20 }, { from: 0x2488, length: 20 }, { from: 0x3220, length: 10 }, { from: 0x41, length: 8 }, { from: 0xff21, length: 8 }] as const;

function numberOf(text: string): number | null {
  const code = text.charCodeAt(0);
  const row = numbersInOne.find(({ from, length }) => code >= from && code < from + length);
  return row === undefined ? chineseNumber(text) : code - row.from + 1;
}
