/** What stands below a node of the outline: allocations, tasks of their own, phases, lists of members. */
import type { NoticeDocument } from "../../model/document.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { closes } from "../../rules/closings.ts";
import { sharedAllocationStart } from "../../rules/shared-allocations.ts";
import { quote } from "../../model/quote.ts";
import { isAllocated as isAllocatedItem, linesOf, namesDoer } from "../item/item.ts";
import type { Genre } from "../genre.ts";
import { isBracketAlone } from "../item/brackets.ts";
import { isMemberLine } from "../item/members.ts";
import { cutPhases } from "./phases.ts";
import { childrenOf, paragraphsBelow, type Content, type Node } from "./tree.ts";

/** Markers of this rank and deeper only list points inside an item, unless they allocate. */
const pointRank = 4;
/** Markers of this rank and deeper count items, those above head sections. */
const belowSections = 2;

/** Asks each node once. */
export interface Allocated {
  /** The node or something below it names who does it. */
  readonly within: (node: Node) => boolean;
  readonly below: (node: Node) => boolean;
  /** Items stand below that are tasks of their own. */
  readonly isContainer: (node: Node) => boolean;
  /** An item with its own labelled allocation, and a table below that: the table belongs to the item and is not its list of tasks. */
  readonly besideTable: (node: Node) => boolean;
}

/** In a paper of another genre nothing names who does it, whatever its words look like. */
const nothingAllocated: Allocated = {
  within: () => false,
  below: () => false,
  isContainer: (node) => node.content.some((item) => item.kind !== "text"),
  besideTable: () => false,
};

/** A fresh memory for one document. */
export function rememberAllocated(document: NoticeDocument, genre: Genre): Allocated {
  if (genre === "silent") return nothingAllocated;
  const isAllocated = genre === "allocates" ? isAllocatedItem : namesDoer;
  const known = new Map<Node, boolean>();
  const says = (item: Content): boolean => {
    if (item.kind === "text") return isAllocated(quote(document, item.paragraph.span).text);
    return item.kind === "node" && within(item.node);
  };
  const below = (node: Node): boolean => node.content.some(says);
  const within = (node: Node): boolean => {
    const answer = known.get(node) ?? (isAllocated(node.words.text) || below(node));
    known.set(node, answer);
    return answer;
  };
  const isContainer = (node: Node): boolean => {
    if (node.content.some((item) => item.kind === "table")) return true;
    if (linesOf(document, paragraphsBelow(node.content)).some((line) => cutPhases(line) !== null)) return true;
    if (sharesOne(document, node, isAllocated)) return false;
    return childrenOf(node.content).some((child) => (child.marker?.rank ?? 0) < pointRank || within(child));
  };
  const besideTable = (node: Node): boolean => {
    const table = node.content.findIndex((item) => item.kind === "table");
    if (table <= 0 || childrenOf(node.content).length > 0 || (node.marker?.rank ?? 0) < belowSections) return false;
    return node.content.slice(0, table).some((item) => item.kind === "text" && readLineLabel(quote(document, item.paragraph.span).text)?.meaning.kind === "units");
  };
  return { within, below, isContainer, besideTable };
}

/** Numbered paragraphs without an allocation of their own, and one bracket or labelled line behind them all: the heading is the record (conventions, records 2). */
function sharesOne(document: NoticeDocument, { content }: Node, isAllocated: (text: string) => boolean): boolean {
  const children = childrenOf(content);
  const last = children.at(-1);
  const first = content.findIndex(({ kind }) => kind === "node");
  if (children.length < 2 || first + children.length < content.length || last === undefined || last.content.length === 0) return false;
  if (content.slice(0, first).some((item) => item.kind !== "text" || isAllocated(quote(document, item.paragraph.span).text))) return false;
  if (children.some((child) => isAllocated(child.words.text) || (child !== last && child.content.length > 0))) return false;
  const below = last.content.map((item) => (item.kind === "text" ? quote(document, item.paragraph.span).text : ""));
  const allocating = below.findLastIndex(allocatesAll) + 1;
  return allocating > 0 && below.slice(0, allocating).every(allocatesAll) && (allocating === below.length || closes(below[allocating] ?? ""));
}

function allocatesAll(line: string): boolean {
  return sharedAllocationStart(line) === null && (isBracketAlone(line) || (line.length <= 200 && readLineLabel(line) !== null));
}

/** A leading group and its members: nobody is told to do anything. Teams say what they have to do. */
export function listsMembers(document: NoticeDocument, node: Node): boolean {
  const lines = linesOf(document, [node.line, ...paragraphsBelow(node.content)]).map(({ text }) => text);
  const members = lines.filter((text) => isMemberLine(text, "chief") || isMemberLine(text, "members")).length;
  return members >= 2 && node.marker?.rule !== "team" && !lines.some((text) => isMemberLine(text, "duty") || /^第[一二三四五六七八九十\d]{1,3}[^，。]{0,6}[组队]/u.test(text));
}
