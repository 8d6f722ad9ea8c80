/**
 * Faults of the pinned pdf.js that a damaged or hostile file sets off, and losses that it passes over in silence, where no caller can reach them: each is
 * mended by one replacement in the text of the module while Node loads it. Where Node cannot (before 22.15, or in a bundle) the module stays as it is, and only a process that can be
 * killed bounds such a file.
 */
import nodeModule from "node:module";
import { mostSteps, stepsPerByte } from "./limits.ts";

/** One replacement in `pdf.worker.mjs`; `find` stands there once. */
export interface Mend {
  readonly id: string;
  /** What a file does with the fault. */
  readonly why: string;
  readonly find: string;
  /** Operators that the library never hands over of itself tell what came of a page: see `operators.ts`, and for `markPoint` `interpreter.ts`. */
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
    id: "widths",
    why: "a range of widths may go on far beyond 65535, the last character there is (ISO 32000-2 annex C)",
    find: "for (let j = start; j <= code; j++) {\n              glyphsWidths[j] = width;",
    instead: "for (let j = Math.max(start, 0); j <= code && j <= 0xffff; j++) {\n              glyphsWidths[j] = width;",
  },
  {
    id: "vertical-widths",
    why: "the same for vertical writing",
    find: "for (let j = start; j <= code; j++) {\n                glyphsVMetrics[j] = vmetric;",
    instead: "for (let j = Math.max(start, 0); j <= code && j <= 0xffff; j++) {\n                glyphsVMetrics[j] = vmetric;",
  },
  {
    id: "mapped-characters",
    why: "a character map of one line may map 16 million characters; the largest of those in use map 30 thousand",
    find: "const MAX_MAP_RANGE = 2 ** 24 - 1;",
    instead: "const MAX_MAP_RANGE = 2 ** 18 - 1;",
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
    id: "failed-again",
    why: "an object that cannot be read is tried again each time it is needed, often up to the end of the file",
    find: `    this.#pendingRefs.put(ref);
    try {
      xrefEntry = xrefEntry.uncompressed ? this.fetchUncompressed(ref, xrefEntry, suppressEncryption) : this.fetchCompressed(ref, xrefEntry, suppressEncryption);
      this.#pendingRefs.remove(ref);
    } catch (ex) {
      this.#pendingRefs.remove(ref);
`,
    instead: `    const entry = xrefEntry;
    if (entry.failed) throw entry.failed;
    this.#pendingRefs.put(ref);
    try {
      xrefEntry = entry.uncompressed ? this.fetchUncompressed(ref, entry, suppressEncryption) : this.fetchCompressed(ref, entry, suppressEncryption);
      this.#pendingRefs.remove(ref);
    } catch (ex) {
      this.#pendingRefs.remove(ref);
      entry.failed = ex;
      if (entry.uncompressed && !(ex instanceof XRefEntryException)) this.steps = (this.steps ?? 0) + Math.max(0, this.stream.length - entry.offset);
`,
  },
  {
    id: "one-in-another",
    why: "objects that do not end are each read up to the end of the file",
    find: `    if (!(xrefEntry instanceof BaseStream)) {
      this.#cacheMap.set(num, xrefEntry);`,
    instead: `    if (!(xrefEntry instanceof BaseStream)) {
      this.steps = (this.steps ?? 0) + stream.pos - stream.start;
      this.#cacheMap.set(num, xrefEntry);`,
  },
  {
    id: "drawn-again",
    why: "a stream is read anew each time it is drawn, and with its dictionary each font that is written into it, with the character map of that font",
    find: "xrefEntry.dict.objId = ref.toString();",
    instead: `xrefEntry.dict = this.getEntry(num).dictionary ??= xrefEntry.dict;
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
  {
    id: "fonts-of-one-map",
    why: "each font that names a map to Unicode reads all of it again",
    find: `    if (cmapObj instanceof BaseStream) {
      try {
        const cmap = await CMapFactory.create({`,
    instead: `    if (cmapObj instanceof BaseStream) {
      try {
        this.xref.steps = (this.xref.steps ?? 0) + cmapObj.getBytes().length;
        cmapObj.reset();
        const cmap = await CMapFactory.create({`,
  },
  {
    id: "fonts-of-one-list",
    why: "each font that names a list of widths reads all of it again",
    find: "    let isMonospace = true;\n    let firstWidth = defaultWidth;",
    instead: "    xref.steps = (xref.steps ?? 0) + 8 * Object.keys(glyphsWidths).length;\n    let isMonospace = true;\n    let firstWidth = defaultWidth;",
  },
  {
    id: "pages-behind",
    why: "the pages behind one that is not there are left out",
    find: 'addPageError(new FormatError("Page dictionary kid reference points to wrong type of object."));\n        break;',
    instead: 'addPageError(new FormatError("Page dictionary kid reference points to wrong type of object."));\n        queueItem.posInKids++;\n        continue;',
  },
  {
    id: "no-contents",
    why: "a page whose contents are not there is taken for a blank one, and so is the first page when it is not there itself",
    find: "    return new NullStream();\n  }\n  get xfaData() {",
    instead: `    if (this.pageDict === Dict.empty || this.pageDict.getRaw("Contents") instanceof Ref) throw new FormatError("no contents");
    return new NullStream();\n  }\n  get xfaData() {`,
  },
  {
    id: "contents-in-part",
    why: "of contents in several streams, those that are not there or cannot be read are passed over in silence",
    find: "return new StreamsSequenceStream(content, this.#onSubStreamError.bind(this));",
    instead: `const sequence = new StreamsSequenceStream(content, (reason, objId) => {
        sequence.damaged = true;
        this.#onSubStreamError(reason, objId);
      });
      sequence.damaged = content.some(item => !(item instanceof BaseStream));
      return sequence;`,
  },
  {
    id: "end-of-contents",
    why: "says at the end of such contents that a part was passed over",
    find: "      closePendingMarkedContentOPS();\n      closePendingRestoreOPS();\n      resolve();",
    instead: "      if (stream.damaged) operatorList.addOp(OPS.beginCompat, []);\n      closePendingMarkedContentOPS();\n      closePendingRestoreOPS();\n      resolve();",
  },
  {
    id: "broken-off",
    why: "what stands behind an error in the contents is left out in silence",
    find: 'warn(`getOperatorList - ignoring errors during "${task.name}" ` + `task: "${reason}".`);',
    instead: "operatorList.addOp(OPS.beginCompat, []);",
  },
  {
    id: "forms-not-there",
    why: "a form that is drawn and is not there is passed over in silence",
    find: 'warn(`getOperatorList - ignoring XObject: "${reason}".`);',
    instead: 'if (reason instanceof XRefEntryException || /^XObject should/.test(reason?.message)) operatorList.addOp(OPS.beginCompat, []);',
  },
  {
    id: "fonts-not-there",
    why: "what is written in a font that is not there is read as if it were Helvetica",
    find: "    state.font = translated.font;\n    translated.send(this.handler);",
    instead: "    state.font = translated.font;\n    if (translated.dict === PartialEvaluator.fallbackFontDict) operatorList.addOp(OPS.markPoint, [translated.loadedName]);\n    translated.send(this.handler);",
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
