import { expect, test } from "vitest";
import { documentExtensions, isEntered, isLoose, kindOfName } from "../../src/batch/extensions.ts";
import { formats } from "../../src/read/formats.ts";

/** Data that lie beside documents: read when they are named, passed over in folders. */
const besideDocuments = new Set(["csv", "fengong-result"]);

test("the documents among the formats, and nothing else", () => {
  const known = formats.filter(({ id, mediaType }) => !besideDocuments.has(id) && !mediaType.startsWith("image/")).flatMap(({ extensions }) => extensions);
  expect([...documentExtensions].sort()).toEqual([...new Set(known)].sort());
});

test.each([
  ["a/通知.HTML", "document"],
  ["a/b.docx", "document"],
  ["~$b.docx", "other"],
  [".hidden.html", "other"],
  ["style.css", "other"],
  ["Thumbs.db", "other"],
  ["scan.png", "unknown"],
  ["通知.docx.1", "unknown"],
  ["README", "unknown"],
  ["2.关于印发通知", "unknown"],
  ["index.do", "unknown"],
])("the name %s says: %s", (file, kind) => {
  expect(kindOfName(file)).toBe(kind);
});

test.each([
  ["通知", true],
  ["通知.txt.1", true],
  ["通知.html.bak", true],
  ["2.关于印发通知", true],
  ["robots.cfg2", false],
  ["a.b.1", false],
])("text in %s may be a notice: %s", (file, loose) => {
  expect(isLoose(file)).toBe(loose);
});

test.each([["附件", true], ["2021.5", true], [".git", false], ["lost+found", false], ["__MACOSX", false]])("the folder %s is gone into: %s", (name, entered) => {
  expect(isEntered(name)).toBe(entered);
});
