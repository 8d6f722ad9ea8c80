/** Little-endian numbers of a stream. Nothing outside of it is read. */

/** The file is not what its own numbers say. */
export class Damage extends Error {}

/** A stretch of bytes. Every reading beyond its ends throws {@link Damage}. */
export class Bytes {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(at: number): number {
    this.#check(at, 1);
    return this.#view.getUint8(at);
  }

  u16(at: number): number {
    this.#check(at, 2);
    return this.#view.getUint16(at, true);
  }

  i16(at: number): number {
    this.#check(at, 2);
    return this.#view.getInt16(at, true);
  }

  u32(at: number): number {
    this.#check(at, 4);
    return this.#view.getUint32(at, true);
  }

  i32(at: number): number {
    this.#check(at, 4);
    return this.#view.getInt32(at, true);
  }

  /** A stretch inside this one. */
  part(at: number, length: number): Bytes {
    return new Bytes(this.raw(at, length));
  }

  raw(at: number, length: number): Uint8Array {
    this.#check(at, length);
    return this.#bytes.subarray(at, at + length);
  }

  /** Words in UTF-16. */
  wide(at: number, characters: number): string {
    this.#check(at, 2 * characters);
    let text = "";
    for (let i = 0; i < characters; i++) text += String.fromCharCode(this.#view.getUint16(at + 2 * i, true));
    return text.toWellFormed();
  }

  #check(at: number, length: number): void {
    if (!(at >= 0 && length >= 0 && at + length <= this.length)) throw new Damage(`${String(at)}+${String(length)}>${String(this.length)}`);
  }
}
