/** What RTF files do, a few signs each. */
import { describe, expect, test } from "vitest";
import { cellsOf, outline, tableOf } from "../docx/reading.ts";
import { readSigns, tryRtf } from "./reading.ts";

const raw = String.raw;
const lines = async (signs: string): Promise<string[]> => outline((await readSigns(signs)).document);
const linesOf = async (file: string): Promise<string[]> => {
  const { document } = await tryRtf(file);
  return document === null ? [] : outline(document);
};

describe("words", () => {
  test("bytes by the character set of the font, whatever the file says", async () => {
    const fonts = raw`{\fonttbl{\f0\fcharset134 A;}{\f1\fcharset136 B;}{\f2\fcharset204 C;}{\f3\fcharset128 D;}}`;
    expect(await linesOf(raw`{\rtf1\ansi\ansicpg1252${fonts}\f0 \'c8\'ce\'ce\'f1\f1 \'a5\'f4\'b0\'c8\f2 \'c4\'e0\f3 \'93\'fa\par}`)).toEqual(["p| 任务任務Да日"]);
  });

  const gb18030 = (...bytes: number[]): string => new TextDecoder("gb18030").decode(Uint8Array.from(bytes));

  test("four bytes of GB 18030, and a second byte that is a letter or a brace", async () => {
    const file = raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 A;}}\f0 \'82\'30\'a9\'31\'c6\'5c\'b9\'7d\'81@\par}`;
    expect(await linesOf(file)).toEqual([`p| ${gb18030(0x82, 0x30, 0xa9, 0x31, 0xc6, 0x5c, 0xb9, 0x7d, 0x81, 0x40)}`]);
  });

  test("bytes as they are, with a second byte that is a sign of RTF", async () => {
    expect(await linesOf(`{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 A;}}\\f0 \xc8\xce\xb9\x5c\xb9\x7d\\par}`)).toEqual([`p| ${gb18030(0xc8, 0xce, 0xb9, 0x5c, 0xb9, 0x7d)}`]);
  });

  test("a Western font: letters of the West, and Chinese where bytes come in pairs", async () => {
    expect(await linesOf(raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset0 A;}}\f0 caf\'e9 \'95 \'c8\'ce\'ce\'f1\par}`)).toEqual(["p| café • 任务"]);
    expect(await linesOf(raw`{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0 A;}}\'c8\'ce\'ce\'f1 caf\'e9\par}`)).toEqual(["p| 任务 café"]);
    expect(await linesOf(raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset134 B;}}\loch\f0\hich\af0\dbch\af1\loch\f0 \'c8\'ce\'ce\'f1\par}`)).toEqual(["p| 任务"]);
  });

  test("Unicode with as many signs behind it as said, over groups, and pairs of surrogates", async () => {
    expect(await lines(raw`\uc1\u20219?\uc2\u21153\'c8\'ce{\uc0\u-10179\u-8704}\u21333ab\uc1\u20301?\par`)).toEqual(["p| 任务😀单位"]);
    expect(await lines(raw`\u20219\u21153\u21333\u20301\par`)).toEqual(["p| 任务单位"]);
  });

  test("signs with names, escapes, line ends and breaks", async () => {
    const signs = "\\ldblquote A\\rdblquote\\~\\_\\-\\emdash\\{x\\}\\\\\r\n\\tab b\\line c\\\nd\\page e\\par";
    expect(await lines(signs)).toEqual(["p| “A”\u00a0-—{x}\\⇥b⏎c", "p| d", "⤓p| e"]);
  });

  test("symbols: by font, by Unicode of a private area, by field", async () => {
    expect(await lines(raw`{\f1 \'a8}未{\f1\u-3842 ?}已{\field{\*\fldinst SYMBOL 254 \\f "Wingdings" \\s 12}{\fldrslt\f1\fs24}}是\par`)).toEqual(["p| □未☑已☑是"]);
  });

  test("binary data, unknown groups and what is for other programs are passed over", async () => {
    expect(await lines(raw`甲{\*\neverheard of {this} \'e4}乙{\*\bin5 }}{{x丙}{\upr{ansi}{\*\ud 丁}}{\nonshppict no}{\*\shppict}\unknownword7 戊\par`)).toEqual(["p| 甲乙丙丁戊"]);
  });
});

