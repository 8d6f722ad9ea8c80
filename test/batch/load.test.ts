import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { loadFile, loadStream } from "../../src/batch/load.ts";
import { diagnose } from "../../src/model/context.ts";

/** A stream that gives some bytes and then fails as the system does. */
function failing(code: string): Readable {
  return Readable.from(
    (function* () {
      yield Buffer.from("通知");
      throw Object.assign(new Error(`${code}: words of the system`), { code });
    })(),
  );
}

describe("loadStream", () => {
  test("gives the bytes of all chunks", async () => {
    expect(await loadStream("-", Readable.from([Buffer.from([1, 2]), Buffer.from([3])]), 3)).toEqual({ name: "-", bytes: Uint8Array.of(1, 2, 3), problem: null });
  });

  test("stops as soon as there is more than the limit", async () => {
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          given++;
          yield Buffer.alloc(1000);
        }
      })(),
    );
    expect((await loadStream("-", endless, 5000)).problem).toEqual(diagnose("limit/bytes", { params: { bytes: ">5000", limit: "5000" } }));
    expect(given).toBeLessThan(50);
  });

  test.each([
    ["EISDIR", diagnose("input/directory", { params: { name: "-" } })],
    ["EACCES", diagnose("input/permission", { params: { name: "-" } })],
    ["EPERM", diagnose("input/permission", { params: { name: "-" } })],
    ["ENOENT", diagnose("input/not-found", { params: { name: "-" } })],
    ["EIO", diagnose("input/unreadable", { params: { name: "-", reason: "EIO" } })],
  ])("says what stopped it: %s", async (code, problem) => {
    expect(await loadStream("-", failing(code), 5000)).toEqual({ name: "-", bytes: null, problem });
  });
});

test("a name that no file can have is a finding, not an exception", async () => {
  expect((await loadFile("a\0b", 10)).problem?.code).toBe("input/unreadable");
  expect((await loadFile("x".repeat(5000), 10)).problem?.code).toBe("input/too-deep");
});
