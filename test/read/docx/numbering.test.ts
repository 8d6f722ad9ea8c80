/** Automatic numbers: what Word and LibreOffice show, one habit of lists a row. */
import { describe, expect, test } from "vitest";
import { cellText, paragraphsOf } from "../../../src/model/quote.ts";
import { list, lvl, num, numbering, p, r, tbl, tc, tr } from "./build.ts";
import { outline, readMarkup, tableOf } from "./reading.ts";

const decimal = list(1, lvl(0, "decimal", "%1.") + lvl(1, "decimal", "%1.%2") + lvl(2, "lowerLetter", "%3)"));
const chinese = list(2, lvl(0, "chineseCounting", "%1、") + lvl(1, "chineseCounting", "（%2）") + lvl(2, "decimal", "%3."));
const start = (level: number, value: number): string => `<w:lvlOverride w:ilvl="${String(level)}"><w:startOverride w:val="${String(value)}"/></w:lvlOverride>`;
const further = (id: number, abstract: number, overrides = ""): string => `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(abstract)}"/>${overrides}</w:num>`;
const style = (id: string, content: string): string => `<w:style w:type="paragraph" w:styleId="${id}">${content}</w:style>`;

interface Habit {
  readonly name: string;
  readonly body: string;
  readonly lists?: string;
  readonly styles?: string;
  readonly labels: readonly string[];
  readonly codes?: readonly string[];
}

const item = (numId: number, level = 0): string => p("项", num(numId, level));

const habits: readonly Habit[] = [
  { name: "levels below start again", body: item(2) + item(2, 1) + item(2, 1) + item(2) + item(2, 1) + item(2, 2), labels: ["一、", "（一）", "（二）", "二、", "（一）", "1."] },
  { name: "templates join the numbers of all levels", body: item(1) + item(1, 1) + item(1, 1) + item(1, 2), labels: ["1.", "1.1", "1.2", "a)"] },
  { name: "a level that nobody counted shows its first number and has then been counted", body: item(1, 1) + item(1) + item(1, 1), labels: ["1.1", "2.", "2.1"] },
  { name: "lists of one definition share their counters", body: item(1) + item(11) + item(1), lists: further(11, 1), labels: ["1.", "2.", "3."] },
  { name: "an override starts again once", body: item(1) + item(1) + item(11) + item(1) + item(11), lists: further(11, 1, start(0, 1)), labels: ["1.", "2.", "1.", "2.", "3."] },
  { name: "an override names the first number", body: item(11) + item(11), lists: further(11, 2, start(0, 99)), labels: ["九十九、", "一○○、"] },
  { name: "an override with a level of its own", body: item(11) + item(11), lists: further(11, 1, `<w:lvlOverride w:ilvl="0">${lvl(0, "upperRoman", "第%1章")}</w:lvlOverride>`), labels: ["第I章", "第II章"] },
  {
    name: "lvlRestart 0 never starts again",
    body: item(3) + item(3, 1) + item(3) + item(3, 1),
    lists: further(3, 3),
    labels: ["一、", "1.", "二、", "2."],
  },
  { name: "lvlRestart 1 waits for the first level", body: item(4) + item(4, 1) + item(4, 2) + item(4, 1) + item(4, 2) + item(4) + item(4, 2), lists: further(4, 4), labels: ["1", "1", "1", "2", "2", "2", "1"] },
  { name: "isLgl writes all numbers in digits", body: item(5) + item(5, 1), lists: further(5, 5), labels: ["一", "1.1"] },
  { name: "numbers start where the level says", body: item(6) + item(6), lists: further(6, 6), labels: ["5.", "6."] },
  { name: "none shows the words of its template only", body: item(7) + item(7, 1), lists: further(7, 7), labels: ["附：", ""] },
  { name: "bullets are no numbers", body: item(8) + item(8, 1), lists: further(8, 8), labels: ["", ""] },
  { name: "custom formats with leading zeros", body: item(9) + item(9), lists: further(9, 9), labels: ["001", "002"] },
  { name: "unknown formats are given in digits and reported", body: item(10) + item(10), lists: further(10, 10), labels: ["1", "2"], codes: ["docx/number-format"] },
  { name: "list 0 takes a number away", body: p("项", `<w:pStyle w:val="a"/>${num(0)}`) + p("项", '<w:pStyle w:val="a"/>'), styles: style("a", `<w:pPr>${num(2)}</w:pPr>`), labels: ["", "一、"] },
  {
    name: "a style numbers, and those based on it; a list level is linked to it",
    body: p("项", '<w:pStyle w:val="a"/>') + p("项", '<w:pStyle w:val="b"/>') + p("项", '<w:pStyle w:val="c"/>') + p("项", '<w:pStyle w:val="c"/><w:numPr><w:ilvl w:val="0"/></w:numPr>'),
    styles: style("a", '<w:pPr><w:numPr><w:numId w:val="12"/></w:numPr></w:pPr>') + style("b", '<w:pPr><w:numPr><w:numId w:val="12"/></w:numPr></w:pPr>') + style("c", '<w:basedOn w:val="b"/>'),
    lists: further(12, 12),
    labels: ["一、", "（一）", "（二）", "二、"],
  },
  { name: "a list that only names a list style", body: item(13) + item(13), lists: further(13, 13) + further(14, 14), labels: ["①", "②"] },
  { name: "a list that does not exist", body: item(77), labels: [""] },
  { name: "paragraphs that are deleted or hidden are not counted", body: `${item(1)}<w:p><w:pPr>${num(1)}<w:rPr><w:vanish/></w:rPr></w:pPr>${r("隐", "<w:vanish/>")}</w:p>${item(1)}`, labels: ["1.", "2."], codes: ["docx/hidden-text"] },
  { name: "moved paragraphs are counted where they went", body: `${item(1)}<w:p><w:pPr>${num(1)}<w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFrom w:id="2">${r("移")}</w:moveFrom></w:p>${item(1)}`, labels: ["1.", "2."], codes: ["docx/tracked-changes"] },
];

