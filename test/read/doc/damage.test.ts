/** Damaged files: each ends in a document or in a finding, in linear time. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findings } from "../../../src/model/finding.ts";
import { compoundFileOf } from "../containers.ts";
import { cpuTime } from "../../cpu-time.ts";
import { define, doc, p, row, sprm, streamsOf, u16, u32, type Content } from "./build.ts";
import { tryBytes } from "./reading.ts";

const content: Content = {
  styles: [{ name: "正文" }, { name: "标题 1", builtIn: 1 }],
  body: [p("一、任务", ["\x02", sprm(0x0855, 1)]), ...row(define(0, [1000, 0x60], [2000]), "甲", "乙"), ...row(define(0, [1000, 0x20], [2000]), "", "丁"), p("框", ["\x08", sprm(0x0855, 1)])],
  footnotes: [[p("注")]],
  boxes: [{ shape: 5, paragraphs: [p("框内")] }],
  anchors: [{ at: 20, shape: 5 }],
  lists: [{ id: 1, levels: [{ words: "\0、", format: 37 }] }],
  overrides: [{ list: 1, levels: [{ level: 0, start: 4 }] }],
  sections: [{ end: 20 }],
  margins: [[], [], [], [], [], [], [], [p("页眉"), p()]],
};

/** Nothing is read in silence: without a document there is an error that names why. */
async function reads(bytes: Uint8Array): Promise<void> {
  const { document, context } = await tryBytes(bytes);
  if (document === null) expect(context.diagnostics.some(({ code }) => findings[code as keyof typeof findings].severity === "error")).toBe(true);
}

test("any byte of any stream may be any other", async () => {
  const streams = streamsOf(content);
  const places = Object.entries(streams).flatMap(([name, bytes]) => [...bytes].flatMap((byte, at) => (byte !== 0 || (name === "WordDocument" && at < 1000) ? [{ name, at }] : [])));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...places), fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff))), { minLength: 1, maxLength: 6 }), async (changes) => {
      const changed = Object.fromEntries(Object.entries(streams).map(([name, bytes]) => [name, Uint8Array.from(bytes)]));
      for (const [{ name, at }, value] of changes) (changed[name] as Uint8Array)[at] = value;
      await reads(compoundFileOf(changed));
    }),
    { numRuns: 600 },
  );
});

test("a file that is cut anywhere", async () => {
  const streams = streamsOf(content);
  for (const name of Object.keys(streams)) {
    const whole = streams[name] as Uint8Array;
    for (let length = 0; length < whole.length; length += 61) await reads(compoundFileOf({ ...streams, [name]: whole.slice(0, length) }));
  }
  const real = readFileSync(new URL("fixtures/notice.doc", import.meta.url));
  for (let length = 512; length < real.length; length += 1531) await reads(new Uint8Array(real.subarray(0, length)));
});

describe("what is missing is said", () => {
  test("characters behind the end of the file", async () => {
    const streams = streamsOf({ body: [p("一、任务"), p("二、要求")], pieces: [{ length: 5 }] });
    const view = new DataView((streams["1Table"] as Uint8Array).buffer);
    // The second piece stands behind the end.
    const at = [...(streams["1Table"] as Uint8Array)].findIndex((_, i, all) => i + 4 < all.length && view.getUint32(i, true) === 2048 + 10);
    view.setUint32(at, 0x00ffff00, true);
    const { document, context } = await tryBytes(compoundFileOf(streams));
    expect(document?.text).toBe(`一、任务\n${"\ufffd".repeat(5)}`);
    expect(context.diagnostics.map(({ code, params }) => [code, params])).toEqual([["doc/lost-text", { count: "5" }]]);
  });

  test("a part that is not what it says", async () => {
    const bytes = streamsOf(content);
    const head = new DataView((bytes["WordDocument"] as Uint8Array).buffer);
    head.setUint32(154 + 8 * 2, 0x7fffffff, true);
    const { document, context } = await tryBytes(compoundFileOf(bytes));
    expect(document?.text).toContain("一、任务");
    expect(context.diagnostics.map(({ code, params }) => [code, params])).toEqual([["doc/damaged-part", { part: "footnoteReferences" }]]);
  });
});

describe("takes linear time", () => {
  const shapes: [string, Content][] = [
    ["paragraphs", { body: Array.from({ length: 20_000 }, (_, i) => p(`任务${String(i)}`)) }],
    ["runs", { body: [{ words: [...Array.from({ length: 20_000 }, (_, i): [string, readonly number[]] => ["任务", sprm(0x0835, i % 2)]), "\r"] }] }],
    ["pieces", { body: [p("任".repeat(20_000))], pieces: Array.from({ length: 20_000 }, () => ({ length: 1, prm: 1 })), changeLists: [Array.from({ length: 300 }, () => sprm(0x0835, 1))] }],
    ["rows", { body: [...Array.from({ length: 2_000 }, (_, i) => row(define(i % 7, [1000 + i], [9000]), "甲", "乙")).flat(), p("完")] }],
    ["open fields", { body: Array.from({ length: 5_000 }, () => p("\x13 PAGE ")) }],
    ["tables in tables", { body: Array.from({ length: 3_000 }, (_, i) => ({ words: ["深\r"], changes: [sprm(0x2416, 1), sprm(0x6649, ...u32(i * 1000))] })) }],
  ];
  test.each(shapes)("%s", async (_, shape) => {
    const bytes = doc(shape);
    const start = cpuTime();
    await tryBytes(bytes);
    expect(cpuTime() - start).toBeLessThan(4000);
  });

  test("one text that is claimed a million times", async () => {
    const streams = streamsOf({ body: [p("任务".repeat(1000))] });
    new DataView((streams["WordDocument"] as Uint8Array).buffer).setUint32(64 + 12, 0x7fffffff, true);
    expect((await tryBytes(compoundFileOf(streams))).codes).toEqual(["doc/damaged"]);
  });

  test("changes in the stream Data that all paragraphs share", async () => {
    const changes = Array.from({ length: 15_000 }, () => sprm(0x2403, 1)).flat();
    const body = Array.from({ length: 4_000 }, () => ({ words: ["任\r"], changes: [sprm(0x6646, ...u32(0))] }));
    const start = cpuTime();
    await tryBytes(doc({ body, data: [...u16(changes.length), ...changes] }));
    expect(cpuTime() - start).toBeLessThan(4000);
  });
});
