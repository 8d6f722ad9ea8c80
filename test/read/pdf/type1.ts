/** A page in a small Type 1 font (Adobe Type 1 Font Format, 1990), whose table of characters is up to the test. */
import { onePage, stream } from "./objects.ts";

/** Encryption of the private part and of the programs of glyphs (§7). */
function encrypt(plain: Buffer, key: number): Buffer {
  let r = key;
  return Buffer.from(
    plain.map((byte) => {
      const cipher = byte ^ (r >> 8);
      r = ((cipher + r) * 52845 + 22719) & 0xffff;
      return cipher;
    }),
  );
}

/** hsbw with width 100, endchar. */
const program = encrypt(Buffer.from([0, 0, 0, 0, 139, 239, 13, 14]), 4330);

function fontOf(characters: readonly (readonly [number, string])[]): { clear: Buffer; secret: Buffer } {
  const rows = characters.map(([index, name]) => `dup ${index} /${name} put\n`).join("");
  const clear = Buffer.from(`%!PS-AdobeFont-1.0: Test\n/FontName /Test def\n/FontMatrix [0.001 0 0 0.001 0 0] def\n/Encoding 256 array\n${rows}readonly def\ncurrentfile eexec\n`, "latin1");
  const glyphs = [".notdef", ...characters.map(([, name]) => name)].flatMap((name) => [Buffer.from(`/${name} ${program.length} RD `), program, Buffer.from(" ND\n")]);
  const inner = Buffer.concat([Buffer.from(`\0\0\0\0dup /Private 8 dict dup begin\n/lenIV 4 def\n2 index /CharStrings ${characters.length + 1} dict dup begin\n`), ...glyphs, Buffer.from("end\nend\n")]);
  return { clear, secret: encrypt(inner, 55665) };
}

/** One page that draws `content` in the font /F1. */
export function withType1Font(characters: readonly (readonly [number, string])[], content: string): Uint8Array {
  const { clear, secret } = fontOf(characters);
  return onePage(
    { fonts: "/F1 5 0 R" },
    stream(content),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Test /FirstChar 65 /LastChar 65 /Widths [600] /FontDescriptor 6 0 R >>",
    "<< /Type /FontDescriptor /FontName /Test /Flags 32 /FontBBox [0 0 600 700] /ItalicAngle 0 /Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 /FontFile 7 0 R >>",
    stream(Buffer.concat([clear, secret]), `/Length1 ${clear.length} /Length2 ${secret.length} /Length3 0 `),
  );
}
