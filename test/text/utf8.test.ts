import { expect, test } from "vitest";
import { readUtf8 } from "../../src/text/utf8.ts";

test.each<[what: string, bytes: Buffer, text: string | null, line: number | null]>([
  ["words", Buffer.from("title: 数据集\n"), "title: 数据集\n", null],
  ["none", Buffer.alloc(0), "", null],
  ["with a mark", Buffer.from("\ufeffa"), "\ufeffa", null],
  ["a written U+FFFD", Buffer.from("a\ufffd"), "a\ufffd", null],
  ["GBK on the second line", Buffer.from("name: x\ntitle: \xca\xfd\xbe\xdd\nlast", "latin1"), null, 2],
  ["UTF-16", Buffer.from("\ufeffname", "utf16le"), null, 1],
  ["cut in the middle of a character", Buffer.from("a\n数").subarray(0, 4), null, 2],
])("%s", (_, bytes, text, line) => {
  expect(readUtf8(bytes)).toEqual({ text, line });
});
