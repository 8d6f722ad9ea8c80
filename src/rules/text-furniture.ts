/** What a printed page adds to the text of a notice, where nothing tells the margins of the page from its body. */
import { folded } from "../text/fold.ts";
import { pageNumberForms } from "./page-furniture.ts";

/** A table header that is printed again on a further page: furniture by its place, not by its words. */
export const repeatedHeader = "repeated-header";

/** A heading that is printed again on a further page. */
export const repeatedHeading = "repeated-heading";

/** Bare numbers and letters number a page only where they stand in its margin. */
const needsMargin = new Set(["page:plain", "page:roman"]);

/** The row of the page number forms that explains a line wherever it stands, null for content. */
export function pageFurnitureRule(line: string): string | null {
  if (line.length > 40) return null;
  const words = folded(line);
  return pageNumberForms.find(({ id, pattern }) => !needsMargin.has(id) && pattern.test(words))?.id ?? null;
}
