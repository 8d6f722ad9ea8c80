/** How unit lists are read: in simplified characters, with brackets of one kind. */
import { simplify as inSimplified } from "../../text/traditional.ts";

/** The text in simplified characters with 〔〕 and [] as (); same length, so offsets hold. */
export function simplify(text: string): string {
  return inSimplified(text).replace(/[〔[]/gu, "(").replace(/[〕\]]/gu, ")");
}
