/** What of a result takes part in links: little enough to hold a hundred thousand tasks. */
import type { ParseResult, Task } from "../model/notice.ts";
import { columnKind, type ColumnKind } from "../rules/columns.ts";
import { numberKey } from "../text/document-number.ts";
import { reading } from "../text/reading.ts";
import { titleKey } from "../text/title.ts";

/** A task with the words that are compared. */
export interface LinkedTask {
  readonly id: string;
  readonly ordinal: number;
  /** Printed number or label. */
  readonly number: string | null;
  readonly text: string;
  readonly due: string | null;
  /** Leading units, else answerable ones: full names. */
  readonly lead: readonly string[];
  readonly functions: readonly string[];
  /** Fields beside `text` whose words are compared: `columns.2`. */
  readonly fields: readonly { readonly name: string; readonly text: string }[];
}

/** Another document as a notice names it. */
export type Named = Pick<ParseResult["notice"]["references"][number], "relation" | "text" | "verb" | "place"> & {
  readonly numberKey: string | null;
  readonly titleKey: string | null;
  /** The number or 《title》, as printed. */
  readonly shown: string;
};

/** A notice with its tasks. */
export interface LinkedNotice {
  readonly id: string;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly enclosure: string | null;
  readonly issuers: readonly string[];
  readonly date: string | null;
  readonly year: number | null;
  readonly level: Level | null;
  readonly place: string | null;
  /** Names of the files it was read from, those of a second reading too. */
  readonly sources: readonly string[];
  readonly references: readonly Named[];
  readonly tasks: readonly LinkedTask[];
}

export type Level = NonNullable<ParseResult["notice"]["jurisdiction"]>["level"];

/** The notice of a result; null when nothing was read. */
export function linkedNotice({ notice, tasks, sources, status }: ParseResult): LinkedNotice | null {
  if (status === "failed") return null;
  const { jurisdiction, dateIssued, workYear, documentNumber } = notice;
  return {
    id: notice.id,
    title: notice.title,
    documentNumber: documentNumber?.text ?? null,
    enclosure: notice.enclosure,
    issuers: notice.issuers,
    date: dateIssued,
    year: workYear?.year ?? documentNumber?.year ?? (dateIssued === null ? null : Number(dateIssued.slice(0, 4))),
    level: jurisdiction?.level ?? null,
    place: jurisdiction?.code ?? null,
    sources: sources.map(({ name }) => name),
    references: notice.references.map(({ documentNumber: number, title, relation, text, verb, place }) => ({
      relation, text, verb, place,
      numberKey: number === null ? null : numberKey(number),
      titleKey: title === null ? null : titleKey(title),
      shown: number ?? `《${title ?? ""}》`,
    })),
    tasks: tasks.map(linkedTask),
  };
}

function linkedTask(task: Task): LinkedTask {
  const { lead, support, responsible, others } = task.assignment;
  const functions = [...lead, ...support, ...responsible, ...others.map(({ unit }) => unit)].flatMap((unit) => unit.function ?? []);
  return {
    id: task.id,
    ordinal: task.ordinal,
    number: task.number ?? task.label,
    text: task.text,
    due: task.due,
    lead: (lead.length > 0 ? lead : responsible).map(({ name }) => name),
    functions: [...new Set(functions)].sort(),
    fields: furtherFields(task),
  };
}

/** Columns that say what is to be done. A heading is shared by many rows and links none of them. */
const worded: ReadonlySet<ColumnKind> = new Set(["task", "aim", "side", "content", "detail", "period", "remark"]);

function furtherFields(task: Task): LinkedTask["fields"] {
  const known = new Set([task.assignment.text ?? "", ...task.deadlines.map(({ text }) => text)].map(reading));
  const headings = [task.heading ?? "", ...task.path].map(reading).filter((words) => words !== "");
  const text = reading(task.text);
  return task.columns.flatMap(({ header, text: words }, i) => {
    const kind = header === null ? null : columnKind(header);
    const folded = reading(words);
    if ((header !== null && (kind === null || !worded.has(kind))) || folded === "" || known.has(folded) || text.includes(folded) || headings.some((words) => isHeading(folded, words))) return [];
    if (folded.includes(text) && text !== "") return [];
    return [{ name: `columns.${i}`, text: words }];
  });
}

/** A cell that is a heading, perhaps behind its label: （三）提高质量. */
function isHeading(cell: string, heading: string): boolean {
  return cell === heading || (cell.endsWith(heading) && cell.length - heading.length <= longestLabel);
}

const longestLabel = 6;
