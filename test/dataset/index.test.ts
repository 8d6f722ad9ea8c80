/** The index is neither lost, replaced nor emptied by accident, and is made again from the versions. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publish } from "../../src/dataset/publish/publish.ts";
import { publishEdition } from "../../src/dataset/publish/publish-edition.ts";
import { refuseInside, WrongPlace } from "../../src/dataset/keep/places.ts";
import { mendDataset } from "../../src/dataset/publish/recover.ts";
import { verify } from "../../src/dataset/keep/verify.ts";
import { loadVersions } from "../../src/dataset/keep/versions.ts";
import { editionOf, withWords } from "./editions.ts";
import { contents, emptyFolder, quickDisk, settingsOf } from "./folders.ts";

const now = "2026-11-26T00:00:00Z";
const settings = settingsOf("formats: [ndjson]");
let template = "";

/** D with two versions and one that failed after them; E with one; C is a copy of D. */
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), "fengong-dataset-"));
  const [d, e, c] = ["D", "E", "C"].map((name) => join(template, name)) as [string, string, string];
  await publishEdition(editionOf(), { out: d, settings, now, disk: quickDisk });
  await publishEdition(editionOf({ version: "0002-bbbbbbbb", previous: "0001-aaaaaaaa", notices: withWords("别的"), changes: [] }), { out: d, settings, now, disk: quickDisk });
  await publishEdition(editionOf({ version: "0003-cccccccc", previous: "0002-bbbbbbbb", notices: withWords("又一"), changes: [] }), { out: d, settings: settingsOf("formats: [ndjson]\ngates: { tasks: { max: 1 } }"), now, disk: quickDisk });
  await publishEdition(editionOf({ version: "0001-eeeeeeee", notices: withWords("另一数据集") }), { out: e, settings, now, disk: quickDisk });
  await publish(d, c, { disk: quickDisk });
  mkdirSync(join(e, "cache"));
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

/** D, E and C in a folder of this test. */
function three(): { readonly folder: string; readonly d: string; readonly e: string; readonly c: string } {
  const folder = emptyFolder();
  cpSync(template, folder, { recursive: true });
  return { folder, d: join(folder, "D"), e: join(folder, "E"), c: join(folder, "C") };
}

describe("publish refuses", () => {
  test.each<[what: string, why: string, from: string, to: string, prepare?: (folder: string) => void]>([
    ["a folder that is not there", "noDataset", "Dtypo", "C"],
    ["a folder that is no dataset", "noDataset", "x", "C", (folder) => mkdirSync(join(folder, "x"))],
    ["the folder of the sources", "noDataset", "x", "C", (folder) => { mkdirSync(join(folder, "x")); writeFileSync(join(folder, "x", "a.html"), "a"); }],
    ["a version instead of the dataset", "noDataset", "D/artifacts/0001-aaaaaaaa", "C"],
    ["a dataset whose index is lost", "lostIndex", "D", "C", (folder) => rmSync(join(folder, "D", "versions.json"))],
    ["the dataset itself", "itself", "D", "D"],
    ["the dataset itself, by another name", "itself", "D", "D/../D/."],
    ["the dataset itself, by a link", "itself", "D", "link", (folder) => symlinkSync(join(folder, "D"), join(folder, "link"))],
    ["a link to the dataset as source", "itself", "link", "D", (folder) => symlinkSync(join(folder, "D"), join(folder, "link"))],
    ["one of its versions", "itself", "D", "D/artifacts/0002-bbbbbbbb"],
    ["a folder in one of its versions", "itself", "D", "D/artifacts/0002-bbbbbbbb/new/inner"],
    ["a new folder inside of it", "itself", "D", "D/public"],
    ["a folder whose versions are a link to its own", "itself", "D", "x", (folder) => { mkdirSync(join(folder, "x")); symlinkSync(join(folder, "D/artifacts"), join(folder, "x/artifacts")); }],
    ["a version of another dataset", "insideVersion", "D", "E/artifacts/0001-eeeeeeee"],
    ["a folder among the versions of another dataset", "insideVersion", "D", "E/artifacts/new"],
    ["the cache of another dataset", "insideVersion", "D", "E/cache/x"],
    ["another dataset", "otherDataset", "D", "E"],
    ["another dataset whose index is lost", "otherDataset", "D", "E", (folder) => rmSync(join(folder, "E/versions.json"))],
    ["another dataset whose index is cut", "otherDataset", "D", "E", (folder) => truncateSync(join(folder, "E/versions.json"), 100)],
    ["another dataset with a version of the same name", "otherDataset", "E", "x", (folder) => makeNamesake(folder)],
    ["a folder whose versions.json is of another program", "foreignIndex", "D", "web", (folder) => { mkdirSync(join(folder, "web")); writeFileSync(join(folder, "web/versions.json"), '{"app":"mine"}'); }],
    ["a folder whose versions.json is no file", "foreignIndex", "D", "web", (folder) => mkdirSync(join(folder, "web/versions.json"), { recursive: true })],
    ["a copy that is newer", "older", "older", "C", (folder) => makeOlder(folder)],
  ])("%s", async (_, why, from, to, prepare) => {
    const { folder } = three();
    prepare?.(folder);
    const all = (): Promise<unknown> => Promise.all(["D", "E", "C", ...(to === "web" ? ["web"] : [])].map((name) => contents(join(folder, name))));
    const before = await all();
    const done = await publish(join(folder, from), `${folder}/${to}`, { disk: quickDisk });
    expect(done).toMatchObject({ copied: null, refused: { why } });
    expect(await all()).toEqual(before);
  });

  /** A dataset with a version of the same name as that of E, and other files. */
  function makeNamesake(folder: string): void {
    cpSync(join(folder, "D"), join(folder, "x"), { recursive: true });
    rmSync(join(folder, "x/versions.json"));
    for (const name of ["0002-bbbbbbbb", "0003-cccccccc"]) rmSync(join(folder, "x/artifacts", name), { recursive: true });
  }

  /** D as it was before its second version. */
  function makeOlder(folder: string): void {
    cpSync(join(folder, "D"), join(folder, "older"), { recursive: true });
    for (const name of ["0002-bbbbbbbb", "0003-cccccccc"]) rmSync(join(folder, "older/artifacts", name), { recursive: true });
    const one = JSON.parse(readFileSync(join(folder, "older/versions.json"), "utf8")) as { versions: unknown[] };
    expect(one.versions).toHaveLength(3);
    cpSync(join(folder, "one/versions.json"), join(folder, "older/versions.json"));
  }

  beforeAll(async () => {
    await publishEdition(editionOf(), { out: join(template, "one"), settings, now, disk: quickDisk });
  });
});

