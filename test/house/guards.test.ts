/** Each guard of the house is broken once, in a small house of its own, and must bark there. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import { ESLint, type Linter } from "eslint";
import { analyzeTsConfig } from "ts-unused-exports";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** Rooms that the broken files import. */
const rooms: Record<string, string> = {
  "src/model/notice.ts": "export const model = 1;\n",
  "src/text/fold.ts": 'import { model } from "../model/notice.ts";\nexport const text = model;\n',
  "src/rules/rows.ts": 'import { text } from "../text/fold.ts";\nexport const rules = text;\n',
  "src/read/read.ts": 'import { rules } from "../rules/rows.ts";\nexport const read = rules;\n',
  "src/segment/outline/tree.ts": "export const tree = 1;\n",
  "src/segment/table/grid.ts": "export const grid = 1;\n",
  "src/segment/segment.ts": 'import { tree } from "./outline/tree.ts";\nimport { grid } from "./table/grid.ts";\nexport const segment = tree + grid;\n',
  "src/pipeline.ts": 'import { read } from "./read/read.ts";\nimport { segment } from "./segment/segment.ts";\nexport const pipeline = read + segment;\n',
  "src/batch/run.ts": 'import { pipeline } from "../pipeline.ts";\nexport const many = pipeline;\n',
  "src/queue/work.ts": 'import { many } from "../batch/run.ts";\nexport const queued = many;\n',
  "src/dataset/correct/overrides.ts": "export const corrected = 1;\n",
  "src/dataset/gather/sources.ts": 'import { corrected } from "../correct/overrides.ts";\nexport const gathered = corrected;\n',
  "src/dataset/assemble/record.ts": 'import { gathered } from "../gather/sources.ts";\nexport const assembled = gathered;\n',
  "src/dataset/publish/artifact.ts": 'import { assembled } from "../assemble/record.ts";\nexport const published = assembled;\n',
  "src/dataset/ask/diff.ts": 'import { published } from "../publish/artifact.ts";\nexport const asked = published;\n',
  "src/dataset/build.ts": 'import { many } from "../batch/run.ts";\nimport { asked } from "./ask/diff.ts";\nexport const built = many + asked;\n',
  "src/lineage/links.ts": "export const linked = 1;\n",
  "src/index.ts": 'export { pipeline } from "./pipeline.ts";\n',
  "src/cli/start.ts": 'export { started } from "./main.ts";\nexport { queued } from "../queue/work.ts";\nexport { linked } from "../lineage/links.ts";\n',
  "test/fixture.ts": "export const fixture = 1;\n",
  "src/cli/main.ts": 'import { built } from "../dataset/build.ts";\nexport const started = built + Date.now();\n',
};

/** The other half of a ring; the guard names a ring once. */
const ringEnd = { file: "src/text/ring-b.ts", source: 'import { a } from "./ring-a.ts";\nexport const b = (): number => a();' };

