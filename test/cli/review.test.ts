/** `review` as people run it: what it says when it starts and how it ends; and `--html`, an export, which reads and writes nobody's files. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sha256 } from "../../src/text/digest.ts";

const script = fileURLToPath(new URL("../../src/cli/start.ts", import.meta.url));

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), "fengong-cli-review-")); });
afterEach(() => { rmSync(folder, { recursive: true }); });
const at = (name: string): string => join(folder, name);

const notice = `<!DOCTYPE html><meta charset="utf-8"><h1>任务分工</h1><table><tr><th>工作任务</th><th>责任单位</th></tr><tr><td>编制公开清单</td><td>市财政局</td></tr></table>`;

describe("a server", () => {
  /** Starts it, asks for its page once it said where it is, and ends it as Ctrl-C does. */
  async function reviewed(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<{ readonly address: string; readonly status: number; readonly said: string; readonly code: unknown }> {
    writeFileSync(at("n.html"), notice);
    const child = spawn(process.execPath, [script, "review", "n.html", "--lang", "zh", ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    const ended = once(child, "close");
    let said = "";
    child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
    const address = await new Promise<string>((resolve, reject) => {
      let printed = "";
      child.stdout.on("data", (bytes: Buffer) => {
        printed += bytes.toString();
        if (printed.endsWith("\n")) resolve(printed.trim());
      });
      child.once("close", () => { reject(new Error(said)); });
    });
    const { status } = await fetch(new URL("/", address));
    child.kill("SIGINT");
    const [code] = (await ended) as [unknown];
    return { address, status, said, code };
  }

  test("prints one address, also where no browser is, and ends with Ctrl-C", async () => {
    const { address, status, said, code } = await reviewed(["--port", "0"], { ...process.env, PATH: "" });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/u);
    expect([status, code]).toEqual([200, 0]);
    expect(said).toBe("在浏览器中打开下面的地址；Ctrl-C 结束。\n");
  });

  test("says which port it took where the wanted one is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const wanted = typeof address === "object" && address !== null ? address.port : 0;
    const started = await reviewed(["--no-open", "--port", String(wanted)]);
    other.close();
    const port = Number(new URL(started.address).port);
    expect(port).toBeGreaterThan(wanted);
    expect(started.said).toContain(`端口 ${wanted} 被占用，改用 ${port}。`);
  });

  test.each([
    ["a folder that is not there", () => "none/overrides.yaml", "none"],
    ["a file of corrections that is broken", () => { writeFileSync(at("broken.yaml"), "- id: a\n  field: due\n- [\n"); return "broken.yaml"; }, "broken.yaml"],
  ])("says at once that nothing can be saved: %s", async (_, overrides, named) => {
    const { said, status } = await reviewed(["--no-open", "--port", "0", "--overrides", overrides()]);
    expect(said).toMatch(new RegExp(`^只读，不能保存：.*${named}`, "u"));
    expect(status).toBe(200);
  });
});

describe("--sources", () => {
  const run = (...args: string[]): { readonly status: number | null; readonly stderr: string } => {
    writeFileSync(at("n.html"), notice);
    return spawnSync(process.execPath, [script, "review", "n.html", "--html", "out.html", "--lang", "zh", ...args], { cwd: folder, encoding: "utf8" });
  };

  test("that is no folder is refused, and nothing is written", () => {
    const { status, stderr } = run("--sources", "nonne");
    expect([status, existsSync(at("out.html"))]).toEqual([2, false]);
    expect(stderr).toContain("--sources 的文件夹打不开：nonne (不存在)\n");
  });

  test("without a dataset is said to be of no use", () => {
    const { status, stderr } = run("--sources", ".");
    expect(status).toBe(0);
    expect(stderr).toContain("--sources 只用于数据集，这里没有数据集，没有用上。\n");
  });
});

test.each([
  ["its own", "a.yaml"],
  ["another's", "b.yaml"],
])("an unfinished decision of %s files is told in one line and left as it is", (_, overrides) => {
  writeFileSync(at("n.html"), notice);
  writeFileSync(at("a.yaml"), "# mine\n");
  const intent = JSON.stringify({ "a.yaml": { before: sha256("# mine\n"), after: "# decided\n" } });
  writeFileSync(at(".fengong-review.json"), intent);
  const { status, stderr } = spawnSync(process.execPath, [script, "review", "n.html", "--html", "out.html", "--overrides", overrides, "--lang", "en"], { cwd: folder, encoding: "utf8" });
  expect([status, existsSync(at("out.html"))]).toEqual([0, true]);
  expect(stderr.split("\n").filter((line) => line.includes("a decision was not written to its end") && line.includes("a.yaml"))).toHaveLength(1);
  expect([readFileSync(at("a.yaml"), "utf8"), readFileSync(at(".fengong-review.json"), "utf8")]).toEqual(["# mine\n", intent]);
});
