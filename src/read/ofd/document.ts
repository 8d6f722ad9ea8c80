/** Reads an OFD (GB/T 33190-2016): its pages become ink, and the rest is that of every format with pages. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { Place } from "../../model/position.ts";
import type { InputFile } from "../../model/reader.ts";
import { inTurns } from "../../model/steps.ts";
import { unknownCharacter } from "../../text/unknown.ts";
import type { XmlElement } from "../xml.ts";
import { compose } from "../grid/compose.ts";
import type { PageInk } from "../grid/ink.ts";
import { layOutPage, type PageLayout } from "../grid/page.ts";
import { reportLayout } from "../grid/page-findings.ts";
import { withoutStruck } from "../grid/strikes.ts";
import { reportTable } from "../grid/table-report.ts";
import { Watermarks } from "../grid/watermarks.ts";
import { hasNoText } from "../grid/wordless.ts";
import { rounded } from "../grid/write.ts";
import { openParts, type OfficeParts } from "../office-parts.ts";
import { openAnnotations, type Annotation } from "./annotations.ts";
import { attributeOf, childOf, childrenOf, locationOf, numbersOf, textOf } from "./element.ts";
import { PageDrawing, pageMatrix, points } from "./page.ts";
import { Resources } from "./resources.ts";
import { withoutUnknown } from "./unknown.ts";

/** Objects of one page that are looked at. */
const mostObjects = 200_000;
/** A4, where a file tells no size, in millimetres. */
const usualBox = [0, 0, 210, 297];

/** Reads an OFD file. Null result: nothing was readable, and a diagnostic says why. */
export async function readOfd(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const parts = await openParts(file.bytes, context);
  if (parts === null) return null;
  if (parts.has("Encryptions.xml") || parts.has("encryptions.xml")) {
    context.report("input/encrypted");
    return null;
  }
  const root = await parts.xml("OFD.xml");
  const layouts: PageLayout[] = [];
  const watermarks = new Watermarks();
  let number = 0;
  for (const body of childrenOf(root, "docbody")) {
    const location = textOf(body, "docroot");
    if (location === null) continue;
    const document = await openDocument(parts, locationOf(location, ""));
    if (document === null) continue;
    reportAttachments(await document.attachments(), context);
    for (const page of document.pages) {
      if (++number > context.limits.pages) continue;
      await context.rest();
      const ink = await inkOf(page, number, { parts, document, source, context });
      if (ink === null) context.report("ofd/damaged-page", { params: { page: String(number) } });
      else layouts.push(layOutPage(withoutStruck(watermarks.takeFrom(ink)), context.limits.cells));
    }
  }
  if (number > context.limits.pages) context.report("ofd/too-many-pages", { params: { pages: String(number), limit: String(context.limits.pages) } });
  return composed(layouts, number, source, context);
}

async function composed(layouts: readonly PageLayout[], pages: number, source: number, context: Context): Promise<NoticeDocument | null> {
  for (const layout of layouts) reportLayout(layout, source, context);
  const { tables, text, blocks, fragments, sheets } = await inTurns(compose(layouts, source, context.limits.cells, context.marks), context.rest);
  if (text.replaceAll(unknownCharacter, "").trim() === "") {
    if (!context.diagnostics.some(({ code, severity }) => code.startsWith("ofd/") && severity === "error")) context.report("ofd/no-text");
    return null;
  }
  for (const table of tables) reportTable(table, source, context);
  return { source, text, blocks, fragments, sheets, meta: [], links: [], pages, charset: null };
}

/** One document of a file. */
interface OfdDocument {
  readonly pages: readonly Page[];
  /** Contents of template pages by id. */
  readonly templates: ReadonlyMap<string, string>;
  readonly resources: Resources;
  /** Left, top, width, height of a page that tells no box of its own, in millimetres. */
  readonly box: readonly number[];
  /** Names of attached files. */
  readonly attachments: () => Promise<readonly string[]>;
  /** What stands beside the content of a page, by its id. */
  readonly annotations: (page: string) => Promise<readonly Annotation[]>;
}

/** Where a page is. */
interface Page {
  readonly id: string;
  readonly part: string;
}

