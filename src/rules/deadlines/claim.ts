/** A phrase that a row claims, and what is read of it. */
import type { Deadline } from "../../model/notice.ts";
import type { ConventionId } from "./conventions.ts";
import type { Base, Groups } from "./shapes.ts";

/** The half-open range of folded text that a row reads, and what its pattern captured. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly groups: Groups;
  readonly convention: ConventionId | null;
}

/** The event that a period is counted from, as printed, and the kind of day it starts. */
export interface PrintedEvent {
  readonly event: string;
  readonly relation: "after" | "before" | "from";
}

/** The readings of a claim, in order; empty when its words name no day of the calendar. `printed`: the words of the event before it, null when there are none. */
export type Reads = (claim: Claim, base: Base, printed: PrintedEvent | null) => RawReading[];

/** A reading before its words are cut out: `from` and `to` are offsets in the folded text. */
export interface RawReading extends Omit<Deadline, "place" | "origin" | "text" | "basis"> {
  /** Conventions that settled it. */
  basis: ConventionId[];
  from: number;
  to: number;
  /** Year and month (1–12) that a later expression of the sentence may take over. */
  carry: { year: number; month: number } | null;
}

/** A reading that says nothing yet. */
export function blank(kind: Deadline["kind"], from: number, to: number, basis: readonly (ConventionId | null)[]): RawReading {
  return {
    kind, start: null, due: null, precision: null, mod: null, edtf: null, rrule: null, duration: null, action: null, appliesTo: null,
    bound: "finish", anchor: null, ongoing: false, yearFrom: "none", alternatives: [],
    basis: [...new Set(basis.filter((id) => id !== null))], warnings: [], from, to, carry: null,
  };
}
