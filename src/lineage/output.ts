/** What writes links: its choices, and its forms by name. */
import type { Pieces } from "../emit/output.ts";
import type { Language } from "../model/finding.ts";
import type { Lineage } from "./links.ts";

/** What a caller may choose. */
export interface LinkOutputOptions {
  readonly language: Language;
  readonly headers: Language | null;
  readonly table: "links" | "answers";
  readonly pretty: boolean;
  readonly escapeFormulas: boolean;
}

export type LinkFormat = "text" | "json" | "ndjson" | "csv" | "csv-excel" | "xlsx" | "markdown";

/** Writes links in one form. */
export type LinkWriter = (lineage: Lineage, options: LinkOutputOptions) => Pieces | Generator<string, void, undefined>;
