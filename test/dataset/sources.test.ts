/** What a dataset is built from: the files of its folder, whatever they are called, and no others. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import type { Ended } from "../../src/cli/command.ts";
import { Refused } from "../../src/batch/refused.ts";
import { build } from "../../src/cli/dataset-build.ts";
import { settingsOf } from "../../src/cli/options.ts";
import { words } from "../../src/cli/words.ts";
import { page, plant } from "../batch/tree-of.ts";
import { runDataset } from "./command.ts";
import { emptyFolder } from "./folders.ts";

interface Told {
  readonly version: string;
  readonly manifest: string | null;
  readonly passedOver: number;
}

async function built(folder: string, ...more: readonly string[]): Promise<{ readonly told: Told; readonly stderr: string; readonly published: (name: string) => string; readonly items: readonly string[] }> {
  const run = await runDataset(["build", join(folder, "in"), "--out", join(folder, "out"), "--lang", "zh", ...more]);
  if (run.code !== 0) throw new Error(`${run.code ?? "?"} ${run.stderr}`);
  const told = JSON.parse(run.stdout) as Told;
  const published = (name: string): string => readFileSync(join(folder, "out/artifacts", told.version, name), "utf8");
  const lock = JSON.parse(published("run.lock.json")) as { items: { item: string }[] };
  return { told, stderr: run.stderr, published, items: lock.items.map(({ item }) => item) };
}

/** Builds in this process, as the command would. */
async function buildHere(folder: string, settings: string | null): Promise<{ readonly ended: Ended; readonly err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const around = settingsOf({ timeout: 60, stall: 15, memory: 2048, maxBytes: 1 << 20, limit: {}, verify: true, quiet: false }, { stdin, stdout, stderr, language: "zh" });
  const ended = await build({ sources: join(folder, "in"), out: join(folder, "out"), jobs: 1, settings, manifest: null, followLinks: false, lookups: null, overrides: null, allowLoss: false }, around).catch((error: unknown): Ended => {
    if (error instanceof Refused) return { wrong: error.wrong, detail: error.message };
    throw error;
  });
  return { ended, err: String(stderr.read() ?? "") };
}

/** All words of all published files and of what is kept beside them. */
function everything(folder: string): string {
  return execFileSync("sh", ["-c", "find artifacts versions.json -type f -exec cat {} + ; find artifacts cache"], { cwd: join(folder, "out"), encoding: "latin1", maxBuffer: 1e9 });
}

test.skipIf(process.platform !== "linux")("names in GBK: each is read, and called the same every time", async () => {
  const folder = emptyFolder();
  const at = (bytes: string): Buffer => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes, "latin1")]);
  mkdirSync(join(folder, "in"));
  writeFileSync(at("in/\xd6\xd0\xce\xc4.html"), page("甲"));
  writeFileSync(at("in/\xce\xc4\xd6\xd0.html"), page("乙"));
  const { items, published } = await built(folder);
  expect(items).toEqual(["中文~gb18030.html", "文中~gb18030.html"]);
  expect(published("issues.ndjson")).toContain('"bytes":"%D6%D0%CE%C4.html"');
  expect(published("issues.ndjson")).not.toContain("dataset/failed-reading");
  expect(JSON.parse((await runDataset(["build", join(folder, "in"), "--out", join(folder, "out")])).stdout)).toMatchObject({ status: "same" });
});

