/** What [MS-DOC] files do, one small file each. */
import { describe, expect, test } from "vitest";
import { cellsOf, outline, tableOf, tablesOf } from "../docx/reading.ts";
import { cell, define, p, row, rowEnd, sprm, styled, u16, u32, type Content } from "./build.ts";
import { readContent, tryBytes } from "./reading.ts";
import { doc } from "./build.ts";

const lines = async (content: Content): Promise<string[]> => outline((await readContent(content)).document);
const [bold, hidden, struck, deleted, inserted, special] = [sprm(0x0835, 1), sprm(0x083c, 1), sprm(0x0837, 1), sprm(0x0800, 1), sprm(0x0801, 1), sprm(0x0855, 1)];

async function boldWords(content: Content): Promise<string[]> {
  const { document } = await readContent(content);
  return document.blocks.flatMap((block) => (block.kind === "paragraph" ? block.bold.map(({ start, end }) => document.text.slice(start, end)) : []));
}

describe("text", () => {
  test("pieces of one and two bytes a character, in another order than they are shown", async () => {
    const body = [p("一、重点任务"), p("Plan 2020 \x93A\x94"), p("二、工作要求")];
    expect(await lines({ body, pieces: [{ length: 7 }, { length: 14, packed: true }], lastPieceFirst: true })).toEqual(["p| 一、重点任务", "p| Plan 2020 “A”", "p| 二、工作要求"]);
  });

  test("what fast saving changed: one change, and a list of changes", async () => {
    const body = [p("旧的文字"), p("新的文字"), p("居中的标题")];
    const content: Content = { body, pieces: [{ length: 5, prm: (0x5c << 1) | (1 << 8) }, { length: 5 }, { length: 6, prm: 1 }], changeLists: [[sprm(0x2403, 1), bold]] };
    const { document, codes } = await readContent(content);
    expect(outline(document)).toEqual(["p| 新的文字", "p| 居中的标题"]);
    expect(codes).toEqual(["docx/hidden-text"]);
    expect(document.blocks.at(-1)).toMatchObject({ align: "center" });
    expect(await boldWords(content)).toEqual(["居中的标题"]);
  });

  test("breaks, tabs, hyphens and signs that nobody sees", async () => {
    expect(await lines({ body: [p("序号\t任务\x0b单位\x1e甲\x1f乙\x00\x05")] })).toEqual(["p| 序号⇥任务⏎单位-甲乙"]);
  });

  test("a break of pages inside and at the end of a paragraph", async () => {
    expect(await lines({ body: [p("上页\x0c下页"), { words: ["末行\x0c"] }, p("新页")] })).toEqual(["p| 上页", "⤓p| 下页", "p| 末行", "⤓p| 新页"]);
  });

  test("symbols, by change and by font", async () => {
    const symbol = [sprm(0x6a09, ...u16(1), ...u16(0xf0fe))] as const;
    expect(await lines({ fonts: ["宋体", "Wingdings"], body: [p(["(", ...symbol], "已完成", ["\uf0a8", sprm(0x4a4f, ...u16(1))], "未完成")] })).toEqual(["p| ☑已完成□未完成"]);
  });

  test("fields: the code is no text, the result is; a link leads on", async () => {
    const { document } = await readContent({ body: [p("见", ["\x13", special], ' HYPERLINK "http://www.example.gov.cn/" ', ["\x14", special], "附件", ["\x15", special], "，共", ["\x13", special], " SEQ a ", ["\x13", special], " PAGE ", ["\x14", special], "9", ["\x15", special], ["\x14", special], "3", ["\x15", special], "项")] });
    expect(outline(document)).toEqual(["p| 见附件，共3项"]);
    expect(document.links).toEqual([{ span: { start: 1, end: 3 }, target: "http://www.example.gov.cn/" }]);
  });

  test("words too small to be read", async () => {
    const { document, codes } = await readContent({ body: [p("甲", ["藏", sprm(0x4a43, 2, 0)], "乙", ["大", sprm(0x4a43, 32, 0)])] });
    expect(outline(document)).toEqual(["p| 甲乙大"]);
    expect(codes).toEqual(["words/hidden"]);
  });

  test("hidden, struck out, deleted and inserted words", async () => {
    const { document, codes, context } = await readContent({ body: [p("甲", ["隐", hidden], "乙", ["删", struck], "丙", ["修", deleted], "丁", ["增", inserted], "戊")] });
    expect(outline(document)).toEqual(["p| 甲乙丙丁增戊"]);
    expect(codes).toEqual(["docx/hidden-text", "words/struck", "docx/tracked-changes"]);
    expect(context.diagnostics.at(-1)?.params).toEqual({ insertions: "1", deletions: "1" });
  });

  test("a paragraph whose mark is deleted goes on in the next", async () => {
    expect(await lines({ body: [{ words: ["上半句", ["\r", deleted]] }, p("下半句")] })).toEqual(["p| 上半句下半句"]);
  });
});

