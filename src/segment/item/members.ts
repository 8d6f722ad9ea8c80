/** Lists of members: 组长：X　成员：Y、Z, of leading groups (nobody's task) and of working teams (who do what follows). */
import type { AllocationDraft } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { memberLabel, type MemberLabel } from "../../rules/member-labels.ts";
import { mayStandForUnit } from "../../rules/units/names.ts";
import { reading } from "../../text/reading.ts";

/** A label of a list of members, with its value. */
export interface MemberStretch {
  readonly means: MemberLabel["means"];
  readonly label: string;
  readonly words: Quote;
  readonly value: Quote;
}

const labels = /(?<=^|[\s；;，,。])([\u4e00-\u9fff][\u4e00-\u9fff \u3000\u00a0]{0,9}[\u4e00-\u9fff])\s{0,4}[：:]\s{0,4}/gu;

/** The labelled stretches of a line that begins with one; null for any other line. */
export function cutMembers(line: Quote): MemberStretch[] | null {
  if (!/[：:]/u.test(line.text)) return null;
  const found = [...line.text.matchAll(labels)].flatMap((match) => {
    const label = reading(match[1] ?? "");
    const means = memberLabel(label);
    return means === null ? [] : [{ means, label, at: match.index, end: match.index + match[0].length }];
  });
  if (found[0]?.at !== 0) return null;
  return found.map(({ means, label, at, end }, index) => {
    const until = found[index + 1]?.at ?? line.text.length;
    return { means, label, words: partOf(line, at, until), value: partOf(line, end, until) };
  });
}

/** Whether a line begins with a label of this kind. */
export function isMemberLine(text: string, means: MemberLabel["means"]): boolean {
  const colon = text.search(/[：:]/u);
  return colon > 0 && colon < 16 && memberLabel(reading(text.slice(0, colon))) === means;
}

/** Whether words list units rather than persons. */
export function namesUnits(text: string): boolean {
  const pieces = reading(text).split(/[、,;。]/u).filter((piece) => piece !== "");
  return pieces.filter((piece) => mayStandForUnit(piece)).length * 2 > pieces.length;
}

/** Who is in a team, as an allocation of its work. */
export function memberAllocation({ means, label, value }: MemberStretch): AllocationDraft {
  const units = means === "members" && namesUnits(value.text);
  return { quote: value, role: units ? "responsible" : "people", header: label, origin: "clause" };
}
