/** Labelled lines inside an item: 责任单位：…, 完成时限：…, 权重：45%, 测评方式：…. Unit labels stand in `rules/units/`. */
import { reading } from "../text/reading.ts";
import { columnKind } from "./columns.ts";
import { memberLabel } from "./member-labels.ts";
import { readUnitHeader } from "./units/headers.ts";
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

const labelled = /^[【\[（(]?([^：:，,。；;、（）()【】《》\s]{2,14}|[^：:，,。；;、（）()【】《》\n]{2,20}?)[】\])）]?\s*[：:]\s*/u;

/** The label a paragraph begins with, or null. */
export function readLineLabel(text: string): LineLabel | null {
  const match = labelled.exec(text);
  if (match?.[1] === undefined) return null;
  const label = match[1].replace(/\s+/gu, "");
  const meaning = labelMeaning(reading(label));
  return meaning === null ? null : { label, meaning, end: match[0].length };
}

function labelMeaning(label: string): LabelMeaning | null {
  if (noAllocation.test(label) || isMember(label)) return null;
  const row = itemLabels.find(({ pattern }) => pattern.test(label));
  if (row !== undefined && row.kind !== "text") return { kind: row.kind };
  const units = readUnitHeader(label);
  if (units !== null) return { kind: "units", role: units.role };
  if (columnKind(label) === "time") return { kind: "time" };
  return row === undefined ? null : { kind: row.kind };
}
