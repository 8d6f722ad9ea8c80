/** Reads Word 2003 XML (WordprocessingML of 2003, one XML file, often named .doc) as the parts of a Word package. */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { InputFile } from "../../model/reader.ts";
import { decode } from "../charset.ts";
import { readParts } from "../docx/read-parts.ts";
import { TreeFull } from "../docx/tree.ts";
import { parseXml } from "../xml.ts";
import { partsOf } from "./parts.ts";

/** Pictures and macros in letters. */
const skipped: ReadonlySet<string> = new Set(["w:binData", "w:docSuppData", "w:fonts"]);

/** Reads a Word 2003 XML file. Null when nothing in it is readable, and a diagnostic says why. */
export async function readWord2003(file: InputFile, source: number, context: Context): Promise<NoticeDocument | null> {
  const { text, charset, damaged } = decode(file.bytes);
  if (damaged > 0) context.report("docx/charset-damaged", { params: { part: file.name, charset, count: String(damaged) } });
  const { depth, elements } = context.limits;
  const { root, problem } = parseXml(text, { depth, elements }, { skipped });
  if (problem === "depth") context.report("limit/depth", { params: { limit: String(depth) } });
  else if (problem === "size") context.report("limit/elements", { params: { limit: String(elements) } });
  else if (problem === "dtd") context.report("docx/dtd", { params: { part: file.name } });
  else if (problem === "syntax") context.report("docx/damaged-part", { params: { part: file.name, reason: "XML" } });
  if (root === null || problem === "depth" || problem === "dtd") return null;
  if (root.name !== "w:wordDocument") {
    context.report("docx/not-a-document", { params: { root: root.name } });
    return null;
  }
  try {
    return await readParts(partsOf(root, elements), source, context);
  } catch (error) {
    if (!(error instanceof TreeFull)) throw error;
    context.report("limit/elements", { params: { limit: String(elements) } });
    return null;
  }
}
