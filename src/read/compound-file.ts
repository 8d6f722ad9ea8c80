/** The names of the streams in an OLE compound file (MS-CFB 2.6): what tells .doc from .xls and from an encrypted .docx. */

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const known = new WeakMap<Uint8Array, readonly string[]>();

/** The names of streams and storages, null when the bytes are no compound file. */
export function streamNames(bytes: Uint8Array): readonly string[] | null {
  if (bytes.length < 512 || !magic.every((byte, i) => bytes[i] === byte)) return null;
  const names = known.get(bytes) ?? listNames(bytes);
  known.set(bytes, names);
  return names;
}

function listNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift < 7 || shift > 16) return [];
  const size = 2 ** shift;
  const names: string[] = [];
  const sectors = Math.ceil(bytes.length / size);
  let sector = view.getUint32(48, true);
  for (let i = 0; i < sectors && sector < 0xfffffffa; i++) {
    const at = (sector + 1) * size;
    if (at + size > bytes.length + size - 1) break;
    for (let entry = at; entry + 128 <= Math.min(at + size, bytes.length); entry += 128) {
      const name = entryName(view, entry);
      if (name !== null) names.push(name);
    }
    sector = nextSector(view, sector, size);
  }
  return names;
}

function entryName(view: DataView, at: number): string | null {
  const length = view.getUint16(at + 64, true);
  const type = view.getUint8(at + 66);
  if (type === 0 || length < 2 || length > 64) return null;
  return new TextDecoder("utf-16le").decode(new Uint8Array(view.buffer, view.byteOffset + at, length - 2));
}

/** The next sector of a chain by the allocation table; only its first 109 sectors, named in the header, are followed. */
function nextSector(view: DataView, sector: number, size: number): number {
  const perSector = size / 4;
  const block = Math.floor(sector / perSector);
  if (block >= 109) return 0xffffffff;
  const at = (view.getUint32(76 + 4 * block, true) + 1) * size + 4 * (sector % perSector);
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : 0xffffffff;
}
