/** Values of flat tables as people read them in a sheet: yes and no, and the words of a list, in the language of the headers. */
import type { Column } from "../model/column.ts";
import type { Language } from "../model/finding.ts";
import type { FlatValue } from "../model/flat.ts";

/** Yes and no in words: programs show truth values as TRUE, 1 or 是 as they like. */
const truth: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = { zh: { yes: "是", no: "否" }, en: { yes: "yes", no: "no" } };

/** A value in words. What is no word of a list stays as it is. */
export function shownValue(value: FlatValue, { values }: Pick<Column, "values">, headers: Language): string | number | null {
  if (typeof value === "boolean") return truth[headers][value ? "yes" : "no"];
  if (typeof value !== "string" || values === undefined || headers === "en") return value;
  return value.split("；").map((one) => values[one] ?? one).join("；");
}
