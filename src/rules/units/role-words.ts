/** Finding role verbs in a piece of a unit list. Works on folded, simplified text; every step is linear. */
import { isListed, mayStandForUnit } from "./names.ts";
import { afterNoVerb, byDutyWords, roleVerbs, verbAdverbs, verbComplements, type RoleClass } from "./verbs.ts";

/** The role words of one piece. Offsets are in the piece. */
export interface VerbReading {
  /** Where the units before the verb end. */
  readonly unitsEnd: number;
  readonly role: RoleClass;
  /** The printed verb that settled the role. */
  readonly word: string;
  readonly byDuty: boolean;
  /** Where the role words end; what follows is the duty (负责与平台建设方对接) or, behind 按职责分工, unread. */
  readonly end: number;
  readonly basis: string;
}

interface Word {
  readonly text: string;
  readonly role: RoleClass | null;
  readonly takesObject: boolean;
  readonly id: string;
}

type RoleWord = Word & { readonly role: RoleClass };

const hasRole = (word: Word): word is RoleWord => word.role !== null;

const words: readonly Word[] = [
  ...roleVerbs.flatMap(({ id, role, takesObject, words: forms }) => forms.map((text) => ({ text, role, takesObject, id }))),
  ...verbAdverbs.map((text) => ({ text, role: null, takesObject: false, id: "" })),
  ...verbComplements.map((text) => ({ text, role: null, takesObject: false, id: "" })),
].sort((a, b) => b.text.length - a.text.length);

const byFirst = new Map<string, Word[]>();
for (const word of words) byFirst.set(word.text.charAt(0), [...(byFirst.get(word.text.charAt(0)) ?? []), word]);

const anyVerb = new RegExp(
  roleVerbs
    .flatMap(({ words: forms }) => forms)
    .sort((a, b) => b.length - a.length)
    .join("|"),
  "gu",
);
const longAdverbs = verbAdverbs.filter((word) => word.length > 1);
const strength: Readonly<Record<RoleClass, number>> = { lead: 4, support: 3, answerable: 2, other: 1 };

/** The first role verb of a piece that has units, or nothing, before it; null when there is none. */
export function readVerb(piece: string): VerbReading | null {
  const duty = byDutyWords.pattern.exec(piece);
  anyVerb.lastIndex = 0;
  for (let match = anyVerb.exec(piece); match !== null; match = anyVerb.exec(piece)) {
    const start = match.index;
    anyVerb.lastIndex = start + 1;
    if (duty !== null && start >= duty.index) break;
    if (afterNoVerb.test(piece.slice(start + match[0].length)) || endsName(piece, start, match[0])) continue;
    const chain = readChain(piece, start);
    if (chain === null) continue;
    const unitsEnd = withoutAdverbs(piece, start);
    if (chain.end === piece.length && (unitsEnd === 0 || !chain.doubtful || mayStandForUnit(piece.slice(0, unitsEnd)))) return { ...chain, unitsEnd, byDuty: false };
    if (chain.takesObject && (unitsEnd === 0 || mayStandForUnit(withoutOpen(piece.slice(0, unitsEnd))))) return { ...chain, unitsEnd, byDuty: false };
  }
  return duty === null ? null : readDuty(piece, duty.index, duty.index + duty[0].length);
}

/** 省安委会办: the last syllables of a listed name may look like a verb. */
function endsName(piece: string, start: number, word: string): boolean {
  if (word === "会办" && piece.charAt(start - 1) === "委") return true;
  return start > 1 && start + word.length === piece.length && word.length <= 2 && isListed(piece);
}

function readDuty(piece: string, start: number, end: number): VerbReading {
  const chain = readChain(piece, end);
  const unitsEnd = withoutAdverbs(piece, start);
  if (chain === null) return { unitsEnd, role: "answerable", word: piece.slice(start, end), byDuty: true, end, basis: byDutyWords.id };
  return { unitsEnd, role: chain.role, word: chain.word, byDuty: true, end: chain.end, basis: chain.basis };
}

/** A run of adverbs, verbs and complements from an offset on, null when it holds no role. */
function readChain(piece: string, start: number): (Omit<VerbReading, "unitsEnd" | "byDuty"> & { takesObject: boolean; doubtful: boolean }) | null {
  let end = start;
  let best: RoleWord | null = null;
  for (let word = wordAt(piece, end); word !== null; word = wordAt(piece, end)) {
    if (hasRole(word) && (best === null || strength[word.role] > strength[best.role])) best = word;
    end += word.text.length;
  }
  if (best === null) return null;
  return { role: best.role, word: best.text, end, basis: best.id, takesObject: best.takesObject, doubtful: !best.takesObject };
}

function wordAt(piece: string, offset: number): Word | null {
  const word = byFirst.get(piece.charAt(offset))?.find(({ text }) => piece.startsWith(text, offset));
  return word === undefined || (word.role !== null && afterNoVerb.test(piece.slice(offset + word.text.length, offset + word.text.length + 4))) ? null : word;
}

function withoutAdverbs(piece: string, end: number): number {
  for (;;) {
    const before = piece.slice(0, end);
    const adverb = longAdverbs.find((word) => before.endsWith(word));
    if (adverb === undefined) return end;
    end -= adverb.length;
  }
}

function withoutOpen(units: string): string {
  const open = units.lastIndexOf("等");
  return open > 1 ? units.slice(0, open) : units;
}
