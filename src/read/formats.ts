/**
 * The formats, asked in this order. Each is known by its bytes, never by the name of the file.
 * A format without a reader is refused by name; giving it one is a new file, a sample and one line here: `doctor`, the properties of
 * all readers and the fuzz targets take it from there. Readers are loaded with the first file that needs them.
 */
import type { Format } from "../model/reader.ts";
import { streamNames } from "./compound-file.ts";
import { isFlatPackage } from "./docx/flat-package.ts";
import { refuseEncrypted } from "./encrypted.ts";
import { isOwnResult, refuseOwnResult } from "./own-result.ts";
import { isMarkup, isPlainText, leadingText } from "./leading-text.ts";
import { isSeparated } from "./sheets/csv/recognise.ts";
import { startsWorkbook } from "./sheets/xls/recognise.ts";
import type { samples } from "./samples.ts";
import { zipNames } from "./zip.ts";

const startsWith = (...signature: readonly number[]) => (bytes: Uint8Array): boolean => signature.every((byte, i) => bytes[i] === byte);
const holds = (name: RegExp) => (bytes: Uint8Array): boolean => zipNames(bytes)?.some((entry) => name.test(entry)) ?? false;
/** Names of streams are the same in whatever case ([MS-CFB] 2.6.4). */
const hasStream = (...names: readonly string[]) => (bytes: Uint8Array): boolean =>
  streamNames(bytes)?.some((name) => names.some((wanted) => wanted.toLowerCase() === name.toLowerCase())) ?? false;
const beginsWith = (start: RegExp) => (bytes: Uint8Array): boolean => start.test(leadingText(bytes));

const sample = (id: keyof typeof samples) => (): Promise<Uint8Array> => import("./samples.ts").then((loaded) => loaded.samples[id]());

