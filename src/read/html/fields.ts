/** What fields of a form show: values that stand in the cells of a page as its other words do. */
import { attribute, isElement, type Markup, type MarkupElement } from "./markup.ts";

/** Kinds of `input` that show no value as words; any other shows it, known or not. */
const wordless = /^(?:hidden|password|checkbox|radio|file|image|button|submit|reset|range|color)$/iu;

/** The words that a field shows; empty for any other element. */
export function valueOf(element: MarkupElement): string {
  if (element.name === "input") return wordless.test(attribute(element, "type") ?? "") ? "" : (attribute(element, "value") ?? "").trim();
  if (element.name === "textarea") return textOf(element).trim();
  return element.name === "select" ? chosen(element).map(labelOf).join("、") : "";
}

/** The options that a list shows as chosen: those that are marked, in a list of one line the last of them, else the first that can be. */
function chosen(list: MarkupElement): MarkupElement[] {
  const options = below(list).filter((node) => isElement(node) && node.name === "option") as MarkupElement[];
  const marked = options.filter((option) => attribute(option, "selected") !== null);
  if (attribute(list, "multiple") !== null) return marked;
  if (marked.length > 0) return marked.slice(-1);
  return Number(attribute(list, "size") ?? 1) > 1 ? [] : options.filter((option) => !isDisabled(option)).slice(0, 1);
}

function isDisabled(option: MarkupElement): boolean {
  const { parent } = option;
  return attribute(option, "disabled") !== null || (isElement(parent) && parent.name === "optgroup" && attribute(parent, "disabled") !== null);
}

function labelOf(option: MarkupElement): string {
  return (attribute(option, "label") || textOf(option)).replaceAll(/\s+/gu, " ").trim();
}

function textOf(node: Markup): string {
  return below(node).map((child) => (child.type === "text" ? (child.data ?? "") : "")).join("");
}

/** All nodes inside of a node in document order, however deep they nest. */
function below(node: Markup): Markup[] {
  const found: Markup[] = [];
  const waiting = [...(node.children ?? [])].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    for (const child of [...(next.children ?? [])].reverse()) waiting.push(child);
  }
  return found;
}
