/** Smallest files of container formats, made by hand: only what names the parts is right. */

/** A ZIP of empty entries. */
export function zipFile(...names: readonly string[]): Uint8Array {
  const local: number[] = [];
  const central: number[] = [];
  for (const name of names) {
    const bytes = [...new TextEncoder().encode(name)];
    const at = local.length;
    local.push(...u32(0x04034b50), ...new Array<number>(22).fill(0), ...u16(bytes.length), 0, 0, ...bytes);
    central.push(...u32(0x02014b50), ...new Array<number>(24).fill(0), ...u16(bytes.length), ...new Array<number>(12).fill(0), ...u32(at), ...bytes);
  }
  const end = [...u32(0x06054b50), 0, 0, 0, 0, ...u16(names.length), ...u16(names.length), ...u32(central.length), ...u32(local.length), 0, 0];
  return Uint8Array.from([...local, ...central, ...end]);
}

/** An OLE compound file with the named streams in its root. */
export function compoundFile(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].forEach((byte, i) => (bytes[i] = byte));
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  // Allocation table in sector 0; the directory takes sectors 1 and 2.
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 2, true);
  view.setUint32(520, 0xfffffffe, true);
  const entries = ["Root Entry", "Padding 1", "Padding 2", ...names];
  entries.forEach((name, i) => {
    const at = 1024 + 128 * i;
    [...name].forEach((character, j) => { view.setUint16(at + 2 * j, character.charCodeAt(0), true); });
    view.setUint16(at + 64, 2 * (name.length + 1), true);
    view.setUint8(at + 66, i === 0 ? 5 : 2);
  });
  return bytes;
}

function u16(value: number): number[] {
  return [value & 255, value >> 8];
}

function u32(value: number): number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
}

/** An OLE compound file as programs write it: streams with their bytes in the root, short ones in the small stream; `inside` stands in a storage of its own. */
export function compoundFileOf(streams: Readonly<Record<string, Uint8Array>>, inside: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  const size = 512;
  const sectors: Uint8Array[] = [];
  const next: number[] = [];
  const put = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return 0xfffffffe;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += size) {
      const sector = new Uint8Array(size);
      sector.set(bytes.subarray(at, at + size));
      sectors.push(sector);
      next.push(sectors.length);
    }
    next[next.length - 1] = 0xfffffffe;
    return first;
  };
  const small: number[] = [];
  const smallNext: number[] = [];
  const place = (bytes: Uint8Array): number => {
    if (bytes.length >= 4096) return put(bytes);
    if (bytes.length === 0) return 0xfffffffe;
    const first = smallNext.length;
    for (let at = 0; at < bytes.length; at += 64) {
      const piece = [...bytes.subarray(at, at + 64)];
      small.push(...piece, ...new Array<number>(64 - piece.length).fill(0));
      smallNext.push(smallNext.length + 1);
    }
    smallNext[smallNext.length - 1] = 0xfffffffe;
    return first;
  };
  const outer = Object.entries(streams);
  const inner = Object.entries(inside);
  const rows: { name: string; type: number; right: number; child: number; start: number; bytes: number }[] = [{ name: "Root Entry", type: 5, right: none, child: 1, start: 0, bytes: 0 }];
  for (const [i, [name, bytes]] of outer.entries()) rows.push({ name, type: 2, right: i + 1 < outer.length + (inner.length > 0 ? 1 : 0) ? i + 2 : none, child: none, start: place(bytes), bytes: bytes.length });
  if (inner.length > 0) rows.push({ name: "MBD00000001", type: 1, right: none, child: outer.length + 2, start: 0, bytes: 0 });
  for (const [i, [name, bytes]] of inner.entries()) rows.push({ name, type: 2, right: i + 1 < inner.length ? rows.length + 1 : none, child: none, start: place(bytes), bytes: bytes.length });
  const root = rows[0];
  if (root !== undefined) Object.assign(root, { start: put(Uint8Array.from(small)), bytes: small.length });
  const smallTable = put(Uint8Array.from(smallNext.flatMap(u32)));
  const directory = new Uint8Array(Math.ceil(rows.length / 4) * size);
  const view = new DataView(directory.buffer);
  for (const [i, row] of rows.entries()) {
    const at = 128 * i;
    [...row.name].forEach((character, j) => { view.setUint16(at + 2 * j, character.charCodeAt(0), true); });
    view.setUint16(at + 64, 2 * (row.name.length + 1), true);
    view.setUint8(at + 66, row.type);
    for (const [offset, value] of [[68, none], [72, row.right], [76, row.child], [116, row.start], [120, row.bytes]] as const) view.setUint32(at + offset, value, true);
  }
  const directoryAt = put(directory);
  // The table names its own sectors too; those beyond 109 are named in sectors of their own.
  let blocks = 1;
  let chain = 0;
  for (;;) {
    chain = Math.ceil(Math.max(0, blocks - 109) / 127);
    const needed = Math.ceil((sectors.length + blocks + chain) / 128);
    if (needed <= blocks) break;
    blocks = needed;
  }
  const tableAt = sectors.length;
  const chainAt = tableAt + blocks;
  const table = [...next, ...new Array<number>(blocks).fill(0xfffffffd), ...new Array<number>(chain).fill(0xfffffffc)];
  while (table.length < blocks * 128) table.push(none);
  const more = new Array<number>(chain * 128).fill(none);
  for (let i = 109; i < blocks; i++) more[Math.floor((i - 109) / 127) * 128 + ((i - 109) % 127)] = tableAt + i;
  for (let i = 0; i < chain; i++) more[i * 128 + 127] = i + 1 < chain ? chainAt + i + 1 : 0xfffffffe;
  const header = new Uint8Array(size);
  const head = new DataView(header.buffer);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [offset, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]] as const) head.setUint16(offset, value, true);
  for (const [offset, value] of [[44, blocks], [48, directoryAt], [56, 4096], [60, smallTable], [64, 1], [68, chain > 0 ? chainAt : 0xfffffffe], [72, chain]] as const) head.setUint32(offset, value, true);
  for (let i = 0; i < 109; i++) head.setUint32(76 + 4 * i, i < blocks ? tableAt + i : none, true);
  const words = new Uint8Array([...table, ...more].flatMap(u32));
  return Uint8Array.from(Buffer.concat([header, ...sectors, words]));
}

const none = 0xffffffff;
