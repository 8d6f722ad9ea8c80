import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { outerBrackets } from "../../text/brackets.ts";
import type { Check } from "../check.ts";

const contact = /^\s*(?:联系|咨询|电话|邮箱|举报)/u;
const atLineEnd = /^[。；;，,]?(?:\n|$)/u;

/** A bracket that says who does it, left standing at the end of a line of the task: it was not read as an allocation. */
export const leftBracket: Check = ({ tasks }, report) => {
  for (const { id, text, place } of tasks) {
    const left = outerBrackets(text).find(({ end, inner }) => !contact.test(inner) && atLineEnd.test(text.slice(end)) && recogniseAllocation(inner)?.strength === "strong");
    if (left !== undefined) report("unit/left-in-text", { actual: text.slice(left.start, left.end), task: id, place });
  }
};
