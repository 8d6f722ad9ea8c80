/** Asking the lookups of a data team for a printed name. Names are compared folded and simplified. */
import type { Lookups, UnitLookup } from "../../model/lookups.ts";
import { folded } from "../../text/fold.ts";
import { readLinear, type Linear, type StepCount } from "../../text/linear.ts";
import { simplify } from "../../text/traditional.ts";
import { divisionOf } from "../divisions/divisions.ts";
import { departments } from "./departments.ts";

type Form = "exact" | "contains" | "regex";

/** One printed form of a row, ready to be asked. */
interface Pattern {
  /** Id of the form: `exact:区数管局`; a unit that it settled says `lookup:exact:区数管局`. */
  readonly id: string;
  /** Its place among all forms of the file. */
  readonly order: number;
  readonly row: UnitLookup;
  readonly form: Form;
  readonly words: string;
  readonly regex: Linear | null;
}

interface Compiled {
  readonly exact: ReadonlyMap<string, readonly Pattern[]>;
  /** The forms that may fit a name beside the exact ones: few of them are tried. */
  readonly near: (name: string, count?: StepCount) => readonly Pattern[];
}

/** What the lookups say of a name: nothing, one answer, or several that contradict each other. */
export type LookupAnswer = { readonly found: "none" } | { readonly found: "one"; readonly id: string; readonly row: UnitLookup; readonly as: string | null } | { readonly found: "conflict"; readonly ids: readonly string[] };

/** Tables of the lookups that are in use; they go when the lookups go. */
const compiled = new WeakMap<Lookups, Compiled>();

/** Asks for a folded, simplified name. Several rows may fit when they say the same. */
export function askLookups(lookups: Lookups, name: string): LookupAnswer {
  const { exact, near } = tableOf(lookups);
  const fitting = [...(exact.get(name) ?? []), ...near(name).filter((pattern) => fits(pattern, name))];
  const [first] = fitting;
  if (first === undefined) return { found: "none" };
  const answers = new Set(fitting.map((pattern) => answerOf(pattern, name)));
  if (answers.size > 1) return { found: "conflict", ids: fitting.map(({ id }) => id) };
  return { found: "one", id: first.id, row: first.row, as: readAs(first, name) };
}

/** The ids of all forms, in the order of the file. */
export function lookupIds(lookups: Lookups): string[] {
  return lookups.units.flatMap((row) => formsOf(row).map(([form, words]) => `${form}:${words}`));
}

/** Most expressions without a fixed word, which must be tried with every name. */
const mostLoose = 20;

/** Most steps of all expressions together: a few hundred bytes each. */
const mostSize = 200_000;

/** Most steps of comparing the rows with each other: some seconds. */
const mostComparing = 20_000_000;

/** Most troubles that are told. */
const mostTroubles = 100;

const fields: ReadonlySet<string> = new Set(departments.map(({ id }) => id));

/** What is wrong with lookups, one sentence each: rows that contradict each other, codes and ids that do not exist, expressions that are refused. */
export function checkLookups(lookups: Lookups): string[] {
  const size: StepCount = { steps: 0 };
  const troubles: string[] = [];
  for (const [i, row] of lookups.units.entries()) {
    troubles.push(...troublesOf(row, `units[${i}]`, size));
    if (size.steps > mostSize) return told([...troubles, `units[${i}]: the regex forms up to here are too long, their repetitions written out: ${size.steps} steps; at most ${mostSize} are taken`]);
  }
  if (troubles.length > 0) return told(troubles);
  const patterns = patternsOf(lookups);
  const loose = patterns.filter(({ regex }) => regex?.required === "").length;
  if (loose > mostLoose) return [`${loose} regex forms hold no fixed word; at most ${mostLoose} may, because each of them is tried with every name`];
  return told(contradictions(patterns));
}

function troublesOf(row: UnitLookup, where: string, size: StepCount): string[] {
  const troubles: string[] = [];
  if (row.function != null && !fields.has(row.function)) troubles.push(`${where}: unknown function “${row.function}”`);
  if (row.division != null && row.division !== "000000" && divisionOf(row.division) === null) troubles.push(`${where}: unknown division “${row.division}”`);
  for (const words of listOf(row.regex)) {
    const { refused, regex } = readLinear(words);
    size.steps += regex?.size ?? 0;
    if (refused !== null) troubles.push(`${where}: regex “${words}” ${refused}`);
  }
  return troubles;
}

