/** Workbooks that mean harm. */
import { zip } from "../../read/docx/build.ts";
import { cell, merges, partsOf, rows, xlsx } from "../../read/sheets/build.ts";
import { compoundFileOf } from "../../read/containers.ts";
import { begin, cells, characters, end, record, results, string, xls } from "../../read/sheets/xls/build.ts";
import { encode, type AttackRow } from "./attack.ts";

const plain = { sheets: [{ rows: rows(1, [["序号", "任务", "责任单位"], ["1", "修路", "市交通局"]]) }] };
const sheet = "xl/worksheets/sheet1.xml";
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function withPart(name: string, bytes: Uint8Array, claimed = bytes.length): Uint8Array {
  return zip([...Object.entries(partsOf(plain)).filter(([own]) => own !== name).map(([own, text]) => ({ name: own, bytes: encode(text) })), { name, bytes, claimed }]);
}

const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("");

export const sheetAttacks: readonly AttackRow[] = [
  { name: "xlsx: a bomb of 90 MB", make: () => withPart(sheet, new Uint8Array(90_000_000)), says: "package/zip-bomb", status: "failed" },
  { name: "xlsx: a bomb that states 1000 bytes", make: () => withPart(sheet, new Uint8Array(60_000_000), 1000), says: "package/damaged-part", status: "failed" },
  { name: "xlsx: strings that are a bomb", make: () => withPart("xl/sharedStrings.xml", new Uint8Array(90_000_000)), says: "package/zip-bomb" },
  { name: "xlsx: names that lead out", make: () => withPart("../../../tmp/evil", encode("x")), says: "package/unsafe-name", status: "failed" },
  { name: "xlsx: 3000 entries", make: () => zip(Array.from({ length: 3000 }, (_, i) => ({ name: `xl/${i}.xml`, bytes: new Uint8Array() }))), says: "package/too-large", status: "failed" },
  { name: "xlsx: a billion laughs", make: () => withPart(sheet, encode(`<!DOCTYPE d [<!ENTITY a0 "laugh">${entities}]><worksheet ${main}><sheetData>&a9;</sheetData></worksheet>`)), says: "package/dtd", status: "failed" },
  { name: "xlsx: strings with an entity from outside", make: () => withPart("xl/sharedStrings.xml", encode(`<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst ${main}><si><t>&a;</t></si></sst>`)), says: "package/dtd" },
  { name: "xlsx: 50 000 levels", make: () => withPart(sheet, encode(`<worksheet ${main}><sheetData>${"<row>".repeat(50_000)}`)), says: "limit/depth", status: "failed" },
  { name: "xlsx: cells at all four corners", make: () => xlsx({ sheets: [{ rows: ["A1", "XFD1", "A1048576", "XFD1048576"].map((name) => `<row r="${/\d+/u.exec(name)?.[0] ?? ""}">${cell(name, "任务")}</row>`).join("") }] }) },
  { name: "xlsx: a cell in every column", make: () => xlsx({ sheets: [{ rows: `<row r="1">${"<c t=\"n\"><v>1</v></c>".repeat(16_384)}</row>` }] }) },
  { name: "xlsx: words far apart in a crooked line", make: () => xlsx({ sheets: [{ rows: Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}"><c><v>1</v></c>${cell(`${String.fromCharCode(66 + (i % 25))}${i + 1}`, "任务")}</row>`).join("") }] }), says: "limit/cells" },
  { name: "xlsx: the whole sheet merged, often", make: () => xlsx({ sheets: [{ rows: `${rows(1, [["任务", "单位"]])}<row r="1048576">${cell("XFD1048576", "末")}</row>`, behind: merges(...Array.from({ length: 20_000 }, (_, i) => `A${i + 1}:XFD1048576`)) }] }), says: "table/overlap" },
  { name: "xlsx: every column merged", make: () => xlsx({ sheets: [{ rows: `${rows(1, [["任务", "单位"]])}<row r="1048576">${cell("XFD1048576", "末")}</row>`, behind: merges(...Array.from({ length: 700 }, (_, i) => `${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}2:${String.fromCharCode(65 + Math.floor(i / 26))}${String.fromCharCode(65 + (i % 26))}1048576`)) }] }) },
  { name: "xlsx: one long string in every cell", make: () => xlsx({ strings: `<si><t>${"任务".repeat(20_000)}</t></si>`, sheets: [{ rows: Array.from({ length: 400 }, (_, i) => `<row r="${i + 1}"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`).join("") }] }), says: "limit/sheet-characters", costly: true },
  { name: "xlsx: all rows and columns hidden", make: () => xlsx({ sheets: [{ before: '<cols><col min="-5" max="99999999999" hidden="1"/></cols>', rows: Array.from({ length: 5000 }, (_, i) => `<row hidden="1" r="${i + 1}">${cell(`A${i + 1}`, "任务")}</row>`).join("") }] }), says: "sheet/hidden-rows", status: "failed" },
  { name: "xlsx: numbers that are none", make: () => xlsx({ styles: '<numFmts><numFmt numFmtId="200" formatCode="[[[;;;;;;"/></numFmts><cellXfs><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs>', sheets: [{ rows: `<row r="1">${["NaN", "1e999", "-1e308", "0x10", "", "99999999999999999999"].map((value, i) => `<c s="${i % 3}"><v>${value}</v></c><c s="1"><v>${value}</v></c>`).join("")}</row>` }] }) },
  { name: "xlsx: references that lead nowhere", make: () => xlsx({ sheets: [{ rows: '<row r="0"><c r="ZZZZ1" t="s" s="-1"><v>-1</v></c><c r="A0" t="s"><v>999999</v></c><c t="s"><v>1e9</v></c></row><row r="1e9"/><row r="99999999"/>', behind: merges("A1", "", ":", "A1:A1:A1", "ZZZ1:A9") }] }) },
  { name: "xlsx: a sheet that is its own strings and drawing", make: () => xlsx({ ...plain, extra: { "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/worksheet" Target="workbook.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="workbook.xml"/><Relationship Id="c" Type="x/styles" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>` } }), status: "failed" },
  { name: "xlsx: names of the prototype", make: () => xlsx({ sheets: [{ name: "__proto__", rows: `<row r="1"><c r="A1" t="__proto__"><v>constructor</v></c></row><__proto__/>` }] }) },
  { name: "xls: strings that state four thousand million of them", make: () => xls({ strings: record(0xfc, ...new Array<number>(8).fill(255), ...string("任务")), sheets: [{ records: cells.shared(0, 0, 0) }] }), status: "empty" },
  { name: "xls: a string that is longer than the file", make: () => xls({ strings: [...record(0xfc, 1, 0, 0, 0, 1, 0, 0, 0, 255, 255, 0x0d, 255, 255, 255, 255, 255, 255, ...characters("任务")), ...Array.from({ length: 500 }, () => record(0x3c)).flat()], sheets: [{ records: [...cells.shared(0, 0, 0), ...cells.text(1, 0, "任务")] }] }) },
  { name: "xls: a hundred sheets of the same records", make: () => xls({ sheets: Array.from({ length: 100 }, (_, i) => ({ name: `表${i}`, records: Array.from({ length: 50 }, (_, j) => cells.number(j, 0, j)).flat() })) }) },
  { name: "xls: sheets that begin beyond the end, in the list itself and in each other", make: () => compoundFileOf({ Workbook: Uint8Array.from([...begin(5), ...[0, 4, 20, 0x7fffffff, 0xffffffff].flatMap((start) => record(0x85, start & 255, (start >> 8) & 255, (start >> 16) & 255, (start >> 24) & 255, 0, 0, 1, 0, 65)), ...end]) }), says: "sheet/damaged-record", status: "failed" },
  { name: "xls: merges of all and backwards, often", make: () => xls({ sheets: [{ records: [...cells.text(0, 0, "任务"), ...cells.text(65_535, 255, "末"), ...Array.from({ length: 2000 }, () => cells.merged([0, 65_535, 0, 255], [9, 3, 7, 2])).flat()] }] }), says: "table/overlap" },
  { name: "xls: beginnings without end", make: () => xls({ sheets: [{ records: [...cells.text(0, 0, "任务"), ...Array.from({ length: 20_000 }, () => begin(0x20)).flat()] }] }), says: "sheet/damaged-record" },
  { name: "xls: results that never come, numbers that are none", make: () => xls({ sheets: [{ records: [...cells.formula(0, 0, results.text), ...cells.formula(0, 1, [0, 0, 0, 0, 0, 0, 0xf0, 0x7f]), ...cells.formula(0, 2, [9, 0, 0, 0, 0, 0, 255, 255]), ...cells.number(0, 3, Number.NaN), ...cells.number(0, 4, -Infinity, 999), ...record(0x207)] }] }) },
  { name: "xls: records too short for what they are", make: () => xls({ sheets: [{ records: [0x06, 0x203, 0x204, 0x205, 0x207, 0x208, 0x27e, 0xbd, 0xd6, 0xe5, 0xec, 0xfd, 0x14, 0x15, 0x1c, 0x5d, 0x7d, 0x1b6].flatMap((id) => [0, 1, 3, 6, 7, 9].flatMap((length) => record(id, ...new Array<number>(length).fill(255)))) }] }) },
  { name: "xls: a million short numbers", make: () => xls({ sheets: [{ records: Array.from({ length: 250 }, (_, i) => cells.shorts(i, 0, ...new Array<number>(1300).fill(6))).flat() }] }), costly: true },
  { name: "csv: a quote in every field", make: () => encode(`序号,重点任务,责任单位\n${'1,"修路,市"交通局\n'.repeat(20_000)}`) },
  { name: "csv: a quote that never closes, often", make: () => encode(`序号,重点任务,责任单位\n${'"a""\n'.repeat(20_000)}"`) },
  { name: "csv: a million commas", make: () => encode(`序号,重点任务,责任单位\n1,修路,市交通局\n${",".repeat(1_000_000)}`) },
  { name: "csv: formulas are words", make: () => encode("序号,重点任务,责任单位\n1,=HYPERLINK(\"http://127.0.0.1:9\"),市交通局\n2,=cmd|'/c calc'!A1,市交通局\n"), status: "success" },
  { name: "mht: parts in parts in parts", make: () => encode(`MIME-Version: 1.0\n${'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'.repeat(20_000)}`), status: "failed" },
  { name: "mht: a boundary of nothing, of everything, of a thousand letters", make: () => encode(`MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="${"-".repeat(1000)}"\n\n${"-".repeat(200_000)}`) },
  { name: "mht: headers without end", make: () => encode(`MIME-Version: 1.0\nContent-Type: text/html\n${" a: b\n".repeat(50_000)}`) },
  { name: "mht: equals signs without end", make: () => encode(`MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>任务${"=".repeat(500_000)}`) },
  { name: "mht: a page whose tags never close", make: () => encode(`MIME-Version: 1.0\nContent-Type: text/html\n\n${"<body ".repeat(100_000)}`) },
  { name: "xlsx: a million elements", make: () => xlsx({ sheets: [{ rows: `<row r="1">${cell("A1", "任务")}</row>${"<row/>".repeat(1_000_000)}` }] }), says: "package/too-large", costly: true },
];
