import fc from "fast-check";
import { expect, test } from "vitest";
import { countBefore } from "../../src/model/sorted.ts";

test("counts what filtering counts", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 }), fc.integer({ min: -1, max: 51 }), (numbers, bound) => {
      const sorted = [...numbers].sort((a, b) => a - b);
      expect(countBefore(sorted, (one) => one < bound)).toBe(sorted.filter((one) => one < bound).length);
    }),
  );
});
