/**
 * What a pattern says of its first characters, and of those it cannot do without: computed from its notation, so that no list of
 * characters is kept beside a row. Looks to the left and right of a place are passed over: a place too many is tried, never one too few.
 */

/** Different characters, one behind the other; null for any. 0 stands for a run of digits, of whatever length. */
type Characters = string | null;

/** What is known of a pattern. */
export interface Head {
  /** It can match nothing. */
  readonly empty: boolean;
  readonly first: Characters;
  /** Characters that are a whole match. */
  readonly alone: Characters;
  /** The second characters by the first; those behind any other character under "". */
  readonly second: ReadonlyMap<string, Characters>;
  /** Every match holds a character of each of these sets. */
  readonly needs: readonly string[];
}

const nothing: Head = { empty: true, first: "", alone: "", second: new Map(), needs: [] };
/** A larger set rules out too little, and so do more sets. */
const most = { characters: 24, sets: 4 };

/** The head of a pattern in the notation of pieces.ts; `piece` gives that of a named piece. Not `whole`: what it needs is not asked. */
export function headOf(pattern: string, piece: (name: string) => Head, whole = true): Head {
  return new Notation(pattern, piece, whole).alternatives();
}

/** Whether a match can begin with two characters, of which 0 is a run of digits; one alone is no match unless it `mayEnd`. */
export function canBegin({ empty, first, alone, second }: Head, a: string, b: string, mayEnd: boolean): boolean {
  if (empty || (mayEnd && has(alone, a)) || (b === "" && has(first, a))) return true;
  return [second.get(a), second.get("")].some((next) => next !== undefined && has(next, b));
}

function has(characters: Characters, character: string): boolean {
  return characters === null || (character !== "" && characters.includes(character));
}

function union(a: Characters, b: Characters): Characters {
  return a === null || b === null ? null : joined(a, b);
}

function joined(a: string, b: string): string {
  if (a === "" || a === b) return b;
  let all = a;
  for (const character of b) if (!a.includes(character)) all += character;
  return all;
}

function oneOf(characters: Characters): Head {
  const beginning = characters?.replace(/[0-9]+/g, "0") ?? null;
  return { empty: false, first: beginning, alone: beginning, second: nothing.second, needs: fewest([characters ?? ""]) };
}

/** Whether a set rules out little that another does not. */
function isLike(set: string, other: string): boolean {
  let shared = 0;
  for (const character of other) if (set.includes(character)) shared++;
  return shared === other.length || shared > set.length * 0.7;
}

/** The sets that rule out most. */
function fewest(sets: readonly string[]): string[] {
  const kept: string[] = [];
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    if (set !== "" && set.length <= most.characters && !kept.some((other) => isLike(set, other)) && kept.push(set) === most.sets) break;
  }
  return kept;
}

function either(a: Head, b: Head): Head {
  const needs = fewest(a.needs.flatMap((set) => b.needs.map((other) => joined(set, other))));
  return { empty: a.empty || b.empty, first: union(a.first, b.first), alone: union(a.alone, b.alone), second: bySecond([a.second, b.second]), needs };
}

function then(a: Head, b: Head): Head {
  const needs = b.needs.length === 0 ? a.needs : fewest([...a.needs, ...b.needs]);
  if (!a.empty && a.alone === "") return { ...a, needs };
  const across = new Map(Array.from(a.alone ?? [""], (character) => [character, character === "0" ? behindDigits(b) : b.first]));
  return {
    empty: a.empty && b.empty,
    first: a.empty ? union(a.first, b.first) : a.first,
    alone: union(union(b.empty ? a.alone : "", a.empty ? b.alone : ""), has(a.alone, "0") && has(b.alone, "0") ? "0" : ""),
    second: bySecond([a.second, across, ...(a.empty ? [b.second] : [])]),
    needs,
  };
}

/** What can stand behind digits: those of the next part go on with them. */
function behindDigits({ first, second }: Head): Characters {
  return union(first, second.get("0") ?? "");
}

