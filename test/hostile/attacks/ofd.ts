/** OFD files that mean harm. */
import { zip } from "../../read/docx/build.ts";
import { ofd, page, path, resources, text } from "../../read/ofd/build.ts";
import type { AttackRow } from "./attack.ts";

const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("");
const unit = (inner: string): Parameters<typeof ofd>[1] => ({ common: "<ofd:DocumentRes>R.xml</ofd:DocumentRes>", parts: { "Doc_0/R.xml": resources(`<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50"><ofd:Content>${inner}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`) } });
const composite = '<ofd:CompositeObject ResourceID="50" Boundary="0 0 9 9"/>';
const words = text("各单位请认真落实。", 20, 60);

export const ofdAttacks: readonly AttackRow[] = [
  { name: "ofd: a bomb of 90 MB", make: () => zip([{ name: "OFD.xml", bytes: new Uint8Array(90_000_000) }]), says: "package/zip-bomb", status: "failed" },
  { name: "ofd: a billion laughs", make: () => ofd([words], { parts: { "Doc_0/Document.xml": `<!DOCTYPE d [<!ENTITY a0 "laugh">${entities}]><d>&a9;</d>` } }), says: "package/dtd", status: "failed" },
  { name: "ofd: 50 000 levels", make: () => ofd(["<ofd:PageBlock>".repeat(50_000)]), says: "limit/depth", status: "failed" },
  { name: "ofd: a composite of itself", make: () => ofd([words + composite], unit(composite)), status: "empty" },
  { name: "ofd: a composite of ten of itself", make: () => ofd([words + composite], unit(composite.repeat(10))), says: "ofd/page-too-long" },
  { name: "ofd: a thousand million advances", make: () => ofd([text("各单位请认真落实。", 20, 60, { delta: "g 1000000000 5 g 1000000000 5" })]), status: "empty" },
  { name: "ofd: numbers that are none", make: () => ofd([["NaN NaN", "1e999 -1e999 0 0", "", "0x10 5 5 5"].map((box) => `${text("任务", 20, 60, { more: `CTM="${box} 1 1"` })}<ofd:PathObject Boundary="${box}" CTM="${box}"><ofd:AbbreviatedData>M NaN 1 L 1e999 0 L -1e999 9 C Q C B A</ofd:AbbreviatedData></ofd:PathObject><ofd:ImageObject Boundary="${box}"/>`).join("")], { box: "0 0 1e300 -5" }) },
  { name: "ofd: a path of a million steps", make: () => ofd([words + path(`M 0 0 ${Array.from({ length: 300_000 }, (_, i) => `L ${(i * 7919) % 9973} ${(i * 104_729) % 9967}`).join(" ")}`, 10, 10)]) },
  { name: "ofd: 100 000 lines", make: () => ofd([words + path(Array.from({ length: 50_000 }, (_, i) => `M 0 ${i / 100} L 90 ${i / 100}`).join(" "), 10, 10)]) },
  { name: "ofd: a template of itself, often", make: () => ofd([words], { common: '<ofd:TemplatePage ID="9" BaseLoc="T.xml"/>', parts: { "Doc_0/T.xml": page(words, '<ofd:Template TemplateID="9"/>'), "Doc_0/Pages/Page_0/Content.xml": page(words, '<ofd:Template TemplateID="9"/>'.repeat(500)) } }) },
  { name: "ofd: ten thousand pages of one part", make: () => ofd([words], { parts: { "Doc_0/Document.xml": `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages>${'<ofd:Page BaseLoc="Pages/Page_0/Content.xml"/>'.repeat(10_000)}</ofd:Pages></ofd:Document>` } }), says: "ofd/too-many-pages", costly: true },
  { name: "ofd: locations that lead out", make: () => ofd([words], { parts: { "OFD.xml": '<ofd:OFD xmlns:ofd="x"><ofd:DocBody><ofd:DocRoot>../../../etc/passwd</ofd:DocRoot></ofd:DocBody></ofd:OFD>' } }), status: "failed" },
  { name: "ofd: names of the prototype", make: () => ofd([`<ofd:__proto__/><ofd:constructor Visible="false"/>${words}`], unit("")), status: "empty" },
];
