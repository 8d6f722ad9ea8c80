/** Whether folded words look like the name of a unit, from their ending, form or place in the tables. */
import { collectiveForm } from "./collectives.ts";
import { findField, findLocalDepartment, findNationalDepartment } from "./department-names.ts";
import { endsLikePlace, unitEnding } from "./endings.ts";
import { regionPrefix } from "./regions.ts";
import { neverInNames, rolesAsClass, verbsOfNames } from "./verbs.ts";

/** Whether folded words are surely the whole name of a unit or class of units. */
export function looksLikeUnit(name: string): boolean {
  if (name.length < 2 || holdsVerb(name)) return false;
  return unitEnding(name) !== null || isListed(name);
}

/** As {@link looksLikeUnit}, or a place or field word that stands for a unit in a list: 高新区, 公安. */
export function mayStandForUnit(name: string): boolean {
  if (looksLikeUnit(name)) return true;
  if (name.length < 2 || holdsVerb(name)) return false;
  return endsLikePlace(name) || collectiveForm(name) !== null || findField(name) !== null;
}

/** Whether a folded name holds a verb that no name has. Bodies for one purpose may: 推进政府职能转变协调小组. */
export function holdsVerb(name: string): boolean {
  return neverInNames.test(name) && !rolesAsClass.test(name) && !(verbsOfNames.purpose.test(name) && !verbsOfNames.never.test(name));
}

/** Whether the tables know the name, with or without its one-character region prefix. */
export function isListed(name: string): boolean {
  const body = name.slice(regionPrefix(name)?.word.length ?? 0);
  return findLocalDepartment(body, null) !== null || findNationalDepartment(name, null) !== null;
}
