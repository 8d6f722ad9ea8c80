import { describe, expect, test } from "vitest";
import { lineHeight, tensorOf } from "../../src/ocr/line-tensor.ts";

describe("a line for the recogniser", () => {
  test.each([[24, 12], [48, 30], [96, 200], [200, 1001]])("of %d × %d pixels is 48 high, three equal planes", (height, width) => {
    const { data, width: scaled } = tensorOf({ width, height, grey: new Uint8Array(width * height).fill(255) });
    expect(scaled).toBe(Math.max(16, Math.round((width * lineHeight) / height)));
    expect(data).toHaveLength(3 * lineHeight * scaled);
    expect(data.every((value) => Math.abs(value - 1) < 1e-5)).toBe(true);
  });

  test("keeps how dark a line is on the whole", () => {
    const [width, height] = [150, 75];
    const grey = Uint8Array.from({ length: width * height }, (_, i) => (i % 3 === 0 ? 0 : 255));
    const { data } = tensorOf({ width, height, grey });
    expect(data.reduce((sum, value) => sum + value, 0) / data.length).toBeCloseTo(2 * (2 / 3) - 1, 2);
  });
});
