import { expect, test } from "vitest";
import { decoration, documentFile, gadgetFrames } from "../../src/rules/pictures.ts";

test.each([decoration, gadgetFrames])("$id knows its examples and no counter-example", ({ pattern, examples, not }) => {
  expect(examples.filter((name) => !pattern.test(name))).toEqual([]);
  expect(not.filter((name) => pattern.test(name))).toEqual([]);
});

test.each(["a.pdf", "/x/b.DOCX?v=1", "c.ofd#page=2", "d.xls&x=1"])("%s is a document file", (address) => {
  expect(documentFile.test(address)).toBe(true);
});

test.each(["a.html", "pdf", "b.pdfx", "docs/", "c.jpg"])("%s is none", (address) => {
  expect(documentFile.test(address)).toBe(false);
});