/** A file that breaks one guard, and the rule that must say so. */
const broken: readonly { readonly file: string; readonly source: string; readonly rule: string }[] = [
  { file: "src/model/up.ts", source: 'export { text } from "../text/fold.ts";', rule: "model-stays-below" },
  { file: "src/text/up.ts", source: 'export { rules } from "../rules/rows.ts";', rule: "text-stays-below" },
  { file: "src/rules/up.ts", source: 'export { read } from "../read/read.ts";', rule: "rules-stays-below" },
  { file: "src/read/side.ts", source: 'export { segment } from "../segment/segment.ts";', rule: "read-stays-below" },
  { file: "src/normalise/side.ts", source: 'export { segment } from "../segment/segment.ts";', rule: "normalise-stays-below" },
  { file: "src/validate/up.ts", source: 'export { pipeline } from "../pipeline.ts";', rule: "validate-stays-below" },
  { file: "src/emit/up.ts", source: 'export { started } from "../cli/main.ts";', rule: "emit-stays-below" },
  { file: "src/ocr/up.ts", source: 'export { many } from "../batch/run.ts";', rule: "ocr-stays-below" },
  { file: "src/ocr/side.ts", source: 'export { read } from "../read/read.ts";', rule: "ocr-stays-below" },
  { file: "src/batch/up.ts", source: 'export { started } from "../cli/main.ts";', rule: "batch-stays-below" },
  { file: "src/dataset/over.ts", source: 'export { started } from "../cli/main.ts";', rule: "dataset-stays-below" },
  { file: "src/batch/side.ts", source: 'export { built } from "../dataset/build.ts";', rule: "batch-stays-below" },
  { file: "src/dataset/up.ts", source: 'export { queued } from "../queue/work.ts";', rule: "dataset-stays-below" },
  { file: "src/lineage/below.ts", source: 'export { built } from "../dataset/build.ts";', rule: "lineage-stays-below" },
  { file: "src/dataset/links.ts", source: 'export { linked } from "../lineage/links.ts";', rule: "dataset-stays-below" },
  { file: "src/dataset/keep/up.ts", source: 'export { corrected } from "../correct/overrides.ts";', rule: "dataset-keep-stays-below" },
  { file: "src/dataset/correct/up.ts", source: 'export { gathered } from "../gather/sources.ts";', rule: "dataset-correct-stays-below" },
  { file: "src/dataset/gather/up.ts", source: 'export { assembled } from "../assemble/record.ts";', rule: "dataset-gather-stays-below" },
  { file: "src/dataset/assemble/up.ts", source: 'export { published } from "../publish/artifact.ts";', rule: "dataset-assemble-stays-below" },
  { file: "src/dataset/publish/up.ts", source: 'export { asked } from "../ask/diff.ts";', rule: "dataset-publish-stays-below" },
  { file: "src/dataset/ask/up.ts", source: 'export { built } from "../build.ts";', rule: "dataset-ask-stays-below" },
  { file: "src/dataset/edition.ts", source: 'export { corrected } from "./correct/overrides.ts";', rule: "dataset-edition-stays-below" },
  { file: "src/dataset/fields.ts", source: 'export { corrected } from "./correct/overrides.ts";', rule: "dataset-fields-stays-below" },
  { file: "src/dataset/fingerprint.ts", source: 'export { corrected } from "./correct/overrides.ts";', rule: "dataset-fingerprint-stays-below" },
  { file: "src/segment/item/up.ts", source: 'export { tree } from "../outline/tree.ts";', rule: "segment-item-stays-below" },
  { file: "src/segment/front/side.ts", source: 'export { tree } from "../outline/tree.ts";', rule: "segment-front-stays-below" },
  { file: "src/segment/outline/side.ts", source: 'export { grid } from "../table/grid.ts";', rule: "segment-outline-stays-below" },
  { file: "src/segment/table/side.ts", source: 'export { tree } from "../outline/tree.ts";', rule: "segment-table-stays-below" },
  { file: "src/segment/table/up.ts", source: 'export { segment } from "../walk.ts";', rule: "segment-table-stays-below" },
  { file: "src/segment/walk.ts", source: 'export { segment } from "./segment.ts";', rule: "segment-walk-stays-below" },
  { file: "src/serve/side.ts", source: 'export { queued } from "../queue/work.ts";', rule: "serve-stays-below" },
  { file: "src/emit/many.ts", source: 'export { many } from "../batch/run.ts";', rule: "emit-stays-below" },
  { file: "src/batch/clock.ts", source: "export const x = Date.now();", rule: "no-restricted-syntax" },
  { file: "src/cli/door.ts", source: 'export { pipeline } from "../index.ts";', rule: "cli-stays-below" },
  { file: "src/text/ring-a.ts", source: 'import { b } from "./ring-b.ts";\nexport const a = (): number => b();', rule: "no-ring" },
  { file: "src/read/files.ts", source: 'import { readFileSync } from "node:fs";\nexport const x = readFileSync;', rule: "only-cli-knows-the-machine" },
  { file: "src/read/machine.ts", source: 'import os from "os";\nexport const x = os;', rule: "only-cli-knows-the-machine" },
  { file: "src/read/process.ts", source: "export const x = process.cwd();", rule: "no-restricted-globals" },
  { file: "src/text/locale.ts", source: 'export const x = new Intl.Collator("zh");', rule: "no-restricted-globals" },
  { file: "src/read/long-call.ts", source: "export const most = (values: readonly number[]): number => Math.max(...values);", rule: "no-restricted-syntax" },
  { file: "src/segment/long-call.ts", source: "export const add = (list: number[], values: readonly number[]): number => list.push(...values);", rule: "no-restricted-syntax" },
  { file: "src/text/clock-now.ts", source: "export const x = Date.now();", rule: "no-restricted-syntax" },
  { file: "src/text/clock-new.ts", source: "export const x = new Date();", rule: "no-restricted-syntax" },
  { file: "src/text/zone.ts", source: "export const x = new Date(2020, 1, 1);", rule: "no-restricted-syntax" },
  { file: "src/text/zone-get.ts", source: "export const x = (date: Date): number => date.getHours();", rule: "no-restricted-syntax" },
  { file: "src/text/random.ts", source: "export const x = Math.random();", rule: "no-restricted-syntax" },
  { file: "src/text/locale-string.ts", source: "export const x = (1).toLocaleString();", rule: "no-restricted-syntax" },
  { file: "src/text/locale-compare.ts", source: 'export const x = "a".localeCompare("b");', rule: "no-restricted-syntax" },
  { file: "src/text/enum.ts", source: "export type X = any;", rule: "@typescript-eslint/no-explicit-any" },
  { file: "src/text/assert.ts", source: "export const x = (s: string | null): string => s!;", rule: "@typescript-eslint/no-non-null-assertion" },
  { file: "src/text/floating.ts", source: "export function x(y: () => Promise<void>): void {\n  y();\n}", rule: "@typescript-eslint/no-floating-promises" },
  { file: "src/text/long.ts", source: "export const x = [\n" + "1,\n".repeat(400) + "];", rule: "max-lines" },
  { file: "src/cli/past.ts", source: 'import process from "node:process";\nexport const x = (): boolean => process.stderr.write("x");', rule: "no-restricted-syntax" },
  { file: "src/cli/past-named.ts", source: 'import { stdout } from "node:process";\nexport const x = (): boolean => stdout.write("x");', rule: "no-restricted-syntax" },
  { file: "src/cli/past-number.ts", source: 'import { writeSync } from "node:fs";\nexport const x = (): number => writeSync(2, "x");', rule: "no-restricted-syntax" },
  { file: "src/cli/past-device.ts", source: 'export const x = "/dev/tty";', rule: "no-restricted-syntax" },
  { file: "src/cli/past-console.ts", source: 'export const x = (): void => console.log("x");', rule: "no-restricted-globals" },
  { file: "src/cli/past-line.ts", source: 'import { cursorTo } from "node:readline";\nexport const x = cursorTo;', rule: "no-restricted-imports" },
  { file: "src/batch/past.ts", source: 'import process from "node:process";\nexport const x = (): boolean => process.stdout.write("x");', rule: "no-restricted-syntax" },
  { file: "src/text/lost.ts", source: 'export { nothing } from "./nowhere.ts";', rule: "no-lost-import" },
  { file: "src/text/alone.ts", source: "export const alone = 1;", rule: "no-lost-file" },
  { file: "src/text/test.ts", source: 'export { fixture } from "../../test/fixture.ts";', rule: "src-stands-alone" },
  { file: "src/text/dev.ts", source: 'import fc from "fast-check";\nexport const x = fc;', rule: "src-runs-on-dependencies" },
];

