/**
 * Regular expressions in time that grows with the text and the expression alone, whatever they are: all ways through an expression are
 * gone at once, character by character (Thompson's machine with priorities, as in RE2). What matches is what the engine of JavaScript matches.
 */
import { NotLinear, parseExpression, requiredWords, type Part } from "./linear-parse.ts";

/** A match: where, and what its groups hold. */
export interface LinearMatch {
  readonly start: number;
  readonly end: number;
  /** Group 0 is the match. */
  readonly groups: readonly (string | undefined)[];
}

/** An expression that can be asked. */
export interface Linear {
  /** Words that every match holds, empty when there are none. */
  readonly required: string;
  /** How many steps it has, its repetitions written out. */
  readonly size: number;
  /** Adds what it takes to `count`. */
  readonly exec: (text: string, count?: StepCount) => LinearMatch | null;
  /** Puts a replacement in the place of the first match: `$1`, `$<name>`, `$&`, `$$` as in JavaScript. */
  readonly replace: (text: string, replacement: string) => string;
}

/** How many steps were gone, each about as long as another. */
export interface StepCount {
  steps: number;
}

/** An expression, or why it is refused. */
export type LinearReading = { readonly regex: Linear; readonly refused: null } | { readonly regex: null; readonly refused: string };

/** Most steps of an expression, its repetitions written out. */
const mostSteps = 4_000;

type Step =
  | { readonly kind: "one"; readonly takes: (character: string) => boolean }
  | { readonly kind: "edge"; readonly source: string }
  | { readonly kind: "split"; first: number; second: number }
  | { readonly kind: "jump"; to: number }
  | { readonly kind: "save"; readonly slot: number }
  | { readonly kind: "clear"; readonly from: number; readonly to: number }
  | { readonly kind: "enter"; readonly depth: number }
  | { readonly kind: "progress"; readonly depth: number }
  | { readonly kind: "match" };

/** Reads an expression. What JavaScript cannot read, and what cannot be matched in linear time, is refused with a reason. */
export function readLinear(source: string): LinearReading {
  try {
    RegExp(source, "u");
    const expression = parseExpression(source);
    const steps = [...program(expression.part), { kind: "match" } as const];
    const exec = (text: string, count: StepCount = { steps: 0 }): LinearMatch | null => run(steps, text, expression.groups, count);
    return { refused: null, regex: { required: requiredWords(expression), size: steps.length, exec, replace: (text, replacement) => replace(exec(text), text, replacement, expression.names) } };
  } catch (error) {
    if (error instanceof NotLinear) return { regex: null, refused: `${error.message}; only what can be matched in linear time is taken` };
    if (error instanceof SyntaxError) return { regex: null, refused: "cannot be read" };
    throw error;
  }
}

function program(part: Part): Step[] {
  const steps: Step[] = [];
  const add = (step: Step): number => {
    if (steps.length >= mostSteps) throw new NotLinear("is too long when its repetitions are written out");
    return steps.push(step) - 1;
  };
  const split = (greedy: boolean): { readonly into: (body: number, past: number) => void } => {
    const step = { kind: "split" as const, first: 0, second: 0 };
    add(step);
    return { into: (body, past) => Object.assign(step, greedy ? { first: body, second: past } : { first: past, second: body }) };
  };
  const jump = (): { readonly to: (target: number) => void } => {
    const step = { kind: "jump" as const, to: 0 };
    add(step);
    return { to: (target) => (step.to = target) };
  };

  const put = (one: Part): void => {
    if (one.kind === "one") add({ kind: "one", takes: takerOf(one.source) });
    else if (one.kind === "edge") add({ kind: "edge", source: one.source });
    else if (one.kind === "row") one.parts.forEach(put);
    else if (one.kind === "group") {
      add({ kind: "save", slot: 2 * one.number });
      put(one.part);
      add({ kind: "save", slot: 2 * one.number + 1 });
    } else if (one.kind === "either") putEither(one.parts);
    else putRepeat(one);
  };

  const putEither = ([first, ...others]: readonly Part[]): void => {
    if (first === undefined) return;
    if (others.length === 0) {
      put(first);
      return;
    }
    const fork = split(true);
    const start = steps.length;
    put(first);
    const out = jump();
    fork.into(start, steps.length);
    putEither(others);
    out.to(steps.length);
  };

  let depth = 0;
  /** A repetition that nobody asked for must take something, or it is none. */
  const optional = (once: () => void): void => {
    add({ kind: "enter", depth });
    if (++depth >= none) throw new NotLinear("nests too many repetitions");
    once();
    depth--;
    add({ kind: "progress", depth });
  };

  const putRepeat = ({ part: body, least, most, greedy, groups: [from, to] }: Extract<Part, { kind: "repeat" }>): void => {
    const once = (): void => {
      if (to >= from) add({ kind: "clear", from: 2 * from, to: 2 * to + 1 });
      put(body);
    };
    for (let i = 0; i < least; i++) once();
    const ends: ReturnType<typeof split>[] = [];
    const starts: number[] = [];
    for (let i = least; i < (most ?? least + 1); i++) {
      ends.push(split(greedy));
      starts.push(steps.length);
      optional(once);
    }
    if (most === null) jump().to((starts[0] ?? 1) - 1);
    ends.forEach((fork, i) => fork.into(starts[i] ?? 0, steps.length));
  };

  put(part);
  return steps;
}

