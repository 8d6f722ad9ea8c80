/** Files whose pages take far more work than their bytes say. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { words } from "./make.ts";
import { onePage, pdfOf, song, stream } from "./objects.ts";

/** What draws the next one, twice. */
export type Drawn = "form" | "group" | "mask";

interface Growth {
  readonly depth: number;
  readonly pages?: number;
  /** Bytes of an object that nothing draws. */
  readonly idle?: number;
}

/** Pages that say 开始 and draw the first of `depth` forms, each of which draws the next one twice; the last says 终 in a font of its own. */
export function drawnInDrawn(kind: Drawn, { depth, pages = 1, idle = 0 }: Growth): Uint8Array {
  const first = pages + 4;
  const kids = Array.from({ length: pages }, (_, i) => `${i + 4} 0 R`);
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${song} >> /XObject << /X ${first} 0 R >> >> /Contents 3 0 R >>`;
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids.join(" ")}] >>`,
    stream(`${words("开始", 72, 760, 12)} /X Do`),
    ...kids.map(() => page),
    ...Array.from({ length: depth }, (_, i) => form(kind, i === depth - 1 ? null : `${first + i + 1} 0 R`)),
    stream(" ".repeat(idle)),
  ]);
}

function form(kind: Drawn, next: string | null): Buffer {
  const group = kind === "form" ? "" : "/Group << /S /Transparency >> ";
  const mask = `<< /SMask << /S /Luminosity /G ${next} >> >>`;
  const drawing = kind === "mask" ? "/A gs /B gs" : "/X Do /X Do";
  const inner = kind === "mask" ? `/ExtGState << /A ${mask} /B ${mask} >>` : `/XObject << /X ${next} >>`;
  return stream(next === null ? words("终", 72, 700, 12) : drawing, `/Type /XObject /Subtype /Form /BBox [0 0 595 842] ${group}/Resources << ${next === null ? `/Font << /F1 ${song} >>` : inner} >> `);
}

/** What fonts may have in common: the font file, the map to Unicode, the list of widths. */
export type Shared = "file" | "map" | "list";

/** A page with a word in each of `count` fonts; all of them name the same thing. */
export function fontsThatShare(what: Shared, count: number): Uint8Array {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const { font, objects } = sharing[what];
  return onePage(
    { fonts: numbers.map((i) => `/F${i} ${font(i)}`).join(" ") },
    stream(numbers.map((i) => `BT /F${i} 9 Tf 60 ${i % 800} Td <4efb> Tj ET`).join("\n")),
    ...objects(),
  );
}

const sharing: Readonly<Record<Shared, { readonly font: (i: number) => string; readonly objects: () => (string | Buffer)[] }>> = {
  file: {
    font: (i) => `<< /Type /Font /Subtype /TrueType /BaseFont /Sans /FirstChar 65 /LastChar 66 /Widths [600 ${i}] /Encoding /WinAnsiEncoding /FontDescriptor 5 0 R >>`,
    objects: () => ["<< /Type /FontDescriptor /FontName /Sans /Flags 4 /FontFile2 6 0 R >>", stream(readFileSync(createRequire(import.meta.url).resolve("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf")))],
  },
  map: {
    font: () => song.replace("/Type0", "/Type0 /ToUnicode 5 0 R"),
    objects: () => [stream(`begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${"1 beginbfchar <4efb> <4efb> endbfchar ".repeat(5_000)}endcmap`)],
  },
  list: {
    font: () => song.replace("/DW 1000", "/W 5 0 R"),
    objects: () => [`[0 [${"500 ".repeat(60_000)}]]`],
  },
};

interface OpenFonts {
  readonly fonts: number;
  /** Words, in one font after the other and over again. */
  readonly words: number;
  /** What does not end: a string, so that the dictionary is none, or the dictionary itself, which ends with that of the last object. */
  readonly open: "string" | "dictionary";
}

/** A page of words in fonts whose dictionaries go on to the end of the file. */
export function fontsWithoutEnd({ fonts, words: count, open }: OpenFonts): Uint8Array {
  const numbers = Array.from({ length: fonts }, (_, i) => i);
  return onePage(
    { fonts: numbers.map((i) => `/F${i} ${i + 5} 0 R`).join(" ") },
    stream(Array.from({ length: count }, (_, i) => `BT /F${i % fonts} 9 Tf 60 ${i % 800} Td (AB) Tj ET`).join("\n")),
    ...numbers.map(() => `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${open === "string" ? "/Note (" : ""}`),
    "<< >>",
  );
}
