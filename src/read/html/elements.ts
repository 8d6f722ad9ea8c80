/** How elements are shown when nothing else is said (HTML standard, “Rendering”). */

const words = (list: string): string[] => list.split(" ");

/** Elements that start a paragraph of their own. */
const blockElements: ReadonlySet<string> = new Set(
  words(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
      "header hgroup html legend li listing main menu nav ol p plaintext pre search section summary ul xmp table caption tbody thead tfoot tr td th",
  ),
);

/** Blocks that gather others and may be page furniture as a whole. */
export const groupElements: ReadonlySet<string> = new Set(
  words("article aside center details div dl fieldset figure footer form header main menu nav ol section ul search dir body"),
);

/** Elements whose content is no text of the page. */
export const unseenElements: ReadonlySet<string> = new Set(
  words(
    "head script style noscript noframes noembed select datalist textarea input iframe object embed audio video canvas svg math map xml param " +
      "col colgroup area base link meta title template rp progress meter",
  ),
);

/** The outline level of a heading element, null for others. */
export function headingLevel(name: string): number | null {
  return name.length === 2 && name.startsWith("h") && name >= "h1" && name <= "h6" ? Number(name.charAt(1)) : null;
}

/** What part an element plays in the flow of a page. */
export type Part = "inline" | "block" | "list" | "table" | "caption" | "row-group" | "row" | "cell";

const tableParts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ["table", "table"], ["caption", "caption"], ["thead", "row-group"], ["tbody", "row-group"], ["tfoot", "row-group"],
  ["tr", "row"], ["td", "cell"], ["th", "cell"], ["ol", "list"], ["ul", "list"], ["menu", "list"], ["dir", "list"],
]);

/** The part of an element by its name and its `display`; `table` is the table it stands in, if any. */
export function partOf(name: string, display: string | null, table: { readonly inRow: boolean } | null): Part {
  const part = tableParts.get(name);
  if (part !== undefined) return part;
  const standard = blockElements.has(name) ? "block" : "inline";
  switch (display) {
    case null:
      return standard;
    case "table":
      return "table";
    case "table-row":
      return table?.inRow === false ? "row" : "block";
    case "table-cell":
      return table?.inRow === true ? "cell" : "block";
    case "table-row-group":
    case "table-header-group":
    case "table-footer-group":
      return table?.inRow === false ? "row-group" : "block";
    case "inline":
      return "inline";
    case "block":
    case "list-item":
    case "flex":
    case "grid":
      return "block";
    default:
      return standard;
  }
}

/** Which row group an element is: thead, tbody or tfoot. */
export function rowGroupName(name: string, display: string | null): string {
  if (display === "table-header-group") return "thead";
  if (display === "table-footer-group") return "tfoot";
  return name === "thead" || name === "tfoot" ? name : "tbody";
}
