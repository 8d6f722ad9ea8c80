/** How the tests of the binary Word reader read files, and what must hold for every file. */
import { expect } from "vitest";
import { openContext, type Context, type ParseOptions } from "../../../src/model/context.ts";
import type { NoticeDocument } from "../../../src/model/document.ts";
import { readDoc } from "../../../src/read/doc/document.ts";
import { checkBlocks } from "../grid-checks.ts";
import { doc, type Content } from "./build.ts";

interface Reading {
  readonly document: NoticeDocument;
  readonly context: Context;
  readonly codes: readonly string[];
}

/** Reads bytes; the document is null when nothing was readable. */
export async function tryBytes(bytes: Uint8Array, options: ParseOptions = {}): Promise<{ document: NoticeDocument | null; context: Context; codes: string[] }> {
  const context = openContext(options);
  const document = await readDoc({ name: "notice.doc", bytes, uri: null, role: "notice", label: null }, 0, context);
  if (document !== null) checkDocument(document);
  return { document, context, codes: context.diagnostics.map(({ code }) => code) };
}

/** Reads a file made of content. */
export async function readContent(content: Content, options?: ParseOptions): Promise<Reading> {
  const { document, context, codes } = await tryBytes(doc(content), options);
  if (document === null) throw new Error(`nothing read: ${codes.join(", ")}`);
  return { document, context, codes };
}

/** Blocks in order, cells that tile their grid, and a place for every character, as many there as here. */
export function checkDocument(document: NoticeDocument): void {
  checkBlocks(document);
  let end = 0;
  for (const { span, place } of document.fragments) {
    expect(document.text.slice(end, span.start)).toMatch(/^\n*$/u);
    end = span.end;
    if (place.kind !== "element") throw new Error("a Word document has element places");
    expect((place.end ?? 0) - (place.start ?? 0)).toBe(span.end - span.start);
    expect(place.path).toMatch(/^[^#]+#(?:\/[a-z]+:\w+(?:\[\d+\])?)+$/u);
  }
  expect(document.text.slice(end)).toMatch(/^\n*$/u);
}
