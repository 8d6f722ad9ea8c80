/** Strings of a workbook: plain or in runs of different looks, without the readings of Japanese words (ECMA-376 part 1, 18.4). */
import type { XmlElement } from "../../xml.ts";
import type { CellRun } from "../sheet.ts";

/** Words of a string; null where the look is that of the cell. */
export interface StringRun {
  readonly text: string;
  readonly bold: boolean | null;
  readonly struck: boolean | null;
}

/** Elements of a string that show nothing in the cell. */
export const unshown: ReadonlySet<string> = new Set(["x:rPh", "x:phoneticPr"]);

/** The runs of a string item, shared (`si`) or in its cell (`is`). */
export function runsOf(element: XmlElement): StringRun[] {
  const runs: StringRun[] = [];
  for (const child of element.children) {
    if (child.name === "x:t") add(runs, child.text, null);
    else if (child.name === "x:r") add(runs, child.child("x:t")?.text ?? "", child.child("x:rPr"));
  }
  return runs;
}

function add(runs: StringRun[], raw: string, look: XmlElement | null): void {
  const text = unescaped(raw);
  if (text !== "") runs.push({ text, bold: look === null ? null : isOn(look, "x:b"), struck: look === null ? null : isOn(look, "x:strike") });
}

/** Whether a look sets a property; `val="0"` takes it back. */
export function isOn(look: XmlElement, name: string): boolean {
  const property = look.child(name);
  return property !== null && !/^(?:0|false|off)$/iu.test(property.attributes["val"] ?? "");
}

/** `_x000D_` is a character (22.9.2.19); control characters show nothing. */
export function unescaped(text: string): string {
  const plain = text.includes("_x") ? text.replace(/_x([\da-fA-F]{4})_/gu, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
  return plain.replace(/[\0-\x08\x0e-\x1f]/gu, "");
}

/** The runs in the look of a cell. */
export function inLook(runs: readonly StringRun[], look: { readonly bold: boolean; readonly struck: boolean }): CellRun[] {
  return runs.map(({ text, bold, struck }) => ({ text, bold: bold ?? look.bold, struck: struck ?? look.struck }));
}
