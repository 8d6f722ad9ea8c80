/** Each PDF of the folder beside what a person sees on its pages, written down by looking at them. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { codesOf, fixture, outline, readFile } from "./reading.ts";

const folder = new URL("fixtures/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".pdf") && name !== "notice-50p.pdf");

test.each(names)("%s", async (name) => {
  const { document, context } = await readFile(fixture(name));
  const lines = [...(document === null ? ["nothing to read"] : outline(document)), ...codesOf(context).map((code) => `! ${code}`)];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(new URL(name.replace(".pdf", ".txt"), folder).pathname);
});