test("a copy goes back to an older version when people say so, and keeps the files", async () => {
  const { folder, c } = three();
  expect(await publish(join(folder, "one"), c, { disk: quickDisk, allowOlder: true })).toEqual({ copied: [], findings: [], refused: null });
  expect((await loadVersions(c)).versions?.lastSuccessful).toBe("0001-aaaaaaaa");
  expect(readdirSync(join(c, "artifacts"))).toContain("0002-bbbbbbbb");
  expect(await verify(c)).toEqual([]);
  expect(await publish(join(folder, "one"), c, { disk: quickDisk })).toEqual({ copied: [], findings: [], refused: null });
  expect(await verify(c)).toEqual([]);
});

test("what the index of the dataset has lost stays in that of the copy", async () => {
  const { d, c } = three();
  rmSync(join(d, "artifacts/0001-aaaaaaaa"), { recursive: true });
  rmSync(join(d, "versions.json"));
  await mendDataset(d);
  expect((await publish(d, c, { disk: quickDisk })).refused).toBeNull();
  expect((await loadVersions(c)).versions?.versions.map(({ version }) => version)).toEqual(["0001-aaaaaaaa", "0002-bbbbbbbb"]);
});

test("a copy whose index is lost or cut gets it again", async () => {
  for (const spoil of [(path: string) => rmSync(path), (path: string) => truncateSync(path, 99)]) {
    const { d, c } = three();
    const before = await contents(c);
    spoil(join(c, "versions.json"));
    const spoilt = existsSync(join(c, "versions.json")) ? readFileSync(join(c, "versions.json"), "latin1") : null;
    expect(await publish(d, c, { disk: quickDisk })).toMatchObject({ refused: null, ...(spoilt === null ? {} : { aside: "versions.json.damaged" }) });
    expect(await contents(c)).toEqual({ ...before, ...(spoilt === null ? {} : { "versions.json.damaged": spoilt }) });
  }
});

test("a damaged index does not take the place of one that was set aside before", async () => {
  const { d, c } = three();
  for (const name of ["versions.json", "versions.json.damaged"]) writeFileSync(join(c, name), name);
  expect(await publish(d, c, { disk: quickDisk })).toMatchObject({ aside: "versions.json.damaged-2" });
  for (const [name, words] of [["versions.json.damaged", "versions.json.damaged"], ["versions.json.damaged-2", "versions.json"]] as const) expect(readFileSync(join(c, name), "utf8")).toBe(words);
});

