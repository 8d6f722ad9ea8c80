/** What a reader of sheets makes of bytes, in a form that tests can compare: lines of paragraphs, cells of tables, findings. */
import { openContext, type ParseOptions } from "../../../src/model/context.ts";
import type { NoticeDocument } from "../../../src/model/document.ts";
import { read } from "../../../src/read/read.ts";

export interface SeenFile {
  readonly document: NoticeDocument | null;
  readonly codes: string[];
  /** A paragraph is a string, a table its rows; a merged cell says its span behind its words: `财政局|2x1`. */
  readonly blocks: (string | string[][])[];
}

export async function seen(bytes: Uint8Array, name = "a.xlsx", options: ParseOptions = {}): Promise<SeenFile> {
  const context = openContext(options);
  const { document } = await read({ name, bytes, uri: null, role: "notice", label: null }, 0, context);
  const codes = context.diagnostics.map(({ code, params, actual }) => [code, ...Object.values(params), ...(actual === null ? [] : [actual])].join(" "));
  return { document, codes, blocks: document === null ? [] : blocksOf(document) };
}

function blocksOf({ blocks, text }: NoticeDocument): (string | string[][])[] {
  return blocks.map((block) => {
    if (block.kind !== "table") return text.slice(block.span.start, block.span.end);
    const rows: string[][] = Array.from({ length: block.rows }, () => []);
    for (const { r0, r1, c0, c1, span } of block.cells) {
      const words = text.slice(span.start, span.end);
      rows[r0]?.push(r1 - r0 + c1 - c0 > 2 ? `${words}|${r1 - r0}x${c1 - c0}` : words);
    }
    return rows;
  });
}
