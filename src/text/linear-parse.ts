/** Regular expressions of people as a tree, or why one is refused. The grammar is that of JavaScript with the flag u; the engine of JavaScript has read it before. */

/** A part of an expression. */
export type Part =
  | { readonly kind: "one"; readonly source: string }
  | { readonly kind: "edge"; readonly source: "^" | "$" | "\\b" | "\\B" }
  | { readonly kind: "row"; readonly parts: readonly Part[] }
  | { readonly kind: "either"; readonly parts: readonly Part[] }
  | { readonly kind: "group"; readonly number: number; readonly part: Part }
  | { readonly kind: "repeat"; readonly part: Part; readonly least: number; readonly most: number | null; readonly greedy: boolean; readonly groups: readonly [number, number] };

/** An expression that was read. */
export interface Expression {
  readonly part: Part;
  /** How many groups, and those with a name. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** An expression that takes more than linear time by its nature; the message says what it uses. */
export class NotLinear extends Error {}

const piece = /\[(?:\\.|[^\]\\]){0,500}\]|\\(?:u\{[0-9a-fA-F]+\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]{0,60}\}|c[A-Za-z]|k<[^>]{0,60}>|[1-9]\d{0,4}|.)|\(\?<(?![=!])[^>]{0,60}>|\(\?(?::|<?[=!]|[a-z-]+:)|[*+?]\??|\{\d{1,9}(?:,\d{0,9})?\}\??|./suy;

/** Reads an expression that `new RegExp(source, "u")` takes. */
export function parseExpression(source: string): Expression {
  const tokens: string[] = [];
  piece.lastIndex = 0;
  for (let found = piece.exec(source); found !== null; found = piece.exec(source)) tokens.push(found[0]);
  const names = new Map<string, number>();
  let [at, groups] = [0, 0];

  const either = (): Part => {
    const parts = [row()];
    while (tokens[at] === "|") {
      at++;
      parts.push(row());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "either", parts };
  };

  const row = (): Part => {
    const parts: Part[] = [];
    for (let token = tokens[at]; token !== undefined && token !== "|" && token !== ")"; token = tokens[at]) {
      const before = groups;
      const part = atom(token);
      parts.push(repeated(part, before));
    }
    return { kind: "row", parts };
  };

  const atom = (token: string): Part => {
    at++;
    if (token === "^" || token === "$" || token === "\\b" || token === "\\B") return { kind: "edge", source: token };
    if (/^\\(?:[1-9]|k<)/u.test(token)) throw new NotLinear(`refers back to what a group matched (${token})`);
    if (/^\(\?<?[=!]/u.test(token)) throw new NotLinear(`looks ahead or behind (${token}…))`);
    if (/^\(\?[a-z-]+:/u.test(token)) throw new NotLinear(`changes its flags (${token}…))`);
    if (!token.startsWith("(") || token === "\\(") return { kind: "one", source: token };
    const number = token === "(?:" ? 0 : ++groups;
    if (token.startsWith("(?<")) names.set(token.slice(3, -1), number);
    const part = either();
    at++;
    return number === 0 ? part : { kind: "group", number, part };
  };

  const repeated = (part: Part, before: number): Part => {
    const times = /^(?:([*+?])|\{(\d{1,9})(?:(,)(\d{0,9}))?\})(\??)$/u.exec(tokens[at] ?? "");
    if (times === null) return part;
    at++;
    const [, sign, from = "", comma, to = "", lazy] = times;
    const least = sign === undefined ? Number(from) : sign === "+" ? 1 : 0;
    const most = sign === undefined ? (comma === undefined ? least : to === "" ? null : Number(to)) : sign === "?" ? 1 : null;
    return { kind: "repeat", part, least, most, greedy: lazy === "", groups: [before + 1, groups] };
  };

  const part = either();
  return { part, groups, names };
}

/** The longest words that every match holds, empty when there are none. */
export function requiredWords({ part }: Expression): string {
  let [longest, run] = ["", ""];
  for (const one of part.kind === "row" ? part.parts : [part]) {
    run = one.kind === "one" && /^[^\\[.]/u.test(one.source) ? run + one.source : "";
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
