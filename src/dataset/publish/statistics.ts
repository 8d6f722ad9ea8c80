/** Counts of a version, taken in one pass over its notices: for the README, the gates and the next version. */
import { z } from "zod";
import { failedReading, type Edition,  } from "../edition.ts";
import { datasetTables } from "./tables.ts";
import type { Watcher } from "./watcher.ts";

const count = z.int().min(0);
const counts = z.record(z.string(), count);
const changed = z.strictObject({ ADD: count, MOD: count, DEL: count, REKEY: count });

/** `statistics.json`. */
export const statisticsSchema = z
  .strictObject({
    version: z.string(),
    previous: z.string().nullable(),
    notices: z.strictObject({ total: count, byYear: counts.describe("By year of issue; `none` when it is not known."), byIssuer: counts, byKind: counts, byLevel: counts, byStatus: counts }),
    tasks: z.strictObject({ total: count, byKind: counts, byYear: counts.describe("By year of the last day still on time; `none` when there is none.") }),
    assignments: z.strictObject({ total: count, byRole: counts, agencies: count, unknownAgencies: count.describe("Agencies without a known function.") }),
    deadlines: z.strictObject({ total: count, byKind: counts }),
    readings: z.strictObject({ total: count, files: count, failed: count, disagreements: count.describe("Notices whose sources say different things.") }),
    fill: counts.describe("`table.column`: rows with a value."),
    issues: z.strictObject({ total: count, bySeverity: counts, byCode: counts }),
    overrides: count.describe("Corrections by people that were applied."),
    changes: z.strictObject({ total: count, notices: changed, tasks: changed, byCause: counts, uncertain: count }),
  })
  .meta({ id: "Statistics", title: "fengong Statistics", description: "Counts of a version of a dataset: statistics.json." });

export type Statistics = z.infer<typeof statisticsSchema>;

/** Takes the notices of a version one after the other. */
interface Counting extends Pick<Required<Watcher>, "change" | "notice" | "issue"> {
  readonly done: () => Statistics;
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(key: string | number | null, by = 1): void {
    const name = String(key ?? "none");
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + by);
  }

  get(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((sum, one) => sum + one, 0);
  }

  /** Sorted by name, so that the same counts are the same bytes. */
  toObject(): Record<string, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

const named = <K extends string>(keys: readonly K[]): Readonly<Record<K, Tally>> => Object.fromEntries(keys.map((key) => [key, new Tally()])) as Record<K, Tally>;

/** Opens the count of a version. */
export function openCounting({ version, previous }: Pick<Edition, "version" | "previous">): Counting {
  const notices = named(["byYear", "byIssuer", "byKind", "byLevel", "byStatus"]);
  const tasks = named(["byKind", "byYear"]);
  const [roles, agencies, kinds, readings, fill] = [new Tally(), new Tally(), new Tally(), new Tally(), new Tally()];
  const issues = named(["bySeverity", "byCode"]);
  const changes = named(["notices", "tasks", "byCause", "certain"]);
  for (const table of datasetTables) if (table.name !== "changes") for (const key of Object.keys(table.columns)) fill.add(`${table.name}.${key}`, 0);

  return {
    notice: ({ readings: all, result, overrides }, rows) => {
      const { notice } = result;
      notices.byYear.add((notice.dateIssued ?? notice.datePublished)?.slice(0, 4) ?? notice.documentNumber?.year ?? null);
      for (const issuer of notice.issuers.length === 0 ? [null] : notice.issuers) notices.byIssuer.add(issuer);
      notices.byKind.add(notice.kind);
      notices.byLevel.add(notice.jurisdiction?.level ?? null);
      notices.byStatus.add(result.status);
      for (const task of result.tasks) {
        tasks.byKind.add(task.kind);
        tasks.byYear.add(task.due?.slice(0, 4) ?? null);
      }
      for (const row of rows["assignments"] ?? []) {
        roles.add(String(row["role"]));
        if (row["unitKind"] === "agency") agencies.add(row["unitFunction"] === null ? "unknown" : "known");
      }
      for (const row of rows["deadlines"] ?? []) kinds.add(String(row["kind"]));
      readings.add("total", all.length);
      readings.add("files", all.reduce((sum, { files }) => sum + files.length, 0));
      readings.add("failed", all.filter(({ status }) => status === "failed").length);
      if (all.some(({ agrees }) => agrees === false)) readings.add("disagreements");
      readings.add("overrides", overrides.length);
      for (const [table, some] of Object.entries(rows)) {
        for (const row of some) for (const [key, value] of Object.entries(row)) if (value !== null && value !== "" && key !== "result") fill.add(`${table}.${key}`);
      }
    },
    change: ({ op, task, causes, certain }) => {
      changes[task === null ? "notices" : "tasks"].add(op);
      for (const cause of causes) changes.byCause.add(cause);
      changes.certain.add(String(certain));
    },
    issue: ({ severity, code }) => {
      if (code === failedReading) for (const kind of ["total", "failed"]) readings.add(kind);
      issues.bySeverity.add(severity);
      issues.byCode.add(code);
    },
    done: () => ({
      version,
      previous,
      notices: { total: notices.byKind.total, ...objects(notices) },
      tasks: { total: tasks.byKind.total, ...objects(tasks) },
      assignments: { total: roles.total, byRole: roles.toObject(), agencies: agencies.total, unknownAgencies: agencies.get("unknown") },
      deadlines: { total: kinds.total, byKind: kinds.toObject() },
      readings: { total: readings.get("total"), files: readings.get("files"), failed: readings.get("failed"), disagreements: readings.get("disagreements") },
      fill: fill.toObject(),
      issues: { total: issues.byCode.total, ...objects(issues) },
      overrides: readings.get("overrides"),
      changes: { total: changes.certain.total, notices: byOp(changes.notices), tasks: byOp(changes.tasks), byCause: changes.byCause.toObject(), uncertain: changes.certain.get("false") },
    }),
  };
}

function objects<K extends string>(tallies: Readonly<Record<K, Tally>>): Record<K, Record<string, number>> {
  return Object.fromEntries(Object.entries<Tally>(tallies).map(([key, tally]) => [key, tally.toObject()])) as Record<K, Record<string, number>>;
}

function byOp(tally: Tally): { ADD: number; MOD: number; DEL: number; REKEY: number } {
  return { ADD: tally.get("ADD"), MOD: tally.get("MOD"), DEL: tally.get("DEL"), REKEY: tally.get("REKEY") };
}
