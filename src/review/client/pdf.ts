/** Pages of a PDF, drawn by pdf.js when they come near. */
import type { Sheet } from "./backend.ts";
import { reasonOf } from "./dialog.ts";

interface Viewport {
  readonly width: number;
  readonly height: number;
}

interface Page {
  readonly rotate: number;
  getViewport(options: { scale: number; rotation: number }): Viewport;
  render(options: { canvas: HTMLCanvasElement; viewport: Viewport }): { readonly promise: Promise<void> };
}

interface Pdf {
  readonly numPages: number;
  getPage(number: number): Promise<Page>;
}

interface Library {
  readonly GlobalWorkerOptions: { workerSrc: string };
  getDocument(options: Readonly<Record<string, unknown>>): { readonly promise: Promise<Pdf>; destroy(): Promise<void> };
}

const at = "/assets/pdfjs/";

/** Hands pdf.js its character maps, which are a module of their own; fonts that a file does not bring are those of the machine. */
class CharacterMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const maps = (await import(`${at}cmaps.mjs`)) as { readonly default: Readonly<Record<string, string>> };
    const base64 = maps.default[filename];
    if (base64 === undefined) throw new Error(`${filename} is not shipped`);
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  }
}

/** Fills `into` with one sheet a page; each is drawn when it comes near. The file and its worker are let go with `signal`. */
export async function showPdf(bytes: Uint8Array, sheets: readonly Sheet[], into: HTMLElement, label: (page: number) => string, signal: AbortSignal): Promise<void> {
  const library = (await import(`${at}pdf.mjs`)) as Library;
  library.GlobalWorkerOptions.workerSrc = `${at}pdf.worker.mjs`;
  signal.throwIfAborted();
  const task = library.getDocument({ data: bytes, BinaryDataFactory: CharacterMaps, cMapPacked: true, useWorkerFetch: false, useSystemFonts: true, enableXfa: false, useWasm: false, verbosity: 0 });
  signal.addEventListener("abort", () => void task.destroy());
  const pdf = await task.promise;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        observer.unobserve(target);
        // What is let go while it is drawn is seen by nobody.
        void draw(pdf, target, sheets).catch((error: unknown) => { if (!signal.aborted) target.append(reasonOf(error)); });
      }
    },
    { root: into, rootMargin: "400px" },
  );
  signal.addEventListener("abort", () => { observer.disconnect(); });
  let usual = sheets[0] ?? null;
  for (let page = 1; page <= pdf.numPages; page++) {
    const known = sheets.find((sheet) => sheet.page === page) ?? usual ?? (await sizeOf(pdf, page));
    signal.throwIfAborted();
    usual ??= known;
    const sheet = sheetOf(page, known, label(page));
    into.append(sheet);
    observer.observe(sheet);
  }
}

/** An empty sheet with the shape of a page; marks are laid over it by shares of its size. */
export function sheetOf(page: number, { width, height }: Pick<Sheet, "width" | "height">, label: string): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  sheet.dataset["page"] = String(page);
  sheet.dataset["width"] = String(width);
  sheet.dataset["height"] = String(height);
  sheet.style.aspectRatio = `${String(width)} / ${String(height)}`;
  const number = document.createElement("span");
  number.className = "pageno";
  number.textContent = label;
  sheet.append(number);
  return sheet;
}

async function sizeOf(pdf: Pdf, page: number): Promise<Sheet> {
  const one = await pdf.getPage(page);
  const { width, height } = one.getViewport({ scale: 1, rotation: one.rotate });
  return { source: 0, page, width, height, turn: 0 };
}

async function draw(pdf: Pdf, sheet: HTMLElement, sheets: readonly Sheet[]): Promise<void> {
  const number = Number(sheet.dataset["page"]);
  const page = await pdf.getPage(number);
  const turn = sheets.find((one) => one.page === number)?.turn ?? 0;
  const rotation = (page.rotate + 90 * turn) % 360;
  const plain = page.getViewport({ scale: 1, rotation });
  const scale = (sheet.clientWidth / plain.width) * Math.min(devicePixelRatio, 2);
  const viewport = page.getViewport({ scale, rotation });
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
  await page.render({ canvas, viewport }).promise;
  sheet.prepend(canvas);
  sheet.dataset["drawn"] = "";
}
