/**
 * The one door to pdfjs-dist: how it is loaded without a canvas, where its character maps and fonts lie,
 * and the narrow shapes of it that the reader uses.
 */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { withMends } from "./mends.ts";
import { Port } from "./port.ts";

/** What a page draws: operators by number, each with its arguments. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What a page of pdf.js does for us. */
export interface LibraryPage {
  readonly rotate: number;
  getViewport(options: { scale: number }): { readonly width: number; readonly height: number; readonly transform: readonly number[] };
  getOperatorList(options: { annotationMode: number }): Promise<OperatorList>;
  readonly commonObjs: { has(id: string): boolean; get(id: string): unknown };
  getStructTree(): Promise<StructureNode | null>;
  cleanup(): boolean;
  /** Not documented: takes the next piece of an operator list. The version is pinned, and a test sees that it is called. */
  _renderPageChunk: (chunk: unknown, state: ListState) => void;
  /** Not documented: ends the reading of a page. */
  _abortOperatorList(options: { intentState: ListState; reason: Error; force: boolean }): void;
}

/** An element of a tagged file, or a content in it: `id` ends in the number of the marked content. */
export interface StructureNode {
  readonly role?: string;
  readonly id?: string;
  readonly rowSpan?: unknown;
  readonly colSpan?: unknown;
  readonly children?: readonly StructureNode[];
}

/** An operator list that is still coming. */
export interface ListState {
  readonly operatorList: { readonly fnArray: readonly number[]; lastChunk: boolean };
  readonly renderTasks: Iterable<{ operatorListChanged(): void }>;
}

/** What a document of pdf.js does for us. */
export interface LibraryDocument {
  readonly numPages: number;
  getPage(number: number): Promise<LibraryPage>;
  getMarkInfo(): Promise<unknown>;
  getMetadata(): Promise<unknown>;
}

/** A document that is being opened; `destroy` ends it in any case. */
export interface LibraryTask {
  readonly promise: Promise<LibraryDocument>;
  destroy(): Promise<void>;
}

/** The parts of pdf.js that the reader uses. */
export interface Library {
  readonly operators: Readonly<Record<string, number>>;
  readonly open: (bytes: Uint8Array) => LibraryTask;
}

interface Module {
  readonly OPS: Readonly<Record<string, number>>;
  getDocument(options: Readonly<Record<string, unknown>>): LibraryTask;
  readonly PDFWorker: new (options: { readonly port: Port; readonly verbosity: number }) => { destroy(): void };
}

/** The half of pdf.js that reads; the other half asks. */
interface WorkerModule {
  readonly WorkerMessageHandler: { initializeFromPort(port: Port): void };
}

let loaded: Promise<Library> | null = null;

/** Loads pdf.js once. */
export function library(): Promise<Library> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Library> {
  const module = await importWithStubs();
  // @ts-expect-error -- the package has no types for this file.
  const { WorkerMessageHandler } = await withMends(() => import("pdfjs-dist/legacy/build/pdf.worker.mjs") as Promise<WorkerModule>);
  const settings = readingSettings();
  const open = (bytes: Uint8Array): LibraryTask => {
    const port = new Port();
    WorkerMessageHandler.initializeFromPort(port);
    const worker = new module.PDFWorker({ port, verbosity: settings.verbosity });
    const task = module.getDocument({ data: new Uint8Array(bytes), worker, ...settings });
    return { promise: task.promise, destroy: () => task.destroy().finally(() => worker.destroy()) };
  };
  return { operators: module.OPS, open };
}

/** How pdf.js is told to read: with the character maps and fonts of its package, for words and not for pictures. */
export function readingSettings() {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    cMapUrl: join(folder, "cmaps") + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts") + sep,
    wasmUrl: join(folder, "wasm") + sep,
    useSystemFonts: false,
    disableFontFace: true,
    // Font names and ToUnicode maps: bold type, and fonts whose characters nobody can know.
    fontExtraProperties: true,
    // Larger images are not decoded; a page is read for its words.
    maxImageSize: 1,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  };
}

/** The library makes a DOMMatrix while it loads and never again as long as nothing is drawn, so any class will do. */
async function importWithStubs(): Promise<Module> {
  const missing = ["DOMMatrix", "ImageData", "Path2D"].filter((name) => !(name in globalThis));
  for (const name of missing) Object.defineProperty(globalThis, name, { value: Object, configurable: true, writable: true });
  const module: unknown = await import("pdfjs-dist/legacy/build/pdf.mjs");
  for (const name of missing) Reflect.deleteProperty(globalThis, name);
  return module as Module;
}
