/** What the walk through a document writes into: tasks and sections in reading order, and who claimed what. */
import type { Context } from "../model/context.ts";
import type { SectionDraft, TaskDraft, UnitListDraft } from "../model/draft.ts";
import type { NoticeDocument, Table } from "../model/document.ts";
import { joinQuotes, placesOf, quoteCell, type Quote } from "../model/quote.ts";
import type { Genre } from "./genre.ts";
import { subjectsIn } from "./subjects.ts";
import type { Ledger } from "./ledger.ts";

/** What is known of a part before its outline is read. */
export interface PartSetting {
  /** Label of the attachment: “附件2”. */
  readonly group: string | null;
  readonly title: string | null;
  /** What the document is as a whole. */
  readonly genre: Genre;
  /** Numbered items are tasks also without a printed allocation. */
  readonly allocates: boolean;
  /** Its title announces a list of units. */
  readonly listsUnits: boolean;
  readonly itemKind: TaskDraft["kind"];
  readonly tableKind: TaskDraft["kind"];
  /** What text before the first heading is. */
  readonly preamble: SectionDraft["kind"];
  /** What text below headings is, where the heading does not say it. */
  readonly body: SectionDraft["kind"];
}

export interface Book {
  readonly document: NoticeDocument;
  readonly context: Context;
  readonly ledger: Ledger;
  readonly tasks: TaskDraft[];
  readonly sections: SectionDraft[];
  readonly unitLists: UnitListDraft[];
  /** Words above and below the rows of tables, where rules may stand; those below hold from the first row on. */
  readonly remarks: { readonly words: Quote; readonly fromTask: number | null }[];
  period: Quote | null;
  readonly addTask: (task: TaskDraft) => void;
  /** `claims` false: its words were claimed already. */
  readonly addSection: (section: SectionDraft, claims?: boolean) => void;
  readonly addUnitList: (list: UnitListDraft) => void;
  /** A table that is no task table: kept as a section, and reported where tasks may stand in it. */
  readonly addTable: (table: Table, path: readonly string[], doubtful: boolean) => void;
}

/** An empty book for one document. */
export function openBook(document: NoticeDocument, context: Context, ledger: Ledger): Book {
  const tasks: TaskDraft[] = [];
  const sections: SectionDraft[] = [];
  const unitLists: UnitListDraft[] = [];
  const addSection = (section: SectionDraft, claims = true): void => {
    const orders = section.allocations.length === 0 && (section.kind === "requirements" || section.kind === "closing");
    sections.push(orders ? { ...section, allocations: subjectsIn(section.text) } : section);
    if (claims) ledger.claim("sections.text", section.spans);
  };
  return {
    document,
    context,
    ledger,
    tasks,
    sections,
    unitLists,
    remarks: [],
    period: null,
    addTask: (task) => {
      tasks.push(task);
    },
    addSection,
    addUnitList: (list) => {
      unitLists.push(list);
      ledger.claim("notice.unitLists", list.quote.spans);
    },
    addTable: (table, path, doubtful) => {
      const text = joinQuotes(table.cells.map((cell) => quoteCell(document, cell)));
      const caption = table.caption === null ? [] : [table.caption.span];
      if (text.text === "") return;
      addSection({ kind: "other", path, text, allocations: [], spans: [...caption, ...text.spans] });
      if (doubtful) context.report("table/unknown-columns", { actual: headOf(document, table), place: placesOf(document, text.spans.slice(0, 1)) });
    },
  };
}

/** The first words that a table prints, in the order of its cells. */
function headOf(document: NoticeDocument, { cells }: Table): string {
  const words = cells.filter(({ r0 }) => r0 === cells[0]?.r0).map((cell) => quoteCell(document, cell).text.replace(/\s+/gu, ""));
  return words.filter((text) => text !== "").slice(0, longestHead).join("、").slice(0, longestWords);
}

const longestHead = 12;
const longestWords = 120;
