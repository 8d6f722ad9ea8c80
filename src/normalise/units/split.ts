/** Names that stand together in one piece: joined by 和, or with the separator missing. Folded text. */
import { endsLikePlace, unitEnding } from "../../rules/units/endings.ts";
import { findField } from "../../rules/units/department-names.ts";
import { isListed, looksLikeUnit, mayStandForUnit } from "../../rules/units/names.ts";
import { regionPrefix } from "../../rules/units/regions.ts";
import { territorialRow } from "../../rules/units/territories.ts";
import { connectives, gluedClass, gluedOffices, jointTails, officeInside, publicService, wholeStation } from "../../rules/units/words.ts";

/** A name in a piece, half-open offsets in the piece. `joined`: no separator was printed before it. */
export interface NamePart {
  readonly start: number;
  readonly end: number;
  readonly joined: boolean;
}

const connective = new RegExp(connectives.join("|"), "gu");
const longestName = 60;

/** The names of a piece in order. */
export function splitNames(piece: string): NamePart[] {
  const row = territorialRow(piece, 0);
  if (row === piece.length) return [{ start: 0, end: row, joined: false }];
  return splitConnected(piece).flatMap(({ start, end }) => splitMissing(piece, start, end));
}

function splitConnected(piece: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  if (piece.length > 2 && piece.length < 400) {
    connective.lastIndex = 0;
    for (let match = connective.exec(piece); match !== null; match = connective.exec(piece)) {
      const right = piece.slice(match.index + match[0].length);
      if (insideBracket(piece, match.index) || !partsNames(piece.slice(start, match.index), right)) continue;
      parts.push({ start, end: match.index });
      start = match.index + match[0].length;
    }
  }
  parts.push({ start, end: piece.length });
  return parts;
}

/** 和 parts members only between two whole names: 交通与建设局, 发展和改革委员会, 党委和政府 stay one. */
function partsNames(left: string, right: string): boolean {
  if (left.length < 2 || left.length > longestName || right.length < 2) return false;
  const leftWhole = (looksLikeUnit(left) && (left.length > 2 || isListed(left))) || (/^(?:各|有关)/u.test(left) && endsWhole(left));
  if (!leftWhole || !mayStandForUnit(right) || isHalfName(left, right)) return false;
  return !jointTails.some((joint) => joint.left.test(left) && joint.right.test(right));
}

/** 区工信和商务局: a bare field before a name without a region of its own is half of that name. */
function isHalfName(left: string, right: string): boolean {
  const field = left.slice(regionPrefix(left)?.word.length ?? 0);
  return findField(field) !== null && regionPrefix(right) === null && unitEnding(right) !== null && !/(?:部门|单位)$/u.test(right);
}

/** 各有关企业, 各市州, 各方面; not 各区住房 of 各区住房和城乡建设局. */
function endsWhole(name: string): boolean {
  return unitEnding(name) !== null || endsLikePlace(name) || /(?:地方|方面|院校|高校|学校|单位|部门)$/u.test(name);
}

function insideBracket(piece: string, offset: number): boolean {
  const open = piece.lastIndexOf("(", offset);
  return open >= 0 && piece.lastIndexOf(")", offset) < open && piece.indexOf(")", offset) > 0;
}

/** 区发改委区商务局: a region prefix right behind a whole name begins another one. */
function splitMissing(piece: string, start: number, end: number): NamePart[] {
  const parts: NamePart[] = [];
  let from = start;
  let joined = false;
  if (end - start >= 4 && end - start <= 200) {
    for (let at = start + 2; at <= end - 2; at++) {
      if (!beginsName(piece, from, at, end)) continue;
      parts.push({ start: from, end: at, joined });
      from = at;
      joined = true;
    }
  }
  parts.push({ start: from, end, joined });
  return parts;
}

/** Behind these a class of units is a part of the body: 市政府各部门, 县委有关部委. */
const holdsClasses = /(?:政府|党委|[省市县区州旗盟工]委|管委会|国务院|省直|市直|县直|区直)$/u;

/** 县住建局|各乡镇人民政府, 县经信局|电信公司: what begins here is surely a name of its own, although nothing parts it from a whole name. */
function beginsGlued(piece: string, from: number, at: number, end: number): boolean {
  const left = piece.slice(from, at);
  if (isListed(piece.slice(from, end))) return false;
  if (left.endsWith("科") && gluedOffices.pattern.exec(piece.slice(from, end))?.[0].length === left.length) return true;
  if (wholeStation.pattern.test(left)) return beginsBody(piece.slice(at, end));
  if (left.length < 3 || (holdsClasses.test(left) && !ownClass.test(left)) || !(unitEnding(left) !== null || isListed(left) || ownClass.test(left))) return false;
  const right = piece.slice(at, Math.min(end, at + longestName));
  if (gluedClass.pattern.test(right)) return mayStandForUnit(right) || territorialRow(right, 0) > 2;
  return unitEnding(left) !== null && (publicService.pattern.test(right) || (isListed(left) && beginsListed(right)));
}

/** 工商质监所, 财政所民政所: a body, and others behind it. 派出所所长, 派出所办公室 are of the first. */
function beginsBody(run: string): boolean {
  for (let length = Math.min(run.length, longestListed); length >= 3; length--) {
    const name = run.slice(0, length);
    if (unitEnding(name) === null || officeOfStation.test(name)) continue;
    return length === run.length || wholeStation.pattern.test(name) || regionPrefix(run.slice(length)) !== null;
  }
  return false;
}

const officeOfStation = /^(?:办公室|综合|内勤|所|门诊|住院|治安|户籍|户政|社区警务|警务|党|团|工会|分)/u;

const ownClass = /^(?:各|有关|相关)/u;
const longestListed = 12;

/** 财政局, 财政局审计局: departments that the tables know, to the end. Offices inside a body (交警支队) are not among them. */
function beginsListed(run: string): boolean {
  for (let length = Math.min(run.length, longestListed); length >= 3; length--) {
    const name = run.slice(0, length);
    if (!isListed(name) || unitEnding(name)?.kind !== "agency" || officeInside.pattern.test(name)) continue;
    return length === run.length || regionPrefix(run.slice(length)) !== null || beginsListed(run.slice(length));
  }
  return false;
}

const bareCommittee = /^[省市县区州旗]委$/u;

function beginsName(piece: string, from: number, at: number, end: number): boolean {
  const right = piece.slice(at, Math.min(end, at + 30));
  const prefix = regionPrefix(right);
  if (insideBracket(piece, at)) return false;
  if (prefix === null) return beginsGlued(piece, from, at, end);
  const left = piece.slice(from, at);
  if (unitEnding(left) === null && !isListed(left)) return false;
  const body = right.slice(prefix.word.length);
  if (bareCommittee.test(left)) return /^(?:人民)?政府$/u.test(body);
  if (left.length < 3 || body.length < 2 || /^(?:分局|分院|支行|分行)/u.test(body)) return false;
  return looksLikeUnit(piece.slice(at, end)) || looksLikeUnit(firstName(right));
}

/** The words of a run up to the next region prefix, which may begin a third name. */
function firstName(run: string): string {
  for (let at = 3; at < run.length; at++) if (regionPrefix(run.slice(at)) !== null && unitEnding(run.slice(0, at)) !== null) return run.slice(0, at);
  return run;
}
