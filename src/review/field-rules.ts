/** What each field takes, as plain data: a file without the program refuses what the program would refuse. */
import { settableNames } from "../dataset/correct/settable.ts";
import { valueIssue } from "../dataset/correct/overrides.ts";
import type { Language } from "../model/finding.ts";
import { issueWords } from "./value-words.ts";

/** What one field takes of what a person types. */
export interface FieldRule {
  /** What becomes of the words: themselves, a number, true or false. */
  readonly takes: "words" | "number" | "boolean";
  /** The form that words have, as a pattern of HTML; null: any. */
  readonly pattern: string | null;
  /** The sentence for anything else. */
  readonly wrong: string;
  /** The sentence where nothing was typed; null: that says that there is none. */
  readonly missing: string | null;
}

/** Words that every field refuses that does not take all words. */
const odd = "？";

/** The rules by field; of the deadlines of a task one for all, `deadlines.N.due`. */
export function fieldRules(language: Language): Readonly<Record<string, FieldRule>> {
  const rules = ["a", "a/b"].flatMap((id) => settableNames(id).map((name) => [name, ruleOf(id, name, language)] as const));
  return Object.fromEntries(rules);
}

function ruleOf(id: string, name: string, language: Language): FieldRule {
  const field = name.replace("N", "0");
  const [issue, missing] = [valueIssue(id, field, odd), valueIssue(id, field, null)];
  const said = (one: typeof issue): string | null => (one === null || one === "unknown" ? null : issueWords(one, field, language));
  const wrong = said(issue) ?? "";
  const told = { pattern: null, wrong, missing: said(missing) };
  if (issue === null || issue === "unknown") return { takes: "words", ...told };
  if (issue.code === "invalid_type") return { takes: issue.expected === "boolean" ? "boolean" : "number", ...told };
  if (issue.code === "invalid_value") return { takes: "words", ...told, pattern: `^(?:${issue.values.map(String).join("|")})$` };
  return { takes: "words", ...told, pattern: issue.code === "invalid_format" ? (issue.pattern?.replace(/^\/|\/[a-z]*$/gu, "") ?? null) : null };
}
