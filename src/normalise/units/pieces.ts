/** Cutting a unit list into labels and pieces, brackets first. */
import type { Role } from "../../model/draft.ts";
import { readFoldedHeader, shortLabels } from "../../rules/units/headers.ts";
import { findField } from "../../rules/units/department-names.ts";
import { unitEnding } from "../../rules/units/endings.ts";
import { isListed, looksLikeUnit, mayStandForUnit } from "../../rules/units/names.ts";
import { readVerb } from "../../rules/units/role-words.ts";
import { regionPrefix } from "../../rules/units/regions.ts";
import { territorialRow } from "../../rules/units/territories.ts";
import { batchLabel, bodyInRow, closingBrackets, contact, foreignLabel, openingBrackets, partsNames, rareSeparators, rarestSeparators, separators } from "../../rules/units/words.ts";
import type { Characters } from "./characters.ts";

/** What stands before a piece. */
export type Separator = "start" | "mark" | "comma" | "semicolon" | "stop" | "space" | "colon";

/** A label sets the role of what follows; `foreign` labels announce no units (完成时限：), `none` changes nothing (第一批：). */
export type Item =
  | { readonly kind: "label"; readonly role: Role | "foreign" | "none"; readonly start: number; readonly end: number; readonly basis: string }
  | { readonly kind: "piece"; readonly before: Separator; readonly start: number; readonly end: number };

const longestLabel = 16;

/** Labels and pieces of a folded range in order. */
export function cutPieces(characters: Characters, from: number, to: number): Item[] {
  const { text } = characters;
  const items: Item[] = [];
  const piece: { start: number; before: Separator } = { start: from, before: "start" };
  const push = (end: number): void => {
    if (end > piece.start) items.push({ kind: "piece", before: piece.before, start: piece.start, end });
  };
  const restart = (at: number, separator: Separator): number => {
    piece.start = at;
    piece.before = separator;
    return at;
  };
  const labelled = shortLabels.has(wordAt(characters, from, to));
  const bracketed = shortLabels.has(/^[[〔【〈<](.{2})[\]〕】〉>]/u.exec(text.slice(from, from + 4))?.[1] ?? "");
  let offset = from;
  while (offset < to) {
    const character = text.charAt(offset);
    if (offset > piece.start && characters.spaceBefore(offset) && (labelOf(text.slice(piece.start, offset), labelled) !== null || isLabelLine(characters, piece.start, offset, to, labelled) || partsAtSpace(characters, piece.start, offset, to, piece.before))) {
      const header = labelOf(text.slice(piece.start, offset), labelled);
      if (header === null) push(offset);
      else items.push({ kind: "label", role: header.role, start: piece.start, end: offset, basis: header.basis });
      restart(offset, characters.lineBefore(offset) && standsAlone(lineFrom(text, offset, to)) ? "mark" : "space");
    }
    const phone = phoneEnd(text, piece.start, offset, to);
    if (phone > 0) {
      push(phone);
      offset = restart(phone, "mark");
      continue;
    }
    const number = numberAt(text, piece.start, offset);
    if (number > 0) {
      push(offset);
      offset = restart(offset + number, offset === piece.start ? piece.before : "mark");
      continue;
    }
    const row = rowEnd(text, piece.start, offset);
    if (row > offset && row <= to) {
      offset = row;
      continue;
    }
    const close = characters.closing(offset);
    if (close > offset && close < to) {
      const header = character === "(" ? null : labelOf(text.slice(offset + 1, close).replace(/:$/u, ""), bracketed);
      if (header !== null) {
        push(offset);
        items.push({ kind: "label", role: header.role, start: offset, end: close + 1, basis: header.basis });
        offset = restart(close + 1, "start");
      } else offset = close + 1;
      continue;
    }
    if (character === ":") {
      const label = labelBefore(text, piece.start, offset, items.at(-1)?.kind === "label" && piece.before === "start");
      push(label.start);
      if (label.role === null) restart(offset + 1, "colon");
      else {
        items.push({ kind: "label", role: label.role, start: label.start, end: offset + 1, basis: label.basis });
        restart(offset + 1, "start");
      }
      offset++;
      continue;
    }
    const separator = separators[character] ?? (partsRarely(text, piece.start, offset, to) ? "mark" : undefined);
    if (separator !== undefined && (!partsNames.marks.includes(character) || standsBetweenNames(text, offset, to))) {
      push(offset);
      offset = restart(offset + 1, separator);
      continue;
    }
    const unmatched = openingBrackets.includes(character) || closingBrackets.includes(character);
    if (unmatched) {
      push(offset);
      offset = restart(offset + 1, piece.before);
      continue;
    }
    offset++;
  }
  push(to);
  return items;
}