export const formats: readonly Format[] = [
  { ...format("pdf", "application/pdf", "PDF", "PDF", ["pdf"], (bytes) => leadingText(bytes).slice(0, 1024).includes("%PDF-")), read: (...file) => import("./pdf/file.ts").then(({ readPdf }) => readPdf(...file)), sample: sample("pdf") },
  {
    id: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    title: { zh: "DOCX", en: "DOCX" },
    extensions: ["docx", "docm", "dotx", "dotm"],
    recognises: isWordPackage,
    read: (...file) => import("./docx/document.ts").then(({ readDocx }) => readDocx(...file)),
    sample: sample("docx"),
  },
  {
    ...format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", "XLSX", ["xlsx", "xlsm", "xltx", "xltm"], holds(/^xl\//iu)),
    read: (...file) => import("./sheets/xlsx/workbook.ts").then(({ readXlsx }) => readXlsx(...file)),
    sample: sample("xlsx"),
  },
  format("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX", "PPTX", ["pptx"], holds(/^ppt\//u)),
  { ...format("ofd", "application/ofd", "OFD", "OFD", ["ofd"], holds(/(?:^|\/)OFD\.xml$/iu)), read: (...file) => import("./ofd/document.ts").then(({ readOfd }) => readOfd(...file)), sample: sample("ofd") },
  format("uof-package", "application/zip", "UOF 2（标文通）", "UOF 2", ["uof", "uot", "uos", "uop"], holds(/^uof\.xml$/iu)),
  format("odt", "application/vnd.oasis.opendocument.text", "OpenDocument", "OpenDocument", ["odt", "ods", "odp"], holds(/^META-INF\/manifest\.xml$|^content\.xml$/u)),
  format("zip", "application/zip", "ZIP 压缩包", "a ZIP archive", ["zip"], (bytes) => zipNames(bytes) !== null),
  {
    id: "ooxml-encrypted",
    mediaType: "application/x-ole-storage",
    title: { zh: "加密的 Office 文档", en: "an encrypted Office document" },
    extensions: ["docx", "xlsx", "pptx"],
    recognises: hasStream("EncryptedPackage"),
    read: refuseEncrypted,
  },
  { ...format("doc", "application/msword", "DOC（Word 97–2003 或 WPS）", "DOC (Word 97–2003 or WPS)", ["doc", "dot", "wps", "wpt"], hasStream("WordDocument")), read: (...file) => import("./doc/document.ts").then(({ readDoc }) => readDoc(...file)), sample: sample("doc") },
  { ...format("xls", "application/vnd.ms-excel", "XLS（Excel 97–2003）", "XLS (Excel 97–2003)", ["xls", "xlt", "et", "ett"], isWorkbook), read: (...file) => import("./sheets/xls/workbook.ts").then(({ readXls }) => readXls(...file)), sample: sample("xls") },
  format("ppt", "application/vnd.ms-powerpoint", "PPT（PowerPoint 97–2003）", "PPT (PowerPoint 97–2003)", ["ppt", "dps"], hasStream("PowerPoint Document")),
  format("ole", "application/x-ole-storage", "OLE 复合文档", "an OLE compound file", ["msg", "vsd"], (bytes) => streamNames(bytes) !== null),
  { ...format("rtf", "application/rtf", "RTF", "RTF", ["rtf"], beginsWith(/^\{\\rtf/u)), read: (...file) => import("./rtf/document.ts").then(({ readRtf }) => readRtf(...file)), sample: sample("rtf") },
  { ...format("mht", "multipart/related", "MHT 网页归档或邮件", "an MHT web archive or a mail", ["mht", "mhtml", "eml"], isMime), read: (...file) => import("./mht/archive.ts").then(({ readArchive }) => readArchive(...file)), sample: sample("mht") },
  format("rar", "application/vnd.rar", "RAR 压缩包", "a RAR archive", ["rar"], startsWith(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07)),
  format("7z", "application/x-7z-compressed", "7z 压缩包", "a 7z archive", ["7z"], startsWith(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)),
  format("gzip", "application/gzip", "GZIP 压缩文件", "a GZIP file", ["gz", "tgz"], startsWith(0x1f, 0x8b)),
  { ...format("png", "image/png", "PNG 图片", "a PNG image", ["png"], startsWith(0x89, 0x50, 0x4e, 0x47)), read: (...file) => import("./picture/file.ts").then(({ readPicture }) => readPicture(...file)) },
  { ...format("jpeg", "image/jpeg", "JPEG 图片", "a JPEG image", ["jpg", "jpeg"], startsWith(0xff, 0xd8, 0xff)), read: (...file) => import("./picture/file.ts").then(({ readPicture }) => readPicture(...file)) },
  format("gif", "image/gif", "GIF 图片", "a GIF image", ["gif"], startsWith(0x47, 0x49, 0x46, 0x38)),
  { ...format("tiff", "image/tiff", "TIFF 图片", "a TIFF image", ["tif", "tiff"], (bytes) => startsWith(0x49, 0x49, 0x2a, 0)(bytes) || startsWith(0x4d, 0x4d, 0, 0x2a)(bytes)), read: (...file) => import("./picture/file.ts").then(({ readPicture }) => readPicture(...file)) },
  format("bmp", "image/bmp", "BMP 图片", "a BMP image", ["bmp"], (bytes) => startsWith(0x42, 0x4d)(bytes) && bytes[6] === 0 && bytes[7] === 0),
  format("webp", "image/webp", "WebP 图片", "a WebP image", ["webp"], (bytes) => startsWith(0x52, 0x49, 0x46, 0x46)(bytes) && leadingText(bytes).slice(8, 12) === "WEBP"),
  {
    id: "fengong-result",
    mediaType: "application/json",
    title: { zh: "fengong 的读取结果（JSON）", en: "a result of fengong (JSON)" },
    extensions: ["json", "ndjson"],
    recognises: isOwnResult,
    read: refuseOwnResult,
  },
  {
    id: "html",
    mediaType: "text/html",
    title: { zh: "HTML", en: "HTML" },
    extensions: ["html", "htm", "shtml", "xhtml", "asp", "aspx", "jsp", "php"],
    recognises: isMarkup,
    read: (...file) => import("./html/page.ts").then(({ readPage }) => readPage(...file)),
    sample: sample("html"),
  },
  {
    id: "flat-opc",
    mediaType: "application/xml",
    title: { zh: "Word XML（Flat OPC）", en: "Word XML (Flat OPC)" },
    extensions: ["xml"],
    recognises: isFlatPackage,
    read: (...file) => import("./docx/document.ts").then(({ readFlatDocx }) => readFlatDocx(...file)),
    sample: sample("flat-opc"),
  },
  { ...format("wordml", "application/xml", "Word 2003 XML", "Word 2003 XML", ["xml", "doc"], beginsWith(/^<(?:\?xml[^]{0,400}(?:progid="Word\.Document"|<w:wordDocument)|w:wordDocument)/u)), read: (...file) => import("./word-2003/document.ts").then(({ readWord2003 }) => readWord2003(...file)), sample: sample("wordml") },
  format("excel-2003", "application/xml", "Excel 2003 XML 表格", "an Excel 2003 XML workbook", ["xml"], beginsWith(/^<(?:\?xml[^]{0,600}(?:progid="Excel\.Sheet"|<(?:ss:)?Workbook\b)|(?:ss:)?Workbook\b)/u)),
  format("fodt", "application/xml", "OpenDocument XML", "OpenDocument XML", ["fodt", "fods"], beginsWith(/^<\?xml[^]{0,400}<office:document\b/u)),
  format("uof", "application/xml", "UOF（标文通）", "UOF", ["uof", "uot", "uos", "uop"], beginsWith(/^<\?xml[^]{0,400}<uof:UOF\b/u)),
  format("xml", "application/xml", "XML", "XML", ["xml"], beginsWith(/^<\?xml\b/u)),
  { ...format("csv", "text/csv", "CSV 或 TSV", "CSV or TSV", ["csv", "tsv", "tab"], isSeparated), read: (...file) => import("./sheets/csv/file.ts").then(({ readSeparated }) => readSeparated(...file)), sample: sample("csv") },
  {
    id: "text",
    mediaType: "text/plain",
    title: { zh: "纯文本", en: "plain text" },
    extensions: ["txt", "text", "md"],
    recognises: isPlainText,
    read: (...file) => import("./text/text.ts").then(({ readText }) => readText(...file)),
    sample: sample("text"),
  },
];

const known = new WeakMap<Uint8Array, { readonly format: Format | null }>();

/** The format of bytes, null when none knows them. It is asked before a package is taken apart and again when a file is read, and found once. */
export function formatOf(bytes: Uint8Array): Format | null {
  const found = known.get(bytes) ?? { format: formats.find((candidate) => candidate.recognises(bytes)) ?? null };
  known.set(bytes, found);
  return found.format;
}

function format(id: string, mediaType: string, zh: string, en: string, extensions: readonly string[], recognises: Format["recognises"]): Format {
  return { id, mediaType, title: { zh, en }, extensions, recognises, read: null };
}

/** An Office package with a folder `word`, or without those of the other programs: the main part may have any name. */
function isWordPackage(bytes: Uint8Array): boolean {
  const names = zipNames(bytes) ?? [];
  if (names.some((name) => /^word\//iu.test(name))) return true;
  const has = (name: string): boolean => names.some((entry) => entry.toLowerCase() === name);
  return has("[content_types].xml") && has("_rels/.rels") && !names.some((name) => /^(?:xl|ppt|visio|3D|Documents)\/|\.(?:fdseq|nuspec|vsixmanifest)$/iu.test(name));
}

/** A compound file with the stream of a workbook, or that stream alone. */
function isWorkbook(bytes: Uint8Array): boolean {
  return hasStream("Workbook", "Book")(bytes) || startsWorkbook(bytes);
}

/** So many bytes of headers are looked through: servers on the way put theirs before those of the mail. */
const mostHeaders = 262_144;

/**
 * Mail headers first that say what the body is, in a message of MIME or one that was sent; before them the line that a mailbox puts there (RFC 5322, 2.2;
 * RFC 2045, 4; RFC 4155).
 */
function isMime(bytes: Uint8Array): boolean {
  if (!/^(?:[\w-]+:|From \S+@)/u.test(leadingText(bytes))) return false;
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, mostHeaders)).trimStart();
  const head = text.slice(0, /\r?\n\r?\n/u.exec(text)?.index);
  if (/^Content-Type:\s*multipart\/[^;]{1,40};\s*boundary=/imu.test(head)) return true;
  return /^(?:MIME-Version|From|Received|Message-ID):/imu.test(head) && /^Content-(?:Type|Location|Transfer-Encoding):/imu.test(head);
}
