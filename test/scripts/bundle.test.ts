import { existsSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { scriptsOf } from "../../scripts/bundle.ts";
import { rowHeadsScript } from "../../scripts/row-heads.ts";
import { firstOfMoment, rowHeads } from "../../src/rules/deadlines/row-heads.ts";

test("every process and thread that the command starts has a file of its own in the bundle", () => {
  const scripts = scriptsOf();
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["load-process", "process", "recognising-process", "review-process", "watchman"]));
  for (const [name, path] of Object.entries(scripts)) expect([basename(path), existsSync(path)]).toEqual([`${name}.ts`, true]);
});

test("the heads that the package holds are those of the rows", async () => {
  const built = (await import(`data:text/javascript,${encodeURIComponent(rowHeadsScript())}`)) as { readonly rowHeads: unknown; readonly firstOfMoment: unknown };
  expect(built.rowHeads).toEqual(rowHeads);
  expect(built.firstOfMoment).toBe(firstOfMoment);
});