/** Each form against the first of the same words, and each exact one against those that fit it. The names and expressions of people multiply: there is a bound for all of it. */
function contradictions(patterns: readonly Pattern[]): string[] {
  const { near } = compile(patterns);
  const count: StepCount = { steps: 0 };
  const firsts = new Map<string, Pattern>();
  const found: { readonly pattern: Pattern; readonly rival: Pattern }[] = [];
  for (const pattern of patterns) {
    const key = `${pattern.form}:${pattern.words}`;
    const first = firsts.get(key);
    if (first !== undefined) found.push({ pattern: first, rival: pattern });
    else {
      firsts.set(key, pattern);
      if (pattern.form !== "exact") continue;
      for (const rival of near(pattern.words, count)) {
        if (fits(rival, pattern.words, count)) found.push({ pattern, rival });
        if (count.steps > mostComparing) return [`too many comparisons: ${pattern.id} with ${rival.id}, and those before them; at most ${mostComparing} steps are gone`];
      }
    }
  }
  found.sort((a, b) => a.pattern.order - b.pattern.order || a.rival.order - b.rival.order);
  return found.flatMap(({ pattern, rival }) => {
    if (answerOf(pattern, pattern.words) !== answerOf(rival, pattern.words)) return [`${pattern.id} and ${rival.id} say different things of “${pattern.words}”`];
    return pattern.form === rival.form ? [`${pattern.id} is listed twice`] : [];
  });
}

function told(troubles: readonly string[]): string[] {
  return troubles.length <= mostTroubles ? [...troubles] : [...troubles.slice(0, mostTroubles), `and ${troubles.length - mostTroubles} more`];
}

function tableOf(lookups: Lookups): Compiled {
  const known = compiled.get(lookups);
  if (known !== undefined) return known;
  const table = compile(patternsOf(lookups));
  compiled.set(lookups, table);
  return table;
}

function compile(patterns: readonly Pattern[]): Compiled {
  const exact = new Map<string, Pattern[]>();
  const held = new Map<string, Pattern[]>();
  const loose: Pattern[] = [];
  for (const pattern of patterns) {
    const words = pattern.regex?.required ?? pattern.words;
    if (pattern.form === "exact") append(exact, pattern.words, pattern);
    else if (words === "") loose.push(pattern);
    else append(held, words, pattern);
  }
  const lengths = [...new Set([...held.keys()].map((words) => words.length))];
  const near = (name: string, count: StepCount = { steps: 0 }): readonly Pattern[] => {
    const found = new Set(loose);
    for (const length of lengths) {
      for (let start = 0; start + length <= name.length; start++) {
        const group = held.get(name.slice(start, start + length)) ?? [];
        count.steps += 1 + group.length;
        for (const pattern of group) found.add(pattern);
      }
    }
    return found.size < 2 ? [...found] : [...found].sort((a, b) => a.order - b.order);
  };
  return { exact, near };
}

function append(groups: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [pattern]);
  else group.push(pattern);
}

function patternsOf(lookups: Lookups): Pattern[] {
  let order = 0;
  return lookups.units.flatMap((row) =>
    formsOf(row).map(([form, printed]) => ({
      id: `${form}:${printed}`,
      order: order++,
      row,
      form,
      words: form === "regex" ? printed : uniform(printed),
      regex: form === "regex" ? linear(printed) : null,
    })),
  );
}

function formsOf(row: UnitLookup): (readonly [form: Form, printed: string])[] {
  const forms: readonly Form[] = ["exact", "contains", "regex"];
  return forms.flatMap((form) => listOf(row[form]).map((printed) => [form, printed] as const));
}

function linear(words: string): Linear {
  const { regex, refused } = readLinear(words);
  if (regex === null) throw new TypeError(`lookups that were not read by readLookups: regex “${words}” ${refused}`);
  return regex;
}

function fits({ form, words, regex }: Pattern, name: string, count?: StepCount): boolean {
  if (regex !== null) return regex.exec(name, count) !== null;
  return form === "exact" ? name === words : name.includes(words);
}

/** The name that stands for the printed one, null when the row gives none. Only the part that a contains or regex row fits is replaced. */
function readAs({ form, words, regex, row }: Pattern, name: string): string | null {
  if (row.as === undefined) return null;
  const as = uniform(row.as);
  if (regex !== null) return regex.replace(name, row.as);
  return form === "exact" ? as : name.split(words).join(as);
}

function answerOf(pattern: Pattern, name: string): string {
  const { name: full, kind, function: field, division } = pattern.row;
  return JSON.stringify([readAs(pattern, name), full, kind, field, division]);
}

function listOf(forms: string | readonly string[] | undefined): readonly string[] {
  return forms === undefined ? [] : typeof forms === "string" ? [forms] : forms;
}

function uniform(text: string): string {
  return simplify(folded(text)).replace(/[〔[]/gu, "(").replace(/[〕\]]/gu, ")");
}
