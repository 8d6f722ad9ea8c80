/** What is fuzzed: the readers with all that follows them, and the two grammars. */
import { parseNotice, type ParseResult } from "../../src/index.ts";
import { findDeadlines, parseDeadline, type DeadlineReading } from "../../src/deadlines.ts";
import { parseAssignment, resolveUnit, type AssignmentReading } from "../../src/units.ts";
import { departments } from "../../src/rules/units/departments.ts";
import { formats } from "../../src/read/formats.ts";
import { moments } from "../../src/rules/deadlines/moments.ts";
import { phrases } from "../../src/rules/deadlines/phrases.ts";
import { docx, p, tbl, tc, tr } from "../read/docx/build.ts";
import { cell as docCell, define, doc as wordDocument, p as docParagraph, rowEnd, sprm, type Change, type Paragraph, type Words } from "../read/doc/build.ts";
import { makePdf, words as drawn } from "../read/pdf/make.ts";
import { ofd, path, table as ofdTable, text } from "../read/ofd/build.ts";
import { cell, merges, xlsx } from "../read/sheets/build.ts";
import { cells, format, look, record, results, string, xls } from "../read/sheets/xls/build.ts";
import type { Chance } from "./chance.ts";
import { damageBytes, damageText } from "./damage.ts";
import { faultsOf } from "./judge.ts";
import { mutant } from "./mutants.ts";

type Input = Uint8Array | string;

/** Something that reads what chance gives. */
export interface Target {
  readonly make: (chance: Chance, seed: number) => Input;
  readonly work: (input: Input) => unknown;
  /** What is wrong with the answer of `work`. */
  readonly faults: (answer: unknown) => readonly string[];
  /** A short piece, and an input that repeats it. */
  readonly piece: (chance: Chance) => string;
  readonly repeat: (piece: string, length: number) => string;
}

const bytesOf = (input: Input): Uint8Array => (typeof input === "string" ? new TextEncoder().encode(input) : input);

