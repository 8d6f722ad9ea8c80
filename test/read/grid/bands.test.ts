/** Tables with coloured bands of which the outer rows are white. */
import { expect, test } from "vitest";
import { makePdf, words } from "../pdf/make.ts";
import { readFile, slotsOf, tablesOf } from "../pdf/reading.ts";

const xs = [70, 180, 300, 420];
const height = 24;
/** Where the first row begins, from the bottom of the page. */
const start = 700;

/** Rows from the top; those at the numbers given lie on a band of their own. */
function sheet(rows: readonly (readonly string[])[], banded: readonly number[], more = ""): Uint8Array {
  const bands = banded.map((r) => `0.86 0.91 0.96 rg 64 ${start - height * (r + 1)} 460 ${height} re f 0 g\n`).join("");
  return makePdf([bands + rows.map((row, r) => row.map((text, c) => (text === "" ? "" : words(text, xs[c]!, start - height * (r + 1) + 8))).join("")).join("") + more]);
}

async function read(bytes: Uint8Array): Promise<(readonly string[])[][]> {
  const { document } = await readFile(bytes);
  return document === null ? [] : tablesOf(document).map((table) => slotsOf(document, table));
}

const rows = [
  ["站点", "新建", "改造", "时限"],
  ["东桥站", "12", "3", "5月底前"],
  ["梨园站", "", "7", "8月底前"],
  ["石铺站", "4", "", "9月底前"],
  ["合计", "16", "10", ""],
];

test.each([
  ["the last row is white", [0, 2], rows.slice(0, 4)],
  ["the last row is white, and blank in places", [1, 3], rows],
  ["the head is white", [1, 3], rows.slice(0, 4)],
  ["head and last row are on bands", [0, 2, 4], rows],
])("%s", async (_, banded, all) => {
  expect(await read(sheet(all, banded))).toEqual([all]);
});

test("the wrapped words of a white last row stay in it", async () => {
  const wrapped = words("含扩建", xs[0]!, start - height * 4 - 4);
  expect(await read(sheet(rows.slice(0, 4), [0, 2], wrapped))).toEqual([[...rows.slice(0, 3), ["石铺站含扩建", "4", "", "9月底前"]]]);
});

test.each([
  ["a note", words("注：数字由各站上报。", 70, start - height * 3 - 16)],
  ["who filled it in", ["填报人：", "审核：", "日期："].map((label, i) => words(label, xs[i]!, start - height * 3 - 16)).join("")],
  ["running text", words("各站要按月报送进展，并在年底前完成自查，形成书面材料。", 70, start - height * 3 - 16)],
  ["words far below", ["乙", "丙"].map((text, i) => words(text, xs[i]!, start - height * 6)).join("")],
])("%s below the last band is no row", async (_, more) => {
  expect(await read(sheet(rows.slice(0, 3), [0, 2], more))).toEqual([rows.slice(0, 3)]);
});
