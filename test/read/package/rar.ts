/** A RAR archive of stored files (RAR 4 technical note): marker, archive header, and for each file a header and its bytes. */
import { crc32 } from "node:zlib";

export function rar(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const archive = header(0x73, 0, Buffer.alloc(6));
  const entries = Object.entries(files).flatMap(([name, bytes]) => {
    const names = Buffer.from(name, "utf8");
    const fields = Buffer.alloc(25);
    fields.writeUInt32LE(bytes.length, 0);
    fields.writeUInt32LE(bytes.length, 4);
    fields.writeUInt8(3, 8);
    fields.writeUInt32LE(crc32(bytes), 9);
    fields.writeUInt32LE(0x52c00000, 13);
    fields.writeUInt8(29, 17);
    fields.writeUInt8(0x30, 18);
    fields.writeUInt16LE(names.length, 19);
    fields.writeUInt32LE(0o100644, 21);
    return [header(0x74, 0x8000, Buffer.concat([fields, names])), Buffer.from(bytes)];
  });
  return Buffer.concat([Buffer.from("526172211a0700", "hex"), archive, ...entries, Buffer.from("c43d7b00400700", "hex")]);
}

/** A header block: the low half of the checksum of what follows it, kind, flags, size, fields. */
function header(kind: number, flags: number, fields: Buffer): Buffer {
  const block = Buffer.alloc(7 + fields.length);
  block.writeUInt8(kind, 2);
  block.writeUInt16LE(flags, 3);
  block.writeUInt16LE(block.length, 5);
  fields.copy(block, 7);
  block.writeUInt16LE(crc32(block.subarray(2)) & 0xffff, 0);
  return block;
}