function bySecond(maps: readonly ReadonlyMap<string, Characters>[]): ReadonlyMap<string, Characters> {
  const [only, another] = maps.filter(({ size }) => size > 0);
  if (another === undefined) return only ?? nothing.second;
  const all = new Map<string, Characters>();
  for (const map of maps) for (const [character, next] of map) all.set(character, all.has(character) ? union(all.get(character) ?? null, next) : next);
  return all;
}

const token = /\{[a-zA-Z]\w*(?::\w+)?\}|\((?:\?(?:<?[=!]|:|<\w+>))?|\[(?:\\.|[^\]\\]){0,400}\]|\\k<\w+>|\\.|(?:[?*+]|\{[0-9]+(?:,[0-9]*)?\})\??|./g;
const times = /^(?:[?*+]|\{[0-9])/;
const onlyLooks = /^\(\?<?[=!]/;

/** A pattern read from left to right. */
class Notation {
  #at = 0;
  readonly #tokens: readonly string[];
  readonly #piece: (name: string) => Head;
  readonly #whole: boolean;

  constructor(pattern: string, piece: (name: string) => Head, whole: boolean) {
    this.#tokens = pattern.match(token) ?? [];
    this.#piece = piece;
    this.#whole = whole;
  }

  alternatives(): Head {
    let head = this.#sequence();
    for (; this.#tokens[this.#at] === "|"; head = either(head, this.#sequence())) this.#at++;
    return head;
  }

  #sequence(): Head {
    let head = nothing;
    for (let next = this.#tokens[this.#at]; next !== undefined && next !== "|" && next !== ")"; next = this.#tokens[this.#at]) {
      if (this.#whole || head.empty || head.alone !== "") head = then(head, this.#repeated());
      else this.#pass();
    }
    return this.#whole || head.needs.length === 0 ? head : { ...head, needs: [] };
  }

  /** Past a character or a group. */
  #pass(): void {
    let depth = 0;
    do {
      const item = this.#tokens[this.#at++];
      depth += item === ")" ? -1 : item?.startsWith("(") === true ? 1 : 0;
    } while (depth > 0);
  }

  #repeated(): Head {
    const head = this.#item();
    const count = this.#tokens[this.#at] ?? "";
    if (!times.test(count)) return head;
    this.#at++;
    const [least = "0", most = least] = count.match(/[0-9]+|(?<=,)/g) ?? (count.startsWith("+") ? ["1", ""] : count.startsWith("*") ? ["0", ""] : ["0", "1"]);
    const more = most === "1" ? head : then(head, Number(least) > 1 ? head : { ...head, empty: true, needs: [] });
    return least === "0" ? { ...more, empty: true, needs: [] } : more;
  }

  #item(): Head {
    const item = this.#tokens[this.#at++] ?? "";
    if (item.startsWith("(")) {
      const inner = this.alternatives();
      this.#at++;
      return onlyLooks.test(item) ? nothing : inner;
    }
    return item.length > 2 && item.startsWith("{") ? this.#piece(item.slice(1, -1).replace(/:.*/, "")) : plainHead(item);
  }
}

/** Heads of characters and classes: rows name the same few over and over. */
const plain = new Map<string, Head>([["^", nothing], ["$", nothing], [".", oneOf(null)]]);

function plainHead(item: string): Head {
  const known = plain.get(item);
  if (known !== undefined) return known;
  const head = oneOf(item.startsWith("\\k<") ? null : item.length > 2 ? charactersOf(item.slice(1, -1)) : item.slice(-1));
  plain.set(item, head);
  return head;
}

/** The characters between the brackets of a class; null for a class of what is left out. */
function charactersOf(inside: string): Characters {
  if (inside.startsWith("^")) return null;
  const characters = new Set<string>();
  for (const [, from = "", to = from] of inside.matchAll(/\\?(.)(?:-([^\]]))?/g)) {
    for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) characters.add(String.fromCharCode(code));
  }
  return [...characters].sort().join("");
}
