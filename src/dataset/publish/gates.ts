/** Gates: what a version must hold to become the published one. A gate is a row; what it measures, against which bound, and how it reads. */
import { z } from "zod";
import { printable } from "../../text/shown.ts";
import type { CoverageFile } from "./coverage.ts";
import type { Facts } from "./facts.ts";
import type { GoldScore } from "../correct/gold.ts";
import type { GateSettings } from "../correct/settings.ts";
import type { Statistics } from "./statistics.ts";

/** All that is measured of a version. */
export interface Measured {
  readonly statistics: Statistics;
  /** Of the last successful version; null when there is none. */
  readonly before: Statistics | null;
  readonly coverage: CoverageFile;
  readonly facts: Facts;
  /** Null when no gold was given, or it cannot be read. */
  readonly gold: GoldScore | null;
  /** Whether people know what this version loses: the gates against losses let it pass. */
  readonly allowLoss?: boolean;
}

/** A value held against a bound. Null: nothing to measure. */
interface Check {
  /** Column that a gate of several columns is about. */
  readonly field?: string;
  readonly bound: "min" | "max";
  readonly limit: number;
  readonly value: number | null;
  /** Of how many, when the value is a share. */
  readonly of?: number;
  readonly notices?: readonly string[];
  readonly details?: readonly string[];
}

interface Gate {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly measure: (settings: GateSettings, measured: Measured) => readonly Check[];
}

const most = (limit: number | undefined, value: number | null, rest: Partial<Check> = {}): Check[] => (limit === undefined ? [] : [{ bound: "max", limit, value, ...rest }]);
const least = (limit: number | undefined, value: number | null, rest: Partial<Check> = {}): Check[] => (limit === undefined ? [] : [{ bound: "min", limit, value, ...rest }]);
const shareOf = (part: number, all: number): number | null => (all === 0 ? null : part / all);
const drop = (before: number | undefined, now: number): number | null => (before === undefined || before === 0 ? null : Math.max(0, before - now) / before);