describe("looks", () => {
  test("too small to be read", async () => {
    const { document, codes, context } = await readSigns(raw`\fs32 甲{\fs2 藏}乙{\fs2 小\plain\fs24 大}丙\par`);
    expect(outline(document)).toEqual(["p| 甲乙大丙"]);
    expect(codes).toEqual(["words/hidden"]);
    expect(context.diagnostics[0]?.actual).toBe("藏 | 小");
  });

  test("hidden, struck, deleted, inserted; headings and alignment; bold", async () => {
    const { document, codes } = await readSigns(raw`{\stylesheet{\ql Normal;}{\s3\outlinelevel1 My head;}{\s4 heading 1;}}\pard\s4 一\par\pard\s3\qc 二\par\pard 甲{\v 隐}乙{\strike 删}{\deleted 去}{\revised 增}{\b 粗}\b0 细\par`);
    expect(outline(document)).toEqual(["h1| 一", "h2| 二", "p| 甲乙增粗细"]);
    expect(codes).toEqual(["docx/hidden-text", "words/struck", "docx/tracked-changes"]);
    expect(document.blocks.map((block) => (block.kind === "paragraph" ? [block.align, block.bold.length] : null))).toEqual([[null, 0], ["center", 0], [null, 1]]);
  });

  test("a deleted mark joins paragraphs", async () => {
    expect(await lines(raw`上半句{\deleted \par}下半句\par`)).toEqual(["p| 上半句下半句"]);
  });
});

describe("tables", () => {
  const width = (...edges: number[]): string => edges.map((edge) => raw`\cellx${String(edge)}`).join("");

  test("merges down and across, edges that nearly meet, heads that repeat", async () => {
    const { document, codes } = await readSigns([
      raw`\trowd\trhdr${width(1000, 3000, 5000)}\pard\intbl 序号\cell 任务\cell 单位\cell\row`,
      raw`\trowd\clvmgf${width(1010, 4995)}\pard\intbl 1\cell 公开\cell\row`,
      raw`\trowd\clvmrg${width(1000, 2000, 5000)}\pard\intbl\cell 甲\cell 乙\par 丙\cell\row`,
      raw`\trowd\clmgf\cellx1000\clmrg\cellx3000\cellx5000\pard\intbl 合\cell\cell 丁\cell\row`,
      raw`\pard 落款\par`,
    ].join("\n"));
    expect(codes).toEqual([]);
    expect(cellsOf(document, tableOf(document))).toEqual(["0-1 0-1 序号", "0-1 1-3 任务", "0-1 3-4 单位", "1-3 0-1 1", "1-2 1-4 公开", "2-3 1-2 甲", "2-3 2-4 乙\n丙", "3-4 0-3 合", "3-4 3-4 丁"]);
    expect(tableOf(document).headerRows).toBe(1);
    expect(document.fragments[0]?.place).toMatchObject({ path: "rtf#/w:document/w:body/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]" });
  });

  test("a definition holds for the rows that state none, and may come at the end of a row", async () => {
    const { document } = await readSigns(raw`\trowd${width(1000, 2000)}\pard\intbl 甲\cell 乙\cell\row 丙\cell 丁\cell\row\pard\intbl 戊\cell\trowd${width(2000)}\row\pard 完\par`);
    expect(cellsOf(document, tableOf(document))).toEqual(["0-1 0-1 甲", "0-1 1-2 乙", "1-2 0-1 丙", "1-2 1-2 丁", "2-3 0-2 戊"]);
  });

  test("a table in a cell, defined behind its cells", async () => {
    const { document } = await readSigns(raw`\trowd${width(2000, 3000)}\pard\intbl 外\par\pard\intbl\itap2 内一\nestcell 内二\nestcell{\*\nesttableprops\trowd${width(500, 1000)}\nestrow}{\nonesttables\par}\pard\intbl 末\cell 右\cell\row\pard 完\par`);
    const outer = tableOf(document);
    expect(outer.cells).toHaveLength(2);
    const nested = outer.cells[0]?.blocks.find((block) => block.kind === "table");
    expect(nested?.kind === "table" ? cellsOf(document, nested) : null).toEqual(["0-1 0-1 内一", "0-1 1-2 内二"]);
  });

  test("a row without definition", async () => {
    const { document } = await readSigns(raw`\pard\intbl 甲\cell 乙\cell\row\pard 完\par`);
    expect(cellsOf(document, tableOf(document))).toEqual(["0-1 0-1 甲", "0-1 1-2 乙"]);
  });
});

