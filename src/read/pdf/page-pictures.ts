/** The pictures that a page shows, decoded, each with the place it is put to. Only pages that are pictures are read in this way. */
import { isList } from "./arguments.ts";
import { black, colorFrom } from "./color.ts";
import type { LibraryObjects, LibraryPage, OperatorList } from "./library.ts";
import { matrixFrom, multiply, type Matrix } from "../grid/matrix.ts";
import type { PlacedPicture, Pixels } from "../scan/raster.ts";

/** More pictures than this on one page are a drawing. */
const mostPictures = 2000;

/** The pictures of a page in the order they are painted; `matrix` leads from the file's coordinates to points of the page. */
export async function picturesOf(page: LibraryPage, { fnArray, argsArray }: OperatorList, operators: Readonly<Record<string, number>>, matrix: Matrix): Promise<PlacedPicture[]> {
  const byNumber = new Map(Object.entries(operators).map(([name, code]) => [code, name]));
  const reader = new PictureReader(page, matrix);
  for (const [i, code] of fnArray.entries()) {
    const args: unknown = argsArray[i];
    await reader.operator(byNumber.get(code) ?? "", isList(args) ? args : []);
  }
  return reader.pictures;
}

interface State {
  readonly matrix: Matrix;
  readonly fill: number;
}

class PictureReader {
  readonly pictures: PlacedPicture[] = [];
  readonly #page: LibraryPage;
  readonly #stack: State[] = [];
  #state: State;

  constructor(page: LibraryPage, matrix: Matrix) {
    this.#page = page;
    this.#state = { matrix, fill: black };
  }

  async operator(name: string, args: readonly unknown[]): Promise<void> {
    if (name === "save" || name === "beginGroup") this.#save();
    else if (name === "paintFormXObjectBegin") {
      this.#save();
      if (args[0] !== null && args[0] !== undefined) this.#transform(args[0]);
    } else if (name === "restore" || name === "endGroup" || name === "paintFormXObjectEnd") this.#state = this.#stack.pop() ?? this.#state;
    else if (name === "transform") this.#transform(args);
    else if (name === "setFillRGBColor") this.#state = { ...this.#state, fill: colorFrom(args[0]) ?? black };
    else if (name.startsWith("paint") && this.pictures.length < mostPictures) await this.#paint(name, args);
  }

  #save(): void {
    if (this.#stack.length < 10_000) this.#stack.push(this.#state);
  }

  #transform(matrix: unknown): void {
    this.#state = { ...this.#state, matrix: multiply(this.#state.matrix, matrixFrom(isList(matrix) ? [...matrix] : matrix)) };
  }

  async #paint(name: string, [first]: readonly unknown[]): Promise<void> {
    const { matrix, fill } = this.#state;
    if (name === "paintSolidColorImageMask") this.pictures.push({ matrix, pixels: { kind: "stencil", width: 1, height: 1, data: new Uint8Array(1), color: fill } });
    else if (name === "paintImageXObject" || name === "paintInlineImageXObject") this.#add(pixelsOf(await this.#object(first)), matrix);
    else if (name === "paintImageMaskXObject") this.#add(await this.#stencil(first, fill), matrix);
  }

  #add(pixels: Pixels | null, matrix: Matrix): void {
    if (pixels !== null) this.pictures.push({ matrix, pixels });
  }

  async #stencil(mask: unknown, color: number): Promise<Pixels | null> {
    if (!isRecord(mask)) return null;
    const found = typeof mask["data"] === "string" ? await this.#object(mask["data"]) : mask;
    if (!isRecord(found) || !isBytes(found["data"])) return null;
    const { width, height } = sizeOf(found["width"] === undefined ? mask : found);
    return { kind: "stencil", width, height, data: found["data"], color };
  }

  /** A picture by its id once it is decoded, or itself where it stands in the operator. */
  #object(id: unknown): Promise<unknown> {
    if (typeof id !== "string") return Promise.resolve(id);
    const objects: LibraryObjects = id.startsWith("g_") ? this.#page.commonObjs : this.#page.objs;
    return new Promise((resolve) => objects.get(id, resolve));
  }
}

/** How pdf.js says what a pixel is. */
const kinds: Readonly<Record<number, "bits" | "rgb" | "rgba">> = { 1: "bits", 2: "rgb", 3: "rgba" };

function pixelsOf(image: unknown): Pixels | null {
  if (!isRecord(image) || !isBytes(image["data"])) return null;
  const kind = kinds[Number(image["kind"])];
  return kind === undefined ? null : { kind, ...sizeOf(image), data: image["data"] };
}

function sizeOf({ width, height }: Readonly<Record<string, unknown>>): { readonly width: number; readonly height: number } {
  return { width: Number(width), height: Number(height) };
}

function isBytes(value: unknown): value is Uint8Array | Uint8ClampedArray {
  return value instanceof Uint8Array || value instanceof Uint8ClampedArray;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
