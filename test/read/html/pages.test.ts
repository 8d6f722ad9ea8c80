import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outline, readBytes } from "./reading.ts";

const folder = new URL("fixtures/pages/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".html"));

test.each(names)("%s", async (name) => {
  const { document } = await readBytes(new Uint8Array(readFileSync(new URL(name, folder))), name);
  const answer = new URL(name.replace(".html", ".txt"), folder);
  await expect(`${outline(document).join("\n")}\n`).toMatchFileSnapshot(answer.pathname);
});
