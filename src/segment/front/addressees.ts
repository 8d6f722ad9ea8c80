/** 主送机关: the line after the title that ends with a colon (GB/T 9704-2012, 7.3.2). */
import type { Quote } from "../../model/quote.ts";
import { partOf } from "../../model/quote.ts";
import { organ } from "../../rules/metadata/wording.ts";
import { reading } from "../../text/reading.ts";
import type { TextLine } from "./line.ts";
import { freeLine, type Scene } from "./scene.ts";
import { addAll } from "../../model/add-all.ts";

const collective = /(?:部门|机构|单位|部委|企业|院校|高校|学校|社区|团体|组织|代表处|科室|处室|成员|园区|功能区|股室|[省市县区旗州镇乡村队所站股校])(?:\([^()]{1,20}\))?$/u;
const sentence = /如下|下列|以下|现将|为了|有关事项|[。；;]|同志们|各位|年\d{1,2}月|要求|必须|应当/u;
/** A member that lives on the head of the one before it: 各镇党委、人民政府. */
const bareTail = /^(?:人民政府|政府|管委会|办事处|党工委|管理委员会)(?:\([^()]{1,20}\))?$/u;
/** A member that stands for itself: 省政府各部门, 各委办局. */
const complete = /(?:部门|机构|单位|部委|企业|院校|高校|学校|各[\u4e00-\u9fff]{0,8}[委办局厅处室科所站校院镇街])(?:\([^()]*\))?$/u;

/** The lines, and the index of the line after them. */
export interface AddresseeLines {
  readonly lines: readonly TextLine[];
  readonly to: number;
}

/** How many lines of the page may stand above the addressees, and how far down they may be pushed by lines that belong to the head. */
const mostAbove = 4;
const mostTaken = 12;

/** The line or lines of addressees among the first lines of the body, null when there are none. */
export function findAddressees(scene: Scene, from: number): AddresseeLines | null {
  for (let start = from, seen = 0; seen < mostAbove && start < from + mostTaken; start++) {
    if (freeLine(scene, start) === null) continue;
    seen++;
    const lines: TextLine[] = [];
    for (let i = start; i < start + 5; i++) {
      const line = freeLine(scene, i);
      if (line === null || line.centred || line.key.length > 400 || sentence.test(line.key)) break;
      lines.push(line);
      if (line.key.endsWith(":")) return isAddress(lines.map((one) => one.key).join("")) ? { lines, to: i + 1 } : null;
      if (!/[、,，]$/u.test(line.key) && line.key.length < 12) break;
    }
  }
  return null;
}

function isAddress(key: string): boolean {
  const words = key.slice(0, -1);
  return !words.includes(":") && (organ.pattern.test(words) || collective.test(words) || /^各[\u4e00-\u9fff]{1,10}[、,，]/u.test(words) || isListOf(words.split(/[、,，]/u)));
}

/** 区直各单位，人民银行平潭支行: some members show what all of them are. */
function isListOf(members: readonly string[]): boolean {
  return members.length > 1 && members.every((name) => name.length <= 24) && members.some((name) => collective.test(name));
}

/**
 * The addressees of a line, one a member. Members that share one last word (各市、县人民政府) stay one;
 * a group whose last member has no such word is split at every mark.
 */
export function splitAddressees(line: Quote): Quote[] {
  const end = line.text.replace(/(?<![\s:：])[\s:：]+$/u, "").length;
  const found: Quote[] = [];
  let open: [start: number, end: number][] = [];
  const members = pieces(line.text.slice(0, end));
  for (const [i, piece] of members.entries()) {
    open.push(piece.range);
    const key = reading(line.text.slice(...piece.range));
    const next = members[i + 1];
    const shared = next !== undefined && !piece.closes && bareTail.test(reading(line.text.slice(...next.range)));
    const headless = !piece.closes && next !== undefined && reading(line.text.slice(...next.range)).length === 1;
    if (!headless && !shared && key.length > 1 && (organ.pattern.test(key) || complete.test(key))) {
      found.push(partOf(line, open[0]?.[0] ?? piece.range[0], piece.range[1]));
      open = [];
    } else if (piece.closes) {
      const [first] = open;
      if (first !== undefined && key.length === 1) found.push(partOf(line, first[0], piece.range[1]));
      else addAll(found, open.map(([from, to]) => partOf(line, from, to)));
      open = [];
    }
  }
  return found.filter((part) => part.text !== "");
}

interface Piece {
  readonly range: [start: number, end: number];
  /** A comma or the end follows: the group ends here. */
  readonly closes: boolean;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text.charAt(i);
    if (/[（(〔[]/u.test(character)) depth++;
    else if (/[）)〕\]]/u.test(character)) depth = Math.max(0, depth - 1);
    const closes = i === text.length || (depth === 0 && /[，,；;]/u.test(character));
    if (!closes && !(depth === 0 && character === "、")) continue;
    if (text.slice(start, i).trim() !== "") found.push({ range: [start, i], closes });
    start = i + 1;
  }
  return found;
}
