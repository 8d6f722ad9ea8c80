/** Small files that show what real ones do, each with the answer that was decided before the program ran: `NAME.expected.json` beside `NAME`. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseNotice, readDocument, type ParseResult } from "../../src/index.ts";
import type { NoticeDocument } from "../../src/model/document.ts";

interface ExpectedTask {
  readonly number?: string;
  readonly label?: string;
  readonly heading?: string;
  readonly text?: string;
  readonly units?: readonly string[];
  /** Printed words of the first deadline; null: there is none. */
  readonly deadline?: string | null;
  readonly due?: string | null;
}

interface Expected {
  readonly why: string;
  readonly status?: string;
  readonly kind?: string;
  readonly finding?: string | { readonly code: string; readonly page: string };
  readonly table?: readonly (readonly string[])[];
  readonly tasks?: readonly ExpectedTask[];
  readonly neverUnits?: readonly string[];
  readonly furniture?: readonly string[];
  readonly textContains?: readonly string[];
  readonly textIfRepaired?: readonly string[];
  readonly textNever?: readonly string[];
}

const folder = new URL("cases/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".expected.json")).map((name) => name.replace(/\.expected\.json$/u, ""));
const squeezed = (text: string): string => text.replace(/\s+/gu, "");

/** The cells of the first table, "" where a cell is blank; words of a merged cell stand in its first slot. */
function slotsOf({ text, blocks }: NoticeDocument): string[][] {
  const table = blocks.find((block) => block.kind === "table");
  if (table === undefined) return [];
  const slots = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ""));
  for (const { r0, c0, span } of table.cells) slots[r0]![c0] = squeezed(text.slice(span.start, span.end));
  return slots;
}

function furnitureOf({ text, blocks }: NoticeDocument): string {
  return blocks.flatMap((block) => (block.kind === "furniture" ? [text.slice(block.span.start, block.span.end)] : [])).join("\n");
}

/** The task as far as the answer speaks of it. */
function asAsked(task: ParseResult["tasks"][number] | undefined, asked: ExpectedTask): ExpectedTask | null {
  if (task === undefined) return null;
  const { lead, support, responsible, others } = task.assignment;
  const all = {
    number: task.number,
    label: task.label,
    heading: task.heading,
    text: squeezed(task.text),
    units: [...lead, ...support, ...responsible, ...others.map(({ unit }) => unit)].map(({ text }) => text),
    deadline: task.deadlines[0]?.text ?? null,
    due: task.due,
  };
  return Object.fromEntries(Object.keys(asked).map((key) => [key, all[key as keyof ExpectedTask]]));
}

describe.each(names)("%s", async (name) => {
  const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), "utf8"));
  const file = { name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) };
  const result = await parseNotice(file);
  const { document } = await readDocument(file);

  test("status and kind", () => {
    if (expected.status?.startsWith("not ") === true) expect(result.status).not.toBe(expected.status.slice("not ".length));
    else if (expected.status !== undefined) expect(result.status).toBe(expected.status);
    if (expected.kind !== undefined) expect(result.notice.kind).toBe(expected.kind);
  });

  test.runIf(expected.finding !== undefined)("finding", () => {
    const { finding } = expected;
    const said = result.diagnostics.map(({ code, severity, params }) => ({ code, severity, page: params["page"] }));
    if (typeof finding === "object") expect(said).toContainEqual(expect.objectContaining(finding));
    else expect(said).toContainEqual({ code: expect.stringMatching(/^pdf\//u), severity: expect.stringMatching(/^(?:error|warning)$/u), page: expect.any(String) });
  });

  test.runIf(expected.table !== undefined)("table", () => {
    expect(document === null ? [] : slotsOf(document)).toEqual(expected.table?.map((row) => row.map(squeezed)));
  });

  test.runIf(expected.tasks !== undefined)("tasks", () => {
    const asked = (expected.tasks ?? []).map((task) => (task.text === undefined ? task : { ...task, text: squeezed(task.text) }));
    expect(result.tasks.slice(0, Math.max(asked.length, result.tasks.length)).map((task, i) => asAsked(task, asked[i] ?? { text: "" }))).toEqual(asked);
  });

  test("words", () => {
    const text = document?.text ?? "";
    for (const words of [...(expected.textContains ?? []), ...(expected.textIfRepaired ?? [])]) expect(squeezed(text)).toContain(squeezed(words));
    for (const words of expected.textNever ?? []) expect(text).not.toContain(words);
    const units = JSON.stringify(result.tasks.map(({ assignment }) => assignment));
    for (const words of expected.neverUnits ?? []) expect(units).not.toContain(words);
    const read = document === null ? "" : furnitureOf(document);
    const claimed = result.coverage.furniture;
    if (expected.furniture !== undefined && read === "") expect(claimed).toBeGreaterThan(squeezed(expected.furniture.join("")).length - 1);
  });
});
