/** Looks of cells: number format, bold, struck out, alignment (ECMA-376 part 1, 18.8). */
import { builtInFormats } from "../../../rules/sheet-formats.ts";
import type { XmlElement } from "../../xml.ts";
import { alignOf, plainLook, type Look } from "../look.ts";
import { isOn } from "./strings.ts";

/** The looks of a workbook by their number. */
export function readStyles(root: XmlElement | null): readonly Look[] {
  const formats = new Map<number, string>();
  for (const format of root?.child("x:numFmts")?.children ?? []) formats.set(Number(format.attributes["numFmtId"]), format.attributes["formatCode"] ?? "");
  const fonts = (root?.child("x:fonts")?.children ?? []).map((font) => ({ bold: isOn(font, "x:b"), struck: isOn(font, "x:strike") }));
  return (root?.child("x:cellXfs")?.children ?? []).map(({ attributes, children }): Look => {
    const id = Number(attributes["numFmtId"] ?? 0);
    const { bold, struck } = fonts[Number(attributes["fontId"] ?? 0)] ?? plainLook;
    const alignment = children.find(({ name }) => name === "x:alignment")?.attributes["horizontal"] ?? "";
    return { pattern: formats.get(id) ?? builtInFormats[id] ?? "General", bold, struck, align: alignOf(alignment) };
  });
}
