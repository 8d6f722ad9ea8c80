/** Whatever is named has an answer, and nothing else is read or written: `fengong batch` and `fengong parse` as people run them. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectValid } from "../validate-output.ts";
import { page, plant, run, treeOf, type Ended } from "../batch/tree-of.ts";

let folder = "";
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "fengong-named-")));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const batch = (...args: string[]): Promise<Ended> => run(["batch", ...args, "--no-progress"], folder);
const results = (name = "out"): Record<string, string> =>
  Object.fromEntries(
    Object.entries(treeOf(join(folder, name))).map(([file, text]) => {
      const result: { status: string; diagnostics: { code: string }[] } = JSON.parse(text);
      expectValid(result);
      return [file, [result.status, result.diagnostics[0]?.code ?? ""].join(" ").trim()];
    }),
  );
const lines = (file: string): Record<string, unknown>[] =>
  readFileSync(join(folder, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const at = (bytes: string): Buffer => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes, "latin1")]);

describe.skipIf(process.platform !== "linux")("file names in GBK (F06)", () => {
  beforeEach(() => {
    mkdirSync(at("in"));
    writeFileSync(at("in/\xd6\xd0\xce\xc4.html"), page("甲"));
    writeFileSync(at("in/\xce\xc4\xd6\xd0.html"), page("乙"));
    writeFileSync(at("in/caf\xe9.html"), page("丙"));
    writeFileSync(join(folder, "in/中文.html"), page("丁"));
  });

  test("each is read, and has a result of its own, stable in a second run", async () => {
    const { code, err } = await batch("in", "-o", "out", "-v");
    expect(code).toBe(0);
    const names = Object.keys(results());
    expect(names).toContain("in/中文~gb18030.html.json");
    expect(names).toContain("in/文中~gb18030.html.json");
    expect(names).toContain("in/caf%E9~bytes.html.json");
    expect(new Set(Object.values(results()))).toEqual(new Set(["success"]));
    expect(err).toContain("in/中文~gb18030.html: 提示 input/name-bytes");
    const entry = lines("out/.fengong/journal.ndjson").find(({ input }) => input === "in/中文~gb18030.html");
    expect(entry?.["diagnostics"]).toEqual([{ code: "input/name-bytes", severity: "info", params: { name: "in/中文~gb18030.html", bytes: "in/%D6%D0%CE%C4.html" } }]);
    expect((await batch("in", "-o", "out")).err).toContain("其中 4 份沿用上次结果");
  });

  test("on the command line, in lists and by their shown names", async () => {
    writeFileSync(join(folder, "list"), Buffer.from("in/\xd6\xd0\xce\xc4.html\0in/\xce\xc4\xd6\xd0.html\0", "latin1"));
    expect((await batch("@list", "in/caf%E9~bytes.html", "-o", "out")).code).toBe(0);
    expect(Object.keys(results())).toEqual(["in/caf%E9~bytes.html.json", "in/中文~gb18030.html.json", "in/文中~gb18030.html.json"]);
    const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
    const said = await new Promise<string>((resolve) => {
      const child = spawn("sh", ["-c", `exec "${process.execPath}" "${script}" parse in/$(printf '\\326\\320\\316\\304').html in/$(printf '\\316\\304\\326\\320').html`], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
      let text = "";
      child.stdout.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      child.on("close", () => {
        resolve(text);
      });
    });
    const told = said.trimEnd().split("\n").map((line) => JSON.parse(line) as { status: string; sources: { name: string }[] });
    expect(told.map(({ status, sources }) => [status, sources[0]?.name])).toEqual([["success", "in/中文~gb18030.html"], ["success", "in/文中~gb18030.html"]]);
    const shown = await run(["parse", "in/中文~gb18030.html"], folder);
    expect([shown.code, shown.out]).toEqual([0, `${said.split("\n")[0] ?? ""}\n`]);
  });
});

describe("subfolders that cannot be looked into (F10)", () => {
  test("closed: one finding, and the rest is read", async () => {
    plant(folder, { "in/1.html": page("甲"), "in/closed/2.html": page("乙"), "in/open/3.html": page("丙") });
    chmodSync(join(folder, "in/closed"), 0);
    chmodSync(folder, 0o777);
    const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));
    const plain = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const { code, err } = await new Promise<{ code: number | null; err: string }>((resolve) => {
      const child = spawn(process.execPath, [script, "batch", "in", "-o", "out", "--lang", "zh"], { cwd: folder, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" }, ...plain });
      let text = "";
      child.stderr.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      child.on("close", (ended) => {
        resolve({ code: ended, err: text });
      });
    });
    chmodSync(join(folder, "in/closed"), 0o755);
    expect(code).toBe(4);
    expect(err).toContain("in/closed: 错误 input/permission: 没有权限读取“in/closed”。");
    expect(results()).toEqual({ "in/1.html.json": "success", "in/closed.json": "failed input/permission", "in/open/3.html.json": "success" });
  });
});

describe("lists and patterns without an end (F11)", () => {
  test("a list that names itself is refused with a sentence, and the rest is read", async () => {
    plant(folder, { "a.html": page("甲"), "loop.txt": "@loop.txt\na.html\n/**/*\n@gone.txt\n" });
    const { code, err } = await batch("@loop.txt", "-o", "out");
    expect(code).toBe(4);
    expect(err).toContain("清单“@loop.txt”指向自己（loop.txt → loop.txt）");
    expect(err).toContain("要找遍整台机器，没有做");
    expect(err).toContain("读不了清单“@gone.txt”（不存在）");
    expect(Object.values(results()).sort()).toEqual(["failed input/list-loop", "failed input/list-unreadable", "failed input/whole-machine", "success"]);
  });
});

