/** What comes through our port is what comes through the library's own, message by message and page by page. */
import { readdirSync, readFileSync } from "node:fs";
import type * as Pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { library, readingSettings, type LibraryDocument } from "../../../src/read/pdf/library.ts";
import { Port } from "../../../src/read/pdf/port.ts";

const fixtures = new URL("fixtures/", import.meta.url);
const seeds = new URL("../../../corpus/seeds/files/", import.meta.url);
const files = [new URL("wanzheng-66-chromium.pdf", seeds), ...readdirSync(fixtures).filter((name) => name.endsWith(".pdf")).map((name) => new URL(name, fixtures))];

async function drawn(open: (bytes: Uint8Array) => { promise: Promise<unknown>; destroy(): Promise<void> }, bytes: Uint8Array): Promise<unknown> {
  const task = open(bytes);
  try {
    const document = (await task.promise) as LibraryDocument;
    const pages: unknown[] = [];
    for (let number = 1; number <= Math.min(document.numPages, 12); number++) {
      const page = await document.getPage(number);
      const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0, mostOperators: Infinity });
      pages.push({ fnArray: [...fnArray], argsArray: structuredClone(argsArray.map(unnumbered)), tags: await page.getStructTree() });
    }
    return { pages, metadata: JSON.stringify(await document.getMetadata()) };
  } catch (error) {
    return (error as Error).name;
  } finally {
    await task.destroy();
  }
}

/** Names of fonts and images hold the number of the document in its process. */
function unnumbered(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/_d\d+_/u, "_d_");
  return Array.isArray(value) ? value.map(unnumbered) : value;
}

describe("the same operators, tags and errors as through the library's own channel", async () => {
  const pdf = await library();
  // @ts-expect-error -- written by the build, without types.
  const { getDocument, GlobalWorkerOptions } = (await import("../../../src/read/pdf/pdfjs/pdf.mjs")) as Pick<typeof Pdfjs, "getDocument" | "GlobalWorkerOptions">;
  GlobalWorkerOptions.workerSrc = new URL("../../../src/read/pdf/pdfjs/pdf.worker.mjs", import.meta.url).href;
  it.each(files.map((url) => [url.pathname.split("/").at(-1) ?? "", url] as const))("%s", async (_name, url) => {
    const bytes = new Uint8Array(readFileSync(url));
    const own = await drawn((data) => getDocument({ data: new Uint8Array(data), ...readingSettings }), bytes);
    expect(await drawn(pdf.open, bytes)).toEqual(own);
  });
});

/** A turn of the loop. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a port", () => {
  it("lets others have the thread before it delivers", async () => {
    const port = new Port();
    const order: string[] = [];
    port.addEventListener("message", () => order.push("message"));
    setImmediate(() => order.push("other"));
    port.postMessage({});
    await Promise.resolve();
    expect(order).toEqual([]);
    await turn();
    expect(order).toEqual(["other", "message"]);
  });

  it("hands over lists that their sender empties at once", async () => {
    const port = new Port();
    const got: unknown[] = [];
    port.addEventListener("message", ({ data }) => got.push(data));
    const list = [1, 2];
    port.postMessage({ chunk: { list } });
    list.length = 0;
    await turn();
    expect(got).toEqual([{ chunk: { list: [1, 2] } }]);
  });

  it("hands over a font once", async () => {
    const port = new Port();
    const got: unknown[] = [];
    port.addEventListener("message", ({ data }) => got.push(data));
    for (const id of ["f1", "f1", "f2"]) port.postMessage({ action: "commonobj", data: [id, "Font", {}] });
    port.postMessage({ action: "obj", data: ["f1"] });
    port.postMessage({ action: "obj", data: ["f1"] });
    await turn();
    expect(got).toHaveLength(4);
  });

  it("reaches the others when one listener throws", async () => {
    const port = new Port();
    const got: unknown[] = [];
    port.addEventListener("message", () => {
      throw new Error("told twice");
    });
    port.addEventListener("message", ({ data }) => got.push(data));
    port.postMessage({});
    await turn();
    expect(got).toEqual([{}]);
  });

  it("is silent for a listener that left or was called off", async () => {
    const port = new Port();
    const stop = new AbortController();
    const got: string[] = [];
    const first = (): void => void got.push("first");
    port.addEventListener("message", first);
    port.addEventListener("message", () => got.push("second"), { signal: stop.signal });
    port.removeEventListener("message", first);
    stop.abort();
    port.postMessage({});
    await turn();
    expect(got).toEqual([]);
  });
});
