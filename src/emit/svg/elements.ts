/** SVG elements as strings. Every text and attribute is escaped; numbers have at most two decimals. */

import { harmless } from "../../text/shown.ts";

/** Attributes of an element; null ones are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** Text that may stand in XML and on a terminal: markup escaped, characters that XML forbids or that steer replaced. */
export function escape(text: string): string {
  return harmless(text)
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}

/** A number with at most two decimals; what is no number becomes 0. */
function short(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : "0";
}

/** An element. `content` is markup already. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? short(value) : escape(value ?? "")}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A text at the left end of its baseline. */
export function label(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return element("text", { x, y, ...attributes }, escape(text));
}

/** A picture of the given size in user units. */
export function picture(width: number, height: number, content: readonly string[]): string {
  const frame = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${short(width)} ${short(height)}`, "font-family": "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif" };
  const paper = element("rect", { x: 0, y: 0, width, height, fill: "#ffffff" });
  return `${element("svg", frame, `\n${[paper, ...content].join("\n")}\n`)}\n`;
}
