/** What floats over a sheet: text boxes and pictures (ECMA-376 part 1, 20.5), and comments (18.7). */
import { decoration } from "../../../rules/pictures.ts";
import type { XmlElement } from "../../xml.ts";
import { emu, isLarge } from "../../large-picture.ts";
import { pathOf, cellAt, type Floating } from "../sheet.ts";
import { runsOf } from "./strings.ts";

/** The text boxes and large pictures of a drawing, in the order of the file. */
export function readDrawing(root: XmlElement, part: string): { readonly boxes: Floating[]; readonly pictures: Floating[] } {
  const boxes: Floating[] = [];
  const pictures: Floating[] = [];
  for (const [i, anchor] of root.children.entries()) {
    const path = `${part}#/xdr:wsDr/*[${i + 1}]`;
    const visit = (element: XmlElement): void => {
      if (element.name === "xdr:pic") {
        const name = nameOf(element);
        if (isLarge(sizeOf(element, anchor)) && !decoration.pattern.test(name)) pictures.push({ text: name, path });
      } else if (element.name === "xdr:txBody") {
        const text = element.children.filter(({ name }) => name === "a:p").map(wordsIn).join("\n");
        if (text.trim() !== "") boxes.push({ text, path });
      } else if (element.name !== "mc:Fallback") for (const child of element.children) visit(child);
    };
    visit(anchor);
  }
  return { boxes, pictures };
}

function wordsIn(element: XmlElement): string {
  if (element.name === "a:t") return element.text;
  return element.name === "a:br" ? "\n" : element.children.map(wordsIn).join("");
}

function nameOf(picture: XmlElement): string {
  const { descr = "", title = "" } = picture.child("xdr:nvPicPr")?.child("xdr:cNvPr")?.attributes ?? {};
  return descr === "" ? title : descr;
}

/** Centimetres of a column and a row as Excel makes them at first. */
const usual = { column: 1.9, row: 0.5 };

/** The size of a picture; where it states none, by the cells between its corners. */
function sizeOf(picture: XmlElement, anchor: XmlElement): { readonly width: number; readonly height: number } {
  const own = picture.child("xdr:spPr")?.child("a:xfrm")?.child("a:ext") ?? anchor.child("xdr:ext");
  const [cx, cy] = [Number(own?.attributes["cx"] ?? 0), Number(own?.attributes["cy"] ?? 0)];
  if (cx > 0 && cy > 0) return { width: cx / emu, height: cy / emu };
  const between = (name: string): number => Number(anchor.child("xdr:to")?.child(name)?.text ?? 0) - Number(anchor.child("xdr:from")?.child(name)?.text ?? 0);
  return { width: between("xdr:col") * usual.column, height: between("xdr:row") * usual.row };
}

/** The comments of a sheet, at their cells. */
export function readComments(root: XmlElement, part: string): Floating[] {
  const list = root.child("x:commentList")?.children ?? [];
  return list.flatMap(({ attributes, children }): Floating[] => {
    const text = children.filter(({ name }) => name === "x:text").flatMap(runsOf).map((run) => run.text).join("").trim();
    const cell = cellAt(attributes["ref"] ?? "");
    return text === "" || cell === null ? [] : [{ text, path: pathOf(part, cell.row, cell.column) }];
  });
}