describe("styles", () => {
  const styles = [
    { name: "正文" },
    { name: "标题 1", builtIn: 1, base: 0, characters: [bold] },
    { name: "强调", kind: 2 as const, characters: [bold] },
    { name: "反色", base: 1, characters: [sprm(0x0835, 0x81)] },
    { name: "小节", base: 0, paragraph: [sprm(0x2640, 1), sprm(0x2403, 1)] },
  ];

  test("headings by number and by outline level, alignment", async () => {
    const { document } = await readContent({ styles, body: [styled(1, [], "总体要求"), styled(4, [], "小节"), styled(4, [sprm(0x2640, 9), sprm(0x2461, 2)], "正文")] });
    expect(outline(document)).toEqual(["h1| 总体要求", "h2| 小节", "p| 正文"]);
    expect(document.blocks.map((block) => (block.kind === "paragraph" ? block.align : null))).toEqual([null, "center", "right"]);
  });

  test("toggles: on, off, as the style, against the style, and against a style that is against its base", async () => {
    const body = [styled(1, [], "粗", ["细", sprm(0x0835, 0)], ["同", sprm(0x0835, 0x80)], ["反", sprm(0x0835, 0x81)], ["抵", sprm(0x4a30, ...u16(2))]), styled(3, [], "常", ["逆", sprm(0x0835, 0x81)])];
    expect(await boldWords({ styles, body })).toEqual(["粗", "同", "逆"]);
  });

  test("a plain change takes direct looks back", async () => {
    expect(await boldWords({ styles, body: [p(["甲", bold, sprm(0x2a33, 0)], ["乙", bold])] })).toEqual(["乙"]);
  });
});

