/** Small workbooks from strings of markup. */
import { zip } from "../docx/build.ts";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One sheet: its rows, and what stands before and behind `sheetData`. */
export interface SheetMarkup {
  readonly name?: string;
  readonly rows: string;
  readonly before?: string;
  readonly behind?: string;
  readonly state?: string;
  /** Relationships of the sheet: kind and target. */
  readonly related?: readonly (readonly [kind: string, target: string])[];
  /** Kind of its own relationship. */
  readonly kind?: string;
}

/** A workbook. */
export interface WorkbookMarkup {
  readonly sheets: readonly SheetMarkup[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

/** The parts of a workbook by name. */
export function partsOf({ sheets, strings, styles, workbookPr = "", extra = {} }: WorkbookMarkup): Record<string, string> {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const typed = sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`).join("");
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${typed}</Types>`,
    "_rels/.rels": related([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${head}<workbook ${main}>${workbookPr}<sheets>${sheets.map(({ name = "表", state }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state === undefined ? "" : ` state="${state}"`}/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": related([...sheets.map(({ kind = "worksheet" }, i) => [kind, `worksheets/sheet${i + 1}.xml`] as const), ["sharedStrings", "sharedStrings.xml"], ["styles", "styles.xml"]]),
    "xl/sharedStrings.xml": `${head}<sst ${main}>${strings ?? ""}</sst>`,
    "xl/styles.xml": `${head}<styleSheet ${main}>${styles ?? ""}</styleSheet>`,
  };
  for (const [i, { rows, before = "", behind = "", related: own = [] }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `${head}<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
    if (own.length > 0) parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = related(own);
  }
  return { ...parts, ...extra };
}

function related(targets: readonly (readonly [kind: string, target: string])[]): string {
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${relations}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
}

/** The bytes of a workbook. */
export function xlsx(markup: WorkbookMarkup): Uint8Array {
  return zip(Object.entries(partsOf(markup)).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })));
}

/** A cell of text in itself. */
export function cell(name: string, text: string, attributes = ""): string {
  return `<c r="${name}" t="inlineStr" ${attributes}><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Rows of texts from a row on; an empty text leaves its cell out. */
export function rows(first: number, lines: readonly (readonly string[])[]): string {
  return lines.map((line, i) => `<row r="${first + i}">${line.map((text, j) => (text === "" ? "" : cell(`${String.fromCharCode(65 + j)}${first + i}`, text))).join("")}</row>`).join("");
}

/** The list of merged ranges. */
export function merges(...ranges: readonly string[]): string {
  return `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
}
