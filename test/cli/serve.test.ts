/** `fengong serve` as a process: its address, its log, its end. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { childrenOf } from "../batch/children.ts";
import { page, start, type Running } from "../batch/tree-of.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/fengong-serve-`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the command and waits until it says where it listens. */
async function serving(...args: readonly string[]): Promise<Running & { readonly address: string }> {
  const running = start(["serve", "--port", "0", ...args], folder, null);
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    running.child.stdout?.on("data", (bytes: Buffer) => {
      said += bytes.toString();
      const line = said.split("\n").find((one) => one.includes('"listening"'));
      if (line !== undefined && said.includes("\n")) resolve((JSON.parse(line) as { address: string }).address);
    });
    running.child.on("exit", () => reject(new Error("it ended")));
  });
  return { ...running, address };
}

const post = (address: string, task: string): Promise<Response> => fetch(`${address}/v1/notices`, { method: "POST", body: page(task) });

describe("serve", () => {
  test("stays on this machine, answers what is inside when it is told to end, and logs each request as one line of JSON", async () => {
    const { address, child, ended } = await serving("--jobs", "2", "--waiting", "8");
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const six = Array.from({ length: 6 }, (_, i) => post(address, `完成第${i}项工作。`));
    await new Promise((done) => setTimeout(done, 300));
    child.kill("SIGTERM");
    expect((await Promise.all(six)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const { code, out, err } = await ended;
    expect(code).toBe(0);
    const lines = out.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ event }) => event)).toEqual(["listening", ...six.map(() => "request"), "ended"]);
    expect(lines[1]).toMatchObject({ time: expect.stringMatching(/^\d{4}-.+Z$/u) as unknown, method: "POST", path: "/v1/notices", status: 200, outcome: "success" });
    expect(err).toContain(address);
  });

  test.runIf(process.platform === "linux")("reads again what a killed reading process had in hand", async () => {
    const { address, child, ended } = await serving("--jobs", "1", "--waiting", "100");
    const notices = Array.from({ length: 30 }, (_, i) => post(address, `完成第${i}项工作。`));
    for (let kills = 0; kills < 3; kills++) {
      await new Promise((done) => setTimeout(done, 400));
      for (const reader of childrenOf(child.pid)) process.kill(reader, "SIGKILL");
    }
    const results = await Promise.all(notices.map(async (answer) => (await (await answer).json()) as { status: string; tasks: { text: string }[] }));
    expect(results.map(({ tasks }) => tasks[0]?.text)).toEqual(notices.map((_, i) => `完成第${i}项工作。`));
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
  });

  test("says that a port is taken, in one line", async () => {
    const { address, child, ended } = await serving();
    const other = await start(["serve", "--port", new URL(address).port], folder).ended;
    expect(other.code).toBe(7);
    expect(other.err.trimEnd().split("\n")).toHaveLength(1);
    expect(other.err).toContain("machine/address");
    child.kill("SIGINT");
    expect((await ended).code).toBe(0);
  });

  test.each([["--port", "65536"], ["--port", "x"], ["--jobs", "0"], ["--receive", "0"], ["--lookups", "gone.yaml"]])("refuses %s %s", async (...args) => {
    expect((await start(["serve", ...args], folder).ended).code).toBe(2);
  });
});
