/** The names in a ZIP archive, from its directory alone: nothing is unpacked (PKWARE APPNOTE 4.3). */

const known = new WeakMap<Uint8Array, readonly string[]>();

/** The entry names of a ZIP file, null when the bytes are no ZIP. Names are read as UTF-8; the first 5,000 are given. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || ![3, 5, 7].includes(bytes[2] ?? 0)) return null;
  const names = known.get(bytes) ?? listNames(bytes);
  known.set(bytes, names);
  return names;
}

const most = 5000;

function listNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryStart(view);
  const central = directory === null ? [] : walk(view, directory, { mark: 0x02014b50, nameAt: 46, lengthAt: 28, extraAt: 30, commentAt: 32, sizeAt: null });
  // A file cut short has lost its directory; the headers before each entry remain.
  return central.length > 0 ? central : walk(view, 0, { mark: 0x04034b50, nameAt: 30, lengthAt: 26, extraAt: 28, commentAt: null, sizeAt: 18 });
}

function directoryStart(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return view.getUint32(at + 16, true);
  }
  return null;
}

interface HeaderLayout {
  readonly mark: number;
  readonly nameAt: number;
  readonly lengthAt: number;
  readonly extraAt: number;
  readonly commentAt: number | null;
  /** Where the size of the data that follows stands, null when none follows. */
  readonly sizeAt: number | null;
}

function walk(view: DataView, start: number, layout: HeaderLayout): string[] {
  const names: string[] = [];
  const decoder = new TextDecoder("utf-8");
  let at = start;
  while (names.length < most && at + layout.nameAt <= view.byteLength && view.getUint32(at, true) === layout.mark) {
    const length = view.getUint16(at + layout.lengthAt, true);
    const from = at + layout.nameAt;
    const to = Math.min(from + length, view.byteLength);
    // Some programs for Windows write backslashes, against APPNOTE 4.4.17; everybody reads them as slashes.
    names.push(decoder.decode(new Uint8Array(view.buffer, view.byteOffset + from, to - from)).replaceAll("\\", "/"));
    const comment = layout.commentAt === null ? 0 : view.getUint16(at + layout.commentAt, true);
    const data = layout.sizeAt === null ? 0 : view.getUint32(at + layout.sizeAt, true);
    at = from + length + view.getUint16(at + layout.extraAt, true) + comment + data;
  }
  return names;
}
