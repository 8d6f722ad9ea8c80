/** PDF files made by hand for tests: pages of drawing operators, with one Chinese font that every reader knows (UniGB-UCS2-H). */
import { createHash } from "node:crypto";
import { pdfOf } from "./objects.ts";

/** Words with their left end and base line, origin at the bottom left as PDF counts. */
export function words(text: string, x: number, y: number, size = 10): string {
  const codes = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("");
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET\n`;
}

export const line = (x0: number, y0: number, x1: number, y1: number): string => `${x0} ${y0} m ${x1} ${y1} l S\n`;

/** The lines of a full grid. */
export function grid(xs: readonly number[], ys: readonly number[]): string {
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [...xs.map((x) => line(x, low, x, high)), ...ys.map((y) => line(left, y, right, y))].join("");
}

export interface Making {
  readonly width?: number;
  readonly height?: number;
  /** Size and turn of single pages, where they differ. */
  readonly sheets?: readonly { readonly width: number; readonly height: number; readonly rotate: number }[];
  readonly userPassword?: string;
  readonly ownerPassword?: string;
}

/** A file with one page for each string of operators. */
export function makePdf(pages: readonly string[], { width = 595, height = 842, sheets = [], userPassword, ownerPassword }: Making = {}): Uint8Array {
  const id = "00112233445566778899aabbccddeeff";
  const lock = userPassword === undefined && ownerPassword === undefined ? null : new Lock(userPassword ?? "", ownerPassword ?? userPassword ?? "", Buffer.from(id, "hex"));
  const first = 5;
  const objects: Buffer[] = [];
  const add = (number: number, body: string | Buffer): void => void (objects[number] = Buffer.isBuffer(body) ? body : Buffer.from(body, "latin1"));
  add(1, "<< /Type /Catalog /Pages 2 0 R >>");
  add(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ")}] >>`);
  add(3, "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>");
  const info = lock === null ? "/Registry (Adobe) /Ordering (GB1)" : `/Registry <${lock.encrypt(Buffer.from("Adobe"), 4).toString("hex")}> /Ordering <${lock.encrypt(Buffer.from("GB1"), 4).toString("hex")}>`;
  add(4, `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << ${info} /Supplement 2 >> /DW 1000 >>`);
  pages.forEach((content, i) => {
    const number = first + 2 * i;
    const sheet = sheets[i] ?? { width, height, rotate: 0 };
    add(number, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${sheet.width} ${sheet.height}] /Rotate ${sheet.rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>`);
    const plain = Buffer.from(content, "latin1");
    const data = lock === null ? plain : lock.encrypt(plain, number + 1);
    add(number + 1, Buffer.concat([Buffer.from(`<< /Length ${data.length} >>\nstream\n`), data, Buffer.from("\nendstream")]));
  });
  if (lock !== null) add(objects.length, lock.dictionary());
  return pdfOf(objects.slice(1), lock === null ? "" : `/Encrypt ${objects.length - 1} 0 R /ID [<${id}> <${id}>]`);
}

const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, "latin1"), padding]).subarray(0, 32);
const md5 = (...parts: readonly Buffer[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();

/** The standard security handler, revision 2 (RC4, 40 bits). */
class Lock {
  readonly #key: Buffer;
  readonly #owner: Buffer;
  readonly #permissions = Buffer.from([0xc4, 0xff, 0xff, 0xff]);

  constructor(user: string, owner: string, id: Buffer) {
    this.#owner = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
    this.#key = md5(padded(user), this.#owner, this.#permissions, id).subarray(0, 5);
  }

  encrypt(data: Buffer, object: number): Buffer {
    const number = Buffer.from([object & 255, (object >> 8) & 255, (object >> 16) & 255, 0, 0]);
    return rc4(md5(this.#key, number).subarray(0, 10), data);
  }

  dictionary(): string {
    return `<< /Filter /Standard /V 1 /R 2 /O <${this.#owner.toString("hex")}> /U <${rc4(this.#key, padding).toString("hex")}> /P -60 >>`;
  }
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    [state[i], state[j]] = [state[j]!, state[i]!];
  }
  let [a, b] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      a = (a + 1) & 255;
      b = (b + state[a]!) & 255;
      [state[a], state[b]] = [state[b]!, state[a]!];
      return byte ^ state[(state[a]! + state[b]!) & 255]!;
    }),
  );
}
