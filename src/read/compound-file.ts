/**
 * OLE compound files ([MS-CFB]): the names of their streams, which tell .doc from .xls and from an encrypted .docx, and what the streams hold.
 * Every number of the file is checked against its length, and no chain is longer than the file, so loops end.
 */
import { concatenated } from "../text/bytes.ts";

const utf16 = new TextDecoder("utf-16le");
const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const known = new WeakMap<Uint8Array, CompoundFile>();

/** What a stream holds. */
export interface Stream {
  /** As many bytes as the file still has. */
  readonly bytes: Uint8Array;
  /** Whether these are as many as the directory says. */
  readonly whole: boolean;
}

/** The names of streams and storages in the root, null when the bytes are no compound file. A damaged directory gives all names that it holds. */
export function streamNames(bytes: Uint8Array): readonly string[] | null {
  return open(bytes)?.names ?? null;
}

/** A stream of the root by its name, in whatever case ([MS-CFB] 2.6.4); null when there is none, or no compound file. */
export function readStream(bytes: Uint8Array, name: string): Stream | null {
  return open(bytes)?.read(name) ?? null;
}

function open(bytes: Uint8Array): CompoundFile | null {
  if (bytes.length < 512 || !magic.every((byte, i) => bytes[i] === byte)) return null;
  const file = known.get(bytes) ?? new CompoundFile(bytes);
  known.set(bytes, file);
  return file;
}

/** A row of the directory ([MS-CFB] 2.6.1). Siblings and children are numbers of rows. */
interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  /** First sector, and the length in bytes. */
  readonly sector: number;
  readonly bytes: number;
}

/** Sector numbers from here on end a chain or mark a sector as not of one ([MS-CFB] 2.1). */
const lastSector = 0xfffffffa;
/** Rows of a directory that are looked at: no Office file has a thousandth of them. */
const mostEntries = 200_000;

