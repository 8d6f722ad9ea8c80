/** Reads an HTML page: bytes to text, text to elements, elements to a document. */
import type { Context } from "../../model/context.ts";
import type { MetaValue, NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { decode, type Decoded } from "../charset.ts";
import { gather } from "./flow.ts";
import type { Gathered } from "./gathered.ts";
import { furnish } from "./furnish.ts";
import { attribute, nestsTooDeep, parseMarkup, Paths } from "./markup.ts";
import { reportFindings } from "./report.ts";
import { decodeAddress, pictureIn } from "./unread.ts";
import { write } from "./write.ts";

/** No limit may be set beyond this: the stages after the walk descend by calls, and the stack must hold them. */
const deepest = 1000;

/** Reads a web page. Null when it nests too deeply or shows no text; a diagnostic says which. `label`: the encoding that is declared around it. */
export function readPage(file: InputFile, source: number, context: Context, label: string | null = null): Promise<NoticeDocument | null> {
  return Promise.resolve(pageOf(decode(file.bytes, label), source, context));
}

function pageOf(decoded: Decoded, source: number, context: Context): NoticeDocument | null {
  reportCharset(decoded, context);
  const depth = Math.min(context.limits.depth, deepest);
  // The parser itself takes quadratic time on deep nesting, so the tags are counted first.
  const root = nestsTooDeep(decoded.text, depth) ? null : parseMarkup(decoded.text);
  const gathered = root === null ? null : gather(root, depth, context);
  if (gathered === null) {
    context.report("limit/depth", { params: { limit: String(depth) } });
    return null;
  }
  const paths = new Paths();
  const written = write(furnish(gathered.body), gathered.links, paths, source);
  const pictures = context.options.ocr === undefined ? [] : gathered.pictures.flatMap((element) => pictureIn(element) ?? []);
  const unread = pictures.length === 0 ? gathered.pictures : gathered.pictures.filter((element) => !pictures.some((one) => one.element === element));
  reportFindings({ ...gathered, pictures: unread }, (element, start = null, end = null) => ({ source, kind: "element", path: paths.of(element), start, end }), context);
  if (pictures.length === 0 && !written.blocks.some((block) => block.kind !== "furniture")) context.report("html/no-text");
  if (written.text === "" && pictures.length === 0) return null;
  const files = gathered.frames.filter(({ document }) => document).map(({ target }) => ({ target, title: nameOf(target) }));
  return { source, ...written, meta: metaOf(gathered, paths, source), pages: null, charset: decoded.charset, ...(pictures.length === 0 ? {} : { pictures: pictures.map(({ element, name, bytes }) => ({ name, bytes, place: { source, kind: "element" as const, path: paths.of(element), start: null, end: null } })) }), ...(files.length === 0 ? {} : { files }) };
}

/** The last step of an address, as people read it. */
function nameOf(target: string): string {
  const path = target.replace(/[?#].*$/su, "");
  return decodeAddress(path.slice(path.lastIndexOf("/") + 1)) || target;
}

function reportCharset({ declared, charset, lied, damaged }: Decoded, context: Context): void {
  if (lied && declared !== null) context.report("html/charset-lied", { params: { declared, used: charset } });
  if (damaged > 0) context.report("html/charset-damaged", { params: { charset, count: String(damaged) } });
}

function metaOf({ metas, title }: Gathered, paths: Paths, source: number): MetaValue[] {
  const values: MetaValue[] = [];
  if (title !== null) {
    const content = title.children.map((child) => child.data ?? "").join("").replace(/\s+/gu, " ").trim();
    if (content !== "") values.push({ name: "title", content, place: { source, kind: "element", path: paths.of(title), start: null, end: null } });
  }
  for (const meta of metas) {
    const name = attribute(meta, "name") ?? attribute(meta, "property");
    const content = attribute(meta, "content");
    if (name === null || content === null || name.trim() === "" || content.trim() === "") continue;
    values.push({ name: name.trim(), content: content.trim(), place: { source, kind: "element", path: paths.of(meta), start: null, end: null } });
  }
  return values;
}
