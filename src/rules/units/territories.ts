/** Territories in a row before one tail: 各市、县（市、区）政府 is one member. Works on folded, simplified text. */
import { bareTerritories, collectiveHeads, territorialTails, territorialWords } from "./collectives.ts";
import { unitEnding } from "./endings.ts";

const headsByFirst = groupByFirst(collectiveHeads.filter((word) => word !== "试点" && word !== "涉及"));
const wordsByFirst = groupByFirst(territorialWords);
const tailsByFirst = groupByFirst(territorialTails);
const boundary = /^(?:$|[,;。、()和及与等以负牵配按落分共具参组指督承协主实执抓推根依会])/u;
const notTerritory = /^(?:[市省县区州](?:场|直|属|级|政府?务|容|民|域|委|各|有关|相关))/u;

/** More territories than this in a row are damage, not a list. */
const longestRow = 12;

function groupByFirst(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) groups.set(word.charAt(0), [...(groups.get(word.charAt(0)) ?? []), word]);
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length);
  return groups;
}

function wordAt(groups: ReadonlyMap<string, readonly string[]>, text: string, offset: number): string | null {
  return groups.get(text.charAt(offset))?.find((word) => text.startsWith(word, offset)) ?? null;
}

/**
 * End of the row of territories that begins at an offset, with its tail; -1 when none of at least two begins there.
 * The row is read once from left to right; the last place at which it may stop is kept.
 */
export function territorialRow(text: string, start: number): number {
  const head = headAt(text, start);
  let at = start + head.length;
  let count = 0;
  let accepted = -1;
  let bare = true;
  let joined = true;
  let ownHeads = head === "" ? 0 : 1;
  for (;;) {
    const word = wordAt(wordsByFirst, text, at);
    if (word === null || (word.length === 1 && notTerritory.test(text.slice(at, at + 4)) && !text.startsWith("市政府", at)) || count >= longestRow) break;
    at += word.length;
    count++;
    const bracket = bracketEnd(text, at);
    at = bracket;
    const tail = tailAt(text, at);
    if (tail > at) return count > 1 || head !== "" ? tail : accepted;
    const department = bare && count > 1 && joined ? departmentEnd(text, at, word) : -1;
    if (department > 0) return department;
    bare &&= bareTerritories.has(word);
    if (boundary.test(text.slice(at, at + 1)) && head !== "" && count > 1 && ownHeads < 2) accepted = at;
    const join = joinAt(text, at);
    joined &&= join !== "";
    const next = headAt(text, at + join.length);
    if (next !== "") {
      if (!bare || join === "") break;
      ownHeads++;
    }
    at += join.length + next.length;
  }
  return accepted;
}

function joinAt(text: string, offset: number): string {
  if (text.startsWith("以及", offset)) return "以及";
  const character = text.charAt(offset);
  return character !== "" && "、和及与".includes(character) ? character : "";
}

function headAt(text: string, offset: number): string {
  return wordAt(headsByFirst, text, offset) ?? "";
}

function bracketEnd(text: string, offset: number): number {
  if (text.charAt(offset) !== "(") return offset;
  const close = text.indexOf(")", offset);
  return close > 0 && close - offset <= 14 && /^\([省市县区州盟旗镇乡地街道场园管委会办事处人民政府开发高新经、,和]+\)$/u.test(text.slice(offset, close + 1)) ? close + 1 : offset;
}

function tailAt(text: string, offset: number): number {
  const tail = wordAt(tailsByFirst, text, offset);
  if (tail === null) return offset;
  const end = bracketedEnd(text, offset + tail.length);
  return boundary.test(text.slice(end, end + 1)) ? end : offset;
}

function bracketedEnd(text: string, offset: number): number {
  if (text.charAt(offset) !== "(") return offset;
  const close = text.indexOf(")", offset);
  return close > 0 && close - offset <= 24 ? close + 1 : offset;
}

const departmental: ReadonlySet<string> = new Set(["agency", "collective"]);

/** 区、县交通与建设局: bare territories share the name of a department as they share 政府. */
function departmentEnd(text: string, offset: number, last: string): number {
  if (!bareTerritories.has(last)) return -1;
  const rest = /^[\u4e00-\u9fff]{2,14}/u.exec(text.slice(offset, offset + 14))?.[0] ?? "";
  for (let length = 2; length <= rest.length; length++) {
    const next = text.charAt(offset + length);
    if (departmental.has(unitEnding(rest.slice(0, length))?.kind ?? "") && boundary.test(next) && next !== "和" && next !== "与") return offset + length;
  }
  return -1;
}
