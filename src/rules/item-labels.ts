/** Labelled lines inside an item: 责任单位：…, 完成时限：…, 权重：45%, 测评方式：…. Unit labels stand in `rules/units/`. */
import { reading } from "../text/reading.ts";
import { columnKind } from "./columns.ts";
import { memberLabel } from "./member-labels.ts";
import { recogniseAllocation } from "./units/allocation.ts";
import { readUnitHeader } from "./units/headers.ts";
import { mayStandForUnit } from "./units/names.ts";
import type { Role } from "../model/draft.ts";

/** What the words behind a label are; a `note` is kept beside the text. */
export type LabelMeaning = { readonly kind: "units"; readonly role: Role } | { readonly kind: "time" | "weight" | "text" | "note" };

export interface ItemLabel {
  readonly id: string;
  readonly kind: "time" | "weight" | "text";
  readonly pattern: RegExp;
  readonly examples: readonly string[];
}

export const itemLabels: readonly ItemLabel[] = [
  { id: "time", kind: "time", pattern: /^.{0,4}(?:时间|时限|期限|进度)(?:安排|要求)?$/u, examples: ["测评时间", "完成时限", "活动时间"] },
  { id: "weight", kind: "weight", pattern: /^(?:权重|分值|标准分)$/u, examples: ["权重"] },
  {
    id: "text",
    kind: "text",
    pattern: /^(?:.{0,4}(?:方式|方法|内容|措施|任务|目标|要求|举措|标准|职责|计划)|工作目标)$/u,
    examples: ["测评方式", "工作内容", "具体措施", "目标任务", "推进计划", "工作职责"],
  },
];

/** Labels of what to do, and of what is to come of it or what it answers: only the first are the text of a task that has both. On the printed label. */
export const measureLabel = { id: "label:measures", pattern: /(?:措施|举措|办理要求)$/u, examples: ["整改措施", "工作举措"], not: ["整改目标"] } as const;
export const aimLabel = { id: "label:aim", pattern: /(?:目标|问题|现状|表现)$/u, examples: ["整改目标", "反馈问题"], not: ["整改措施", "目标任务"] } as const;

/** Labels of what stands beside a task and says neither who, nor when, nor what. */
const noteLabel = {
  id: "label:note",
  pattern: /^(?:备注|资金来源|(?:估算|计划)?总投资|投资(?:额|估算|规模)|建设(?:地点|规模|性质|周期)|项目(?:地点|性质)|成果形式|验收(?:标准|方式)|(?:实际|目前|当前|工作|项目|任务|整改|落实|办理|推进|年度|[\d一二三四五六七八九十至—-]{1,5}月份?){0,2}(?:完成情况|进展情况|落实情况|推进情况|进展|进展程度|形象进度))$/u,
  examples: ["备注", "资金来源", "总投资", "建设地点", "成果形式", "实际完成情况", "目前进展情况", "工作进展", "1至6月进展情况"],
  not: ["建设内容", "验收时间", "说明情况", "整改情况", "计划进度", "督查进展情况通报"],
} as const;

/** Whom to ask or to complain to: nobody who has to do the work. */
const noAllocation = /^(?:联系|咨询|监督举报|举报|投诉|报送邮箱|抄送|主送)/u;

function isMember(label: string): boolean {
  const means = memberLabel(label);
  return means === "chief" || means === "members";
}

/** A label at the start of a line and where its words begin. */
export interface LineLabel {
  readonly label: string;
  readonly meaning: LabelMeaning;
  /** UTF-16 offset behind the colon and white space. */
  readonly end: number;
}

const words = "[^：:，,。；;、（）()【】《》\\s]{2,14}|[^：:，,。；;、（）()【】《》\\n]{2,20}?|[\\u4e00-\\u9fff]{2,8}、[\\u4e00-\\u9fff]{2,6}";
/** 责任单位：, 【责任单位：, 配合科室（单位）：, 责任处室、单位：. */
const labelled = new RegExp(`^[【\\[（(]?((?:${words})(?:[（(][\\u4e00-\\u9fff]{1,8}[）)])?)[】\\])）]?\\s*[：:]\\s*`, "u");
/** 【责任单位】市住建局: the brackets do the work of the colon. */
const inBrackets = /^[【\[〔［〖]\s*([\u4e00-\u9fff](?:[\u4e00-\u9fff\s、/]|[（(](?=[\u4e00-\u9fff]{1,8}[）)])|[）)]){1,16})[】\]〕］〗]\s*/u;
/** 责任单位　市住建局, 责任单位——市住建局: a space or dash does. */
const spaced = /^([\u4e00-\u9fff]{4,8}(?:[（(][\u4e00-\u9fff]{1,8}[）)])?)(?:\s*[—–-]{1,2}\s*|[^\S\n]+)(?=\S)/u;