describe("tables", () => {
  test("merges across and down, columns by edges that nearly meet, repeated heads", async () => {
    const body = [
      p("附件"),
      ...row(define(0, [1000], [3000], [5000]), "序号", "任务", "单位").map((one, i, all) => (i === all.length - 1 ? { ...one, changes: [...(one.changes ?? []), sprm(0x3404, 1)] } : one)),
      ...row(define(5, [1010, 0x60], [4995]), "1", "公开目录"),
      ...row(define(0, [1000, 0x20], [2000], [5000]), "", "甲", "乙"),
      ...row(define(0, [1000, 1], [3000, 2], [5000]), "合", "并", "丙"),
      p("落款"),
    ];
    const { document, codes } = await readContent({ body });
    expect(codes).toEqual([]);
    expect(cellsOf(document, tableOf(document))).toEqual(["0-1 0-1 序号", "0-1 1-3 任务", "0-1 3-4 单位", "1-3 0-1 1", "1-2 1-4 公开目录", "2-3 1-2 甲", "2-3 2-4 乙", "3-4 0-3 合\n并", "3-4 3-4 丙"]);
    expect(tableOf(document).headerRows).toBe(1);
    expect(document.fragments[1]?.place).toMatchObject({ path: "WordDocument#/w:document/w:body/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]" });
  });

  test("later changes of a definition, in order", async () => {
    const changed = (...changes: readonly (readonly number[])[]): Content => ({
      body: [...row(define(0, [1000], [2000], [3000]), "甲", "乙", "丙"), cell("一"), cell("二"), cell("三"), rowEnd(define(0, [1000], [2000], [3000]), ...changes), p("完")],
    });
    const second = async (...changes: readonly (readonly number[])[]): Promise<string[]> => {
      const { document } = await readContent(changed(...changes));
      return cellsOf(document, tableOf(document)).filter((line) => line.startsWith("1-"));
    };
    expect(await second(sprm(0x5624, 0, 2))).toEqual(["1-2 0-2 一\n二", "1-2 2-3 三"]);
    expect(await second(sprm(0x5624, 0, 2), sprm(0x5625, 0, 2))).toEqual(["1-2 0-1 一", "1-2 1-2 二", "1-2 2-3 三"]);
    expect(await second(sprm(0x7623, 0, 1, ...u16(2000)), sprm(0x7623, 1, 2, ...u16(500)), sprm(0x7623, 2, 3, ...u16(500)))).toEqual(["1-2 0-2 一", "1-2 2-3 二", "1-2 3-4 三"]);
    expect(await second(sprm(0x5622, 1, 2), sprm(0x7621, 0, 1, ...u16(1000)))).toEqual(["1-2 0-1 一", "1-2 1-2 二", "1-2 2-3 三"]);
  });

  test("a merge downwards that is said later", async () => {
    const body = [...row(define(0, [1000], [2000]), "甲", "乙"), cell(""), cell("丁"), rowEnd(define(0, [1000], [2000]), sprm(0xd62b, 2, 0, 1)), p("完")];
    const first = body.findIndex(({ words }) => words[0] === "\x07" && words.length === 1);
    const restart = body.map((one, i) => (i === first ? { ...one, changes: [...(one.changes ?? []), sprm(0xd62b, 2, 0, 3)] } : one));
    const { document } = await readContent({ body: restart });
    expect(cellsOf(document, tableOf(document))).toEqual(["0-2 0-1 甲", "0-1 1-2 乙", "1-2 1-2 丁"]);
  });

  test("a definition in the stream Data, as rows of wide tables have it", async () => {
    const definition = define(0, ...Array.from({ length: 30 }, (_, i): [number] => [500 * (i + 1)]));
    const data = [0, 0, ...u16(definition.length), ...definition];
    const words = Array.from({ length: 30 }, (_, i) => String(i));
    for (const code of [0x6646, 0x6645]) {
      const { document } = await readContent({ body: [...words.map((one) => cell(one)), rowEnd(sprm(code, ...u32(2))), p("完")], data });
      expect(cellsOf(document, tableOf(document))).toEqual(words.map((one, i) => `0-1 ${String(i)}-${String(i + 1)} ${one}`));
    }
  });

  test("a table in a cell", async () => {
    const inner = [sprm(0x2416, 1), sprm(0x6649, ...u32(2))];
    const body = [
      { words: ["外\r"], changes: [sprm(0x2416, 1)] },
      { words: ["内一\r"], changes: [...inner, sprm(0x244b, 1)] },
      { words: ["内二\r"], changes: [...inner, sprm(0x244b, 1)] },
      { words: ["\r"], changes: [...inner, sprm(0x244c, 1), define(0, [500], [1000])] },
      cell("外末"),
      cell("右"),
      rowEnd(define(0, [2000], [3000])),
      p("完"),
    ];
    const { document } = await readContent({ body });
    const outer = tableOf(document);
    expect(outer.cells).toHaveLength(2);
    const nested = outer.cells[0]?.blocks.find((block) => block.kind === "table");
    expect(nested?.kind === "table" ? cellsOf(document, nested) : null).toEqual(["0-1 0-1 内一", "0-1 1-2 内二"]);
  });

  test("rows that a revision deletes or hides are no rows", async () => {
    const definition = define(0, [1000], [2000]);
    const gone = (look: readonly number[]): Content["body"] => row(definition, "去", "掉").map((one) => ({ ...one, words: one.words.map((words): [string, readonly number[]] => [words as string, look]) }));
    const { document } = await readContent({ body: [...row(definition, "甲", "乙"), ...gone(deleted), ...gone(hidden), ...row(definition, "丙", "丁"), p("完")] });
    expect(cellsOf(document, tableOf(document))).toEqual(["0-1 0-1 甲", "0-1 1-2 乙", "1-2 0-1 丙", "1-2 1-2 丁"]);
  });

  test("a row that nothing defines keeps its cells", async () => {
    const { document } = await readContent({ body: [cell("甲"), cell("乙"), rowEnd(), p("完")] });
    expect(cellsOf(document, tableOf(document))).toEqual(["0-1 0-1 甲", "0-1 1-2 乙"]);
  });

  test("a cell without width loses no words", async () => {
    const { document } = await readContent({ body: [...row(define(0, [1000], [1000], [2000]), "甲", "窄", "乙"), ...row(define(0, [1000], [2000]), "丙", "丁"), p("完")] });
    expect(tablesOf(document)).toHaveLength(1);
    expect(document.text).toContain("窄");
  });
});

