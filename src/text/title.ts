/** Titles that are the same but for their marks and blanks. */
import { reading } from "./reading.ts";

/** Quotation marks and brackets aside, so that 《X》（试行） and X(试行) are one title; of words that are folded already. */
export function bareTitle(key: string): string {
  return key.replace(/[《》〈〉<>“”"'‘’「」()[\]【】\s]/gu, "");
}

/** Equal for titles that name one document: marks aside, and words folded. */
export function titleKey(title: string): string {
  return bareTitle(reading(title));
}
