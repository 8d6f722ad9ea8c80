/**
 * The ZIP container of an Office file, opened with care: entries, names, sizes and ratios are checked before anything is
 * unpacked, and the bytes are counted again while they come, because declared sizes lie.
 */
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import type { Limits } from "../model/context.ts";
import type { FindingCode } from "../model/finding.ts";
import { reasonOf } from "../text/reason.ts";

/** Bounds of a container. */
export type ContainerLimits = Pick<Limits, "entries" | "partBytes" | "unpackedBytes" | "ratio">;

/** The ratio counts above one megabyte only: small parts pack well. */
const ratioFrom = 1_000_000;

/** Why a container or one of its entries is refused. */
export interface Refusal {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string>>;
}

/** An entry, unpacked; `intact` when it matches its checksum, which the library does not look at. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly intact: boolean;
}

/** The parts of a package by name. */
export interface Container {
  /** Names that the directory gives to entries which call themselves otherwise. */
  readonly misnamed: readonly string[];
  /** The name of an entry as it is written, found whatever its case (ISO/IEC 29500-2, 6.2.2); null when there is none. */
  readonly find: (name: string) => string | null;
  /** Unpacks one entry; the refusal when it is too large or damaged. */
  readonly unpack: (name: string) => Promise<Unpacked | Refusal>;
}

/** A ZIP container whose directory was found in order. */
class ZipContainer implements Container {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #limits: ContainerLimits;
  readonly misnamed: readonly string[];

  constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, limits: ContainerLimits, misnamed: readonly string[]) {
    this.#zip = zip;
    this.#limits = limits;
    this.#entries = entries;
    this.misnamed = misnamed;
  }

  find(name: string): string | null {
    return this.#entries.get(name.toLowerCase())?.fileName ?? null;
  }

  async unpack(name: string): Promise<Unpacked | Refusal> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return { code: "docx/missing-part", params: { part: name } };
    const refused = refuseEntry(entry, this.#limits);
    if (refused !== null) return refused;
    try {
      const bytes = await collect(await this.#zip.openReadStreamPromise(entry), entry.uncompressedSize);
      return { bytes, intact: crc32(bytes) === entry.crc32 };
    } catch (error) {
      return { code: "docx/damaged-part", params: { part: name, reason: reasonOf(error) } };
    }
  }
}

/** Opens a container; the refusal when it is damaged, encrypted or hostile. */
export async function openContainer(bytes: Uint8Array, limits: ContainerLimits): Promise<Container | Refusal> {
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await list(await fromBufferPromise(file, { lazyEntries: true }), file, limits);
  } catch (error) {
    const reason = reasonOf(error);
    const unsafe = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/su.exec(reason);
    return unsafe === null ? { code: "docx/damaged", params: { reason } } : { code: "docx/unsafe-name", params: { name: unsafe[1] ?? "" } };
  }
}

async function list(zip: ZipFile, file: Buffer, limits: ContainerLimits): Promise<Container | Refusal> {
  const entries = new Map<string, Entry>();
  const misnamed: string[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= limits.entries) return tooLarge("entries", limits.entries);
    if (entry.isEncrypted()) return { code: "input/encrypted", params: {} };
    const key = entry.fileName.toLowerCase();
    if (entries.has(key)) return { code: "docx/unsafe-name", params: { name: entry.fileName } };
    total += entry.uncompressedSize;
    if (total > limits.unpackedBytes) return tooLarge("bytes", limits.unpackedBytes);
    entries.set(key, entry);
    if (!ownName(file, entry).equals(entry.fileNameRaw)) misnamed.push(entry.fileName);
  }
  return new ZipContainer(zip, entries, limits, misnamed);
}

/** The name in the header of the entry itself (APPNOTE 4.3.7). */
function ownName(file: Buffer, { relativeOffsetOfLocalHeader: at, fileNameRaw: { length } }: Entry): Buffer {
  return file.subarray(at + 30, at + 30 + length);
}

function tooLarge(what: "entries" | "bytes", limit: number): Refusal {
  return { code: "docx/too-large", params: { what: what === "entries" ? "部件数" : "解压后字节数", limit: String(limit) } };
}

/** Whether an entry grows more than words do when it is unpacked. */
export function isBomb({ uncompressedSize: size, compressedSize: packed }: Entry, ratio: number): boolean {
  return size > ratioFrom && size > packed * ratio;
}

function refuseEntry(entry: Entry, { partBytes, ratio }: ContainerLimits): Refusal | null {
  const { uncompressedSize: size, fileName } = entry;
  return size > partBytes || isBomb(entry, ratio) ? { code: "docx/zip-bomb", params: { part: fileName, bytes: String(size) } } : null;
}

/** The library stops a stream that is longer than declared; the declared size is bounded by then. */
export async function collect(stream: Readable, size: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    length += chunk.length;
    if (length > size) throw new Error("too many bytes in the stream");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
