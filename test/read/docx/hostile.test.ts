/** Poor and hostile files: one clear diagnostic each, in bounded time and memory, never an exception. */
import { readFileSync } from "node:fs";
import process from "node:process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import type { NoticeDocument } from "../../../src/model/document.ts";
import { readDocx } from "../../../src/read/docx/document.ts";
import { read } from "../../../src/read/read.ts";
import { compoundFile } from "../containers.ts";
import { docx, list, lvl, num, numbering, p, pack, partsOf, tbl, tc, tr, zip, type ZipEntry } from "./build.ts";
import { tryBytes } from "./reading.ts";
import { cpuTime } from "../../cpu-time.ts";

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = { body: p("任务分工") };

/** The small document with parts put in the place of others, or taken out. */
function changed(changes: Readonly<Record<string, string | null>>): Uint8Array {
  const parts = partsOf(plain);
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return pack(parts);
}

/** The small document as ZIP entries, with one more. */
function withEntry(entry: ZipEntry, without = ""): Uint8Array {
  const entries = [...partsOf(plain)].filter(([name]) => name !== without).map(([name, content]) => ({ name, bytes: encode(content) }));
  return zip([...entries, entry]);
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = (main: string): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
const bomb = new Uint8Array(300_000_000);
const lying = new Uint8Array(60_000_000);

/** Reads without looking at the result again. */
function readOnly(bytes: Uint8Array, verify = true): Promise<NoticeDocument | null> {
  return readDocx({ name: "a.docx", bytes, uri: null, role: "notice", label: null }, 0, openContext({ verify }));
}

interface Case {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** Code and first parameters of each diagnostic. */
  readonly says: readonly string[];
  /** Text that is read nevertheless, null for none. */
  readonly reads: string | null;
}

const cases: readonly Case[] = [
  { name: "a file cut in half", bytes: () => sample("notice-small.docx").subarray(0, 20_000), says: ["docx/damaged"], reads: null },
  { name: "a file without its last bytes", bytes: () => sample("notice-small.docx").subarray(0, -10), says: ["docx/damaged"], reads: null },
  { name: "an honest bomb as document", bytes: () => withEntry({ name: "word/document.xml", bytes: bomb.subarray(0, 90_000_000) }, "word/document.xml"), says: ["docx/zip-bomb word/document.xml 90000000"], reads: null },
  { name: "an honest bomb of 300 MB", bytes: () => withEntry({ name: "word/media/image1.bmp", bytes: bomb }), says: ["docx/too-large 解压后字节数 300000000"], reads: null },
  { name: "a bomb that nobody needs is not unpacked", bytes: () => withEntry({ name: "word/media/image1.bmp", bytes: lying }), says: [], reads: "任务分工" },
  {
    name: "a lying bomb as document",
    bytes: () => withEntry({ name: "word/document.xml", bytes: lying, claimed: 1000 }, "word/document.xml"),
    says: ["docx/damaged-part word/document.xml"],
    reads: null,
  },
  {
    name: "a lying bomb as styles",
    bytes: () => {
      const parts = partsOf({ ...plain, styles: "" });
      const entries = [...parts].map(([name, content]) => (name === "word/styles.xml" ? { name, bytes: lying, claimed: 10 } : { name, bytes: encode(content) }));
      return zip(entries);
    },
    says: ["docx/damaged-part word/styles.xml"],
    reads: "任务分工",
  },
  { name: "a name that climbs out", bytes: () => withEntry({ name: "../../evil.xml", bytes: encode("x") }), says: ["docx/unsafe-name ../../evil.xml"], reads: null },
  { name: "an absolute name", bytes: () => withEntry({ name: "/etc/passwd", bytes: encode("x") }), says: ["docx/unsafe-name /etc/passwd"], reads: null },
  { name: "a drive letter", bytes: () => withEntry({ name: "C:\\evil.xml", bytes: encode("x") }), says: ["docx/unsafe-name C:/evil.xml"], reads: null },
  { name: "two entries of one name", bytes: () => withEntry({ name: "WORD/document.xml", bytes: encode("x") }), says: ["docx/unsafe-name WORD/document.xml"], reads: null },
  { name: "encrypted entries", bytes: () => withEntry({ name: "word/a.xml", bytes: encode("x"), flags: 1 }), says: ["input/encrypted"], reads: null },
  {
    name: "thousands of entries",
    bytes: () => zip(Array.from({ length: 3000 }, (_, i) => ({ name: `word/${String(i)}.xml`, bytes: new Uint8Array() }))),
    says: ["docx/too-large 部件数 2000"],
    reads: null,
  },
  { name: "no document part", bytes: () => changed({ "word/document.xml": null }), says: ["docx/missing-document word/document.xml"], reads: null },
  { name: "no relationships: found by content type", bytes: () => changed({ "_rels/.rels": null }), says: [], reads: "任务分工" },
  { name: "neither relationships nor content types: found by its usual name", bytes: () => changed({ "_rels/.rels": null, "[Content_Types].xml": null }), says: ["docx/content-type word/document.xml"], reads: "任务分工" },
  { name: "the content type of a workbook", bytes: () => changed({ "[Content_Types].xml": types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") }), says: ["docx/content-type word/document.xml"], reads: "任务分工" },
  { name: "a document part that is none", bytes: () => changed({ "word/document.xml": "<html><body>任务</body></html>" }), says: ["docx/not-a-document html"], reads: null },
  {
    name: "a part that is named and missing",
    bytes: () => changed({ "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>' }),
    says: ["docx/missing-part word/styles.xml"],
    reads: "任务分工",
  },
  {
    name: "a document type declaration with entities",
    bytes: () => changed({ "word/document.xml": `<!DOCTYPE d [<!ENTITY a "任务"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${w}><w:body><w:p><w:r><w:t>&b;&x;</w:t></w:r></w:p></w:body></w:document>` }),
    says: ["docx/dtd word/document.xml"],
    reads: null,
  },
  { name: "an undefined entity", bytes: () => changed({ "word/document.xml": `<w:document ${w}><w:body><w:p><w:r><w:t>任务</w:t></w:r></w:p><w:p>&x;</w:p></w:body></w:document>` }), says: ["docx/damaged-part word/document.xml XML"], reads: "任务" },
  { name: "markup that breaks off", bytes: () => changed({ "word/document.xml": `<w:document ${w}><w:body><w:p><w:r><w:t>任务</w:t></w:r></w:p><w:p><w:r` }), says: ["docx/damaged-part word/document.xml XML"], reads: "任务" },
  { name: "1,000 levels of content controls", bytes: () => docx({ body: "<w:sdt><w:sdtContent>".repeat(500) + p("任务") + "</w:sdtContent></w:sdt>".repeat(500) }), says: ["limit/depth 500"], reads: null },
  { name: "1,000 levels of tables", bytes: () => docx({ body: "<w:tbl><w:tr><w:tc>".repeat(340) + p("任务") + "</w:tc></w:tr></w:tbl>".repeat(340) }), says: ["limit/depth 500"], reads: null },
  { name: "levels just within the limit", bytes: () => docx({ body: "<w:sdt><w:sdtContent>".repeat(240) + p("任务") + "</w:sdtContent></w:sdt>".repeat(240) }), says: [], reads: "任务" },
  { name: "nested tables just within the limit", bytes: () => docx({ body: "<w:tbl><w:tr><w:tc>".repeat(160) + p("任务") + "</w:tc></w:tr></w:tbl>".repeat(160) }), says: [], reads: "任务" },
  { name: "a document without words", bytes: () => docx({ body: "<w:p/>" }), says: ["docx/no-text"], reads: null },
  { name: "spans beyond measure", bytes: () => docx({ body: tbl([tr([tc("一", '<w:gridSpan w:val="999999999"/>'), tc("二", '<w:gridSpan w:val="-3"/>')], '<w:gridBefore w:val="88888888"/>')]) }), says: [], reads: "一\n二" },
];

describe("poor and hostile files", () => {
  test.each(cases)("$name", async ({ bytes, says, reads }) => {
    const file = bytes();
    const start = cpuTime();
    const before = process.memoryUsage().rss;
    const { document, context } = await tryBytes(file);
    expect(cpuTime() - start).toBeLessThan(3000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
    const said = context.diagnostics.map(({ code, params }) => [code, ...Object.values(params)].join(" "));
    expect(said).toHaveLength(says.length);
    said.forEach((line, i) => expect(line.startsWith(says[i] ?? "?"), line).toBe(true));
    expect(document?.text ?? null).toBe(reads);
  });

  test("a package behind a password is named as such", async () => {
    const context = openContext();
    const bytes = compoundFile("EncryptionInfo", "EncryptedPackage");
    const { format, document } = await read({ name: "a.docx", bytes, uri: null, role: "notice", label: null }, 0, context);
    expect([format?.id, document]).toEqual(["ooxml-encrypted", null]);
    expect(context.diagnostics.map(({ code }) => code)).toEqual(["input/encrypted"]);
  });

  test("no cut and no flipped byte makes it throw", async () => {
    const bytes = docx({ body: p("一、任务") + tbl([tr([tc("甲"), tc("乙")])]), styles: "", numbering: "" });
    for (let at = 0; at < bytes.length; at += 17) {
      await readOnly(bytes.subarray(0, at));
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0xff;
      await readOnly(flipped);
    }
  });

  test.each([
    ["rows", () => tbl(Array.from({ length: 150_000 }, (_, i) => tr([tc(String((i * 7919) % 99_991))])))],
    ["paragraphs of a cell", () => tbl([tr([tc("甲"), tc(Array.from({ length: 150_000 }, (_, i) => p(String((i * 7919) % 99_991))).join(""))])])],
    ["cells of a row", () => tbl([tr(Array.from({ length: 150_000 }, (_, i) => tc(String((i * 7919) % 99_991))))])],
    ["runs before a deleted mark", () => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${Array.from({ length: 150_000 }, (_, i) => `<w:r><w:t>${String((i * 7919) % 99_991)}</w:t></w:r>`).join("")}</w:p>`],
    ["elements", () => p("任务") + Array.from({ length: 650_000 }, (_, i) => `<w:p i="${String((i * 7919) % 99_991)}"/>`).join("")],
    ["namespaces", () => `${Array.from({ length: 400 }, (_, i) => `<w:sdt xmlns:n${String(i)}="${String((i * 7919) % 99_991)}">`).join("")}${p("任务")}${"</w:sdt>".repeat(400)}`],
    ["styles in a chain", () => Array.from({ length: 3000 }, (_, i) => p(String((i * 7919) % 99_991), `<w:pStyle w:val="s${String(i)}"/>`)).join("")],
  ] as const)("beyond measure: %s", async (_, body) => {
    const styles = Array.from({ length: 3000 }, (__, i) => `<w:style w:type="paragraph" w:styleId="s${String(i)}"><w:basedOn w:val="s${String(i - 1)}"/></w:style>`).join("");
    const bytes = docx({ body: body(), styles });
    const start = cpuTime();
    await readOnly(bytes, false);
    expect(cpuTime() - start).toBeLessThan(15_000);
  });

  test("no bit turns over in silence", async () => {
    const whole = docx({ body: Array.from({ length: 20 }, (_, i) => p(`第${i}项任务由第${i}处牵头。`, num(1))).join(""), numbering: numbering([list(1, lvl(0, "chineseCounting", "%1、"))]) });
    const said = async (bytes: Uint8Array): Promise<[unknown, boolean]> => {
      const context = openContext({});
      const document = await readDocx({ name: "a.docx", bytes, uri: null, role: "notice", label: null }, 0, context);
      return [document === null ? null : [document.text, document.blocks], context.diagnostics.some(({ severity }) => severity !== "info")];
    };
    const [sound, noise] = await said(whole);
    expect(noise).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const turned = Uint8Array.from(whole);
        turned[at]! ^= 1 << bit;
        const [read, warned] = await said(turned);
        if (!warned) expect(read).toEqual(sound);
      }),
      { numRuns: 300 },
    );
  });

  test("many runs, paragraphs and siblings take linear time", async () => {
    const blanks = Array.from({ length: 40_000 }, (_, i) => `<w:r w:rsidR="${String((i * 7919) % 99_991)}"><w:t xml:space="preserve"> </w:t></w:r>`).join("");
    const words = Array.from({ length: 20_000 }, (_, i) => p(String((i * 7919) % 99_991))).join("");
    const bytes = docx({ body: `<w:p>${blanks}</w:p>${words}` });
    const start = cpuTime();
    const document = await readOnly(bytes, false);
    expect(document?.blocks).toHaveLength(20_000);
    expect(cpuTime() - start).toBeLessThan(3000);
  });
});
