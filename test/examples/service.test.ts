/** The service example, over a real connection. */
import { readFileSync } from "node:fs";
import { request, type Server } from "node:http";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseNotice, parserVersion } from "../../src/index.ts";
import { expectValid } from "../validate-output.ts";
import { service } from "./service.ts";

const limit = 500_000;
const bytes = new Uint8Array(readFileSync(new URL("../../corpus/seeds/files/liutiliucu-4.html", import.meta.url)));
let server: Server;
let address = "";

beforeAll(async () => {
  const { app, port } = await new Promise<{ app: Server; port: number }>((resolve) => {
    const app = serve({ fetch: service(limit).fetch, port: 0, hostname: "127.0.0.1" }, (info) => {
      resolve({ app: app as Server, port: info.port });
    });
  });
  server = app;
  address = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.close();
});

const post = (path: string, body: string | Uint8Array<ArrayBuffer> | FormData): Promise<Response> => fetch(`${address}${path}`, { method: "POST", body });

describe("the service", () => {
  test("is well", async () => {
    const response = await fetch(`${address}/health`);
    expect([response.status, await response.json()]).toEqual([200, { status: "ok", version: parserVersion }]);
  });

  test("gives what the library gives", async () => {
    const response = await post("/notices?name=4.html", bytes);
    expect(response.status).toBe(200);
    const result: unknown = await response.json();
    expectValid(result);
    expect(result).toEqual(JSON.parse(JSON.stringify(await parseNotice({ name: "4.html", bytes }))));
  });

  test("takes a letter and its attachments", async () => {
    const form = new FormData();
    form.append("attachment", new File(["<table><tr><th>工作任务</th><th>责任单位</th></tr><tr><td>完成道路改造。</td><td>市住建局</td></tr></table>"], "附件1.html"));
    form.append("letter", new File(["<h1>某市2021年工作要点分工的通知</h1><p>某政办发〔2021〕5号</p><p>各单位：</p>"], "letter.html"));
    const response = await post("/notices?region=340000", form);
    const result = (await response.json()) as { notice: { id: string; jurisdiction: { code: string } }; sources: { name: string; role: string }[]; tasks: unknown[] };
    expectValid(result);
    expect(result.sources.map(({ name, role }) => [name, role])).toEqual([["letter.html", "letter"], ["附件1.html", "attachment"]]);
    expect(result.notice).toMatchObject({ id: "某政办发-2021-5", jurisdiction: { code: "340000" } });
    expect(result.tasks).toHaveLength(1);
  });

  test.each([
    ["nothing", "/notices", "", 400, "no-file"],
    ["a wrong option", "/notices?year=20", "x", 400, "bad-options"],
    ["too much", "/notices", new Uint8Array(limit + 1), 413, "too-large"],
  ])("refuses %s", async (_, path, body, status, error) => {
    const response = await post(path, body);
    expect([response.status, await response.json()]).toMatchObject([status, { error }]);
  });

  test("refuses too much also when nobody said how much would come", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const upload = request(`${address}/notices`, { method: "POST", headers: { "transfer-encoding": "chunked" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      upload.on("error", reject);
      upload.end(Buffer.alloc(limit + 1, "a"));
    });
    expect(status).toBe(413);
  });

  test("says 422 with a result for a file that cannot be read", async () => {
    const response = await post("/notices", "GIF89a\u0001\u0000");
    expect(response.status).toBe(422);
    expectValid(await response.json());
  });
});
