/** The fields of the notice beside gold, one row a field. */
import type { Notice, ParseResult, Unit } from "../../src/model/notice.ts";
import { readsAs, showDeadline, showGold } from "./deadlines.ts";
import type { Gold, GoldNotice } from "./gold.ts";
import type { Judgement } from "./judgement.ts";
import { bare, plain, related, sameList, sameWords } from "./words.ts";

/** Kinds that gold does not have: DESIGN names them for the seeds. */
export const kindsOfNotices: Readonly<Record<string, Notice["kind"]>> = {
  "wanzheng-66": "task-allocation",
  "000-text": "task-allocation",
  "guichi-2018": "task-allocation",
  "wuhu-kaoping": "assessment-plan",
  "liutiliucu-4": "action-plan",
};

/** What gold and the answer say, and whether they agree; null when gold does not speak of the field. */
type Verdict = readonly [gold: unknown, got: unknown, right: boolean] | null;

const rows: Readonly<Record<string, (gold: GoldNotice, got: Notice) => Verdict>> = {
  documentNumber: (gold, got) => {
    if (gold.documentNumber === undefined) return null;
    const number = got.documentNumber?.text ?? null;
    return [gold.documentNumber, number, [gold.documentNumber, ...(gold.documentNumberAlternative ?? [])].some((one) => equal(one, number))];
  },
  agencyCode: (gold, got) => whereGiven(gold.agencyCode ?? undefined, got.documentNumber?.agencyCode ?? null),
  year: (gold, got) => whereGiven(gold.year ?? undefined, got.documentNumber?.year ?? null),
  serial: (gold, got) => whereGiven(gold.serial ?? undefined, got.documentNumber?.serial ?? null),
  title: (gold, got) => {
    if (gold.title === undefined) return null;
    return [gold.title, got.title, equal(gold.title, got.title) || (typeof gold.titleAlternative === "string" && equal(gold.titleAlternative, got.title))];
  },
  issuers: (gold, got) => (gold.issuers === undefined ? null : [gold.issuers, got.issuers, sameList(gold.issuers, got.issuers)]),
  addressees: ({ addressees, addresseesAlternative }, got) => {
    if (addressees === undefined) return null;
    const right = [addressees, ...(addresseesAlternative === undefined ? [] : [addresseesAlternative])].some((one) => sameList(one, got.addressees));
    return [addressees, got.addressees, right];
  },
  dateIssued: (gold, got) => whereGiven(gold.dateIssued, got.dateIssued),
  datePublished: (gold, got) => whereGiven(gold.datePublished, got.datePublished),
  draft: (gold, got) => whereGiven(gold.draft, got.draft),
  disclosure: (gold, got) => {
    const wanted = gold.publicityNote === undefined ? gold.disclosure : gold.publicityNote;
    if (wanted === undefined) return null;
    return [wanted, got.disclosure, equal(wanted, got.disclosure) || (wanted !== null && got.disclosure !== null && bare(wanted) === bare(got.disclosure))];
  },
  workYear: (gold, got) => whereGiven(gold.workYear ?? undefined, got.workYear?.year ?? null),
  enclosure: (gold, got) => whereGiven(gold.enclosure, got.enclosure),
  indexNumber: (gold, got) => whereGiven(gold.indexNumber, got.indexNumber),
  subjectCategory: (gold, got) => {
    if (gold.subjectCategory === undefined) return null;
    const oneBackslash = (text: string): string => plain(text).replace(/\\+/gu, "\\");
    return [gold.subjectCategory, got.subjectCategory, oneBackslash(gold.subjectCategory ?? "") === oneBackslash(got.subjectCategory.join("\\"))];
  },
  attachments: ({ attachments }, got) => {
    if (attachments === undefined) return null;
    const lines = (list: readonly { label: string | null; title: string }[]): string[] => list.map(({ label, title }) => `${label ?? ""} ${title}`);
    const labelled = got.attachments.map(({ label, title }, i) => ({ label: attachments[i]?.label === null ? null : label, title }));
    return [lines(attachments), lines(got.attachments), sameList(lines(attachments), lines(labelled))];
  },
  leadRule: ({ leadRule }, got) => {
    if (leadRule === undefined) return null;
    const found = got.rules.filter((rule) => rule.kind === "first-is-lead" || rule.kind === "responsible-is-lead");
    const shown = found.map((rule) => `${rule.kind}: ${rule.text}`);
    if (leadRule === null) return [null, shown, found.length === 0];
    return [`${leadRule.kind}: ${leadRule.text}`, shown, found.some((rule) => rule.kind === leadRule.kind && related(rule.text, leadRule.text))];
  },
  commonUnits: ({ commonUnits }, got) => {
    if (commonUnits === undefined) return null;
    const found = got.rules.filter((rule) => rule.kind === "common-units");
    const shown = found.map((rule) => rule.text);
    if (commonUnits === null) return [null, shown, found.length === 0];
    const named = (units: readonly Unit[]): string[] => units.map((unit) => unit.text);
    const right = found.some(
      (rule) => related(rule.text, commonUnits.text) && (commonUnits.units === undefined || sameList(commonUnits.units, named(rule.units))),
    );
    return [commonUnits.text, shown, right];
  },
  period: ({ period }, got) => {
    if (period === undefined) return null;
    if (period === null) return [null, got.period?.text ?? null, got.period === null];
    return [showGold(period), got.period === null ? null : showDeadline(got.period), got.period !== null && readsAs(period, got.period)];
  },
};

