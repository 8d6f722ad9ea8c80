/** The connected parts of ink, each with its box. */
import type { Ink } from "./threshold.ts";

/** A part of ink: a dot, a stroke, a character. Pixels, half-open. */
export interface InkPart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How many pixels it has. */
  readonly size: number;
}

/** The parts of ink, diagonals included, and ink in which each pixel holds the number of its part, from 1. */
export function partsOf({ width, height, data }: Ink): { readonly parts: readonly InkPart[]; readonly labels: Int32Array } {
  const labels = new Int32Array(data.length);
  const parents: number[] = [0];
  const find = (label: number): number => {
    let root = label;
    while (parents[root] !== root) root = parents[root] ?? root;
    while (parents[label] !== root) [parents[label], label] = [root, parents[label] ?? root];
    return root;
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (data[at] !== 1) continue;
      const before = [x > 0 ? labels[at - 1] : 0, y > 0 ? labels[at - width] : 0, y > 0 && x > 0 ? labels[at - width - 1] : 0, y > 0 && x < width - 1 ? labels[at - width + 1] : 0];
      let label = 0;
      for (const other of before) {
        if (other === undefined || other === 0) continue;
        const root = find(other);
        if (label === 0) label = root;
        else if (root !== label) {
          parents[Math.max(root, label)] = Math.min(root, label);
          label = Math.min(root, label);
        }
      }
      if (label === 0) label = parents.push(parents.length) - 1;
      labels[at] = label;
    }
  }
  return gather(labels, width, find, parents.length);
}

function gather(labels: Int32Array, width: number, find: (label: number) => number, count: number): { readonly parts: readonly InkPart[]; readonly labels: Int32Array } {
  const numbers = new Int32Array(count);
  const parts: { left: number; top: number; right: number; bottom: number; size: number }[] = [];
  for (let at = 0; at < labels.length; at++) {
    const label = labels[at] ?? 0;
    if (label === 0) continue;
    const root = find(label);
    const [x, y] = [at % width, Math.floor(at / width)];
    let number = numbers[root] ?? 0;
    if (number === 0) {
      number = parts.push({ left: x, top: y, right: x + 1, bottom: y + 1, size: 0 });
      numbers[root] = number;
    }
    labels[at] = number;
    const part = parts[number - 1];
    if (part === undefined) continue;
    if (x < part.left) part.left = x;
    if (x >= part.right) part.right = x + 1;
    if (y >= part.bottom) part.bottom = y + 1;
    part.size++;
  }
  return { parts, labels };
}
