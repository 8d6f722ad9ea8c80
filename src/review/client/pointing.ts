/** What of the source a value or finding of the page points at. */
import type { Mark, Marks } from "./backend.ts";
import type { Rows } from "./rows.ts";
import type { Pointed } from "./source.ts";

/** The marks of a value with its row, or of a finding. */
export function pointedBy(element: HTMLElement, marks: Marks | null, rows: Rows): Pointed {
  if (marks === null) return {};
  const name = element.dataset["mark"] ?? "";
  const row = element.closest<HTMLElement>(".row");
  if (row !== null) return { row: fieldsOf(row, marks)?.["row"] ?? [], value: (name === "" ? undefined : fieldsOf(row, marks)?.[name]) ?? [] };
  const id = element.dataset["id"] ?? "";
  const found = foundAt(name, marks);
  return id === "" ? { lost: found } : { value: found, row: fieldsOf(rows.of(id), marks)?.["row"] ?? [] };
}

/** Added tasks have no number among those that were read, and no marks. */
function fieldsOf(row: HTMLElement | null, { tasks }: Marks): Marks["tasks"][number] | undefined {
  const read = row?.dataset["read"] ?? "";
  return read === "" ? undefined : tasks[Number(read)];
}

function foundAt(name: string, { diagnostics, tasks }: Marks): readonly Mark[] {
  const [list = "", i = "", ...rest] = name.split(".");
  return (list === "diagnostics" ? diagnostics[Number(i)] : list === "tasks" ? tasks[Number(i)]?.[rest.join(".")] : undefined) ?? [];
}
