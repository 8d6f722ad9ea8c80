import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOfPath, hasBytes, pathOfBytes, systemPath } from "../../src/batch/path-bytes.ts";
import { pathOfShown, percentName, shownName } from "../../src/batch/shown-name.ts";

const path = (bytes: string): string => pathOfBytes(Buffer.from(bytes, "latin1"));

describe("a name that is no UTF-8", () => {
  test.each([
    // GBK, as a Chinese Windows packs it.
    ["\xd6\xd0\xce\xc4.html", "中文~gb18030.html"],
    ["\xce\xc4\xd6\xd0.html", "文中~gb18030.html"],
    ["\xd6\xd0\xce\xc4", "中文~gb18030"],
    ["2021\xc4\xea\xb9\xa4\xd7\xf7\xd2\xaa\xb5\xe3\xa3\xa8\xca\xd4\xd0\xd0\xa3\xa9.docx", "2021年工作要点（试行）~gb18030.docx"],
    ["\xd6\xec\xe9F\xbb\xf9\xbd\xb2\xbb\xb0.pdf", "朱镕基讲话~gb18030.pdf"],
    ["\xb8\xbd\xbc\xfe/\xd6\xd0.pdf", "附件~gb18030/中~gb18030.pdf"],
    ["in/\xd6\xd0.tar.gz", "in/中.tar~gb18030.gz"],
    // Not provable: other code pages, cut characters, rare pairs only, a byte alone.
    ["caf\xe9.html", "caf%E9~bytes.html"],
    ["r\xe9sum\xe9s.html", "r%E9sum%E9s~bytes.html"],
    ["\xd6\xd0\xce", "%D6%D0%CE~bytes"],
    ["\xff\xfe.html", "%FF%FE~bytes.html"],
    ["100%\xe9.html", "100%25%E9~bytes.html"],
    ["\x93\xfa\x96{.html", "%93%FA%96{~bytes.html"],
    ["\xe4\xb8\xad\xe6\x96.html", "中%E6%96~bytes.html"],
    ["\xed\xa0\x80.html", "%ED%A0%80~bytes.html"],
  ])("%j is shown as %s", (bytes, shown) => {
    expect(shownName(path(bytes))).toBe(shown);
    expect(pathOfShown(shown)).toBe(path(bytes));
  });

  test.each(["中文.html", "a%20b.html", "a~b.html", "~gb.html", "x.y", ""])("%j is UTF-8 and shown as it is", (name) => {
    expect(shownName(name)).toBe(name);
    expect(pathOfShown(name)).toBe(name);
    expect(systemPath(name)).toBe(name);
  });

  test.each([
    ["中文~gb18030.html", "中文~gb18030~utf8.html"],
    ["a~bytes", "a~bytes~utf8"],
    ["a~bytes~utf8.html", "a~bytes~utf8~utf8.html"],
  ])("%s is such a name in UTF-8 and shown as %s", (name, shown) => {
    expect(shownName(name)).toBe(shown);
    expect(pathOfShown(shown)).toBe(name);
  });

  test("its bytes for machines", () => {
    expect(percentName(path("a \xd6\xd0%.html"))).toBe("a%20%D6%D0%25.html");
  });
});

test("any bytes make a path, which gives them again; no two are shown alike", () => {
  const name = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => bytes.map((byte) => (byte === 0x2f ? 0x2e : byte)));
  const near = fc.tuple(fc.constantFrom("中文", "a", "\xd6"), fc.constantFrom("~gb18030", "~bytes", "~utf8", ""), fc.constantFrom(".html", "")).map((parts) => new Uint8Array(Buffer.from(parts.join(""))));
  fc.assert(
    fc.property(fc.oneof(name, near), fc.oneof(name, near), (a, b) => {
      const [x, y] = [pathOfBytes(a), pathOfBytes(b)];
      expect(new Uint8Array(bytesOfPath(x))).toEqual(a);
      expect(hasBytes(shownName(x))).toBe(false);
      expect(pathOfShown(shownName(x))).toBe(x);
      expect(shownName(x) === shownName(y)).toBe(Buffer.compare(a, b) === 0);
    }),
    { numRuns: 2000 },
  );
});
