/** Modules that a file joins into one scope: they must parse as one, and bring all that they import of each other. */
import { spawnSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";
import { pageScript } from "../../src/review/pack.ts";
import { previewScript } from "../../src/review/preview.ts";

/** What Node has against a module; null: nothing. */
function troubleWith(script: string): string | null {
  const { status, stderr } = spawnSync(process.execPath, ["--check", "--input-type=module", "-"], { input: script, encoding: "utf8" });
  return status === 0 ? null : stderr;
}

test.each([["the page", pageScript], ["the frame of the second view", previewScript]])("%s is one module in which no two names clash", async (_, make) => {
  const script = await make();
  expect(troubleWith(script)).toBeNull();
  expect(script).not.toMatch(/^(?:import|export)\b/mu);
});

test("two things of one name are a trouble", async () => {
  expect(troubleWith(`${await pageScript()}\nclass Review {}`)).toContain("Identifier 'Review' has already been declared");
});