/** ▲责任单位：, ●完成时限：, ——牵头单位：: a mark before a label. */
export const markBeforeLabel = {
  id: "label:mark",
  pattern: /^(?:[▲△▼▽●○◎◆◇♦■□★☆※►▶➤➢✦✓✔√•·*]|[-–—]{1,2})\s{0,4}(?=[\u4e00-\u9fff【[〔［〖（(])/u,
  examples: ["▲责任单位", "● 完成时限", "——牵头单位", "•【责任单位】"],
  not: ["责任单位", "1.责任单位", "—2024年", "*12"],
} as const;

/** The label a paragraph begins with, a mark before it or none, or null. Without a colon only surely known labels count: of units before a unit, of times before a time. */
export function readLineLabel(text: string): LineLabel | null {
  const mark = markBeforeLabel.pattern.exec(text)?.[0].length ?? 0;
  const found = mark === 0 ? null : unmarkedLabel(text.slice(mark));
  return found === null ? unmarkedLabel(text) : { ...found, end: found.end + mark };
}

function unmarkedLabel(text: string): LineLabel | null {
  const match = labelled.exec(text);
  const found = match?.[1] === undefined ? null : labelAs(match[1], match[0].length);
  return found ?? bareLabel(text);
}

function labelAs(printed: string, end: number): LineLabel | null {
  const label = printed.replace(/\s+/gu, "");
  const meaning = labelMeaning(reading(label));
  return meaning === null ? null : { label, meaning, end };
}

function bareLabel(text: string): LineLabel | null {
  const bracketed = inBrackets.exec(text);
  if (bracketed?.[1] !== undefined) {
    const label = labelAs(bracketed[1], bracketed[0].length);
    const says = label?.meaning.kind === "units" || label?.meaning.kind === "time" || (label?.meaning.kind === "text" && bracketed[0].length < text.trimEnd().length);
    return says ? label : null;
  }
  const match = spaced.exec(text);
  if (match?.[1] === undefined) return null;
  const label = labelAs(match[1], match[0].length);
  const rest = text.slice(match[0].length);
  if (label?.meaning.kind === "units" && label.meaning.role !== "people") return answersUnits(rest) ? label : null;
  return label?.meaning.kind === "time" && /^(?:\d|[一二三四五六七八九十]{1,2}月|年[底内末]|每|长期|全年)/u.test(rest) && rest.length <= longestTime ? label : null;
}

const longestTime = 40;
const aloneOnLine = /^[【\[〔［〖（(]?([\u4e00-\u9fff]{2,8}(?:[（(][\u4e00-\u9fff]{1,8}[）)])?)[】\]〕］〗）)]?\s*[：:]?$/u;

/** 责任单位 or 完成时限： on a line of its own, whose answer stands on the next; null for any other line. */
export function labelAlone(line: string): LineLabel | null {
  const words = line.trim().replace(markBeforeLabel.pattern, "");
  const printed = words.length > 16 ? undefined : aloneOnLine.exec(words)?.[1];
  const label = printed === undefined ? null : labelAs(printed, line.length);
  return label?.meaning.kind === "time" || (label?.meaning.kind === "units" && label.meaning.role !== "people" && label.meaning.role !== "other") ? label : null;
}

/** Whether a line answers a label that stands above it: nothing but units, or a time. */
export function answersLabel(line: string, { meaning }: LineLabel): boolean {
  const words = reading(line);
  if (meaning.kind === "time") return words.length <= longestTime && /^(?:\d|[一二三四五六七八九十]{1,2}月|年[底内末]|每|长期|全年|持续|[上下]半年|立行)/u.test(words);
  return meaning.kind === "units" && words.length <= 200 && !words.slice(0, -1).includes("。") && recogniseAllocation(line) !== null;
}

/** Whether words are a list of units from the beginning on. */
function answersUnits(rest: string): boolean {
  const first = reading(rest).split(/[、,;。]/u)[0] ?? "";
  return first.length <= 24 && mayStandForUnit(first);
}

function labelMeaning(label: string): LabelMeaning | null {
  if (noAllocation.test(label) || isMember(label)) return null;
  const row = itemLabels.find(({ pattern }) => pattern.test(label));
  if (row !== undefined && row.kind !== "text") return { kind: row.kind };
  const units = readUnitHeader(label);
  if (units !== null) return { kind: "units", role: units.role };
  if (columnKind(label) === "time") return { kind: "time" };
  if (noteLabel.pattern.test(label)) return { kind: "note" };
  return row === undefined ? null : { kind: row.kind };
}