/** The word between two spaces that begins at an offset; longer ones are no label. */
function wordAt(characters: Characters, offset: number, to: number): string {
  let end = offset + 1;
  while (end < to && end - offset <= longestLabel && !characters.spaceBefore(end)) end++;
  return characters.text.slice(offset, end);
}

/** 牵头单位 on a line of its own; 牵头 alone too, in a list that begins so: elsewhere it is the verb of the unit before it. */
function labelOf(words: string, labelled: boolean): { readonly role: Role; readonly basis: string } | null {
  const short = labelled ? shortLabels.get(words) : undefined;
  return short === undefined ? readFoldedHeader(words) : { role: short, basis: "label:short" };
}

function isLabelLine(characters: Characters, start: number, offset: number, to: number, labelled: boolean): boolean {
  const word = wordAt(characters, offset, to);
  return offset + word.length < to && labelOf(word, labelled) !== null && (labelled || mayStandForUnit(characters.text.slice(start, offset)));
}

function standsBetweenNames(text: string, offset: number, to: number): boolean {
  return /^[\d\u4e00-\u9fff()\]〕】]?$/u.test(text.charAt(offset - 1)) && (offset + 1 >= to || partsNames.beside.test(text.charAt(offset + 1)));
}

/** 市水利局·市住建局, 市水利局→市住建局, 市水利局-市住建局: whole names on both sides. */
function partsRarely(text: string, start: number, offset: number, to: number): boolean {
  const rarest = rarestSeparators.test(text.charAt(offset));
  if ((!rarest && !rareSeparators.test(text.charAt(offset))) || offset - start < 3 || offset - start > 40) return false;
  const right = /^[\u4e00-\u9fff]*/u.exec(text.slice(offset + 1, Math.min(to, offset + 24)))?.[0] ?? "";
  return looksLikeUnit(text.slice(start, offset)) && right.length >= 3 && (!rarest || regionPrefix(right) !== null) && looksLikeUnit(right);
}

