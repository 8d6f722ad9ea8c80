/** A ZIP file whose entries are stored as they are (PKWARE APPNOTE 4.3): checked parts on their way to the second witness. */
import { crc32 } from "node:zlib";

/** Packs entries without compression. Names are UTF-8. */
export function storedZip(entries: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [entry, bytes] of entries) {
    const name = new TextEncoder().encode(entry);
    const crc = crc32(bytes);
    const head = new Uint8Array(30 + name.length);
    writeHeader(new DataView(head.buffer), 0x04034b50, 4, { crc, size: bytes.length, name: name.length });
    head.set(name, 30);
    const listed = new Uint8Array(46 + name.length);
    const view = new DataView(listed.buffer);
    view.setUint16(4, 20, true);
    writeHeader(view, 0x02014b50, 6, { crc, size: bytes.length, name: name.length });
    view.setUint32(42, offset, true);
    listed.set(name, 46);
    local.push(head, bytes);
    central.push(listed);
    offset += head.length + bytes.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.size, true);
  end.setUint16(10, entries.size, true);
  end.setUint32(12, central.reduce((sum, { length }) => sum + length, 0), true);
  end.setUint32(16, offset, true);
  return Buffer.concat([...local, ...central, new Uint8Array(end.buffer)]);
}

/** The fields that a local and a central header share, from the version on. */
function writeHeader(view: DataView, mark: number, at: number, { crc, size, name }: { crc: number; size: number; name: number }): void {
  view.setUint32(0, mark, true);
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, 0x0800, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name, true);
}
