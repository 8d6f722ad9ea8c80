/** The records of a workbook stream ([MS-XLS] 2.1.4): a number, a length, and data that may go on in records of their own. */

/** A record. */
export interface BiffRecord {
  readonly id: number;
  /** Where it begins in the stream. */
  readonly offset: number;
  readonly data: DataView;
}

/** Data of a record that goes on in the next one ([MS-XLS] 2.4.58). */
const continuation = 0x3c;

/** Walks through the records of a stream from a place on. */
export class Records {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, start = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
  }

  /** The next record, null at the end; a record that is longer than the stream is the end. */
  next(): BiffRecord | null {
    const at = this.#at;
    if (at + 4 > this.#bytes.length) return null;
    const id = this.#view.getUint16(at, true);
    const length = this.#view.getUint16(at + 2, true);
    if (at + 4 + length > this.#bytes.length) return null;
    this.#at = at + 4 + length;
    return { id, offset: at, data: new DataView(this.#bytes.buffer, this.#bytes.byteOffset + at + 4, length) };
  }

  /** Where the next record begins. */
  get position(): number {
    return this.#at;
  }

  /** The records that continue the one just read. */
  continued(): DataView[] {
    const found: DataView[] = [];
    while (this.#at + 4 <= this.#bytes.length && this.#view.getUint16(this.#at, true) === continuation) {
      const record = this.next();
      if (record === null) break;
      found.push(record.data);
    }
    return found;
  }
}
