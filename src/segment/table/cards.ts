/** Tables that print a label before each value: one card a record, or several cards below each other. */
import type { Cell, Table } from "../../model/document.ts";
import type { Grid, GridCell } from "./grid.ts";
import { areLabels, labelOf } from "./labels.ts";

interface Pair {
  readonly label: GridCell;
  readonly value: GridCell;
}

/** The table with its labels as the header and a row for each record; null where labels and values do not alternate. */
export function turnCards(table: Table, grid: Grid): Table | null {
  const top = grid.row(0).filter(({ words }) => words !== "");
  if (top.filter((cell) => labelOf(cell) !== null).length * 2 > Math.max(top.length, 2)) return null;
  const pairs: Pair[] = [];
  const above: GridCell[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const cells = grid.row(row).filter(({ cell }) => cell.r0 === row);
    if (cells.length === 1 && pairs.length === 0 && cells[0] !== undefined) {
      above.push(cells[0]);
      continue;
    }
    if (cells.length === 0 || cells.length % 2 !== 0 || cells.length > 6) return null;
    for (let i = 0; i < cells.length; i += 2) {
      const [label, value] = [cells[i], cells[i + 1]];
      if (label === undefined || value === undefined || label.words === "") return null;
      pairs.push({ label, value });
    }
  }
  const records = cutRecords(pairs);
  const [first] = records;
  if (first === undefined || first.length < 3 || !areCards(first)) return null;
  if (records.some((record) => record.length > first.length || record.some(({ label }) => !first.some((one) => one.label.words === label.words)))) return null;
  return tableOf(table, above, first, records);
}

/** Where no value is a label itself, half of the labels that are known do: a card has its own number, day and hand besides (派工单号, 派工日期, 验收人). */
const shareInCards = 0.5;

function areCards(pairs: readonly Pair[]): boolean {
  const labels = pairs.map(({ label }) => label);
  return areLabels(labels) || (pairs.every(({ value }) => labelOf(value) === null) && areLabels(labels, shareInCards));
}

/** A label that came before begins the next record. */
function cutRecords(pairs: readonly Pair[]): Pair[][] {
  const records: Pair[][] = [];
  for (const pair of pairs) {
    const last = records.at(-1);
    if (last === undefined || pair.label.words === last[0]?.label.words) records.push([pair]);
    else last.push(pair);
  }
  return records;
}

function tableOf(table: Table, above: readonly GridCell[], first: readonly Pair[], records: readonly (readonly Pair[])[]): Table {
  const columns = first.length;
  const cells: Cell[] = above.map(({ cell }, row) => ({ ...cell, r0: row, r1: row + 1, c0: 0, c1: columns }));
  let row = above.length;
  for (const record of records) {
    for (const { label, value } of record) {
      const column = first.findIndex((one) => one.label.words === label.words);
      cells.push({ ...label.cell, r0: row, r1: row + 1, c0: column, c1: column + 1 }, { ...value.cell, r0: row + 1, r1: row + 2, c0: column, c1: column + 1 });
    }
    row += 2;
  }
  return { ...table, rows: row, columns, cells: cells.sort((a, b) => a.r0 - b.r0 || a.c0 - b.c0), missing: [], headerRows: 0 };
}
