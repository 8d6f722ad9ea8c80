/** Where an edition is put together: a SQLite file of lines, written once in order and read as often as wanted. */
import { rm } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import type { Link } from "../../model/link.ts";
import type { Change, Edition, Issue, NoticeRecord, Statement } from "../edition.ts";

/** What is put in, in the order in which it comes out. */
export interface EditionStore extends Pick<Edition, "notices" | "changes" | "statements" | "issues">, Required<Pick<Edition, "links">> {
  readonly addNotice: (record: NoticeRecord) => void;
  readonly addChange: (change: Change) => void;
  readonly addStatement: (statement: Statement) => void;
  readonly addIssue: (issue: Issue) => void;
  readonly addLink: (link: Link) => void;
  readonly addLinkChange: (change: Change) => void;
  readonly linkChanges: () => Iterable<Change>;
  /** Makes what was put in readable. */
  readonly settle: () => void;
  /** Takes more, until it is settled again. */
  readonly resume: () => void;
  readonly close: () => Promise<void>;
}

/** Opens an empty store at `path`; a crash leaves a file that the next one replaces. */
export async function openEditionStore(path: string): Promise<EditionStore> {
  await rm(path, { force: true });
  const database = new DatabaseSync(path);
  const close = async (): Promise<void> => {
    database.close();
    await rm(path, { force: true });
  };
  try {
    return { ...fill(database), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Makes the tables, and what puts lines into them and reads them. */
function fill(database: DatabaseSync): Omit<EditionStore, "close"> {
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  const line = <T>(table: string): { readonly add: (value: T) => void; readonly all: () => Iterable<T> } => {
    database.exec(`CREATE TABLE "${table}" (n INTEGER PRIMARY KEY, json TEXT NOT NULL)`);
    const insert = database.prepare(`INSERT INTO "${table}" (json) VALUES (?)`);
    return {
      add: (value) => {
        insert.run(JSON.stringify(value));
      },
      all: function* () {
        for (const row of database.prepare(`SELECT json FROM "${table}" ORDER BY n`).iterate()) yield JSON.parse(String(row["json"])) as T;
      },
    };
  };
  const [notices, changes, statements, issues] = [line<NoticeRecord>("notices"), line<Change>("changes"), line<Statement>("statements"), line<Issue>("issues")];
  const [links, linkChanges] = [line<Link>("links"), line<Change>("linkChanges")];
  database.exec("BEGIN");
  return {
    addNotice: notices.add,
    addChange: changes.add,
    addStatement: statements.add,
    addIssue: issues.add,
    addLink: links.add,
    addLinkChange: linkChanges.add,
    notices: notices.all,
    changes: changes.all,
    statements: statements.all,
    issues: issues.all,
    links: links.all,
    linkChanges: linkChanges.all,
    settle: () => {
      database.exec("COMMIT");
    },
    resume: () => {
      database.exec("BEGIN");
    },
  };
}
