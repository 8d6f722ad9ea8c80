/** ZIP archives of any making (APPNOTE.TXT): names in UTF-8 or GB18030, sizes looked at before anything is unpacked. */
import { isUtf8 } from "node:buffer";
import { crc32 } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { decodeGb18030 } from "../../text/gb18030.ts";
import { collect, isBomb } from "../container.ts";
import { reasonOf } from "../../text/reason.ts";
import { harmlessPath, type ArchiveLimits, type Member, type OpenArchive, type Trouble } from "./member.ts";

/** Opens a ZIP archive and unpacks its files one by one. */
export const openZip: OpenArchive = async (bytes, limits) => {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, decodeStrings: false, validateEntrySizes: true });
    return await membersOf(zip, limits);
  } catch (error) {
    return { code: "package/damaged", params: { reason: reasonOf(error) } };
  }
};

async function membersOf(zip: ZipFile, limits: ArchiveLimits): Promise<readonly Member[] | Trouble> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= limits.entries) return { code: "package/too-large", params: { what: "部件数", limit: String(limits.entries) } };
    entries.push(entry);
  }
  const members: Member[] = [];
  let left = limits.unpackedBytes;
  for (const entry of entries) {
    const path = nameOf(entry);
    const name = harmlessPath(path);
    if (name === "" || /[\\/]$/u.test(path)) continue;
    const trouble = entry.isEncrypted() ? ({ code: "package/locked-member", params: { name } } as const) : tooLarge(entry, name, left, limits);
    const member = trouble === null ? await unpack(zip, entry, name) : { name, bytes: null, trouble };
    left -= member.bytes?.length ?? 0;
    members.push(member);
  }
  return members;
}

async function unpack(zip: ZipFile, entry: Entry, name: string): Promise<Member> {
  try {
    const bytes = await collect(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
    if (crc32(bytes) !== entry.crc32) return { name, bytes: null, trouble: { code: "package/damaged-member", params: { name, reason: "CRC" } } };
    return { name, bytes, trouble: null };
  } catch (error) {
    return { name, bytes: null, trouble: { code: "package/damaged-member", params: { name, reason: reasonOf(error) } } };
  }
}

function tooLarge(entry: Entry, name: string, left: number, { bytes, ratio }: ArchiveLimits): Trouble | null {
  const size = entry.uncompressedSize;
  if (size > bytes || size > left) return { code: "package/large-member", params: { name, bytes: String(size) } };
  return isBomb(entry, ratio) ? { code: "package/zip-bomb", params: { part: name, bytes: String(size) } } : null;
}

/**
 * Bit 11 says UTF-8 (4.4.4). Without it Chinese Windows writes GBK, and others UTF-8 all the same: two hanzi in GBK may happen to be
 * letters of UTF-8 (通知 is ֪ͨ), so UTF-8 must read as ASCII or hanzi there.
 */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const raw = Buffer.from(fileNameRaw);
  const utf8 = isUtf8(raw) ? raw.toString("utf8") : null;
  if (utf8 !== null && ((generalPurposeBitFlag & 0x0800) !== 0 || /^\p{ASCII}*$|\p{Script=Han}/u.test(utf8))) return utf8;
  return decodeGb18030(raw) ?? utf8 ?? raw.toString("latin1");
}
