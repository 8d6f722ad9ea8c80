/** Makes poor copies of clean pages: what scanners, fax machines, telephones and bad printers do, the same each time. */

/** A page in colour, three bytes a pixel. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A kind of copy: `dpi` it is made at, and what is done to it. */
export interface Kind {
  readonly name: string;
  /** Ordinary: what offices scan. Hard: what is left of it. */
  readonly hard: boolean;
  readonly dpi: number;
  readonly worsen: (picture: Picture) => Picture;
}

const same = (picture: Picture): Picture => picture;
const chain = (...steps: readonly ((picture: Picture) => Picture)[]) => (picture: Picture): Picture => steps.reduce((made, step) => step(made), picture);

/** The kinds that are measured. */
export const kinds: readonly Kind[] = [
  { name: "clean-200", hard: false, dpi: 200, worsen: same },
  { name: "clean-300", hard: false, dpi: 300, worsen: same },
  { name: "clean-100", hard: false, dpi: 100, worsen: same },
  { name: "office", hard: false, dpi: 200, worsen: chain(turned(0.6), blurred(1), noisy(8), packed(16)) },
  { name: "coarse", hard: false, dpi: 150, worsen: chain(turned(-0.5), blurred(1), packed(20)) },
  { name: "rough", hard: true, dpi: 150, worsen: chain(turned(1.1), blurred(1), pale(0.7), noisy(16), packed(26)) },
  { name: "fax", hard: true, dpi: 200, worsen: chain(turned(0.4), noisy(30), inTwoShades(150)) },
  { name: "seal", hard: true, dpi: 200, worsen: chain(sealed(), blurred(1), packed(16)) },
  { name: "photograph", hard: true, dpi: 200, worsen: chain(inPerspective(0.012), shaded(0.35), noisy(8), packed(16)) },
  { name: "pale", hard: true, dpi: 200, worsen: chain(pale(0.35), noisy(8)) },
  { name: "clean-72", hard: true, dpi: 72, worsen: same },
];

/** Numbers from 0 to 1 that look random and are the same each time. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Takes each pixel from another place; what comes from outside is paper. */
function moved({ width, height, data }: Picture, from: (x: number, y: number) => readonly [number, number]): Picture {
  const made = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [fx, fy] = from(x, y);
      const [left, top] = [Math.floor(fx), Math.floor(fy)];
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const [across, down] = [fx - left, fy - top];
      for (let part = 0; part < 3; part++) {
        const at = (top * width + left) * 3 + part;
        const high = (data[at] ?? 0) * (1 - across) + (data[at + 3] ?? 0) * across;
        const low = (data[at + 3 * width] ?? 0) * (1 - across) + (data[at + 3 * width + 3] ?? 0) * across;
        made[(y * width + x) * 3 + part] = high * (1 - down) + low * down;
      }
    }
  }
  return { width, height, data: made };
}

function turned(degrees: number): (picture: Picture) => Picture {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return (picture) => moved(picture, (x, y) => [picture.width / 2 + (x - picture.width / 2) * cos + (y - picture.height / 2) * sin, picture.height / 2 - (x - picture.width / 2) * sin + (y - picture.height / 2) * cos]);
}

/** The far edge is shorter by this share on each side. */
function inPerspective(share: number): (picture: Picture) => Picture {
  return (picture) => moved(picture, (x, y) => {
    const narrow = 1 + 2 * share * (1 - y / picture.height);
    return [picture.width / 2 + (x - picture.width / 2) * narrow, y];
  });
}

function each(picture: Picture, value: (before: number, x: number, y: number, part: number) => number): Picture {
  const data = Uint8Array.from(picture.data, (before, i) => {
    const pixel = Math.floor(i / 3);
    return Math.max(0, Math.min(255, Math.round(value(before, pixel % picture.width, Math.floor(pixel / picture.width), i % 3))));
  });
  return { ...picture, data };
}

/** Light falls from one side. */
function shaded(share: number): (picture: Picture) => Picture {
  return (picture) => each(picture, (before, x, y) => before * (1 - share * ((0.7 * x) / picture.width + (0.3 * y) / picture.height)));
}

