/** The doors that need no file run in a browser: bundled, nothing of Node is left in them. */
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

/** What a page has beside the language. */
const ofThePage = { TextDecoder, TextEncoder, URL, structuredClone };

async function inPage(door: string): Promise<Record<string, (...given: unknown[]) => unknown>> {
  const bundle = await rolldown({ input: fileURLToPath(new URL(`../../src/${door}.ts`, import.meta.url)), platform: "browser", onLog: (level, log) => expect.unreachable(`${level} ${log.message}`) });
  const { output } = await bundle.generate({ format: "iife", name: "door" });
  expect(output).toHaveLength(1);
  expect(output[0].imports).toEqual([]);
  const context = createContext({ ...ofThePage });
  runInContext(`${output[0].code}; globalThis.door = door;`, context);
  return (context as { door: Record<string, (...given: unknown[]) => unknown> }).door;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("fengong/deadlines reads dates, working days among them", async () => {
  const { parseDeadline } = await inPage("deadlines");
  expect(plain(parseDeadline?.("9月底前", { year: 2020 }))).toMatchObject([{ kind: "by", due: "2020-09-30" }]);
  expect(plain(parseDeadline?.("自印发之日起10个工作日内", { issued: "2021-04-28" }))).toMatchObject([{ due: "2021-05-14" }]);
});

test("fengong/units reads a list", async () => {
  const { parseAssignment } = await inPage("units");
  expect(plain(parseAssignment?.("市财政局牵头，市审计局配合", { region: "341702" }))).toMatchObject({ lead: [{ name: "池州市财政局" }], support: [{ text: "市审计局" }] });
});

test("fengong/schemas checks a result", async () => {
  const { parseResultSchema } = (await inPage("schemas")) as unknown as { parseResultSchema: { safeParse: (value: unknown) => { success: boolean } } };
  expect(parseResultSchema.safeParse({}).success).toBe(false);
});
