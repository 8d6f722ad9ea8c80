/** Numbers that a page shows before list items though they are no characters of it (HTML standard, li and ol; CSS Counter Styles 3). */
import type { NumberLabel } from "../../model/document.ts";
import { attribute, type MarkupElement } from "./markup.ts";

/** A list that is being read. */
export interface OpenList {
  readonly style: string;
  readonly step: 1 | -1;
  readonly level: number;
  next: number;
}

const ordinalTypes: Readonly<Record<string, string>> = {
  "1": "decimal", a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman",
};
const bullets = /\b(?:none|disc|circle|square)\b/u;
const counterStyles =
  /decimal-leading-zero|decimal|lower-(?:alpha|latin|roman)|upper-(?:alpha|latin|roman)|cjk-ideographic|cjk-decimal|simp-chinese-(?:in)?formal|trad-chinese-(?:in)?formal/u;

/** Opens an `ol` or `ul`. `css` is its list-style, null when not stated. */
export function openList(element: MarkupElement, css: string | null, level: number): OpenList {
  const ordered = element.name === "ol";
  const reversed = ordered && attribute(element, "reversed") !== null;
  const items = reversed ? element.children.filter((child) => child.name === "li").length : 1;
  const start = Number.parseInt(attribute(element, "start") ?? "", 10);
  return {
    style: ordered ? styleOf(ordinalTypes[attribute(element, "type") ?? ""] ?? "decimal", css) : styleOf("none", css),
    step: reversed ? -1 : 1,
    level,
    next: Number.isNaN(start) ? items : start,
  };
}

function styleOf(standard: string, css: string | null): string {
  if (css === null) return standard;
  return counterStyles.exec(css)?.[0] ?? (bullets.test(css) ? "none" : standard);
}

/** The label of the next item, null for bullets. */
export function nextLabel(list: OpenList, item: MarkupElement, css: string | null): NumberLabel | null {
  const value = Number.parseInt(attribute(item, "value") ?? "", 10);
  const number = Number.isNaN(value) ? list.next : value;
  list.next = number + list.step;
  const text = counter(styleOf(list.style, css), number);
  return text === null ? null : { text, level: list.level };
}

function counter(style: string, number: number): string | null {
  switch (style) {
    case "none":
      return null;
    case "decimal-leading-zero":
      return `${String(number).padStart(2, "0")}.`;
    case "lower-alpha":
    case "lower-latin":
      return `${letters(number)}.`;
    case "upper-alpha":
    case "upper-latin":
      return `${letters(number).toUpperCase()}.`;
    case "lower-roman":
      return `${roman(number)}.`;
    case "upper-roman":
      return `${roman(number).toUpperCase()}.`;
    case "cjk-ideographic":
    case "simp-chinese-informal":
    case "trad-chinese-informal":
    case "simp-chinese-formal":
    case "trad-chinese-formal":
      return `${chinese(number)}、`;
    default:
      return `${String(number)}.`;
  }
}

function letters(number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text === "" ? String(number) : text;
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"],
  [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let text = "";
  let rest = number;
  for (const [value, sign] of romanSigns) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}

const digits = "零一二三四五六七八九";

function chinese(number: number): string {
  if (number < 0 || number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return digits.charAt(ones);
  return (tens === 1 ? "" : digits.charAt(tens)) + "十" + (ones === 0 ? "" : digits.charAt(ones));
}
