import { expect, test } from "vitest";
import { folderOf, partPath, relationshipsOf } from "../../src/read/part-path.ts";

test.each([
  ["word/", "media/image1.png", "word/media/image1.png"],
  ["word/", "../customXml/item1.xml", "customXml/item1.xml"],
  ["word/", "/word/styles.xml", "word/styles.xml"],
  ["", "./word//document.xml", "word/document.xml"],
  ["word/", "../../../etc/passwd", "etc/passwd"],
])("from %j, %j is %j", (folder, target, path) => {
  expect(partPath(folder, target)).toBe(path);
});

test("a part and the package itself have relationships", () => {
  expect([relationshipsOf("word/document.xml"), relationshipsOf("")]).toEqual(["word/_rels/document.xml.rels", "_rels/.rels"]);
  expect([folderOf("a/b/c.xml"), folderOf("c.xml")]).toEqual(["a/b/", ""]);
});
