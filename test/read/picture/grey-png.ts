/** Paper as a PNG in shades of grey. */
import { deflateSync } from "node:zlib";
import type { Paper } from "../scan/paper.ts";

export function greyPng({ width, height, pixels }: Pick<Paper, "width" | "height" | "pixels">): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(kind, "latin1"), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.alloc(1), pixels.subarray(y * width, (y + 1) * width)]));
  const density = Buffer.from([0, 0, 0x16, 0x2e, 0, 0, 0x16, 0x2e, 1]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("pHYs", density), chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND", Buffer.alloc(0))]);
}
