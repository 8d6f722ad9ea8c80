/** Colours of objects, stated by themselves or by drawing parameters that many share (GB/T 33190-2016, 8.3). */
import type { XmlElement } from "../xml.ts";
import { attributeOf, childOf, numbersOf } from "./element.ts";

/** A colour as 0xrrggbb; null where nobody knows, as of patterns, and of what is all transparent. */
export interface Ink {
  readonly color: number | null;
}

/** What is stated of colours. */
export interface Look {
  readonly fill?: Ink;
  readonly stroke?: Ink;
}

export const white = 0xffffff;

/** What an element states itself. */
export function lookOf(element: XmlElement): Look {
  const [fill, stroke] = [childOf(element, "fillcolor"), childOf(element, "strokecolor")];
  return { ...(fill === null ? {} : { fill: inkOf(fill) }), ...(stroke === null ? {} : { stroke: inkOf(stroke) }) };
}

/** A colour of three numbers, or one of grey. */
function inkOf(element: XmlElement): Ink {
  if (attributeOf(element, "Alpha") === "0" || element.children.length > 0) return { color: null };
  const values = numbersOf(attributeOf(element, "Value"));
  const [red, green, blue] = values.length === 1 ? [values[0], values[0], values[0]] : values;
  const known = red !== undefined && green !== undefined && blue !== undefined && values.length <= 3;
  return { color: known ? ((red & 0xff) << 16) | ((green & 0xff) << 8) | (blue & 0xff) : null };
}
