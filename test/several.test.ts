/** A letter and its attachments are one notice. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseMany, parseNotice, type NoticeFiles, type NoticeInput, type ParseResult } from "../src/index.ts";
import { expectValid } from "./validate-output.ts";

const page = (name: string, body: string): NoticeInput => ({ name, bytes: new TextEncoder().encode(`<!DOCTYPE html><meta charset="utf-8"><body>${body}</body>`) });
const row = (task: string): string => `<table><tr><th>序号</th><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr><tr><td>1</td><td>${task}</td><td>市住建局</td><td>6月底前</td></tr></table>`;
const letterBody = (list = ""): string => `<h1>某市人民政府办公室关于印发2021年重点工作任务分工方案的通知</h1><p>某政办发〔2021〕5号</p><p>各县区人民政府：</p>
  <p>现将《2021年重点工作任务分工方案》印发给你们，请认真贯彻落实。</p>${list}<p style="text-align:right">某市人民政府办公室</p><p style="text-align:right">2021年3月2日</p>`;
const letter = page("letter.html", letterBody());

async function parse(files: NoticeFiles): Promise<ParseResult> {
  const result = await parseNotice(files);
  expectValid(result);
  expect(result.diagnostics.filter(({ code }) => code.startsWith("segment/"))).toEqual([]);
  expect(result.coverage.unclaimed).toEqual([]);
  return result;
}

describe("a letter and its attachments", () => {
  test("number, issuer, date and work year flow from the letter; tasks say where they stand", async () => {
    const { status, notice, tasks, sources } = await parse([letter, { ...page("table.html", row("完成道路改造。")), label: "附件1" }]);
    expect(status).toBe("success");
    expect(sources.map(({ name, role, label }) => [name, role, label])).toEqual([
      ["letter.html", "letter", null],
      ["table.html", "attachment", "附件1"],
    ]);
    expect(notice).toMatchObject({ id: "某政办发-2021-5", issuers: ["某市人民政府办公室"], dateIssued: "2021-03-02", workYear: { year: 2021 } });
    expect(tasks).toMatchObject([{ group: "附件1", due: "2021-06-30", text: "完成道路改造。" }]);
    expect(new Set(tasks[0]?.place.map(({ source }) => source))).toEqual(new Set([1]));
    expect(notice.evidence["title"]?.place[0]?.source).toBe(0);
  });

  test("the file that holds what the letter forwards is the plan, not an attachment", async () => {
    const plan = page("plan.html", "<p align=center><b>2021年重点工作任务分工方案</b></p><p>一、编制清单，6月底前完成。（市财政局牵头，市审计局配合）</p>");
    const { notice, tasks } = await parse([letter, plan]);
    expect(notice.enclosure).toBe("2021年重点工作任务分工方案");
    expect(notice.attachments).toEqual([]);
    expect(tasks).toMatchObject([{ group: null, label: "一、", due: "2021-06-30", assignment: { lead: [{ text: "市财政局" }] } }]);
  });

  test("a file takes its label from the letter's list, by link or by title", async () => {
    const list = '<p>附件：<a href="./files/T1.html">1.道路任务表</a></p><p><a href="./files/T2.html">2.水务任务分解表</a></p>';
    const files = [page("letter.html", letterBody(list)), page("x/T1.html", row("完成道路改造。")), page("other.html", `<p align=center><b>水务任务分解表</b></p>${row("完成管网改造。")}`)] as const;
    const { notice, tasks } = await parse(files);
    expect(tasks.map(({ group, text }) => [group, text])).toEqual([
      ["附件1", "完成道路改造。"],
      ["附件2", "完成管网改造。"],
    ]);
    expect(notice.attachments.map(({ label, title }) => [label, title])).toEqual([
      ["附件1", "道路任务表"],
      ["附件2", "水务任务分解表"],
    ]);
  });

  test("a file takes its label from its own heading, and may hold further attachments", async () => {
    const { tasks } = await parse([letter, page("all.html", `<p>附件1</p><p align=center><b>道路任务分解表</b></p>${row("完成道路改造。")}<p>附件2</p><p align=center><b>水务任务分解表</b></p>${row("完成管网改造。")}`)]);
    expect(tasks.map(({ group, text }) => [group, text])).toEqual([
      ["附件1", "完成道路改造。"],
      ["附件2", "完成管网改造。"],
    ]);
  });

  test("equal rows of two attachments are two tasks with ids of their own", async () => {
    const { tasks } = await parse([letter, { ...page("1.html", row("完成改造。")), label: "附件1" }, { ...page("2.html", row("完成改造。")), label: "附件2" }]);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(2);
  });

  test("real files of three formats", async () => {
    const seed = (name: string): NoticeInput => ({ name, bytes: new Uint8Array(readFileSync(new URL(`../corpus/seeds/files/${name}`, import.meta.url))) });
    const result = await parseNotice([seed("wuhu-kaoping.html"), seed("guichi-2018.docx"), seed("liutiliucu-4.pdf")]);
    expectValid(result);
    const [alone, other] = await Promise.all([parseNotice(seed("wuhu-kaoping.html")), parseNotice(seed("guichi-2018.docx"))]);
    expect(result.notice.id).toBe(alone.notice.id);
    const from = (source: number): number => result.tasks.filter(({ place }) => place[0]?.source === source).length;
    expect([from(0), from(1)]).toEqual([alone.tasks.length, other.tasks.length]);
    expect(from(2)).toBeGreaterThan(0);
  });
});

describe("files that cannot be read", () => {
  const bad = { name: "bad.rtf", bytes: new TextEncoder().encode("GIF89a") };

  test("an attachment: partial, with its diagnostic, and the letter is read", async () => {
    const { status, notice, sources, diagnostics } = await parse([letter, bad, { name: "gone.pdf", bytes: null }]);
    expect(status).toBe("partial");
    expect(notice.id).toBe("某政办发-2021-5");
    expect(sources.map(({ format, bytes }) => [format, bytes === null])).toEqual([["html", false], ["gif", false], ["unknown", true]]);
    expect(diagnostics.map(({ code, place }) => [code, place[0]?.source])).toEqual([["input/unsupported-format", 1], ["input/unreadable", 2]]);
  });

  test("the letter: the attachments are read, and nothing is made up", async () => {
    const { status, notice, tasks } = await parseNotice([bad, { ...page("1.html", row("完成改造。")), label: "附件1" }]);
    expect(status).toBe("partial");
    expect(notice).toMatchObject({ title: null, documentNumber: null, dateIssued: null, workYear: null });
    expect(tasks).toMatchObject([{ group: "附件1", due: null }]);
  });

  test("all: failed, and every file is named", async () => {
    const { status, sources, diagnostics } = await parse([bad, { ...bad, name: "two.rtf" }]);
    expect(status).toBe("failed");
    expect(sources.map(({ name, role }) => [name, role])).toEqual([["bad.rtf", "letter"], ["two.rtf", "attachment"]]);
    expect(diagnostics).toHaveLength(2);
  });
});

describe("parseMany", () => {
  const notices = (count: number): NoticeInput[] => Array.from({ length: count }, (_, i) => page(`${i}.html`, row(`完成第${i}项。`)));

  test("gives results in order, of lists and of streams, single files and several", async () => {
    const names: (string | undefined)[] = [];
    for await (const { sources } of parseMany(notices(3))) names.push(sources[0]?.name);
    async function* stream(): AsyncGenerator<NoticeFiles> {
      yield* notices(1);
      await Promise.resolve();
      yield [letter, page("x.html", row("完成改造。"))];
    }
    for await (const { sources } of parseMany(stream())) names.push(sources.at(-1)?.name);
    expect(names).toEqual(["0.html", "1.html", "2.html", "0.html", "x.html"]);
  });

  test("asks for the next one only when its result is wanted, and closes the giver", async () => {
    let given = 0;
    let closed = false;
    function* giver(): Generator<NoticeInput> {
      try {
        for (const notice of notices(5)) {
          given++;
          yield notice;
        }
      } finally {
        closed = true;
      }
    }
    const results = parseMany(giver());
    expect(given).toBe(0);
    await results.next();
    expect(given).toBe(1);
    await results.next();
    expect(given).toBe(2);
    await results.return();
    expect({ given, closed }).toEqual({ given: 2, closed: true });
  });

  test("ends with the reason of the signal", async () => {
    const stop = new AbortController();
    const results = parseMany(notices(5), { signal: stop.signal });
    await results.next();
    stop.abort(new Error("enough"));
    await expect(results.next()).rejects.toThrow("enough");
    await expect(parseMany(notices(1), { signal: stop.signal }).next()).rejects.toThrow("enough");
  });

  test("a file that cannot be read, or a defect, is a result and not an end", async () => {
    const files: NoticeInput[] = [{ name: "e", bytes: new Uint8Array() }, { name: "n", bytes: null }, ...notices(1)];
    const ends: (string | undefined)[][] = [];
    // `readLookups` would refuse this expression: the defect is made on purpose.
    for await (const result of parseMany(files, { lookups: { units: [{ regex: "(", as: "甲" }] } })) {
      expectValid(result);
      ends.push([result.status, result.sources[0]?.name, result.diagnostics[0]?.code]);
    }
    expect(ends).toEqual([
      ["failed", "e", "input/empty"],
      ["failed", "n", "input/unreadable"],
      ["failed", "0.html", "internal/crash"],
    ]);
  });
});
