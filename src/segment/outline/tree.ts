/** The outline of a part: numbered paragraphs nested by the rank of their markers, with everything that stands below them. */
import type { Block, NoticeDocument, Paragraph, Table } from "../../model/document.ts";
import { partOf, quote, type Quote } from "../../model/quote.ts";
import { labelAlone } from "../../rules/item-labels.ts";
import { remarkRule } from "../../rules/remarks.ts";
import { readMarker, type Marker } from "../../rules/markers.ts";
import { isBracketAlone } from "../item/brackets.ts";
import { isAllocated } from "../item/item.ts";
import { bulletItems } from "./bullets.ts";

/** An opening paragraph and what stands below it. */
export interface Node {
  /** Null for a heading that is marked by type only. */
  readonly marker: Marker | null;
  /** The printed marker; null for an automatic number, which is no text. */
  readonly markerQuote: Quote | null;
  readonly line: Paragraph;
  /** The opening paragraph without its marker. */
  readonly words: Quote;
  readonly content: Content[];
}

export type Content = { readonly kind: "text"; readonly paragraph: Paragraph } | { readonly kind: "table"; readonly table: Table } | { readonly kind: "node"; readonly node: Node };

/** Rank of a heading without a marker: above all numbered levels, or between 一、 and （一） when it stands below 一、. */
const headingRank = -1;
const innerHeadingRank = 1.5;

/** The longest that a heading without a marker may be. */
const longestHeading = 60;

/** Nests the blocks of a part. Furniture is passed over: it has its own rule. */
export function growTree(document: NoticeDocument, printed: readonly Block[]): Content[] {
  const blocks = printed.flatMap((block): Block[] => (block.kind === "paragraph" ? cutItems(document, block) : [block]));
  const heads = bracketHeads(document, blocks);
  const titles = restartTitles(document, blocks);
  const told = new Map([...spacedNumbers(document, blocks), ...bulletItems(document, blocks)]);
  const root: Content[] = [];
  const stack: { rank: number; content: Content[]; marker: Marker | null }[] = [];
  const top = (): Content[] => stack.at(-1)?.content ?? root;
  const closeTo = (rank: number): void => {
    while ((stack.at(-1)?.rank ?? -Infinity) >= rank) stack.pop();
  };
  const enter = (node: Node, rank: number): void => {
    closeTo(rank);
    top().push({ kind: "node", node });
    stack.push({ rank, content: node.content, marker: node.marker });
  };
  let notes: Notes | null = null;
  for (const block of blocks) {
    if (block.kind === "furniture") continue;
    if (block.kind === "table") {
      notes = null;
      top().push({ kind: "table", table: block });
      continue;
    }
    const opened = opensNotes(document, block);
    notes = opened ?? goOn(document, block, notes);
    if (notes !== null) {
      closeTo(itemRank);
      top().push({ kind: "text", paragraph: block });
      continue;
    }
    const headRank = heads.has(block) ? bracketRank : titles.get(block);
    if (headRank !== undefined) {
      enter({ marker: null, markerQuote: null, line: block, words: quote(document, block.span), content: [] }, headRank);
      continue;
    }
    const node = openNode(document, block, stack.map(({ marker }) => marker), told.get(block) ?? null);
    if (node === null) {
      top().push({ kind: "text", paragraph: block });
      continue;
    }
    const rank = node.marker?.rank ?? (block.level === null && stack.some((open) => open.rank >= 0 && open.rank < innerHeadingRank) ? innerHeadingRank : headingRank);
    enter(node, rank);
  }
  return root;
}

const inlineNumber = /(?<=[。；;）)])\s{0,4}(\d{1,2})(?:[、．]|\.(?!\d))\s{0,4}(?=[“《\u4e00-\u9fff])/gu;

/**
 * “1.甲。2.乙。” in one paragraph: items on from one, each a paragraph of its own. Not where one of them alone, the last,
 * says who does it: that holds for all, and they stay one.
 */
