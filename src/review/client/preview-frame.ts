/**
 * What runs in the frame of the second view: draws a DOCX with docx-preview and marks values in it. It speaks with the page around it by messages
 * alone. Elements are found by their positions in the file's own tree; a paragraph in which other characters were drawn than were read is marked as a whole.
 */
import { dress, kinds, paint, type Kind } from "./highlights.ts";
import { isSeen, wayIntoView } from "./scrolling.ts";

interface Mark {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Words that were read, by the element they stand in. */
interface Stretch {
  readonly path: string;
  readonly at: number;
  readonly text: string;
}

type Asked = { readonly bytes: ArrayBuffer; readonly stretches: readonly Stretch[] } | { readonly marks: Readonly<Record<Kind, readonly Mark[]>>; readonly scroll: boolean };

/** What docx-preview makes of an element before it draws it. */
interface Part {
  readonly type: string;
  className?: string;
  readonly children?: Part[];
}

interface Library {
  parseAsync(bytes: ArrayBuffer, options: object): Promise<{ readonly documentPart: { readonly body: Part; readonly path: string } }>;
  renderDocument(document: object, options: object): Promise<HTMLElement[]>;
}

interface Zip {
  file(path: string): { async(kind: "string"): Promise<string> } | null;
}

declare const docx: Library;
declare const JSZip: { loadAsync(bytes: ArrayBuffer): Promise<Zip> };

/** Pictures and type as data of the page; no pages of others in frames, no changes and comments that are no words of the notice. */
const options = { className: "docx", useBase64URL: true, renderAltChunks: false, renderChanges: false, renderComments: false, experimental: false };
/** No file can name a style so that its paragraphs carry the class of another. */
const prefix = `at-${crypto.getRandomValues(new Uint32Array(4)).join("-")}-`;
/** What is wider than the frame goes on beyond its edge rather than becoming too small to read. */
const smallest = 0.3;

/** Elements by path: of each the class that its drawing carries. */
const classes = new Map<string, string>();
const words = new Map<string, readonly Stretch[]>();
const characters = new Map<string, Known>();

interface Known {
  readonly elements: readonly Element[];
  /** Every character that is no space, in order: where it was drawn, and its offset in the file's element. Null where others were drawn than were read. */
  readonly drawn: readonly { readonly node: Text; readonly at: number; readonly offset: number }[] | null;
}

/** Names the elements of the file that docx-preview draws: those of `parts` stand in the order of `element`'s children. */
function nameParts(element: Element, path: string, parts: readonly Part[]): void {
  const found = blocksOf(element, path);
  // Something that one of the two passed over: from here on nothing is marked rather than something else.
  if (found.length !== parts.length || found.some(({ kind }, i) => kind !== parts[i]?.type)) return;
  for (const [i, block] of found.entries()) {
    const part = parts[i];
    if (part === undefined) continue;
    if (block.kind === "paragraph") {
      const name = prefix + String(classes.size);
      classes.set(block.path, name);
      part.className = `${part.className ?? ""} ${name}`.trim();
    } else nameParts(block.element, block.path, part.children ?? []);
  }
}

const kindOf: Readonly<Record<string, string | undefined>> = { p: "paragraph", tbl: "table", tr: "row", tc: "cell", altChunk: "altChunk" };

/** Children that are drawn, those inside a content control of the body too; with their paths, as our reader writes them. */
function blocksOf(element: Element, path: string): { readonly element: Element; readonly path: string; readonly kind: string }[] {
  const positions = new Map<string, number>();
  return [...element.children].flatMap((child) => {
    const name = child.localName;
    const position = (positions.get(name) ?? 0) + 1;
    positions.set(name, position);
    const own = `${path}/w:${name}${name === "sdtContent" ? "" : `[${String(position)}]`}`;
    if ((name === "sdt" || name === "sdtContent") && inBody.has(element.localName)) return blocksOf(child, own);
    const kind = kindOf[name];
    return kind === undefined ? [] : [{ element: child, path: own, kind }];
  });
}

/** Where content controls are looked into. */
const inBody: ReadonlySet<string> = new Set(["body", "sdt", "sdtContent"]);

async function draw({ bytes, stretches }: Extract<Asked, { readonly bytes: ArrayBuffer }>): Promise<void> {
  const document_ = await docx.parseAsync(bytes, options);
  const { body, path } = document_.documentPart;
  const text = await (await JSZip.loadAsync(bytes)).file(path)?.async("string");
  const root = text === undefined ? null : new DOMParser().parseFromString(text.replace(/^\uFEFF/u, ""), "application/xml").documentElement;
  const inXml = [...(root?.children ?? [])].find(({ localName }) => localName === "body");
  if (root !== null && inXml !== undefined) nameParts(inXml, `${path}#/w:document/w:body`, body.children ?? []);
  for (const [own, list] of Map.groupBy(stretches, (stretch) => stretch.path)) words.set(own, list.toSorted((a, b) => a.at - b.at));
  document.body.replaceChildren(...(await docx.renderDocument(document_, options)));
  // Nothing leads anywhere.
  for (const link of document.querySelectorAll("a")) link.removeAttribute("href");
  fit();
}

/** Makes wide paper as narrow as the frame. */
function fit(): void {
  document.body.style.zoom = "1";
  const paper = Math.max(0, ...[...document.querySelectorAll<HTMLElement>("section.docx")].map(({ scrollWidth }) => scrollWidth));
  if (paper > 0) document.body.style.zoom = String(Math.max(smallest, Math.min(1.6, document.documentElement.clientWidth / (paper + 26))));
}

function knownOf(path: string): Known {
  const known = characters.get(path) ?? look(path);
  characters.set(path, known);
  return known;
}

function look(path: string): Known {
  const name = classes.get(path);
  const elements = name === undefined ? [] : [...document.getElementsByClassName(name)];
  const drawn = elements.flatMap(textIn);
  const read = (words.get(path) ?? []).flatMap(({ at, text }) => seenIn(text).map((i) => ({ offset: at + i, character: text.charAt(i) })));
  const isSame = drawn.length === read.length && drawn.every(({ node, at }, i) => node.data.charAt(at) === read[i]?.character);
  return { elements, drawn: isSame ? drawn.map((one, i) => ({ ...one, offset: read[i]?.offset ?? 0 })) : null };
}

function textIn(element: Element): { readonly node: Text; readonly at: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: { node: Text; at: number }[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) for (const at of seenIn((node as Text).data)) found.push({ node: node as Text, at });
  return found;
}

/** Where the characters stand that are no spaces. */
function seenIn(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => i).filter((i) => /\S/u.test(text.charAt(i)));
}

