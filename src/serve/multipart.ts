/** The parts of a form (multipart/form-data, RFC 7578), of which there are not many. */
import { Busboy } from "@fastify/busboy";

/** A part; `name` is that of its file, null of one that is words. */
export interface Part {
  readonly field: string;
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/** Most parts of a form: a letter and its attachments have room. */
const most = 200;

/** The parts in their order; null for what is no form, is cut off, or has too many parts. */
export function partsIn(bytes: Uint8Array, type: string): Promise<Part[] | null> {
  return new Promise((resolve) => {
    const parts: Part[] = [];
    const fail = (): void => {
      resolve(null);
    };
    try {
      const form = new Busboy({ headers: { "content-type": type }, limits: { parts: most, headerPairs: 100, headerSize: 16_384 } });
      form.on("file", (field, stream, name) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("error", fail);
        stream.on("end", () => {
          parts.push({ field, name, bytes: new Uint8Array(Buffer.concat(chunks)) });
        });
      });
      form.on("field", (field) => {
        parts.push({ field, name: null, bytes: new Uint8Array(0) });
      });
      for (const limit of ["partsLimit", "filesLimit", "fieldsLimit", "error"] as const) form.on(limit, fail);
      form.on("finish", () => {
        resolve(parts);
      });
      form.end(bytes);
    } catch {
      fail();
    }
  });
}