describe("files of a folder whose names say nothing (F12)", () => {
  test("are read or passed over, and that is counted, listed and kept for machines", async () => {
    plant(folder, { "in/1.html": page("甲"), "in/通知.html.1": page("乙"), "in/通知": page("丙"), "in/style.css": "" });
    writeFileSync(join(folder, "in/scan.jpg"), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    const { code, err } = await batch("in", "-o", "out", "-v");
    expect(code).toBe(0);
    expect(Object.keys(results())).toEqual(["in/1.html.json", "in/通知.html.1.json", "in/通知.json"]);
    expect(err).toContain("in/scan.jpg: 错误 input/unsupported-format: 文件是JPEG 图片格式");
    expect(err).toContain("in/style.css: 提示 input/passed-by-name");
    expect(err).toContain("文件夹里另有 2 个文件略过（-v 列出，也记在 .fengong/passed.ndjson）。");
    expect(lines("out/.fengong/passed.ndjson")).toEqual([
      { input: "in/scan.jpg", code: "input/unsupported-format", params: { format: "JPEG 图片" } },
      { input: "in/style.css", code: "input/passed-by-name", params: {} },
    ]);
    rmSync(join(folder, "in/style.css"));
    rmSync(join(folder, "in/scan.jpg"));
    expect((await batch("in", "-o", "out")).err).not.toContain("略过");
    expect(existsSync(join(folder, "out/.fengong/passed.ndjson"))).toBe(false);
  });

  test("and where nothing is left, what was passed over is said", async () => {
    plant(folder, { "in/style.css": "" });
    const { code, err } = await batch("in", "-o", "out");
    expect(code).toBe(2);
    expect(err).toContain("没有找到文件");
    expect(err).toContain("in/style.css: 从名字看不是文档，略过。");
  });
});

describe.skipIf(process.platform === "win32")("names of 240 to 255 bytes (F18)", () => {
  test("each has a result, and the journal says which", async () => {
    const names = [235, 240, 246, 250, 251, 252, 255].map((bytes) => `${"长".repeat(Math.floor((bytes - 5) / 3))}${"x".repeat((bytes - 5) % 3)}.html`);
    plant(folder, Object.fromEntries(names.map((name) => [`in/${name}`, page("甲")])));
    expect((await batch("in", "-o", "out", "-q")).code).toBe(0);
    const journal = lines("out/.fengong/journal.ndjson");
    expect(journal.map(({ input }) => String(input).slice(3)).sort()).toEqual([...names].sort());
    for (const { output } of journal) expect(existsSync(join(folder, "out", String(output)))).toBe(true);
    expect(new Set(journal.map(({ output }) => output)).size).toBe(names.length);
  });
});

describe("nothing outside of what was named (F15)", () => {
  test("what lies outside of the base tells no path of the machine", async () => {
    plant(folder, { "private-place/in/1.html": page("甲"), "work/here.html": page("乙") });
    const { code } = await run(["batch", join(folder, "private-place/in"), "here.html", "-o", "out", "-q"], join(folder, "work"));
    expect(code).toBe(0);
    const tree = treeOf(join(folder, "work/out"));
    expect(Object.keys(tree).map((name) => name.replace(/[0-9a-f]{8}/u, "#"))).toEqual(["_outside/in-#/1.html.json", "here.html.json"]);
    for (const text of [...Object.values(tree), readFileSync(join(folder, "work/out/.fengong/journal.ndjson"), "utf8")]) expect(text).not.toMatch(/private-place|fengong-named/u);
  });

  test("a manifest that names others is answered, entry by entry", async () => {
    plant(folder, { "in/1.html": page("甲"), "secret/private.html": page("机密"), "in/m.json": JSON.stringify([{ file: "../secret/private.html" }, { file: "/etc/hostname" }, { file: "1.html" }, { file: "./1.html", year: 2020 }]) });
    const { code, err } = await batch("in", "--manifest", "in/m.json", "--base", "in", "-o", "out");
    expect(code).toBe(4);
    expect(Object.entries(results()).map(([name, what]) => [name.replace(/[0-9a-f]{8}/u, "#"), what])).toEqual([
      ["1.html.json", "success"],
      ["_outside/#/hostname.json", "failed input/outside"],
      ["_outside/#/private.html.json", "failed input/outside"],
    ]);
    expect(err).toContain("1.html: 警告 input/manifest-twice: 清单里“1.html”写了不止一次（第3, 4条）；采用第一条。");
    for (const text of Object.values(treeOf(join(folder, "out")))) expect(text).not.toMatch(/机密|\/etc\//u);
  });

  test("links that lead out of a folder are said, and followed only when that is asked for", async () => {
    plant(folder, { "in/1.html": page("甲"), "secret/private.html": page("机密") });
    symlinkSync("../secret/private.html", join(folder, "in/2.html"));
    symlinkSync("../secret", join(folder, "in/more"));
    expect((await batch("in", "-o", "out")).code).toBe(4);
    expect(results()).toEqual({ "in/1.html.json": "success", "in/2.html.json": "failed input/link-outside", "in/more.json": "failed input/link-outside" });
    expect((await batch("in", "-o", "out2", "--follow-links")).code).toBe(0);
    expect(Object.keys(results("out2"))).toEqual(["in/1.html.json", "in/2.html.json", "in/more/private.html.json"]);
  });

  test("nothing is written through a link in the output folder", async () => {
    plant(folder, { "in/1.html": page("甲"), "in/sub/2.html": page("乙"), "in/sub/deep/3.html": page("丙"), "in/same/4.html": page("丁"), "elsewhere/keep.txt": "" });
    plant(folder, { "out/in/own/x": "" });
    symlinkSync("../../elsewhere", join(folder, "out/in/sub"));
    symlinkSync("own", join(folder, "out/in/same"));
    symlinkSync("../../elsewhere/keep.txt", join(folder, "out/in/1.html.json"));
    const { code, err } = await batch("in", "-o", "out");
    expect(code).toBe(1);
    expect(err).toContain("in/sub/2.html: 错误 output/link-outside");
    expect(readdirSync(join(folder, "elsewhere"))).toEqual(["keep.txt"]);
    expect(readFileSync(join(folder, "elsewhere/keep.txt"), "utf8")).toBe("");
    expect(existsSync(join(folder, "out/in/own/4.html.json"))).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, "out/in/1.html.json"), "utf8"))).toMatchObject({ status: "success" });
  });

  test.each([[".fengong", "../elsewhere"], [".fengong/journal.ndjson", "../../elsewhere/keep.txt"]])("the journal does not go through a link either: %s", async (link, target) => {
    plant(folder, { "in/1.html": page("甲"), "elsewhere/keep.txt": "", "out/.fengong/x": "" });
    rmSync(join(folder, "out", link), { recursive: true, force: true });
    symlinkSync(target, join(folder, "out", link));
    const { code, err } = await batch("in", "-o", "out");
    expect(code).toBe(2);
    expect(err).toContain("写不了日志");
    expect(readdirSync(join(folder, "elsewhere"))).toEqual(["keep.txt"]);
    expect(readFileSync(join(folder, "elsewhere/keep.txt"), "utf8")).toBe("");
  });
});
