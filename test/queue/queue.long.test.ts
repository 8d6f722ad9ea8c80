/** Notices through a queue, on each store that can be had here. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftsOf } from "../../src/batch/whole.ts";
import { enqueue, reconcile, singly, work, type Done, type Item, type Placed } from "../../src/bullmq.ts";
import { dying, page, plant, poison, run, start, treeOf } from "../batch/tree-of.ts";
import { killQueue } from "../hostile/queue.ts";
import { kinds, openStore, running, type Store } from "./stores.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-queue-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function all(placed: AsyncIterable<Placed>): Promise<Placed[]> {
  const found: Placed[] = [];
  for await (const one of placed) found.push(one);
  return found;
}
const statesOf = (placed: readonly Placed[]): string[] => placed.map(({ name, state }) => `${name} ${state}`).sort();

describe.each(kinds)("on %s", (kind) => {
  let store: Store | null = null;
  let url = "";
  beforeAll(async () => {
    const here = await running(kind);
    store = here === null ? await openStore(kind) : null;
    url = here ?? store?.url ?? "";
    if (url === "") console.log(`${kind} is neither running on 127.0.0.1 nor installed: its queue was skipped`);
  });
  afterAll(async () => {
    await store?.close();
  });

  let number = 0;
  /** A folder and a queue of its own. */
  const fresh = (files: Readonly<Record<string, string>>): { out: string; items: Item[]; settings: { url: string; name: string }; done: Done[]; works: (more?: object) => Promise<void>; at: (file: string) => string } => {
    const base = join(folder, `${kind}-${number++}`);
    plant(base, files);
    const at = (file: string): string => join(base, file);
    const done: Done[] = [];
    const settings = { url, name: `test-${process.pid}-${number}` };
    const out = join(base, "out");
    const works = (more: object = {}): Promise<void> => work({ ...settings, out, untilEmpty: true, retryMilliseconds: 200, tell: (one) => done.push(one), ...more });
    return { out, items: singly(Object.keys(files).map(at), base), settings, done, works, at };
  };
  const when = (name: string, body: () => Promise<void>): void => {
    test(name, async ({ skip }) => {
      if (url === "") skip();
      await body();
    });
  };

  when("gives the bytes of batch, a failed notice too, each under its key and once", async () => {
    const files = { "a.html": page("甲"), "b.html": page("乙"), "c.html": page("丙"), "broken.pdf": "%PDF-1.4 nothing" };
    const { out, items, settings, done, works, at } = fresh(files);
    const placed = await all(enqueue(items, settings));
    expect(statesOf(placed)).toEqual(Object.keys(files).map((name) => `${name} added`).sort());
    await all(enqueue(items, settings));
    await works({ jobs: 2 });
    expect(done.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(["a.html success", "b.html success", "broken.pdf failed", "c.html success"]);
    await run(["batch", ...Object.keys(files), "--out", "batched", "--quiet"], at("."));
    const batched = treeOf(at("batched"));
    for (const { name, output } of placed) expect(readFileSync(join(out, output ?? ""), "utf8")).toBe(batched[`${name}.json`]);
    expect(statesOf(await all(reconcile(items, { ...settings, out })))).toEqual(Object.keys(files).map((name) => `${name} done`).sort());
  });

  when("puts in again what was lost, and nothing twice", async () => {
    const { out, items, settings, done, works } = fresh({ "a.html": page("甲"), "b.html": page("乙") });
    const [first] = await all(enqueue(items.slice(0, 1), settings));
    expect(statesOf(await all(reconcile(items, { ...settings, out })))).toEqual(["a.html waiting", "b.html added"]);
    await works();
    rmSync(join(out, first?.output ?? ""));
    expect(statesOf(await all(reconcile(items, { ...settings, out })))).toEqual(["a.html added", "b.html done"]);
    await works();
    expect(done.map(({ name }) => name).sort()).toEqual(["a.html", "a.html", "b.html"]);
  });

  when("writes nothing under the key of a file that changed, and takes it under its new one", async () => {
    const { out, items, settings, done, works, at } = fresh({ "a.html": page("甲") });
    const [before] = await all(enqueue(items, settings));
    writeFileSync(at("a.html"), page("乙"));
    await works();
    expect(done).toMatchObject([{ status: "changed", key: before?.key }]);
    const [after] = await all(reconcile(items, { ...settings, out }));
    expect(after?.key).not.toBe(before?.key);
    await works();
    expect(Object.keys(treeOf(out))).toEqual([after?.output]);
  });

  when("keeps results of other options apart, and leaves notices to workers of their own options", async () => {
    const { out, items, settings, done, works } = fresh({ "a.html": page("甲") });
    await all(enqueue(items, settings));
    await all(enqueue(items, { ...settings, options: { year: 1999 } }));
    const finish = new AbortController();
    const troubles: string[] = [];
    const other = works({ options: { year: 1999 }, untilEmpty: false, finish: finish.signal, warn: ({ message }: Error) => void troubles.push(message) });
    while (troubles.length === 0 || done.length === 0) await new Promise((next) => setTimeout(next, 50));
    finish.abort();
    await other;
    expect(troubles[0]).toContain("a.html: put in for another version of fengong or other options");
    await works();
    expect(Object.keys(treeOf(out))).toHaveLength(2);
  });

  when("tries again what could not be written", async () => {
    const { out, items, settings, done, works, at } = fresh({ "a.html": page("甲"), out: "a file where the folder of outputs goes" });
    await all(enqueue(items.slice(0, 1), settings));
    const troubles: string[] = [];
    const working = works({ warn: ({ message }: Error) => void troubles.push(message) });
    while (troubles.length === 0) await new Promise((next) => setTimeout(next, 50));
    rmSync(at("out"));
    await working;
    expect(troubles[0]).toContain("a.html: output/unwritable");
    expect([done.length, Object.keys(treeOf(out)).length]).toEqual([1, 1]);
  });

  for (const [who, too] of [["reader", false], ["worker", true]] as const) when(`leaves no draft of a ${who} that was killed before its output had its name`, async () => {
    const { out, items, settings, done, works, at } = fresh({ "a.html": page("甲") });
    await all(enqueue(items, settings));
    const first = await run(["queue", "work", "--queue", url, "--name", settings.name, "--out", "out", "--until-empty", "--lock", "1", "--quiet"], at("."), "", dying(at("mark"), too));
    expect([first.signal, existsSync(at("mark"))]).toEqual([too ? "SIGKILL" : null, true]);
    if (too) {
      expect(Object.keys(treeOf(out))).toEqual([expect.stringMatching(/\.draft$/u)]);
      await works({ lockMilliseconds: 1_000 });
    }
    expect(Object.keys(treeOf(out))).toEqual([expect.stringMatching(/[0-9a-f]{64}\.json$/u)]);
    expect(done.length).toBe(too ? 1 : 0);
  });

  when("sweeps away, with reconcile, a draft that nobody will take up any more", async () => {
    const { out, items, settings, works } = fresh({ "a.html": page("甲"), "b.html": page("乙") });
    const placed = await all(enqueue(items, settings));
    await works();
    const [a = "", b = ""] = placed.map(({ output }) => output ?? "");
    const draft = (name: string, who: string): string => `${name.slice(0, 3)}${draftsOf(name.slice(3))}${who}.draft`;
    const [dead, alive, strange] = [draft(a, "999999-1"), draft(b, `${process.pid}-1`), draft("00/of-others.json", "999999-1")];
    plant(out, { [dead]: "{", [alive]: "{", [strange]: "{" });
    rmSync(join(out, a));
    await all(reconcile(items, { ...settings, out }));
    expect(Object.keys(treeOf(out)).sort()).toEqual([b, alive, strange].sort());
    await works();
    expect(Object.keys(treeOf(out)).sort()).toEqual([a, b, alive, strange].sort());
  });

  when("gives a notice that kills its reader one result that says so, and the others theirs", async () => {
    const { out, items, settings, at } = fresh({ "a.html": page("甲"), "b.html": page("乙"), "poison.html": page("丙") });
    const placed = await all(enqueue(items, settings));
    const { code, out: said } = await run(["queue", "work", "--queue", url, "--name", settings.name, "--out", "out", "--until-empty", "--quiet"], at("."), "", poison);
    expect(code).toBe(0);
    expect(said.split("\n").filter((line) => line !== "").map((line) => (JSON.parse(line) as Done).name).sort()).toEqual(["a.html", "b.html", "poison.html"]);
    const resultOf = (name: string): { status: string; diagnostics: { code: string }[] } => JSON.parse(readFileSync(join(out, placed.find((one) => one.name === name)?.output ?? ""), "utf8")) as never;
    expect(["a.html", "b.html"].map((name) => resultOf(name).status)).toEqual(["success", "success"]);
    expect(resultOf("poison.html")).toMatchObject({ status: "failed", diagnostics: [{ code: "limit/killed" }] });
  });

  when("says of a file that is not there that it has no key", async () => {
    const { items, settings, at } = fresh({ "a.html": page("甲") });
    rmSync(at("a.html"));
    expect(await all(enqueue(items, settings))).toEqual([{ name: "a.html", key: null, output: null, state: "missing" }]);
  });
});

