/**
 * Tables drawn with blocks: sibling rows of one kind, each with the same number of cells, under a row of short headers.
 * Lists of links, news and metadata look alike and are left alone.
 */
import { addWeight, openGroup, type CellDraft, type Draft, type Group, type TableDraft } from "./drafts.ts";
import { isElement, type Markup, type MarkupElement } from "./markup.ts";

const rowNames = new Set(["div", "ul", "ol", "dl", "section", "li"]);
const cellNames = new Set(["div", "li", "dd", "dt", "section"]);
const fewestRows = 3;
const fewestCells = 3;

/** Words of which at least one stands in the header row of a task table. */
const headerWord = /序号|编号|任务|事项|项目|内容|单位|部门|时限|时间|要求|措施|目标|责任|领导|备注|指标|分值|权重|类别/u;

/** The table that a group draws with its child blocks, null when it draws none. */
export function repeatedBlocks(group: Group): TableDraft | null {
  const rows = elementsOf(group.element);
  if (rows.length < fewestRows || !isRegular(rows)) return null;
  const { weight } = group;
  if (weight.tables > 0 || weight.linkInk * 2 > weight.ink) return null;
  const contents = new Map<MarkupElement, Group>();
  for (const row of rows) for (const cell of elementsOf(row)) contents.set(cell, openGroup(cell));
  if (!distribute(group, contents, new Set(rows))) return null;
  const cells = rows.flatMap((row, r) => elementsOf(row).map((cell, c) => cellAt(contents, cell, r, c)));
  const columns = elementsOf(rows[0] ?? group.element).length;
  if (!isHeader(cells.slice(0, columns))) return null;
  return {
    kind: "table", element: group.element, caption: null, rows: rows.length, columns, cells, missing: [], headerRows: 0,
    method: "repeated-blocks", confidence: 0.7,
    weight: { ...weight, tables: 1, tableInk: weight.ink - weight.linkInk },
  };
}

function elementsOf(element: MarkupElement): MarkupElement[] {
  return element.children.filter((child): child is MarkupElement => isElement(child) && child.name !== "script" && child.name !== "style");
}

function isRegular(rows: readonly MarkupElement[]): boolean {
  const [first] = rows;
  if (first === undefined || !rowNames.has(first.name)) return false;
  const count = elementsOf(first).length;
  if (count < fewestCells) return false;
  return rows.every((row) => {
    const cells = elementsOf(row);
    return row.name === first.name && cells.length === count && cells.every((cell) => cellNames.has(cell.name));
  });
}

/** Gives every draft to the cell it stands in; false when text stands outside the cells. */
function distribute(group: Group, contents: ReadonlyMap<MarkupElement, Group>, rows: ReadonlySet<Markup>): boolean {
  return group.drafts.every((draft) => {
    if (draft.kind === "group" && rows.has(draft.element)) return distribute(draft, contents, rows);
    const cell = cellOf(draft, contents, group.element);
    if (cell === null) return false;
    cell.drafts.push(draft);
    if (draft.kind !== "raw") addWeight(cell.weight, draft.weight);
    else cell.weight.ink += draft.text.length;
    return true;
  });
}

function cellOf(draft: Draft, contents: ReadonlyMap<MarkupElement, Group>, outermost: MarkupElement): Group | null {
  let node: Markup | null = draft.kind === "raw" ? draft.container.element : draft.element;
  while (isElement(node) && node !== outermost) {
    const cell = contents.get(node);
    if (cell !== undefined) return cell;
    node = node.parent;
  }
  return null;
}

function cellAt(contents: ReadonlyMap<MarkupElement, Group>, element: MarkupElement, r: number, c: number): CellDraft {
  return { element, content: contents.get(element) ?? openGroup(element), header: false, r0: r, r1: r + 1, c0: c, c1: c + 1 };
}

function isHeader(cells: readonly CellDraft[]): boolean {
  const words = cells.map(({ content }) => content.drafts.map(textOf).join(""));
  return words.every((word) => word.length > 0 && word.length <= 12 && !/[。；：:]$/u.test(word)) && words.some((word) => headerWord.test(word.replace(/\s/gu, "")));
}

function textOf(draft: Draft): string {
  if (draft.kind === "raw") return draft.text.trim();
  return draft.kind === "group" ? draft.drafts.map(textOf).join("") : "";
}
