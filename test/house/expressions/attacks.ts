/** Texts that make a regular expression slow if anything does, made of the expression itself. */
import { RegExpParser, type AST } from "@eslint-community/regexpp";

/** A text: some words, a piece that is repeated, and an end at which a match is likely to fail. */
export interface Attack {
  readonly before: string;
  readonly piece: string;
  readonly after: string;
}

export function textOf({ before, piece, after }: Attack, length: number): string {
  return before + piece.repeat(Math.ceil(length / piece.length)) + after;
}

const parser = new RegExpParser({ ecmaVersion: 2025 });
/** What most classes hold one of. */
const usual = ["字", "a", "1", " ", "\n", "，", "。", "：", "（", "x"];
const ends = ["", "\ue000"];
/** More repetitions than this count as endless. */
const endless = 50;

/** The attacks on an expression, at most so many; an expression without endless repetition needs a few only. */
export function attacksOn(source: string, flags: string, most = 60): Attack[] {
  const tree = parser.parsePattern(source, undefined, undefined, { unicode: flags.includes("u"), unicodeSets: flags.includes("v") });
  const maker = new Maker(flags, alphabetOf(tree));
  maker.visit(tree.alternatives, [""]);
  const pieces = new Set([...maker.pieces, ...maker.alphabet.slice(0, 40)]);
  const attacks = [...maker.attacks, ...[...pieces].flatMap((piece) => ends.map((after) => ({ before: "", piece, after })))];
  const different = [...new Map(attacks.filter(({ piece }) => piece !== "").map((attack) => [`${attack.before}\0${attack.piece}\0${attack.after}`, attack])).values()];
  const enough = maker.attacks.length === 0 ? Math.min(most, 10) : most;
  const step = Math.max(1, different.length / enough);
  return Array.from({ length: Math.min(enough, different.length) }, (_, i) => different[Math.floor(i * step)]!);
}

/** Every character that the expression names, then the usual ones. */
function alphabetOf(node: AST.Pattern): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (typeof value !== "object" || value === null || !("type" in value)) return;
    const one = value as AST.Node;
    if (one.type === "Character") found.add(String.fromCodePoint(one.value));
    for (const [key, child] of Object.entries(one)) if (key !== "parent" && key !== "resolved" && key !== "references") walk(child);
  };
  walk(node);
  return [...new Set([...found, ...usual])];
}

class Maker {
  readonly attacks: Attack[] = [];
  readonly pieces = new Set<string>();
  readonly alphabet: readonly string[];
  readonly #flags: string;
  readonly #known = new Map<string, readonly string[]>();

  constructor(flags: string, alphabet: readonly string[]) {
    this.#flags = flags.replace(/[gy]/gu, "");
    this.alphabet = alphabet;
  }

  /** Goes through alternatives; `before` are words that lead up to them. */
  visit(alternatives: readonly AST.Alternative[], before: readonly string[]): void {
    for (const { elements } of alternatives) {
      let led = before;
      for (const element of elements) {
        this.#element(element, led);
        const next = this.#samples(element);
        led = [0, 1].map((i) => (led[i % led.length] ?? "") + (next[i % next.length] ?? "")).filter((words, i, all) => all.indexOf(words) === i);
        for (const words of led) if (words.length <= 200) this.pieces.add(words);
      }
    }
  }

  #element(element: AST.Element, before: readonly string[]): void {
    if (element.type === "Quantifier") {
      if (element.max >= endless) this.#pump(element, before);
      this.#element(element.element, before);
    } else if (element.type === "Group" || element.type === "CapturingGroup") {
      this.visit(element.alternatives, before);
    } else if (element.type === "Assertion" && "alternatives" in element) {
      this.visit(element.alternatives, element.kind === "lookahead" ? before : [""]);
    }
  }

  #pump({ element }: AST.Quantifier, before: readonly string[]): void {
    const samples = this.#samples(element).slice(0, 8);
    const pairs = samples.slice(0, 4).flatMap((a) => samples.slice(0, 4).map((b) => a + b));
    for (const lead of before) for (const piece of [...samples, ...pairs]) for (const after of ends) this.attacks.push({ before: lead, piece, after });
  }

  /** Some texts that an element matches. */
  #samples(element: AST.Element): readonly string[] {
    switch (element.type) {
      case "Character":
        return [String.fromCodePoint(element.value)];
      case "CharacterClass":
      case "CharacterSet":
      case "ExpressionCharacterClass":
        return this.#members(element.raw);
      case "Group":
      case "CapturingGroup":
        return element.alternatives.flatMap((alternative) => this.#sequence(alternative.elements).slice(0, 2)).slice(0, 16);
      case "Quantifier": {
        const once = this.#samples(element.element);
        return element.max === 0 ? [""] : once.map((words) => words.repeat(Math.max(1, Math.min(element.min, 20))));
      }
      case "Assertion":
        return "alternatives" in element && element.kind === "lookbehind" && !element.negate ? element.alternatives.flatMap((one) => this.#sequence(one.elements).slice(0, 1)) : [""];
      default:
        return [""];
    }
  }

  /** Two texts of a sequence: of the first and of the second samples of its elements. */
  #sequence(elements: readonly AST.Element[]): string[] {
    const samples = elements.map((element) => this.#samples(element));
    return [0, 1].map((i) => samples.map((ones) => ones[i % Math.max(ones.length, 1)] ?? "").join(""));
  }

  #members(raw: string): readonly string[] {
    const known = this.#known.get(raw);
    if (known !== undefined) return known;
    const whole = new RegExp(`^(?:${raw})$`, this.#flags);
    const found = this.alphabet.filter((character) => whole.test(character)).slice(0, 12);
    const members = found.length > 0 ? found : [..."\t-_.,;!?甲0Z\u3000\u00a0", "（", "\ufffd", "𠮷"].filter((character) => whole.test(character)).slice(0, 2);
    this.#known.set(raw, members);
    return members;
  }
}