/** Ink takes this share of its darkness. */
function pale(share: number): (picture: Picture) => Picture {
  return (picture) => each(picture, (before) => 245 - (255 - before) * share);
}

function noisy(strength: number): (picture: Picture) => Picture {
  return (picture) => {
    const next = numbers(picture.width * 31 + strength);
    let shift = 0;
    return each(picture, (before, _x, _y, part) => {
      if (part === 0) shift = (next() + next() + next() + next() - 2) * 1.7 * strength;
      return before + shift;
    });
  };
}

function inTwoShades(threshold: number): (picture: Picture) => Picture {
  return (picture) => each(picture, (before) => (before < threshold ? 0 : 255));
}

function blurred(times: number): (picture: Picture) => Picture {
  const once = (picture: Picture): Picture => each(picture, (before, x, y, part) => {
    const at = (y * picture.width + x) * 3 + part;
    const side = (index: number): number => picture.data[index] ?? before;
    return (4 * before + side(at - 3) + side(at + 3) + side(at - 3 * picture.width) + side(at + 3 * picture.width)) / 8;
  });
  return (picture) => Array.from({ length: times }).reduce<Picture>((made) => once(made), picture);
}

/** What JPEG does: squares of eight pixels lose their fine waves; `step` grows with what is lost. */
function packed(step: number): (picture: Picture) => Picture {
  const wave = Array.from({ length: 8 }, (_, u) => Array.from({ length: 8 }, (_, x) => (u === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * u * Math.PI) / 16)));
  return ({ width, height, data }) => {
    const made = Uint8Array.from(data);
    const block = new Float64Array(64);
    const waves = new Float64Array(64);
    for (let top = 0; top + 8 <= height; top += 8) {
      for (let left = 0; left + 8 <= width; left += 8) {
        for (let part = 0; part < 3; part++) {
          for (let i = 0; i < 64; i++) block[i] = (data[((top + (i >> 3)) * width + left + (i & 7)) * 3 + part] ?? 0) - 128;
          transform(block, waves, (u, x) => wave[u]?.[x] ?? 0);
          for (let i = 0; i < 64; i++) {
            const quantum = step * (0.6 + 0.25 * ((i >> 3) + (i & 7)));
            waves[i] = Math.round((waves[i] ?? 0) / quantum) * quantum;
          }
          transform(waves, block, (x, u) => wave[u]?.[x] ?? 0);
          for (let i = 0; i < 64; i++) made[((top + (i >> 3)) * width + left + (i & 7)) * 3 + part] = Math.max(0, Math.min(255, Math.round((block[i] ?? 0) + 128)));
        }
      }
    }
    return { width, height, data: made };
  };
}

function transform(from: Float64Array, to: Float64Array, factor: (out: number, into: number) => number): void {
  const half = new Float64Array(64);
  for (let row = 0; row < 8; row++) {
    for (let out = 0; out < 8; out++) {
      let sum = 0;
      for (let into = 0; into < 8; into++) sum += factor(out, into) * (from[row * 8 + into] ?? 0);
      half[row * 8 + out] = sum;
    }
  }
  for (let column = 0; column < 8; column++) {
    for (let out = 0; out < 8; out++) {
      let sum = 0;
      for (let into = 0; into < 8; into++) sum += factor(out, into) * (half[into * 8 + column] ?? 0);
      to[out * 8 + column] = sum;
    }
  }
}

/** A round red seal with a star over the middle of the page. */
function sealed(): (picture: Picture) => Picture {
  return (picture) => {
    const radius = picture.width / 12;
    const [cx, cy] = [picture.width * 0.55, picture.height * 0.5];
    return each(picture, (before, x, y, part) => {
      const distance = Math.hypot(x - cx, y - cy) / radius;
      const angle = Math.atan2(y - cy, x - cx);
      const ring = distance > 0.93 && distance < 1;
      const star = distance < 0.32 * (1 + 0.4 * Math.cos(5 * (angle + Math.PI / 2)));
      const words = distance > 0.66 && distance < 0.84 && Math.sin(angle * 24) > -0.2;
      return ring || star || words ? Math.min(before, part === 0 ? 215 : 60) : before;
    });
  };
}
