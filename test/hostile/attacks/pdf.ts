/** PDF files that mean harm. */
import { deflateSync } from "node:zlib";
import { drawnInDrawn, fontsThatShare, fontsWithoutEnd } from "../../read/pdf/growing.ts";
import { grid, makePdf, words } from "../../read/pdf/make.ts";
import { onePage, pdfOf, song, stream } from "../../read/pdf/objects.ts";
import type { AttackRow } from "./attack.ts";

const file = (...objects: readonly (string | Buffer)[]): Uint8Array => pdfOf(objects);
const catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
const drawing = (more: string, ...objects: readonly (string | Buffer)[]): Uint8Array => onePage({ more }, ...objects);
const text = words("一、任务", 72, 700, 12);
/** A page in a font with these entries, for itself and for the font it descends to; a stream behind it is object 5. */
const inFont = (encoding: string, more: string, ...objects: readonly Buffer[]): Uint8Array => onePage({ fonts: `/F1 ${song.replace("/UniGB-UCS2-H", encoding).replace("/DW 1000", more)}` }, stream(text), ...objects);
const steps = (count: number, width: number): number[] => Array.from({ length: count + 1 }, (_, i) => 5 + i * width);

export const pdfAttacks: readonly AttackRow[] = [
  { name: "pdf: 10 000 pages", make: () => makePdf(Array.from({ length: 10_000 }, () => "")), says: "pdf/too-many-pages", costly: true },
  { name: "pdf: a tree of pages that states 10^9 of them", make: () => file(catalogue, "<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"), status: "failed", costly: true },
  { name: "pdf: a tree of pages in a circle", make: () => file(catalogue, "<< /Type /Pages /Count 2 /Kids [2 0 R 3 0 R] >>", "<< /Type /Pages /Parent 2 0 R /Count 1 /Kids [2 0 R] >>"), status: "failed" },
  { name: "pdf: an object that is itself", make: () => file("<< /Type /Catalog /Pages 2 0 R >>", "2 0 R"), status: "failed" },
  { name: "pdf: streams whose length is the stream", make: () => drawing("", Buffer.from(`<< /Length 4 0 R >>\nstream\n${text}\nendstream`)) },
  { name: "pdf: an object stream that holds itself", make: () => file(catalogue, stream("2 0 3 9 << /Type /ObjStm >> 2 0 R", "/Type /ObjStm /N 2 /First 8 /Extends 2 0 R ")), status: "failed" },
  { name: "pdf: tables of contents that lead in circles", make: () => new Uint8Array(Buffer.from("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n")), status: "failed" },
  { name: "pdf: a form that draws itself", make: () => drawing("/XObject << /X 5 0 R >>", stream(`${text}/X Do`), stream(`${text}/X Do /X Do`, "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> ")) },
  ...(["form", "group", "mask"] as const).map((kind): AttackRow => ({ name: `pdf: ${kind}s that draw two of the next, 40 deep`, make: () => drawnInDrawn(kind, { depth: 40 }), says: "pdf/page-too-long", costly: true })),
  { name: "pdf: 500 pages, each of which draws forms without end", make: () => drawnInDrawn("form", { depth: 40, pages: 500 }), says: "pdf/page-too-long", costly: true },
  ...(["file", "map", "list"] as const).map((what): AttackRow => ({ name: `pdf: 10 000 fonts that share a ${what}`, make: () => fontsThatShare(what, 10_000), says: "pdf/page-too-long", costly: true })),
  { name: "pdf: 10 000 fonts that do not end", make: () => fontsWithoutEnd({ fonts: 10_000, words: 10_000, open: "string" }), says: "pdf/page-too-long", costly: true },
  { name: "pdf: 10 000 fonts that end together", make: () => fontsWithoutEnd({ fonts: 10_000, words: 10_000, open: "dictionary" }), says: "pdf/page-too-long", costly: true },
  { name: "pdf: 1 GB of zeros in one stream", make: () => drawing("", stream(zeros(), "/Filter [/FlateDecode /FlateDecode] ")), costly: true },
  { name: "pdf: 30 MB of blanks in one stream", make: () => drawing("", stream(deflateSync(Buffer.alloc(30_000_000, 0x20)), "/Filter /FlateDecode ")), costly: true },
  { name: "pdf: a million cells", make: () => makePdf([grid(steps(1000, 1), steps(1000, 1)) + text], { width: 1100, height: 1100 }), costly: true },
  { name: "pdf: 100 000 letters at one place", make: () => makePdf([words("任".repeat(100_000), 10, 700, 0)]), costly: true },
  { name: "pdf: 20 000 letters on one line", make: () => makePdf([words("任务".repeat(10_000), 10, 700, 1)]) },
  { name: "pdf: numbers beyond measure", make: () => makePdf([`1e38 0 0 1e38 1e38 1e38 cm ${text} 1e308 1e308 m 1e308 -1e308 l S 99999999999999999999 0 0 1 0 0 cm ${text}`]) },
  { name: "pdf: matrices without extent", make: () => makePdf([`0 0 0 0 0 0 cm ${text} ${words("任务", 0, 0, 0)} BT /F1 -12 Tf 0 0 0 0 1 1 Tm <4efb> Tj ET`]) },
  { name: "pdf: a page of no size, and one beyond measure", make: () => file(catalogue, "<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] >>", "<< /Type /Page /Parent 2 0 R /MediaBox [-1e30 -1e30 1e30 1e30] >>") },
  { name: "pdf: 100 000 saved states", make: () => makePdf(["q ".repeat(100_000) + text + "Q ".repeat(200_000)]) },
  { name: "pdf: arrays one in another", make: () => drawing("", stream(`${"[".repeat(50_000)} ${text}`)) },
  { name: "pdf: a catalogue of arrays one in another", make: () => file(`<< /Type /Catalog /Pages ${"[".repeat(50_000)}`), status: "failed" },
  { name: "pdf: scripts and actions are not run", make: () => file("<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) >> /AA << /O << /S /Launch /F (calc.exe) >> >> >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>", `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${song} >> >> /Contents 4 0 R /Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>] >>`, stream(text)) },
  { name: "pdf: contents and fonts in other files", make: () => drawing("", "<< /Length 0 /F (/etc/passwd) /FFilter /FlateDecode >>\nstream\n\nendstream"), status: "failed" },
  { name: "pdf: widths of 2 000 000 000 characters", make: () => inFont("/UniGB-UCS2-H", "/W [0 2000000000 500 -2000000000 0 500]"), status: "empty" },
  { name: "pdf: heights of 2 000 000 000 characters", make: () => inFont("/UniGB-UCS2-V", "/W2 [0 2000000000 -500 500 500]"), status: "empty" },
  { name: "pdf: a map of 16 000 000 characters", make: () => inFont("5 0 R", "/DW 1000", stream("begincmap 1 begincodespacerange <00> <ffffffff> endcodespacerange 1 begincidrange <00000000> <00fffffe> 0 endcidrange endcmap", "/Type /CMap /CMapName /X ")), status: "failed" },
  { name: "pdf: a map to Unicode of a million entries", make: () => onePage({ fonts: "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>" }, stream("BT /F1 12 Tf 72 700 Td (AB) Tj ET"), stream(`begincmap ${"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <4e00> endbfrange ".repeat(3)}endcmap`)), costly: true },
];

/** A billion zeros, packed twice. */
function zeros(): Buffer {
  const inner = deflateSync(Buffer.alloc(100_000_000));
  return deflateSync(Buffer.concat(Array.from({ length: 10 }, () => inner)));
}
