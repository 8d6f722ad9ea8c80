/** The unit texts of the gold answers, read with the role of their column, against the gold lists. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyDocumentRules } from "../../../src/normalise/units/roles.ts";
import { corpusFolders, skippedCorpora } from "../../evaluate/corpora.ts";
import { readIn } from "./reading.ts";

interface GoldUnits {
  readonly text: string | null;
  readonly lead: string[];
  readonly support: string[];
  readonly responsible: string[];
  readonly openEnded: boolean;
  readonly byDuty: boolean;
  readonly leadFrom?: string;
}

interface Gold {
  readonly tasks?: { readonly units?: GoldUnits }[];
}

const folders = corpusFolders().map((folder) => join(folder, "gold")).filter(existsSync);
const skipped = skippedCorpora();
/** Notices whose units stand in a column 责任单位. */
const tabular = /^(?:wanzheng|guichi|000)/u;

function score(folder: string): { file: string; right: number; of: number; members: number; hits: number; found: number; wrong: string[] }[] {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((file) => {
    const gold: Gold = JSON.parse(readFileSync(join(folder, file), "utf8"));
    const units = (gold.tasks ?? []).flatMap((task) => (typeof task.units?.text === "string" ? [{ ...task.units, text: task.units.text }] : []));
    const wrong: string[] = [];
    let [members, hits, found] = [0, 0, 0];
    for (const answer of units) {
      const reading = readIn(tabular.test(file) ? "责任单位" : null, answer.text);
      const by = (role: string) => reading.members.filter((member) => member.role === role).map((member) => member.text);
      const printed = { lead: by("lead"), support: by("support"), responsible: by("responsible") };
      const { lead, support, responsible } = answer.leadFrom === "rule" ? applyDocumentRules(printed, ["first-is-lead"]) : printed;
      const got = [...lead.map((text) => `牵头${text}`), ...support.map((text) => `配合${text}`), ...responsible.map((text) => `负责${text}`)];
      const want = [...answer.lead.map((text) => `牵头${text}`), ...answer.support.map((text) => `配合${text}`), ...answer.responsible.map((text) => `负责${text}`)];
      members += want.length;
      found += got.length;
      hits += got.filter((member) => want.includes(member)).length;
      if (JSON.stringify([got, reading.openEnded, reading.byDuty]) !== JSON.stringify([want, answer.openEnded, answer.byDuty])) wrong.push(answer.text);
    }
    return { file, right: units.length - wrong.length, of: units.length, members, hits, found, wrong };
  });
}

const allocating = folders.filter((folder) => score(folder).some(({ of }) => of > 0));

describe.each(allocating)("gold of %s", (folder) => {
  test("members with role, order, 等 and 按职责分工", () => {
    const scores = score(folder).filter(({ of }) => of > 0);
    const sum = (pick: (row: (typeof scores)[number]) => number) => scores.reduce((total, row) => total + pick(row), 0);
    const f1 = (2 * sum(({ hits }) => hits)) / (sum(({ members }) => members) + sum(({ found }) => found));
    console.log(scores.map(({ file, right, of }) => `${file}: ${right} of ${of}`).join("\n"), `\nF1 of members with role: ${f1.toFixed(4)}`);
    expect(f1).toBeGreaterThanOrEqual(0.99);
    expect(scores.flatMap(({ wrong }) => wrong)).toEqual([]);
  });
});

test.skipIf(skipped === null)(skipped ?? "further corpora are read", () => {
  expect(allocating).toHaveLength(1);
});
