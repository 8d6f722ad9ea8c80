/** What the library takes: bytes in every shape that holds them, options that exist; a TypeError that names everything else. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { parseMany, parseNotice, readDocument, type NoticeFiles, type ParseOptions } from "../src/index.ts";
import { makePdf, words } from "./read/pdf/make.ts";
import { expectValid } from "./validate-output.ts";

const page = "<h1>2021年任务分工</h1><p>一、编制清单。（市财政局牵头，6月底前完成）</p>";
const bytes = new TextEncoder().encode(page);
const file = { name: "a.html", bytes };
const buffer = bytes.slice().buffer;
const shared = new SharedArrayBuffer(bytes.length);
new Uint8Array(shared).set(bytes);

function detached(): ArrayBuffer {
  const gone = bytes.slice().buffer;
  structuredClone(gone, { transfer: [gone] });
  return gone;
}

describe("bytes", () => {
  const padded = new Uint8Array([0, ...bytes, 0]);
  const shrunk = new ArrayBuffer(16, { maxByteLength: 32 });

  test.each([
    ["a Uint8Array", bytes],
    ["a part of a larger one", padded.subarray(1, -1)],
    ["a Buffer", Buffer.from(page)],
    ["an ArrayBuffer", buffer],
    ["a SharedArrayBuffer", shared],
    ["a view of one", new Uint8Array(shared)],
    ["a Blob", new Blob([bytes])],
    ["a File", new File([bytes], "other.html")],
    ["a Uint8Array of another realm", runInNewContext("Uint8Array.from(list)", { list: [...bytes] })],
  ])("%s gives the same answer", async (_, given) => {
    const result = await parseNotice({ name: "a.html", bytes: given as Uint8Array });
    expect(result).toEqual(await parseNotice(file));
    expect(result.tasks[0]?.due).toBe("2021-06-30");
    expect((await readDocument({ name: "a.html", bytes: given as Uint8Array })).document?.text).toContain("编制清单");
  });

  const lost = new Uint8Array(shrunk, 8, 8);
  shrunk.resize(4);
  test.each([
    ["what calls itself an ArrayBuffer", { [Symbol.toStringTag]: "ArrayBuffer" }, "bytes: must be a Uint8Array, ArrayBuffer, SharedArrayBuffer or Blob"],
    ["floats that call themselves a Uint8Array", Object.defineProperty(new Float64Array(2), Symbol.toStringTag, { value: "Uint8Array" }), "bytes: must be a Uint8Array, ArrayBuffer, SharedArrayBuffer or Blob"],
    ["a string", page, "bytes: must be a Uint8Array, ArrayBuffer, SharedArrayBuffer or Blob"],
    ["nothing", undefined, "(it is undefined)"],
    ["an array", [...bytes], "(it is Array)"],
    ["another view", new Uint16Array(4), "(it is Uint16Array)"],
    ["a DataView", new DataView(buffer), "(it is DataView)"],
    ["a stream", new Blob([bytes]).stream(), "(it is ReadableStream)"],
    ["a promise", Promise.resolve(bytes), "(it is Promise)"],
    ["an object that looks alike", { length: 3, 0: 1, 1: 2, 2: 3 }, "(it is Object)"],
    ["a number", 7, "(it is 7)"],
    ["a detached buffer", detached(), "bytes: the memory is gone"],
    ["a view of one", ((): Uint8Array => {
      const view = bytes.slice();
      structuredClone(view.buffer, { transfer: [view.buffer] });
      return view;
    })(), "bytes: the memory is gone"],
    ["a view out of its bounds", lost, "bytes: the memory is gone"],
  ])("%s is none", async (_, given, said) => {
    const input = { name: "a.html", bytes: given as never };
    for (const read of [() => parseNotice(input), () => parseNotice([file, input]), () => readDocument(input), () => parseMany([input]).next()]) {
      await expect(read()).rejects.toThrow(TypeError);
      await expect(read()).rejects.toThrow(said);
    }
  });

  test("a Blob that cannot be read, or is too large, is a result", async () => {
    const broken = Object.assign(new Blob([bytes]), { arrayBuffer: () => Promise.reject(new Error("gone")) });
    for (const [given, options, code] of [[broken, {}, "input/unreadable"], [new Blob([bytes]), { limits: { bytes: 10 } }, "limit/bytes"]] as const) {
      const result = await parseNotice({ name: "a.html", bytes: given }, options);
      expectValid(result);
      expect(result.diagnostics[0]?.code).toBe(code);
    }
  });

  const pdf = (): Uint8Array => makePdf(["一", "二"].map((name) => words(`第${name}页的文字。`, 60, 700)));
  const docx = (): Uint8Array => new Uint8Array(readFileSync(new URL("../corpus/seeds/files/liutiliucu-4.docx", import.meta.url)));
  test.each([
    ["PDF", pdf, (given: Uint8Array) => given.fill(0)],
    ["PDF", pdf, (given: Uint8Array) => structuredClone(given.buffer, { transfer: [given.buffer as ArrayBuffer] })],
    ["DOCX", docx, (given: Uint8Array) => given.fill(0)],
    ["HTML", () => bytes.slice(), (given: Uint8Array) => given.fill(0)],
  ])("a %s that is overwritten or taken away while it is read gives the answer of its bytes at the call", async (name, make, spoil) => {
    const given = make();
    const reading = parseNotice({ name, bytes: given });
    spoil(given);
    expect(await reading).toEqual(await parseNotice({ name, bytes: make() }));
  });
});

describe("what is no argument is a TypeError that names it", () => {
  const options: readonly (readonly [unknown, string])[] = [
    [null, "options: must be an object (it is null)"],
    ["2020", 'options: must be an object (it is "2020")'],
    [[], "options: must be an object (it is Array)"],
    [{ issued: "2020-13-99" }, 'options.issued: must be a real date, YYYY-MM-DD (it is "2020-13-99")'],
    [{ issued: "2021-02-29" }, "options.issued: must be a real date"],
    [{ issued: null }, "options.issued: must be a real date, YYYY-MM-DD (it is null)"],
    [{ year: "2020" }, 'options.year: must be a whole number of four digits (it is "2020")'],
    [{ year: 0 }, "options.year: must be a whole number of four digits (it is 0)"],
    [{ region: 341702 }, "options.region: must be six digits of GB/T 2260, or the twelve of the statistical code that begins with them (it is 341702)"],
    [{ verify: 1 }, "options.verify: must be true or false (it is 1)"],
    [{ limits: { depth: "x" } }, 'options.limits.depth: must be a whole number from 1 (it is "x")'],
    [{ limits: { depth: -1 } }, "options.limits.depth: must be a whole number from 1 (it is -1)"],
    [{ limits: { cells: Number.NaN } }, "options.limits.cells: must be a whole number from 1 (it is NaN)"],
    [{ limits: { deep: 3 } }, 'options.limits: has no "deep"; it may have bytes, depth'],
    [{ limits: 5 }, "options.limits: must be an object (it is 5)"],
    [{ yeer: 2020 }, 'options: has no "yeer"; it may have year, issued, region, verify, marks, lookups, limits'],
    [{ lookups: "none" }, "options.lookups"],
    [{ lookups: { units: [{ exact: "甲" }] } }, "options.lookups.units[0]"],
    [{ year: "\u001B[31m\u202E" }, "(it is \"\\u001b[31m\uFFFD\")"],
  ];
  test.each(options)("options %j", async (given, said) => {
    for (const read of [() => parseNotice(file, given as ParseOptions), () => readDocument(file, given as ParseOptions)]) {
      await expect(read()).rejects.toThrow(TypeError);
      await expect(read()).rejects.toThrow(said);
    }
    expect(() => parseMany([file], given as ParseOptions)).toThrow(TypeError);
  });

  const inputs: readonly (readonly [unknown, string])[] = [
    [null, "input: must be a file: an object with name and bytes (it is null)"],
    [undefined, "input: must be a file: an object with name and bytes (it is undefined)"],
    ["a.html", 'input: must be a file: an object with name and bytes (it is "a.html")'],
    [bytes, "input.name: must be a string"],
    [[], "input: must hold at least one file"],
    [[file, null], "input[1]: must be a file"],
    [{ bytes }, "input.name: must be a string (it is undefined)"],
    [{ name: undefined, bytes }, "input.name: must be a string (it is undefined)"],
    [{ ...file, role: "other" }, 'input.role: must be notice, letter or attachment (it is "other")'],
    [{ ...file, uri: 7 }, "input.uri: must be a string or null (it is 7)"],
    [{ ...file, label: {} }, "input.label: must be a string or null (it is Object)"],
    [{ name: "a", bytes: null, problem: "gone" }, "input.problem"],
  ];
  test.each(inputs)("input %j", async (given, said) => {
    await expect(parseNotice(given as NoticeFiles)).rejects.toThrow(TypeError);
    await expect(parseNotice(given as NoticeFiles)).rejects.toThrow(said);
    const many = parseMany([file, given as NoticeFiles]);
    expect((await many.next()).value).toMatchObject({ status: "success" });
    await expect(many.next()).rejects.toThrow("inputs[1]");
  });

  test.each([[null], ["a.html"], [7], [file]])("inputs %j", (given) => {
    expect(() => parseMany(given as never)).toThrow("inputs: must be an iterable of notices");
  });

  test("a signal that is none", () => {
    expect(() => parseMany([file], { signal: {} as AbortSignal })).toThrow("options.signal: must be an AbortSignal");
  });
});

test("names without a value are not given, what a caller changes later changes nothing, further fields of a file are nobody's business", async () => {
  const expected = await parseNotice(file);
  const options = { year: undefined as never, limits: { depth: undefined as never } as { depth: number } };
  const reading = parseNotice({ ...file, path: "/x" } as never, options);
  options.limits.depth = 1;
  expect(await reading).toEqual(expected);
  const deep = `${"<div>".repeat(600)}<p>x</p>`;
  expect((await parseNotice({ name: "deep.html", bytes: new TextEncoder().encode(deep) }, { limits: { depth: undefined as never } })).diagnostics.map(({ code }) => code)).toContain("limit/depth");
});
