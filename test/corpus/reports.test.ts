/**
 * Public reports of people who do this job, rebuilt as small inputs, and the minimal inputs of a breaker (`attack-`): what is right was decided before
 * the program ran. Two reports need more than a file: names that are too long (`test/batch/tree.test.ts`) and a page of an error at the
 * path of a notice (`test/dataset/known-path.test.ts`).
 */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice, type Task } from "../../src/index.ts";

/** The right answer: what is said besides the tasks, and each task as `number|path|text|units by role|due`, its text cut short. */
interface Right {
  readonly status: string;
  readonly says: readonly string[];
  readonly tasks: readonly string[];
}

const folder = new URL("reports/", import.meta.url);
const right: Readonly<Record<string, Right>> = JSON.parse(readFileSync(new URL("right.json", folder), "utf8"));

const longest = 40;

function tell({ number, label, path, text, assignment, due }: Task): string {
  const { lead, support, responsible, others } = assignment;
  const units = [...lead.map((unit) => `lead ${unit.text}`), ...support.map((unit) => `support ${unit.text}`), ...responsible.map((unit) => unit.text), ...others.map(({ unit, role }) => `${role} ${unit.text}`)];
  return [number ?? label ?? "", path.join(" > "), text.replace(/\s+/gu, " ").slice(0, longest), units.join("、"), due ?? ""].join("|");
}

test("each input has its answer", () => {
  expect(Object.keys(right)).toEqual(readdirSync(folder).filter((name) => name !== "right.json").sort());
});

describe.each(Object.entries(right))("%s", (name, { status, says, tasks }) => {
  test("is read so, and nothing is lost", async () => {
    const result = await parseNotice({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) });
    expect({ status: result.status, says: [...new Set(result.diagnostics.map(({ code }) => code))].sort(), tasks: result.tasks.map(tell) }).toEqual({ status, says, tasks });
    expect(result.coverage.unclaimed).toEqual([]);
  });
});
