/** `fengong worker`, `schema` and `doctor` as people and machines run them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linesOf } from "../../src/cli/lines.ts";
import { datasetSchemas } from "../../src/dataset/publish/schemas.ts";
import { jsonSchemas } from "../../src/emit/json-schema.ts";
import { page, plant, run, start } from "../batch/tree-of.ts";
import { expectValid } from "../validate-output.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-worker-"));
  plant(folder, { "a.html": page("甲"), "letter.html": "<!DOCTYPE html><meta charset=utf-8><h1>某市2021年工作要点分工的通知</h1><p>各单位：</p><p>请落实。</p>", "slow.html": page("乙").replace(/<tr><td>1.*<\/tr>/u, (row) => row.repeat(8_000)) });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly id: string | number | null;
  readonly result?: { status: string; tasks: unknown[]; sources: { name: string }[]; diagnostics: { code: string }[] };
  readonly error?: { code: string; params: { reason: string } };
}
const answersOf = (out: string): Answer[] => out.trimEnd().split("\n").map((line) => {
  const answer: Answer = JSON.parse(line);
  return answer;
});

describe("worker", () => {
  test("answers each request, good or bad, with its id", async () => {
    const base64 = Buffer.from(page("丙")).toString("base64");
    const requests = [
      { id: 1, path: "a.html", options: { region: "340000" } },
      { id: "two", base64, name: "b.html", uri: "https://example.gov.cn/b.html" },
      { id: 3, files: [{ path: "letter.html" }, { base64, name: "c.html", label: "附件1" }] },
      { id: 4, path: "gone.html" },
      { id: 5 },
      { id: 6, path: "a.html", base64 },
      { id: 7, path: "a.html", options: { year: "x" } },
    ];
    const input = `${requests.map((request) => JSON.stringify(request)).join("\n")}\n\nnope\n`;
    const { code, out, err } = await run(["worker", "--jobs", "2"], folder, input);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const answers = new Map(answersOf(out).map((answer) => [answer.id, answer]));
    for (const { result } of answers.values()) if (result !== undefined) expectValid(result);
    expect([1, "two", 3, 4].map((id) => answers.get(id)?.result?.status)).toEqual(["success", "success", "success", "failed"]);
    expect(answers.get("two")?.result?.sources).toMatchObject([{ name: "b.html", uri: "https://example.gov.cn/b.html", role: "notice" }]);
    expect(answers.get(3)?.result?.sources).toMatchObject([{ role: "letter" }, { role: "attachment", label: "附件1" }]);
    expect(answers.get(4)?.result?.diagnostics).toMatchObject([{ code: "input/not-found", params: { name: "gone.html" } }]);
    expect([5, 6, 7, null].map((id) => answers.get(id)?.error?.code)).toEqual(Array.from({ length: 4 }, () => "input/bad-request"));
    expect(answers.get(7)?.error?.params.reason).toContain("options.year");
  });

  test("answers in the order of completion", async () => {
    const { out } = await run(["worker", "--jobs", "2"], folder, '{"id":"slow","path":"slow.html"}\n{"id":"quick","path":"a.html"}\n');
    expect(answersOf(out).map(({ id }) => id)).toEqual(["quick", "slow"]);
  });

  test("answers one before the next is asked, as a conversation", async () => {
    const { child, ended } = start(["worker"], folder, null);
    const answers: Answer[] = [];
    for (const id of [1, 2, 3]) {
      const answered = new Promise<string>((resolve) => child.stdout?.once("data", (chunk: Buffer) => { resolve(chunk.toString()); }));
      child.stdin?.write(`{"id":${id},"path":"gone.html"}\n`);
      answers.push(...answersOf(await answered));
    }
    child.stdin?.end();
    expect((await ended).code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test("lives on after a request that broke a limit", async () => {
    const { out } = await run(["worker", "--timeout", "20", "--memory", "300"], folder, `{"id":1,"base64":"${Buffer.from(`<table>${"<tr><td>一</td><td>任务</td></tr>".repeat(60_000)}</table>`).toString("base64")}"}\n{"id":2,"path":"a.html"}\n`);
    expect(answersOf(out).map(({ id, result }) => [id, result?.diagnostics[0]?.code ?? result?.status])).toEqual([
      [1, "limit/memory"],
      [2, "success"],
    ]);
  });
});

describe("linesOf a stream", () => {
  const read = async (chunks: readonly string[], limit = 100): Promise<(string | null)[]> => {
    const lines: (string | null)[] = [];
    for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), limit)) lines.push(line);
    return lines;
  };

  test.each([
    [["a\nb\n"], ["a", "b"]],
    [["a", "b\r\n", "", "c"], ["ab", "c"]],
    [["\n\n"], ["", ""]],
    [[], []],
  ])("%j", async (chunks, lines) => {
    expect(await read(chunks)).toEqual(lines);
  });

  test("keeps characters whole that two chunks share, and no line that is too long", async () => {
    const bytes = Buffer.from("任务\n");
    const lines: (string | null)[] = [];
    for await (const line of linesOf(Readable.from([bytes.subarray(0, 2), bytes.subarray(2)]), 100)) lines.push(line);
    expect(lines).toEqual(["任务"]);
    expect(await read(["a".repeat(60), `${"a".repeat(60)}\nb\n`])).toEqual([null, "b"]);
  });

  test("takes no more than is asked for", async () => {
    const stream = new PassThrough();
    const lines = linesOf(stream, 100);
    stream.write("a\nb\nc\n");
    expect(await lines.next()).toEqual({ done: false, value: "a" });
    stream.end();
    expect(await lines.next()).toEqual({ done: false, value: "b" });
  });
});

describe("schema", () => {
  test("lists names, and prints each", async () => {
    const names = (await run(["schema"], folder)).out.trimEnd().split("\n");
    expect(names).toEqual([...jsonSchemas(), ...datasetSchemas(), { file: "dataset-settings.schema.json" }].map(({ file }) => file.replace(".schema.json", "")));
    expect((await run(["schema", "parse-result"], folder)).out).toBe(jsonSchemas().find(({ file }) => file === "parse-result.schema.json")?.text);
    expect(await run(["schema", "nope"], folder)).toMatchObject({ code: 2, out: "", err: "用法错误：没有这个名字；fengong schema 列出所有名字\n用法见 fengong --help，或 fengong help 命令。\n" });
  });
});

test("doctor finds this machine fit, in columns", async () => {
  const { code, out, err } = await run(["doctor"], folder);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).not.toContain("✗");
  for (const words of ["Node 版本", "内存", "JSON Schema", "读取 html", "读取 text", "读取 docx", "读取 pdf", "读取进程"]) expect(out).toContain(`✓ ${words} `);
});
