/**
 * A page of others as it may stand in a frame. The content policy of the frame lets nothing through; but a browser opens connections before it asks the
 * policy (to the address of a frame in the page), and what a page says of policies and shadows holds for our marks too. So what leads, fetches or decides
 * is blank before the browser sees it. Elements and words stay where they are: marks find them by their places.
 */
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** Attributes with an address, or with a say in what the page does. */
const leading: ReadonlySet<string> = new Set([
  "action", "archive", "attributionsrc", "background", "classid", "code", "codebase", "data", "dynsrc", "formaction", "href", "http-equiv", "imagesrcset", "longdesc", "lowsrc",
  "manifest", "ping", "poster", "profile", "rel", "shadowrootmode", "src", "srcdoc", "srcset", "target", "xlink:href",
]);

/** The page of a frame. */
export function stillPage(bytes: Uint8Array, charset: string | null): string {
  const html = new TextDecoder(charset ?? "utf-8").decode(bytes);
  const blanks: (readonly [from: number, to: number])[] = [];
  const open: Node[] = [parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("childNodes" in node) for (const child of node.childNodes) open.push(child);
    if ("content" in node) open.push(node.content);
    if ("attrs" in node) for (const blank of blanksOf(node)) blanks.push(blank);
  }
  return blanked(html, blanks);
}

function* blanksOf({ attrs, tagName, sourceCodeLocation }: DefaultTreeAdapterTypes.Element): Generator<readonly [number, number]> {
  for (const { name, prefix, value } of attrs) {
    const said = prefix === undefined || prefix === "" ? name : `${prefix}:${name}`;
    const place = sourceCodeLocation?.attrs?.[said];
    const isOwn = value.startsWith("#") || (["img", "image"].includes(tagName) && value.startsWith("data:image/"));
    if (place !== undefined && (said.startsWith("on") || (leading.has(said) && !isOwn))) yield [place.startOffset, place.endOffset];
  }
}

function blanked(html: string, blanks: readonly (readonly [from: number, to: number])[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [from, to] of blanks.toSorted(([a], [b]) => a - b)) {
    pieces.push(html.slice(at, from), " ".repeat(to - from));
    at = to;
  }
  return pieces.join("") + html.slice(at);
}
