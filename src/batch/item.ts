/** A notice of a batch: its files on disk, in the order letter, attachments. */
import type { ReadingOptions } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import type { InputFile } from "../model/reader.ts";

/** A file on disk and its part in the notice. */
export interface ItemFile {
  readonly path: string;
  /** Name in the result and in messages: the path below the base folder, with slashes. */
  readonly name: string;
  readonly role: InputFile["role"];
  readonly label: string | null;
  readonly uri: string | null;
  /** Day on which it was fetched, `YYYY-MM-DD`, where a manifest says so. */
  readonly retrieved?: string | null;
  /** Who published it there, where a manifest says so. */
  readonly publisher?: string | null;
  /** Why it is not read at all. */
  readonly problem?: Diagnostic;
}

/** One notice to read. */
export interface Item {
  /** Name of the letter, or of the only file: it names the output. */
  readonly name: string;
  readonly files: readonly [ItemFile, ...ItemFile[]];
  /** What is told of this notice alone. */
  readonly options: Pick<ReadingOptions, "year" | "issued" | "region">;
  /** What is to be said of it before it is read. */
  readonly findings?: readonly Diagnostic[];
}

/** Notices of which each is made when it is its turn, however often they are gone through: very many have room. */
export interface Items extends Iterable<Item> {
  readonly length: number;
  /** Their names alone, where those cost less. */
  readonly names?: () => Iterable<string>;
}

/** The names of notices. */
export function* namesOf(items: Iterable<Item> & Pick<Items, "names">): Generator<string, void, void> {
  if (items.names !== undefined) yield* items.names();
  else for (const { name } of items) yield name;
}
