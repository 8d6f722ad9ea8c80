/** What relates two notices: printed references first, then what only their titles say. */
import { diagnose } from "../model/context.ts";
import type { DocumentRelation } from "../model/link.ts";
import type { Diagnostic } from "../model/notice.ts";
import { workingDocument } from "../rules/metadata/relations.ts";
import { numberKey } from "../text/document-number.ts";
import { titleKey } from "../text/title.ts";
import type { LinkedNotice, Named } from "./notices.ts";
import { findSeries, samePlace, type Series } from "./series.ts";

/** Relations among a set of notices. */
export interface Relations {
  /** What relates two of them, by their indexes; null: nothing known. The same whichever comes first. */
  readonly between: (a: number, b: number) => DocumentRelation | null;
  /** Notices that this one names or that name it, directly or by way of one between, and those of its series. */
  readonly near: (a: number) => readonly number[];
  /** Every pair of which one names the other. */
  readonly direct: () => readonly { readonly by: number; readonly of: number; readonly relation: DocumentRelation }[];
  readonly findings: readonly Diagnostic[];
}

const none = { by: null, through: [], verb: null, words: null, place: [] };

/** Resolves the references of all notices. One that fits several notices is none, with a finding. */
export function relate(notices: readonly LinkedNotice[]): Relations {
  const findings: Diagnostic[] = [];
  const books = shelve(notices);
  const series = findSeries(notices);
  const named = notices.map((notice, i) => resolve(notice, i, books, findings));
  const shared = notices.map(({ references }) => new Map(references.filter(isWorking).map((one) => [one.numberKey ?? one.titleKey ?? "", one] as const)));

  const direct = (by: number, of: number): DocumentRelation | null => {
    const one = named[by]?.get(of);
    return one === undefined ? null : { relation: one.relation, by: notices[by]?.id ?? null, through: [], verb: one.verb?.text ?? null, words: one.text, place: [...one.place] };
  };
  const sharedBy = (a: number, b: number): DocumentRelation | null => {
    const [mine, others] = [shared[a], shared[b]];
    const both = [...(mine?.entries() ?? [])].filter(([key]) => others?.has(key));
    const [first] = both;
    if (first === undefined) return null;
    return { relation: "shared-reference", by: notices[a]?.id ?? null, through: both.map(([, one]) => one.shown), verb: first[1].verb?.text ?? null, words: first[1].text, place: [...first[1].place] };
  };
  const indirect = (by: number, of: number): DocumentRelation | null => {
    for (const [between, one] of named[by] ?? []) {
      if (named[between]?.has(of) !== true) continue;
      return { relation: "indirect", by: notices[by]?.id ?? null, through: [notices[between]?.id ?? ""], verb: one.verb?.text ?? null, words: one.text, place: [...one.place] };
    }
    return null;
  };
  const known = new Map<number, DocumentRelation | null>();
  return {
    between: (x, y) => {
      const [a, b] = x < y ? [x, y] : [y, x];
      const key = a * notices.length + b;
      let relation = known.get(key);
      if (relation === undefined) {
        relation = direct(a, b) ?? direct(b, a) ?? sharedBy(a, b) ?? indirect(a, b) ?? indirect(b, a) ?? (series.same(a, b) ? { relation: "series", ...none } : byTitle(notices[a], notices[b]));
        known.set(key, relation);
      }
      return relation;
    },
    near: nearOf(notices, named, series),
    direct: () => named.flatMap((all, by) => [...all.keys()].sort((a, b) => a - b).flatMap((of) => {
      const relation = direct(by, of);
      return relation === null ? [] : [{ by, of, relation }];
    })),
    findings,
  };
}

/** Notices by their numbers and titles. */
interface Books {
  readonly byNumber: ReadonlyMap<string, readonly number[]>;
  readonly byTitle: ReadonlyMap<string, readonly number[]>;
}

function shelve(notices: readonly LinkedNotice[]): Books {
  const [byNumber, byTitle] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const put = (shelf: Map<string, number[]>, key: string, i: number): void => {
    const there = shelf.get(key);
    if (there === undefined) shelf.set(key, [i]);
    else if (!there.includes(i)) there.push(i);
  };
  notices.forEach(({ documentNumber, title, enclosure, issuers }, i) => {
    if (documentNumber !== null) put(byNumber, numberKey(documentNumber), i);
    for (const one of [title, enclosure]) if (one !== null) put(byTitle, titleKey(one), i);
    // The title of the page may lack its issuer, which others name.
    if (title !== null && issuers[0] !== undefined) put(byTitle, titleKey(issuers[0] + title), i);
  });
  return { byNumber, byTitle };
}

function resolve({ id, references }: LinkedNotice, own: number, { byNumber, byTitle }: Books, findings: Diagnostic[]): Map<number, Named> {
  const found = new Map<number, Named>();
  for (const one of references) {
    const fits = ((one.numberKey === null ? undefined : byNumber.get(one.numberKey)) ?? (one.numberKey === null && one.titleKey !== null ? byTitle.get(one.titleKey) : undefined) ?? []).filter((i) => i !== own);
    const [only] = fits;
    if (fits.length > 1) findings.push(diagnose("lineage/ambiguous-reference", { params: { notice: id, count: String(fits.length) }, actual: one.text, place: one.place }));
    else if (only !== undefined && !found.has(only)) found.set(only, one);
  }
  return found;
}

/** A law that both name relates nothing; a plan, a notice, an opinion does. */
function isWorking({ numberKey: number, titleKey: title, relation }: Named): boolean {
  if (relation === "repeals") return false;
  return number !== null ? number.includes("|") : title !== null && workingDocument.test(title);
}

/** The same notice under another number. */
function byTitle(a: LinkedNotice | undefined, b: LinkedNotice | undefined): DocumentRelation | null {
  if (a === undefined || b === undefined || a.title === null || b.title === null || !samePlace(a, b)) return null;
  return titleKey(a.title) === titleKey(b.title) ? { relation: "repeats", ...none } : null;
}

/** So many notices that name one are read closely beside each; more of them only by fingerprints. */
const mostNear = 200;

function nearOf(notices: readonly LinkedNotice[], named: readonly ReadonlyMap<number, Named>[], series: Series): Relations["near"] {
  const naming = notices.map((): number[] => []);
  named.forEach((all, by) => {
    for (const of of all.keys()) naming[of]?.push(by);
  });
  const neighbours = (a: number): number[] => [...(named[a]?.keys() ?? []), ...(naming[a] ?? [])].slice(0, mostNear);
  return (a) => {
    const near = new Set([...neighbours(a), ...[...(named[a]?.keys() ?? [])].flatMap((b) => [...(named[b]?.keys() ?? [])]), ...(naming[a] ?? []).slice(0, mostNear).flatMap((b) => naming[b] ?? []), ...series.of(a)]);
    near.delete(a);
    return [...near].sort((x, y) => x - y).slice(0, mostNear);
  };
}