describe("automatic numbers", () => {
  const numbered = (list: number, level: number, words: string): Content["body"][number] => styled(0, [sprm(0x460b, ...u16(list)), sprm(0x260a, level)], words);
  const levels = Array.from({ length: 9 }, (_, i) => ({ words: i === 0 ? "\0、" : i === 1 ? "（\x01）" : "\0.\x01.\x02", format: [37, 37, 0][i] ?? 0, flags: i === 2 ? 4 : 0 }));

  test("Chinese numbers, levels, legal digits", async () => {
    const body = [numbered(1, 0, "要求"), numbered(1, 1, "公开"), numbered(1, 1, "解读"), numbered(1, 2, "细目"), numbered(1, 0, "保障")];
    expect(await lines({ body, lists: [{ id: 7, levels }], overrides: [{ list: 7 }] })).toEqual(["p| 一、│要求", "p| （一）│公开", "p| （二）│解读", "p| 1.2.1│细目", "p| 二、│保障"]);
  });

  test.each([[0, "3"], [10, "三"], [11, "三"], [18, "③"], [22, "03"], [26, "⒊"], [27, "⑶"], [28, "③"], [30, "丙"], [34, "參"], [37, "三"], [38, "叁"], [39, "三"], [57, "- 3 -"]])("format %d", async (format, shown) => {
    expect(await lines({ body: [numbered(1, 0, "任务")], lists: [{ id: 1, levels: [{ words: "\0", format, start: 3 }] }], overrides: [{ list: 1 }] })).toEqual([`p| ${shown}│任务`]);
  });

  test("overrides: a new start, and another form", async () => {
    const overrides = [{ list: 7 }, { list: 7, levels: [{ level: 0, start: 5 }] }, { list: 7, levels: [{ level: 0, start: 1, form: { words: "第\0条", format: 37 } }] }];
    expect(await lines({ body: [numbered(1, 0, "甲"), numbered(2, 0, "乙"), numbered(2, 0, "丙"), numbered(3, 0, "丁")], lists: [{ id: 7, levels }], overrides })).toEqual(["p| 一、│甲", "p| 五、│乙", "p| 六、│丙", "p| 第一条│丁"]);
  });

  test("the list of a style, and a paragraph that leaves it", async () => {
    const styles = [{ name: "正文" }, { name: "条", base: 0, paragraph: [sprm(0x460b, ...u16(1))] }];
    expect(await lines({ styles, body: [styled(1, [], "甲"), styled(1, [sprm(0x460b, ...u16(0))], "乙"), styled(1, [], "丙"), styled(1, [sprm(0x460b, ...u16(0xf801))], "丁")], lists: [{ id: 7, levels, styles: [1] }], overrides: [{ list: 7 }] })).toEqual(["p| 一、│甲", "p| 乙", "p| 二、│丙", "p| 丁"]);
  });
});

