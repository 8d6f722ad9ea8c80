/** What the words of a label announce of the cell beside it. */
import type { Role } from "../../model/draft.ts";
import { columnKind } from "../../rules/columns.ts";
import { roleLabel } from "../../rules/units/headers.ts";

/** What a label announces. */
export type LabelMeaning = { readonly kind: "units"; readonly role: Role } | { readonly kind: "time" };

/** What folded words announce of the cell beside them; null for words that are no such label. */
export function labelMeaning(words: string): LabelMeaning | null {
  const role = roleLabel(words);
  if (role !== null) return { kind: "units", role };
  return columnKind(words) === "time" ? { kind: "time" } : null;
}
