import { expect, test } from "vitest";
import { defaultBudget } from "../../src/batch/budget.ts";
import { attacks } from "./attacks.ts";
import { dose } from "./dose.ts";
import { mutants, type HostileFile } from "./mutants.ts";

const tooMuch = "<p>一、完善公开目录，及时更新清单并公布。（牵头单位：市财政局；配合单位：市教育局；完成时限：2021年6月底前）</p>".repeat(150_000);

/** A file that is too much for its budget, cheap attacks, and damaged files: `node test/hostile/pool.ts` reads thousands. */
function* files(): Generator<HostileFile, void, undefined> {
  yield { name: "too-much.html", bytes: new TextEncoder().encode(tooMuch) };
  for (const attack of attacks({ cheap: true })) if (/saved states|zip|entity|name/iu.test(attack.name)) yield attack;
  yield* mutants(500, 25);
}

test("every hostile file has one valid result in time, and the good ones between them are read as ever", async () => {
  const { files: count, results, faults, codes } = await dose(files(), { ...defaultBudget, milliseconds: 4_000, megabytes: 1024 });
  expect(faults).toEqual([]);
  expect(results).toBe(count);
  expect(count).toBeGreaterThan(30);
  expect((codes.get("limit/time") ?? 0) + (codes.get("limit/memory") ?? 0)).toBe(1);
}, 120_000);
