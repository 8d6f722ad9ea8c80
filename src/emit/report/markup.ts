/** HTML whose values cannot become markup: strings are always escaped, and markup is a type of its own. */

import { harmless } from "../../text/shown.ts";

/** Finished markup. */
export interface Markup {
  readonly html: string;
}

type Value = string | number | Markup | readonly Markup[];

/** Fills a template; strings and numbers are escaped for element content and quoted attributes. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { html: parts.map((part, i) => part + (i < values.length ? textOf(values[i] ?? "") : "")).join("") };
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function textOf(value: Value): string {
  if (typeof value === "string") return harmless(value).replace(/[&<>"']/gu, (character) => entities[character] ?? character);
  if (typeof value === "number") return String(value);
  return "html" in value ? value.html : value.map((one) => one.html).join("");
}
