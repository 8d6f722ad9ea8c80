/** `fengong links`: notices side by side, in every form; what cannot be read is said. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import type { Language } from "../../src/model/finding.ts";
import { linkSchema } from "../../src/model/link.ts";
import { parseNotice } from "../../src/pipeline.ts";

const folder = mkdtempSync(join(tmpdir(), "fengong-links-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const notice = (name: string): string => new URL(`../lineage/notices/${name}.html`, import.meta.url).pathname;
const [province, city] = [notice("canteens-province"), notice("canteens-city")];

async function run(argv: readonly string[], language: Language = "zh"): Promise<{ readonly exit: string; readonly out: string; readonly err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  stdout.on("data", (piece: Buffer) => out.push(piece));
  stderr.on("data", (piece: Buffer) => err.push(piece));
  stdin.end();
  const exit = await runProgram(argv, { stdin, stdout, stderr, language });
  return { exit, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

test("text: each item of the earlier notice beside the other's, those without too", async () => {
  const { exit, out, err } = await run(["links", city, province]);
  expect(exit).toBe("ok");
  expect(out).toContain("蓬政办发〔2031〕55号写有“根据”“《岭西省人民政府办公厅关于印发社区食堂建设三年行动实施方案的通知》（岭政办发〔2031〕42号）”。");
  expect(out).toContain("第7项  食材实行集中采购、统一配送，建立从田头到灶头的追溯台账，每月抽检一次并在食堂入口张贴抽检结果。\n    = 第7项");
  expect(out).toContain("第8项  推广岭西药膳，挖掘地方食材，开发适合老年人的岭西家常菜谱一百道。  2032-12-31\n    — 未见相同文字");
  expect(out).toContain("12 项中 7 项有相同文字，5 项没有；对照的通知另有 2 项没有上一份的文字。");
  expect(out).not.toMatch(/源自|来源于/u);
  expect(err).toContain("12 项任务");
  expect((await run(["links", province, city])).out).toBe(out);
});

describe("forms", () => {
  test("json and ndjson hold the same links, as their schema says", async () => {
    const document = JSON.parse((await run(["links", province, city, "--format", "json", "-q"])).out) as { notices: { id: string }[]; relations: { relation: string }[]; links: unknown[] };
    expect(document.notices.map(({ id }) => id)).toEqual(["岭政办发-2031-42", "蓬政办发-2031-55"]);
    expect(document.relations.map(({ relation }) => relation)).toEqual(["cites"]);
    const lines = (await run(["links", province, city, "--format", "ndjson", "-q"])).out.trimEnd().split("\n").map((line): unknown => JSON.parse(line));
    expect(lines).toEqual(document.links);
    for (const line of lines) expect(linkSchema.safeParse(line).error).toBeUndefined();
  });

  test.each([
    ["csv", "position,upper,number,text", 13],
    ["csv-excel", "\uFEFF序号,通知,编号,任务内容", 13],
    ["markdown", "## 岭政办发〔2031〕42号 ↔ 蓬政办发〔2031〕55号", 1],
  ])("%s", async (format, beginning, atLeast) => {
    const { exit, out } = await run(["links", province, city, "--format", format, "-q"]);
    expect(exit).toBe("ok");
    expect(out.startsWith(beginning)).toBe(true);
    expect(out.split("\n").length).toBeGreaterThan(atLeast);
  });

  test("csv of links; a workbook by the extension of the file", async () => {
    expect((await run(["links", province, city, "--format", "csv", "--table", "links", "-q"])).out).toMatch(/^position,fromNotice,from,/u);
    const out = join(folder, "对照.xlsx");
    expect((await run(["links", province, city, "-o", out])).exit).toBe("ok");
    expect(readFileSync(out).subarray(0, 2).toString()).toBe("PK");
    expect((await run(["links", province, city, "-o", out])).err).toContain("--force");
  });

  test("English", async () => {
    const { out } = await run(["links", province, city], "en");
    expect(out).toMatch(/equal words|first/u);
  });
});

test("results that are there are taken as they are", async () => {
  const results = await Promise.all([province, city].map(async (path) => parseNotice({ name: path, bytes: readFileSync(path) })));
  const path = join(folder, "results.ndjson");
  writeFileSync(path, results.map((result) => `${JSON.stringify(result)}\n`).join(""));
  const { exit, out } = await run(["links", path]);
  expect(exit).toBe("ok");
  expect(out).toContain("12 项中 7 项有相同文字");
});

test("a folder of notices, and a dataset of them, stand for all of them", async () => {
  const sources = join(folder, "notices");
  mkdirSync(sources);
  for (const path of [province, city]) copyFileSync(path, join(sources, basename(path)));
  const { out } = await run(["links", province, city, "-q"]);
  expect((await run(["links", sources, "-q"])).out).toBe(out);
  expect((await run(["links", city, sources, "-q"])).out).toBe(out);
  const dataset = join(folder, "dataset");
  expect((await run(["dataset", "build", sources, "--out", dataset, "-q"])).exit).toBe("ok");
  expect((await run(["links", dataset, "-q"])).out).toBe(out);
});

test("notices that have nothing to do with each other", async () => {
  const { exit, out } = await run(["links", notice("canteens-nation"), notice("county-2031"), "-q"]);
  expect(exit).toBe("ok");
  expect(out).toBe("这些通知之间未见相同文字，也未见引用。\n");
});

describe("poor input", () => {
  test("one notice alone", async () => {
    const { exit, err } = await run(["links", city]);
    expect(exit).toBe("usage");
    expect(err).toContain("要两份以上的通知");
  });

  test("a file that is not there, and JSON that is none", async () => {
    const missing = await run(["links", join(folder, "nope.html"), city]);
    expect(missing.exit).toBe("input");
    expect(missing.err).toContain("input/not-found");
    writeFileSync(join(folder, "other.json"), "{}");
    const other = await run(["links", join(folder, "other.json"), city, province]);
    expect(other.err).toContain("input/no-result");
    expect(other.out).toContain("12 项中 7 项");
  });

  test("options that do not go together", async () => {
    expect((await run(["links", city, province, "--format", "markdown", "--table", "links"])).exit).toBe("usage");
    expect((await run(["links", city, province, "--format", "json", "--headers", "zh"])).exit).toBe("usage");
    expect((await run(["links", city, province, "-o", join(folder, "a.docx")])).exit).toBe("usage");
  });
});

test("a folder: links that lead out of it are said and not read, its results are taken where it has no documents", async () => {
  const [inside, results, away] = [join(folder, "inside"), join(folder, "results"), join(folder, "away")];
  for (const one of [inside, results, away]) mkdirSync(one);
  for (const [from, to] of [[province, join(inside, "a.html")], [city, join(away, "b.html")]] as const) copyFileSync(from, to);
  symlinkSync(join(away, "b.html"), join(inside, "b.html"));
  const followed = await run(["links", inside]);
  expect(followed.err).toContain("input/link-outside");
  expect([followed.exit, followed.err]).toEqual(["usage", expect.stringContaining("要两份以上的通知")]);
  for (const file of [province, city]) writeFileSync(join(results, `${basename(file)}.json`), JSON.stringify(await parseNotice({ name: basename(file), bytes: new Uint8Array(readFileSync(file)) })));
  expect((await run(["links", results])).out).toContain("12 项中 7 项有相同文字");
});

test("a damaged dataset is said to be one", async () => {
  const dataset = join(folder, "damaged");
  mkdirSync(dataset);
  writeFileSync(join(dataset, "versions.json"), "{broken");
  const { exit, err } = await run(["links", dataset, province]);
  expect([exit, err]).toEqual(["usage", expect.stringContaining("数据集已损坏")]);
});
