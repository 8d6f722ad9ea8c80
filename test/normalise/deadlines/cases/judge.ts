/** Whether our readings of a case say what its source says. */
import type { DeadlineContext, DeadlineReading } from "../../../../src/normalise/deadlines/reading.ts";
import { folded } from "../../../../src/text/fold.ts";
import { conflictWith } from "./conflicts.ts";
import type { Case, Value, Wanted } from "./sources.ts";

/** `silent`: a start or due that the source contradicts, without alternative and without warning. */
export type Verdict = "right" | "missing" | "doubtful" | "silent";

/** The day from which the source reads is our date of issue and year. */
export function contextOf({ base }: Case): DeadlineContext {
  if (base === null) return { workYear: null, dateIssued: null };
  return { workYear: { year: Number(base.slice(0, 4)), basis: "option" }, dateIssued: base.length === 10 ? base : null };
}

/** The verdict on a case and the conflicts that explain it. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Kinds of conflicts.ts under which it is right. */
  readonly conflicts: readonly string[];
}

/** Every expression of a case must be read; the worst verdict counts. */
export function judge(one: Case, readings: readonly DeadlineReading[]): Judgement {
  const read = readings.filter(({ kind, warnings }) => kind !== "unrecognized" || warnings.includes("no-such-day"));
  if (one.wanted.length === 0) return { verdict: worst(read.map(verdictOn)), conflicts: [] };
  const judged = one.wanted.map((wanted) => judgeOne(one, wanted, read));
  return { verdict: worst(judged.map(({ verdict }) => verdict)), conflicts: judged.flatMap((judgement) => judgement.conflicts) };
}

const order: readonly Verdict[] = ["right", "missing", "doubtful", "silent"];

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>((last, verdict) => (order.indexOf(verdict) > order.indexOf(last) ? verdict : last), "right");
}

const right: Judgement = { verdict: "right", conflicts: [] };

function judgeOne(one: Case, wanted: Wanted, read: readonly DeadlineReading[]): Judgement {
  const near = read.filter((reading) => overlaps(one.input, wanted.words, reading.range));
  if (wanted.means === "unresolved" && near.every(({ start, due }) => start === null && due === null)) return right;
  if (near.some((reading) => says(wanted, reading)) || saysTogether(wanted, near)) return right;
  const conflict = conflictWith(wanted, near);
  if (conflict !== null) return { verdict: "right", conflicts: [conflict.kind] };
  return { verdict: near.length === 0 ? "missing" : worst(near.map(verdictOn)), conflicts: [] };
}

const verdictOn = (reading: DeadlineReading): Verdict => (isSilent(reading) ? "silent" : "doubtful");

/** A day is claimed, with nothing that warns of doubt. */
export function isSilent({ kind, start, due, alternatives, warnings }: DeadlineReading): boolean {
  return kind !== "recurring" && (start !== null || due !== null) && alternatives.length === 0 && warnings.length === 0;
}

function overlaps(input: string, words: string, range: readonly [number, number]): boolean {
  const from = input.indexOf(words);
  if (from < 0) return true;
  return range[0] < from + words.length && from < range[1];
}

function says({ means, values, words }: Wanted, reading: DeadlineReading): boolean {
  const { kind, start, due } = reading;
  switch (means) {
    case "found":
    case "moment":
      return true;
    case "recurring":
      return kind === "recurring";
    case "length":
      return reading.duration !== null && folded(words).length > 0;
    case "after":
      return values.some((value) => start === value.start);
    case "before":
      return values.some((value) => due === value.due && (start === null || reading.anchor !== null || start === value.start));
    case "day":
    case "period":
      return values.some((value) => due === value.due && (start === null || start === value.start || kind === "by"));
    case "unresolved":
      return false;
  }
}

/** 9月10号,11号,12号: several days of ours are one span of theirs. */
function saysTogether({ means, values }: Wanted, near: readonly DeadlineReading[]): boolean {
  if (means !== "period" || near.length < 2) return false;
  const days = near.flatMap(({ start, due }) => [start ?? due, due]).filter((day): day is string => day !== null).sort();
  return values.some((value: Value) => value.start === days[0] && value.due === days.at(-1));
}
