/** A number for each of very many names, in 17 bytes each and not in the length of the name: what is kept of a name is a hash of 53 bits. */

/** Numbers by name. Two names of one hash have one number: who must know asks the number's owner what its name is. */
export class NameTable {
  #hashes: Float64Array;
  #values: Float64Array;
  #marks: Uint8Array;
  /** How many names have a number. */
  size = 0;
  /** How many of them were marked. */
  marked = 0;

  /** `expected`: how many names may come. */
  constructor(expected = 500) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(1, expected) * 2 + 1));
    this.#hashes = new Float64Array(room);
    this.#values = new Float64Array(room);
    this.#marks = new Uint8Array(room);
  }

  get(name: string): number | undefined {
    const slot = this.#slotOf(hashOf(name));
    return this.#hashes[slot] === 0 ? undefined : this.#values[slot];
  }

  set(name: string, value: number): void {
    const slot = this.#take(hashOf(name));
    this.#values[slot] = value;
  }

  /** Gives a name its number unless it has one; gives the one it had. */
  add(name: string, value: number): number | undefined {
    const before = this.size;
    const slot = this.#take(hashOf(name));
    if (this.size === before) return this.#values[slot];
    this.#values[slot] = value;
    return undefined;
  }

  /** Marks a name, and gives its number; one that has none is not marked. */
  mark(name: string): number | undefined {
    const slot = this.#slotOf(hashOf(name));
    if (this.#hashes[slot] === 0) return undefined;
    if (this.#marks[slot] === 0) this.marked++;
    this.#marks[slot] = 1;
    return this.#values[slot];
  }

  /** Whether a name has a number and was not marked. */
  isLeft(name: string): boolean {
    const slot = this.#slotOf(hashOf(name));
    return this.#hashes[slot] !== 0 && this.#marks[slot] === 0;
  }

  /** Where a hash stands now. */
  #take(hash: number): number {
    if (this.size * 2 >= this.#hashes.length) this.#grow();
    const slot = this.#slotOf(hash);
    if (this.#hashes[slot] === 0) this.size++;
    this.#hashes[slot] = hash;
    return slot;
  }

  /** Where a hash stands, or would. */
  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#hashes[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, values, marks] = [this.#hashes, this.#values, this.#marks];
    [this.#hashes, this.#values, this.#marks] = [new Float64Array(hashes.length * 2), new Float64Array(hashes.length * 2), new Uint8Array(hashes.length * 2)];
    for (const [i, hash] of hashes.entries()) {
      if (hash === 0) continue;
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#values[slot] = values[i] ?? 0;
      this.#marks[slot] = marks[i] ?? 0;
    }
  }
}

/** A hash of 53 bits, never 0: two of 32, each mixed as murmur mixes. */
function hashOf(name: string): number {
  let [a, b] = [0x1b873593, 0x52dce729];
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ unit, 0x85ebca77);
    b ^= b >>> 13;
  }
  const low = mixed(a ^ Math.imul(b, 0xc2b2ae3d));
  const high = mixed(b ^ Math.imul(a, 0x27d4eb2f)) & 0x1fffff;
  return high * 2 ** 32 + low || 1;
}

function mixed(value: number): number {
  let mix = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
