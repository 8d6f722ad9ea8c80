/** What stands below a node of the outline: allocations, tasks of their own, phases, lists of members. */
import type { NoticeDocument } from "../../model/document.ts";
import { quote } from "../../model/quote.ts";
import { isAllocated as isAllocatedItem, linesOf, namesDoer } from "./item.ts";
import type { Genre } from "../genre.ts";
import { isMemberLine } from "./members.ts";
import { cutPhases } from "./phases.ts";
import { childrenOf, paragraphsBelow, type Content, type Node } from "./tree.ts";

/** Markers of this rank and deeper only list points inside an item, unless they allocate. */
const pointRank = 4;

/** Asks each node once. */
export interface Allocated {
  /** The node or something below it names who does it. */
  readonly within: (node: Node) => boolean;
  readonly below: (node: Node) => boolean;
  /** Items stand below that are tasks of their own. */
  readonly isContainer: (node: Node) => boolean;
}

/** In a paper of another genre nothing names who does it, whatever its words look like. */
const nothingAllocated: Allocated = {
  within: () => false,
  below: () => false,
  isContainer: (node) => node.content.some((item) => item.kind !== "text"),
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
    return childrenOf(node.content).some((child) => (child.marker?.rank ?? 0) < pointRank || within(child));
  };
  return { within, below, isContainer };
}

/** A leading group and its members: nobody is told to do anything. Teams say what they have to do. */
export function listsMembers(document: NoticeDocument, node: Node): boolean {
  const lines = linesOf(document, [node.line, ...paragraphsBelow(node.content)]).map(({ text }) => text);
  const members = lines.filter((text) => isMemberLine(text, "chief") || isMemberLine(text, "members")).length;
  return members >= 2 && node.marker?.rule !== "team" && !lines.some((text) => isMemberLine(text, "duty") || /^第[一二三四五六七八九十\d]{1,3}[^，。]{0,6}[组队]/u.test(text));
}
