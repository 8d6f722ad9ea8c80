/** What fields of a form show: values that stand in the cells of a page as its other words do. */
import { attribute, isElement, type Markup, type MarkupElement } from "./markup.ts";

/** Kinds of `input` that show their value as words. */
const wordy = /^(?:text|date|month|number|week|datetime-local|)$/iu;

/** The words that a field shows; empty for any other element. */
export function valueOf(element: MarkupElement): string {
  if (element.name === "input") return wordy.test(attribute(element, "type") ?? "") ? (attribute(element, "value") ?? "").trim() : "";
  if (element.name === "textarea") return textOf(element).trim();
  return element.name === "select" ? textOf(chosen(element)).trim() : "";
}

/** The option that a list shows: the one that is marked. */
function chosen({ children }: MarkupElement): Markup | null {
  return children.find((child) => isElement(child) && child.name === "option" && attribute(child, "selected") !== null) ?? null;
}

function textOf(node: Markup | null): string {
  return (node?.children ?? []).map((child) => (child.type === "text" ? (child.data ?? "") : textOf(child))).join("");
}
