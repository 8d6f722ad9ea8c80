/** Finds the boxes around a place of a page without looking at all of them. */
import type { Box } from "../../model/position.ts";
import type { Rule } from "./ink.ts";

/** Side of a square, in points. */
const side = 24;

/** Things of a page by the squares that their boxes lie in. */
export class Neighbourhood<T extends { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }> {
  readonly #squares = new Map<number, T[]>();

  constructor(things: readonly T[]) {
    for (const thing of things) this.#each([thing.left, thing.top, thing.right, thing.bottom], (square) => {
      const list = this.#squares.get(square);
      if (list === undefined) this.#squares.set(square, [thing]);
      else list.push(thing);
    });
  }

  /** All that shares a square with a box, once each. */
  near(box: Box): Set<T> {
    const found = new Set<T>();
    this.#each(box, (square) => {
      for (const thing of this.#squares.get(square) ?? []) found.add(thing);
    });
    return found;
  }

  #each([left, top, right, bottom]: Box, visit: (square: number) => void): void {
    const [x1, y1] = [Math.min(Math.floor(right / side), Math.floor(left / side) + mostAcross), Math.min(Math.floor(bottom / side), Math.floor(top / side) + mostAcross)];
    for (let y = Math.floor(top / side); y <= y1; y++) for (let x = Math.floor(left / side); x <= x1; x++) visit(y * 4096 + x);
  }
}

/** Nothing is looked at further across than this many squares. */
const mostAcross = 200;

/** A ruling line with its box. */
export interface RuleBox {
  readonly rule: Rule;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Ruling lines by place. */
export function ruleBoxes(rules: readonly Rule[]): Neighbourhood<RuleBox> {
  return new Neighbourhood(
    rules.map((rule) => {
      const { axis, at, from, to } = rule;
      return axis === "horizontal" ? { rule, left: from, top: at, right: to, bottom: at } : { rule, left: at, top: from, right: at, bottom: to };
    }),
  );
}
