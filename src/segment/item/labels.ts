/** Labelled words in a paragraph: 牵头单位：X；完成时限：Y, alone on their line or behind the text they belong to. */
import { partOf, type Quote } from "../../model/quote.ts";
import { markBeforeLabel, readLineLabel, type LineLabel } from "../../rules/item-labels.ts";
import { memberLabel } from "../../rules/member-labels.ts";
import { batchLabel } from "../../rules/units/words.ts";
import { isBracketAlone } from "./brackets.ts";

/** A stretch of a paragraph: text, or a label with its value. */
export interface Stretch {
  readonly label: LineLabel | null;
  /** All of it, the label included. */
  readonly words: Quote;
  /** Behind the label; all of it when there is none. */
  readonly value: Quote;
}

const boundary = /[。；;！!，,）)】\]]\s*|\s{1,40}|(?=[▲△●◆■★※►▶➤])/gu;
/** A label that may stand in the middle of a paragraph: before a colon, or in brackets of its own. */
const candidate = /^[【[]?[\u4e00-\u9fff][^：:，,。；;、（）()\n]{1,16}(?:[（(][\u4e00-\u9fff]{1,8}[）)])?[】\]]?\s*[：:]|^[【[〔［〖][\u4e00-\u9fff][^：:，,。；;\n]{1,16}[】\]〕］〗]\s*[^。；;\s]/u;
/** A text without any of these has no label. */
const mayLabel = /[：:【[〔［〖]|^[\u4e00-\u9fff]{4,8}(?:[（(][\u4e00-\u9fff]{1,8}[）)])?[\s—–-]/u;

/** A cheap first look. */
export function mayHoldLabel(text: string): boolean {
  return mayLabel.test(text);
}

/** Cuts a paragraph at its labels. Labels of units that follow each other stay one stretch: their roles are read together. */
export function cutLabels(line: Quote): Stretch[] {
  const { text } = line;
  if (!mayHoldLabel(text) || isBracketAlone(text)) return [{ label: null, words: line, value: line }];
  const starts = labelStarts(text);
  const stretches: Stretch[] = [];
  const first = starts[0]?.at ?? text.length;
  if (first > 0) {
    const words = partOf(line, 0, first);
    if (words.text !== "") stretches.push({ label: null, words, value: words });
  }
  for (const [index, { at, label }] of starts.entries()) {
    const end = starts[index + 1]?.at ?? text.length;
    const closed = /^[（(【[]/u.test(text.slice(at)) && !/[】\])）]\s*[：:]/u.test(text.slice(at, at + label.end)) ? /[）)】\]][。；;]?\s*$/u.exec(text.slice(at, end)) : null;
    const until = closed === null ? end : at + closed.index;
    const stop = closed === null ? sentenceBehind(text.slice(at + label.end, until), label) : null;
    const upTo = stop === null ? until : at + label.end + stop;
    stretches.push({ label, words: partOf(line, at, stop === null ? end : upTo), value: withoutStop(partOf(line, at + label.end, upTo), label) });
    if (stop === null) continue;
    const words = partOf(line, upTo, end);
    stretches.push({ label: null, words, value: words });
  }
  return stretches;
}

/** 成员单位：甲、乙。负责会商研判。: where the sentence of the units ends and one that says a duty begins, as an offset; null where none does. */
function sentenceBehind(value: string, { meaning }: LineLabel): number | null {
  if (meaning.kind !== "units") return null;
  const match = /[。；;]\s{0,4}(?=(?:主要|具体|全面)?(?:负责|承担|做好|组织|协调|指导|制定|建立|推进|开展|统筹)[^。；;：:]{3,}[。；;]?)/u.exec(value);
  return match === null ? null : match.index + match[0].length;
}

/** Units and times without the mark that parts them from what follows. */
function withoutStop(value: Quote, { meaning }: LineLabel): Quote {
  return meaning.kind === "units" || meaning.kind === "time" ? partOf(value, 0, value.text.replace(/(?<![。；;，,])[。；;，,]+$/u, "").length) : value;
}

interface Start {
  readonly at: number;
  readonly label: LineLabel;
}

function labelStarts(text: string): Start[] {
  const first = readLineLabel(text);
  const own = first?.meaning.kind === "units" && tellsDuties(text.slice(first.end)) ? null : first;
  const found: Start[] = own === null ? [] : [{ at: 0, label: own }];
  const outer = own !== null && /^[（(【[]/u.test(text) ? 1 : 0;
  const depthAt = depthsOf(text);
  for (const match of text.matchAll(boundary)) {
    const at = match.index + match[0].length;
    if (at === 0 || !candidate.test(text.slice(at, at + 28).replace(markBeforeLabel.pattern, "").slice(0, 24)) || depthAt(at) > outer) continue;
    const label = readLineLabel(text.slice(at));
    if (label === null) {
      const other = otherLabel(text, at, found.at(-1));
      if (other !== null) found.push(other);
      continue;
    }
    if (label.meaning.kind === "units" && tellsDuties(text.slice(at + label.end))) continue;
    if (at < (found.at(-1)?.at ?? -1) + (found.at(-1)?.label.end ?? 0)) continue;
    if (found.length === 0 && (label.meaning.kind === "text" || /[，,]\s*$/u.test(match[0]))) continue;
    if (isUnitsBeside(label, found.at(-1)?.label)) continue;
    found.push({ at, label });
  }
  return found;
}

/** Whether a text begins with a label of units behind which sentences say who does what. */
export function headsDuties(text: string): boolean {
  const label = readLineLabel(text);
  return label?.meaning.kind === "units" && tellsDuties(text.slice(label.end));
}

/** 部门责任：县水利局负责水库安全；县住建局负责城区排涝: sentences that say who does what, and no list of units. */
function tellsDuties(value: string): boolean {
  return /^[^；;。，,：:]{2,24}(?:负责|牵头)(?!落实|组织实施|实施|[；;。，,、]|$)[^；;。]{2,40}[；;]\s*[^；;。，,：:]{2,24}(?:负责|牵头)(?!落实|组织实施|实施|[；;。，,、]|$)[^；;。]{2}/u.test(value.slice(0, 160));
}

/** Labels of units that follow each other are read together; persons are apart. */
function isUnitsBeside({ meaning }: LineLabel, before: LineLabel | undefined): boolean {
  if (meaning.kind !== "units" || before?.meaning.kind !== "units") return false;
  return (meaning.role === "people") === (before.meaning.role === "people");
}

/** 时间：6月28日。地点：镇文化广场: a label that says neither who nor when ends the value before it. */
function otherLabel(text: string, at: number, before: Start | undefined): Start | null {
  if (before === undefined || before.label.meaning.kind === "text" || !/[。；;\s]/u.test(text.charAt(at - 1))) return null;
  const match = /^([\u4e00-\u9fff]{2,6})\s*[：:]\s*/u.exec(text.slice(at, at + 16));
  return match?.[1] === undefined || memberLabel(match[1]) !== null || batchLabel.test(match[1]) ? null : { at, label: { label: match[1], meaning: { kind: "note" }, end: match[0].length } };
}

/** How many brackets are open at an offset. Offsets are asked for from left to right, so that nothing is looked at twice. */
function depthsOf(text: string): (offset: number) => number {
  let depth = 0;
  let seen = 0;
  return (offset) => {
    for (; seen < offset; seen++) {
      const mark = text.charAt(seen);
      if ("（(〔【".includes(mark)) depth++;
      else if ("）)〕】".includes(mark)) depth = Math.max(0, depth - 1);
    }
    return depth;
  };
}
