/** Reads an XLSX workbook: container to parts, parts to sheets, sheets to a document. */
import type { Context } from "../../../model/context.ts";
import type { MetaValue, NoticeDocument } from "../../../model/document.ts";
import type { InputFile } from "../../../model/reader.ts";
import type { XmlElement, XmlSelection } from "../../xml.ts";
import { openParts, type OfficeParts, type Related } from "../../office-parts.ts";
import { documentOf, type Workbook } from "../document.ts";
import { bare, type Sheet } from "../sheet.ts";
import { openShower } from "../shown.ts";
import { readComments, readDrawing } from "./drawing.ts";
import { runsOf, unshown, type StringRun } from "./strings.ts";
import { readStyles } from "./styles.ts";
import { readWorksheet, RowReader, unneeded, type Shared } from "./worksheet.ts";

/** Reads an XLSX workbook. Null when nothing in it is readable, and a diagnostic says why. */
export async function readXlsx(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const workbook = await readXlsxSheets(file.bytes, source, context);
  return workbook === null ? null : documentOf({ ...workbook, charset: null }, source, context);
}

/** The sheets and properties of a workbook; null when it cannot be opened, and a diagnostic says why. */
export async function readXlsxSheets(bytes: Uint8Array, source: number, context: Context): Promise<Omit<Workbook, "charset"> | null> {
  const parts = await openParts(bytes, context);
  return parts === null ? null : new WorkbookReader(parts, source, context).read();
}

/** What sheets other than tables are called, by the kind of their relationship. */
const otherSheets: Readonly<Record<string, string>> = { chartsheet: "图表工作表", dialogsheet: "对话框工作表", xlMacrosheet: "宏工作表", xlIntlMacrosheet: "宏工作表" };

class WorkbookReader {
  readonly #parts: OfficeParts;
  readonly #source: number;
  readonly #context: Context;

  constructor(parts: OfficeParts, source: number, context: Context) {
    this.#parts = parts;
    this.#source = source;
    this.#context = context;
  }

  async read(): Promise<Omit<Workbook, "charset"> | null> {
    const own = await this.#parts.related("");
    const main = [...own.values()].find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml";
    if (/\.bin$/iu.test(main)) {
      this.#context.report("input/unsupported-format", { params: { format: "XLSB（二进制工作簿）" } });
      return null;
    }
    const root = await this.#parts.xml(main);
    if (root === null) return null;
    const sheets = await this.#sheets(root, await this.#parts.related(main));
    return { sheets, meta: await this.#meta(own) };
  }

  async #sheets(root: XmlElement, related: ReadonlyMap<string, Related>): Promise<Sheet[]> {
    const { date1904 = "" } = root.child("x:workbookPr")?.attributes ?? {};
    const part = async (kind: string, selection: XmlSelection): Promise<XmlElement | null> => {
      const target = [...related.values()].find((one) => one.kind === kind)?.target;
      return target === undefined ? null : this.#parts.xml(target, selection);
    };
    const strings: StringRun[][] = [];
    await part("sharedStrings", { skipped: unshown, taken: { name: "x:si", take: (item) => strings.push(runsOf(item)) } });
    const looks = readStyles(await part("styles", { skipped: unneeded }));
    const shared: Shared = { strings, looks, shower: await openShower(/^(?:1|true|on)$/iu.test(date1904)) };
    const sheets: Sheet[] = [];
    for (const { attributes } of root.child("x:sheets")?.children ?? []) {
      const { name = "", state = "visible" } = attributes;
      const target = related.get(attributes["r:id"] ?? "");
      const kind = otherSheets[target?.kind ?? ""];
      if (kind !== undefined) this.#context.report("sheet/other-sheet", { params: { sheet: name, kind } });
      else if (target === undefined) this.#context.report("package/missing-part", { params: { part: name } });
      else {
        const sheet = await this.#sheet(name, target.target, shared);
        if (sheet !== null) sheets.push({ ...sheet, visible: state === "visible" });
      }
    }
    return sheets;
  }

  async #sheet(name: string, part: string, shared: Shared): Promise<Sheet | null> {
    const rows = new RowReader(part, shared);
    const root = await this.#parts.xml(part, { skipped: unneeded, taken: { name: "x:row", take: (row) => { rows.read(row); } } });
    if (root === null) return null;
    const own = readWorksheet(root, rows);
    const related = [...(await this.#parts.related(part)).values()];
    const drawings = await this.#each(related, "drawing", readDrawing);
    const comments = await this.#each(related, "comments", readComments);
    return {
      ...bare,
      ...own,
      name,
      part,
      boxes: drawings.flatMap(({ boxes }) => boxes),
      pictures: [...own.pictures, ...drawings.flatMap(({ pictures }) => pictures)],
      comments: comments.flat(),
    };
  }

  async #each<T>(related: readonly Related[], kind: string, read: (root: XmlElement, part: string) => T): Promise<T[]> {
    const found: T[] = [];
    for (const { target } of related.filter((one) => one.kind === kind)) {
      const root = await this.#parts.xml(target);
      if (root !== null) found.push(read(root, target));
    }
    return found;
  }

  async #meta(own: ReadonlyMap<string, Related>): Promise<MetaValue[]> {
    const part = [...own.values()].find(({ kind }) => kind === "core-properties")?.target;
    const root = part === undefined || !this.#parts.has(part) ? null : await this.#parts.xml(part);
    return (root?.children ?? [])
      .filter(({ text }) => text.trim() !== "")
      .map(({ name, text, position }): MetaValue => ({ name, content: text.trim(), place: { source: this.#source, kind: "element", path: `${part ?? ""}#/cp:coreProperties/${name}[${position}]`, start: null, end: null } }));
  }
}
