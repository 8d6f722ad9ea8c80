/** The units of a cell that names some in two roles: 甲局（乙局、丙局） under 牵头单位（配合单位）, 甲局/乙局 under 牵头单位/配合单位. */
import type { AllocationDraft } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { recogniseAllocation } from "../../rules/units/allocation.ts";
import { namesOthers, pairedHeader, type CellRoles, type PairedHeader } from "../../rules/units/cell-roles.ts";
import { outerBrackets } from "../../text/brackets.ts";

/** What the column says of its cells. */
type Announced = Pick<AllocationDraft, "role" | "header" | "origin">;

/** The same, with the words of the lowest cell of its header. */
type Headed = Announced & { readonly head: string | null };

/** The parts of a cell in their roles; `doubtful` where the header names two roles and nothing in the cell parts them. */
export interface PartedCell {
  readonly parts: readonly AllocationDraft[];
  readonly doubtful: boolean;
}

/** The units of a cell by their roles; null where neither header nor notes speak of two. */
export function rolesInCell(words: Quote, { head, ...announced }: Headed, notes: CellRoles): PartedCell | null {
  const pair = head === null ? null : pairedHeader(head);
  if (pair !== null) return byHeader(words, announced, pair);
  const role = announced.role;
  if (role === "people") return null;
  const inner = notes.bracket === null ? null : byBracket(words, { ...announced, role }, { ...announced, role: notes.bracket, header: null });
  if (inner !== null) return sure(inner);
  const { beforeSlash, behindSlash } = notes;
  if (beforeSlash === null && behindSlash === null) return null;
  const parted = bySign(words, { ...announced, role: beforeSlash ?? role }, { ...announced, role: behindSlash ?? role, header: null });
  return parted === null ? null : sure(parted);
}

function sure(parts: readonly AllocationDraft[]): PartedCell {
  return { parts, doubtful: false };
}

function byHeader(words: Quote, announced: Announced, { by, roles, heads }: PairedHeader): PartedCell {
  const first: Announced = { ...announced, role: roles[0], header: heads[0] };
  const second: Announced = { ...announced, role: roles[1], header: heads[1] };
  const parted = by === "bracket" ? byBracket(words, first, second) : bySign(words, first, second);
  if (parted !== null) return sure(parted);
  const plain = !/[、，,；;/／\n]/u.test(words.text) && outerBrackets(words.text).length === 0;
  const labelled = recogniseAllocation(words.text)?.strength === "strong";
  if (labelled) return sure([{ quote: words, ...announced }]);
  // Without a bracket nobody helps.
  const alone = by === "bracket" ? !/[/／]/u.test(words.text) : plain && roles[0] !== "support";
  return alone ? sure([{ quote: words, ...first }]) : { parts: [{ quote: words, ...announced }], doubtful: true };
}

/** What stands in the brackets of a cell, and what stands outside; null where no bracket names others. */
function byBracket(words: Quote, outside: Announced, inside: Announced): AllocationDraft[] | null {
  const brackets = outerBrackets(words.text).filter(({ start, end, inner }) => /^\s*(?:$|[、，,；;\n])/u.test(words.text.slice(end)) && namesOthers(words.text.slice(Math.max(0, start - 30), start), inner));
  if (brackets.length === 0) return null;
  const parts: AllocationDraft[] = [];
  let at = 0;
  for (const { start, end } of brackets) {
    parts.push({ quote: listIn(words, at, start), ...outside }, { quote: partOf(words, start + 1, end - 1), ...inside });
    at = end;
  }
  parts.push({ quote: listIn(words, at, words.text.length), ...outside });
  return parts.filter(({ quote }) => quote.text !== "");
}

/** A stretch of a list without the separators at its ends. */
function listIn(words: Quote, start: number, end: number): Quote {
  const text = words.text.slice(start, end);
  const from = /^[\s、，,；;。]*/u.exec(text)?.[0].length ?? 0;
  const to = text.length - (/(?<![\s、，,；;。])[\s、，,；;。]*$/u.exec(text)?.[0].length ?? 0);
  return partOf(words, start + from, start + Math.max(from, to));
}

/** What stands before and behind the only slash of a cell, else its only semicolon; null where none or several stand there. */
function bySign(words: Quote, before: Announced, behind: Announced): AllocationDraft[] | null {
  const slashes = offsetsOf(words, /[/／]/gu);
  const [only, ...more] = slashes.length > 0 ? slashes : offsetsOf(words, /[；;]/gu);
  if (only === undefined || more.length > 0) return null;
  return [{ quote: listIn(words, 0, only), ...before }, { quote: listIn(words, only + 1, words.text.length), ...behind }].filter(({ quote }) => quote.text !== "");
}

function offsetsOf({ text }: Quote, sign: RegExp): number[] {
  return [...text.matchAll(sign)].map(({ index }) => index);
}
