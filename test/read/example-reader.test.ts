/** The reader that CONTRIBUTING shows: it stands there as it is here, and gives a whole document. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openContext } from "../../src/model/context.ts";
import { cellText } from "../../src/model/quote.ts";
import { checkWhole } from "./document-checks.ts";
import { example } from "./example-reader.ts";

const here = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

test("it stands in CONTRIBUTING", () => {
  const code = here("example-reader.ts").replaceAll("../../src/", "../");
  expect(here("../../CONTRIBUTING.md")).toContain(`\`\`\`ts\n${code}\`\`\`\n`);
});

test("it reads its sample", async () => {
  const bytes = (await example.sample?.()) ?? new Uint8Array();
  expect(example.recognises(bytes)).toBe(true);
  const document = (await example.read?.({ name: "a", bytes, uri: null, role: "notice", label: null }, 0, openContext())) ?? null;
  if (document === null) throw new Error("nothing was read");
  checkWhole(document);
  const [table] = document.blocks;
  expect(table?.kind === "table" ? table.cells.map((cell) => cellText(document, cell)) : []).toEqual(["序号", "任务分工", "1", "编制目录"]);
});
