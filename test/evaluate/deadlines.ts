/** Deadlines beside gold: cell deadlines, deadlines in running text, what they are counted from, and the one sortable date. */
import type { Deadline, Task } from "../../src/model/notice.ts";
import type { GoldDeadline, GoldTask } from "./gold.ts";
import type { Judgement } from "./judgement.ts";
import { likeness, related } from "./words.ts";

type Kind = Deadline["kind"];

/** What a kind of gold is called in the contract. */
const kinds: Readonly<Record<GoldDeadline["kind"], readonly Kind[]>> = {
  by: ["by"],
  end: ["by"],
  range: ["interval"],
  period: ["interval"],
  ongoing: ["ongoing"],
  recurring: ["recurring"],
  relative: ["relative"],
  immediate: ["immediate"],
  unspecified: ["event", "unrecognized"],
  conditional: ["event", "unrecognized"],
};

const durationUnits: Readonly<Record<string, string>> = {
  "business-day": "D",
  day: "D",
  "calendar-day": "D",
  week: "W",
  month: "M",
  year: "Y",
};

const cellOrigins: ReadonlySet<string> = new Set(["cell", "header", "inherited", "notice"]);
const cellPlaces: ReadonlySet<string> = new Set(["cell", "header", "caption", "section row", "group row", "note"]);

/** Places whose times may come as those of a cell or of the text. */
const loosePlaces: ReadonlySet<string> = new Set(["line", "header", "caption", "section row", "group row", "note"]);

/** Whether gold may also be left out: optional times, and times that settle nothing. */
function mayLack(gold: GoldDeadline): boolean {
  return gold.optional === true || gold.kind === "unspecified" || gold.kind === "conditional";
}

/** Whether the answer reads the deadline as gold does, or as an alternative of it. */
export function readsAs(gold: GoldDeadline, got: Deadline): boolean {
  const { startAlternative, alternatives = [] } = gold;
  const others = [...alternatives, ...(typeof startAlternative === "string" ? [{ start: startAlternative }] : [])];
  return [gold, ...others.map((other) => ({ ...gold, ...other }))].some((reading) => agrees(reading, got));
}

/** Whether the answer reads the deadline in this way. What gold leaves open (`end` null) is not compared. */
function agrees(gold: GoldDeadline, got: Deadline): boolean {
  if (bounds(gold.kind) && got.kind !== kinds[gold.kind][0] && (got.kind === "by" || got.kind === "interval")) return sameEnd(gold, got);
  if (!kinds[gold.kind].includes(got.kind)) return false;
  switch (gold.kind) {
    case "by":
    case "end":
      return got.due === (gold.end ?? null);
    case "range":
    case "period":
      return got.start === (gold.start ?? null) && got.due === (gold.end ?? null);
    case "recurring":
      return recursAs(gold, got);
    case "relative":
      return countsAs(gold, got);
    default:
      return true;
  }
}

function bounds(kind: GoldDeadline["kind"]): boolean {
  return kinds[kind].some((one) => one === "by" || one === "interval");
}

/** A day to finish by and a period with that last day say the same of the work. */
function sameEnd(gold: GoldDeadline, got: Deadline): boolean {
  return typeof gold.end === "string" && got.due === gold.end && (typeof gold.start !== "string" || got.start === null || got.start === gold.start);
}

function recursAs(gold: GoldDeadline, got: Deadline): boolean {
  if (typeof gold.start === "string" && got.start !== gold.start) return false;
  if (gold.interval !== undefined) return got.duration === duration(gold.interval.amount, gold.interval.unit);
  const rules = [gold.recurrence ?? null, ...(gold.recurrenceAlternatives ?? [])].filter((rule) => rule !== null);
  return rules.length === 0 || rules.some((rule) => sortedRule(rule) === sortedRule(got.rrule ?? ""));
}

function countsAs({ offset, endIfAnchored }: GoldDeadline, got: Deadline): boolean {
  if (typeof endIfAnchored === "string" && got.due !== null && got.due !== endIfAnchored) return false;
  if (offset === null || offset === undefined || offset.amount === null) return true;
  const business = offset.unit === "business-day";
  return got.duration === duration(offset.amount, offset.unit ?? "day") && (got.anchor?.dayKind === "business") === business;
}