const listNumber = /^(?:\d{1,2}[.、)]?|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\))(?=[省市县区州镇乡各]|国[家务]|[\u4e00-\u9fff]{2,12}[局委办厅部](?:$|[\d(、,;。]))/u;

/** Length of a number that parts two units without another separator: 1.甲局2.乙局, ①甲局②乙局, （一）甲局（二）乙局. */
function numberAt(text: string, start: number, offset: number): number {
  const first = text.charCodeAt(offset);
  if (first !== 0x28 && (first < 0x30 || first > 0x39)) return 0;
  const found = listNumber.exec(text.slice(offset, offset + 20))?.[0].length ?? 0;
  return found > 0 && (offset === start || (offset - start < 40 && looksLikeUnit(text.slice(start, offset)))) ? found : 0;
}

const phoneNumber = /[\d\-—*]{7,20}/y;

/** Where a telephone number ends that parts two units without another separator: 甲局李四13800000000乙局; -1 where none begins. */
function phoneEnd(text: string, start: number, offset: number, to: number): number {
  if (offset === start || !/\d/u.test(text.charAt(offset)) || /[\d\-—*]/u.test(text.charAt(offset - 1))) return -1;
  phoneNumber.lastIndex = offset;
  if (!phoneNumber.test(text) || phoneNumber.lastIndex >= to) return -1;
  return beginsWithUnit(lineFrom(text, phoneNumber.lastIndex, to)) ? phoneNumber.lastIndex : -1;
}

const opener = /^(?:由|请|和(?!平)|及|与|以及|会同)/u;

/** End of a row of territories (各市、县（市、区）政府) that begins a piece or follows 和 in it; separators in it part nothing. */
function rowEnd(text: string, start: number, offset: number): number {
  if (offset === start) return territorialRow(text, offset + (opener.exec(text.slice(offset, offset + 2))?.[0].length ?? 0));
  if (offset < start + 2 || !"和及与".includes(text.charAt(offset))) return -1;
  const end = territorialRow(text, offset + 1);
  return text.slice(offset, Math.max(offset, end)).includes("、") && mayStandForUnit(text.slice(Math.max(start, offset - 40), offset)) ? end : -1;
}

interface Label {
  readonly start: number;
  readonly role: Role | "foreign" | "none" | null;
  readonly basis: string;
}

/** The label that ends before a colon. Directly behind another label a unit may stand before it without separator. */
function labelBefore(text: string, start: number, colon: number, afterLabel: boolean): Label {
  const whole = text.slice(start, colon);
  if (!afterLabel) {
    const label = readLabel(whole, start);
    if (label !== null) return label;
  }
  for (let from = Math.max(start + 2, colon - longestLabel); from <= colon - 2; from++) {
    const label = readFoldedHeader(text.slice(from, colon));
    const left = text.slice(start, from);
    const foreign = label === null && foreignLabel.test(text.slice(from, colon));
    if ((label === null && !foreign) || left.length > 40 || readFoldedHeader(left) !== null || !mayStandForUnit(left)) continue;
    return label === null ? { start: from, role: "foreign", basis: "label:foreign" } : { start: from, role: label.role, basis: label.basis };
  }
  const label = readLabel(whole, start);
  if (label !== null) return label;
  if (mayStandForUnit(whole)) return { start: colon, role: null, basis: "" };
  return { start, role: "foreign", basis: "label:unknown" };
}

function readLabel(words: string, start: number): Label | null {
  const header = readFoldedHeader(words.replace(/^(?:其中|\d+[.、]|\(\d+\))/u, ""));
  if (header !== null) return { start, role: header.role, basis: header.basis };
  const short = shortLabels.get(words);
  if (short !== undefined) return { start, role: short, basis: "label:short" };
  if (batchLabel.test(words)) return { start, role: "none", basis: "label:batch" };
  if (/(?:单位|部门|科室|处室)$/u.test(words) && words.length <= 12 && !isListed(words) && !/[各有关相]/u.test(words)) return { start, role: "other", basis: "label:unlisted" };
  return foreignLabel.test(words) ? { start, role: "foreign", basis: "label:foreign" } : null;
}

const joinsHead = /(?:[省市县区州旗盟]委|党委|党工委|政府|管委会)$/u;
const joinedOffice = /^(?:办公|宣传|组织|统战|政法|编办|网信|研究|督查|农|政研|党校|直属|机关|新闻|法制|金融|外事|侨)/u;

/** 政府 alone on a line ends the name of the place above it. */
const bareBody = /^(?:人民政府|政府|管委会|办事处|党委|党工委)$/u;

/** No name goes on with these: 普查二队⏎各乡镇文化站. */
const beginsAnew = /^各(?!自)/u;

/** Whether white space parts two units. Layout also breaks lines inside names, so both sides must look whole. */
function partsAtSpace(characters: Characters, start: number, offset: number, to: number, before: Separator): boolean {
  const { text } = characters;
  const line = characters.lineBefore(offset);
  const left = text.slice(Math.max(start, offset - 40), offset).replace(contact.tail, "");
  if (readFoldedHeader(left) !== null || contact.number.test(left)) return true;
  if (contact.number.test(/^[\d\-—*]*/u.exec(text.slice(offset, Math.min(to, offset + 24)))?.[0] ?? "")) return true;
  const right = lineFrom(text, offset, to);
  if (text.charAt(offset + right.length) === ":" && offset + right.length < to) {
    if (readFoldedHeader(right) !== null || shortLabels.has(right) || foreignLabel.test(right)) return true;
  }
  if (!line && bodyInRow.pattern.test(left) && standsInRow(wordAt(characters, offset, to))) return true;
  if (before === "space" && /^[\u4e00-\u9fff]{2,4}$/u.test(left) && !mayStandForUnit(left)) return regionPrefix(right) !== null && beginsWithUnit(right);
  if (!looksLikeUnit(left) && (isListed(left + right) || (line && isListed(left + ownLine(characters, offset, to))))) return false;
  if (line && bareBody.test(right) && /[省市县区州旗镇乡道]$/u.test(left)) return false;
  if (line && !joinsHead.test(left) && standsAlone(left) && [right, ownLine(characters, offset, to)].some((name) => standsAlone(name.replace(/[和及与].*$/u, "")))) return true;
  if (line && left.length >= 3 && beginsAnew.test(right) && !/[直属内等及和与]$/u.test(left)) return true;
  if (!mayStandForUnit(left) && !/[)\]】〕]$/u.test(left)) return false;
  if (/^(?:各|全[省市县区]|有关|相关)/u.test(right)) return true;
  if (standsBesidePerson(left, text.slice(offset, to), right)) return true;
  const verb = readVerb(right);
  const unit = verb === null ? right : right.slice(0, verb.unitsEnd);
  if (unit.length < 2) return false;
  if (joinsHead.test(left) && joinedOffice.test(unit)) return false;
  if (readFoldedHeader(unit) !== null) return true;
  const next = unit.replace(/等[^等]{0,6}$/u, "");
  if (regionPrefix(next) !== null) return beginsWithUnit(next);
  return next.length >= 3 && (looksLikeUnit(next) || looksLikeUnit(next.split(/以及|[及和与]/u)[0] ?? ""));
}

