/** Blank cells at the top of a page: the rest of a merged cell, or left blank. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { choiceNames, plainest, type Choices } from "../../notices/choices.ts";
import { makeNotice } from "../../notices/notice.ts";
import { pdfFileOf } from "../../notices/pdf.ts";
import { TableDraft } from "../../notices/sheet.ts";

const choices = { ...(Object.fromEntries(choiceNames.map((name) => [name, plainest(name)])) as Choices), pages: "over" };

/** What is said of a table of six rows whose third begins a page; `times` are the cells of its last column, null below one that is merged. */
async function read(times: readonly (string | null)[]): Promise<{ due: (string | null)[]; codes: string[] }> {
  const table = new TableDraft([4, 24, 12, 12]);
  table.row([["序号"], ["工作任务"], ["责任单位"], ["完成时限"]]);
  const works = ["新建城南水厂", "改造旧桥三座", "推广节水器具", "更换老旧管道", "清理河道淤泥", "打通消防通道"];
  works.forEach((work, i) => table.row([[String(i + 1)], [`${work}，同步建立台账并接受社会监督。`], ["市水利局"], [times[i] ?? ""]]));
  times.forEach((time, i) => {
    const next = times.findIndex((other, j) => j > i && other !== null);
    if (time !== null && times[i + 1] === null) table.merge(3, i + 1, (next === -1 ? times.length : next) + 1);
  });
  const title = { kind: "line", text: "青禾市2024年重点任务分工表", align: "center", title: true } as const;
  const { tasks, diagnostics } = await parseNotice({ name: "a.pdf", bytes: pdfFileOf({ ...makeNotice("page-tops"), choices, blocks: [title, table.finish(1)] }) });
  return { due: tasks.map(({ due }) => due), codes: diagnostics.map(({ code }) => code) };
}

const [march, may, june, july, august, september] = ["2024-03-31", "2024-05-31", "2024-06-30", "2024-07-31", "2024-08-31", "2024-09-30"];

test("nothing is said where no cell at the top is blank", async () => {
  expect(await read(["3月底前", "5月底前", "6月底前", "7月底前", "8月底前", "9月底前"])).toEqual({ due: [march, may, june, july, august, september], codes: [] });
});

test("a blank cell at the top is said where no cell of its column is merged", async () => {
  expect(await read(["3月底前", "5月底前", "", "7月底前", "8月底前", "9月底前"])).toEqual({ due: [march, may, may, july, august, september], codes: ["table/blank-at-page-top"] });
});

test("a blank cell within the page is no time and nothing is said", async () => {
  expect((await read(["3月底前", "5月底前", "6月底前", "7月底前", "", "9月底前"])).codes).not.toContain("table/blank-at-page-top");
});

test("nor is it said where merged cells show that the one above goes on", async () => {
  expect(await read(["3月底前", "5月底前", "", "7月底前", null, "9月底前"])).toEqual({ due: [march, may, may, july, july, september], codes: [] });
});