describe("further stories", () => {
  test("footnotes and endnotes after the body", async () => {
    const reference = ["\x02", special] as const;
    const { document, codes } = await readContent({ body: [p("正文", reference, "之后"), p("又", reference)], footnotes: [[p(reference, "脚注")]], endnotes: [[p(reference, "尾注")]] });
    expect(outline(document)).toEqual(["p| 正文之后", "p| 又", "p| 脚注", "p| 尾注"]);
    const roots = document.fragments.map(({ place }) => (place.kind === "element" ? place.path.split("/").slice(0, -2).join("/") : ""));
    expect(roots).toEqual(["WordDocument#/w:document", "WordDocument#/w:document", "WordDocument/footnotes#/w:footnotes", "WordDocument/endnotes#/w:endnotes"]);
    expect(codes).toEqual([]);
  });

  test("headers and footers of sections; first ones where a section has a title page", async () => {
    const none = Array.from({ length: 6 }, () => []);
    const margins = [...none, [], [p("内部资料"), p()], [], [p("— ", ["\x13", special], " PAGE ", ["\x14", special], "1", ["\x15", special], " —"), p()], [p("首页"), p()], []];
    const body = [p("正文")];
    expect(await lines({ body, margins, sections: [{ end: 3, changes: [sprm(0x300a, 1)] }] })).toEqual(expect.arrayContaining([expect.stringContaining("内部资料"), expect.stringContaining("首页"), "p| 正文"]));
    expect((await lines({ body, margins, sections: [{ end: 3 }] })).join()).not.toContain("首页");
  });

  test("sections that begin a page, and one that goes on", async () => {
    const body = [p("一"), { words: ["二\x0c"] }, p("三"), { words: ["四\x0c"] }, p("五")];
    expect(await lines({ body, sections: [{ end: 4 }, { end: 8, changes: [sprm(0x3009, 2)] }, { end: 10, changes: [sprm(0x3009, 0)] }] })).toEqual(["p| 一", "p| 二", "⤓p| 三", "p| 四", "p| 五"]);
  });

  test("text boxes at their anchors, those in groups too, and one without anchor", async () => {
    const anchor = ["\x08", special] as const;
    const boxes = [{ shape: 5, paragraphs: [p("框一")] }, { shape: 12, paragraphs: [p("组内")] }, { shape: 99, paragraphs: [p("无主")] }];
    const record = (type: number, body: readonly number[], version = 0): number[] => [...u16(version), ...u16(type), ...u32(body.length), ...body];
    const shape = (id: number): number[] => record(0xf004, record(0xf00a, [...u32(id), ...u32(0)]), 15);
    const drawings = [...record(0xf000, []), 0, ...record(0xf002, record(0xf003, [...shape(1), ...shape(5), ...record(0xf003, [...shape(11), ...shape(12)], 15)], 15), 15)];
    const { document, codes } = await readContent({ body: [p("甲", anchor), p("乙", anchor), p("丙")], boxes, anchors: [{ at: 1, shape: 5 }, { at: 4, shape: 11 }], drawings });
    expect(outline(document)).toEqual(["p| 甲", "p| 框一", "p| 乙", "p| 组内", "p| 丙", "p| 无主"]);
    expect(codes).toEqual([]);
  });

  test("a text box whose anchor is not where the file says", async () => {
    expect(await lines({ body: [p("甲", ["\x08", special]), p("乙")], boxes: [{ shape: 5, paragraphs: [p("框")] }], anchors: [{ at: 0, shape: 5 }] })).toEqual(["p| 甲", "p| 乙", "p| 框"]);
  });

  test("large pictures are counted, small ones and data of forms are not; embedded files are named", async () => {
    const picture = (at: number) => ["\x01", special, sprm(0x6a03, ...u32(at))] as const;
    const stored = (width: number, height: number): number[] => [...u32(68), ...u16(68), ...new Array<number>(22).fill(0), ...u16(width), ...u16(height), ...u16(1000), ...u16(1000), ...new Array<number>(32).fill(0)];
    const body = [p("图", picture(0)), p("章", picture(68)), p("表单", ["\x01", special, sprm(0x0806, 1), sprm(0x6a03, ...u32(0))]), p("表", ["\x13", special], " EMBED Excel.Sheet.8 ", ["\x14", special], picture(0), ["\x15", special])];
    const { codes, context } = await readContent({ body, data: [...stored(8000, 5000), ...stored(600, 600)] });
    expect(codes).toEqual(["picture/not-read", "docx/unread-object"]);
    expect(context.diagnostics.map(({ actual, place }) => [actual, place.length])).toEqual([["", 1], ["Excel.Sheet.8", 1]]);
  });
});

test("document properties", async () => {
  const value = (text: string): number[] => [...u32(30), ...u32(new TextEncoder().encode(text).length + 1), ...new TextEncoder().encode(text), 0, 0, 0, 0];
  const [title, author] = [value("关于印发工作要点的通知"), value("办公室")];
  const set = [...u32(0), ...u32(4), ...u32(1), ...u32(40), ...u32(2), ...u32(48), ...u32(4), ...u32(48 + title.length), ...u32(12), ...u32(48 + title.length + author.length), ...u32(2), ...u16(65001), 0, 0, ...title, ...author, ...u32(64), ...u32(0xd53e8000), ...u32(0x019db1de)];
  const { document } = await readContent({ body: [p("正文")], summary: [...new Array<number>(44).fill(0), ...u32(48), ...set] });
  expect(document.meta.map(({ name, content }) => [name, content])).toEqual([["dc:title", "关于印发工作要点的通知"], ["dc:creator", "办公室"]]);
});

describe("what is refused, by name", () => {
  test.each<[string, Content, string]>([
    ["a password", { body: [p("x")], flags: 0x0300 }, "input/encrypted"],
    ["a password of the old kind", { body: [p("x")], flags: 0x8300 }, "doc/obfuscated"],
    ["Word 95", { body: [p("x")], version: 0x68 }, "doc/old-version"],
    ["no text", { body: [] }, "doc/damaged"],
    ["nothing but marks", { body: [p(), p()] }, "docx/no-text"],
  ])("%s", async (_, content, code) => {
    const { document, codes } = await tryBytes(doc(content));
    expect([document, codes]).toEqual([null, [code]]);
  });

  test("more elements than the limit", async () => {
    expect((await tryBytes(doc({ body: Array.from({ length: 50 }, () => p("任务")) }), { limits: { elements: 40 } })).codes).toEqual(["limit/elements"]);
  });
});
