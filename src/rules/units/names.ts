/** Whether folded words look like the name of a unit, from their ending, form or place in the tables. */
import { collectiveForm } from "./collectives.ts";
import { findField, findLocalDepartment, findNationalDepartment } from "./department-names.ts";
import { endsLikePlace, unitEnding } from "./endings.ts";
import { regionPrefix } from "./regions.ts";
import { neverInNames } from "./verbs.ts";

/** Whether folded words are surely the whole name of a unit or class of units. */
export function looksLikeUnit(name: string): boolean {
  if (name.length < 2 || neverInNames.test(name)) return false;
  return unitEnding(name) !== null || isListed(name);
}

/** As {@link looksLikeUnit}, or a place or field word that stands for a unit in a list: 高新区, 公安. */
export function mayStandForUnit(name: string): boolean {
  if (looksLikeUnit(name)) return true;
  if (name.length < 2 || neverInNames.test(name)) return false;
  return endsLikePlace(name) || collectiveForm(name) !== null || findField(name) !== null;
}

/** Whether the tables know the name, with or without its one-character region prefix. */
export function isListed(name: string): boolean {
  const body = regionPrefix(name) === null ? name : name.slice(1);
  return findLocalDepartment(body, null) !== null || findNationalDepartment(name, null) !== null;
}
