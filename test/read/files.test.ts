import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { diagnose, openContext } from "../../src/model/context.ts";
import type { Block, NoticeDocument } from "../../src/model/document.ts";
import { placesOf } from "../../src/model/quote.ts";
import type { InputFile } from "../../src/model/reader.ts";
import { readFiles, type LostFile } from "../../src/read/files.ts";

const seed = (name: string, role: InputFile["role"]): InputFile => ({ name, role, label: null, uri: null, bytes: readFileSync(new URL(`../../corpus/seeds/files/${name}`, import.meta.url)) });
const text = (name: string, words: string, role: InputFile["role"]): InputFile => ({ name, role, label: null, uri: null, bytes: new TextEncoder().encode(words) });
const lost: LostFile = { name: "gone.pdf", role: "attachment", label: null, uri: null, bytes: null, problem: diagnose("input/not-found", { params: { name: "gone.pdf" } }) };

/** Every span of a document with its words, in order. */
function wordsOf(document: NoticeDocument, blocks: readonly Block[] = document.blocks): string[] {
  return blocks.flatMap((block) => {
    const own = document.text.slice(block.span.start, block.span.end);
    if (block.kind === "table") return [own, ...block.cells.flatMap((cell) => [document.text.slice(cell.span.start, cell.span.end), ...wordsOf(document, cell.blocks)])];
    return block.kind === "paragraph" ? [own, ...block.bold.map(({ start, end }) => document.text.slice(start, end))] : [own];
  });
}

describe("several files", () => {
  test("become one document in which each span has the words and the place it had alone", async () => {
    const files = [seed("wuhu-kaoping.html", "letter"), seed("guichi-2018.docx", "attachment"), seed("liutiliucu-4.html", "attachment")];
    const { document } = await readFiles(files, openContext());
    const alone = await Promise.all(files.map((file) => readFiles([{ ...file, role: "notice" }], openContext())));
    const parts = alone.map(({ document: one }) => one).filter((one) => one !== null);
    expect(parts).toHaveLength(3);
    expect(document?.text).toBe(parts.map((part) => part.text).join("\n"));
    expect(document === null ? [] : wordsOf(document)).toEqual(parts.flatMap((part) => wordsOf(part)));
    expect(document?.borders?.map(({ start }) => document.text.slice(start, start + 20))).toEqual(parts.map((part) => part.text.slice(0, 20)));
    const sources = document?.borders?.map(({ start }) => placesOf(document, [{ start, end: start + 1 }])[0]?.source);
    expect(sources).toEqual([0, 1, 2]);
    expect(document?.meta).toEqual(parts[0]?.meta);
    expect(document?.links.map(({ span }) => document.text.slice(span.start, span.end))).toEqual(parts.flatMap((part) => part.links.map(({ span }) => part.text.slice(span.start, span.end))));
  });

  test("stand letter first, and keep the number of their source", async () => {
    const { document } = await readFiles([text("a.txt", "附件的话。\n", "attachment"), text("l.txt", "正文的话。\n", "letter")], openContext());
    expect(document?.text).toBe("正文的话。\n附件的话。");
    expect(document?.borders).toEqual([
      { start: 0, role: "letter", label: null, name: "l.txt" },
      { start: 6, role: "attachment", label: null, name: "a.txt" },
    ]);
    expect(document?.source).toBe(1);
  });

  test("findings without a place stand at their file", async () => {
    const context = openContext();
    const { files, document } = await readFiles([text("l.txt", "正文的话。\n", "letter"), lost, text("x.gif", "GIF89a\u0001\u0000", "attachment")], context);
    expect(document?.text).toBe("正文的话。");
    expect(files.map(({ format }) => format?.id ?? null)).toEqual(["text", null, "gif"]);
    expect(context.diagnostics.map(({ code, place }) => [code, place[0]?.source])).toEqual([
      ["input/not-found", 1],
      ["input/unsupported-format", 2],
    ]);
  });

  test("none readable: no document", async () => {
    expect((await readFiles([lost, lost], openContext())).document).toBeNull();
  });
});

test("one file is what its reader made of it", async () => {
  const { document } = await readFiles([text("l.txt", "正文的话。\n", "notice")], openContext());
  expect(document?.borders).toBeUndefined();
});
