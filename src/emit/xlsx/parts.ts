/** The parts of a workbook beside its sheets (ECMA-376 part 1, SpreadsheetML). */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Looks of cells: the number of the row in `cellXfs`. */
export const looks = { heading: 1, text: 2, number: 3, date: 4 } as const;

/** `_rels/.rels`: which part is the workbook. */
export const packageXml = `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const font = (inner: string): string => `<font>${inner}<sz val="11"/><name val="SimSun"/><family val="0"/><charset val="134"/></font>`;
const look = (numFmt: number, rest: string, alignment: string): string =>
  `<xf numFmtId="${numFmt}" ${rest} borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment ${alignment}/></xf>`;

/** `xl/styles.xml`. Number format 49 is text. */
export const stylesXml = [
  `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>`,
  `<fonts count="2">${font("")}${font("<b/>")}</fonts>`,
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  look(49, 'fontId="1" fillId="2" applyFont="1" applyFill="1"', 'vertical="center" wrapText="1"'),
  look(49, 'fontId="0" fillId="0"', 'vertical="top" wrapText="1"'),
  look(0, 'fontId="0" fillId="0"', 'vertical="top"'),
  look(164, 'fontId="0" fillId="0"', 'vertical="top"'),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join("");

/** Name of the part of a sheet, counted from 1. */
export function sheetPart(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** The parts that list the sheets: they come last, when the sheets are known. */
export function listingParts(sheets: readonly string[]): { readonly name: string; readonly pieces: string[] }[] {
  const styles = sheets.length + 1;
  const workbook = sheets.map((name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  const related = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("");
  const typed = sheets.map((_, i) => `<Override PartName="/${sheetPart(i + 1)}" ContentType="${type}.worksheet+xml"/>`).join("");
  return [
    { name: "xl/workbook.xml", pieces: [`${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${workbook}</sheets></workbook>`] },
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
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView ${first ? 'tabSelected="1" ' : ""}workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns}</cols><sheetData>`,
  ].join("");
}

/** What stands behind them. */
export const sheetEnd = '</sheetData><pageSetup orientation="landscape"/></worksheet>';

/** Words as XML text or attribute. */
export function xmlText(words: string): string {
  return words.replace(/[&<>"\r]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
