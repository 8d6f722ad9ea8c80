/** Values that people checked: CSV with the columns task, field, value. `task` may be the id of a notice. */
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { FlatRow, FlatValue } from "../../model/flat.ts";

const goldSchema = z.array(z.object({ task: z.string().min(1), field: z.string().min(1), value: z.string() }));

/** One checked value. */
export type GoldValue = z.infer<typeof goldSchema>[number];

/** A checked value that the version says otherwise; `found` is null when it says nothing. */
export interface WrongValue extends GoldValue {
  readonly found: string | null;
}

/** How many of the checked values a version says, and which it does not. */
export interface GoldScore {
  readonly total: number;
  readonly wrong: readonly WrongValue[];
}

/** Reads the text of the file; null when it is none of ours. */
export function readGold(text: string): GoldValue[] | null {
  try {
    const read = goldSchema.safeParse(parse(text, { columns: headOf, bom: true, skip_empty_lines: true }));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A file of other columns is none of ours, with rows or without. */
function headOf(head: readonly string[]): string[] {
  if (!["task", "field", "value"].every((name) => head.includes(name))) throw new TypeError(head.join());
  return [...head];
}

/** Opens the comparison; rows of tasks and notices are handed in as they come. */
export function openGold(values: readonly GoldValue[]): { readonly add: (rows: Readonly<Record<string, readonly FlatRow[]>>) => void; readonly done: () => GoldScore } {
  const asked = new Set(values.map(({ task }) => task));
  const found = new Map<string, FlatRow>();
  return {
    add: (rows) => {
      if (asked.size === 0) return;
      for (const [table, key] of [["notices", "noticeId"], ["tasks", "taskId"]] as const) {
        for (const row of rows[table] ?? []) if (asked.has(String(row[key]))) found.set(String(row[key]), row);
      }
    },
    done: () => {
      const said = ({ task, field }: GoldValue): FlatValue | undefined => found.get(task)?.[field];
      const wrong = values.filter((value) => plain(said(value)) !== value.value).map((value) => ({ ...value, found: said(value) === undefined ? null : plain(said(value)) }));
      return { total: values.length, wrong };
    },
  };
}

function plain(value: FlatValue | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