/** ISO 8601 duration of a gold amount and unit. */
function duration(amount: number, unit: string): string {
  return unit === "hour" ? `PT${amount}H` : `P${amount}${durationUnits[unit] ?? unit}`;
}

function sortedRule(rule: string): string {
  return rule
    .replace(/^RRULE:/u, "")
    .split(";")
    .filter((part) => part !== "INTERVAL=1")
    .sort()
    .join(";");
}

/** Whether both speak of the same printed words. */
function samePlace(gold: { text: string; textAlternatives?: readonly string[] | undefined }, got: Deadline): boolean {
  return [gold.text, ...(gold.textAlternatives ?? [])].some((words) => related(words, got.text) || likeness(words, got.text) >= 0.5);
}

/** One record's deadlines beside gold's. `accepted` are those of the answer that gold has or permits. */
export interface DeadlineVerdict {
  readonly judgements: readonly Judgement[];
  readonly accepted: ReadonlySet<Deadline>;
  /** Those of the answer that are read as gold reads them, or that gold permits. */
  readonly right: ReadonlySet<Deadline>;
}

/** Judges the deadlines of one record. `period` is the time span of the whole action, which a record may also carry. */
export function judgeDeadlines(gold: GoldTask, got: Task, record: string, period: GoldDeadline | null): DeadlineVerdict {
  const timeLine = gold.group === "phase" && !gold.deadlines.some((deadline) => cellPlaces.has(deadline.where ?? "text"));
  const inCell = (deadline: Deadline): boolean => cellOrigins.has(deadline.origin) && !timeLine;
  const ofCell = (deadline: GoldDeadline): boolean => {
    const printed = cellPlaces.has(deadline.where ?? "text");
    if (!loosePlaces.has(deadline.where ?? "text")) return printed;
    const found = got.deadlines.find((other) => samePlace(deadline, other) && readsAs(deadline, other));
    return found === undefined ? printed : inCell(found);
  };
  const goldCells = gold.deadlines.filter(ofCell);
  const goldTexts = gold.deadlines.filter((deadline) => !ofCell(deadline));
  const permitted = (deadline: Deadline): boolean =>
    (cellOrigins.has(deadline.origin) && period !== null && readsAs(period, deadline)) ||
    gold.optionalTimes.some((words) => related(words, deadline.text));
  const cells = match("cellDeadlines", goldCells, got.deadlines.filter(inCell), record, permitted);
  const texts = match("textDeadlines", goldTexts, got.deadlines.filter((deadline) => !inCell(deadline)), record, permitted);
  return {
    judgements: [...cells.judgements, ...texts.judgements, ...judgeAnchors([...cells.pairs, ...texts.pairs], record), judgeDue(gold, got, record)],
    accepted: new Set([...cells.accepted, ...texts.accepted]),
    right: new Set([...cells.right, ...texts.right]),
  };
}

interface Match extends DeadlineVerdict {
  readonly pairs: readonly (readonly [GoldDeadline, Deadline])[];
}

function match(
  field: string,
  gold: readonly GoldDeadline[],
  got: readonly Deadline[],
  record: string,
  permitted: (deadline: Deadline) => boolean,
): Match {
  const left = new Set(got);
  const open = new Set(gold);
  const accepted = new Set<Deadline>();
  const sound = new Set<Deadline>();
  const pairs: [GoldDeadline, Deadline][] = [];
  const judgements: Judgement[] = [];
  const required = gold.filter((deadline) => !mayLack(deadline));
  const pass = (wanted: readonly GoldDeadline[], fits: (one: GoldDeadline, other: Deadline) => boolean, right: boolean): void => {
    for (const one of wanted) {
      if (!open.has(one)) continue;
      const other = [...left].find((deadline) => fits(one, deadline));
      if (other === undefined) continue;
      left.delete(other);
      open.delete(one);
      if (!mayLack(one)) judgements.push({ field, record, gold: showGold(one), got: showDeadline(other), right });
      if (right || samePlace(one, other)) accepted.add(other);
      if (!right) continue;
      pairs.push([one, other]);
      sound.add(other);
    }
  };
  pass(required, (one, other) => samePlace(one, other) && readsAs(one, other), true);
  if (field === "cellDeadlines") pass(required, readsAs, true);
  pass(
    gold.filter(mayLack),
    (one, other) => samePlace(one, other) && (one.optional === true || readsAs(one, other)),
    true,
  );
  pass(required, samePlace, false);
  for (const deadline of [...left]) {
    if (!permitted(deadline)) continue;
    left.delete(deadline);
    accepted.add(deadline);
    sound.add(deadline);
  }
  if (field === "cellDeadlines") pass(required, () => true, false);
  for (const one of required) if (open.has(one)) judgements.push({ field, record, gold: showGold(one), got: null, right: false });
  for (const other of left) judgements.push({ field, record, gold: null, got: showDeadline(other), right: false });
  return { judgements, accepted, right: sound, pairs };
}

