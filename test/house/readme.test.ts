/** The README promises an excerpt of a real answer: it must be what the program gives. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseNotice } from "../../src/index.ts";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");

test("the excerpt of the first screen is the program's answer", async () => {
  const shown = /```json\n(.+?)```/su.exec(readme)?.[1] ?? "";
  const excerpt: { number: string } = JSON.parse(shown);
  const bytes = new Uint8Array(readFileSync(new URL("corpus/seeds/files/wanzheng-66.html", root)));
  const { tasks } = await parseNotice({ name: "wanzheng-66.html", bytes });
  expect(tasks.find((task) => task.number === excerpt.number)).toMatchObject(excerpt);
});

test("the commands of the README are scripts of the package", () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?(notices|test|evaluate|bench|\w+)\b/gu)].map((match) => match[1] ?? "").filter((name) => name !== "ci" && name !== "run");
  expect(named).toEqual(expect.arrayContaining(["notices", "test"]));
  for (const name of named.filter((script) => /^[a-z]+$/u.test(script))) expect(Object.keys(scripts)).toContain(name);
});
