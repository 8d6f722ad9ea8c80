/** Any markup is read without a throw, its places lead back, its cells tile, and no shown word is lost. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { docx, num, numbering, list, lvl, r, tbl, tr } from "./build.ts";
import { tryBytes } from "./reading.ts";

const words = fc.constantFrom("任务", "市财政局负责", " ", "　　一、", "年底前。", "a b", "𠮷", "");
const looks = fc.constantFrom("", "", "<w:b/>", "<w:vanish/>", '<w:rStyle w:val="x"/>');
const run = fc.oneof(
  fc.tuple(words, looks).map(([text, look]) => r(text, look)),
  fc.constantFrom("<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", '<w:r><w:br w:type="page"/></w:r>', "<w:r><w:noBreakHyphen/></w:r>", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'),
  fc.constantFrom('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>PAGE</w:instrText></w:r>", '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
);
const inline = fc.oneof(
  { weight: 4, arbitrary: run },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:hyperlink", "w:smartTag", "w:fldSimple", "w:unknown"), run)
      .map(([name, inner]) => `<${name}>${name === "w:del" ? inner.replaceAll("w:t ", "w:delText ").replaceAll("/w:t>", "/w:delText>") : inner}</${name}>`),
  },
  { weight: 1, arbitrary: run.map((inner) => `<w:sdt><w:sdtContent>${inner}</w:sdtContent></w:sdt>`) },
  { weight: 1, arbitrary: words.map((text) => `<w:r><w:pict><v:textbox><w:txbxContent><w:p>${r(text)}</w:p></w:txbxContent></v:textbox></w:pict></w:r>`) },
);
const marks = fc.constantFrom("", "", num(1), num(1, 1), '<w:jc w:val="center"/>', "<w:pageBreakBefore/>", "<w:rPr><w:vanish/></w:rPr>", '<w:rPr><w:del w:id="1"/></w:rPr>', "<w:sectPr/>");
const paragraph = fc.tuple(marks, fc.array(inline, { maxLength: 5 })).map(([mark, runs]) => `<w:p><w:pPr>${mark}</w:pPr>${runs.join("")}</w:p>`);
const cellMarks = fc.constantFrom("", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>', '<w:hMerge w:val="restart"/>', "<w:hMerge/>", '<w:gridSpan w:val="2"/><w:vMerge/>', '<w:cellDel w:id="1"/>', '<w:tcW w:w="1000" w:type="dxa"/>');
const rowMarks = fc.constantFrom("", "", "<w:tblHeader/>", '<w:gridBefore w:val="1"/>', '<w:gridAfter w:val="2"/>', '<w:del w:id="1"/>', "<w:hidden/>");

const { block } = fc.letrec<{ block: string; table: string }>((tie) => ({
  block: fc.oneof({ depthSize: "small" }, { weight: 3, arbitrary: paragraph }, { weight: 2, arbitrary: tie("table") }),
  table: fc
    .array(fc.tuple(rowMarks, fc.array(fc.tuple(cellMarks, fc.array(tie("block"), { maxLength: 2 })), { maxLength: 4 })), { maxLength: 4 })
    .map((rows) => tbl(rows.map(([mark, cells]) => tr(cells.map(([own, blocks]) => `<w:tc><w:tcPr>${own}</w:tcPr>${blocks.join("")}<w:p/></w:tc>`), mark)), [1000, 1000, 1000])),
}));

const definitions = numbering([list(1, lvl(0, "chineseCounting", "%1、") + lvl(1, "decimal", "%1.%2"))]);

test("any markup is read, every place leads back, and the second witness misses nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (blocks) => {
      const { document, codes } = await tryBytes(docx({ body: blocks.join(""), numbering: definitions }));
      expect(codes).not.toContain("docx/lost-text");
      expect(codes).not.toContain("docx/not-verified");
      if (document === null) expect(codes).toContain("docx/no-text");
    }),
    { numRuns: 300, seed: 7 },
  );
});