describe.each(kinds)("%s under kills", (kind) => {
  test("outputs are inputs, the bytes are those of batch, and little is read twice", async () => {
    const kills = Number(process.env["FENGONG_KILLS"] ?? 2);
    const told = await killQueue({ kind, kills });
    if (told === null) return;
    expect(told).toMatchObject({ kills: { worker: kills, reader: kills, store: kills }, missing: 0, different: 0, more: 0 });
    expect(told.executions).toBeLessThanOrEqual(told.notices + 3 * kills);
  });

  test("a store that is gone is waited for, and that is said once", async () => {
    const store = await openStore(kind);
    if (store === null) return;
    const base = join(folder, `gone-${kind}`);
    plant(base, { "a.html": page("甲"), "b.html": page("乙") });
    const items = singly(["a.html", "b.html"].map((file) => join(base, file)), base);
    const { child, ended } = start(["queue", "work", "--queue", store.url, "--out", "out"], base, null);
    const done: string[] = [];
    const complaints: string[] = [];
    child.stdout?.on("data", (bytes: Buffer) => done.push(...bytes.toString().split("\n").filter((line) => line !== "")));
    child.stderr?.on("data", (bytes: Buffer) => complaints.push(...bytes.toString().split("\n").filter((line) => line !== "")));
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await new Promise((next) => setTimeout(next, 50));
    };
    await all(enqueue(items.slice(0, 1), { url: store.url }));
    await until(() => done.length === 1);
    await store.kill();
    await until(() => complaints.length > 0);
    await new Promise((next) => setTimeout(next, 5_000));
    expect(complaints.filter((line, i) => complaints.indexOf(line) !== i)).toEqual([]);
    await store.restart();
    await all(enqueue(items.slice(1), { url: store.url }));
    await until(() => done.length === 2);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0 });
    await store.close();
  });

  test("a store that lost all it had is filled again", async () => {
    const store = await openStore(kind);
    if (store === null) return;
    const base = join(folder, `lost-${kind}`);
    plant(base, { "a.html": page("甲"), "b.html": page("乙"), "c.html": page("丙") });
    const items = singly(["a.html", "b.html", "c.html"].map((file) => join(base, file)), base);
    const settings = { url: store.url, out: join(base, "out") };
    const done: Done[] = [];
    await all(enqueue(items.slice(0, 1), settings));
    await work({ ...settings, untilEmpty: true, tell: (one) => done.push(one) });
    await all(enqueue(items, settings));
    await store.kill();
    await store.restart(true);
    expect(statesOf(await all(reconcile(items, settings)))).toEqual(["a.html done", "b.html added", "c.html added"]);
    await work({ ...settings, untilEmpty: true, tell: (one) => done.push(one) });
    expect(done.map(({ name }) => name).sort()).toEqual(["a.html", "b.html", "c.html"]);
    await store.close();
  });
});