function whereGiven(gold: string | number | boolean | null | undefined, got: string | number | boolean | null): Verdict {
  return gold === undefined ? null : [gold, got, equal(gold, got)];
}

function equal(one: unknown, other: unknown): boolean {
  return typeof one === "string" && typeof other === "string" ? sameWords(one, other) : one === other;
}

/** Judges the notice of one file. `id` names the gold file without its ending. */
export function judgeNotice(gold: Gold, { notice }: ParseResult, id: string): Judgement[] {
  const judgements = Object.entries(rows).flatMap(([name, row]): Judgement[] => {
    const verdict = row(gold.notice, notice);
    return verdict === null ? [] : [judgement(name, verdict)];
  });
  const kind = kindsOfNotices[id];
  if (kind !== undefined) judgements.push(judgement("kind", [kind, notice.kind, kind === notice.kind]));
  return [...judgements, ...judgeReferences(gold.notice, notice), ...judgeUnitLists(gold, notice)];
}

function judgement(name: string, [gold, got, right]: readonly [unknown, unknown, boolean]): Judgement {
  return { field: `notice.${name}`, record: "notice", gold: show(gold), got: show(got), right };
}

function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Other documents by their numbers; titles without a number are permitted. Gold knows two relations: what does not repeal cites. */
function judgeReferences({ references, referencesAlternative, repeals }: GoldNotice, notice: Notice): Judgement[] {
  if (references === undefined) return [];
  const numbers = (repealed: boolean): string[] =>
    notice.references.flatMap((reference) => ((reference.relation === "repeals") === repealed ? (reference.documentNumber ?? []) : []));
  const cites = numbers(false);
  const wanted = [references, ...(referencesAlternative ?? [])].find((one) => sameList(one, cites)) ?? references;
  return [...judgeNumbers("references", wanted, cites), ...judgeNumbers("repeals", repeals ?? [], numbers(true))];
}

/** In order: a number that stands out of order is missing in its place and invented in the other. */
function judgeNumbers(field: string, gold: readonly string[], got: readonly string[]): Judgement[] {
  const record = "notice";
  const left = [...got];
  const judged = gold.map((number): Judgement => {
    const index = left.findIndex((other) => sameWords(other, number));
    const [other] = index < 0 ? [] : left.splice(0, index + 1).slice(-1);
    return { field, record, gold: number, got: other ?? null, right: other !== undefined };
  });
  const matched = judged.flatMap((one) => one.got ?? []);
  const extra = got.filter((number) => !removeOne(matched, number));
  return [...judged, ...extra.map((number) => ({ field, record, gold: null, got: number, right: false }))];
}

function removeOne(list: string[], item: string): boolean {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

/** Members of the lists of units; a list is found by its title or, failing that, by most members in common. */
function judgeUnitLists(gold: Gold, notice: Notice): Judgement[] {
  if (gold.unitLists.length === 0) return [];
  const open = new Set(notice.unitLists);
  const judgements = gold.unitLists.flatMap((list): Judgement[] => {
    const names = new Set(list.members.map(plain));
    const common = (units: readonly Unit[]): number => units.filter((unit) => names.has(plain(unit.text))).length;
    const [best] = [...open].filter((other) => common(other.units) > 0).sort((a, b) => common(b.units) - common(a.units));
    if (best !== undefined) open.delete(best);
    const titled = best !== undefined && related(best.title, list.heading);
    const title: Judgement = { field: "notice.unitListTitle", record: list.heading, gold: list.heading, got: best?.title ?? "null", right: titled };
    return [title, ...judgeMembers(list.heading, list.members, best?.units ?? [])];
  });
  const extra = [...open].flatMap((list) => list.units.map((unit) => ({ field: "unitLists", record: list.title, gold: null, got: unit.text, right: false })));
  return [...judgements, ...extra];
}

function judgeMembers(record: string, members: readonly string[], units: readonly Unit[]): Judgement[] {
  const field = "unitLists";
  const left = units.map((unit) => unit.text);
  const found = members.map((member): Judgement => {
    const index = left.findIndex((text) => sameWords(text, member));
    if (index >= 0) left.splice(index, 1);
    return { field, record, gold: member, got: index < 0 ? null : member, right: index >= 0 };
  });
  return [...found, ...left.map((text) => ({ field, record, gold: null, got: text, right: false }))];
}
