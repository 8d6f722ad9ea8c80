import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test, vi } from "vitest";
import { parseNotice } from "../../../src/index.ts";
import { defaultLimits } from "../../../src/model/context.ts";
import { openWithLibrary } from "../../../src/read/package/libarchive.ts";
import { page } from "../../batch/tree-of.ts";
import { rar } from "./rar.ts";

const table = new TextEncoder().encode(page("编制公开目录"));
const files = { "附件1.html": table, "note.exe": Uint8Array.of(1) };

describe.each([
  ["7z", new Uint8Array(readFileSync(new URL("fixtures/package.7z", import.meta.url)))],
  ["rar", rar(files)],
])("%s", (format, packed) => {
  test("is read like a ZIP", async () => {
    const { status, sources, tasks, diagnostics } = await parseNotice({ name: `a.${format}`, bytes: packed });
    expect([status, sources.map(({ name }) => name), tasks.map(({ due }) => due), diagnostics.map(({ code }) => code)]).toEqual(["success", [`a.${format}/附件1.html`], ["2021-06-30"], ["package/passed-over"]]);
  });

  test("sizes are looked at before anything is unpacked", async () => {
    const members = await openWithLibrary(packed, { ...defaultLimits, bytes: 100 });
    expect(members).toMatchObject([{ bytes: null, trouble: { code: "package/large-member" } }, { trouble: null }]);
    expect(await openWithLibrary(packed, { ...defaultLimits, entries: 1 })).toMatchObject({ code: "package/too-large" });
  });

  test("a broken one is one failed notice", async () => {
    const { status, diagnostics } = await parseNotice({ name: `a.${format}`, bytes: packed.subarray(0, Math.floor(packed.length / 2)) });
    expect([status, diagnostics.every(({ code }) => /^(?:package|input)\//u.test(code))]).toEqual(["failed", true]);
  });
});

describe("an archive that sends the library round in a circle", () => {
  afterEach(() => {
    vi.doUnmock("libarchive.js/dist/libarchive-node.mjs");
  });

  test("is given up, and the thread of the library ended", async () => {
    const close = vi.fn(() => Promise.resolve());
    vi.doMock("libarchive.js/dist/libarchive-node.mjs", () => ({
      Archive: { open: () => Promise.resolve({ hasEncryptedData: () => Promise.resolve(null), getFilesArray: () => new Promise(() => undefined), close }) },
    }));
    expect(await openWithLibrary(rar(files), defaultLimits, 0.01)).toEqual({ code: "package/too-slow", params: { seconds: "0.01" } });
    expect(close).toHaveBeenCalledOnce();
  });
});
