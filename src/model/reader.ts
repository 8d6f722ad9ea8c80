/** What a reader is. Only `read/` knows file formats; everything after it sees a {@link NoticeDocument}. */
import type { Context } from "./context.ts";
import type { NoticeDocument } from "./document.ts";

/** A file in memory. */
export interface InputFile {
  /** Name for people and for messages; never decides how the bytes are read. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was fetched from, null when unknown. */
  readonly uri: string | null;
  readonly role: "notice" | "letter" | "attachment";
  /** “附件1” of an attachment. */
  readonly label: string | null;
}

/** A format that is recognised by content. `read` is null for formats that this version can only name. */
export interface Format {
  /** Short id: html, docx, pdf … */
  readonly id: string;
  readonly mediaType: string;
  /** Name for people, Chinese and English. */
  readonly title: { readonly zh: string; readonly en: string };
  /** Usual file extensions, lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Whether the bytes are of this format, whatever the file is called. */
  readonly recognises: (bytes: Uint8Array) => boolean;
  /** Null result: nothing was readable, and a diagnostic says why. */
  readonly read: ((file: InputFile, source: number, context: Context) => Promise<NoticeDocument | null>) | null;
  /** The smallest file of it, which says 任务分工; none where words take an engine, and of formats that are only named. */
  readonly sample?: () => Promise<Uint8Array>;
}
