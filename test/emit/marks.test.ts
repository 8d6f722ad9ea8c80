/** The words under the marks of a value are its own, all of them and no others. */
import { load } from "cheerio";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../src/index.ts";
import { inspectNotice, parseNotice } from "../../src/pipeline.ts";
import { textAt } from "../corpus/element-path.ts";
import { charactersOf, ink, markedValues, sorted } from "../marked.ts";
import { grid, makePdf, words } from "../read/pdf/make.ts";
import { expectValid } from "../validate-output.ts";

const folder = new URL("../../corpus/seeds/files/", import.meta.url);
const files = readdirSync(folder).filter((name) => !name.includes("scan"));

async function inspected(name: string, bytes: Uint8Array) {
  const { document, result } = await inspectNotice({ name, bytes });
  if (document === null || result.marks === undefined) throw new Error(`${name}: nothing read`);
  return { document, result, marks: result.marks };
}

describe.each(files)("%s", async (name) => {
  const bytes = readFileSync(new URL(name, folder));
  const { document, result, marks } = await inspected(name, bytes);
  const under = charactersOf(document);

  test("every value is marked, with its own characters and no others", () => {
    const values = markedValues(result, marks);
    expect(values.length).toBeGreaterThan(40);
    expect(values.filter((value) => sorted(value.marks.map(under).join("")) !== sorted(value.words))).toEqual([]);
  });

  test("one box a printed line, on a page that is there", () => {
    const boxes = marks.tasks.flatMap((fields) => Object.values(fields).flat()).filter((mark) => "page" in mark);
    expect(boxes.filter(({ bbox: [left, top, right, bottom], page }) => {
      const sheet = marks.pages.find((one) => one.page === page);
      return sheet === undefined || left < 0 || top < 0 || right > sheet.width || bottom > sheet.height || right <= left || bottom <= top || bottom - top > 40;
    })).toEqual([]);
  });

  test.runIf(name.endsWith(".html"))("the browser's own tree has the words at the paths", () => {
    const page = load(new TextDecoder(result.sources[0]?.charset ?? "utf-8").decode(bytes));
    const said = (mark: Mark): string => ("path" in mark ? (textAt(page, mark.path, mark.start, mark.end) ?? "") : "");
    expect(markedValues(result, marks).filter((value) => ink(value.marks.map(said).join("")) !== ink(value.words))).toEqual([]);
  });

  test.runIf(/66\.(?:html|pdf)$|2018\.docx$/u.test(name))("marks are asked for, and are part of the contract", async () => {
    const { marks: wanted, ...plain } = await parseNotice({ name, bytes }, { marks: true });
    expect(wanted).toEqual(marks);
    expect(await parseNotice({ name, bytes })).toEqual(plain);
    expectValid({ ...plain, marks });
  });
});

const table = grid([50, 120, 600, 790], [500, 470, 440]) + words("序号", 55, 480) + words("任务", 125, 480) + words("责任单位", 605, 480) + words("1", 55, 450) + words("完善目录，更新清单。", 125, 450) + words("市财政局、市教育局", 605, 450);

test.each([
  ["upright", table, { width: 842, height: 595, rotate: 0 }, 0],
  ["drawn to the left", `q 0 1 -1 0 595 0 cm ${table} Q\n`, { width: 595, height: 842, rotate: 0 }, 1],
  ["drawn to the left, with /Rotate", `q 0 1 -1 0 595 0 cm ${table} Q\n`, { width: 595, height: 842, rotate: 90 }, 0],
  ["upright, with a wrong /Rotate", table, { width: 842, height: 595, rotate: 270 }, 1],
])("%s: the turn of the page is told", async (_, content, sheet, turn) => {
  const { result, marks } = await inspected("turned.pdf", makePdf([content], { sheets: [sheet] }));
  expect(marks.pages).toEqual([{ source: 0, page: 1, width: 842, height: 595, turn }]);
  expect(result.tasks[0]?.assignment.responsible.map(({ text }) => text)).toEqual(["市财政局", "市教育局"]);
  expect(marks.tasks[0]?.["responsible.1"]).toEqual([{ source: 0, page: 1, bbox: [655, expect.closeTo(136.2, 0), 695, expect.closeTo(146.2, 0)] }]);
});

test("a failed notice has marks for its findings alone", async () => {
  const { result } = await inspectNotice({ name: "x.pdf", bytes: new TextEncoder().encode("%PDF-1.7 nothing") });
  expect(result.marks).toMatchObject({ pages: [], tasks: [], notice: {}, unclaimed: [] });
  expect(result.marks?.diagnostics).toHaveLength(result.diagnostics.length);
});

test("people are marked by name", async () => {
  const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const html = `<h1>任务分工表</h1><table>${row(["序号", "工作任务", "责任单位", "责任人", "完成时限"])}${row(["1", "完善目录。", "市财政局", "局长 张三<br>李 四", "6月底前"])}${row(["2", "更新清单。", "市教育局", "王五", "9月底前"])}</table>`;
  const { document, result, marks } = await inspected("people.html", new TextEncoder().encode(html));
  const under = charactersOf(document);
  const values = markedValues(result, marks).filter(({ name }) => name.startsWith("people"));
  expect(values.map((value) => value.marks.map(under).join(""))).toEqual(["张三", "李四", "王五"]);
});