function rangesOf({ path, start, end }: Mark): Range[] {
  const { elements, drawn } = knownOf(path);
  if (drawn === null) {
    return elements.map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range;
    });
  }
  const own = drawn.filter(({ offset }) => offset >= start && offset < end);
  // One range for each element: a paragraph goes on behind a page break.
  return elements.flatMap((element) => {
    const inside = own.filter(({ node }) => element.contains(node));
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) return [];
    const range = document.createRange();
    range.setStart(first.node, first.at);
    range.setEnd(last.node, last.at + 1);
    return [range];
  });
}

function mark({ marks, scroll }: Extract<Asked, { readonly marks: unknown }>): void {
  const ranges = { row: marks.row.flatMap(rangesOf), value: marks.value.flatMap(rangesOf), lost: marks.lost.flatMap(rangesOf) };
  for (const kind of kinds) paint(window, kind, ranges[kind]);
  const first = ranges.value[0] ?? ranges.lost[0] ?? ranges.row[0];
  if (!scroll || first === undefined) return;
  const [box, view] = [first.getBoundingClientRect(), { top: 0, bottom: innerHeight }];
  if (!isSeen(box, view)) scrollBy({ top: wayIntoView(box, view) });
}

/** What is asked for while the file is being drawn is marked when it is there. Null: there is no file yet, and who sends it asks again. */
let drawing: Promise<unknown> | null = null;

addEventListener("message", ({ source, data }: MessageEvent<Asked>) => {
  if (source !== parent) return;
  if ("marks" in data) void drawing?.then(() => { mark(data); });
  else drawing = draw(data).then(() => "drawn", () => "failed").then((kind) => { parent.postMessage({ kind }, "*"); });
});
dress(document);
addEventListener("resize", fit);
document.addEventListener("selectionchange", () => { parent.postMessage({ kind: "selected", text: String(getSelection()).slice(0, 10_000) }, "*"); });
parent.postMessage({ kind: "ready" }, "*");

