import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Item } from "../../src/batch/item.ts";
import { asOne, byFolder, folderAsOne, singly, unread, withUnread } from "../../src/batch/items.ts";
import { pathOfBytes } from "../../src/batch/path-bytes.ts";

const folder = "/data/base";
const brief = (item: Item): string[] => item.files.map(({ name, role, label }) => [name, role, label ?? ""].join(" ").trim());
const gbk = (bytes: string): string => pathOfBytes(Buffer.from(bytes, "latin1"));

describe("several files as one notice", () => {
  test("by folder", () => {
    const items = byFolder(["a/1.html", "a/附件1.docx", "b/1.html", "b/deep/3.pdf"].map((path) => join(folder, path)), folder);
    expect(items.map(brief)).toEqual([["a/1.html letter", "a/附件1.docx attachment 附件1"], ["b/1.html notice"], ["b/deep/3.pdf notice"]]);
  });

  test("by folder, with names in GBK", () => {
    const items = byFolder(["a/\xb8\xbd\xbc\xfe1.docx", "a/\xd5\xfd\xce\xc4.docx"].map((path) => join(folder, gbk(path))), folder);
    expect(items.map(brief)).toEqual([["a/正文~gb18030.docx letter", "a/附件1~gb18030.docx attachment 附件1"]]);
  });

  test("as named", () => {
    expect(brief(asOne(["x/l.pdf", "x/附件2.docx", "x/other.docx"].map((file) => join(folder, file)) as [string], folder))).toEqual([
      "x/l.pdf letter",
      "x/附件2.docx attachment 附件2",
      "x/other.docx attachment",
    ]);
  });
});

describe("what could not be looked at", () => {
  const closed = { path: join(folder, "a/closed"), code: "input/permission", params: {} } as const;

  test("is a notice that failed, once", () => {
    const items = unread([closed, closed, { path: folder, code: "limit/entries", params: { limit: "5" } }], folder);
    expect(items.map(({ name, files: [{ problem }] }) => [name, problem?.code, problem?.params])).toEqual([
      ["a/closed", "input/permission", { name: "a/closed" }],
      ["base", "limit/entries", { name: "base", limit: "5" }],
    ]);
  });

  test("is a part of the notice whose folder it is", () => {
    const item = withUnread(folderAsOne([join(folder, "1.html")], folder), [closed], folder);
    expect(brief(item)).toEqual(["1.html letter", "a/closed attachment"]);
    expect(item.files[1]?.problem?.code).toBe("input/permission");
  });
});

test("a name that is no UTF-8 is said with its bytes", () => {
  const [one, two, other] = singly(["in/\xd6\xd0.html", "../x/\xd6\xd0.html", "plain.html"].map((path) => join(folder, gbk(path))), folder);
  expect(one?.findings?.map(({ code, params }) => [code, params])).toEqual([["input/name-bytes", { name: "in/中~gb18030.html", bytes: "in/%D6%D0.html" }]]);
  expect(two?.findings?.[0]?.params["bytes"]).toBe("%D6%D0.html");
  expect(other?.findings).toBeUndefined();
});
