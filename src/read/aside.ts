/** Words that a page or document holds and that are no part of what it says: struck out, hidden, prompts of forms, marks of notes. */
import type { Context } from "../model/context.ts";
import type { FindingCode } from "../model/finding.ts";
import type { Place } from "../model/position.ts";

/** Why words are set aside; `unseen`: nothing hides them, but so small or white that nobody sees them. */
export type AsideKind = "hidden" | "unseen" | "struck" | "prompt" | "raised-mark";

/** Words set aside. Of two that follow each other without a gap in one element, `start` of the second is `end` of the first. */
export interface Aside {
  readonly kind: AsideKind;
  readonly text: string;
  readonly place: Extract<Place, { kind: "element" }>;
}

const codes: Readonly<Record<AsideKind, FindingCode>> = {
  hidden: "words/hidden",
  unseen: "words/hidden",
  struck: "words/struck",
  prompt: "words/prompt",
  "raised-mark": "words/raised-mark",
};

/** Longer words are shown by their beginning; the place leads to all of them. */
const longest = 200;

/** One finding for each kind, with all words and places. */
export function reportAside(asides: readonly Aside[], context: Context): void {
  for (const kind of Object.keys(codes) as AsideKind[]) {
    const own = joined(asides.filter((one) => one.kind === kind && one.text.trim() !== ""));
    if (own.length === 0) continue;
    const count = own.reduce((sum, { text }) => sum + text.trim().length, 0);
    const actual = own.map(({ text }) => shortened(text.trim())).join(" | ");
    context.report(codes[kind], { params: { count: String(count) }, actual, place: own.map(({ place }) => place) });
  }
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** Words that follow each other without a gap are one piece. */
function joined(asides: readonly Aside[]): Aside[] {
  const pieces: Aside[] = [];
  for (const one of asides) {
    const last = pieces.at(-1);
    if (last?.place.path === one.place.path && last.place.end !== null && last.place.end === one.place.start) {
      pieces[pieces.length - 1] = { ...last, text: last.text + one.text, place: { ...last.place, end: one.place.end } };
    } else pieces.push(one);
  }
  return pieces;
}
