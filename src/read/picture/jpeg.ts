/** What a JPEG says of itself (ITU-T T.81, JFIF); it is unpacked as it is. */
import type { PicturePage } from "./page-file.ts";

/** The picture of a JPEG; null when its size cannot be found. */
export function jpegPage(bytes: Uint8Array): PicturePage | null {
  let density: number | null = null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const length = word(bytes, at + 2);
    if (marker === 0xe0 && bytes[at + 4] === 0x4a && bytes[at + 5] === 0x46) density = densityIn(bytes, at + 11);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width, components] = [word(bytes, at + 5), word(bytes, at + 7), bytes[at + 9] ?? 3];
      if (width === 0 || height === 0) return null;
      const colors = components === 1 ? "/DeviceGray" : components === 4 ? "/DeviceCMYK" : "/DeviceRGB";
      return { width, height, density, pieces: [{ left: 0, top: 0, width, height, entries: `/ColorSpace ${colors} /BitsPerComponent 8 /Filter /DCTDecode`, data: bytes }] };
    }
    at += 2 + length;
  }
  return null;
}

/** Units (1: inches, 2: centimetres) and the density across. */
function densityIn(bytes: Uint8Array, at: number): number | null {
  const across = word(bytes, at + 2);
  const units = bytes[at + 1] === undefined ? 0 : (bytes[at] ?? 0);
  return across < 2 || units === 0 ? null : units === 2 ? across * 2.54 : across;
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
