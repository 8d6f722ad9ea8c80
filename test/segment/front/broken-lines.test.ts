/** Titles, signatures and labels that the page breaks over lines, and addressees below words of the page. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

async function read(...body: readonly string[]) {
  const { notice, coverage } = await parseNotice({ name: "n.html", bytes: new TextEncoder().encode(`<html><body><div>${body.join("\n")}</div></body></html>`) });
  return { ...notice, unclaimed: coverage.unclaimed };
}

const centred = (...lines: string[]): string => lines.map((line) => `<p align="center">${line}</p>`).join("");
const right = (...lines: string[]): string => lines.map((line) => `<p align="right">${line}</p>`).join("");
const to = "<p>各县（市、区）人民政府，市直各单位：</p>";
const plan = "<p>一、推广节水</p><p>1.推广节水器具。（市水利局）</p>";

test.each([
  [["青禾市人民政府办公室关于印发", "2024年市《政府工作报告》重点工作目标任务", "分解表的通知"], "青禾市人民政府办公室关于印发2024年市《政府工作报告》重点工作目标任务分解表的通知"],
  [["青禾市人民政府关于转发", "市水利局节约用水行动方案", "的通知"], "青禾市人民政府关于转发市水利局节约用水行动方案的通知"],
  [["关于印发《青禾市节水行动计划任务分", "工方案》的通知"], "关于印发《青禾市节水行动计划任务分工方案》的通知"],
])("a title over lines: %s", async (lines, title) => {
  expect((await read(centred(...lines), to, "<p>现印发给你们，请认真落实。</p>", right("青禾市人民政府", "2024年2月6日"), plan)).title).toBe(title);
});

test.each([
  [["青禾市节约用水工作", "领导小组办公室"], ["青禾市节约用水工作领导小组办公室"]],
  [["青禾市水利局", "青禾市教育局"], ["青禾市水利局", "青禾市教育局"]],
])("a signature over lines: %s", async (lines, issuers) => {
  expect((await read(centred("关于做好节水工作的通知"), to, "<p>请认真落实。</p>", plan, right(...lines, "2024年2月6日"))).issuers).toEqual(issuers);
});

test("labels of the record that wrap", async () => {
  const record = "<table><tr><td>索引<br>号</td><td>LQ012/202402-00007</td><td>发文<br>字号</td><td>青政办〔2024〕9号</td></tr><tr><td>成文<br>日期</td><td>2024-02-06</td><td>有效<br>性</td><td>有效</td></tr></table>";
  const notice = await read(record, centred("关于做好节水工作的通知"), to, "<p>请认真落实。</p>", plan);
  expect([notice.indexNumber, notice.documentNumber?.text, notice.dateIssued, notice.validity]).toEqual(["LQ012/202402-00007", "青政办〔2024〕9号", "2024-02-06", "有效"]);
});

test("addressees below words of the page, a bank among them", async () => {
  const notice = await read("<p>全真版</p><p>文字版</p><p>文件下载</p>", centred("关于做好节水工作的通知"), "<p>区直各单位，人民银行青禾支行：</p>", "<p>请认真落实。</p>", plan, right("青禾区管委会", "2024年2月6日"));
  expect(notice.addressees).toEqual(["区直各单位", "人民银行青禾支行"]);
});

test("the heading of the page that names the plan alone belongs to the head", async () => {
  const lines = ["青禾市人民政府关于印发", "2024年重点工作目标任务", "分解表的通知"];
  const notice = await read("<h1>2024年重点工作目标任务分解表</h1>", centred(...lines), to, "<p>现将《2024年重点工作目标任务分解表》印发给你们。</p>", right("青禾市人民政府", "2024年2月6日"), plan);
  expect([notice.title, notice.enclosure, notice.sections.flatMap(({ path }) => path), notice.unclaimed]).toEqual([lines.join(""), "2024年重点工作目标任务分解表", [], []]);
});

test.each([
  ["（完成时限：年底前）", "青禾市2024年重点任务分工表", "2024-12-31"],
  ["（办结期限统一为6月30日）", "青禾市2024年重点任务分工表", "2024-06-30"],
  ["（试行）", "青禾市2024年重点任务分工表（试行）", null],
  ["（第二批）", "青禾市2024年重点任务分工表（第二批）", null],
])("%s below the title of a table", async (words, title, due) => {
  const rows = [["序号", "工作任务", "责任单位"], ["1", "新建城南水厂", "市水利局"], ["2", "改造旧桥三座", "市交通局"]];
  const table = `<table border=1>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  const { notice, tasks } = await parseNotice({ name: "n.html", bytes: new TextEncoder().encode(`<html><body>${centred("青禾市2024年重点任务分工表", words)}${table}</body></html>`) });
  expect(notice.title).toBe(title);
  expect(tasks.map((task) => task.due)).toEqual([due, due]);
});
