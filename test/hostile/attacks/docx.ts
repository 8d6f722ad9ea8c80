/** Word files that mean harm. */
import { docx, p, pack, partsOf, tbl, tc, tr, zip, type ZipEntry } from "../../read/docx/build.ts";
import { encode, type AttackRow } from "./attack.ts";

const plain = { body: p("一、加强政务公开。（牵头单位：市政府办公室）") };
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function withEntries(...more: readonly ZipEntry[]): Uint8Array {
  const replaced = new Set(more.map(({ name }) => name));
  return zip([...[...partsOf(plain)].filter(([name]) => !replaced.has(name)).map(([name, content]) => ({ name, bytes: encode(content) })), ...more]);
}

function withParts(changes: Readonly<Record<string, string>>): Uint8Array {
  const parts = partsOf(plain);
  for (const [name, content] of Object.entries(changes)) parts.set(name, content);
  return pack(parts);
}

const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("");
const document = (body: string, before = ""): string => `${before}<w:document ${w}><w:body>${body}</w:body></w:document>`;
const relations = (more: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${more}</Relationships>`;

/** The directory of a ZIP file changed: every second entry leads to the data of the first. */
function overlapping(): Uint8Array {
  const file = Buffer.from(withEntries({ name: "word/a.xml", bytes: encode("x".repeat(1000)) }));
  let at = file.readUInt32LE(file.length - 6);
  for (let i = 0; file.readUInt32LE(at) === 0x02014b50; i++) {
    if (i % 2 === 1) file.writeUInt32LE(0, at + 42);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return new Uint8Array(file);
}

export const docxAttacks: readonly AttackRow[] = [
  { name: "docx: a bomb of 90 MB", make: () => withEntries({ name: "word/document.xml", bytes: new Uint8Array(90_000_000) }), says: "docx/zip-bomb", status: "failed" },
  { name: "docx: a bomb that states 1000 bytes", make: () => withEntries({ name: "word/document.xml", bytes: new Uint8Array(60_000_000), claimed: 1000 }), says: "docx/damaged-part", status: "failed" },
  { name: "docx: a part that states 4 GB", make: () => withEntries({ name: "word/document.xml", bytes: encode(document(p("任务"))), claimed: 0xfffffffe }), status: "failed" },
  { name: "docx: entries that share their data", make: overlapping },
  { name: "docx: two entries of one name", make: () => withEntries({ name: "WORD/Document.xml", bytes: encode("x") }), says: "docx/unsafe-name", status: "failed" },
  { name: "docx: a ZIP in a ZIP in a ZIP", make: () => Array.from({ length: 5 }).reduce((inner: Uint8Array) => withEntries({ name: "word/embeddings/a.docx", bytes: inner }), docx(plain)), status: "success" },
  { name: "docx: names that lead out", make: () => withEntries({ name: "../../../tmp/evil", bytes: encode("x") }), says: "docx/unsafe-name", status: "failed" },
  { name: "docx: names with NULs, controls and half letters", make: () => withEntries({ name: "word/\u0000\u001b[2J\ud800.xml", bytes: encode("x") }) },
  { name: "docx: 3000 entries", make: () => zip(Array.from({ length: 3000 }, (_, i) => ({ name: `word/${i}.xml`, bytes: new Uint8Array() }))), says: "docx/too-large", status: "failed" },
  { name: "docx: a billion laughs", make: () => withParts({ "word/document.xml": document(p("&a9;"), `<!DOCTYPE d [<!ENTITY a0 "laugh">${entities}]>`) }), says: "docx/dtd", status: "failed" },
  { name: "docx: one long entity many times", make: () => withParts({ "word/document.xml": document(p("&a;".repeat(50_000)), `<!DOCTYPE d [<!ENTITY a "${"a".repeat(50_000)}">]>`) }), says: "docx/dtd", status: "failed" },
  { name: "docx: an entity from outside", make: () => withParts({ "word/document.xml": document(p("&a;"), '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:9/a.dtd"> %b;]>') }), says: "docx/dtd", status: "failed" },
  { name: "docx: 50 000 levels", make: () => docx({ body: "<w:sdt>".repeat(50_000) + p("任务") }), says: "limit/depth", status: "failed" },
  { name: "docx: 1000 attributes", make: () => docx({ body: `<w:p ${Array.from({ length: 1000 }, (_, i) => `a${i}="1"`).join(" ")}><w:r><w:t>任务</w:t></w:r></w:p>` }), says: "docx/too-large" },
  { name: "docx: a million cells", make: () => docx({ body: tbl(Array.from({ length: 10_000 }, () => `<w:tr>${"<w:tc/>".repeat(100)}</w:tr>`)) }), says: "docx/too-large", costly: true },
  { name: "docx: 100 000 cells", make: () => docx({ body: tbl(Array.from({ length: 1000 }, () => `<w:tr>${"<w:tc/>".repeat(100)}</w:tr>`)) + p("任务") }), says: "limit/cells" },
  { name: "docx: spans beyond measure", make: () => docx({ body: tbl(Array.from({ length: 50 }, () => tr([tc("一", '<w:gridSpan w:val="2147483647"/><w:vMerge/>'), tc("二", '<w:gridSpan w:val="-1"/>')], '<w:gridBefore w:val="999999999"/>'))) }) },
  { name: "docx: tables in tables", make: () => docx({ body: "<w:tbl><w:tr><w:tc>".repeat(160) + p("任务") + "</w:tc></w:tr></w:tbl>".repeat(160) }) },
  { name: "docx: styles that inherit in a circle", make: () => docx({ ...plain, body: p("任务", '<w:pStyle w:val="a"/>'), styles: '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>' }) },
  { name: "docx: parts that are their own relationships", make: () => withParts({ "_rels/.rels": relations(`<Relationship Id="a" Type="${office}/officeDocument" Target="_rels/.rels"/>`) }), status: "failed" },
  { name: "docx: header that is the document", make: () => docx({ body: `${p("任务")}<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`, headers: { h: p("x") }, extra: { "word/_rels/document.xml.rels": relations(`<Relationship Id="h" Type="${office}/header" Target="document.xml"/>`) } }) },
  { name: "docx: pictures, templates and links from outside", make: () => withParts({ "word/_rels/document.xml.rels": relations(`<Relationship Id="a" Type="${office}/attachedTemplate" Target="http://127.0.0.1:9/a.dotm" TargetMode="External"/><Relationship Id="b" Type="${office}/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="c" Type="${office}/styles" Target="../../../../etc/passwd"/><Relationship Id="d" Type="${office}/header" Target="http://127.0.0.1:9/" TargetMode="External"/>`) }), says: "docx/missing-part" },
  { name: "docx: field codes are not run", make: () => docx({ body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>任务</w:t></w:r></w:p><w:p><w:fldSimple w:instr="INCLUDETEXT file:///etc/passwd"><w:r><w:t>一</w:t></w:r></w:fldSimple></w:p>` }) },
  { name: "docx: fields left open", make: () => docx({ body: `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(20_000)}<w:r><w:t>任务</w:t></w:r></w:p>` }) },
  { name: "docx: numbers of lists beyond measure", make: () => docx({ body: Array.from({ length: 200 }, () => p("任务", '<w:numPr><w:ilvl w:val="999999"/><w:numId w:val="1"/></w:numPr>')).join(""), numbering: '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1%1%1%9%0"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' }) },
  { name: "docx: names of the prototype", make: () => docx({ body: '<w:p __proto__="1" constructor="2"><w:r><w:t>任务</w:t></w:r></w:p><__proto__/><constructor/>', styles: '<w:style w:styleId="__proto__"/>' }) },
];
