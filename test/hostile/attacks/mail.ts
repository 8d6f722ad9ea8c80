/** Mails and web archives that mean harm. */
import { base64, message, multipart, type PartMarkup } from "../../read/mht/build.ts";
import { zip } from "../../read/docx/build.ts";
import { page } from "../../batch/tree-of.ts";
import { encode, type AttackRow } from "./attack.ts";

const letter: PartMarkup = { headers: ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64"], body: base64(encode(page("编制清单"))) };
const attached = (name: string, bytes: Uint8Array, more: readonly string[] = []): PartMarkup => ({ headers: [`Content-Type: application/octet-stream; name="${name}"`, "Content-Transfer-Encoding: base64", `Content-Disposition: attachment; filename="${name}"`, ...more], body: base64(bytes) });
const mail = (...parts: readonly PartMarkup[]): Uint8Array => message(multipart("mixed", "=_1", parts), ["From: a@example.gov.cn", "MIME-Version: 1.0"]);
const inMails = (levels: number): Uint8Array => Array.from({ length: levels }).reduce<Uint8Array>((inner) => message({ headers: ["Content-Type: message/rfc822"], body: inner }, ["From: a@example.gov.cn", "MIME-Version: 1.0"]), mail(letter));

export const mailAttacks: readonly AttackRow[] = [
  { name: "eml: an attachment that is a bomb", make: () => mail(letter, attached("附件1.zip", zip([{ name: "a.html", bytes: new Uint8Array(90_000_000) }]))), says: "package/large-member", status: "partial" },
  { name: "eml: an attachment that is a bomb of DOCX", make: () => mail(letter, attached("附件1.docx", zip([{ name: "word/document.xml", bytes: new Uint8Array(90_000_000) }, { name: "[Content_Types].xml", bytes: encode("<Types/>") }]))), status: "partial" },
  { name: "eml: a mail in a mail, 200 deep", make: () => inMails(200) },
  { name: "eml: 5000 attachments", make: () => mail(letter, ...Array.from({ length: 5000 }, (_, i) => attached(`附件${i}.html`, encode(page("编制清单"))))), costly: true },
  { name: "eml: attachments of one name that leads out", make: () => mail(letter, ...Array.from({ length: 5 }, () => attached("../../../../tmp/附件1.html", encode(page("编制清单"))))) },
  { name: "eml: a name in 100 000 pieces", make: () => mail(letter, attached("x", encode(page("编制清单")), [Array.from({ length: 100_000 }, (_, i) => ` filename*${i}="a";`).join("\r\n")])) },
  { name: "eml: encoded words without end", make: () => message(letter, ["From: a@example.gov.cn", `Subject: ${"=?utf-8?B?5YWz5LqO?= ".repeat(100_000)}`, "MIME-Version: 1.0"]) },
  { name: "eml: base64 that is no base64", make: () => message({ ...letter, body: "=&%$".repeat(500_000) }) },
  { name: "eml: a boundary in every line", make: () => encode(`MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n${"--b\n".repeat(200_000)}`) },
  { name: "eml: boundaries that begin each other", make: () => encode(`MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: multipart/mixed; boundary="bb"\n\n${"--bb\nContent-Type: text/html\n\n<p>甲\n--b\n".repeat(20_000)}`) },
  { name: "eml: names of the prototype", make: () => message({ ...letter, headers: [...letter.headers, "__proto__: 1", "constructor: 2"] }) },
];