describe("nothing outside of the source folder (F15)", () => {
  test("a manifest in it is used, which is said, and stays in it", async () => {
    const folder = emptyFolder();
    plant(folder, {
      "in/1.html": page("甲"),
      "in/2.html": page("乙"),
      "in/style.css": "",
      "private-place/3.html": page("机密"),
      "in/manifest.json": JSON.stringify([{ file: "1.html", publisher: "市府办" }, { file: "./1.html", publisher: "别处" }, { file: "../private-place/3.html" }, { file: "../../../../../../etc/hostname" }, { file: "/etc/passwd" }, { file: "..\\private-place\\3.html" }]),
    });
    plant(folder, Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`in/ok/${i}.html`, page(`第${i}项`)])));
    symlinkSync("../private-place/3.html", join(folder, "in/4.html"));
    symlinkSync("../private-place", join(folder, "in/more"));
    const { told, stderr, items, published } = await built(folder, "-v");
    expect(told).toMatchObject({ manifest: "manifest.json", passedOver: 1 });
    expect(stderr).toContain("采用清单 manifest.json（5 份通知）。");
    expect(stderr).toContain("来源文件夹里另有 1 个文件略过：\n  style.css: 从名字看不是文档，略过。");
    expect(items.filter((item) => !item.startsWith("ok/")).map((item) => item.replace(/[0-9a-f]{8}/u, "#")).sort()).toEqual(["1.html", "2.html", "4.html", "_outside/#/3.html", "_outside/#/3.html", "_outside/#/hostname", "_outside/#/passwd", "more"]);
    expect(published("issues.ndjson")).toContain("input/manifest-twice");
    expect(published("run.lock.json")).toContain("市府办");
    for (const secret of ["机密", "private-place", folder, "etc/hostname"]) expect(everything(folder)).not.toContain(Buffer.from(secret).toString("latin1"));
  });

  test("a manifest that is a link to outside is not used", async () => {
    const folder = emptyFolder();
    plant(folder, { "in/1.html": page("甲"), "elsewhere.json": "[]" });
    symlinkSync("../elsewhere.json", join(folder, "in/manifest.json"));
    const { code, stderr } = await runDataset(["build", join(folder, "in"), "--out", join(folder, "out"), "--lang", "zh"]);
    expect(code).toBe(2);
    expect(stderr).toContain("清单文件不对：");
  });

  test.each<[what: string, settings: string | null, said: RegExp]>([
    ["lookups beside it", "lookups: ../secret/lookups.yaml\n", /对照表不能用：.*lookups\.yaml \(no file of this folder\)/u],
    ["lookups through a link", "lookups: link/lookups.yaml\n", /对照表不能用：.*no file of this folder/u],
    ["corrections by a whole path", "overrides: /etc/hostname\n", /人工更正不能用：\/etc\/hostname \(no file of this folder\)/u],
    ["pairs of ids", "rekeys: ../secret/lookups.yaml\n", /标识对照不能用：.*no file of this folder/u],
    ["checked values", "gold: ../../../../etc/passwd\n", /核对值不能用：.*no file of this folder/u],
    ["checked values of a gate", "gates: { gold: { min: 1, file: ../secret/lookups.yaml } }\n", /核对值不能用：.*no file of this folder/u],
    ["a link in its place", null, /设置不能用：.*dataset\.yaml \(no file of this folder\)/u],
  ])("settings that nobody named name nothing outside: %s", async (_, settings, said) => {
    const folder = emptyFolder();
    plant(folder, { "in/1.html": page("甲"), "secret/lookups.yaml": "units: []\n", "secret/dataset.yaml": "title: 机密\n", ...(settings === null ? {} : { "in/dataset.yaml": settings }) });
    symlinkSync("../secret", join(folder, "in/link"));
    if (settings === null) symlinkSync("../secret/dataset.yaml", join(folder, "in/dataset.yaml"));
    const { ended, err } = await buildHere(folder, null);
    expect(ended).toMatchObject({ wrong: expect.any(String) as unknown });
    expect(`${words[ended.wrong ?? "parse"].zh}${"detail" in ended ? ended.detail : ""}${err}`).toMatch(said);
    expect(existsSync(join(folder, "out/artifacts"))).toBe(false);
  });

  test("settings in GBK, and corrections in GBK, are refused with their line", async () => {
    const gbk = Buffer.from("# x\ntitle: \xca\xfd\n", "latin1");
    for (const name of ["dataset.yaml", "lookups.yaml", "overrides.yaml", "rekeys.yaml", "gold.csv"]) {
      const folder = emptyFolder();
      plant(folder, { "in/1.html": page("甲"), "in/dataset.yaml": `${name.replace(/\..*/u, "")}: ${name}\n` });
      writeFileSync(join(folder, "in", name), gbk);
      const { ended } = await buildHere(folder, null);
      expect("detail" in ended ? ended.detail : "").toMatch(new RegExp(`${name.replace(".", "\\.")}:2: not UTF-8$`, "u"));
    }
  });

  test("settings that were named count from their own place, and which were used is said", async () => {
    const folder = emptyFolder();
    plant(folder, { "in/1.html": page("甲"), "mine/set.yaml": "lookups: ../other/lookups.yaml\nformats: [ndjson]\n", "other/lookups.yaml": "units:\n  - exact: 市财政局\n    name: 某市财政局\n" });
    const { stderr, published } = await built(folder, "--settings", join(folder, "mine/set.yaml"));
    expect(stderr).toContain("采用设置 set.yaml。");
    expect(published("corrections/lookups.yaml")).toContain("某市财政局");
  });

  test("links are followed when that is asked for", async () => {
    const folder = emptyFolder();
    plant(folder, { "in/1.html": page("甲"), "shared/3.html": page("乙") });
    symlinkSync("../shared", join(folder, "in/more"));
    expect((await built(folder, "--follow-links")).items).toEqual(["1.html", "more/3.html"]);
  });
});

test("files of a folder whose names say nothing are read or passed over, and that is counted", async () => {
  const folder = emptyFolder();
  plant(folder, { "in/通知.html.1": page("甲"), "in/data.csv": "" });
  writeFileSync(join(folder, "in/scan.jpg"), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
  const { told, items, stderr } = await built(folder);
  expect(items).toEqual(["通知.html.1"]);
  expect(told).toMatchObject({ manifest: null, passedOver: 2 });
  expect(stderr).toContain("来源文件夹里另有 2 个文件略过（-v 列出）。");
});
