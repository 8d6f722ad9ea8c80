/** The examples of the docstrings, of the README and of the pages in docs/ are run: what stands there works. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), "utf8");

/** Docstrings of what the doors of the package give. */
const documented = ["src/notices.ts", "src/units.ts", "src/read/lookups.ts", "src/deadlines.ts"];

/** The examples of a file: the lines behind `@example` up to the next tag or the end of the docstring. */
function examplesIn(file: string): string[] {
  return [...read(file).matchAll(/\* @example(.*(?:\n \*(?!\/| @).*)*)/gu)].map((match) => (match[1] ?? "").replace(/^ \* ?/gmu, "").trim());
}

const pages = ["README.md", ...readdirSync(new URL("docs", root)).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];

const examples = [
  ...documented.flatMap((file) => examplesIn(file).map((code, i) => [`${file} ${i + 1}`, code] as const)),
  ...pages.flatMap((page) => [...read(page).matchAll(/```ts\n(.+?)```/gsu)].map((match, i) => [`${page} ${i + 1}`, match[1] ?? ""] as const)),
];

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-examples-"));
  // The libraries of others that the examples go with.
  symlinkSync(fileURLToPath(new URL("node_modules", root)), join(folder, "node_modules"), "dir");
  cpSync(new URL("corpus/seeds/files/wanzheng-66.html", root), join(folder, "66.html"));
  cpSync(new URL("corpus/seeds/files/wuhu-kaoping.html", root), join(folder, "letter.html"));
  cpSync(new URL("corpus/seeds/files/guichi-2018.docx", root), join(folder, "table.docx"));
  cpSync(new URL("corpus/seeds/files/liutiliucu-4.pdf", root), join(folder, "scan.pdf"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(8);
});

describe("examples", () => {
  test.each(examples)("%s", (_, code) => {
    const door = (name: string): string => JSON.stringify(new URL(`src/${name}.ts`, root).href);
    const own = code.includes("import ");
    const script = own
      ? code.replace(/"fengong(?:\/(\w+))?"/gu, (__, name: string | undefined) => door(name ?? "index"))
      : `import { readFile } from "node:fs/promises";\nimport { findDeadlines, parseAssignment, parseDeadline, parseMany, parseNotice, readLookups, resolveUnit } from ${door("index")};\n`;
    // A single expression with its value behind it is checked; anything else must run.
    const [, expression, value] = /^([^;]+?)\s*\/\/ (\[.*\]|".*"|null|\d+)$/su.exec(code) ?? [];
    const body = own ? "" : expression === undefined ? code : `console.log(JSON.stringify(${expression}));`;
    writeFileSync(join(folder, "example.ts"), `${script}\n${body}\n`);
    const out = execFileSync(process.execPath, ["example.ts"], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
    if (value !== undefined) expect(JSON.parse(out)).toEqual(JSON.parse(value));
  });
});