function takerOf(source: string): (character: string) => boolean {
  if (/^[^\\[.]/u.test(source)) return (character) => character === source;
  const one = new RegExp(`^${source}$`, "u");
  return (character) => one.test(character);
}

/** How far one way has come. */
interface Way {
  readonly step: number;
  readonly saved: readonly number[];
  /** Depth of the outermost repetition that began at this character. */
  readonly begun: number;
}

/** No repetition began here. */
const none = 99;

function run(steps: readonly Step[], text: string, groups: number, count: StepCount): LinearMatch | null {
  const fresh = new Array<number>(2 * groups + 2).fill(-1);
  let ways: Way[] = [];
  let found: readonly number[] | null = null;
  for (let at = 0; ; ) {
    const character = at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : null;
    const seen = new Set<number>();
    const here: Way[] = [];
    for (const way of ways) follow(steps, way, { text, at, seen, here, count });
    if (found === null) follow(steps, { step: 0, saved: fresh.with(0, at), begun: none }, { text, at, seen, here, count });
    const next: Way[] = [];
    for (const { step, saved } of here) {
      const taken = steps[step];
      if (taken?.kind === "match") {
        found = saved.with(1, at);
        break;
      }
      if (taken?.kind === "one" && character !== null && taken.takes(character)) next.push({ step: step + 1, saved, begun: none });
    }
    if (character === null || (next.length === 0 && found !== null)) break;
    ways = next;
    at += character.length;
  }
  return found === null ? null : matchOf(found, text);
}

/** Goes on without a character, the preferred way first, each step once. */
function follow(steps: readonly Step[], way: Way, { text, at, seen, here, count }: { readonly text: string; readonly at: number; readonly seen: Set<number>; readonly here: Way[]; readonly count: StepCount }): void {
  const open: Way[] = [way];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { step, saved, begun } = next;
    count.steps++;
    const taken = steps[step];
    const state = step * (none + 1) + begun;
    if (taken === undefined || seen.has(state)) continue;
    seen.add(state);
    if (taken.kind === "one" || taken.kind === "match") here.push(next);
    else if (taken.kind === "jump") open.push({ ...next, step: taken.to });
    else if (taken.kind === "split") open.push({ ...next, step: taken.second }, { ...next, step: taken.first });
    else if (taken.kind === "enter") open.push({ step: step + 1, saved, begun: Math.min(begun, taken.depth) });
    else if (taken.kind === "progress") open.push(...(begun <= taken.depth ? [] : [{ ...next, step: step + 1 }]));
    else if (taken.kind === "save") open.push({ step: step + 1, saved: saved.with(taken.slot, at), begun });
    else if (taken.kind === "clear") open.push({ step: step + 1, saved: saved.map((value, slot) => (slot >= taken.from && slot <= taken.to ? -1 : value)), begun });
    else if (holds(taken.source, text, at)) open.push({ ...next, step: step + 1 });
  }
}

function holds(edge: string, text: string, at: number): boolean {
  if (edge === "^") return at === 0;
  if (edge === "$") return at === text.length;
  const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/u.test(character);
  return (isWord(text[at - 1]) !== isWord(text[at])) === (edge === "\\b");
}

function matchOf(saved: readonly number[], text: string): LinearMatch {
  const groups: (string | undefined)[] = [];
  for (let slot = 0; slot < saved.length; slot += 2) {
    const [from = -1, to = -1] = [saved[slot], saved[slot + 1]];
    groups.push(from < 0 || to < 0 ? undefined : text.slice(from, to));
  }
  return { start: saved[0] ?? 0, end: saved[1] ?? 0, groups };
}

function replace(match: LinearMatch | null, text: string, replacement: string, names: ReadonlyMap<string, number>): string {
  if (match === null) return text;
  const { start, end, groups } = match;
  const put = replacement.replace(/\$(?:([$&`'])|(\d{1,2})|<([^>]{0,60})>)/gu, (written: string, sign?: string, number?: string, name?: string) => {
    if (sign !== undefined) return { $: "$", "&": text.slice(start, end), "`": text.slice(0, start), "'": text.slice(end) }[sign] ?? "";
    if (name !== undefined) return names.size === 0 ? written : (groups[names.get(name) ?? -1] ?? "");
    const [one = "", two = ""] = number ?? "";
    const both = Number(one + two);
    if (both > 0 && both < groups.length) return groups[both] ?? "";
    return Number(one) > 0 && Number(one) < groups.length ? (groups[Number(one)] ?? "") + two : written;
  });
  return text.slice(0, start) + put + text.slice(end);
}