describe("numbers", () => {
  const tables = raw`{\*\listtable{\list{\listlevel\levelnfc37\levelstartat1{\leveltext\'02\'00\u12289 ?;}{\levelnumbers\'01;}}{\listlevel\levelnfc0\levelstartat1{\leveltext\'03(\'01);}{\levelnumbers\'02;}}{\listname ;}\listid7}}{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls2}}`;

  test("what the writer printed", async () => {
    expect(await lines(raw`{\listtext (一)\tab}甲\par{\pntext\f2 2.\tab}{\*\pn\pnlvlbody\pndec}乙\par{\listtext\f1 l\tab}丙\par`)).toEqual(["p| (一)│甲", "p| 2.│乙", "p| 丙"]);
  });

  test("lists of the file, where nothing is printed", async () => {
    expect(await lines(raw`${tables}\pard\ls1 甲\par\pard\ls1\ilvl1 乙\par\pard\ls1 丙\par\pard\ls2 丁\par\pard 戊\par`)).toEqual(["p| 一、│甲", "p| (1)│乙", "p| 二、│丙", "p| 五、│丁", "p| 戊"]);
  });
});

describe("further stories", () => {
  test("notes, text boxes, headers and footers with page numbers, properties", async () => {
    const { document, codes } = await readSigns(raw`{\info{\title 通知}{\author 办公室}{\creatim\yr2020\mo6\dy8\hr9\min5}}{\header 内部资料\par}{\footer \pard - \chpgn  -\par}正文{\footnote\pard 脚注\par}之后{\*\footnote\ftnalt\pard 尾注\par}{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard 框内\par}}{\shprslt\par no}}\par`);
    expect(outline(document)).toEqual(["p| 内部资料", "p| 正文之后", "p| 框内", "p| 脚注", "p| 尾注", "docx:page-number| -  -"]);
    expect(document.meta.map(({ name, content }) => `${name} ${content}`)).toEqual(["dc:title 通知", "dc:creator 办公室", "dcterms:created 2020-06-08T09:05:00"]);
    expect(codes).toEqual([]);
  });

  test("links and other fields", async () => {
    const { document } = await readSigns(raw`见{\field{\*\fldinst{ HYPERLINK "http://www.example.gov.cn/" }}{\fldrslt{附件}}}共{\field{\*\fldinst SEQ {\field{\*\fldinst PAGE}{\fldrslt 9}}}{\fldrslt 3}}项\par`);
    expect(outline(document)).toEqual(["p| 见附件共3项"]);
    expect(document.links.map(({ target }) => target)).toEqual(["http://www.example.gov.cn/"]);
  });

  test("sections that begin a page, and one that goes on", async () => {
    expect(await lines(raw`一\par\sect\sectd\sbkpage 二\par\sect\sectd\sbknone 三\par`)).toEqual(["p| 一", "⤓p| 二", "p| 三"]);
  });

  test("large pictures are counted, small ones are not; embedded files are named", async () => {
    const { codes, context } = await readSigns(raw`甲{\*\shppict{\pict\pngblip\picwgoal8000\pichgoal5000 89504e47}}{\nonshppict{\pict\picwgoal8000\pichgoal5000 00}}{\pict\picwgoal600\pichgoal600 00}{\object\objemb{\*\objclass Excel.Sheet.8}{\*\objdata 0105}{\result{\pict\picwgoal8000\pichgoal5000 00}}}\par`);
    expect(codes).toEqual(["picture/not-read", "docx/unread-object"]);
    expect(context.diagnostics[0]?.params).toEqual({ count: "1" });
  });
});

describe("damage is said", () => {
  test.each([
    ["cut inside a group", raw`{\rtf1\ansi 任{\b one\par`, ["rtf/unbalanced"]],
    ["closed too early", raw`{\rtf1\ansi one}\par two}`, ["rtf/unbalanced"]],
    ["bytes of no character", raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 A;}}\f0 one\'ff\'ff\par}`, ["rtf/charset-damaged"]],
    ["no words", raw`{\rtf1\ansi\par}`, ["docx/no-text"]],
    ["nothing but the first word", raw`{\rtf1`, ["rtf/unbalanced", "docx/no-text"]],
    ["names that every object has", raw`{\rtf1\constructor{\*\toString x}one\par}`, []],
  ])("%s", async (_, file, expected) => {
    expect((await tryRtf(file)).codes).toEqual(expected);
  });

  test("nesting and elements beyond the limits", async () => {
    expect((await tryRtf(`{\\rtf1 ${"{".repeat(10_000)}x`)).codes).toEqual(["limit/depth"]);
    expect((await tryRtf(`{\\rtf1 ${"x\\par ".repeat(100)}}`, { limits: { elements: 50 } })).codes).toEqual(["limit/elements"]);
  });
});