async function openDocument(parts: OfficeParts, part: string): Promise<OfdDocument | null> {
  const root = await parts.xml(part);
  if (root === null) return null;
  const common = childOf(root, "commondata");
  const resources = new Resources();
  for (const name of ["publicres", "documentres"]) {
    for (const { text } of childrenOf(common, name)) {
      const file = locationOf(text, part);
      const read = parts.has(file) ? await parts.xml(file) : null;
      if (read !== null) resources.add(read);
    }
  }
  const located = (element: XmlElement): string => locationOf(attributeOf(element, "BaseLoc") ?? "", part);
  return {
    pages: childrenOf(childOf(root, "pages"), "page").map((page) => ({ id: attributeOf(page, "ID") ?? "", part: located(page) })),
    templates: new Map(childrenOf(common, "templatepage").map((template) => [attributeOf(template, "ID") ?? "", located(template)])),
    resources,
    box: boxIn(childOf(common, "pagearea")) ?? usualBox,
    attachments: () => attachmentsOf(parts, childOf(root, "attachments"), part),
    annotations: await openAnnotations(parts, root, part),
  };
}

async function attachmentsOf(parts: OfficeParts, list: XmlElement | null, part: string): Promise<string[]> {
  if (list === null) return [];
  const file = locationOf(list.text, part);
  const root = list.children.length > 0 ? list : parts.has(file) ? await parts.xml(file) : null;
  return childrenOf(root, "attachment").filter((one) => attributeOf(one, "Visible") !== "false").map((one) => attributeOf(one, "Name") ?? textOf(one, "fileloc") ?? "");
}

function reportAttachments(names: readonly string[], context: Context): void {
  if (names.length > 0) context.report("ofd/attachments", { params: { count: String(names.length), names: names.join("、") } });
}

/** The box that a page area tells: of the paper, else of what is shown. */
function boxIn(area: XmlElement | null): readonly number[] | null {
  const box = numbersOf(textOf(area, "physicalbox") ?? textOf(area, "applicationbox"));
  return box.length === 4 && (box[2] ?? 0) > 0 && (box[3] ?? 0) > 0 ? box : null;
}

interface Surroundings {
  readonly parts: OfficeParts;
  readonly document: OfdDocument;
  readonly source: number;
  readonly context: Context;
}

async function inkOf({ id, part }: Page, number: number, { parts, document, source, context }: Surroundings): Promise<PageInk | null> {
  const root = parts.has(part) ? await parts.xml(part) : null;
  if (root === null) return null;
  const box = boxIn(childOf(root, "area")) ?? document.box;
  const matrix = pageMatrix(box);
  const [width, height] = [(box[2] ?? 0) * points, (box[3] ?? 0) * points];
  const drawing = new PageDrawing(document.resources, { characters: context.limits.pageCharacters, objects: mostObjects });
  const templates = childrenOf(root, "template");
  const isInFront = (template: XmlElement): boolean => attributeOf(template, "ZOrder") === "Foreground";
  const draw = async (template: XmlElement): Promise<void> => {
    const file = document.templates.get(attributeOf(template, "TemplateID") ?? "") ?? "";
    const page = parts.has(file) ? await parts.xml(file) : null;
    drawing.draw(childOf(page, "content"), matrix);
  };
  for (const template of templates) if (!isInFront(template)) await draw(template);
  drawing.draw(childOf(root, "content"), matrix);
  for (const template of templates) if (isInFront(template)) await draw(template);
  const annotations = await document.annotations(id);
  for (const annotation of annotations) drawing.annotate(annotation, matrix);

  const params = { page: String(number) };
  const place: readonly Place[] = [{ source, kind: "page", page: number, bbox: rounded([0, 0, width, height]) }];
  const { glyphs, unknown } = withoutUnknown(drawing.glyphs);
  if (hasNoText(drawing, glyphs, width, height)) context.report("ofd/needs-ocr", { params, place });
  if (unknown > 0) context.report("ofd/no-mapping", { params: { ...params, count: String(unknown) }, place });
  if (drawing.full) context.report("ofd/page-too-long", { params, place });
  const hidden = drawing.hidden.join("").trim();
  if (hidden !== "") context.report("ofd/hidden-text", { params: { ...params, count: String(hidden.length) }, actual: hidden });
  const remarks = annotations.flatMap(({ remark }) => (remark === "" ? [] : [remark]));
  if (remarks.length > 0) context.report("pdf/comments", { params: { ...params, count: String(remarks.length) }, actual: remarks.join("\n") });
  return { number, width, height, glyphs, asides: [{ rule: "page:watermark", glyphs: drawing.watermark }], ...drawing.lines(width, height) };
}
