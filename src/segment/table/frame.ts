/** What the parts of a table's reading hand to each other: the frame that all its tasks share, and the items in it. */
import type { AllocationDraft, TaskDraft } from "../../model/draft.ts";
import type { Quote } from "../../model/quote.ts";
import type { ItemWords } from "../item/item.ts";
import type { Entry } from "./entries.ts";
import type { HeaderColumn } from "./header-columns.ts";
import type { Carried } from "./headings.ts";
import type { Layout } from "./layout.ts";
import type { TableNotes } from "./notes.ts";
import type { NumberedText } from "./numbered-text.ts";

/** What all tasks of one table share. */
export interface TableFrame {
  readonly layout: Layout;
  readonly header: readonly HeaderColumn[] | null;
  readonly kind: TaskDraft["kind"];
  readonly group: string | null;
  /** A time that a caption, a header or a heading above gives to all rows. */
  readonly time: Quote | null;
  readonly carried: Carried;
  /** What notes above and below the rows say of them. */
  readonly notes: TableNotes;
}

/** An entry with the words of one task; a cell that holds several numbered tasks gives several. */
export interface Item {
  readonly entry: Entry;
  readonly words: NumberedText;
  readonly number: string | null;
  /** The mark of a list before its words: （二）. */
  readonly label?: string;
  /** What its own cell says of it in brackets and labels, where no column does: （市司法局牵头，6月底前完成）. `words` are what is left. */
  readonly said?: Pick<ItemWords, "times" | "claims"> & { readonly allocations: readonly AllocationDraft[] };
  /** What the lines right below it say of it. */
  readonly below?: Item["said"];
}
