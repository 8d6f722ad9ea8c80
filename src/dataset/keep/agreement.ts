/** Whether the tables of a version say the same: due dates of tasks against their deadlines, units against assignments, rows against records. */
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import { z } from "zod";
import { taskDue } from "../../normalise/deadlines/due.ts";
import { deadlineSchema } from "../../model/notice.ts";
import { valuesIn } from "./ndjson.ts";
import { versionFiles } from "./version-files.ts";

/** What every table must say of a task. */
interface Said {
  readonly due: string;
  readonly units: Readonly<Record<string, string>>;
  /** Its rows among the deadlines that have a day. */
  readonly deadlines: string;
}

const roles = ["lead", "support", "responsible"] as const;

/** What is asked of a record; the rest may be of an older contract. */
const unit = z.object({ name: z.string() });
const lineSchema = z.object({
  result: z.object({
    tasks: z.array(
      z.object({
        id: z.string(),
        due: z.string().nullable(),
        deadlines: z.array(deadlineSchema.pick({ kind: true, due: true, origin: true, bound: true, warnings: true }).loose()),
        assignment: z.object({ lead: z.array(unit), support: z.array(unit), responsible: z.array(unit) }),
      }),
    ),
  }),
});

/** The first thing in which the tables of a version disagree; null when they agree. Tables that are not published are not asked. */
export async function disagreementIn(folder: string): Promise<string | null> {
  const said = new Map<string, Said>();
  for await (const line of valuesIn(join(folder, versionFiles.notices))) {
    // Versions that are already published may count what is named backwards (上季度) among the days of a task.
    for (const { id, due, deadlines, assignment } of lineSchema.parse(line).result.tasks) {
      if (taskDue(deadlines) !== due && taskDue(deadlines.map((deadline) => ({ ...deadline, warnings: [] }))) !== due) return `notices.ndjson ${id}: due ${due ?? "null"}, by its deadlines ${taskDue(deadlines) ?? "null"}`;
      const units = Object.fromEntries(roles.map((role) => [role, assignment[role].map(({ name }) => name).join("；")]));
      said.set(id, { due: due ?? "", units, deadlines: deadlines.flatMap((deadline) => deadline.due ?? []).sort().join("；") });
    }
  }
  return (await tasksDisagree(folder, said)) ?? (await unitsDisagree(folder, said)) ?? (await deadlinesDisagree(folder, said));
}

type Row = Readonly<Record<string, string>>;

async function* rowsIn(folder: string, table: string): AsyncGenerator<Row, void, undefined> {
  const path = join(folder, `${table}.csv`);
  if (existsSync(path)) yield* createReadStream(path).pipe(parse({ columns: true, bom: true })) as AsyncIterable<Row>;
}

async function tasksDisagree(folder: string, said: ReadonlyMap<string, Said>): Promise<string | null> {
  for await (const { taskId = "", due = "", ...row } of rowsIn(folder, "tasks")) {
    const task = said.get(taskId);
    if (task === undefined) return `tasks.csv ${taskId}: not in notices.ndjson`;
    if (due !== task.due) return `tasks.csv ${taskId}: due ${due}, in notices.ndjson ${task.due}`;
    for (const role of roles) if (bare(row[role]) !== bare(task.units[role])) return `tasks.csv ${taskId}: ${role} ${row[role] ?? ""}, in notices.ndjson ${task.units[role] ?? ""}`;
  }
  return null;
}

async function unitsDisagree(folder: string, said: ReadonlyMap<string, Said>): Promise<string | null> {
  const found = new Map<string, string[]>();
  let some = false;
  for await (const { taskId = "", role = "", unit = "", due = "" } of rowsIn(folder, "assignments")) {
    some = true;
    if (due !== said.get(taskId)?.due) return `assignments.csv ${taskId}: due ${due}, in notices.ndjson ${said.get(taskId)?.due ?? "nothing"}`;
    const key = `${role} ${taskId}`;
    found.set(key, [...(found.get(key) ?? []), unit]);
  }
  if (!some) return null;
  for (const [taskId, { units }] of said) {
    for (const role of roles) {
      const names = (found.get(`${role} ${taskId}`) ?? []).join("；");
      if (bare(names) !== bare(units[role])) return `assignments.csv ${taskId}: ${role} ${names}, in notices.ndjson ${units[role] ?? ""}`;
    }
  }
  return null;
}

async function deadlinesDisagree(folder: string, said: ReadonlyMap<string, Said>): Promise<string | null> {
  const found = new Map<string, string[]>();
  let some = false;
  for await (const { taskId = "", due = "", holder = "" } of rowsIn(folder, "deadlines")) {
    some = true;
    if (holder === "task" && due !== "") found.set(taskId, [...(found.get(taskId) ?? []), due]);
  }
  if (!some) return null;
  for (const [taskId, { deadlines }] of said) {
    const days = (found.get(taskId) ?? []).sort().join("；");
    if (days !== deadlines) return `deadlines.csv ${taskId}: ${days}, in notices.ndjson ${deadlines}`;
  }
  return null;
}

/** White space is the layout's. */
function bare(words: string | undefined): string {
  return (words ?? "").replace(/\s/gu, "");
}
