/** Reading a unit cell, bracket, labelled line or clause: who, in which role. */
import type { Role } from "../../model/draft.ts";
import type { Unit } from "../../model/notice.ts";
import { readRegionWords } from "../../rules/divisions/region-words.ts";
import { roleMark } from "../../rules/matrix-marks.ts";
import { personRole } from "../../rules/units/headers.ts";
import { isListed } from "../../rules/units/names.ts";
import { regionPrefix } from "../../rules/units/regions.ts";
import { isPrompt } from "../../rules/prompts.ts";
import { boxes, placeholder, sameAsAbove } from "../../rules/units/words.ts";
import { readCharacters, type Characters } from "./characters.ts";
import { collectEntries } from "./entries.ts";
import type { Collected, Entry } from "./state.ts";
import { rangesOfPeople, readPeople, type Person } from "./people.ts";
import { prefixOf, resolveFolded, takesPrefix, type NoticeFacts } from "./resolve.ts";
import { settleRole, type SettledRole } from "./roles.ts";
import { readTicked } from "./ticked.ts";

/** What is known around a printed list. */
export interface AssignmentContext extends NoticeFacts {
  /** Default role by column header or label, null when nothing announces it. */
  readonly role: Role | null;
  /** The header or label as printed: 责任单位, 牵头领导. */
  readonly header: string | null;
  /** Default roles of the other filled role columns of the same task: 责任单位 beside 牵头单位 means support. */
  readonly otherRoles: readonly Role[];
  /** Roles of names by the marks that they carry: 市数据局▲. */
  readonly marks?: ReadonlyMap<string, Role>;
}

/** One unit of a list. `text` is as printed without layout white space; `range` is half-open UTF-16 offsets in the list. */
export interface AssignmentMember extends Omit<Unit, "place"> {
  readonly role: SettledRole;
  /** The printed verb or label that gave the role, null when a column did or nothing. */
  readonly roleWord: string | null;
  readonly range: [number, number];
}

/** Everything the list grammar reads. */
export interface AssignmentReading {
  readonly members: AssignmentMember[];
  readonly people: Person[];
  /** For each of these where the name stands. */
  readonly peopleRanges: [number, number][];
  readonly openEnded: boolean;
  readonly byDuty: boolean;
  /** Stretches that are a time and no unit, for the deadline grammar. */
  readonly deadlineRanges: [number, number][];
  /** For each of these the batch (第一批) or the units it is for, as printed; null where it is for all. */
  readonly deadlineOwners: (string | null)[];
  /** Words that no rule explains. */
  readonly unread: { text: string; range: [number, number] }[];
  /** Names that stood together without a separator. */
  readonly missingSeparators: string[][];
}

const nobody: AssignmentReading = { members: [], people: [], peopleRanges: [], openEnded: false, byDuty: false, deadlineRanges: [], deadlineOwners: [], unread: [], missingSeparators: [] };

/**
 * Reads a printed list of units by the conventions of units: roles by the words inside it, else by its column.
 * No lead is made up: a unit leads only where 牵头 (主办, 主责) or a lead column says so.
 *
 * @example parseAssignment("区编办牵头，区政府各部门负责落实", context) // lead 区编办, support 区政府各部门
 */
export function parseAssignment(text: string, context: AssignmentContext): AssignmentReading {
  const ticked = context.marks === undefined ? readTicked(text, (words) => namesSomebody(words, context)) : null;
  if (ticked === null) return parseList(text, context);
  const reading = parseList(ticked.text, context);
  return { ...reading, unread: [...reading.unread, ...ticked.left.map(([start, end]) => ({ text: text.slice(start, end), range: [start, end] as [number, number] }))] };
}

function namesSomebody(words: string, context: AssignmentContext): boolean {
  if (words.trim() === "") return false;
  const { members, people } = parseList(words, context);
  return people.length > 0 || members.some(({ text }) => !boxes.noName.test(text));
}

