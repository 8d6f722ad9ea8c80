/** The XML parts of an Office package that is no Word document, found by relationship, within the limits of every container. */
import type { Context } from "../model/context.ts";
import type { FindingCode } from "../model/finding.ts";
import { decode } from "./charset.ts";
import { openContainer, type Container, type Refusal } from "./container.ts";
import { parseXml, type XmlElement, type XmlSelection } from "./xml.ts";
import { folderOf, partPath, relationshipsOf } from "./part-path.ts";

/** A relationship of a part: its kind, the last step of its type, and the entry that it leads to. */
export interface Related {
  readonly kind: string;
  readonly target: string;
}

/** What a container refuses, by its own code, in the words of packages of every kind. */
const codes: Partial<Readonly<Record<FindingCode, FindingCode>>> = {
  "docx/damaged": "package/damaged",
  "docx/unsafe-name": "package/unsafe-name",
  "docx/too-large": "package/too-large",
  "docx/zip-bomb": "package/zip-bomb",
  "docx/missing-part": "package/missing-part",
  "docx/damaged-part": "package/damaged-part",
};

/** Opens the package; null when it cannot be, and a diagnostic says why. */
export async function openParts(bytes: Uint8Array, context: Context): Promise<OfficeParts | null> {
  const container = await openContainer(bytes, context.limits);
  if (!("code" in container)) return new OfficeParts(container, context);
  report(container, context);
  return null;
}

function report({ code, params }: Refusal, context: Context): void {
  context.report(codes[code] ?? code, { params });
}

/** Reads the parts of one package and reports what is wrong with them. */
export class OfficeParts {
  readonly #container: Container;
  readonly #context: Context;

  constructor(container: Container, context: Context) {
    this.#container = container;
    this.#context = context;
    for (const part of container.misnamed) context.report("package/altered-part", { params: { part } });
  }

  /** Whether there is an entry of this name, in whatever case. */
  has(name: string): boolean {
    return this.#container.find(name) !== null;
  }

  /** The root of a part as far as it can be read; null when nothing of it can, and a diagnostic says why. */
  async xml(name: string, selection: XmlSelection = {}): Promise<XmlElement | null> {
    const unpacked = await this.#container.unpack(name);
    if ("code" in unpacked) {
      report(unpacked, this.#context);
      return null;
    }
    if (!unpacked.intact) this.#context.report("package/altered-part", { params: { part: name } });
    const { text, charset, damaged } = utf8(unpacked.bytes) ?? decode(unpacked.bytes);
    if (damaged > 0) this.#context.report("package/charset-damaged", { params: { part: name, charset, count: String(damaged) } });
    const { depth, elements } = this.#context.limits;
    const { root, problem } = parseXml(text, { depth, elements }, selection);
    if (problem === "dtd") this.#context.report("package/dtd", { params: { part: name } });
    else if (problem === "depth") this.#context.report("limit/depth", { params: { limit: String(depth) } });
    else if (problem === "size") this.#context.report("package/too-large", { params: { what: `${name} 元素数`, limit: String(elements) } });
    else if (problem === "syntax") this.#context.report("package/damaged-part", { params: { part: name, reason: "XML" } });
    return problem === "dtd" || problem === "depth" ? null : root;
  }

  /** The relationships of a part by id; those that lead outside are left out. The package itself is the part "". */
  async related(part: string): Promise<ReadonlyMap<string, Related>> {
    const folder = folderOf(part);
    const name = relationshipsOf(part);
    const found = new Map<string, Related>();
    const root = this.has(name) ? await this.xml(name) : null;
    for (const { name: element, attributes } of root?.children ?? []) {
      if (element !== "rel:Relationship" || attributes["TargetMode"] === "External") continue;
      const target = partPath(folder, attributes["Target"] ?? "");
      found.set(attributes["Id"] ?? "", { kind: (attributes["Type"] ?? "").replace(/^.*\//su, ""), target });
    }
    return found;
  }
}

/** A part in UTF-8 without fault, as nearly all are (ISO/IEC 29500-2, 8.1.4); null for what must be looked at. */
function utf8(bytes: Uint8Array): { readonly text: string; readonly charset: string; readonly damaged: number } | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.startsWith("<") ? { text, charset: "utf-8", damaged: 0 } : null;
  } catch {
    return null;
  }
}