class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** Size of a sector, 0 for a header that states none. */
  readonly #size: number;
  readonly #sectors: number;
  readonly #blocks: readonly number[];
  readonly #entries: readonly (Entry | null)[];
  readonly #inRoot: readonly Entry[];
  #small: { readonly table: DataView; readonly container: Uint8Array } | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(30, true);
    this.#size = shift < 7 || shift > 16 ? 0 : 2 ** shift;
    this.#sectors = this.#size === 0 ? 0 : Math.ceil(bytes.length / this.#size);
    this.#blocks = this.#allocationBlocks();
    this.#entries = directory(this.#chain(this.#view.getUint32(48, true), Infinity));
    this.#inRoot = childrenOf(this.#entries);
  }

  get names(): readonly string[] {
    const entries = this.#inRoot.length > 0 ? this.#inRoot : this.#entries.filter((entry) => entry !== null);
    return entries.map(({ name }) => name);
  }

  read(name: string): Stream | null {
    const key = name.toLowerCase();
    const is = (entry: Entry | null): entry is Entry => entry !== null && entry.isStream && entry.name.toLowerCase() === key;
    const entry = this.#inRoot.find(is) ?? (this.#inRoot.length === 0 ? this.#entries.find(is) : undefined);
    if (entry === undefined) return null;
    const cutoff = this.#view.getUint32(56, true);
    const bytes = entry.bytes < cutoff ? this.#smallChain(entry) : this.#chain(entry.sector, entry.bytes);
    return { bytes, whole: bytes.length === entry.bytes };
  }

  /** The sectors of the allocation table: 109 are named in the header, the others in a chain of their own (2.5). */
  #allocationBlocks(): number[] {
    const blocks: number[] = [];
    for (let at = 76; at < 512; at += 4) blocks.push(this.#view.getUint32(at, true));
    let sector = this.#view.getUint32(68, true);
    for (let i = 0; i < this.#sectors && sector < lastSector; i++) {
      const at = (sector + 1) * this.#size;
      if (at + this.#size > this.#bytes.length) break;
      for (let offset = 0; offset < this.#size - 4; offset += 4) blocks.push(this.#view.getUint32(at + offset, true));
      sector = this.#view.getUint32(at + this.#size - 4, true);
    }
    return blocks;
  }

  #next(sector: number): number {
    const perBlock = this.#size / 4;
    const block = this.#blocks[Math.floor(sector / perBlock)] ?? lastSector;
    const at = (block + 1) * this.#size + 4 * (sector % perBlock);
    return block < lastSector && at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : lastSector;
  }

  /** The bytes of a chain of sectors, at most `length` of them; sectors that stand one behind the other are taken at once. */
  #chain(first: number, length: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let left = length;
    let taken = 0;
    for (let sector = first; taken < this.#sectors && sector < lastSector && left > 0; ) {
      const at = (sector + 1) * this.#size;
      let count = 1;
      let next = this.#next(sector);
      for (; next === sector + count && taken + count < this.#sectors && count * this.#size < left; next = this.#next(next)) count++;
      const piece = this.#bytes.subarray(at, at + Math.min(this.#size * count, left));
      if (piece.length === 0) break;
      pieces.push(piece);
      left -= piece.length;
      taken += count;
      sector = next;
    }
    // Each piece stands in the file at most once a chain, so the sum is bounded by its length.
    return concatenated(pieces);
  }

  /** Streams below the cutoff stand in pieces of their own inside the stream of the root (2.4). */
  #smallChain({ sector: first, bytes: length }: Entry): Uint8Array {
    const { table, container } = (this.#small ??= this.#smallParts());
    const size = 2 ** Math.min(this.#view.getUint16(32, true), 16);
    const most = Math.ceil(container.length / size);
    const pieces: Uint8Array[] = [];
    let sector = first;
    let left = length;
    for (let i = 0; i < most && sector < lastSector && left > 0; i++) {
      const piece = container.subarray(sector * size, sector * size + Math.min(size, left));
      if (piece.length === 0) break;
      pieces.push(piece);
      left -= piece.length;
      sector = 4 * sector + 4 <= table.byteLength ? table.getUint32(4 * sector, true) : lastSector;
    }
    return concatenated(pieces);
  }

  #smallParts(): { readonly table: DataView; readonly container: Uint8Array } {
    const table = this.#chain(this.#view.getUint32(60, true), Infinity);
    const root = this.#entries[0];
    return {
      table: new DataView(table.buffer, table.byteOffset, table.byteLength),
      container: root === null || root === undefined ? new Uint8Array() : this.#chain(root.sector, root.bytes),
    };
  }
}

function directory(bytes: Uint8Array): (Entry | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: (Entry | null)[] = [];
  for (let at = 0; at + 128 <= bytes.length && entries.length < mostEntries; at += 128) entries.push(entryAt(view, at));
  return entries;
}

function entryAt(view: DataView, at: number): Entry | null {
  const length = view.getUint16(at + 64, true);
  const type = view.getUint8(at + 66);
  if (type === 0 || length < 2 || length > 64) return null;
  return {
    name: utf16.decode(new Uint8Array(view.buffer, view.byteOffset + at, length - 2)),
    isStream: type === 2,
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
    sector: view.getUint32(at + 116, true),
    bytes: view.getUint32(at + 120, true),
  };
}

/** The entries of the root in the order of the directory: streams of embedded objects stand in storages of their own and are not among them. */
function childrenOf(entries: readonly (Entry | null)[]): Entry[] {
  const found = new Set<number>([0]);
  const open = [entries[0]?.child ?? lastSector];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (entry === undefined || entry === null || found.has(at)) continue;
    found.add(at);
    open.push(entry.left, entry.right);
  }
  return [...found].filter((at) => at > 0).sort((a, b) => a - b).map((at) => entries[at]).filter((entry): entry is Entry => entry !== null && entry !== undefined);
}