function cutItems(document: NoticeDocument, paragraph: Paragraph): Paragraph[] {
  const text = document.text.slice(paragraph.span.start, paragraph.span.end);
  if (paragraph.label !== null || readMarker(text)?.rule !== "digit-dot" || readMarker(text)?.value !== 1) return [paragraph];
  const starts = [0];
  for (const match of text.matchAll(inlineNumber)) if (Number(match[1]) === starts.length + 1) starts.push(match.index + (/^\s*/u.exec(match[0])?.[0].length ?? 0));
  if (starts.length < 2) return [paragraph];
  const items = starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
  const allocated = items.filter(({ start, end }) => isAllocated(text.slice(start, end).trimEnd())).length;
  if (allocated > 0 && allocated < items.length) return [paragraph];
  return items.map(({ start, end }) => ({ ...paragraph, span: { start: paragraph.span.start + start, end: paragraph.span.start + start + text.slice(start, end).trimEnd().length } }));
}

/** A bracket that heads items stands above them and below all headings. */
const bracketRank = 2.9;

/** 【县住建局】 over its items, 【县水务局】 over the next ones: the first of them stands above the first item, and none behind the last. */
function bracketHeads(document: NoticeDocument, blocks: readonly Block[]): ReadonlySet<Block> {
  const heads = new Set<Block>();
  let group: { block: Paragraph; head: boolean; allocated: boolean }[] = [];
  const settle = (): void => {
    const fits = group[0]?.head === true && group.at(-1)?.head === false && !group.some(({ allocated }) => allocated) && !group.some(({ head }, index) => head && group[index + 1]?.head === true);
    if (fits) for (const { block, head } of group) if (head) heads.add(block);
    group = [];
  };
  for (const block of blocks) {
    if (block.kind !== "paragraph") continue;
    const text = document.text.slice(block.span.start, block.span.end);
    const rank = readMarker(block.label?.text ?? text)?.rank ?? null;
    const head = rank === null && isBracketAlone(text);
    if (rank !== null && rank < itemRank) settle();
    else if (head || rank !== null || isAllocated(text)) group.push({ block, head, allocated: !head && isAllocated(text) });
  }
  settle();
  return heads;
}

/** Half a level above the items that a title heads. */
const titleStep = 0.5;

/**
 * 县水利局目标责任 alone on its line, right before items that begin again with one: it heads them, and is no part of the item before. So does
 * such a line before the first items, where another one follows. The rank of each.
 */
function restartTitles(document: NoticeDocument, blocks: readonly Block[]): ReadonlyMap<Block, number> {
  const found: { readonly block: Paragraph; readonly rank: number; readonly again: boolean }[] = [];
  const last = new Map<number, number>();
  for (const [index, block] of blocks.entries()) {
    const marker = block.kind === "paragraph" ? readMarker(block.label?.text ?? document.text.slice(block.span.start, block.span.end)) : null;
    if (marker === null) continue;
    const above = blocks[index - 1];
    if (marker.value === 1 && above?.kind === "paragraph" && isPlainTitle(document, above)) found.push({ block: above, rank: marker.rank, again: (last.get(marker.rank) ?? 0) > 1 });
    for (const rank of last.keys()) if (rank > marker.rank) last.delete(rank);
    last.set(marker.rank, marker.value);
  }
  const again = new Set(found.flatMap((one) => (one.again ? [one.rank] : [])));
  return new Map(found.filter(({ rank }) => again.has(rank)).map(({ block, rank }) => [block, rank - titleStep]));
}

/** A short line without number, label, bracket, date or stop. */
function isPlainTitle(document: NoticeDocument, { label, span }: Paragraph): boolean {
  const text = document.text.slice(span.start, span.end).trim();
  return label === null && text.length <= longestTitle && /^[\u4e00-\u9fff“”《》、（）()\d]{2,}[\u4e00-\u9fff”》）)]$/u.test(text) && !/日$|^[（(]/u.test(text) && readMarker(text) === null && labelAlone(text) === null && !isAllocated(text);
}

/** The longest title of a list that nothing else shows. */
const longestTitle = 40;

/** Markers of this rank and deeper number items, and notes. */
const itemRank = 3;

/** Notes that are being read: the number that the next one must have. */
interface Notes {
  readonly next: number;
}

