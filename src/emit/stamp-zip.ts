/** Takes the clock out of a ZIP container: writers put the moment of writing into each entry. */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1980-01-01 00:00, the first moment that ZIP knows (MS-DOS date and time). */
const firstDay = 0x0021;

/** Sets the time of every entry to 1980-01-01, in the directory and before each file. For containers without ZIP64 and comment. */
export function stampZip(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new TypeError("not a plain ZIP container");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== directoryEntry) throw new TypeError("not a plain ZIP container");
    view.setUint16(at + 12, 0, true);
    view.setUint16(at + 14, firstDay, true);
    const local = view.getUint32(at + 42, true);
    view.setUint16(local + 10, 0, true);
    view.setUint16(local + 12, firstDay, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
