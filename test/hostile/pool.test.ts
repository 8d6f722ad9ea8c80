import { expect, test } from "vitest";
import { defaultBudget } from "../../src/batch/budget.ts";
import { drawnInDrawn } from "../read/pdf/growing.ts";
import { attacks } from "./attacks.ts";
import { dose } from "./dose.ts";
import { mutants, type HostileFile } from "./mutants.ts";

/** A file that keeps its reader busy for minutes, cheap attacks, and damaged files: `node test/hostile/pool.ts` reads thousands. */
function* files(): Generator<HostileFile, void, undefined> {
  yield { name: "endless.pdf", bytes: drawnInDrawn("group", { depth: 40, pages: 100, idle: 30_000_000 }) };
  for (const attack of attacks({ cheap: true })) if (/saved states|zip|entity|name/iu.test(attack.name)) yield attack;
  yield* mutants(500, 25);
}

test("every hostile file has one valid result in time, and the good ones between them are read as ever", async () => {
  const { files: count, results, faults, codes } = await dose(files(), { ...defaultBudget, milliseconds: 4_000, megabytes: 1024 });
  expect(faults).toEqual([]);
  expect(results).toBe(count);
  expect(count).toBeGreaterThan(30);
  expect(codes.get("limit/time") ?? 0).toBeGreaterThan(0);
});
