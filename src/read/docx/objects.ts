/** Objects in the text whose words this reader cannot read: charts, SmartArt, embedded files, pictures as large as a page of text. */
import { decoration } from "../../rules/pictures.ts";
import { emu, isLarge } from "../large-picture.ts";
import type { Unread } from "./notes.ts";
import type { XmlElement } from "../xml.ts";

/** What an element holds that was not read; null for any other element. */
export function unreadObject(element: XmlElement): Unread | null {
  switch (element.name) {
    case "o:OLEObject":
      return { kind: "嵌入对象", name: element.attributes["ProgID"] ?? "", element };
    case "dgm:relIds":
      return { kind: "SmartArt 图形", name: "", element };
    case "c:chart":
      return { kind: "图表", name: "", element };
    case "pic:pic":
      return picture(element, nameOfDrawing(element), sizeOfDrawing(element));
    case "v:imagedata":
      return picture(element, element.attributes["o:title"] ?? "", sizeOfShape(element.parent));
    default:
      return null;
  }
}

/** The id of the relationship that leads to a picture; null without one. */
export function pictureId(element: XmlElement): string | null {
  return element.attributes["r:id"] ?? element.child("pic:blipFill")?.child("a:blip")?.attributes["r:embed"] ?? null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function picture(element: XmlElement, name: string, size: Size): Unread | null {
  return isLarge(size) && !decoration.pattern.test(name) ? { kind: null, name, element } : null;
}

/** The size on the page stands at the anchor of the drawing; the picture itself may state none. */
function sizeOfDrawing(element: XmlElement): Size {
  const own = element.child("pic:spPr")?.child("a:xfrm")?.child("a:ext") ?? anchorOf(element)?.child("wp:extent") ?? null;
  return { width: Number(own?.attributes["cx"] ?? 0) / emu, height: Number(own?.attributes["cy"] ?? 0) / emu };
}

function anchorOf(element: XmlElement): XmlElement | null {
  for (let at = element.parent; at !== null && at.name !== "w:drawing"; at = at.parent) if (at.name === "wp:inline" || at.name === "wp:anchor") return at;
  return null;
}

function nameOfDrawing(element: XmlElement): string {
  const { title = "", descr = "" } = anchorOf(element)?.child("wp:docPr")?.attributes ?? {};
  const own = element.child("pic:nvPicPr")?.child("pic:cNvPr")?.attributes ?? {};
  return [title, descr, own["descr"] ?? ""].find((words) => words !== "") ?? "";
}

/** Centimetres in the units of VML (Office VML, 14.1.2.1). */
const units: Readonly<Record<string, number>> = { pt: 2.54 / 72, in: 2.54, cm: 1, mm: 0.1, px: 2.54 / 96, pc: 2.54 / 6 };

function sizeOfShape(shape: XmlElement | null): Size {
  const css = shape?.attributes["style"] ?? "";
  const length = (value: RegExpExecArray | null): number => Number(value?.[1] ?? 0) * (units[value?.[2] ?? "px"] ?? 0);
  return { width: length(/(?:^|;)\s*width:\s*([\d.]+)(pt|in|cm|mm|px|pc)?/iu.exec(css)), height: length(/(?:^|;)\s*height:\s*([\d.]+)(pt|in|cm|mm|px|pc)?/iu.exec(css)) };
}
