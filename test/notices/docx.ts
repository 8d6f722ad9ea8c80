/** A made notice as a Word file. */
import { docx, p, r, tc, tr } from "../read/docx/build.ts";
import type { MadeNotice } from "./notice.ts";
import type { MadeBlock, MadeCell, MadeTable } from "./sheet.ts";

/** The file. */
export function docxOf({ blocks }: MadeNotice): Uint8Array {
  return docx({ body: blocks.map((block, i) => blockOf(block, blocks[i + 1])).join("") });
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Two tables that touch would be one: a blank paragraph parts them, as Word keeps it. */
function blockOf(block: MadeBlock, next: MadeBlock | undefined): string {
  if (block.kind === "table") return tableOf(block) + (next === undefined || next.kind === "table" ? "<w:p/>" : "");
  const align = block.align === "left" ? "" : `<w:jc w:val="${block.align}"/>`;
  if (block.title === true) return `<w:p><w:pPr>${align}</w:pPr>${r(escaped(block.text), '<w:b/><w:sz w:val="44"/>')}</w:p>`;
  return p(escaped(block.text), align);
}

/** Twentieths of a point for an em of 10.5 points, and for the width of a table at most. */
const em = 210;
const room = 8800;

function tableOf({ rows, widths: wanted, cells, headerRows }: MadeTable): string {
  const share = Math.min(1, room / (em * wanted.reduce((sum, width) => sum + width, 0)));
  const widths = wanted.map((width) => width * share);
  const grid = widths.map((width) => `<w:gridCol w:w="${String(Math.round(width * em))}"/>`).join("");
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join("");
  const drawn = Array.from({ length: rows }, (_, row) => {
    const covering = cells.filter(({ r0, r1 }) => r0 <= row && row < r1).sort((a, b) => a.c0 - b.c0);
    return tr(covering.map((cell) => cellOf(cell, row)), row < headerRows ? "<w:tblHeader/>" : "");
  });
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${drawn.join("")}</w:tbl>`;
}

function cellOf({ r0, r1, c0, c1, lines }: MadeCell, row: number): string {
  const span = c1 > c0 + 1 ? `<w:gridSpan w:val="${String(c1 - c0)}"/>` : "";
  const merge = r1 > r0 + 1 ? (row === r0 ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>") : "";
  return tc(row === r0 ? lines.map((text) => p(escaped(text))).join("") : p(""), span + merge);
}