let folder = "";
const said = new Map<string, string[]>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fengong-guards-"));
  write("package.json", '{ "type": "module", "devDependencies": { "fast-check": "1.0.0" } }');
  write("node_modules/fast-check/package.json", '{ "name": "fast-check", "version": "1.0.0", "main": "index.js", "types": "index.d.ts" }');
  write("node_modules/fast-check/index.js", "module.exports = 1;\n");
  write("node_modules/fast-check/index.d.ts", "declare const x: number;\nexport default x;\n");
  write(
    "tsconfig.json",
    JSON.stringify({
      compilerOptions: { target: "es2023", module: "nodenext", strict: true, types: [], allowImportingTsExtensions: true, noEmit: true },
      include: ["src"],
    }),
  );
  for (const [file, source] of Object.entries(rooms)) write(file, source);
  for (const { file, source } of [...broken, ringEnd]) write(file, `${source}\n`);
  await listenToLinter();
  await listenToCruiser();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function listenToLinter(): Promise<void> {
  const config = new URL("../../.config/eslint.config.js", import.meta.url).href;
  const { houseRules } = (await import(config)) as { houseRules: (root: string) => Linter.Config[] };
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: houseRules(`${folder}/`) });
  for (const { filePath, messages } of await eslint.lintFiles(["src"])) {
    for (const { ruleId, message } of messages) hear(filePath.slice(folder.length + 1), ruleId ?? message);
  }
}

async function listenToCruiser(): Promise<void> {
  const config = new URL("../../.config/dependency-cruiser.js", import.meta.url).href;
  const { default: rules } = (await import(config)) as { default: ICruiseOptions["ruleSet"] & { options: ICruiseOptions } };
  const { enhancedResolveOptions, ...options } = rules.options;
  const { output } = await cruise(["src", "test"], { ...options, baseDir: folder, ruleSet: rules, validate: true }, enhancedResolveOptions);
  for (const { from, rule } of (output as ICruiseResult).summary.violations) hear(from, rule.name);
}

function hear(file: string, rule: string): void {
  said.set(file, [...(said.get(file) ?? []), rule]);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe("guards", () => {
  test.each(Object.keys(rooms))("leave %s alone", (file) => {
    // Without the types of Node the clock in cli/main.ts is still known: Date is part of the language.
    expect(said.get(file) ?? []).toEqual([]);
  });

  test.each(broken)("$rule barks at $file", ({ file, rule }) => {
    expect(said.get(file) ?? []).toContain(rule);
  });

  test("every part of datasets has its wall", async () => {
    const { insides } = (await import(new URL("../../.config/dependency-cruiser.js", import.meta.url).href)) as { insides: { dataset: string[][] } };
    expect(insides.dataset.flat().sort()).toEqual(readdirSync(new URL("../../src/dataset/", import.meta.url)).sort());
  });

  test("the check of exports barks at one that nobody imports, and leaves the others alone", () => {
    const unused = Object.keys(analyzeTsConfig(join(folder, "tsconfig.json")).unusedExports);
    expect(unused.some((file) => file.endsWith("src/text/alone.ts"))).toBe(true);
    expect(unused.some((file) => file.endsWith("src/model/notice.ts"))).toBe(false);
  });

  test.each([
    ["the check before tests", ".config/check-node.js"],
    ["the command", "src/cli/start.ts"],
  ])("%s barks at an old Node, in one line", (_, file) => {
    const old = "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'22.12.0'}})";
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", old, fileURLToPath(new URL(`../../${file}`, import.meta.url))], { encoding: "utf8", env: { ...process.env, FENGONG_CMDLINE: "" } });
    expect({ status, stdout }).toEqual({ status: 6, stdout: "" });
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain("needs Node >= 22.13");
  });
});
