/** The sheets of a workbook as a document: what every format of sheets has in common. */
import type { Context } from "../../model/context.ts";
import type { FindingCode } from "../../model/finding.ts";
import type { MetaValue, NoticeDocument } from "../../model/document.ts";
import type { Place } from "../../model/position.ts";
import { layOut } from "./layout.ts";
import { ledgerOf } from "./ledger.ts";
import { placeOf, wordsOf, type Floating, type Sheet } from "./sheet.ts";
import { seenOf } from "./visible.ts";
import { SheetWriter } from "./write.ts";

/** A workbook as its format gives it. */
export interface Workbook {
  /** In the order of their tabs. */
  readonly sheets: readonly Sheet[];
  readonly meta: readonly MetaValue[];
  readonly charset: string | null;
}

/** Makes the document of a workbook. Null when nothing in it is to be seen; a diagnostic says so. */
export function documentOf({ sheets, meta, charset }: Workbook, source: number, context: Context): NoticeDocument | null {
  const writer = new SheetWriter(source, context.limits.sheetCharacters);
  const ledger = ledgerOf(sheets);
  if (ledger !== null) {
    // What nobody sees of it is said as of any sheet.
    seenOf(ledger.tasks, source, context);
    for (const { drafts, part } of ledger.pieces) writer.sheet(drafts, part);
    context.report("sheet/own-ledger", { place: [whole(source, ledger.tasks.part)] });
  }
  for (const sheet of ledger === null ? sheets : []) {
    if (sheet.visible) writeSheet(sheet, writer, source, context);
    else reportHidden(sheet, source, context);
  }
  const written = writer.written();
  if (writer.full) context.report("limit/sheet-characters", { params: { limit: String(context.limits.sheetCharacters) } });
  if (written.text === "") {
    context.report("sheet/no-text");
    return null;
  }
  const names = sheets.filter(({ visible, name }) => visible && name !== "").map((sheet): MetaValue => ({ name: "sheet", content: sheet.name, place: whole(source, sheet.part) }));
  return { source, ...written, meta: [...meta, ...names], pages: null, charset };
}

function writeSheet(sheet: Sheet, writer: SheetWriter, source: number, context: Context): void {
  const drafts = layOut(seenOf(sheet, source, context), context.limits.cells);
  writer.sheet(drafts, sheet.part);
  for (const box of sheet.boxes) writer.box(box);
  for (const draft of drafts) {
    if (draft.kind === "table" && draft.cut) context.report("limit/cells", { params: { limit: String(context.limits.cells) }, place: [placeOf(source, sheet.part, draft.first)] });
  }
  if (sheet.pictures.length > 0) reportFloating("picture/not-read", sheet.pictures, { source, context, params: { count: String(sheet.pictures.length) } });
  if (sheet.comments.length > 0) reportFloating("sheet/comments", sheet.comments, { source, context, params: { sheet: sheet.name, count: String(sheet.comments.length) } });
  if (sheet.margins.length > 0) context.report("sheet/margins", { params: { sheet: sheet.name }, actual: sheet.margins.join(" | "), place: [whole(source, sheet.part)] });
  if (sheet.uncalculated.length > 0) {
    const { uncalculated, name, part } = sheet;
    context.report("sheet/uncalculated", { params: { sheet: name, count: String(uncalculated.length) }, place: uncalculated.slice(0, mostNamed).map((cell) => placeOf(source, part, cell)) });
  }
}

/** Places that one finding names at most. */
const mostNamed = 50;

interface Reporting {
  readonly source: number;
  readonly context: Context;
  readonly params: Readonly<Record<string, string>>;
}

function reportFloating(code: FindingCode, floating: readonly Floating[], { source, context, params }: Reporting): void {
  const named = floating.slice(0, mostNamed);
  const actual = named.map(({ text }) => text).filter((text) => text !== "").join(" | ").slice(0, 1000);
  context.report(code, { params, actual, place: named.map(({ path }) => whole(source, path)) });
}

/** A hidden sheet mostly holds lists of choices; what it holds is left out, and said. */
function reportHidden(sheet: Sheet, source: number, context: Context): void {
  const words = sheet.cells.slice(0, mostNamed).map(wordsOf).filter((text) => text.trim() !== "");
  if (words.length > 0) context.report("sheet/hidden-sheet", { params: { sheet: sheet.name, count: String(sheet.cells.length) }, actual: words.join(" | ").slice(0, 300), place: [whole(source, sheet.part)] });
}

function whole(source: number, path: string): Place {
  return { source, kind: "element", path, start: null, end: null };
}
