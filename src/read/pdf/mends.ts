/**
 * Faults of the pinned pdf.js that a damaged file sets off and no caller can reach: each is mended by one replacement in the text of the
 * module while Node loads it. Where Node cannot (before 22.15, or in a bundle) the module stays as it is, and only a process that can be
 * killed bounds such a file.
 */
import nodeModule from "node:module";

/** One replacement in `pdf.worker.mjs`; `find` stands there once. */
export interface Mend {
  readonly id: string;
  /** What a file does with the fault. */
  readonly why: string;
  readonly find: string;
  readonly instead: string;
}

export const mends: readonly Mend[] = [
  {
    id: "type1-encoding",
    why: "a Type 1 font that names a character beyond 255 makes a sparse array of up to 2³¹ places, which is searched from end to end for each glyph",
    find: "encoding[index] = glyph;",
    instead: "if (index >= 0 && index < 256) encoding[index] = glyph;",
  },
  {
    id: "page-ahead",
    why: "a page that is fetched ahead and cannot be read is a rejection that nobody handles: it ends the process",
    find: "pageDictCache.put(lastKid, xref.fetchAsync(lastKid));",
    instead: "const ahead = xref.fetchAsync(lastKid); ahead.catch(() => {}); pageDictCache.put(lastKid, ahead);",
  },
  {
    id: "saved-states",
    why: "each saved state inherits from the one before, so that what is looked up in the last goes through all of them",
    find: "  } = {}) {\n    const clone = Object.create(this);\n    if (newPath) {",
    instead: "  } = {}) {\n    const clone = Object.assign(Object.create(Object.getPrototypeOf(this)), this);\n    if (newPath) {",
  },
];

/** The text of the module without its faults. */
export function mend(text: string): string {
  return mends.reduce((mended, { find, instead }) => mended.replace(find, () => instead), text);
}

/** Not in every Node that the package runs on. */
const { registerHooks }: Partial<Pick<typeof nodeModule, "registerHooks">> = nodeModule;

const reader = /\/pdfjs-dist\/legacy\/build\/pdf\.worker\.mjs$/;

/** Does an import during which the half of pdf.js that reads is mended. Other modules that are loaded meanwhile stay as they are. */
export async function withMends<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks?.({
    load: (url, context, next) => {
      const loaded = next(url, context);
      return reader.test(url) && loaded.source !== undefined ? { ...loaded, source: mend(textOf(loaded.source)) } : loaded;
    },
  });
  try {
    return await load();
  } finally {
    hooks?.deregister();
  }
}

function textOf(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  return typeof source === "string" ? source : new TextDecoder().decode(source);
}
