/** The parts of a workbook beside its sheets (ECMA-376 part 1, SpreadsheetML). */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Looks of cells: the number of the row in `cellXfs`. */
export const looks = { heading: 1, text: 2, number: 3, date: 4, framedHeading: 5, framed: 6 } as const;

/** `_rels/.rels`: which part is the workbook. */
export const packageXml = `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const font = (inner: string): string => `<font>${inner}<sz val="11"/><name val="SimSun"/><family val="0"/><charset val="134"/></font>`;
const look = (numFmt: number, rest: string, alignment: string, border = 0): string =>
  `<xf numFmtId="${numFmt}" ${rest} borderId="${border}" xfId="0" applyNumberFormat="1" applyAlignment="1" applyBorder="1"><alignment ${alignment}/></xf>`;

/** `xl/styles.xml`. Number format 49 is text. */
export const stylesXml = [
  `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>`,
  `<fonts count="2">${font("")}${font("<b/>")}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("")}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  look(49, 'fontId="1" fillId="2" applyFont="1" applyFill="1"', 'vertical="center" wrapText="1"'),
  look(49, 'fontId="0" fillId="0"', 'vertical="top" wrapText="1"'),
  look(0, 'fontId="0" fillId="0"', 'vertical="top"'),
  look(164, 'fontId="0" fillId="0"', 'vertical="top"'),
  look(49, 'fontId="1" fillId="2" applyFont="1" applyFill="1"', 'horizontal="center" vertical="center" wrapText="1"', 1),
  look(49, 'fontId="0" fillId="0"', 'vertical="top" wrapText="1"', 1),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");

/** Name of the part of a sheet, counted from 1. */
export function sheetPart(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** A sheet that stands: its name, and how many columns and rows it has, the header counted. */
export interface Standing {
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
}

/** What is repeated on each printed page, and what the filter is about: Excel wants both as names of the workbook. */
function definedNames(sheets: readonly Standing[]): string {
  const names = sheets.flatMap(({ name, columns, rows }, i) => {
    const sheet = `'${xmlText(name.replaceAll("'", "''"))}'`;
    const of = (called: string, rest: string, range: string): string => `<definedName name="_xlnm.${called}" localSheetId="${i}"${rest}>${sheet}!${range}</definedName>`;
    return [of("_FilterDatabase", ' hidden="1"', `$A$1:$${columnName(columns - 1)}$${rows}`), of("Print_Titles", "", "$1:$1")];
  });
  return names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
}

/** The parts that list the sheets: they come last, when the sheets are known. */
export function listingParts(sheets: readonly Standing[]): { readonly name: string; readonly pieces: string[] }[] {
  const styles = sheets.length + 1;
  const workbook = sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  const related = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("");
  const typed = sheets.map((_, i) => `<Override PartName="/${sheetPart(i + 1)}" ContentType="${type}.worksheet+xml"/>`).join("");
  return [
    { name: "xl/workbook.xml", pieces: [`${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${workbook}</sheets>${definedNames(sheets)}</workbook>`] },
    {
      name: "xl/_rels/workbook.xml.rels",
      pieces: [`${head}<Relationships xmlns="${packageRelations}">${related}<Relationship Id="rId${styles}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`],
    },
    {
      name: "[Content_Types].xml",
      pieces: [
        `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
        `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${typed}`,
        `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
      ],
    },
  ];
}

/** What stands before the rows of a sheet: its first row stays in view. `first`: the sheet that is open when the workbook is opened. */
export function sheetHead(widths: readonly number[], first: boolean): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("");
  return [
    `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView ${first ? 'tabSelected="1" ' : ""}workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`,
  ].join("");
}

/** What stands behind them: a filter, and A4 across, as wide as one page and as long as it takes. */
export function sheetEnd({ columns, rows }: Pick<Standing, "columns" | "rows">): string {
  return [
    `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
  ].join("");
}

/** A, B … Z, AA, AB … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Words as XML text or attribute. */
export function xmlText(words: string): string {
  return words.replace(/[&<>"\r]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
