/**
 * The one door to pdf.js: a copy of our own, patched when the project is built (`scripts/patches`), with its character maps as a module,
 * and the narrow shapes of it that the reader uses. No file is looked up and nothing is shared with a pdf.js of the host.
 */
import type { LibraryAnnotation } from "./annotations.ts";
import { mostOperators, stepsOfPage, stepsPerByte } from "./limits.ts";
import { Port } from "./port.ts";

/** What a page draws: operators by number, each with its arguments. The flags are fields of our own copy. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
  /** The list ended of itself. */
  readonly whole: boolean;
  /** A part could not be read. */
  readonly damaged: boolean;
  /** There was too much, and reading ended there. */
  readonly cut: boolean;
}

/** Fonts and pictures by the ids of operators. A callback is called once the object is there, with null for one that cannot be read. */
export interface LibraryObjects {
  has(id: string): boolean;
  get(id: string, arrived?: (object: unknown) => void): unknown;
}

/** What a page of pdf.js does for us. */
export interface LibraryPage {
  readonly rotate: number;
  getViewport(options: { scale: number }): { readonly width: number; readonly height: number; readonly transform: readonly number[] };
  getOperatorList(options: { annotationMode: number; mostOperators: number }): Promise<OperatorList>;
  readonly commonObjs: LibraryObjects;
  /** What belongs to this page alone: most of its pictures. */
  readonly objs: LibraryObjects;
  getStructTree(): Promise<StructureNode | null>;
  getAnnotations(): Promise<readonly LibraryAnnotation[]>;
  cleanup(): boolean;
}

/** An element of a tagged file, or a content in it: `id` ends in the number of the marked content. */
export interface StructureNode {
  readonly role?: string;
  readonly id?: string;
  readonly rowSpan?: unknown;
  readonly colSpan?: unknown;
  readonly children?: readonly StructureNode[];
}

/** What a document of pdf.js does for us. */
export interface LibraryDocument {
  readonly numPages: number;
  getPage(number: number): Promise<LibraryPage>;
  getMarkInfo(): Promise<unknown>;
  getMetadata(): Promise<unknown>;
  /** The files inside by a key, null without any. */
  getAttachments(): Promise<unknown>;
  /** Which layers are switched on, as the file opens. */
  getOptionalContentConfig(): Promise<{ isVisible(layer: unknown): boolean }>;
}

/** A document that is being opened; `destroy` ends it in any case. */
export interface LibraryTask {
  readonly promise: Promise<LibraryDocument>;
  destroy(): Promise<void>;
}

/** The parts of pdf.js that the reader uses. */
export interface Library {
  readonly operators: Readonly<Record<string, number>>;
  readonly open: (bytes: Uint8Array, settings?: Readonly<Record<string, unknown>>) => LibraryTask;
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
  // @ts-expect-error -- written by the build, without types.
  const asking = import("./pdfjs/pdf.mjs") as Promise<Module>;
  // @ts-expect-error -- the same.
  const reading = import("./pdfjs/pdf.worker.mjs") as Promise<WorkerModule>;
  const [module, { WorkerMessageHandler }] = await Promise.all([asking, reading]);
  const open = (bytes: Uint8Array, settings: Readonly<Record<string, unknown>> = readingSettings): LibraryTask => {
    const port = new Port();
    WorkerMessageHandler.initializeFromPort(port);
    const worker = new module.PDFWorker({ port, verbosity: readingSettings.verbosity });
    const task = module.getDocument({ data: new Uint8Array(bytes), worker, ...settings });
    return { promise: task.promise, destroy: () => task.destroy().finally(() => worker.destroy()) };
  };
  return { operators: module.OPS, open };
}

/** Hands pdf.js the character maps and decoders of pictures that the package ships; they are loaded when the first file asks for one. Nothing else is shipped, and nothing is fetched. */
class ShippedData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    // @ts-expect-error -- written by the build, without types.
    const shipped = (await (kind === "wasmUrl" ? import("./pdfjs/decoders.mjs") : import("./pdfjs/cmaps.mjs"))) as { readonly default: Readonly<Record<string, string>> };
    const base64 = shipped.default[filename];
    if (base64 === undefined) throw new Error(`${filename} is not shipped`);
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  }
}

/** How pdf.js is told to read: with the character maps of its package, for words and not for pictures. */
export const readingSettings = {
  BinaryDataFactory: ShippedData,
  cMapPacked: true,
  useSystemFonts: false,
  disableFontFace: true,
  // Font names and ToUnicode maps: bold type, and fonts whose characters nobody can know.
  fontExtraProperties: true,
  // Larger images are not decoded; a page is read for its words.
  maxImageSize: 1,
  stopAtErrors: false,
  enableXfa: false,
  stepsOfPage,
  stepsPerByte,
  verbosity: 0,
};

/** Pictures of more pixels than this are not decoded: an A3 page at 600 dots an inch has 70 million. */
const mostPixels = 100_000_000;

/** The same for the pictures of pages that are pictures. */
export const pictureSettings = { ...readingSettings, maxImageSize: mostPixels };

/** The operators of a page, `mostOperators` of them and a few more. Rejects when nothing could be read. */
export async function operatorsOf(page: LibraryPage): Promise<OperatorList> {
  const list = await page.getOperatorList({ annotationMode: 0, mostOperators });
  const damaged = !list.cut && (!list.whole || list.damaged);
  if (damaged && list.fnArray.length === 0) throw new Error("nothing could be read");
  return { ...list, damaged };
}
