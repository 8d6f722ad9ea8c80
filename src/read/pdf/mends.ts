/**
 * Faults of the pinned pdf.js that a damaged or hostile file sets off and no caller can reach: each is mended by one replacement in the text of the
 * module while Node loads it. Where Node cannot (before 22.15, or in a bundle) the module stays as it is, and only a process that can be
 * killed bounds such a file.
 */
import nodeModule from "node:module";
import { mostSteps, stepsPerByte } from "./operators.ts";

/** One replacement in `pdf.worker.mjs`; `find` stands there once. */
export interface Mend {
  readonly id: string;
  /** What a file does with the fault. */
  readonly why: string;
  readonly find: string;
  /** What it counts is held to the limits of `operators.ts`; `endCompat` among the operators says that a page was left there. */
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
  {
    id: "drawn-again",
    why: "a stream is read anew each time it is drawn, and with its dictionary each font that is written into it, with the character map of that font",
    find: "xrefEntry.dict.objId = ref.toString();",
    instead: `const entry = this.getEntry(num);
      xrefEntry.dict = entry.dictionary ??= xrefEntry.dict;
      xrefEntry.dict.objId = ref.toString();`,
  },
  {
    id: "drawn-in-drawn",
    why: "forms, patterns and masks that each draw the next one twice draw without end in a file of a few kilobytes; none of it is handed over before all of a group is read",
    find: "let stop, cs, name, isValidName;\n      while (!(stop = timeSlotManager.check())) {",
    instead: `let stop, cs, name, isValidName;
      const most = ${mostSteps} + ${stepsPerByte} * xref.stream.length;
      task.steps = (task.steps ?? 0) + 20;
      xref.steps = (xref.steps ?? 0) + 20;
      while (!(stop = timeSlotManager.check())) {
        if (++task.steps > ${mostSteps} || ++xref.steps > most) { operatorList.addOp(OPS.endCompat, []); throw new Error("too many steps"); }`,
  },
  {
    id: "fonts-of-one-file",
    why: "each font that names a font file reads all of it again",
    find: 'const subtypeEntry = fontFile.dict.get("Subtype");',
    instead: `this.xref.steps = (this.xref.steps ?? 0) + fontFile.getBytes().length / 4;
        fontFile.reset();
        const subtypeEntry = fontFile.dict.get("Subtype");`,
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
