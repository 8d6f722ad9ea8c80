/** How measures of tables read a file. */
import { viewTables, type TableView } from "../../src/emit/tables.ts";
import { readDocument } from "../../src/index.ts";

/** The tables of a PDF, as `fengong tables` gives them. */
export async function tablesOfFile(name: string, bytes: Uint8Array): Promise<readonly TableView[]> {
  const { format, document, diagnostics } = await readDocument({ name, bytes });
  return viewTables({ name, format: format?.id ?? null, document, diagnostics }).tables;
}
