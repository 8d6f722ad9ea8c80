/** Rows of the flat tables, in batches as they come: what the writers of tables take. */
import type { FlatRow, FlatTable, TableName } from "../model/flat.ts";
import { flatten } from "./flatten.ts";
import type { Results } from "./output.ts";

/** Rows of one table in order; a batch is written as soon as it is there. */
export type Batches = AsyncIterable<readonly FlatRow[]> | Iterable<readonly FlatRow[]>;

/** A table and what stands in it. */
export interface TableRows {
  readonly table: FlatTable;
  readonly rows: Batches;
}

/** The rows of one table, result by result; results are numbered from 1. */
export async function* rowsOf(results: Results, name: TableName): AsyncGenerator<readonly FlatRow[], void, undefined> {
  let number = 0;
  for await (const result of results) yield flatten(result, ++number)[name];
}

/** Some rows at a time, each batch of the same size but the last. */
export async function* inBatches(rows: Batches, size: (batch: number) => number): AsyncGenerator<readonly FlatRow[], void, undefined> {
  let [kept, batch]: [FlatRow[], number] = [[], 0];
  for await (const some of rows) {
    for (const row of some) {
      kept.push(row);
      if (kept.length < size(batch)) continue;
      yield kept;
      [kept, batch] = [[], batch + 1];
    }
  }
  if (kept.length > 0) yield kept;
}