describe("verify of nothing is an error", () => {
  test.each<[what: string, kind: string, make: (folder: string) => void]>([
    ["no folder", "nothing", () => undefined],
    ["an empty folder", "nothing", (path) => mkdirSync(path)],
    ["any folder", "nothing", (path) => { mkdirSync(path); writeFileSync(join(path, "a.txt"), "a"); }],
    ["a file", "nothing", (path) => writeFileSync(path, "a")],
    ["an empty folder of versions", "nothing", (path) => mkdirSync(join(path, "artifacts"), { recursive: true })],
    ["versions without an index", "index", (path) => { cpSync(join(template, "D/artifacts"), join(path, "artifacts"), { recursive: true }); }],
  ])("%s", async (_, kind, make) => {
    const path = join(emptyFolder(), "x");
    make(path);
    const found = await verify(path).catch((error: unknown) => [{ kind: String(error) }]);
    expect(found.map((one) => one.kind)).toEqual([kind]);
  });
});

describe("an index is made again", () => {
  test.each<[what: string, spoil: (path: string) => void]>([
    ["removed", (path) => rmSync(path)],
    ["cut", (path) => truncateSync(path, 200)],
    ["emptied", (path) => truncateSync(path, 0)],
    ["flipped", (path) => writeFileSync(path, readFileSync(path, "utf8").replace("success", "succEss"))],
    ["of zeros", (path) => writeFileSync(path, Buffer.alloc(4096))],
    ["of somebody else's JSON", (path) => writeFileSync(path, "{}\n")],
  ])("that was %s", async (_, spoil) => {
    const { d } = three();
    const before = (await loadVersions(d)).versions;
    spoil(join(d, "versions.json"));
    const mended = await mendDataset(d);
    expect(mended?.entered).toEqual(["0001-aaaaaaaa", "0002-bbbbbbbb", "0003-cccccccc"]);
    expect(mended?.damage).toMatch(/versions\.json/u);
    const after = (await loadVersions(d)).versions;
    const timeless = (versions: typeof before): unknown => ({ ...versions, versions: versions?.versions.map((entry) => ({ ...entry, created: null })) });
    expect(timeless(after)).toEqual(timeless(before));
    expect(await verify(d)).toEqual([]);
    expect(await mendDataset(d)).toBeNull();
  });

  test("without what is not whole, which stays where it is and is named", async () => {
    const { d } = three();
    rmSync(join(d, "versions.json"));
    writeFileSync(join(d, "artifacts/0002-bbbbbbbb/notices.ndjson"), "");
    expect(await mendDataset(d)).toMatchObject({ entered: ["0001-aaaaaaaa", "0003-cccccccc"], broken: ["0002-bbbbbbbb"] });
    expect(existsSync(join(d, "artifacts/0002-bbbbbbbb/README.md"))).toBe(true);
  });

  test("an older one is completed: the versions that follow it are entered, and none is removed", async () => {
    const { folder, d } = three();
    cpSync(join(folder, "one/versions.json"), join(d, "versions.json"));
    expect(await mendDataset(d)).toEqual({ damage: null, entered: ["0002-bbbbbbbb", "0003-cccccccc"], broken: [] });
    expect(await verify(d)).toEqual([]);
  });

  test("nothing is entered that does not follow", async () => {
    const { d } = three();
    renameSync(join(d, "artifacts/0002-bbbbbbbb"), join(d, "artifacts/0009-bbbbbbbb"));
    expect(await mendDataset(d)).toBeNull();
    expect(await mendDataset(join(d, "nowhere"))).toBeNull();
    expect(existsSync(join(d, "nowhere"))).toBe(false);
  });
});

test("no build removes a version that is not entered", async () => {
  const { folder, d } = three();
  cpSync(join(folder, "one/versions.json"), join(d, "versions.json"));
  await publishEdition(editionOf({ version: "0002-ffffffff", previous: "0001-aaaaaaaa", notices: withWords("再来"), changes: [] }), { out: d, settings, now, disk: quickDisk });
  expect(readdirSync(join(d, "artifacts"))).toEqual(["0001-aaaaaaaa", "0002-bbbbbbbb", "0002-ffffffff", "0003-cccccccc"]);
});

test("a dataset is not built inside a version, among versions or in a cache", async () => {
  const { d, e } = three();
  for (const place of [join(d, "artifacts/0001-aaaaaaaa"), join(d, "artifacts/0001-aaaaaaaa/schemas/x"), join(d, "artifacts"), join(d, "artifacts/new"), join(e, "cache/parse")]) await expect(refuseInside(place), place).rejects.toThrow(WrongPlace);
  for (const place of [d, join(d, "other"), emptyFolder(), "/no/such/place"]) await expect(refuseInside(place), place).resolves.toBeUndefined();
});
