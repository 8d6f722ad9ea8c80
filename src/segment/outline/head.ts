/** Where the heading of a numbered paragraph ends: in a line of its own, in bold, or run in before the text. */
import { partOf, type Quote } from "../../model/quote.ts";
import type { NoticeDocument } from "../../model/document.ts";
import { sectionKind } from "../../rules/sections.ts";
import { splitWeight } from "../weight.ts";
import { allocationBrackets } from "../item/brackets.ts";
import { isAllocated } from "../item/item.ts";
import { childrenOf, type Node } from "./tree.ts";

/** The opening paragraph of a node, cut. */
export interface Head {
  /** The heading without its weight, null when the paragraph is all text. */
  readonly heading: Quote | null;
  /** A weight glued to the heading: （13%）. */
  readonly weight: number | null;
  readonly weightQuote: Quote | null;
  /** What stands behind the heading in the same paragraph. */
  readonly rest: Quote | null;
}

/** The longest heading, and the longest first sentence that may be a run-in heading. */
const longestHeading = 80;
const longestRunIn = 40;
/** The same for an item without equals, where only shortness shows it. */
const longestAlone = 16;

/** Cuts the opening paragraphs of sibling nodes: whether a first sentence is a run-in heading shows only among its equals. */
export function cutHeads(document: NoticeDocument, siblings: readonly Node[]): Head[] {
  const runIn = siblings.map((node) => firstSentence(node.words.text));
  const short = runIn.filter((end) => end !== null && end <= longestRunIn).length;
  const usual = siblings.length >= 2 && short * 10 >= siblings.length * 6;
  const limit = usual ? longestRunIn : siblings.length === 1 ? longestAlone : 0;
  return siblings.map((node, index) => cutHead(document, node, (runIn[index] ?? Infinity) <= limit ? (runIn[index] ?? null) : null));
}

function cutHead(document: NoticeDocument, node: Node, runIn: number | null): Head {
  const { words } = node;
  if (node.marker?.rule === "article") return { heading: null, weight: null, weightQuote: null, rest: words };
  const bold = boldEnd(document, node);
  if (bold !== null && bold < words.text.length && !/^\s*[（(][^（）()]*[）)][。]?$/u.test(words.text.slice(bold))) return cutAt(words, bold);
  if (bold === words.text.length && bold <= longestHeading) return cutAt(words, bold);
  const labelled = labelledHeading(words.text);
  if (labelled !== null && words.text.length > longestAlone && words.text.endsWith("。")) return cutAt(words, labelled);
  const standsAlone = !/。./u.test(splitWeight(withoutBracket(node)).text) && words.text.length <= longestHeading;
  if (standsAlone && (node.content.length > 0 || splitWeight(words.text).weight !== null)) return cutAt(words, words.text.length);
  if (labelled !== null) return cutAt(words, labelled);
  if (runIn !== null) return cutAt(words, runIn);
  const named = firstSentence(words.text);
  if (named !== null && named <= longestAlone && sectionKind(words.text.slice(0, named)) !== null) return cutAt(words, named);
  return { heading: null, weight: null, weightQuote: null, rest: words };
}

/** （三）开展集中采购。（市医保局负责） over points that allocate nothing: the bracket belongs to the heading. */
function withoutBracket({ words, content }: Node): string {
  const points = childrenOf(content);
  const own = points.length > 0 && !points.some((point) => isAllocated(point.words.text)) ? allocationBrackets(words.text).at(-1) : undefined;
  return own !== undefined && words.text.slice(own.end).trim() === "" ? words.text.slice(0, own.start).trimEnd() : words.text;
}

/** 工作目标：…, 检查时间：…: the name of a kind of section before a colon is a heading. */
function labelledHeading(text: string): number | null {
  const end = /^[^：:，,。；;（(]{2,16}[：:](?=\s*\S)/u.exec(text)?.[0].length;
  return end !== undefined && sectionKind(text.slice(0, end)) !== null ? end : null;
}

function cutAt(words: Quote, end: number): Head {
  const heading = words.text.slice(0, end);
  const { weight, at } = splitWeight(heading);
  const rest = partOf(words, end, words.text.length);
  return {
    heading: partOf(words, 0, at),
    weight,
    weightQuote: weight === null ? null : partOf(words, at, end),
    rest: rest.text === "" ? null : rest,
  };
}

/** End of a first sentence that more words follow; a bracket alone is no further sentence. */
function firstSentence(text: string): number | null {
  const stop = text.indexOf("。");
  if (stop < 0) return null;
  const rest = text.slice(stop + 1).trim();
  if (rest === "" || /^[（(][^（）()]*[）)]$/u.test(rest) || splitWeight(text).at <= stop + 1) return null;
  return /[（(]/u.test(text.slice(0, stop)) && stop > longestRunIn ? null : stop + 1;
}

/** How far from the beginning of the words bold type reaches; null when they do not begin in bold. */
function boldEnd(document: NoticeDocument, node: Node): number | null {
  const start = node.words.spans[0]?.start ?? node.line.span.start;
  let end = start;
  for (const span of node.line.bold) {
    if (span.start <= end && span.end > end) end = span.end;
    else if (span.start > end && document.text.slice(end, span.start).trim() === "") end = span.end;
  }
  const reach = Math.min(end, node.line.span.end) - start;
  return reach <= 0 ? null : reach;
}
