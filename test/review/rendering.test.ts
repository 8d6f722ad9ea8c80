/** What we draw of a document ourselves shows all of it: every word that was read, every cell with its spans, every number that Word counts. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import type { Block, Table } from "../../src/model/document.ts";
import { inspectNotice } from "../../src/pipeline.ts";
import { renderSource } from "../../src/review/rendering.ts";
import { seed } from "./open.ts";

const files = ["wanzheng-66", "wanzheng-66-paged", "guichi-2018", "wuhu-kaoping", "liutiliucu-4"].map((name) => seed(`${name}.docx`));
const ink = (text: string): string => text.replace(/\s/gu, "");
const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const plain = (html: string): string => html.replaceAll(/<[^>]*>/gu, "").replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? "");

const tablesIn = (blocks: readonly Block[]): Table[] => blocks.flatMap((block) => (block.kind === "table" ? [block, ...block.cells.flatMap((cell) => tablesIn(cell.blocks))] : []));
const labelsIn = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => (block.kind === "table" ? block.cells.flatMap((cell) => labelsIn(cell.blocks)) : block.kind === "furniture" || block.label === null ? [] : [block.label.text]));

describe.each(files)("%s", (path) => {
  test("all words, cells, spans and automatic numbers are there, and each word leads back to its place", async () => {
    const { document } = await inspectNotice({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) });
    const drawn = renderSource(document!, 0);
    if (drawn?.kind !== "flow") throw new Error("no flow");
    const bare = drawn.html.replaceAll(/<span class="auto">[^<]*<\/span>/gu, "");
    expect(ink(plain(bare))).toBe(ink(document!.text));
    expect([...drawn.html.matchAll(/<span class="auto">([^<]*)<\/span>/gu)].map(([, label]) => label)).toEqual(labelsIn(document!.blocks));
    const cells = tablesIn(document!.blocks).flatMap((table) => table.cells);
    expect([...drawn.html.matchAll(/<t[dh](?: class="short")? rowspan="(\d+)" colspan="(\d+)">/gu)].map(([, rows, columns]) => `${rows} ${columns}`).sort()).toEqual(cells.map(({ r0, r1, c0, c1 }) => `${r1 - r0} ${c1 - c0}`).sort());
    const held = [...drawn.html.matchAll(/<span data-p="\d+" data-at="\d+">([^<]*)<\/span>/gu)].map(([, words]) => words ?? "").join("");
    expect(ink(plain(held))).toBe(ink(document!.text));
  });
});

test("a number or a day in a narrow column is not broken over lines; a sentence is", async () => {
  const { document } = await inspectNotice({ name: "a.docx", bytes: new Uint8Array(readFileSync(seed("guichi-2018.docx"))) });
  const drawn = renderSource(document!, 0);
  if (drawn?.kind !== "flow") throw new Error("no flow");
  const cells = [...drawn.html.matchAll(/<t[dh](?<short> class="short")? rowspan[^>]*>(?<inside>.*?)<\/t[dh]>/gu)].map(({ groups }) => [groups?.["short"] !== undefined, ink(plain(groups?.["inside"] ?? ""))] as const);
  expect(cells).toContainEqual([true, "13"]);
  expect(cells).toContainEqual([true, "全年"]);
  expect(cells).toContainEqual([true, "时限"]);
  expect(cells.filter(([short, words]) => short && words.length > 4)).toEqual([]);
  expect(cells.filter(([short, words]) => !short && words.length < 4 && words !== "")).toEqual([]);
});
