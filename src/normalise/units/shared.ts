/** Words that share one tail or one head: 临汾、侯马、洪洞经济开发区管委会; 省有关部门、单位. */
import { sharedNouns } from "../../rules/units/collectives.ts";
import { endsLikePlace, withoutLastBracket } from "../../rules/units/endings.ts";
import { isListed, looksLikeUnit } from "../../rules/units/names.ts";
import { divisionsNamed } from "../../rules/divisions/divisions.ts";
import { findField } from "../../rules/units/department-names.ts";
import type { Characters } from "./characters.ts";
import type { Entry, Stretch } from "./state.ts";
import type { Separator } from "./pieces.ts";

interface List {
  readonly characters: Characters;
  readonly entries: Entry[];
}

/** Takes 单位 behind 省有关部门、 and 局 behind 市政府各委、办、 into the member before it. */
export function joinSharedNoun({ characters, entries }: List, start: number, end: number, before: Separator): boolean {
  const last = entries.at(-1);
  if (before !== "mark" || last === undefined || last.end !== start - 1) return false;
  const words = characters.text.slice(start, end);
  const office = /^[部委办厅局行]$|^直属机构$/u.test(words) && /(?:各|有关|相关)[部委办厅局行](?:、[部委办厅局行])*$/u.test(characters.text.slice(last.start, last.end));
  if (!office && (!sharedNouns.has(words) || !/各|有关|相关|直属/u.test(characters.text.slice(last.start, last.end)))) return false;
  last.end = end;
  return true;
}

const tailOfPlaces =
  /^(?<place>[\u4e00-\u9fff]{2,12}?)(?<zone>(?:经济技术|经济|高新技术产业|高新技术|高新|工业|产业)?(?:开发区|新区|示范区|园区|片区|保税区))?(?:党工委和管委会|党工委、管委会|党工委管委会|管委会|管理委员会|开发管理局|管理局|人民政府|政府|街道办事处|办事处)$/u;

/** Joins places before a member that carries their tail: 金井、澳前片区开发管理局 is one member. */
export function joinSharedTail({ characters, entries }: List, start: number, waiting: number): void {
  const last = entries.at(-1);
  if (last === undefined || last.before !== "mark" || last.end - last.start > 40) return;
  const words = characters.text.slice(last.start, last.end);
  if (/^(?:各|有关|相关|[省市县区州旗镇乡](?:人民)?政府)/u.test(words)) return;
  const tail = tailOfPlaces.exec(withoutLastBracket(words));
  if (tail === null) return;
  const zoned = tail.groups?.["zone"] !== undefined;
  let first = entries.length - 1;
  while (first > waiting && entries[first]?.before === "mark" && isPlace(characters.text, entries[first - 1], zoned)) first--;
  const head = entries[first];
  if (head === undefined || first === entries.length - 1) return;
  const places = entries.slice(first, -1);
  const bare = places.every((entry) => !endsLikePlace(characters.text.slice(entry.start, entry.end)));
  const place = (tail.groups?.["place"] ?? "").replace(/(?<![两三四五六七八九十])[两三四五六七八九十]+[市县区]$/u, "").length + (bare ? 0 : (tail.groups?.["zone"] ?? "").length);
  const members: Stretch[] = [...places.map((entry) => ({ start: entry.start, end: entry.end })), { start, end: start + place }];
  entries.splice(first, entries.length - first, { ...head, end: last.end, members });
}

/** 芜湖 of 芜湖市, 南陵 of 南陵县. */
function isShortPlace(words: string): boolean {
  return ["市", "县", "区"].some((tail) => divisionsNamed(words + tail).length > 0);
}

function isPlace(text: string, entry: Entry | undefined, zoned: boolean): boolean {
  if (entry === undefined || entry.joined) return false;
  const words = text.slice(entry.start, entry.end);
  if (words.length > 14 || /^(?:各|有关|相关)/u.test(words) || looksLikeUnit(words) || isListed(words) || findField(words) !== null) return false;
  return endsLikePlace(words) || (words.length <= 4 && (zoned || isShortPlace(words)));
}
