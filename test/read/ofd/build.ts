/** OFD files for tests, written by hand (GB/T 33190-2016). Lengths are millimetres. */
import { zip } from "../docx/build.ts";

const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** Words whose characters are `size` wide. */
export function text(words: string, x: number, y: number, { size = 5, more = "", delta = `g ${Math.max(0, Array.from(words).length - 1)} ${size}`, code = 'X="0"', inner = "" }: { readonly size?: number; readonly more?: string; readonly delta?: string | null; readonly code?: string; readonly inner?: string } = {}): string {
  const deltas = delta === null ? "" : ` DeltaX="${delta}"`;
  return `<ofd:TextObject ID="9" Boundary="${x} ${y} ${Array.from(words).length * size} ${size * 1.3}" Font="3" Size="${size}" ${more}>${inner}<ofd:TextCode ${code} Y="${size}"${deltas}>${words}</ofd:TextCode></ofd:TextObject>`;
}

/** A stroked path. */
export function path(data: string, x: number, y: number, more = ""): string {
  return `<ofd:PathObject ID="9" Boundary="${x} ${y} 100 100" LineWidth="0.25" ${more}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** A table with all its lines: edges of its columns and rows, and words in its cells, row by row. */
export function table(columns: readonly number[], rows: readonly number[], words: readonly (readonly string[])[], line: (x0: number, y0: number, x1: number, y1: number) => string = (x0, y0, x1, y1) => path(`M 0 0 L ${x1 - x0} ${y1 - y0}`, x0, y0)): string {
  const [left = 0, right = 0, top = 0, bottom = 0] = [columns[0], columns.at(-1), rows[0], rows.at(-1)];
  const across = rows.map((y) => line(left, y, right, y));
  const down = columns.map((x) => line(x, top, x, bottom));
  const cells = words.flatMap((row, r) => row.map((cell, c) => text(cell, (columns[c] ?? 0) + 1, (rows[r] ?? 0) + 1, { size: 4 })));
  return [...across, ...down, ...cells].join("");
}

/** What a file may hold beside its pages. */
export interface Extras {
  readonly common?: string;
  readonly document?: string;
  readonly root?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly box?: string;
  /** Puts the names of elements another way. */
  readonly spelling?: (xml: string) => string;
}

/** A file whose pages hold these objects, each page a list of layers. */
export function ofd(pages: readonly string[], { common = "", document = "", root = "", parts = {}, box = "0 0 210 297", spelling = (xml) => xml }: Extras = {}): Uint8Array {
  const all: Record<string, string> = {
    "OFD.xml": `<ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Title>通知</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>${root}</ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${namespace}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>${box}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${common}</ofd:CommonData><ofd:Pages>${pages.map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join("")}</ofd:Pages>${document}</ofd:Document>`,
    "Doc_0/PublicRes.xml": `<ofd:Res ${namespace} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="仿宋_GB2312"/><ofd:Font ID="4" FontName="Wingdings"/></ofd:Fonts></ofd:Res>`,
    ...Object.fromEntries(pages.map((objects, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, page(objects)])),
    ...parts,
  };
  return zip(Object.entries(all).map(([name, xml]) => ({ name, bytes: new TextEncoder().encode(spelling(xml)) })));
}

/** A page or template. */
export function page(objects: string, more = ""): string {
  return `<ofd:Page ${namespace}>${more}<ofd:Content><ofd:Layer ID="1">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** A file of resources. */
export function resources(inner: string): string {
  return `<ofd:Res ${namespace} BaseLoc="Res">${inner}</ofd:Res>`;
}