/** The event that a relative deadline is counted from, loosely: a part of the printed words is enough. */
function judgeAnchors(pairs: Match["pairs"], record: string): Judgement[] {
  return pairs.flatMap(([gold, got]) => {
    const from = gold.offset?.from ?? null;
    if (gold.kind !== "relative" || from === null || gold.optional === true) return [];
    const event = got.anchor?.event ?? null;
    return [{ field: "anchors", record, gold: from, got: event, right: event !== null && (related(from, event) || likeness(from, event) >= 0.4) }];
  });
}

/** `Task.due` follows from gold: the latest last day of the cell, else of the text. Optional times may count or not. */
function judgeDue(gold: GoldTask, got: Task, record: string): Judgement {
  const readings = [gold.deadlines, gold.deadlines.filter((deadline) => deadline.optional !== true)].map(latest);
  const [all, required] = readings;
  return { field: "due", record, gold: required ?? all ?? "null", got: got.due ?? "null", right: readings.includes(got.due) };
}

function latest(deadlines: readonly GoldDeadline[]): string | null {
  const ends = (inCell: boolean): string[] =>
    deadlines
      .filter((deadline) => cellPlaces.has(deadline.where ?? "text") === inCell)
      .filter((deadline) => kinds[deadline.kind].some((kind) => kind === "by" || kind === "interval"))
      .flatMap((deadline) => deadline.end ?? [])
      .sort();
  return ends(true).at(-1) ?? ends(false).at(-1) ?? null;
}

/** Deadlines of aims and closing orders: found when any of the candidates reads them so. */
export function judgeSectionDeadlines(gold: readonly GoldDeadline[], got: readonly Deadline[], record: string): DeadlineVerdict {
  const accepted = new Set<Deadline>();
  const judgements = gold.flatMap((one): Judgement[] => {
    const other = got.find((deadline) => !accepted.has(deadline) && samePlace(one, deadline) && (mayLack(one) || readsAs(one, deadline)));
    if (other !== undefined) accepted.add(other);
    if (mayLack(one)) return [];
    const near = other ?? got.find((deadline) => related(one.text, deadline.text));
    return [
      {
        field: "sectionDeadlines",
        record,
        gold: showGold(one),
        got: near === undefined ? null : showDeadline(near),
        right: other !== undefined,
      },
    ];
  });
  return { judgements, accepted, right: accepted };
}

/** A gold deadline in one line. */
export function showGold(deadline: GoldDeadline): string {
  const { offset, interval } = deadline;
  const meaning = [
    kinds[deadline.kind].join("|"),
    deadline.start ?? null,
    deadline.end ?? null,
    deadline.recurrence ?? null,
    offset?.amount === null || offset?.amount === undefined ? null : `${duration(offset.amount, offset.unit ?? "day")} ${offset.unit ?? ""}`,
    interval === undefined ? null : duration(interval.amount, interval.unit),
  ];
  return `${deadline.text} = ${meaning.filter((part) => part !== null).join(" ")}`;
}

/** A deadline of the answer in one line. */
export function showDeadline(deadline: Deadline): string {
  const { kind, start, due, rrule, duration: length, anchor, origin } = deadline;
  const days = kind === "relative" ? (anchor?.dayKind ?? null) : null;
  return `${deadline.text} = ${[kind, start, due, rrule, length, days].filter((part) => part !== null).join(" ")} [${origin}]`;
}
