/** Little-endian numbers of a stream. Nothing outside of it is read. */

/** The file is not what its own numbers say. */
export class Damage extends Error {}

/** A stretch of bytes. Every reading beyond its ends throws {@link Damage}. */
export class Bytes {
  readonly length: number;
  readonly #view: DataView;
  /** Where it begins in the view, which its parts share. */
  readonly #start: number;

  constructor(bytes: Uint8Array);
  constructor(view: DataView, start: number, length: number);
  constructor(bytes: Uint8Array | DataView, start = 0, length = bytes.byteLength) {
    this.#view = bytes instanceof DataView ? bytes : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#start = start;
    this.length = length;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#place(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#place(at, 2), true);
  }

  i16(at: number): number {
    return this.#view.getInt16(this.#place(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#place(at, 4), true);
  }

  i32(at: number): number {
    return this.#view.getInt32(this.#place(at, 4), true);
  }

  /** A stretch inside this one. */
  part(at: number, length: number): Bytes {
    return new Bytes(this.#view, this.#place(at, length), length);
  }

  raw(at: number, length: number): Uint8Array {
    const { buffer, byteOffset } = this.#view;
    return new Uint8Array(buffer, byteOffset + this.#place(at, length), length);
  }

  /** Words in UTF-16. */
  wide(at: number, characters: number): string {
    const start = this.#place(at, 2 * characters);
    let text = "";
    for (let i = 0; i < characters; i++) text += String.fromCharCode(this.#view.getUint16(start + 2 * i, true));
    return text.toWellFormed();
  }

  /** Where a stretch stands in the view. */
  #place(at: number, length: number): number {
    if (at >= 0 && length >= 0 && at + length <= this.length) return this.#start + at;
    throw new Damage(`${String(at)}+${String(length)}>${String(this.length)}`);
  }
}
