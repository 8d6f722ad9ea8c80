/** Small DOCX files from strings of markup, and ZIP files that may lie. */
import { crc32, deflateRawSync } from "node:zlib";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An entry of a ZIP file. What is stated may differ from what is there. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Size that the headers claim. */
  readonly claimed?: number;
  readonly flags?: number;
}

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimed = bytes.length, flags = 0x0800 } of entries) {
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const listed = Buffer.alloc(46);
    listed.writeUInt32LE(0x02014b50, 0);
    for (const [header, at] of [[head, 4], [listed, 6]] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(flags, at + 2);
      header.writeUInt16LE(8, at + 4);
      header.writeUInt32LE(crc32(bytes), at + 10);
      header.writeUInt32LE(packed.length, at + 14);
      header.writeUInt32LE(claimed, at + 18);
      header.writeUInt16LE(encode(name).length, at + 22);
    }
    listed.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(listed, Buffer.from(name));
    offset += 30 + encode(name).length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.reduce((sum, { length }) => sum + length, 0), 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, ...central, end]));
}

const transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const namespaces = [
  `xmlns:w="${transitional}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");

/** Parts of a document; the markup of each without its root element, but for `extra`, which holds whole parts by name. */
export interface Markup {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  /** Header and footer parts by relationship id. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly footers?: Readonly<Record<string, string>>;
  /** Targets of external links by relationship id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly core?: string;
  readonly extra?: Readonly<Record<string, string>>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a small document by entry name. */
export function partsOf(markup: Markup): Map<string, string> {
  const parts = new Map<string, string>();
  const relations: string[] = [];
  const overrides: string[] = [];
  const relate = (type: string, target: string, id = `auto${String(relations.length)}`): void => {
    relations.push(`<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`);
  };
  const add = (type: string, root: string, content: string | undefined, name = type, id?: string): void => {
    if (content === undefined) return;
    parts.set(`word/${name}.xml`, `${declaration}<w:${root} ${namespaces}>${content}</w:${root}>`);
    overrides.push(`<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`);
    relate(type, `${name}.xml`, id);
  };
  add("styles", "styles", markup.styles);
  add("numbering", "numbering", markup.numbering);
  add("footnotes", "footnotes", markup.footnotes);
  add("endnotes", "endnotes", markup.endnotes);
  add("settings", "settings", markup.settings);
  for (const [id, content] of Object.entries(markup.headers ?? {})) add("header", "hdr", content, `header-${id}`, id);
  for (const [id, content] of Object.entries(markup.footers ?? {})) add("footer", "ftr", content, `footer-${id}`, id);
  for (const [id, target] of Object.entries(markup.links ?? {})) {
    relations.push(`<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`);
  }
  parts.set("word/document.xml", `${declaration}<w:document ${namespaces}><w:body>${markup.body}</w:body></w:document>`);
  overrides.push('<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>');
  const relationships = (content: string): string => `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  parts.set("word/_rels/document.xml.rels", relationships(relations.join("")));
  let root = `<Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`;
  if (markup.core !== undefined) {
    parts.set("docProps/core.xml", `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${markup.core}</cp:coreProperties>`);
    root += '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';
  }
  parts.set("_rels/.rels", relationships(root));
  parts.set(
    "[Content_Types].xml",
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`,
  );
  for (const [name, content] of Object.entries(markup.extra ?? {})) parts.set(name, content);
  return parts;
}

/** A DOCX file of parts. */
export function pack(parts: ReadonlyMap<string, string>): Uint8Array {
  return zip([...parts].map(([name, content]) => ({ name, bytes: encode(content) })));
}

/** A DOCX file of markup. */
export function docx(markup: Markup): Uint8Array {
  return pack(partsOf(markup));
}

/** A paragraph with one run. */
export function p(text: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${text === "" ? "" : r(text)}</w:p>`;
}

/** A run. */
export function r(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Membership of a list. */
export function num(numId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(numId)}"/></w:numPr>`;
}

/** A cell; `content` is text or markup of blocks. */
export function tc(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<w:") ? content : p(content)}</w:tc>`;
}

/** A row. */
export function tr(cells: readonly string[], properties = ""): string {
  return `<w:tr>${properties === "" ? "" : `<w:trPr>${properties}</w:trPr>`}${cells.join("")}</w:tr>`;
}

/** A table of rows with grid columns of these widths. */
export function tbl(rows: readonly string[], widths: readonly number[] = []): string {
  return `<w:tbl><w:tblPr/><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

/** A level of a list definition. */
export function lvl(level: number, format: string, text: string, more = ""): string {
  return `<w:lvl w:ilvl="${String(level)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A list definition with one list of the same number. */
export function list(id: number, levels: string, more = ""): { abstract: string; num: string } {
  return {
    abstract: `<w:abstractNum w:abstractNumId="${String(id)}">${more}${levels}</w:abstractNum>`,
    num: `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(id)}"/></w:num>`,
  };
}

/** A numbering part of list definitions, with further lists. */
export function numbering(lists: readonly { abstract: string; num: string }[], more = ""): string {
  return lists.map(({ abstract }) => abstract).join("") + lists.map(({ num: one }) => one).join("") + more;
}
