/** Whether a file whose name says nothing is a notice: asked of its content. Runs in a process of its own, under limits. */
import { open } from "node:fs/promises";
import { diagnose } from "../model/context.ts";
import type { Diagnostic } from "../model/notice.ts";
import { formatOf } from "../read/formats.ts";
import { isPackage } from "../read/package/unpack.ts";
import { loadFile, problemOf } from "./load.ts";
import { systemPath } from "./path-bytes.ts";

/** A file to look into. */
export interface Unknown {
  readonly path: string;
  /** What messages call it. */
  readonly name: string;
  /** Largest file that is read, in bytes. */
  readonly limit: number;
  /** Whether its name allows plain text to be a notice: without an extension, or `.txt.1`. */
  readonly loose: boolean;
}

/** Formats without a reader that are documents all the same: they are taken and refused by name. */
const office: ReadonlySet<string> = new Set(["pptx", "odt", "ppt", "excel-2003", "fodt", "uof", "uof-package"]);

/** Pictures lie in folders as parts of pages; one that is a notice is named by itself. */
const pictures: ReadonlySet<string> = new Set(["png", "jpeg", "tiff"]);

const headBytes = 16_384;

/** Why a file is passed over, or what kept it from being looked at; null: it is taken. */
export async function recognise({ path, name, limit, loose }: Unknown): Promise<Diagnostic | null> {
  try {
    const head = await headOf(path);
    if (head.length === 0) return diagnose("input/empty");
    const { bytes, problem } = isContainer(head) ? await loadFile(path, limit, name) : { bytes: head, problem: null };
    if (problem !== null) return problem;
    const format = formatOf(bytes);
    if (format === null) return diagnose("input/unknown-format");
    const told = { params: { format: format.title.zh } };
    if (format.id === "text") return loose && isChinese(head) ? null : diagnose("input/passed-by-content", told);
    return (format.read !== null && !pictures.has(format.id)) || isPackage(format) || office.has(format.id) ? null : diagnose("input/unsupported-format", told);
  } catch (error) {
    return problemOf(name, error);
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(systemPath(path));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return new Uint8Array(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** ZIP and OLE say only as a whole what they hold. */
function isContainer(head: Uint8Array): boolean {
  return [[0x50, 0x4b], [0xd0, 0xcf, 0x11, 0xe0]].some((signature) => signature.every((byte, i) => head[i] === byte));
}

/** So many hanzi make a text a candidate. */
const fewestHanzi = 20;

function isChinese(head: Uint8Array): boolean {
  return ["utf-8", "gb18030", "utf-16le"].some((charset) => {
    const text = new TextDecoder(charset).decode(head);
    return !text.slice(0, 2000).includes("\ufffd") && (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= fewestHanzi;
  });
}
