/** Tells a list of units (考评对象, 成员单位) from running text. */
import { looksLikeUnit } from "../../rules/units/names.ts";
import { folded } from "../../text/fold.ts";

const separators = /[、,;。\n]/u;
const place = /(?:省|市|县|区|州|盟|旗|乡|镇|街道)$/u;

/** Whether nearly all pieces of a text are names of units or places. */
export function isUnitList(text: string): boolean {
  const pieces = text.split("\n").flatMap((line) => folded(line).split(separators)).filter((piece) => piece !== "");
  const names = pieces.filter((piece) => piece.length <= 40 && (looksLikeUnit(piece) || (piece.length <= 16 && place.test(piece))));
  return pieces.length >= 2 && names.length * 10 >= pieces.length * 8;
}