const words = [
  "任务", "市财政局", "省政府办公厅", "各市、县（市、区）政府", "牵头", "负责", "配合", "责任单位：", "牵头单位：", "完成时限：", "工作任务", "责任单位", "完成时限", "序号", "2020年", "12月底前", "6月30日", "每季度末", "一、", "（一）", "1.", "第一条", "附件1", "附件：", "关于印发2020年政务公开工作要点的通知",
  "皖政办秘〔2020〕66号", "各市、县人民政府：", "安徽省人民政府办公厅", "2020年6月8日", "索引号：", "发布日期：", "（", "）", "：", "、", "，", "；", "。", " ", "\u3000", "\n", "等", "和", "《", "》", "同上", "合计", "备注", "2", "a", "\t", "|", "—", "-1-", "第1页", "共2页", "联系人：", "字", "𠮷", "\ud800", "\0", "\u0301",
];
const tags = ["p", "div", "span", "b", "table", "tr", "td", "th", "tbody", "thead", "ul", "ol", "li", "h1", "h2", "a", "nav", "caption", "pre", "center", "font", "br", "hr", "img", "select", "svg", "math", "template", "button", "form", "style", "script", "title", "article"];
const attributes = ["", "", "", "", ' class="footer"', ' class="Article_Title"', ' style="text-align:center"', " rowspan=2", " colspan=3", " rowspan=0", " colspan=99999", ' href="a.doc"', " hidden", ' style="display:none"', ' style="display:table-cell"', ' style="font-size:22pt;text-indent:2em"', " align=center", " width=1"];
const xml = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:tcPr", "w:pPr", "w:sdt", "w:sdtContent", "w:ins", "w:del", "w:hyperlink", "w:fldSimple", "w:txbxContent", "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:pict", "v:textbox", "m:oMath", "m:t", "w:smartTag", "w:customXml", "w:ruby", "w:rt"];
const xmlEmpty = ['<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="3"/>', "<w:br/>", "<w:tab/>", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:footnoteReference w:id="1"/>', '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:vanish/>", '<w:hMerge/>', '<w:sectPr/>', '<w:sym w:char="F0FE" w:font="Wingdings"/>', '<w:gridBefore w:val="2"/>'];

const several = (chance: Chance, most: number, make: () => string): string => Array.from({ length: 1 + chance.below(most) }, make).join("");
const saying = (chance: Chance, most = 12): string => several(chance, most, () => chance.pick(words));
const escaped = (text: string): string => text.replace(/[<&\0\ud800]/gu, "");

function markup(chance: Chance): string {
  const piece = (): string => chance.pick([() => `<${chance.pick(tags)}${chance.pick(attributes)}>`, () => `</${chance.pick(tags)}>`, () => saying(chance)])();
  return several(chance, 300, piece);
}

function table(chance: Chance): string {
  const columns = 1 + chance.below(6);
  const cell = (): string => `<td${chance.once(4) ? chance.pick(attributes) : ""}>${saying(chance, 6)}</td>`;
  return `<table>${several(chance, 20, () => `<tr>${Array.from({ length: columns }, cell).join("")}</tr>`)}</table>`;
}

function wordBody(chance: Chance): string {
  const piece = (depth: number): string => {
    if (depth === 0 || chance.once(3)) return chance.once(2) ? `<w:r><w:t>${escaped(saying(chance))}</w:t></w:r>` : chance.pick(xmlEmpty);
    const name = chance.pick(xml);
    return `<${name}>${several(chance, 4, () => piece(depth - 1))}</${name}>`;
  };
  const row = (): string => tr(Array.from({ length: 1 + chance.below(6) }, () => tc(escaped(saying(chance, 5)), chance.once(3) ? chance.pick(xmlEmpty) : "")));
  return several(chance, 40, () => chance.pick([() => piece(6), () => p(escaped(saying(chance))), () => tbl(Array.from({ length: 1 + chance.below(12) }, row))])());
}

/** A sheet of rows and odd cells, with merges. */
function workbook(chance: Chance): Uint8Array {
  const columns = 1 + chance.below(8);
  const name = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row}`;
  const value = (at: string): string =>
    chance.pick([
      () => cell(at, escaped(saying(chance, 5))),
      () => cell(at, escaped(saying(chance, 5))),
      () => `<c r="${at}" s="${chance.below(4)}"><v>${chance.pick(["1", "44561", "0.5", "-3", "1e9", "", "x"])}</v></c>`,
      () => `<c r="${at}" t="${chance.pick(["s", "str", "b", "e", "d", "n"])}"><f>A1</f><v>${chance.pick(["0", "1", "#REF!", "2021-12-31"])}</v></c>`,
      () => "",
    ])();
  const row = (i: number): string => `<row r="${chance.once(20) ? i + 2 : i}"${chance.once(15) ? ' hidden="1"' : ""}>${Array.from({ length: columns }, (_, j) => value(name(i, j))).join("")}</row>`;
  const range = (): string => {
    const [top, left] = [1 + chance.below(20), chance.below(columns)];
    return `${name(top, left)}:${name(top + chance.below(5), left + chance.below(4))}`;
  };
  const before = chance.once(5) ? `<cols><col min="${1 + chance.below(4)}" max="${1 + chance.below(8)}" hidden="1"/></cols>` : "";
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="57"/><xf numFmtId="9"/></cellXfs>';
  const sheet = (i: number): Parameters<typeof xlsx>[0]["sheets"][number] => ({ name: `表${i}`, before, rows: Array.from({ length: 1 + chance.below(40) }, (_, r) => (chance.once(8) ? "" : row(r + 1))).join(""), behind: merges(...Array.from({ length: chance.below(12) }, range)) });
  return xlsx({ styles, strings: `<si><t>${escaped(saying(chance, 3))}</t></si>`, sheets: Array.from({ length: 1 + chance.below(3) }, (_, i) => sheet(i)) });
}

/** Records of a sheet in about the order that programs write. */
function oldWorkbook(chance: Chance): Uint8Array {
  const columns = 1 + chance.below(8);
  const bytes = (most: number): number[] => Array.from({ length: chance.below(most) }, () => chance.below(256));
  const one = (row: number, column: number): number[] =>
    chance.pick([
      () => cells.text(row, column, saying(chance, 5), chance.below(3)),
      () => cells.text(row, column, saying(chance, 5)),
      () => cells.shared(row, column, chance.below(4)),
      () => cells.number(row, column, chance.pick([1, 44561, 0.5, -3, 1e300]), chance.below(3)),
      () => cells.short(row, column, chance.below(2 ** 31)),
      () => [...cells.formula(row, column, chance.pick([results.text, results.number(2), results.error(7)])), ...record(0x207, ...string(saying(chance, 3)))],
      () => (chance.once(6) ? record(chance.pick([0x1b6, 0x5d, 0xec, 0x3c, 0xe5, 0x208, 0x7d, 0x0a, 0x809]), ...bytes(30)) : []),
    ])();
  const merged = (): number[] => {
    const [top, left] = [chance.below(20), chance.below(columns)];
    return cells.merged([top, top + chance.below(4), left, left + chance.below(3)]);
  };
  const body = (): number[] => [...Array.from({ length: 1 + chance.below(30) }, (_, i) => (chance.once(8) ? [] : Array.from({ length: columns }, (_, j) => one(i, j)).flat())).flat(), ...Array.from({ length: chance.below(8) }, merged).flat()];
  return xls({ globals: [...format(200, "yyyy"), ...look(0, 0), ...look(0, 14), ...look(0, 200)], strings: record(0xfc, 3, 0, 0, 0, 3, 0, 0, 0, ...string(saying(chance, 3)), ...string("市财政局"), ...bytes(9)), sheets: Array.from({ length: 1 + chance.below(3) }, (_, i) => ({ name: `表${i}`, records: body() })) });
}

/** Paragraphs of a binary Word document, with any changes of their properties, fields that stay open and rows that nothing defines. */
function binaryBody(chance: Chance): Paragraph[] {
  const change = (): Change => chance.pick([sprm(0x0835, chance.pick([0, 1, 0x80, 0x81])), sprm(0x083c, 1), sprm(0x0800, 1), sprm(0x0855, 1), sprm(0x2403, chance.below(9)), sprm(0x460b, 1, 0), sprm(0x6a03, 0, 0, 0, 0), sprm(0x6646, 0, 0, 0, 0)]);
  const mark = (): string => chance.pick(["\x01", "\x02", "\x08", "\x0b", "\x0c", "\x13", "\x14", "\x15", "\x1e"]);
  const said = (): Words[] => Array.from({ length: 1 + chance.below(4) }, (): Words => [saying(chance, 4) + (chance.once(4) ? mark() : ""), ...(chance.once(2) ? [change()] : [])]);
  const row = (): Paragraph[] => {
    const cells = 1 + chance.below(6);
    const edges = Array.from({ length: chance.once(5) ? chance.below(9) : cells }, (_, i): [number, number] => [chance.once(6) ? chance.below(9000) : 1000 * (i + 1), chance.pick([0, 0, 0, 1, 2, 0x20, 0x60])]);
    return [...Array.from({ length: cells }, () => docCell(...said())), rowEnd(...(chance.once(8) ? [] : [define(chance.below(50), ...edges)]))];
  };
  return Array.from({ length: 1 + chance.below(20) }, () => chance.pick([(): Paragraph[] => [docParagraph(...said())], (): Paragraph[] => Array.from({ length: 1 + chance.below(5) }, row).flat()])()).flat();
}

function pageContent(chance: Chance): string {
  const number = (): string => (chance.once(30) ? chance.pick(["1e9", "-1e9", "0", "NaN", "-0", "1e-9"]) : String(chance.below(600)));
  const piece = (): string =>
    chance.pick([
      () => drawn(saying(chance, 5), chance.below(500), chance.below(800), chance.pick([0, 1, 9, 10, 12, 22, 500])),
      () => `${number()} ${number()} m ${number()} ${number()} l S\n`,
      () => `${number()} ${number()} ${number()} ${number()} re ${chance.pick(["f", "S", "B", "n", "W n"])}\n`,
      () => `${chance.pick(["q", "Q", "BT", "ET", "h", "f*", "W*", "EMC", "/P BMC", "3 Tr", "0 Tr", "/F1 10 Tf", "-1 Tz", "0 Tz", "1e5 TL", "T*", "() Tj", "[(a) 1e9 (b)] TJ", "<4e00> '", "/X Do"])}\n`,
      () => `${chance.pick(["1 0 0 1", "0 1 -1 0", "0 0 0 0", "1e5 0 0 1e5", "1 1 1 1", "-1 0 0 -1"])} ${number()} ${number()} cm\n`,
      () => {
        const [x, y, w, h] = [chance.below(300), chance.below(500), 1 + chance.below(80), 1 + chance.below(30)];
        return Array.from({ length: 1 + chance.below(8) }, (_, i) => `${x} ${y + i * h} ${w * 4} ${h} re S ${x + w} ${y} m ${x + w} ${y + (i + 1) * h} l S\n${drawn(saying(chance, 2), x + 2, y + i * h + 3, 9)}`).join("");
      },
    ])();
  return several(chance, 150, piece);
}

const controls = [
  "\\par ", "\\pard ", "\\cell ", "\\row ", "\\trowd\\cellx1000\\cellx3000 ", "\\trowd\\clvmgf\\cellx900\\clvmrg\\cellx2000\\clmgf\\cellx3000\\clmrg\\cellx4000 ", "\\intbl ", "\\itap2 ", "\\nestcell ", "{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}", "\\'d0\\'f2", "\\'d0", "\\uc0 ", "\\uc9 ", "\\u-10179?\\u-9216?", "{\\*\\unknown x}",
  '{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt b}}', "\\bin5 12345", "\\bin999999 ", "{", "}", "\\v ", "\\v0 ", "\\deleted ", "\\plain ", "{\\footnote x\\par}", "{\\pict\\picw1\\pich1 00ff}", "{\\listtext 1.\\tab}", "\\ls1\\ilvl0 ", "{\\header x\\par}", "{\\shp{\\*\\shpinst{\\shptxt y\\par}}}", "\\sect ", "\\page ", "\\tab ", "\\line ", "\\s99 ", "\\cellx-5 ", "\\cellx99999999999 ", "\\upr", "{\\upr{a}{\\*\\ud{b}}}",
];

function richText(words: string): string {
  return Array.from({ length: words.length }, (_, i) => words.charCodeAt(i)).map((code) => (code > 126 || code < 32 || code === 92 || code === 123 || code === 125 ? `\\u${String(code > 32767 ? code - 65536 : code)}?` : String.fromCharCode(code))).join("");
}

function oldWord(body: string): Uint8Array {
  const old = body.replace(/w:vMerge/gu, "w:vmerge").replace(/w:numPr/gu, "w:listPr").replace(/w:numId/gu, "w:ilfo").replace(/<w:ins\b/gu, '<aml:annotation w:type="Word.Insertion"').replaceAll("</w:ins>", "</aml:annotation>");
  return new TextEncoder().encode(`<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${old}</w:body></w:wordDocument>`);
}

function ofdObject(chance: Chance): string {
  const number = (): number => (chance.once(30) ? chance.pick([1e9, -1e9, 0, -0.1]) : chance.below(300));
  return chance.pick([
    () => text(escaped(saying(chance, 4)) || "一", number(), number(), { size: chance.pick([0, 1, 4, 5, 300]), more: chance.pick(["", 'Visible="false"', 'CTM="0 1 -1 0 0 0"', 'CTM="0 0 0 0 0 0"', 'CTM="1 2"', 'Weight="700"']), delta: chance.pick([null, "g 9 5", "g 999999999 5", "5 5 x", "-5", ""]) }),
    () => path(`M ${number()} ${number()} L ${number()} ${number()} ${chance.pick(["C", "", "B 1 2 3 4 5 6", "Q 1 2", "A 1 1 0 0 1 9 9", "S"])}`, number(), number(), chance.pick(["", 'Fill="true"', 'Stroke="false" Fill="true"'])),
    () => ofdTable([20, 20 + chance.below(60), 120, 180], [100, 110, 120 + chance.below(9)], [[escaped(saying(chance, 2)) || "一", "二"], ["三", escaped(saying(chance, 2)) || "四"]]),
    () => `<ofd:PageBlock ID="1">${text("一", number(), number())}</ofd:PageBlock>`,
    () => '<ofd:CompositeObject ID="7" ResourceID="50" Boundary="0 0 210 297"/>',
  ])();
}

function plainText(chance: Chance): string {
  const gap = chance.pick([" ", "  ", "\t", "\u3000", "|", "      "]);
  const line = (): string => Array.from({ length: 1 + chance.below(6) }, () => saying(chance, 4)).join(chance.once(3) ? "" : gap);
  return Array.from({ length: 1 + chance.below(80) }, line).join("\n");
}

/** Half of the inputs are damaged files, half are built of pieces. */
function reader(format: string, build: (chance: Chance) => Input, repeat: Target["repeat"]): Target {
  return {
    make: (chance, seed) => (seed % 2 === 0 ? mutant(seed, format).bytes : bytesOf(build(chance))),
    work: (input) => parseNotice({ name: `a.${format}`, bytes: bytesOf(input) }),
    faults: (answer) => faultsOf(answer as ParseResult),
    piece: (chance) => chance.pick([() => saying(chance, 3), () => (format === "html" ? `<${chance.pick(tags)}${chance.pick(attributes)}>` : "") + saying(chance, 2)])(),
    repeat,
  };
}

const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const fromBinary = (target: Target): Target => ({ ...target, work: (input) => target.work(typeof input === "string" ? Buffer.from(input, "latin1") : input) });

const phraseWords = [...new Set([...moments, ...phrases].flatMap(({ examples }) => examples.map(({ words: said }) => said)))];
const names = departments.flatMap(({ names: forms }) => forms.flatMap((form) => (form.split("@")[0] ?? "").split("="))).filter((name) => name !== "");

function grammar(more: readonly string[], work: (text: string) => unknown, faults: Target["faults"]): Target {
  const one = (chance: Chance): string => (chance.once(2) ? chance.pick(more) : chance.pick(words));
  return {
    make: (chance) => {
      const text = several(chance, chance.once(20) ? 2000 : 20, () => one(chance));
      return chance.once(3) ? damageText(text, chance, one(chance)) : text;
    },
    work: (input) => work(typeof input === "string" ? input : new TextDecoder().decode(input)),
    faults,
    piece: (chance) => damageText(several(chance, 3, () => one(chance)), chance, "").slice(0, 30) || "一",
    repeat: fill,
  };
}

const outside = (readings: readonly { readonly range: readonly [number, number] }[], length: number): string[] =>
  readings.filter(({ range: [start, end] }) => !(start >= 0 && start <= end && end <= length)).map(({ range }) => `range ${range.join("-")} of ${length}`);

const deadlineContext = { year: 2020, issued: "2020-06-08" };

const built: Readonly<Record<string, Target>> = {
  html: reader("html", (chance) => `<html><body>${chance.once(2) ? markup(chance) : table(chance) + markup(chance)}`, (piece, length) => `<html><body>${fill(piece, length)}`),
  docx: fromBinary(reader("docx", (chance) => docx({ body: wordBody(chance) }), (piece, length) => binary(docx({ body: p(fill(escaped(piece) || "一", length)) + tbl([tr([tc(fill(escaped(piece) || "一", length))])]) })))),
  doc: fromBinary(reader("doc", (chance) => wordDocument({ body: binaryBody(chance), data: [3, 0, ...sprm(0x2403, 1)] }), (piece, length) => binary(wordDocument({ body: [docParagraph(fill(piece, length)), docCell(fill(piece, length)), rowEnd(define(0, [1000])), docParagraph()] })))),
  pdf: fromBinary(reader("pdf", (chance) => makePdf(Array.from({ length: 1 + chance.below(3) }, () => pageContent(chance))), (piece, length) => {
    const lines = Array.from({ length: Math.ceil(length / 40) }, (_, i) => drawn(fill(piece, 40).slice(0, 40), 60, 780 - (i % 60) * 12));
    return binary(makePdf(Array.from({ length: Math.ceil(lines.length / 60) }, (_, i) => lines.slice(i * 60, i * 60 + 60).join(""))));
  })),
  text: reader("txt", plainText, fill),
  csv: reader("csv", (chance) => {
    const [delimiter, columns] = [chance.pick([",", "\t", ";"]), 3 + chance.below(4)];
    const field = (): string => (chance.once(4) ? `"${saying(chance, 3).replaceAll('"', '""')}"` : chance.once(20) ? '"' : saying(chance, 3).replace(/[\n,;\t]/gu, ""));
    const head = chance.pick(["序号,重点任务,责任单位", "任务类别,序号,重点任务,责任单位,完成时限"]).split(",").slice(0, columns).join(delimiter);
    return `${head}\n${several(chance, 40, () => `${Array.from({ length: head.split(delimiter).length }, field).join(delimiter)}\n`)}`;
  }, (piece, length) => `序号,重点任务,责任单位\n${fill(`1,${piece.replace(/[\n,"]/gu, "")},市财政局\n`, length)}`),
  mht: reader("mht", (chance) => {
    const body = `<html><body>${table(chance)}${markup(chance)}`;
    const [type, encoding] = [chance.pick(["text/html", "text/html; charset=gb2312", "text/plain"]), chance.pick(["quoted-printable", "base64", "8bit"])];
    const part = `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${encoding === "base64" ? Buffer.from(body).toString("base64") : encoding === "8bit" ? body : body.replace(/=/gu, "=3D")}`;
    return `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n${part}\r\n${chance.once(3) ? "" : "--b--\r\n"}`;
  }, (piece, length) => `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html><body>${fill(piece, length)}`),
  rtf: reader("rtf", (chance) => `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}${several(chance, 120, () => (chance.once(2) ? chance.pick(controls) : richText(saying(chance, 3))))}${chance.once(3) ? "" : "}"}`, (piece, length) => `{\\rtf1\\ansi ${fill(richText(piece), length)}}`),
  wordml: fromBinary({
    ...reader("docx", () => "", (piece, length) => binary(oldWord(p(fill(escaped(piece) || "一", length))))),
    make: (chance) => oldWord(wordBody(chance)),
  }),
  ofd: fromBinary(reader("ofd", (chance) => ofd(Array.from({ length: 1 + chance.below(3) }, () => several(chance, 60, () => ofdObject(chance)))), (piece, length) => binary(ofd([Array.from({ length: Math.ceil(length / 20) }, (_, i) => text(escaped(fill(piece, 20).slice(0, 20)) || "一", 20, 20 + (i % 50) * 5)).join("")])))),
  xls: fromBinary(reader("xls", oldWorkbook, (piece, length) => binary(xls({ sheets: [{ records: Array.from({ length: Math.ceil(length / piece.length / 4) }, (_, i) => [0, 1, 2, 3].flatMap((column) => cells.text(i, column, piece))).flat() }] })))),
  xlsx: fromBinary(reader("xlsx", workbook, (piece, length) => {
    const words = escaped(piece) || "一";
    const lines = Array.from({ length: Math.ceil(length / words.length / 4) }, (_, i) => `<row r="${i + 1}">${["A", "B", "C", "D"].map((column) => cell(`${column}${i + 1}`, words)).join("")}</row>`);
    return binary(xlsx({ sheets: [{ rows: lines.join("") }] }));
  })),
  deadlines: grammar(phraseWords, (text) => [text, [...parseDeadline(text, deadlineContext), ...findDeadlines(text, deadlineContext)]], (answer) => {
    const [text, readings] = answer as [string, DeadlineReading[]];
    return outside(readings, text.length);
  }),
  units: grammar(names, (text) => {
    resolveUnit(text.slice(0, 200), { region: "340000", issued: "2020-06-08" });
    return [text, parseAssignment(text, { region: "340000", header: text.length % 2 === 0 ? "责任单位" : null })];
  }, (answer) => {
    const [text, { lead, support, responsible, others, unread }] = answer as [string, AssignmentReading];
    return outside([...lead, ...support, ...responsible, ...others.map(({ unit }) => unit), ...unread], text.length);
  }),
};

/** A format that has no target of its own: its sample, damaged. */
function sampled(id: string, bytes: Uint8Array): Target {
  return fromBinary({
    ...reader(id, () => bytes, (piece, length) => binary(bytes) + fill(piece, Math.max(0, length - bytes.length))),
    make: (chance) => damageBytes(bytes, chance, bytes),
  });
}

const others = formats.flatMap(({ id, sample }) => (sample === undefined || Object.hasOwn(built, id) ? [] : [sample().then((bytes) => [id, sampled(id, bytes)] as const)]));

export const targets: Readonly<Record<string, Target>> = { ...built, ...Object.fromEntries(await Promise.all(others)) };
