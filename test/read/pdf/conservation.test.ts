/** No character of a page is lost or made up: the reader's text beside two independent readings of the same page. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { unifyRadicals } from "../../../src/rules/radicals.ts";
import { library } from "../../../src/read/pdf/library.ts";
import { readFile } from "./reading.ts";

const fixtures = new URL("fixtures/", import.meta.url).pathname;
const seeds = new URL("../../../corpus/seeds/files/", import.meta.url).pathname;
const files = [fixtures, seeds].filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".pdf")).map((name) => join(folder, name)));

/** Characters that differ from `getTextContent` on purpose, by file: what was left out, and what stands for it. */
const differences: Readonly<Record<string, { readonly less: string; readonly more: string }>> = {
  // Bold type drawn twice.
  "fakebold.pdf": { less: "责任单位", more: "" },
  // Chinese bytes in a Western font.
  "mojibake.pdf": { less: "ÐòºÅ¾ßÌåÒªÇóÔðÈÎµ¥Î»", more: "序号具体要求责任单位" },
  // Invisible text below other text.
  "ocr.pdf": { less: "隐藏文字", more: "" },
};

/** Files whose characters nobody can know; they give no text. */
const unreadable = new Set(["identity.pdf", "type3.pdf"]);

/** Every character but blanks, sorted; radicals and ligatures as the characters they stand for. */
const bag = (text: string): string[] => [...unifyRadicals(text).normalize("NFC").replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize("NFKC"))].filter((character) => !/[\s\u200b-\u200f\ufeff]/u.test(character)).sort();

function without(from: readonly string[], what: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const character of what) counts.set(character, (counts.get(character) ?? 0) + 1);
  return from.filter((character) => {
    const left = counts.get(character) ?? 0;
    if (left > 0) counts.set(character, left - 1);
    return left === 0;
  }).join("");
}

async function pagesOf(path: string): Promise<string[]> {
  const { document } = await readFile(new Uint8Array(readFileSync(path)));
  const pages = Array.from({ length: document?.pages ?? 0 }, () => "");
  for (const { span, place } of document?.fragments ?? []) if (place.kind === "page") pages[place.page - 1] = (pages[place.page - 1] ?? "") + (document?.text.slice(span.start, span.end) ?? "");
  return pages;
}

async function pagesOfLibrary(path: string): Promise<string[]> {
  await library();
  const folder = new URL("../../../node_modules/pdfjs-dist/", import.meta.url).pathname;
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), cMapUrl: `${folder}cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}standard_fonts/`, useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  await task.destroy();
  return pages;
}

describe("the characters of each page are those of getTextContent", () => {
  test.each(files.filter((path) => !unreadable.has(basename(path))))("%s", async (path) => {
    const [ours, theirs] = [await pagesOf(path), await pagesOfLibrary(path)];
    const { less, more } = differences[basename(path)] ?? { less: "", more: "" };
    for (const [i, page] of theirs.entries()) {
      const [mine, other] = [bag(ours[i] ?? ""), bag(page)];
      expect({ page: i + 1, less: without(other, mine), more: without(mine, other) }).toEqual({ page: i + 1, less: bag(less).join(""), more: bag(more).join("") });
    }
  });
});

function hasPoppler(): boolean {
  try {
    // Without its character maps (the package poppler-data) it reads no Chinese of fonts that are not embedded.
    const words = execFileSync("pdftotext", ["-enc", "UTF-8", fileURLToPath(new URL("fixtures/ucs2h.pdf", import.meta.url)), "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    if (!/\p{Script=Han}/u.test(words)) return false;
    return true;
  } catch {
    return false;
  }
}

/** Where poppler itself reads otherwise than a person sees. */
const popplerDiffers = new Set(["fakebold.pdf", "mojibake.pdf", "ocr.pdf", "identity.pdf", "type3.pdf", "radical.pdf", "scan-blank.pdf", "dash.pdf"]);

describe.skipIf(!hasPoppler())("and those of pdftotext", () => {
  test.each(files.filter((path) => !popplerDiffers.has(basename(path))))("%s", async (path) => {
    const ours = (await pagesOf(path)).join("");
    const theirs = execFileSync("pdftotext", ["-enc", "UTF-8", path, "-"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1e8 });
    const [mine, other] = [bag(ours), bag(theirs.replaceAll("\f", ""))];
    expect({ less: without(other, mine), more: without(mine, other) }).toEqual({ less: "", more: "" });
  });
});

test.skipIf(hasPoppler())("pdftotext, or its character maps, are not installed: only getTextContent was compared", () => undefined);
