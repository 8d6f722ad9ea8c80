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
