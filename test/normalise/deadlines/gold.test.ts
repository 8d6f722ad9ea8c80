/** The times in the running text of the gold answers: none missed, none made up. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { findDeadlines } from "../../../src/normalise/deadlines/find.ts";
import { parseDeadline } from "../../../src/normalise/deadlines/parse.ts";
import type { DeadlineContext, DeadlineReading } from "../../../src/normalise/deadlines/reading.ts";

const goldDeadline = z.looseObject({
  text: z.string(), kind: z.string(), start: z.string().nullish(), end: z.string().nullish(), recurrence: z.string().nullish(),
  recurrenceAlternatives: z.array(z.string()).optional(), where: z.string().optional(), optional: z.boolean().optional(),
});
const goldTask = z.looseObject({
  text: z.string(), columns: z.unknown().optional(), fields: z.unknown().optional(), deadlines: z.array(goldDeadline).optional(), optionalTimes: z.array(z.string()).optional(),
});
const goldFile = z.looseObject({
  notice: z.looseObject({ workYear: z.number().nullish(), documentNumber: z.string().nullish(), dateIssued: z.string().nullish() }),
  tasks: z.array(goldTask), goals: z.array(goldTask).optional(), closing: z.array(goldTask).optional(),
});
type GoldDeadline = z.infer<typeof goldDeadline>;
type GoldTask = z.infer<typeof goldTask>;

const seeds = new URL("../../../corpus/seeds/gold/", import.meta.url).pathname;
const extra = process.env["FENGONG_EXTRA_CORPUS"];
const folders = [seeds, ...(extra === undefined ? [] : [join(extra, "gold"), join(extra, "real", "gold")])].filter((folder) => existsSync(folder));
const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => join(folder, name)));

const kinds: Readonly<Record<string, string>> = { range: "interval", period: "interval" };

function isSame(gold: GoldDeadline, reading: DeadlineReading): boolean {
  if ((kinds[gold.kind] ?? gold.kind) !== reading.kind) return false;
  if (gold.kind === "recurring" && gold.recurrence != null) {
    return [gold.recurrence, ...(gold.recurrenceAlternatives ?? [])].includes(reading.rrule ?? "");
  }
  return (gold.end == null || gold.end === reading.due) && (gold.start == null || gold.start === reading.start);
}

/** The texts of a task, a text that holds another only once. */
function textsOf(task: GoldTask): string[] {
  const strings = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.values(value).filter((cell) => typeof cell === "string") : []);
  const all = [task.text, ...strings(task.columns), ...strings(task.fields)];
  return all.filter((text, index) => text !== "" && all.findIndex((other) => other.includes(text)) === index);
}

function tally(task: GoldTask, context: DeadlineContext): { found: number; missed: string[]; made: string[] } {
  const readings = textsOf(task).flatMap((text) => findDeadlines(text, context));
  const gold = (task.deadlines ?? []).filter(({ where }) => where === "text");
  const needed = gold.filter(({ optional, kind }) => optional !== true && kind !== "unspecified");
  const missed = needed.filter((deadline) => !readings.some((reading) => isSame(deadline, reading)));
  const made = readings.filter(
    (reading) => !gold.some((deadline) => isSame(deadline, reading) || deadline.text.includes(reading.text)) &&
      !(task.optionalTimes ?? []).some((words) => words.includes(reading.text) || reading.text.includes(words)),
  );
  return { found: needed.length - missed.length, missed: missed.map(({ text }) => text), made: made.map(({ text }) => text) };
}

describe.each(files.map((file) => [file.split("/").at(-1), file] as const))("%s", (_, file) => {
  const parsed = goldFile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  const { notice, tasks, goals = [], closing = [] } = parsed.success ? parsed.data : { notice: {}, tasks: [] };
  const year = notice.workYear ?? Number(/〔(\d{4})/.exec(notice.documentNumber ?? "")?.[1] ?? 0);
  const context: DeadlineContext = { workYear: year === 0 ? null : { year, basis: "title" }, dateIssued: notice.dateIssued ?? null };

  test("has the shape of gold", () => {
    expect(parsed.error).toBeUndefined();
    expect(tasks.length).toBeGreaterThan(0);
  });

  test("running text: recall and precision", () => {
    const tallies = [...tasks, ...goals, ...closing].map((task) => tally(task, context));
    const [found, missed, made] = [tallies.reduce((sum, { found: count }) => sum + count, 0), tallies.flatMap((one) => one.missed), tallies.flatMap((one) => one.made)];
    process.stdout.write(`  ${file.split("/").at(-1) ?? ""}: ${String(found)} found, missed [${missed.join(" ")}], made up [${made.join(" ")}]\n`);
    expect(missed).toEqual([]);
    expect(made).toEqual([]);
  });

  test("cells", () => {
    for (const deadline of tasks.flatMap((task) => (task.deadlines ?? []).filter(({ where }) => where === "cell"))) {
      const readings = parseDeadline(deadline.text, context);
      expect(readings).toHaveLength(1);
      expect(readings.every((reading) => isSame(deadline, reading))).toBe(true);
    }
  });
});

test.skipIf(extra !== undefined)("FENGONG_EXTRA_CORPUS is not set: the gold of other corpora is not compared", () => {
  expect(files.length).toBeGreaterThan(3);
});
