/** Word 2003 XML and RTF that mean harm. */
import { docx, p } from "../../read/docx/build.ts";
import { word2003 } from "../../read/word-2003/write.ts";
import { encode, type AttackRow } from "./attack.ts";

const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("");
const xml = (body: string, before = ""): Uint8Array => {
  const whole = new TextDecoder().decode(word2003(docx({ body: p("任务") })));
  return encode(whole.replace(/<w:body>.*<\/w:body>/su, `<w:body>${body}</w:body>`).replace("<w:wordDocument", `${before}<w:wordDocument`));
};
const words = "<w:p><w:r><w:t>各单位请认真落实。</w:t></w:r></w:p>";
const rtf = (body: string): Uint8Array => encode(`{\\rtf1\\ansi\\ansicpg936 ${body}}`);

export const wordXmlAttacks: readonly AttackRow[] = [
  { name: "word 2003: a billion laughs", make: () => xml("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", `<!DOCTYPE d [<!ENTITY a0 "laugh">${entities}]>`) },
  { name: "word 2003: an entity from outside", make: () => xml("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>') },
  { name: "word 2003: 50 000 levels", make: () => xml("<w:sdt>".repeat(50_000) + words), status: "failed" },
  { name: "word 2003: tables in tables", make: () => xml("<w:tbl><w:tr><w:tc>".repeat(160) + words + "</w:tc></w:tr></w:tbl>".repeat(160)) },
  { name: "word 2003: a million cells", make: () => xml(`<w:tbl>${`<w:tr>${"<w:tc/>".repeat(100)}</w:tr>`.repeat(10_000)}</w:tbl>`), costly: true },
  { name: "word 2003: spans beyond measure", make: () => xml(`<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(50)}</w:tbl>${words}`) },
  { name: "word 2003: pictures that are no base64", make: () => xml(`<w:p><w:r><w:pict><w:binData w:name="wordml://1.png">${"=&amp;".repeat(200_000)}</w:binData></w:pict></w:r></w:p>${words}`) },
  { name: "word 2003: cut in the middle", make: () => xml(words.repeat(2000)).slice(0, 60_000) },
  { name: "rtf: 50 000 levels", make: () => rtf("{".repeat(50_000)), says: "limit/depth", status: "failed" },
  { name: "rtf: 200 000 groups that close too often", make: () => rtf("}".repeat(200_000)) },
  { name: "rtf: binary data beyond the file", make: () => rtf("\\bin2147483647 \\bin-5 \\par") },
  { name: "rtf: numbers beyond measure", make: () => rtf(`\\u99999999999999999999?\\fs-2147483648 \\cellx${"9".repeat(400)} \\trowd\\cellx1\\cell\\row`) },
  { name: "rtf: a row of 100 000 cells", make: () => rtf(`\\trowd${Array.from({ length: 100_000 }, (_, i) => `\\cellx${i}`).join("")}\\pard\\intbl ${"\\cell".repeat(100_000)}\\row`) },
  { name: "rtf: 100 000 fonts", make: () => rtf(`{\\fonttbl${Array.from({ length: 100_000 }, (_, i) => `{\\f${i} a;}`).join("")}}\\f99999 \\par`) },
  { name: "rtf: styles that inherit in a circle", make: () => rtf("{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}\\s1 \\par") },
  { name: "rtf: an object of 5 MB", make: () => rtf(`{\\object\\objemb{\\*\\objdata ${"0a".repeat(2_500_000)}}}\\par`) },
  { name: "rtf: fields in fields", make: () => rtf("{\\field{\\*\\fldinst INCLUDETEXT \"/etc/passwd\"}{\\fldrslt ".repeat(200) + "}}".repeat(200)) },
];
