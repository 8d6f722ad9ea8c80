/** Fields that number paragraphs show what Word shows. */
import { expect, test } from "vitest";
import { NumberFields } from "../../../src/read/docx/number-fields.ts";
import { p, r, tbl, tc, tr } from "./build.ts";
import { outline, readMarkup } from "./reading.ts";

test.each([
  [["AUTONUM", "AUTONUM", "AUTONUM"], null, ["1.", "2.", "3."]],
  [[" AUTONUM \\* Arabic \\s ) "], null, ["1)"]],
  [["AUTONUM \\* ROMAN", "AUTONUM \\* ROMAN"], null, ["I.", "II."]],
  [["AUTONUM \\* alphabetic"], null, ["a."]],
  [["autonum \\* CHINESENUM3 \\s 、", "AUTONUM \\* CHINESENUM3 \\s 、"], null, ["一、", "二、"]],
  [["AUTONUMLGL", "AUTONUMLGL \\e"], null, ["1.", "2"]],
  [["AUTONUMOUT", "AUTONUMOUT"], null, ["I.", "II."]],
  [["AUTONUMLGL"], 1, ["1.1."]],
  [["LISTNUM", "LISTNUM"], null, ["1)", "2)"]],
  [["LISTNUM", "LISTNUM \\l 2", "LISTNUM \\l 2", "LISTNUM", "LISTNUM \\l 2"], null, ["1)", "a)", "b)", "2)", "a)"]],
  [["LISTNUM LegalDefault", "LISTNUM LegalDefault \\l 2"], null, ["1.", "1.1."]],
  [['LISTNUM "NumberDefault" \\s 5', "LISTNUM NumberDefault"], null, ["5)", "6)"]],
] as const)("%j shows its numbers", (codes, heading, numbers) => {
  const fields = new NumberFields();
  expect(codes.map((code) => fields.next(code, heading))).toEqual(numbers);
});

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const field = (code: string, result = ""): string =>
  `${mark("begin")}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${result === "" ? "" : mark("separate") + r(result)}${mark("end")}`;

test.each([
  ["a number is the label of its paragraph", `<w:p>${field("AUTONUM")}${r("甲")}</w:p><w:p>${field("AUTONUM")}${r("乙")}</w:p>`, ["p| 1.│甲", "p| 2.│乙"], []],
  ["a simple field too", `<w:p><w:fldSimple w:instr=" AUTONUM "/>${r("甲")}</w:p>`, ["p| 1.│甲"], []],
  ["in a cell of its own", tbl([tr([tc(`<w:p>${field("AUTONUM")}</w:p>`), tc("甲")]), tr([tc(`<w:p>${field("AUTONUM")}</w:p>`), tc("乙")])]), ["table 2x2| ⏎甲⏎⏎乙"], []],
  ["a stored result is the text", `<w:p>${field("AUTONUM", "1．")}${r("甲")}</w:p>`, ["p| 1．甲"], []],
  ["inside of a sentence it is said", `<w:p>${r("包括")}${field("LISTNUM")}${r("甲")}</w:p>`, ["p| 包括甲"], ["docx/number-field"]],
  ["other fields without result show nothing", `<w:p>${field("SEQ x")}${r("甲")}</w:p>`, ["p| 甲"], []],
])("%s", async (_, markup, shows, codes) => {
  const reading = await readMarkup(markup);
  expect(outline(reading.document)).toEqual(shows);
  expect(reading.codes).toEqual(codes);
});

test("paragraphs without a field count nothing", async () => {
  const { document } = await readMarkup(p("甲") + `<w:p>${field("AUTONUM")}${r("乙")}</w:p>`);
  expect(outline(document)).toEqual(["p| 甲", "p| 1.│乙"]);
});
