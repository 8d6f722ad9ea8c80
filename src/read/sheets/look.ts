/** How a cell looks, whatever format it stands in. */
import type { Paragraph } from "../../model/document.ts";

/** What of a look matters: how numbers are shown, and what tells headings and words that no longer hold. */
export interface Look {
  /** Number format. */
  readonly pattern: string;
  readonly bold: boolean;
  readonly struck: boolean;
  readonly align: Paragraph["align"];
}

/** The look of a cell that states none. */
export const plainLook: Look = { pattern: "General", bold: false, struck: false, align: null };

/** An alignment by the words of ST_HorizontalAlignment. */
export function alignOf(horizontal: string): Paragraph["align"] {
  if (horizontal === "center" || horizontal === "centerContinuous") return "center";
  if (horizontal === "left" || horizontal === "right") return horizontal;
  return horizontal === "justify" || horizontal === "distributed" ? "justify" : null;
}
