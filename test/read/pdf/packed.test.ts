/** Packed data and its checksums. */
import { deflateRawSync, deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { atOnce } from "../../../src/model/steps.ts";
import { checkPacked } from "../../../src/read/pdf/packed.ts";
import { pdfOf, stream } from "./objects.ts";

const content = Buffer.from("BT /F1 12 Tf 60 700 Td (A) Tj ET ".repeat(200));
const sound = deflateSync(content);
const raw = deflateRawSync(content);
const turned = (data: Buffer, at: number): Buffer => Buffer.from(data.map((byte, i) => (i === at ? byte ^ 1 : byte)));
const check = (data: Buffer | string, more = "/Filter /FlateDecode "): unknown => {
  const { broken, altered } = atOnce(checkPacked(pdfOf(["<< >>", stream(data, more)])));
  return [broken, altered];
};

it.each([
  ["sound data", sound, [[], []]],
  ["another checksum", turned(sound, sound.length - 1), [[], ["2"]]],
  ["no header", turned(sound, 0), [["2"], []]],
  ["half of it", sound.subarray(0, sound.length / 2), [["2"], []]],
  ["no checksum at all", Buffer.concat([Buffer.from([0x78, 0x9c]), raw]), [[], []]],
  ["more behind it", Buffer.concat([sound, Buffer.from("\r\n\0")]), [[], []]],
  ["nothing", "", [[], []]],
  ["a stored block", deflateSync(content, { level: 0 }), [[], []]],
] as const)("%s", (_name, data, expected) => {
  expect(check(data)).toEqual(expected);
});

it.each(["/Filter [/FlateDecode /ASCIIHexDecode] ", "/Filter/Fl ", "/DecodeParms << /Columns 3 >>/Filter /FlateDecode "])("is found by %s", (more) => {
  expect(check(sound.subarray(0, 20), more)).toEqual([["2"], []]);
});

it.each(["/Filter [/ASCII85Decode /FlateDecode] ", "/Filter /DCTDecode ", "/Filter /FlateDecode /Subtype /Image ", "/Type /Metadata /Filter /FlateDecode ", "", "/Filter /FlateDecode /Encrypt 9 0 R "])("says nothing of %s", (more) => {
  expect(check(sound.subarray(0, 20), more)).toEqual([[], []]);
});

it.each(["\n", "\r\n", "\r", " \r\n"])("finds where data begin behind %j", (end) => {
  const [before, behind] = Buffer.from(pdfOf(["<< >>", stream(sound, "/Filter /FlateDecode ")])).toString("latin1").split(/(?<=stream)\n(?=x)/u);
  expect(atOnce(checkPacked(Buffer.from(`${before}${end}${behind}`, "latin1")))).toEqual({ broken: [], altered: [] });
});

it("names each object once, also behind data that hold the words of the format", () => {
  const words = deflateSync(Buffer.from("5 0 obj << /Filter /FlateDecode >> stream x endstream"), { level: 0 });
  expect(atOnce(checkPacked(pdfOf(["<< >>", stream(words, "/Filter /FlateDecode "), stream(sound.subarray(0, 20), "/Filter /FlateDecode "), stream(turned(sound, sound.length - 1), "/Filter /FlateDecode ")])))).toMatchObject({ broken: ["2", "3"], altered: ["4"] });
});
