/** Elements of an OFD: names are compared without prefix and case, since files that are no namespaces' friends are common. */
import type { XmlElement } from "../xml.ts";
import { folderOf, partPath } from "../part-path.ts";

/** The name without its prefix, in small letters. */
export function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

/** The children of this name. */
export function childrenOf(element: XmlElement | null, name: string): XmlElement[] {
  return element?.children.filter((child) => nameOf(child) === name) ?? [];
}

/** The first child of this name. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => nameOf(child) === name) ?? null;
}

/** The text of the first child of this name, null where there is none. */
export function textOf(element: XmlElement | null, name: string): string | null {
  const text = childOf(element, name)?.text.trim() ?? "";
  return text === "" ? null : text;
}

/** An attribute, in whatever case its name is written. */
export function attributeOf({ attributes }: XmlElement, name: string): string | null {
  const own = attributes[name];
  if (own !== undefined) return own;
  const wanted = name.toLowerCase();
  return Object.entries(attributes).find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}

/** Numbers of an array (ST_Array, ST_Box, ST_Pos): parted by white space; what is no number is left out. */
export function numbersOf(text: string | null): number[] {
  return (text ?? "").split(/[\s,]+/u).filter((word) => word !== "").map(Number).filter((number) => Number.isFinite(number));
}

/** A location (ST_Loc) against the folder of its file: absolute from the root of the package, with either slash. */
export function locationOf(location: string, file: string): string {
  return partPath(folderOf(file), location.trim().replaceAll("\\", "/"));
}
