/** Printed times of a task or section as deadlines with their places. */
import type { TimeDraft } from "../model/draft.ts";
import type { Deadline } from "../model/notice.ts";
import { placesOf, spansWithin, type Quote } from "../model/quote.ts";
import { findDeadlines } from "./deadlines/find.ts";
import { parseDeadline } from "./deadlines/parse.ts";
import type { DeadlineReading } from "./deadlines/reading.ts";
import { withoutDoubtfulDates } from "./doubtful.ts";
import { readOnce, type Stage } from "./stage.ts";

/** The deadlines of a deadline cell, header or labelled line; what no rule reads is `unrecognized`, with a finding. */
export function readTimes(times: readonly TimeDraft[], stage: Stage): Deadline[] {
  return times.flatMap(({ quote, origin, share, action, bound, ahead }) => {
    if (ahead === true) return place(aheadOf(readTime(quote, origin, stage), stage), quote, origin, stage);
    if (bound !== undefined) return place(readTime(quote, origin, stage).map((reading) => ({ ...reading, bound })), quote, origin, stage);
    if (action !== undefined) return place(readTime(quote, origin, stage).map((reading) => ({ ...reading, action: action.text })), quote, origin, stage);
    const readings = readTime(quote, origin, stage);
    if (share === null || share.of < 2 || readings.length !== share.of) return place(readings, quote, origin, stage);
    if (share.index === 0) {
      stage.context.report("deadline/shared-cell", { params: { count: String(share.of) }, actual: quote.text, place: placesOf(stage.document, quote.spans) });
    }
    return place(readings.slice(share.index, share.index + 1), quote, origin, stage);
  });
}

function readTime(quote: Quote, origin: Deadline["origin"], stage: Stage): DeadlineReading[] {
  return readOnce(stage.read.deadlines, quote.text, () => parseDeadline(quote.text, stage).map(withoutPast)).filter(({ kind }) => kind !== "unrecognized" || !isLabel.has(origin));
}

/** Without the times whose printed year says that they lie behind the notice; of a notice without a date nobody knows, nor which year a month behind it (6月完成, in August) was meant of. */
function aheadOf(readings: readonly DeadlineReading[], { dateIssued, workYear }: Stage): DeadlineReading[] {
  const from = dateIssued ?? (workYear === null ? null : `${String(workYear.year)}-01-01`);
  return readings.flatMap((reading) => {
    if (reading.due === null) return [reading];
    if (reading.yearFrom !== "text") return [from !== null && reading.due < from ? unrecognized(reading) : reading];
    if (from === null) return [unrecognized(reading)];
    return reading.due < from ? [] : [reading];
  });
}

/** What a place for times says of the past (上季度, 近三年) is no deadline: its date was not printed, and none is given. */
function withoutPast(reading: DeadlineReading): DeadlineReading {
  if (!reading.warnings.includes("past") || reading.kind === "relative") return reading;
  return unrecognized(reading);
}

function unrecognized(reading: DeadlineReading): DeadlineReading {
  return { ...reading, kind: "unrecognized", start: null, due: null, precision: null, mod: null, edtf: null, yearFrom: "none", alternatives: [], ongoing: false };
}

/** The deadlines in running text that bind the work. */
export function findTimes(prose: readonly Quote[], stage: Stage): Deadline[] {
  return prose.flatMap((quote) => place(findDeadlines(quote.text, stage), quote, "text", stage));
}

/** Where the words of a label stand around the time: what is no time there is no answer either. */
const isLabel: ReadonlySet<Deadline["origin"]> = new Set(["header", "notice"]);

function place(read: readonly DeadlineReading[], quote: Quote, origin: Deadline["origin"], stage: Stage): Deadline[] {
  const readings = withoutDoubtfulDates(read, quote, stage.document, stage);
  return readings.map(({ range, text, ...reading }) => {
    const deadline = { text, origin, ...reading, place: placesOf(stage.document, spansWithin(quote, ...range)) };
    if (origin !== "inherited") reportDoubt(deadline, stage);
    return deadline;
  });
}

function reportDoubt(deadline: Deadline, { context, idle }: Stage): void {
  const details = { actual: deadline.text, place: deadline.place };
  if (deadline.kind === "unrecognized") context.report("deadline/unrecognized", details);
  else if (!idle && deadline.warnings.includes("no-year")) context.report("deadline/no-year", details);
  else if (!idle && deadline.due === null && deadline.warnings.includes("no-month")) context.report("deadline/no-month", details);
}
