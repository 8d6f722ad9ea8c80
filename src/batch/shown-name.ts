/**
 * How names are shown that are no UTF-8, such as those of an archive made on a Chinese Windows:
 *
 *     中文~gb18030.html    the bytes are GB18030 and nothing else, and mostly common hanzi
 *     caf%E9~bytes.html    any other bytes; each that is no UTF-8 as %XX, and % as %25
 *     x~bytes~utf8.html    a name in UTF-8 that ends like one of these
 *
 * All other names are shown as they are. No two names are shown alike, whatever else lies beside them, and `pathOfShown` gives the
 * path again. Each part of a path is for itself.
 */
import { decodeGb18030, encodeGb18030 } from "../text/gb18030.ts";
import { bytesOfPath, hasBytes, pathOfBytes } from "./path-bytes.ts";

const marked = /^([^]*)~(gb18030|bytes|utf8)((?:\.[A-Za-z0-9]{1,8})?)$/u;
const extension = /\.[A-Za-z0-9]{1,8}$/u;

/** The name of a path for people and outputs. */
export function shownName(path: string): string {
  if (!path.includes("~") && !hasBytes(path)) return path;
  return path.split("/").map(shownPart).join("/");
}

/** The path whose name is shown so. */
export function pathOfShown(name: string): string {
  return name.split("/").map(partOfShown).join("/");
}

/** The bytes of a name, each that is no printable ASCII as %XX: for machines. */
export function percentName(path: string): string {
  return [...bytesOfPath(path)].map((byte) => (byte > 0x20 && byte < 0x7f && byte !== 0x25 ? String.fromCharCode(byte) : percent(byte))).join("");
}

function shownPart(part: string): string {
  if (!hasBytes(part)) return marked.test(part) ? mark(part, "utf8") : part;
  const text = decodeGb18030(bytesOfPath(part));
  if (text !== null && isMostlyCommon(text)) return mark(text, "gb18030");
  return mark([...part].map((character) => (character === "%" ? "%25" : hasBytes(character) ? percent(character.charCodeAt(0) - 0xdc00) : character)).join(""), "bytes");
}

function partOfShown(part: string): string {
  const [, stem, how, end] = marked.exec(part) ?? [];
  if (stem === undefined || end === undefined) return part;
  if (how === "utf8") return stem + end;
  if (how === "bytes") return (stem + end).replace(/%([0-9A-F]{2})/gu, (_, digits: string) => (digits === "25" ? "%" : String.fromCharCode(0xdc00 + Number.parseInt(digits, 16))));
  const bytes = encodeGb18030(stem + end);
  return bytes === null ? part : pathOfBytes(bytes);
}

function mark(text: string, how: "gb18030" | "bytes" | "utf8"): string {
  const end = extension.exec(text)?.[0] ?? "";
  return `${text.slice(0, text.length - end.length)}~${how}${end}`;
}

/**
 * Any bytes may happen to be characters of GB18030; a name is only taken for one when at least three of four are the common hanzi,
 * level 1 of GB 2312 (rows 16 to 55), or the marks that go with them.
 */
function isMostlyCommon(text: string): boolean {
  let [common, rare] = [0, 0];
  for (const character of text) {
    if (character < "\u0080") continue;
    const [lead = 0, trail = 0] = encodeGb18030(character) ?? [];
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common++;
    else if (lead < 0xa1 || lead > 0xa3 || trail < 0xa1) rare++;
  }
  return common > 0 && common >= 3 * rare;
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
}