/** 公路站, 交警六中队: the next name of a row that spaces part. */
function standsInRow(word: string): boolean {
  return word.length >= 3 && (bodyInRow.pattern.test(word) || looksLikeUnit(word));
}

function lineFrom(text: string, offset: number, to: number): string {
  return /^[^、,;。:()[\]|]*/u.exec(text.slice(offset, Math.min(to, offset + 24)))?.[0] ?? "";
}

/** The words up to the end of the printed line, or the next separator. */
function ownLine(characters: Characters, offset: number, to: number): string {
  const run = lineFrom(characters.text, offset, to);
  for (let end = 1; end < run.length; end++) if (characters.lineBefore(offset + end)) return run.slice(0, end);
  return run;
}

/** A name, or a place or field with its region (区财政): whole lines of a cell are units of their own. */
function standsAlone(words: string): boolean {
  return mayStandForUnit(words) || (words.length > 2 && regionPrefix(words) !== null && findField(words.slice(regionPrefix(words)?.word.length)) !== null);
}

/** Whether a run of at most a line begins with a whole name; others may stand behind it without separator. */
function beginsWithUnit(run: string): boolean {
  for (let length = run.length; length >= 3; length--) if (unitEnding(run.slice(0, length)) !== null) return true;
  return looksLikeUnit(run);
}

/** 县住建局 张三: behind a whole name, a word of two to four characters that goes with no unit. Names of one character are padded: 陆 明. */
function standsBesidePerson(left: string, rest: string, right: string): boolean {
  if (right.length < 2 || !looksLikeUnit(left) || left.length < 3) return false;
  const word = /^[\u4e00-\u9fff]{2,4}(?=$|[省市县区镇乡、,;(\d])/u.exec(rest.slice(0, 5))?.[0] ?? "";
  return word !== "" && !mayStandForUnit(word) && readVerb(word) === null && unitEnding(left + word) === null && readFoldedHeader(word) === null;
}
