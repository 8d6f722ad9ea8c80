/** Lists of names of units in running text: ministries in their usual order are equal words in notices that have nothing to do with each other. */
import { organ } from "../rules/metadata/wording.ts";

const longestName = 18;
const behindNames = /^(?:等|要|应|须|按|负责|牵头|配合|会同|各|和|及|以及|分别|部门|有关)/u;

/** Where two or more names of units stand joined by 、 in folded text. A first name may have words before it and a last one words behind it: they stay. */
export function unitLists(words: string): { readonly start: number; readonly end: number }[] {
  if (!words.includes("、")) return [];
  const lists: { start: number; end: number }[] = [];
  for (const { index, 0: stretch } of words.matchAll(/[^,。;:()“”]+/gu)) {
    let start = index;
    let open: { start: number; end: number; names: number } | null = null;
    for (const piece of stretch.split("、")) {
      const end = start + piece.length;
      const first = isName(piece) ? piece.length : nameBefore(piece);
      const last = nameBehind(piece) || (isName(piece) ? piece.length : 0);
      if (open !== null && first > 0) {
        open.end = start + first;
        open.names++;
      }
      if (open !== null && first < piece.length) {
        if (open.names > 1) lists.push({ start: open.start, end: open.end });
        open = null;
      }
      if (open === null && last > 0) open = { start: end - last, end, names: 1 };
      start = end + 1;
    }
    if (open !== null && open.names > 1) lists.push({ start: open.start, end: open.end });
  }
  return lists;
}

function isName(piece: string): boolean {
  return piece.length >= 2 && piece.length <= longestName && organ.pattern.test(piece);
}

/** The length of a name that a piece begins with and that words follow which follow names. */
function nameBefore(piece: string): number {
  for (let length = Math.min(longestName, piece.length - 1); length > 1; length--) {
    if (behindNames.test(piece.slice(length)) && isName(piece.slice(0, length))) return length;
  }
  return 0;
}

/** The length of a name that a piece ends with behind 由, 向, 会同. */
function nameBehind(piece: string): number {
  const match = /(?:由|向|会同|联合|协调|组织|依托|报|请)([^由向会报请]{2,18})$/u.exec(piece.slice(-24));
  return match?.[1] !== undefined && isName(match[1]) ? match[1].length : 0;
}
