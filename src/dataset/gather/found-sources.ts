/** What was found in a source folder. */
import type { Item } from "../../batch/item.ts";
import type { NamedPassed } from "../../batch/passed-over.ts";
import type { LockedItem } from "../edition.ts";

/** An item of the sources: where it is, and what is locked of it. */
export interface SourceItem {
  readonly item: Item;
  readonly locked: Omit<LockedItem, "key">;
}

/** A place below the source folder of which nothing can be said this time, whatever stands there. */
export interface Unseen {
  /** Names of its folders and its own; none for the source folder itself. */
  readonly parts: readonly string[];
  readonly reason: string;
}

/** What a source folder holds. */
export interface Sources {
  /** Sorted by name. */
  readonly items: readonly SourceItem[];
  /** Files that are no documents. */
  readonly passed: readonly NamedPassed[];
  /** Places of which nothing can be said this time. */
  readonly unseen: readonly Unseen[];
  /** Name of the manifest that was used, and how many notices it names. */
  readonly manifest: { readonly name: string; readonly notices: number } | null;
}
