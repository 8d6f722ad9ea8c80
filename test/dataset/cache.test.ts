import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cacheFolder, openCache } from "../../src/dataset/keep/cache.ts";
import { sha256 } from "../../src/text/digest.ts";

let out = "";
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "fengong-cache-"));
});
afterAll(() => rm(out, { recursive: true, force: true }));

const [one, other] = [sha256("one"), sha256("other")];
const entry = (key: string): string => join(out, cacheFolder, "parse", key.slice(0, 2), `${key}.json`);

test("an entry that was changed, or stands under another key, is none", async () => {
  const cache = openCache(out);
  await cache.keep(one, '{"status":"ok"}');
  expect(await cache.result(one)).toEqual({ status: "ok" });
  await cache.keep(other, '{"status":"ok"}');
  await writeFile(entry(other), await readFile(entry(one)));
  expect(await cache.result(other)).toBeNull();
  await writeFile(entry(one), (await readFile(entry(one), "utf8")).replace("ok", "no"));
  expect(await cache.result(one)).toBeNull();
});

test("bytes that are not those of their name are none, and what is not used is forgotten", async () => {
  const cache = openCache(out);
  const bytes = new TextEncoder().encode("bytes");
  await cache.keepBytes(sha256(bytes), bytes);
  await cache.keepBytes(one, bytes);
  expect(await cache.bytes(sha256(bytes))).toEqual(bytes);
  expect(await cache.bytes(one)).toBeNull();
  await cache.prune(new Set(), new Set([one]));
  expect(await cache.bytes(sha256(bytes))).toBeNull();
  expect(await readdir(join(out, cacheFolder, "bytes", one.slice(0, 2)))).toContain(one);
});
