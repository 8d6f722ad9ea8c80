/** Follows the element paths of places back into a page, apart from the reader that wrote them. */
import type { CheerioAPI } from "cheerio";

const step = /^([^[\]/]+)(?:\[(\d+)\])?$/u;

/**
 * The text of the element at a path (`/html/body/div[2]/p`, positions from 1 among siblings of one name), cut to UTF-16
 * offsets into its text content; null when there is no such element or it has no such characters.
 */
export function textAt(page: CheerioAPI, path: string, start: number | null, end: number | null): string | null {
  const [before, root, ...steps] = path.split("/");
  let elements = page.root().children().filter((_, element) => element.tagName === root);
  for (const part of steps) {
    const [, name, position = "1"] = step.exec(part) ?? [];
    if (name === undefined) return null;
    elements = elements.children().filter((_, element) => element.tagName === name).eq(Number(position) - 1);
  }
  const text: unknown = elements.length === 1 && before === "" ? elements.prop("textContent") : null;
  if (typeof text !== "string") return null;
  const [from, to] = [start ?? 0, end ?? text.length];
  return from <= to && to <= text.length ? text.slice(from, to) : null;
}
