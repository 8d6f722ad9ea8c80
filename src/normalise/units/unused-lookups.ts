/** Which rows of the lookups settled no unit: typing errors, and names that no notice prints any more. */
import type { Lookups } from "../../model/lookups.ts";
import type { ParseResult, Unit } from "../../model/notice.ts";
import { lookupIds } from "../../rules/units/lookups.ts";

/** The ids of the rows that settled a unit of a result: `exact:区数管局`. */
export function usedLookups({ notice, tasks }: Pick<ParseResult, "notice" | "tasks">): string[] {
  const assignments = [...tasks.map(({ assignment }) => assignment), ...notice.sections.flatMap(({ assignment }) => (assignment === null ? [] : [assignment]))];
  const units: Unit[] = [
    ...assignments.flatMap(({ lead, support, responsible, others }) => [...lead, ...support, ...responsible, ...others.map(({ unit }) => unit)]),
    ...notice.rules.flatMap((rule) => rule.units),
    ...notice.unitLists.flatMap((list) => list.units),
  ];
  return [...new Set(units.flatMap(({ basis }) => basis.filter((id) => id.startsWith("lookup:")).map((id) => id.slice("lookup:".length))))];
}

/** The rows that settled nothing in any of these results, by their ids, in the order of the file. */
export function unusedLookups(lookups: Lookups, results: Iterable<Pick<ParseResult, "notice" | "tasks">>): string[] {
  const used = new Set<string>();
  for (const result of results) for (const id of usedLookups(result)) used.add(id);
  return lookupIds(lookups).filter((id) => !used.has(id));
}
