import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { outerBrackets } from "../../text/brackets.ts";
import type { Check } from "../check.ts";

const contact = /^\s*(?:联系|咨询|电话|邮箱|举报)/u;
const atLineEnd = /^[。；;，,]?(?:\n|$)/u;

/** （西山镇、河口镇）: places that may stand for their governments. */
function namesPlaces(inner: string): boolean {
  const names = inner.split(/[、，,]/u);
  return names.length > 1 && names.every((name) => /^[\u4e00-\u9fff]{1,8}(?:[镇乡县市区村]|街道|社区|园区)$/u.test(name));
}

/** A bracket that says who does it, left standing at the end of a line of the task: it was not read as an allocation. */
export const leftBracket: Check = ({ tasks }, report) => {
  for (const { id, text, place, assignment } of tasks) {
    const mayName = (inner: string): boolean => recogniseAllocation(inner)?.strength === "strong" || (assignment.basis === "none" && namesPlaces(inner));
    const left = outerBrackets(text).find(({ end, inner }) => !contact.test(inner) && atLineEnd.test(text.slice(end)) && mayName(inner));
    if (left !== undefined) report("unit/left-in-text", { actual: text.slice(left.start, left.end), task: id, place });
  }
};
