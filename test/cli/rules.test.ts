/** `fengong rules`, `deadline` and `unit`: what stands behind ids and words. */
import { readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { findings } from "../../src/model/finding.ts";
import { explainedRules } from "../../src/rules/explained.ts";
import { rulesText } from "../../src/emit/rules.ts";

async function run(...argv: string[]): Promise<{ exit: string; out: string; err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const exit = await runProgram(argv, { stdin, stdout, stderr, language: argv.includes("en") ? "en" : "zh" });
  return { exit, out: String(stdout.read() ?? ""), err: String(stderr.read() ?? "") };
}

test("an id is explained with its source, words that it reads and words that it does not", async () => {
  const { exit, out } = await run("rules", "WITHIN_MONTHS");
  expect(exit).toBe("ok");
  expect(out).toBe("WITHIN_MONTHS\n  若干月、年内：到对应日为止；没有对应日的到该月最后一天。\n  出处：《民法典》第202条（类推）\n  如：一个月内、三年内\n  不是：30日内、6月内\n");
});

test("without an id all are listed, findings too", async () => {
  const { out } = await run("rules", "--lang", "en");
  for (const id of [...explainedRules.map((rule) => rule.id), ...Object.keys(findings)]) expect(out).toContain(`  ${id}  `);
});

test("an id that no result gives is wrong usage, and nothing is printed", async () => {
  const { exit, out, err } = await run("rules", "WITHIN_MONTHS", "WITHIN_CENTURIES");
  expect(exit).toBe("usage");
  expect(out).toBe("");
  expect(err).toContain("没有这个标识：WITHIN_CENTURIES");
});

test("ids as results have them are found, and JSON is that of the published file", async () => {
  const { out } = await run("rules", "lookup:units.3", "pdf/needs-ocr", "--format", "json");
  expect(JSON.parse(out)).toMatchObject([{ id: "lookup", of: "unit" }, { id: "pdf/needs-ocr", of: "finding", severity: "error", source: null }]);
  expect(readFileSync(new URL("../../schemas/rules.json", import.meta.url), "utf8")).toBe(rulesText());
});

test("words of time are read aloud", async () => {
  const { out } = await run("deadline", "9月底前、持续推进", "6月前", "无", "--year", "2021");
  expect(out).toBe(
    [
      "9月底前、持续推进",
      "  9月底前  之前  最晚 2021-09-30  年份来自 给定的年份",
      "    MONTH_END_INCLUSIVE  月底、月末是当月最后一天，“前”也包括那一天。",
      "  持续推进  长期",
      "    ONGOING  一直做下去的事，没有 due。",
      "",
      "6月前",
      "  6月前  之前  最晚 2021-05-31  年份来自 给定的年份",
      "    另一读法 2021-06-30  含这段时间",
      "    疑点 ambiguous  有两种读法",
      "    PERIOD_BEFORE_EXCLUSIVE  “某月（季、年）前”取该时期开始的前一天，较早而稳妥；另一种读法（时期末）列在 alternatives。",
      "",
      "无",
      "  没有时限",
      "",
    ].join("\n"),
  );
});

test("running text has its own reading", async () => {
  expect((await run("deadline", "《2020年工作要点》已经印发", "--year", "2020")).out).toContain("2020年");
  expect((await run("deadline", "--in-text", "《2020年工作要点》已经印发", "--year", "2020")).out).toContain("没有时限");
});

test("words of units are read aloud", async () => {
  const { out } = await run("unit", "区退役局牵头，市发改委、财政局配合", "--region", "341702", "--lang", "en");
  expect(out).toContain("  lead  区退役局  → 贵池区退役军人事务局  agency  veterans_affairs  341702\n    department:local  Found in the list");
  expect(out).toContain("    unit:carried-prefix  The place of the unit before it holds for it too.\n");
});

test("what a list does not say is said", async () => {
  const { out } = await run("unit", "张三，6月底前", "");
  expect(out).toMatch(/没有单位|没有读懂|这是时间/u);
  expect(out.endsWith("\n\n  没有单位\n")).toBe(true);
});

test("as JSON they are those of the library", async () => {
  expect(JSON.parse((await run("deadline", "年底前", "--year", "2021", "--format", "json")).out)).toMatchObject([{ words: "年底前", deadlines: [{ kind: "by", due: "2021-12-31" }] }]);
  expect(JSON.parse((await run("unit", "市财政局", "--region", "340200", "--format", "json")).out)).toMatchObject([{ words: "市财政局", assignment: { responsible: [{ name: "芜湖市财政局" }] } }]);
});

test.each([
  ["deadline", "年底前", "--year", "21"],
  ["deadline", "年底前", "--issued", "2021-02-30"],
  ["unit", "市财政局", "--region", "34"],
  ["deadline"],
])("%s %s %s %s is wrong usage", async (...argv) => {
  expect((await run(...argv)).exit).toBe("usage");
});
