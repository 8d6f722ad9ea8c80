/** Sets of properties ([MS-OLEPS] 2.21). */
import type { Bytes } from "./bytes.ts";

/** A property by its name in a package, as text; dates in ISO 8601. */
export interface PropertyText {
  readonly name: string;
  readonly text: string;
}

const names: Readonly<Record<number, string>> = {
  2: "dc:title", 3: "dc:subject", 4: "dc:creator", 5: "cp:keywords", 6: "dc:description", 8: "cp:lastModifiedBy", 12: "dcterms:created", 13: "dcterms:modified",
};
const codepageProperty = 1;
const codepages: Readonly<Record<number, string>> = { 936: "gb18030", 950: "big5", 1200: "utf-16le", 10008: "gb18030", 54936: "gb18030", 65001: "utf-8" };
/** Days between the epochs of Windows and of Unix. */
const epochs = 11_644_473_600_000;
/** Properties of a set that are looked at. */
const most = 200;

/** The properties of the first set that have a name. */
export function readProperties(bytes: Bytes): PropertyText[] {
  const start = bytes.u32(44);
  const count = Math.min(bytes.u32(start + 4), most);
  const places = new Map<number, number>();
  for (let i = 0; i < count; i++) places.set(bytes.u32(start + 8 + 8 * i), start + bytes.u32(start + 12 + 8 * i));
  const codepageAt = places.get(codepageProperty);
  const codepage = codepageAt === undefined ? 1252 : bytes.u16(codepageAt + 4);
  const decoder = new TextDecoder(codepages[codepage] ?? "windows-1252");
  const decode = (raw: Uint8Array): string => decoder.decode(raw);
  return [...places].flatMap(([id, at]) => {
    const name = names[id];
    const text = name === undefined ? "" : valueOf(bytes, at, decode);
    return name === undefined || text === "" ? [] : [{ name, text }];
  });
}

function valueOf(bytes: Bytes, at: number, decode: (raw: Uint8Array) => string): string {
  switch (bytes.u16(at)) {
    case 30:
      return cut(decode(bytes.raw(at + 8, bytes.u32(at + 4))));
    case 31:
      return cut(bytes.wide(at + 8, bytes.u32(at + 4)));
    case 64:
      return dateOf(bytes.u32(at + 8) * 2 ** 32 + bytes.u32(at + 4));
    default:
      return "";
  }
}

function cut(text: string): string {
  return (text.split("\0")[0] ?? "").trim();
}

/** A count of tenths of microseconds since 1601. Before 1970 it says nothing: unset values are zero. */
function dateOf(ticks: number): string {
  const time = ticks / 10_000 - epochs;
  return time > 0 && time < 8.64e15 ? new Date(Date.UTC(1970, 0, 1, 0, 0, 0, Math.trunc(time))).toISOString().replace(/\.\d+Z$/u, "Z") : "";
}
