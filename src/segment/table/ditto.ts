/** Cells that stand for the one above. */
import type { Quote } from "../../model/quote.ts";

/** The words of a cell that stands for “as above”. */
export function isDitto(quote: Quote): boolean {
  return /^[（(]?(?:同上|同前|〃|″|")[）)]?$/u.test(quote.text.trim());
}
