/** What the benches of the PDF reader share. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { readingSettings } from "../../src/read/pdf/library.ts";

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../read/pdf/fixtures/${name}`, import.meta.url)));

/** What any reader must at least do: ask the library as it comes for the operators of each page, unpatched and with the same settings. */
export async function bareLoop(bytes: Uint8Array): Promise<void> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: new Uint8Array(bytes), ...readingSettings });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList({ annotationMode: 0 });
    page.cleanup();
  }
  await task.destroy();
}

export async function clock(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Processor time of all threads, in milliseconds: other programs on the machine stretch it less than the clock. */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
