/** All rows of all results, for formats that are written in one piece. */
import type { FlatRows } from "../model/flat.ts";
import { flatten } from "./flatten.ts";
import type { Results } from "./output.ts";

/** The rows of the flat tables in the order of the results, which are numbered from 1. */
export async function gather(results: Results): Promise<FlatRows> {
  const all: FlatRows = { notices: [], tasks: [], assignments: [], deadlines: [] };
  for await (const result of results) {
    const { notices, tasks, assignments, deadlines } = flatten(result, all.notices.length + 1);
    all.notices.push(...notices);
    for (const row of tasks) all.tasks.push(row);
    for (const row of assignments) all.assignments.push(row);
    for (const row of deadlines) all.deadlines.push(row);
  }
  return all;
}
