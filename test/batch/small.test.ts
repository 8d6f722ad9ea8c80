import { describe, expect, test } from "vitest";
import { seemSmall } from "../../src/batch/small.ts";

const file = (path: string, bytes?: Uint8Array): Parameters<typeof seemSmall>[0][number] => ({
  path, name: path, role: "notice", label: null, uri: null, ...(bytes === undefined ? {} : { bytes }),
});
const page = "<!DOCTYPE html><title>分工</title><p>一、市水利局牵头。";

describe("short notices seem", () => {
  test.each([
    ["a page", page],
    ["a page behind a mark and an empty line", `\ufeff\r\n${page}`],
    ["plain text", "关于印发重点工作分工的通知\n\t一、市水利局牵头。\r\n"],
    ["text of 64 kB", "字".repeat(21_845)],
  ])("%s", (_, content) => {
    expect(seemSmall([file("-", Buffer.from(content))])).toBe(true);
  });

  test.each(["a.html", "通知.HTM", "b.txt", "folder/c.shtml"])("%s, which is not looked at", (name) => {
    expect(seemSmall([file(name)])).toBe(true);
  });
});

describe("no short notices seem", () => {
  test.each([
    ["longer pages", page + " ".repeat(65_536)],
    ["PDF", "%PDF-1.7\n%"],
    ["packages", "PK\u0003\u0004"],
    ["XML, which can hold packages", '<?xml version="1.0"?><pkg:package/>'],
    ["RTF, which can hold pictures", "{\\rtf1 ..."],
    ["mails, which can hold anything", "MIME-Version: 1.0\n\n"],
    ["mails of a mailbox", "From a@example.com Mon\n"],
    ["text in two bytes a character", "\ufffe\u0000分"],
    ["nothing but spaces", "   \n"],
  ])("%s", (_, content) => {
    expect(seemSmall([file("-", Buffer.from(content))])).toBe(false);
  });

  test.each(["a.pdf", "b.docx", "c", "d.html.zip", "e.xlsx", "f.eml"])("%s", (name) => {
    expect(seemSmall([file("a.html"), file(name)])).toBe(false);
  });
});
