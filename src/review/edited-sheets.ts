/** The sheets of an edited workbook as rows by the keys of their columns. */
import { wordsOf, type Sheet } from "../read/sheets/sheet.ts";

const reasonHeaders = ["更正理由", "reason"];

/** A row of a sheet of ours. */
export interface TableRow {
  /** What stands on the tab. */
  readonly sheet: string;
  /** As Excel counts it. */
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
  /** Keys of the cells with a formula whose result the file does not hold: nobody knows what they say. */
  readonly unknown: ReadonlySet<string>;
  /** What the column 更正理由 says; null where it says nothing. */
  readonly told: string | null;
}

/** The rows of a sheet whose first row has headers that are known, those of `needed` among them; null for another sheet. Rows without words are none. */
export function tableIn({ name, cells, uncalculated }: Sheet, headers: ReadonlyMap<string, string>, needed: readonly string[]): TableRow[] | null {
  const byRow = Map.groupBy(cells, ({ row }) => row);
  const head = byRow.get(0) ?? [];
  const keys = new Map(head.flatMap((cell) => {
    const key = headers.get(wordsOf(cell).trim());
    return key === undefined ? [] : [[cell.column, key] as const];
  }));
  const known = new Set(keys.values());
  if (known.size === 0 || needed.some((key) => !known.has(key))) return null;
  const open = Map.groupBy(uncalculated, ({ row }) => row);
  const reasons = head.find((cell) => reasonHeaders.includes(wordsOf(cell).trim()))?.column;
  return [...byRow].flatMap(([row, own]) => {
    if (row === 0) return [];
    const said = new Map(own.map((cell) => [cell.column, wordsOf(cell)]));
    const told = (reasons === undefined ? "" : (said.get(reasons) ?? "")).trim();
    const values = new Map([...keys].map(([column, key]) => [key, (said.get(column) ?? "").trim()] as const));
    return [...values.values()].every((words) => words === "") ? [] : [{ sheet: name, row: row + 1, told: told === "" ? null : told, cells: values, unknown: new Set((open.get(row) ?? []).flatMap(({ column }) => keys.get(column) ?? [])) }];
  });
}

interface Elsewhere {
  readonly sheet: string;
  readonly row: number | null;
  readonly why: "other-sheet";
  readonly detail: string;
}

/** Edits in the sheets that say again what the tasks say: no correction comes from them, and each row is listed. Rows in another order are no edit. */
export function changedElsewhere(now: ReadonlyMap<string, readonly TableRow[]>, then: ReadonlyMap<string, readonly TableRow[]>): Elsewhere[] {
  return [...now].flatMap(([sheet, rows]) => {
    const known = new Map<string, TableRow[]>();
    const keys = [...(rows[0]?.cells.keys() ?? [])];
    const nameOf = ({ cells }: TableRow): string => JSON.stringify(keys.map((key) => cells.get(key) ?? ""));
    for (const row of then.get(sheet) ?? []) known.set(nameOf(row), [...(known.get(nameOf(row)) ?? []), row]);
    const changed = rows.filter((row) => known.get(nameOf(row))?.pop() === undefined);
    const gone = [...known.values()].flat().length - changed.length;
    return [
      ...changed.map(({ row, cells }): Elsewhere => ({ sheet, row, why: "other-sheet", detail: [...cells.values()].filter((words) => words !== "").join(" ").slice(0, 40) })),
      ...(gone > 0 ? [{ sheet, row: null, why: "other-sheet", detail: `− ${gone}` } as const] : []),
    ];
  });
}