/** The gates, in the order of the report. */
export const gates: readonly Gate[] = [
  {
    id: "notices",
    zh: "通知份数",
    en: "notices",
    measure: ({ notices }, { statistics, facts }) => [
      ...least(notices?.min, statistics.notices.total, { notices: facts.gone }),
      ...most(notices?.max, statistics.notices.total),
    ],
  },
  {
    id: "tasks",
    zh: "任务项数",
    en: "tasks",
    measure: ({ tasks }, { statistics, facts }) => [...least(tasks?.min, statistics.tasks.total, { notices: facts.shrunk }), ...most(tasks?.max, statistics.tasks.total)],
  },
  {
    id: "fill",
    zh: "有值的行所占比例",
    en: "share of rows with a value",
    measure: ({ fill = {} }, { statistics }) =>
      Object.entries(fill).map(([field, limit]) => {
        const table = field.split(".")[0] as "notices" | "tasks" | "assignments" | "deadlines";
        return { field, bound: "min", limit, value: shareOf(statistics.fill[field] ?? 0, statistics[table].total), of: statistics[table].total };
      }),
  },
  {
    id: "unclaimed",
    zh: "没有归入任何字段的字符所占比例",
    en: "share of characters that no field took",
    measure: ({ unclaimed }, { coverage }) => {
      const worst = coverage.notices.filter((notice) => notice.unclaimed > notice.characters * (unclaimed ?? 1)).map(({ notice }) => notice);
      return most(unclaimed, shareOf(coverage.unclaimed, coverage.characters), { of: coverage.characters, notices: worst });
    },
  },
  {
    id: "noticesDrop",
    zh: "通知比上一成功版本减少的比例",
    en: "share of notices fewer than in the last successful version",
    measure: ({ noticesDrop }, { statistics, before, facts }) =>
      most(noticesDrop, drop(before?.notices.total, statistics.notices.total), { of: before?.notices.total ?? 0, notices: facts.gone }),
  },
  {
    id: "tasksDrop",
    zh: "任务比上一成功版本减少的比例",
    en: "share of tasks fewer than in the last successful version",
    measure: ({ tasksDrop }, { statistics, before, facts }) => most(tasksDrop, drop(before?.tasks.total, statistics.tasks.total), { of: before?.tasks.total ?? 0, notices: facts.shrunk }),
  },
  {
    id: "deleted",
    zh: "上一成功版本的任务被删除的比例",
    en: "share of the tasks of the last successful version that are gone",
    measure: ({ deleted }, { statistics, before, facts }) =>
      most(deleted, shareOf(statistics.changes.tasks.DEL, before?.tasks.total ?? 0), { of: before?.tasks.total ?? 0, notices: facts.shrunk }),
  },
  {
    id: "lostNotices",
    zh: "来源还在、却已不是原来那份通知的",
    en: "notices that are gone though their source is there",
    measure: ({ lostNotices }, { facts: { lost } }) => most(lostNotices, lost.length, { notices: lost }),
  },
  {
    id: "shrunkNotices",
    zh: "来源还在、任务却少了一半以上的通知",
    en: "notices that lost more than half of their tasks though their source is there",
    measure: ({ shrunkNotices }, { facts: { cut } }) => most(shrunkNotices, cut.length, { notices: cut }),
  },
  {
    id: "lostSources",
    zh: "原是一份通知的来源、现在不是，而通知还有别的来源",
    en: "sources that are no reading of their notice any more, while others still are",
    measure: ({ lostSources }, { facts: { silent } }) => most(lostSources, silent.length, { notices: silent }),
  },
  {
    id: "failedShare",
    zh: "读不出内容的来源所占比例",
    en: "share of sources of which nothing could be read",
    measure: ({ failedShare }, { statistics: { readings }, facts }) => most(failedShare, shareOf(readings.failed, readings.total), { of: readings.total, notices: facts.failed }),
  },
  {
    id: "keptReadings",
    zh: "这一次读不了、通知保持原样的来源",
    en: "sources that could not be read this time and whose notices stay as they were",
    measure: ({ keptReadings }, { facts: { kept } }) => most(keptReadings, kept.length, { notices: kept }),
  },
  {
    id: "unknownDeadlines",
    zh: "未读懂的时限所占比例",
    en: "share of deadlines that were not understood",
    measure: ({ unknownDeadlines }, { statistics: { deadlines }, facts }) =>
      most(unknownDeadlines, shareOf(deadlines.byKind["unrecognized"] ?? 0, deadlines.total), { of: deadlines.total, notices: facts.unknownDeadlines }),
  },
  {
    id: "unknownUnits",
    zh: "不知其职能的部门所占比例",
    en: "share of agencies without a known function",
    measure: ({ unknownUnits }, { statistics: { assignments }, facts }) =>
      most(unknownUnits, shareOf(assignments.unknownAgencies, assignments.agencies), { of: assignments.agencies, notices: facts.unknownUnits }),
  },
  {
    id: "failedReadings",
    zh: "读不出内容的来源",
    en: "readings that failed",
    measure: ({ failedReadings }, { statistics, facts }) => most(failedReadings, statistics.readings.failed, { notices: facts.failed }),
  },
  {
    id: "disagreements",
    zh: "各来源说法不一的通知",
    en: "notices whose sources say different things",
    measure: ({ disagreements }, { statistics, facts }) => most(disagreements, statistics.readings.disagreements, { notices: facts.disagreeing }),
  },
  {
    id: "staleOverrides",
    zh: "原值已变、没有采用的人工更正",
    en: "corrections by people whose expected value no longer stands",
    measure: ({ staleOverrides }, { facts }) => most(staleOverrides, facts.staleOverrides, { notices: facts.stale }),
  },
  {
    id: "personal",
    zh: "公布文字中的电话号码、身份证号码",
    en: "telephone and identity numbers in published text",
    measure: (_, { facts: { personal } }) =>
      most(0, personal.length, { notices: [...new Set(personal.map(({ where }) => where))], details: personal.map(({ where, rule, field }) => `${where} ${field} ${rule}`) }),
  },
  {
    id: "gold",
    zh: "与人工核对过的值相符的比例",
    en: "share of values that people checked and the version says",
    measure: ({ gold: wanted }, { gold }) =>
      wanted === undefined
        ? []
        : [
            {
              bound: "min",
              limit: wanted.min,
              // Gold that was asked for and is not there is no gold that was met.
              value: gold === null || gold.total === 0 ? 0 : (gold.total - gold.wrong.length) / gold.total,
              of: gold?.total ?? 0,
              details: (gold?.wrong ?? []).map(({ task, field, value, found }) => `${task} ${field}: ${value} ≠ ${found ?? "—"}`),
            },
          ],
  },
];

