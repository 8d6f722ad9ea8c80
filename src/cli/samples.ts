/** The smallest file of each format that is read: each says 任务分工. With them `doctor` sees whether the readers work. */
import type { LineImage } from "../model/ocr.ts";

/** A file and the text that must come out of it. */
export interface Sample {
  readonly format: string;
  readonly bytes: Uint8Array;
}

/** Words that every sample holds. */
export const sampleWords = "任务分工";

export const samples: readonly Sample[] = [
  { format: "html", bytes: utf8(`<!DOCTYPE html><meta charset="utf-8"><p>${sampleWords}</p>`) },
  { format: "text", bytes: utf8(`${sampleWords}\n`) },
  // A container with one paragraph.
  {
    format: "docx",
    bytes: base64(
      "UEsDBBQAAAAIAAAAIQD3VP4j2QAAAGQBAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbJWQu1LDMBBFf0WjlrHWUDAMYzsFjxIowgfsyGtbg16jVUL4e9YJSZGOUrpn75G22x" +
      "yCV3sq7FLs9a1ptaJo0+ji3OvP7WvzoDdDt/3JxErQyL1eas2PAGwXCsgmZYqSTKkErHIsM2S0XzgT3LXtPdgUK8Xa1LVDD90zTbjzVb0c5PqkLeRZq6cTuLp6jTl7Z7FK" +
      "Dvs4XlmaP4ORySPDi8t8I4CGoXuX/xQ3kvrAUt8wSB18pzLCmOwuiMKs4L98aZqcpcv82pZLssQsiwreXJKALp7fAce1Db9QSwMEFAAAAAgAAAAhAKkMzzuhAAAAFgEAAA" +
      "sAAABfcmVscy8ucmVsc43POw7CMAwG4KtE3qlbBoRQ0y4IiRWVA0SJm0Y0DyXhdXsyMFDEwGj792e57R92ZjeKyXjHoalqYOSkV8ZpDufhsNpC37UnmkUuiTSZkFhZcYnD" +
      "lHPYISY5kRWp8oFcmYw+WpFLGTUGIS9CE67reoPx04ClyY6KQ2yADc9A/8h+HI2kvZdXSy7/OPCVKLKImjKHu48K1btdFRawa3HxYPcCUEsDBBQAAAAIAAAAIQDNneMZog" +
      "AAAMQAAAARAAAAd29yZC9kb2N1bWVudC54bWxFjkEOgjAQRa9CupdBF8YQCjtPoAfAtgIJnWnaKnoBY7yFC8/gguvIPWxx4eb9zP8zP1NUF90nZ2VdR8jZMs1YolCQ7LDh" +
      "bL/bLjasKoshlyROWqFPwj66fOCs9d7kAE60StcuJaMwZEeyuvZhtA0MZKWxJJRzoU73sMqyNei6QxYrDySvUU2EjfDlZxynx3O636b3q4DoRNqZZubvCv4flV9QSwECFA" +
      "MUAAAACAAAACEA91T+I9kAAABkAQAAEwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAAAAIQCpDM87oQAAABYBAAALAAAAAAAAAAAA" +
      "AACAAQoBAABfcmVscy8ucmVsc1BLAQIUAxQAAAAIAAAAIQDNneMZogAAAMQAAAARAAAAAAAAAAAAAACAAdQBAAB3b3JkL2RvY3VtZW50LnhtbFBLBQYAAAAAAwADALkAAA" +
      "ClAgAAAAA=",
    ),
  },
  // A page whose font is not embedded: reading it takes the character maps of pdf.js.
  {
    format: "pdf",
    bytes: base64(
      "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+IGVuZG9iagoyIDAgb2JqPDwvVHlwZS9QYWdlcy9LaWRzWzMgMCBSXS9Db3VudCAxPj4gZW" +
      "5kb2JqCjMgMCBvYmo8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCAyMDAgMTAwXS9Db250ZW50cyA0IDAgUi9SZXNvdXJjZXM8PC9Gb250PDwvRiA1" +
      "IDAgUj4+Pj4+PiBlbmRvYmoKNCAwIG9iajw8L0xlbmd0aCA0NT4+c3RyZWFtCkJUIC9GIDIwIFRmIDIwIDQwIFRkIDw0ZWZiNTJhMTUyMDY1ZGU1PiBUaiBFVAplbmRzdH" +
      "JlYW0gZW5kb2JqCjUgMCBvYmo8PC9UeXBlL0ZvbnQvU3VidHlwZS9UeXBlMC9CYXNlRm9udC9TVFNvbmctTGlnaHQvRW5jb2RpbmcvVW5pR0ItVUNTMi1IL0Rlc2NlbmRh" +
      "bnRGb250c1s2IDAgUl0+PiBlbmRvYmoKNiAwIG9iajw8L1R5cGUvRm9udC9TdWJ0eXBlL0NJREZvbnRUeXBlMC9CYXNlRm9udC9TVFNvbmctTGlnaHQvQ0lEU3lzdGVtSW" +
      "5mbzw8L1JlZ2lzdHJ5KEFkb2JlKS9PcmRlcmluZyhHQjEpL1N1cHBsZW1lbnQgMj4+L0ZvbnREZXNjcmlwdG9yIDcgMCBSPj4gZW5kb2JqCjcgMCBvYmo8PC9UeXBlL0Zv" +
      "bnREZXNjcmlwdG9yL0ZvbnROYW1lL1NUU29uZy1MaWdodC9GbGFncyA0L0ZvbnRCQm94WzAgLTIwMCAxMDAwIDkwMF0vSXRhbGljQW5nbGUgMC9Bc2NlbnQgODU5L0Rlc2" +
      "NlbnQgLTE0MC9DYXBIZWlnaHQgNzAwL1N0ZW1WIDgwPj4gZW5kb2JqCnhyZWYKMCA4CjAwMDAwMDAwMDAgNjU1MzUgZiAKMDAwMDAwMDAwOSAwMDAwMCBuIAowMDAwMDAw" +
      "MDUzIDAwMDAwIG4gCjAwMDAwMDAxMDMgMDAwMDAgbiAKMDAwMDAwMDIxMyAwMDAwMCBuIAowMDAwMDAwMzA0IDAwMDAwIG4gCjAwMDAwMDA0MTQgMDAwMDAgbiAKMDAwMD" +
      "AwMDU2OCAwMDAwMCBuIAp0cmFpbGVyPDwvU2l6ZSA4L1Jvb3QgMSAwIFI+PgpzdGFydHhyZWYKNzI0CiUlRU9GCg==",
    ),
  },
];

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "base64"));
}

/** Strokes of 中 in a square of 10: left, top, right, bottom. */
const strokes = [
  [1, 2.5, 9, 3.3],
  [1, 6.2, 9, 7],
  [1, 2.5, 1.8, 7.2],
  [8.2, 2.5, 9, 7.2],
  [4.6, 0.3, 5.5, 9.8],
] as const;

/** A line that an engine must be able to read: strokes of ink on paper. */
export const sampleLineText = "中中中";
export const sampleLine: LineImage = drawn(4);

function drawn(scale: number): LineImage {
  const [width, height] = [(10 * sampleLineText.length + 4) * scale, 12 * scale];
  const grey = new Uint8Array(width * height).fill(255);
  for (const at of Array.from(sampleLineText).keys()) {
    for (const [left, top, right, bottom] of strokes) {
      for (let y = Math.round((top + 1) * scale); y < (bottom + 1) * scale; y++) grey.fill(0, y * width + Math.round((left + 2 + 10 * at) * scale), y * width + Math.round((right + 2 + 10 * at) * scale));
    }
  }
  return { width, height, grey };
}
