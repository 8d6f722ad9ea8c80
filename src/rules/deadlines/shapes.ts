/** What readers of calendar words share: the base they count from, and the periods they find. */
import type { Deadline } from "../../model/notice.ts";
import type { ConventionId } from "./conventions.ts";

/** Where a year was found. */
export type YearFrom = Deadline["yearFrom"];

/** What settles the parts that the words leave out. */
export interface Base {
  readonly year: number | null;
  readonly yearFrom: YearFrom;
  /** Year that 今年, 明年 and 去年 count from: that of the notice, also where a range hands on another. */
  readonly thisYear: number | null;
  /** Date of issue, inclusive start of periods that run from now. */
  readonly issued: string | null;
  /** Month carried from the words before (1–12). */
  readonly month: number | null;
}

/** A stretch of days, both ends inclusive; null ends where the words and the base leave the year open. */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: NonNullable<Deadline["precision"]>;
  /** A named period (8月, 2020年) rather than a point in time (8月底, 7月10日). */
  readonly whole: boolean;
  readonly mod: Deadline["mod"];
  readonly edtf: string | null;
  readonly yearFrom: YearFrom;
  /** The words themselves hold the year. */
  readonly yearStated: boolean;
  /** Convention that settles the reading. */
  readonly convention: ConventionId;
  readonly warnings: readonly string[];
  /** Other days that the words can mean, and why. */
  readonly others: readonly string[];
  readonly othersBecause: string;
  /** A holiday: 前 means the day before it. */
  readonly holiday: "solar" | "lunar" | null;
  /** The work runs all the time (全年). */
  readonly ongoing: boolean;
}

export type Groups = Readonly<Record<string, string | undefined>>;
/** What a reader of moments finds; the rest of a period is filled in by default. */
export type Found = Partial<Period> & Pick<Period, "start" | "end" | "precision">;
/** The year that words state or take over. */
export interface Year {
  readonly value: number | null;
  readonly from: YearFrom;
  readonly stated: boolean;
}
