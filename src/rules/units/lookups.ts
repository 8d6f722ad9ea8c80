/** Asking the lookups of a data team for a printed name. Names are compared folded and simplified. */
import type { Lookups, UnitLookup } from "../../model/lookups.ts";
import { folded } from "../../text/fold.ts";
import { simplify } from "../../text/traditional.ts";
import { divisionOf } from "../divisions/divisions.ts";
import { departments } from "./departments.ts";

type Form = "exact" | "contains" | "regex";

/** One printed form of a row, ready to be asked. */
interface Pattern {
  /** Id of the form: `exact:区数管局`; a unit that it settled says `lookup:exact:区数管局`. */
  readonly id: string;
  readonly row: UnitLookup;
  readonly form: Form;
  readonly words: string;
  readonly regex: RegExp | null;
}

interface Compiled {
  readonly exact: ReadonlyMap<string, readonly Pattern[]>;
  readonly others: readonly Pattern[];
}

/** What the lookups say of a name: nothing, one answer, or several that contradict each other. */
export type LookupAnswer = { readonly found: "none" } | { readonly found: "one"; readonly id: string; readonly row: UnitLookup; readonly as: string | null } | { readonly found: "conflict"; readonly ids: readonly string[] };

/** Tables of the lookups that are in use; they go when the lookups go. */
const compiled = new WeakMap<Lookups, Compiled>();

/** Asks for a folded, simplified name. Several rows may fit when they say the same. */
export function askLookups(lookups: Lookups, name: string): LookupAnswer {
  const { exact, others } = tableOf(lookups);
  const fitting = [...(exact.get(name) ?? []), ...others.filter((pattern) => fits(pattern, name))];
  const [first] = fitting;
  if (first === undefined) return { found: "none" };
  const answers = new Set(fitting.map((pattern) => answerOf(pattern, name)));
  if (answers.size > 1) return { found: "conflict", ids: fitting.map(({ id }) => id) };
  return { found: "one", id: first.id, row: first.row, as: readAs(first, name) };
}

/** The ids of all forms, in the order of the file. */
export function lookupIds(lookups: Lookups): string[] {
  return lookups.units.flatMap((row) => patternsOf(row).map(({ id }) => id));
}

/** What is wrong with lookups, one sentence each: rows that contradict each other, codes and ids that do not exist, expressions that cannot be read. */
export function checkLookups(lookups: Lookups): string[] {
  const troubles: string[] = [];
  const patterns: Pattern[] = [];
  lookups.units.forEach((row, i) => {
    const where = `units[${i}]`;
    if (row.function != null && !departments.some(({ id }) => id === row.function)) troubles.push(`${where}: unknown function “${row.function}”`);
    if (row.division != null && row.division !== "000000" && divisionOf(row.division) === null) troubles.push(`${where}: unknown division “${row.division}”`);
    for (const words of listOf(row.regex)) if (!isRegex(words)) troubles.push(`${where}: regex “${words}” cannot be read`);
    if (troubles.length === 0) patterns.push(...patternsOf(row));
  });
  if (troubles.length > 0) return troubles;
  patterns.forEach((pattern, i) => {
    const rivals = patterns.filter((other, j) => other !== pattern && (other.form !== "exact" || j > i) && (pattern.form === "exact" ? fits(other, pattern.words) : other.form === pattern.form && other.words === pattern.words && j > i));
    for (const rival of rivals) {
      if (answerOf(pattern, pattern.words) !== answerOf(rival, pattern.words)) troubles.push(`${pattern.id} and ${rival.id} say different things of “${pattern.words}”`);
      else if (pattern.form === rival.form) troubles.push(`${pattern.id} is listed twice`);
    }
  });
  return troubles;
}

function tableOf(lookups: Lookups): Compiled {
  const known = compiled.get(lookups);
  if (known !== undefined) return known;
  const patterns = lookups.units.flatMap(patternsOf);
  const exact = new Map<string, Pattern[]>();
  for (const pattern of patterns) if (pattern.form === "exact") exact.set(pattern.words, [...(exact.get(pattern.words) ?? []), pattern]);
  const table = { exact, others: patterns.filter(({ form }) => form !== "exact") };
  compiled.set(lookups, table);
  return table;
}

function patternsOf(row: UnitLookup): Pattern[] {
  const forms: readonly Form[] = ["exact", "contains", "regex"];
  return forms.flatMap((form) =>
    listOf(row[form]).map((printed) => ({
      id: `${form}:${printed}`,
      row,
      form,
      words: form === "regex" ? printed : uniform(printed),
      regex: form === "regex" ? new RegExp(printed, "u") : null,
    })),
  );
}

function fits({ form, words, regex }: Pattern, name: string): boolean {
  if (regex !== null) return regex.test(name);
  return form === "exact" ? name === words : name.includes(words);
}

/** The name that stands for the printed one, null when the row gives none. Only the part that a contains or regex row fits is replaced. */
function readAs({ form, words, regex, row }: Pattern, name: string): string | null {
  if (row.as === undefined) return null;
  const as = uniform(row.as);
  if (regex !== null) return name.replace(regex, row.as);
  return form === "exact" ? as : name.split(words).join(as);
}

function answerOf(pattern: Pattern, name: string): string {
  const { name: full, kind, function: field, division } = pattern.row;
  return JSON.stringify([readAs(pattern, name), full, kind, field, division]);
}

function listOf(forms: string | readonly string[] | undefined): readonly string[] {
  return forms === undefined ? [] : typeof forms === "string" ? [forms] : forms;
}

function isRegex(words: string): boolean {
  try {
    return new RegExp(words, "u").source !== "";
  } catch {
    return false;
  }
}

function uniform(text: string): string {
  return simplify(folded(text)).replace(/[〔[]/gu, "(").replace(/[〕\]]/gu, ")");
}