const definitions = [
  ...[decimal, chinese].map(({ abstract }) => abstract),
  list(3, lvl(0, "chineseCounting", "%1、") + lvl(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')).abstract,
  list(4, lvl(0, "decimal", "%1") + lvl(1, "decimal", "%2") + lvl(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>')).abstract,
  list(5, lvl(0, "chineseCounting", "%1") + lvl(1, "decimal", "%1.%2", "<w:isLgl/>")).abstract,
  list(6, lvl(0, "decimal", "%1.").replace('w:start w:val="1"', 'w:start w:val="5"')).abstract,
  list(7, lvl(0, "none", "附：") + lvl(1, "none", "")).abstract,
  list(8, lvl(0, "bullet", "●") + lvl(1, "bullet", "\uf06c")).abstract,
  list(9, '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>').abstract,
  list(10, lvl(0, "thaiCounting", "%1")).abstract,
  list(12, lvl(0, "chineseCounting", "%1、", '<w:pStyle w:val="a"/>') + lvl(1, "chineseCounting", "（%2）", '<w:pStyle w:val="b"/>')).abstract,
  list(13, "", '<w:numStyleLink w:val="s"/>').abstract,
  list(14, lvl(0, "decimalEnclosedCircle", "%1"), '<w:styleLink w:val="s"/>').abstract,
].join("");

describe("automatic numbers", () => {
  test.each(habits)("$name", async ({ body, lists = "", styles = "", labels, codes = [] }) => {
    const { document, codes: found } = await readMarkup({ body, styles, numbering: definitions + decimal.num + chinese.num + lists });
    const shown = document.blocks.map((block) => (block.kind === "paragraph" ? (block.label?.text ?? "") : ""));
    expect(shown).toEqual(labels);
    expect(found).toEqual(codes);
  });

  test("run on through tables, cells and what follows", async () => {
    const serial = list(1, lvl(0, "decimal", "%1"));
    const row = (text: string): string => tr([tc(p("", num(1))), tc(text)]);
    const { document } = await readMarkup({ body: item(1) + tbl([row("甲"), row("乙")]) + tbl([row("丙")]) + item(1), numbering: numbering([serial]) });
    expect(outline(document).filter((line) => line.startsWith("p"))).toEqual(["p| 1│项", "p| 5│项"]);
    expect(document.blocks.flatMap((block) => (block.kind === "table" ? block.cells.map((cell) => cellText(document, cell)) : []))).toEqual(["2", "甲", "3", "乙", "4", "丙"]);
  });

  test("a number in a covered cell is counted and not shown", async () => {
    const serial = list(1, lvl(0, "decimal", "%1"));
    const rows = [tr([tc(p("", num(1)), '<w:vMerge w:val="restart"/>'), tc("甲")]), tr([tc(p("", num(1)), "<w:vMerge/>"), tc("乙")]), tr([tc(p("", num(1))), tc("丙")])];
    const { document, codes } = await readMarkup({ body: tbl(rows), numbering: numbering([serial]) });
    const table = tableOf(document);
    expect(table.cells.map((cell) => cellText(document, cell))).toEqual(["1", "甲", "乙", "3", "丙"]);
    expect(codes).toEqual([]);
  });

  test("labels know their level and are no text", async () => {
    const { document } = await readMarkup({ body: tbl([tr([tc(p("甲", num(2)) + p("乙", num(2, 1))), tc("丙")])]), numbering: numbering([chinese]) });
    const [cell] = tableOf(document).cells;
    expect(paragraphsOf(cell?.blocks ?? []).map(({ label }) => label)).toEqual([{ text: "一、", level: 0 }, { text: "（一）", level: 1 }]);
    expect(document.text).toBe("甲\n乙\n丙");
  });

  test("headers and notes count on their own", async () => {
    const { document } = await readMarkup({
      body: `${p("正", num(1))}<w:p>${r("注")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${p("正", num(1))}`,
      footnotes: `<w:footnote w:id="2">${p("脚", num(1))}</w:footnote>`,
      numbering: numbering([decimal]),
    });
    expect(outline(document)).toEqual(["p| 1.│正", "p| 注", "p| 2.│正", "p| 1.│脚"]);
  });
});
