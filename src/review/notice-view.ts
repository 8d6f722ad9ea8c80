/** A notice as data for the page: what its sources are, where its values stand. */
import { settableNames } from "../dataset/correct/settable.ts";
import { reasonWords, type Language } from "../model/finding.ts";
import type { Marks } from "../model/marks.ts";
import type { FlatValue } from "../model/flat.ts";
import { printable } from "../text/shown.ts";
import type { Shelved } from "./shelf.ts";
import { fieldName } from "./spoken.ts";
import { valueIn, type NoticeState } from "./state.ts";
import type { Stored } from "./store.ts";

/** How the browser shows a source: itself (pdf), in a frame (html), or as we drew it. */
export interface SourceView {
  readonly i: number;
  readonly name: string;
  readonly label: string | null;
  readonly view: "pdf" | "html" | "flow" | "pages" | "none";
  /** Whether docx-preview can show it too: a DOCX that was opened and is at hand. */
  readonly preview: boolean;
}

export interface NoticeData {
  readonly id: string;
  readonly title: string | null;
  readonly revision: string;
  readonly readOnly: string | null;
  readonly away: boolean;
  readonly status: string;
  readonly sources: readonly SourceView[];
  readonly marks: Marks | null;
}

/** The data of a notice. */
export function noticeOf({ result, renderings, away, item }: Shelved, state: NoticeState, { revision, readOnly }: Stored, language: Language): NoticeData {
  const sources = result.sources.map(({ name, label, format }, i): SourceView => ({ i, name: printable(name), label, view: away ? "none" : format === "pdf" || format === "html" ? format : (renderings[i]?.kind ?? "none"), preview: format === "docx" && renderings[i]?.kind === "flow" && item.files.length === result.sources.length }));
  return { id: result.notice.id, title: state.result.notice.title, revision, readOnly: readOnly === null ? null : reasonWords(readOnly, language), away, status: result.status, sources, marks: result.marks ?? null };
}

/** What may be corrected of a task or notice: its value as it is shown, and as it was read. */
export function valuesFor(state: NoticeState, id: string, language: Language): Record<string, { readonly name: string; readonly shown: FlatValue; readonly read: FlatValue }> {
  const task = state.result.tasks.find((one) => one.id === id);
  if (task === undefined && id !== state.result.notice.id) return {};
  const names = settableNames(id).flatMap((name) => (name.includes(".N.") ? (task?.deadlines ?? []).map((_, k) => name.replace("N", String(k))) : [name]));
  return Object.fromEntries(names.map((name) => [name, { name: fieldName(name, language), shown: valueIn(state.result, id, name) ?? null, read: valueIn(state.read, id, name) ?? null }]));
}
