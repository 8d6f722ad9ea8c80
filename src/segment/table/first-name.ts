/** The name that stands first in a list of units. */
import { partOf, type Quote } from "../../model/quote.ts";

/** Up to the first separator outside brackets. */
const firstName = /^(?:[（(〔[][^（()）〔〕[\]]{0,60}[)）〕\]]|[^、，,；;（(〔[])+/u;

/** The first name of a list where it stands; null for a list without words. */
export function firstNameIn(list: Quote): Quote | null {
  const [words = ""] = firstName.exec(list.text) ?? [];
  return words.trim() === "" ? null : partOf(list, 0, words.length);
}
