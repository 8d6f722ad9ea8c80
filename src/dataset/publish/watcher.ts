/** Sees what a version says while it is written: first its changes, then its notices, findings, statements and links, each once. */
import type { FlatRow } from "../../model/flat.ts";
import type { Link } from "../../model/link.ts";
import type { Change, Issue, NoticeRecord, Statement } from "../edition.ts";

/** The rows of a notice by table. */
export type Rows = Readonly<Record<string, readonly FlatRow[]>>;

/** What it does not ask for it is not told. */
export interface Watcher {
  readonly change?: (change: Change) => void;
  readonly notice?: (record: NoticeRecord, rows: Rows) => void;
  readonly issue?: (issue: Issue) => void;
  readonly statement?: (statement: Statement) => void;
  readonly link?: (link: Link) => void;
}
