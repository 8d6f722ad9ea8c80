/** What things of the page are called: by keys, and by where they stand when a part of it is drawn anew. */

/** What a thing is known by when its part of the page is drawn anew. */
export interface Name {
  /** Of the row; null for a finding. */
  readonly id: string | null;
  readonly field: string;
  readonly at: number;
  /** The task that a finding is about. */
  readonly about: string;
}

/** The name of a value, row or finding. */
export function nameOf(element: HTMLElement): Name {
  const row = element.closest<HTMLElement>(".row");
  if (row === null) return { id: null, field: element.dataset["field"] ?? "", at: 0, about: element.dataset["id"] ?? "" };
  const values = [...row.querySelectorAll<HTMLElement>(".v")];
  const inside = element === row ? row.querySelector<HTMLElement>(".what > .v") : element;
  return { id: row.dataset["id"] ?? "", field: inside?.dataset["field"] ?? "", at: inside === null ? 0 : values.indexOf(inside), about: "" };
}

/** Keys and what they do. */
export const keys: Readonly<Record<string, string | undefined>> = {
  j: "down", ArrowDown: "down", k: "up", ArrowUp: "up", l: "right", ArrowRight: "right", h: "left", ArrowLeft: "left",
  n: "next", N: "previous", a: "confirm", A: "confirmValue", e: "correct", d: "drop", o: "add", w: "withdraw", u: "undo",
  "/": "find", g: "page", v: "view", t: "counterpart", "]": "nextNotice", "[": "previousNotice", "?": "help",
};
