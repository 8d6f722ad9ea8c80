/** Pictures as pages of a PDF: its reader unpacks them as they are packed (JPEG, CCITT, deflate, LZW), and reads the pages as those of any scan. */
import { concatenated } from "../../text/bytes.ts";

/** A part of a picture as it is packed, and where it stands in the whole, in pixels from the top left. */
export interface PicturePiece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Entries of its dictionary beside its size (ISO 32000-2, 8.9.5): colours, bits, filter. */
  readonly entries: string;
  readonly data: Uint8Array;
}

/** A picture that is a page. */
export interface PicturePage {
  readonly width: number;
  readonly height: number;
  /** Pixels to an inch as the file says; null where it does not. */
  readonly density: number | null;
  readonly pieces: readonly PicturePiece[];
}

const pointsInInch = 72;
/** Sizes of the shorter side that paper has, in inches. */
const [smallestPaper, largestPaper] = [1.5, 20];
/** The shorter side of A4, for pictures that do not say how large they are. */
const a4 = 8.27;
/** Pictures with fewer pixels than this across are shots of a screen. */
const fewPixels = 1000;
const screen = 96;

/** Pixels to an inch: what the file says where that is a size of paper, else that of a sheet of A4, or of a screen. */
export function densityOf({ width, height, density }: Pick<PicturePage, "width" | "height" | "density">): number {
  const shorter = Math.min(width, height);
  if (density !== null && shorter / density >= smallestPaper && shorter / density <= largestPaper) return density;
  return shorter < fewPixels ? screen : shorter / a4;
}

/** A PDF of these pages. */
export function pageFile(pages: readonly PicturePage[]): Uint8Array {
  return pdfOf(pages.map((page) => {
    const scale = pointsInInch / densityOf(page);
    return { width: page.width * scale, height: page.height * scale, pictures: page.pieces.map((piece) => ({ piece, box: [piece.left * scale, piece.top * scale, (piece.left + piece.width) * scale, (piece.top + piece.height) * scale] as const })) };
  }));
}

/** A page and the pictures on it; boxes in points from the top left. */
export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly { readonly piece: PicturePiece; readonly box: readonly [left: number, top: number, right: number, bottom: number] }[];
}

/** A PDF of pages with pictures on them. */
export function pdfOf(pages: readonly PlacedPage[]): Uint8Array {
  const objects: Uint8Array[] = [ascii("<< /Type /Catalog /Pages 2 0 R >>"), new Uint8Array()];
  const kids: number[] = [];
  for (const { width, height, pictures } of pages) {
    const first = objects.length + 1;
    const content = pictures.map(({ box: [left, top, right, bottom] }, i) => `q ${right - left} 0 0 ${bottom - top} ${left} ${height - bottom} cm /P${i} Do Q`).join("\n");
    const names = pictures.map((_, i) => `/P${i} ${first + 2 + i} 0 R`).join(" ");
    kids.push(first);
    objects.push(ascii(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << /XObject << ${names} >> >> /Contents ${first + 1} 0 R >>`), stream(ascii(content), ""));
    for (const { piece } of pictures) objects.push(stream(piece.data, `/Type /XObject /Subtype /Image /Width ${piece.width} /Height ${piece.height} ${piece.entries}`));
  }
  objects[1] = ascii(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(" ")}] >>`);
  return fileOf(objects);
}

function fileOf(objects: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [ascii("%PDF-1.7\n")];
  let at = 9;
  const rows = objects.map((body, i) => {
    const row = `${String(at).padStart(10, "0")} 00000 n \n`;
    const object = concatenated([ascii(`${i + 1} 0 obj\n`), body, ascii("\nendobj\n")]);
    parts.push(object);
    at += object.length;
    return row;
  });
  parts.push(ascii(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return concatenated(parts);
}

function stream(data: Uint8Array, entries: string): Uint8Array {
  return concatenated([ascii(`<< /Length ${data.length} ${entries} >>\nstream\n`), data, ascii("\nendstream")]);
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
