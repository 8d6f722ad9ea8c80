/** Puts right what the outline alone gets wrong: brackets behind the next heading, numbered points of a labelled text, what closes a part behind its last item. */
import type { NoticeDocument } from "../../model/document.ts";
import { addAll } from "../../model/add-all.ts";
import { quote } from "../../model/quote.ts";
import { closes } from "../../rules/closings.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { isBracketAlone } from "../item/brackets.ts";
import { isAllocated } from "../item/item.ts";
import { childrenOf, type Content, type Node } from "./tree.ts";

/** The outline with its known faults put right. */
export function tidyTree(document: NoticeDocument, content: Content[]): Content[] {
  foldPoints(document, content);
  returnBrackets(document, content);
  addAll(content, closingAbove(document, content));
  return content;
}

/** 请各承办单位…。联络员名单如下： over a table behind the last item close the part; takes them off the item, which would head the table. */
function closingAbove(document: NoticeDocument, content: Content[]): Content[] {
  const last = content.findLast(({ kind }) => kind === "node");
  if (last?.kind !== "node" || last !== content.at(-1)) return [];
  const { node } = last;
  const from = node.content.findIndex((item) => item.kind === "text" && closes(quote(document, item.paragraph.span).text));
  const closing = node.content.slice(Math.max(from, 0));
  if (from < 0 || closing.some(({ kind }) => kind === "node")) return closingAbove(document, node.content);
  return closing.some(({ kind }) => kind === "table") ? node.content.splice(from) : [];
}

/** 整改措施： over 1. 2. 3.: the points belong to the item that the label belongs to, unless they name who does them. */
function foldPoints(document: NoticeDocument, content: Content[]): void {
  for (const item of content) {
    if (item.kind !== "node") continue;
    const own = item.node.content;
    const first = own.findIndex(({ kind }) => kind === "node");
    const before = own[first - 1];
    if (before?.kind === "text" && isOpenLabel(quote(document, before.paragraph.span).text) && !own.slice(first).some((point) => point.kind === "node" && allocates(document, point.node))) {
      own.splice(first, own.length - first, ...own.slice(first).flatMap(flat));
    }
    foldPoints(document, own);
  }
}

/** Whether an item or anything below it names who does it. */
function allocates(document: NoticeDocument, node: Node): boolean {
  return isAllocated(node.words.text) || node.content.some((item) => (item.kind === "text" ? isAllocated(quote(document, item.paragraph.span).text) : item.kind === "node" && allocates(document, item.node)));
}

function isOpenLabel(text: string): boolean {
  const label = readLineLabel(text);
  return label?.meaning.kind === "text" && label.end >= text.trimEnd().length;
}

function flat(item: Content): Content[] {
  return item.kind === "node" ? [{ kind: "text", paragraph: item.node.line }, ...item.node.content.flatMap(flat)] : [item];
}

/**
 * A bracket that stands alone right below a heading allocates what follows, unless what follows has brackets of its own
 * and the item before the heading has none: then it slipped behind the heading.
 */
function returnBrackets(document: NoticeDocument, content: Content[]): void {
  const texts = (node: Node): boolean => allocates(document, node);
  let before: Node | null = null;
  const visit = (items: Content[]): void => {
    for (const item of items) {
      if (item.kind !== "node") continue;
      const own = item.node.content;
      const [first] = own;
      const children = childrenOf(own);
      if (before !== null && first?.kind === "text" && children.length > 0 && isBracketAlone(quote(document, first.paragraph.span).text) && !texts(before) && children.some(texts)) {
        own.shift();
        before.content.push(first);
      }
      if (children.length === 0) before = item.node;
      visit(own);
    }
  };
  visit(content);
}
