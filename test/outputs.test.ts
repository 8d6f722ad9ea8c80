import { describe, expect, test } from "vitest";
import { parseNotice } from "../src/notices.ts";
import { outputForms, writeOutput, type OutputChoices, type OutputId } from "../src/outputs.ts";
import { page } from "./batch/tree-of.ts";

const result = await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(page("编制清单")) });
const bytesOf = async (form: OutputId, choices?: OutputChoices): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of writeOutput(form, [result], choices)) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces);
};

describe("writeOutput", () => {
  test.each(outputForms.filter(({ id }) => id !== "sqlite").map(({ id }) => id as OutputId))("writes %s, twice the same", async (form) => {
    const bytes = await bytesOf(form);
    expect(bytes.length).toBeGreaterThan(50);
    expect(await bytesOf(form)).toEqual(bytes);
  });

  test("takes choices", async () => {
    expect((await bytesOf("csv", { table: "assignments", headers: "zh" })).toString()).toContain("市财政局");
    expect((await bytesOf("json", { pretty: true })).toString()).toContain('\n  "schemaVersion"');
  });

  test.each([
    ["word", {}, /^form: /u],
    ["csv", { headers: "de" }, /^choices\.headers: must be zh or en \(it is "de"\)/u],
    ["csv", { tabel: "tasks" }, /^choices: .*tabel/u],
    ["sqlite", {}, /^choices\.openScratch: /u],
  ])("%s with %j is refused at once", (form, choices, message) => {
    expect(() => writeOutput(form as OutputId, [result], choices as OutputChoices)).toThrow(message);
    expect(() => writeOutput(form as OutputId, [result], choices as OutputChoices)).toThrow(TypeError);
  });
});