/** 注： or 填表说明： alone, or before its first number; a note of one line opens nothing. */
function opensNotes(document: NoticeDocument, { span }: Paragraph): Notes | null {
  const line = document.text.slice(span.start, span.end);
  const row = remarkRule(line);
  if (row?.opens !== true) return null;
  const marker = readMarker(line.slice(row.pattern.exec(line)?.[0].length ?? 0).trimStart());
  return { next: marker === null ? 1 : marker.value + 1 };
}

/** A paragraph without number goes on with the notes until their list ends: with a heading, or a number that is not the next one. */
function goOn(document: NoticeDocument, paragraph: Paragraph, notes: Notes | null): Notes | null {
  if (notes === null || paragraph.level !== null || isBold(paragraph)) return null;
  const marker = readMarker(paragraph.label?.text ?? document.text.slice(paragraph.span.start, paragraph.span.end));
  if (marker === null) return notes;
  return marker.rank >= itemRank && marker.value === notes.next ? { next: marker.value + 1 } : null;
}

const spacedNumber = /^(\d{1,2})[^\S\n]+(?=[“《\u4e00-\u9fff])/u;

/** “1 推广节水器具”: a number before a space marks an item where paragraphs count on from one. */
function spacedNumbers(document: NoticeDocument, blocks: readonly Block[]): ReadonlyMap<Paragraph, Marker> {
  const found = blocks.flatMap((block) => {
    const match = block.kind === "paragraph" && block.label === null ? spacedNumber.exec(document.text.slice(block.span.start, Math.min(block.span.end, block.span.start + 12))) : null;
    return block.kind === "paragraph" && match?.[1] !== undefined ? [{ block, value: Number(match[1]), text: match[1], end: match[0].length }] : [];
  });
  const counted = found.filter(({ value }, index) => found[index + 1]?.value === value + 1 || (value > 1 && found[index - 1]?.value === value - 1));
  if (counted[0]?.value !== 1) return new Map();
  return new Map(counted.map(({ block, value, text, end }) => [block, { rule: "digit-dot", rank: 3, text, value, end }]));
}

function openNode(document: NoticeDocument, paragraph: Paragraph, open: readonly (Marker | null)[], told: Marker | null): Node | null {
  const line = quote(document, paragraph.span);
  const automatic = paragraph.label === null ? null : readMarker(paragraph.label.text);
  if (automatic !== null) {
    return { marker: { ...automatic, end: 0 }, markerQuote: null, line: paragraph, words: line, content: [] };
  }
  const marker = told ?? readMarker(line.text) ?? readGluedMarker(line.text, open);
  if (marker !== null) {
    return { marker, markerQuote: partOf(line, 0, marker.end), line: paragraph, words: partOf(line, marker.end, line.text.length), content: [] };
  }
  if (labelAlone(line.text) !== null) return null;
  if ((paragraph.level !== null || isBold(paragraph)) && line.text.length <= longestHeading && !/[。；;，,：:]$/u.test(line.text)) {
    return { marker: null, markerQuote: null, line: paragraph, words: line, content: [] };
  }
  return null;
}

/** All in bold: a heading that nothing numbers. */
function isBold({ bold, span }: Paragraph): boolean {
  const [first] = bold;
  return bold.length === 1 && first !== undefined && first.start <= span.start && first.end >= span.end;
}

/** “3.100%覆盖”: a number glued to another one is a marker when it goes on from the item before. */
function readGluedMarker(text: string, open: readonly (Marker | null)[]): Marker | null {
  const match = /^(\d{1,3})[.．](?=\d)/u.exec(text);
  const before = open.find((marker) => marker?.rule === "digit-dot") ?? null;
  if (match?.[1] === undefined || before === null || Number(match[1]) !== before.value + 1) return null;
  return { ...before, text: match[0], value: before.value + 1, end: match[0].length };
}

/** The nodes right below. */
export function childrenOf(content: readonly Content[]): Node[] {
  return content.flatMap((item) => (item.kind === "node" ? [item.node] : []));
}

/** The paragraphs right below that open no node. */
export function paragraphsBelow(content: readonly Content[]): Paragraph[] {
  return content.flatMap((item) => (item.kind === "text" ? [item.paragraph] : []));
}