/** Gates against losses. */
const againstLosses: ReadonlySet<string> = new Set(["noticesDrop", "tasksDrop", "deleted", "lostNotices", "shrunkNotices", "lostSources"]);

const outcomeSchema = z.strictObject({
  gate: z.string(),
  field: z.string().nullable(),
  passed: z.boolean(),
  bound: z.enum(["min", "max"]),
  limit: z.number(),
  value: z.number().nullable().describe("Null when there is nothing to measure: then the gate is passed."),
  of: z.number().nullable().describe("Of how many, when the value is a share."),
  notices: z.array(z.string()).describe("Ids of the notices that a fallen gate is about."),
  details: z.array(z.string()),
  waived: z.literal(true).exactOptional().describe("It would have fallen; people said that the loss is meant."),
});

/** `gates.json`. */
export const gatesFileSchema = z
  .strictObject({ version: z.string(), passed: z.boolean(), gates: z.array(outcomeSchema) })
  .meta({ id: "GatesFile", title: "fengong GatesFile", description: "What a version was held to, and whether it passed: gates.json." });

export type GatesFile = z.infer<typeof gatesFileSchema>;
type GateOutcome = GatesFile["gates"][number];

/** Holds a version to its gates. */
export function checkGates(settings: GateSettings, measured: Measured): GatesFile {
  const outcomes = gates.flatMap(({ id, measure }) => measure(settings, measured).map((check) => outcomeOf(id, check, measured.allowLoss === true && againstLosses.has(id))));
  return { version: measured.statistics.version, passed: outcomes.every(({ passed }) => passed), gates: outcomes };
}

function outcomeOf(gate: string, { field, bound, limit, value, of, notices = [], details = [] }: Check, allowed: boolean): GateOutcome {
  const holds = value === null || (bound === "min" ? value >= limit : value <= limit);
  const outcome: GateOutcome = { gate, field: field ?? null, passed: holds || allowed, bound, limit, value, of: of ?? null, notices: holds ? [] : [...notices], details: holds ? [] : [...details] };
  return holds || !allowed ? outcome : { ...outcome, waived: true };
}

/** So many notices or details of one gate stand in the readable report; all stand in gates.json. */
const shown = 20;

/** `gates.txt`: the same for people, in both languages; what fell stands first. */
export function gatesText({ version, passed, gates: outcomes }: GatesFile): string {
  const fallen = outcomes.filter((outcome) => !outcome.passed);
  const title = passed
    ? [`版本 ${version}：通过全部 ${outcomes.length} 道关口。`, `Version ${version} passed all gates (${outcomes.length}).`]
    : [`版本 ${version}：${fallen.length} 道关口没有通过，不予公布；仍以上一成功版本为准。`, `Version ${version} fell at ${fallen.length === 1 ? "one gate" : `${fallen.length} gates`}; it is not published, the last successful version stands.`];
  const lines = [...fallen, ...outcomes.filter((outcome) => outcome.passed)].flatMap(linesOf);
  return `${[...title, "", ...lines.map(printable)].join("\n")}\n`;
}

function linesOf({ gate, field, passed, bound, limit, value, of, notices, details, waived }: GateOutcome): string[] {
  const row = gates.find(({ id }) => id === gate);
  const share = of !== null;
  const say = (number: number): string => (share ? `${Number((number * 100).toFixed(2))}%` : String(number));
  const [sign, by] = [bound === "min" ? "≥" : "≤", value === null || (passed && waived !== true) ? "" : ` (${value > limit ? "+" : ""}${say(value - limit)})`];
  const measured = value === null ? "—" : `${say(value)}${share ? ` / ${of}` : ""}`;
  const name = `${gate}${field === null ? "" : ` ${field}`}`;
  const more = (all: readonly string[]): string[] => [...all.slice(0, shown).map((one) => `    ${one}`), ...(all.length > shown ? [`    … +${all.length - shown} (gates.json)`] : [])];
  return [`${waived === true ? "–" : passed ? "✓" : "✗"} ${name}  ${row?.zh ?? ""} · ${row?.en ?? ""}${waived === true ? "  （放行 let pass: --allow-loss）" : ""}`, `    ${measured}  ${sign} ${say(limit)}${by}`, ...more(details.length > 0 ? details : notices)];
}
