/** A notice as a Word file. */
import { docx, p, tbl, tc, tr } from "../../read/docx/build.ts";
import { documentNumber, isTable, letterOf, planOf, titleOf, type Made } from "./notice.ts";
import { gridOf, itemsOf, type Cell } from "./page.ts";

export function toDocx(made: Made): Uint8Array {
  const { addressees, words, signature, date } = letterOf(made);
  const centred = '<w:jc w:val="center"/>';
  const right = '<w:jc w:val="right"/>';
  const body = isTable(made.layout) ? tableOf(made) : itemsOf(made).map((text) => p(text)).join("");
  return docx({ body: [p(documentNumber(made), centred), p(titleOf(made), centred), p(addressees), ...words.map((text) => p(text)), p(signature, right), p(date, right), p(planOf(made), centred), body].join("") });
}

function tableOf(made: Made): string {
  const { headers, rows } = gridOf(made);
  const cell = (one: Cell | null): string => (one === null ? tc("", "<w:vMerge/>") : tc(one.text, one.rows > 1 ? '<w:vMerge w:val="restart"/>' : ""));
  return tbl([tr(headers.map((header) => tc(header)), "<w:tblHeader/>"), ...rows.map((row) => tr(row.map(cell)))], headers.map(() => 1500));
}