function parseList(text: string, context: AssignmentContext): AssignmentReading {
  const characters = readCharacters(text);
  if (placeholder.test(characters.text) || isPrompt(text)) return nobody;
  if (sameAsAbove.test(characters.text)) return { ...nobody, unread: [{ text: characters.printed(0, characters.text.length), range: characters.range(0, characters.text.length) }] };
  if (context.role === "people") return readPersonCell(text, characters, personRole(context.header ?? ""));
  const collected = collectEntries(characters, context.role, context.header);
  if (context.marks !== undefined) giveMarkedRoles(collected.entries, characters.text, context.marks);
  const roles = { hasLead: hasRole(collected, context, "lead"), hasSupport: hasRole(collected, context, "support") };
  const persons = collected.people.map(({ start, end, role, unit }) => {
    const range = characters.range(start, end);
    const words = text.slice(...range);
    const { people, unread } = readPeople(words, role);
    const ranges = rangesOfPeople(words, people).map(([from, to]): [number, number] => [range[0] + from, range[0] + to]);
    return { range, unread, ranges, people: people.map((person) => ({ ...person, unit: person.unit ?? (unit === null ? null : characters.printed(unit.start, unit.end)) })) };
  });
  const words = collected.unread.map(({ start, end }) => ({ text: characters.printed(start, end), range: characters.range(start, end) }));
  return {
    members: toMembers(collected.entries, characters, context, roles),
    people: persons.flatMap(({ people }) => people),
    peopleRanges: persons.flatMap(({ ranges }) => ranges),
    openEnded: collected.openEnded,
    byDuty: collected.byDuty,
    deadlineRanges: collected.times.map(({ start, end }) => characters.range(start, end)),
    deadlineOwners: collected.times.map(({ of }) => (of === null ? null : characters.printed(of.start, of.end))),
    unread: [...words, ...persons.flatMap(({ unread, range }) => unread.map((unreadWords) => ({ text: unreadWords, range })))],
    missingSeparators: missingSeparators(collected.entries, characters),
  };
}

/** Names that carry a mark of the legend are in its role, whatever their column says. */
function giveMarkedRoles(entries: readonly Entry[], text: string, marks: ReadonlyMap<string, Role>): void {
  for (const entry of entries) {
    const behind = roleMark.behind.exec(text.slice(entry.end))?.groups?.["mark"] ?? "";
    const before = roleMark.before.exec(text.slice(0, entry.start))?.groups?.["mark"] ?? "";
    const role = marks.get(behind) ?? marks.get(before);
    if (role !== undefined && role !== "people") Object.assign(entry, { role: role === "responsible" ? "answerable" : role, roleWord: behind || before });
  }
}

function hasRole({ entries }: Collected, { otherRoles }: AssignmentContext, role: "lead" | "support"): boolean {
  return otherRoles.includes(role) || entries.some((entry) => entry.role === role);
}

function toMembers(entries: readonly Entry[], characters: Characters, context: AssignmentContext, roles: { hasLead: boolean; hasSupport: boolean }): AssignmentMember[] {
  let carried: string | null = null;
  return entries.map((entry) => {
    const text = characters.printed(entry.start, entry.end);
    const folded = characters.text.slice(entry.start, entry.end);
    const own = prefixOf(folded);
    const prefix = own === null && carried !== null && takesPrefix(folded) ? carried : "";
    const carries = prefix !== "";
    const resolved = resolveFolded(prefix + folded, context, folded);
    if (own !== null) carried = regionPrefix(own) !== null || (readRegionWords(own, null, null) !== null && carriesPlace(folded.slice(own.length))) ? own : null;
    else if (!carries && resolved.kind === "collective") carried = null;
    return {
      text,
      ...resolved,
      name: resolved.name ?? prefix + text,
      basis: [...(carries ? ["unit:carried-prefix"] : []), ...resolved.basis, ...(entry.members.length > 0 ? ["unit:shared-tail"] : [])],
      members: entry.members.map(({ start, end }) => characters.printed(start, end)),
      role: settleRole(entry.role, roles.hasLead, roles.hasSupport),
      roleWord: entry.roleWord,
      range: characters.range(entry.start, entry.end),
    };
  });
}

/** 合肥市教育局、财政局 carries its place, 黄埔区政府 does not. */
function carriesPlace(body: string): boolean {
  return isListed(body) && !/政府$/u.test(body);
}

function missingSeparators(entries: readonly Entry[], characters: Characters): string[][] {
  const groups: string[][] = [];
  entries.forEach((entry, i) => {
    const previous = entries[i - 1];
    if (!entry.joined || previous === undefined) return;
    const words = characters.printed(entry.start, entry.end);
    if (previous.joined) groups.at(-1)?.push(words);
    else groups.push([characters.printed(previous.start, previous.end), words]);
  });
  return groups;
}

function readPersonCell(text: string, characters: Characters, header: string): AssignmentReading {
  const { people, unread } = readPeople(text, header);
  const whole = characters.range(0, characters.text.length);
  return { ...nobody, people, peopleRanges: rangesOfPeople(text, people), unread: unread.map((words) => ({ text: words, range: whole })) };
}
