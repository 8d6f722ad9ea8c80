/** Who may ask what: the attacks of other pages, other programs and other notices. */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { request as plainRequest } from "node:http";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Desk } from "../../src/review/desk.ts";
import { openPass } from "../../src/review/pass.ts";
import { routesOf } from "../../src/review/routes.ts";
import { openServer, type ReviewServer } from "../../src/review/server.ts";
import { openShelf } from "../../src/review/shelf.ts";
import { stateOf } from "../../src/review/state.ts";
import { noticeOf, resultOf } from "../build-notice.ts";
import { makePdf } from "../read/pdf/make.ts";
import { openReview, seed, removeReviews } from "./open.ts";

afterAll(removeReviews);

const token = "secret";
const review = openReview([seed("liutiliucu-4.html"), ["broken.pdf", "%PDF-1.7 nothing"], seed("guichi-2018.docx"), ["broken.docx", "PK nothing"]]);
const app = routesOf({ ...review, token, exchange: () => null, port: () => 7788 });
const own = { host: "127.0.0.1:7788" };
const allowed = { ...own, authorization: `Bearer ${token}` };

async function ask(path: string, init: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {}): Promise<Response> {
  return app.request(`http://127.0.0.1:7788${path}`, { method: "GET", headers: own, ...init });
}

describe("an address", () => {
  test.each([
    ["the page", "/", own, 200],
    ["its style", "/assets/style.css", own, 200],
    ["its module", "/assets/client/main.js", own, 200],
    ["pdf.js", "/assets/pdfjs/pdf.mjs", own, 200],
    ["the frame of the second view", "/preview", own, 200],
    ["the frame of the second view for another port", "/preview", { ...own, "sec-fetch-site": "same-site" }, 403],
    ["notices with the token", "/api/notices", allowed, 200],
    ["a notice", "/api/notices/0", allowed, 200],
    ["notices without a token", "/api/notices", own, 401],
    ["notices with a wrong token", "/api/notices", { ...own, authorization: "Bearer secreT" }, 401],
    ["another host, as after DNS rebinding", "/", { host: "evil.test:7788" }, 421],
    ["another host with the token", "/api/notices", { ...allowed, host: "evil.test" }, 421],
    ["another origin with the token", "/api/notices", { ...allowed, origin: "http://evil.test" }, 403],
    ["another port of this machine", "/api/notices", { ...allowed, origin: "http://127.0.0.1:9" }, 403],
    ["a request that the browser calls same-site", "/", { ...own, "sec-fetch-site": "same-site" }, 403],
    ["a request that the browser calls cross-site", "/api/notices", { ...allowed, "sec-fetch-site": "cross-site" }, 403],
    ["a file outside", "/assets/..%2f..%2fpackage.json", own, 404],
    ["a module that is none", "/assets/client/..%2f..%2fstore.js", own, 404],
    ["a frame that nobody asked for", "/frames/00000000000000000000000000000000", own, 404],
    ["a notice that is none", "/api/notices/9", allowed, 404],
    ["a source that is none", "/api/source/0/9", allowed, 404],
  ])("%s", async (_, path, headers, status) => {
    expect((await ask(path, { headers })).status).toBe(status);
  });

  test("carries a content policy and nothing to keep", async () => {
    const { headers } = await ask("/");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("the second view of a DOCX", () => {
  test("has a page without origin, whose scripts are named by what they say", async () => {
    const answer = await ask("/preview");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^sandbox allow-scripts; default-src 'none'; script-src (?:'sha256-[\w+/]+=*' ?)+;/u);
    expect(policy).not.toMatch(/allow-same-origin|unsafe-eval|connect-src|https?:/u);
    const scripts = [...(await answer.text()).matchAll(/<script[^>]*>([^]*?)<\/script>/gu)].map(([, script]) => `'sha256-${createHash("sha256").update(script ?? "").digest("base64")}'`);
    expect(scripts).toHaveLength(3);
    for (const hash of scripts) expect(policy).toContain(hash);
  });

  test("is offered of a DOCX that was opened, and has its bytes for who has the token", async () => {
    const views = await Promise.all([0, 1, 2, 3].map(async (n) => ((await (await ask(`/api/notices/${String(n)}`, { headers: allowed })).json()) as { sources: { preview: boolean }[] }).sources.map(({ preview }) => preview)));
    expect(views).toEqual([[false], [false], [true], [false]]);
    const answer = await ask("/api/source/2/0?file", { headers: allowed });
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(seed("guichi-2018.docx")))).toBe(true);
    expect((await ask("/api/source/2/0?file")).status).toBe(401);
    expect((await ask("/api/source/0/0?file", { headers: allowed })).headers.get("content-type")).toContain("json");
  });
});

test.each([
  ["liutiliucu-4.html", "", "其他"],
  ["guichi-2018.docx", "?file", "其他"],
  ["wanzheng-66.pdf", "", "其他"],
  ["guichi-2018.docx", "?file", null],
])("%s that has other bytes since, or is gone, is shown as it was read", async (name, query, after) => {
  const opened = openReview([seed(name)]);
  const other = routesOf({ ...opened, token, exchange: () => null, port: () => 7788 });
  const at = async (part: string): Promise<Response> => other.request(`http://127.0.0.1:7788/api/${part}`, { headers: allowed });
  await at("notices/0");
  expect((await at(`source/0/0${query}`)).status).toBe(200);
  if (after === null) rmSync(join(opened.folder, name));
  else writeFileSync(join(opened.folder, name), after);
  expect((await at(`source/0/0${query}`)).status).toBe(410);
  expect(((await (await at("source/0/0?drawn")).json()) as { rendering: unknown }).rendering).not.toBeNull();
});

test("the name of a file turns no words round", async () => {
  const opened = openReview([["\u202elmth.gpj.html", "<p>一</p>"]]);
  const other = routesOf({ ...opened, token, exchange: () => null, port: () => 7788 });
  for (const part of ["notices", "notices/0"]) expect(await (await other.request(`http://127.0.0.1:7788/api/${part}`, { headers: allowed })).text()).not.toContain("\u202e");
});

describe("a write", () => {
  const write = (body: string, headers: Record<string, string> = {}): Promise<Response> => ask("/api/corrections", { method: "POST", headers: { ...allowed, "content-type": "application/json", ...headers }, body });

  test.each([
    ["a form", "{}", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["a form as text", "{}", { "content-type": "text/plain" }, 415],
    ["too much", JSON.stringify({ reason: "字".repeat(60_000) }), {}, 413],
    ["no JSON", "{", {}, 422],
    ["no correction", "{}", {}, 422],
    ["an empty reason", JSON.stringify({ n: 0, revision: "", person: "张三", id: "a/1", field: "due", shown: null, value: null, reason: " " }), {}, 422],
    ["without the token", "{}", { authorization: "" }, 401],
  ])("%s", async (_, body, headers, status) => {
    expect((await write(body, headers)).status).toBe(status);
  });

  test("of which two pages know an older file: the second gets the present one, and nothing is lost", async () => {
    const { revision } = (await (await ask("/api/notices/0", { headers: allowed })).json()) as { revision: string };
    const [task] = (await review.shelf.notice(0))!.result.tasks;
    const body = (value: string): string => JSON.stringify({ n: 0, revision, id: task!.id, field: "number", shown: task!.number, value, reason: "看了原文", person: "张三" });
    expect((await write(body("101"))).status).toBe(200);
    const second = await write(body("102"));
    expect(second.status).toBe(409);
    expect(((await second.json()) as { rows: string }).rows).toContain("101");
    const taken = await ask(`/api/corrections/${encodeURIComponent(task!.id)}/number?n=0&revision=${((await review.store.load()).revision)}`, { method: "DELETE", headers: allowed });
    expect(taken.status).toBe(200);
  });
});

test.each([
  ["without its notice", "revision=x"],
  ["with a blank notice", "n=&revision=x"],
  ["with a notice that is no number", "n=0x0&revision=x"],
  ["without the revision", "n=0"],
  ["with more than is asked for", "n=0&revision=x&all=1"],
])("a withdrawal %s is refused in words", async (_, query) => {
  const answer = await ask(`/api/corrections/a%2F1/due?${query}`, { method: "DELETE", headers: allowed });
  expect([answer.status, await answer.json()]).toMatchObject([422, { error: "wrong", message: "这个请求不完整，没有照办。" }]);
});

test("a fault of the program is heard, and the page gets no words of it", async () => {
  const opened = openReview([]);
  const shelf = { ...opened.shelf, notice: () => Promise.reject(new Error("secret words")) };
  const other = routesOf({ ...opened, shelf, token, exchange: () => null, port: () => 7788 });
  const answer = await other.request("http://127.0.0.1:7788/api/notices/0", { headers: allowed });
  expect([answer.status, await answer.json(), opened.defects]).toEqual([500, { error: "defect" }, [new Error("secret words")]]);
});

test("a reading that failed is asked for again, one that was made is not", async () => {
  let asked = 0;
  const answer = { result: resultOf({ notice: noticeOf({ id: "n" }), tasks: [] }), renderings: [] };
  const reader = { read: () => (++asked === 1 ? Promise.reject(new Error("late")) : Promise.resolve(answer)), close: () => undefined };
  const shelf = openShelf([{ name: "n", files: [{ path: "n", name: "n", role: "notice", label: null, uri: null }], options: {}, record: null }], reader);
  await expect(shelf.notice(0)).rejects.toThrow("late");
  expect(shelf.peek(0)).toBeNull();
  const [one, same] = await Promise.all([shelf.notice(0), shelf.notice(0)]);
  expect([one, shelf.peek(0), await shelf.notice(0), asked]).toEqual([same, same, same, 2]);
});

test("a word for the token opens once, in time, and for nothing but itself", () => {
  let now = 0;
  const pass = openPass(() => now);
  expect([pass.take(""), pass.take(`${pass.word}x`), pass.take(pass.word), pass.take(pass.word)]).toEqual([false, false, true, false]);
  const late = openPass(() => now);
  now = 121_000;
  expect(late.take(late.word)).toBe(false);
});

test("a file that is unreadable is a page with its finding, and no empty table without a word", async () => {
  const { findings, rows, sources } = (await (await ask("/api/notices/1", { headers: allowed })).json()) as { findings: string; rows: string; sources: unknown[] };
  expect(findings).toContain("没有读出内容");
  expect(findings).toMatch(/class="finding error/u);
  expect([rows, sources.length]).toEqual(["", 1]);
});

test.each([
  ["a scan", readFileSync(seed("wanzheng-66-scan.pdf")), "需要先做文字识别"],
  ["a file with a password", makePdf([""], { userPassword: "geheim" }), "口令"],
  ["no bytes", new Uint8Array(), ""],
])("%s is a page that says so", async (_, bytes, words) => {
  const path = `${openReview([]).folder}/notice.pdf`;
  writeFileSync(path, bytes);
  const opened = openReview([path]);
  const other = routesOf({ ...opened, token, exchange: () => null, port: () => 7788 });
  const answer = await other.request("http://127.0.0.1:7788/api/notices/0", { headers: allowed });
  const { findings, status, rows } = (await answer.json()) as { findings: string; status: string; rows: string };
  expect([status, rows]).toEqual(["failed", ""]);
  expect(findings).toContain("没有读出内容");
  expect(findings).toMatch(new RegExp(`class="finding error.*${words}`, "u"));
});

test("findings that say the same of several pages are confirmed one by one", async () => {
  const scan = openReview([seed("wanzheng-66-scan.pdf")]);
  const { result } = (await scan.shelf.notice(0))!;
  const desk = new Desk(scan);
  for (const k of [0, 1, 2]) {
    const stored = await scan.store.load();
    const { field, key } = stateOf(result, stored, "zh").findings.find(({ settled }) => !settled)!;
    expect((await desk.confirm({ n: 0, revision: stored.revision, id: result.notice.id, field, key, verdict: "confirmed", person: "张三" })).kind).toBe("written");
    expect(stateOf(result, await scan.store.load(), "zh").findings.filter(({ settled }) => settled)).toHaveLength(k + 1);
  }
});

describe("on a port", () => {
  let server: ReviewServer;
  let second: ReviewServer;
  beforeAll(async () => {
    server = await openServer(review, 0);
    second = await openServer(review, server.port);
  });
  afterAll(() => {
    server.close();
    second.close();
  });

  test("the token is in the fragment, and the next free port is taken where one is not", () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{32}$/u);
    expect(second.port).toBeGreaterThan(server.port);
    expect(second.address.split("#")[1]).not.toBe(server.address.split("#")[1]);
  });

  test("the address for the browser that is started holds no token, and what it holds is good once", async () => {
    const [base = "", word = ""] = server.passAddress().split("#once.");
    const exchange = (given: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${base}pass`, { method: "POST", headers: { authorization: `Bearer ${given}`, ...headers } });
    expect(server.address).not.toContain(word);
    expect((await exchange(word, { origin: "http://evil.test" })).status).toBe(403);
    expect((await exchange("x".repeat(32))).status).toBe(401);
    const first = await exchange(word);
    expect([first.status, await first.json()]).toEqual([200, { token: server.address.split("#")[1] }]);
    expect((await exchange(word)).status).toBe(401);
  });

  test("no other address of the machine answers", async () => {
    const others = Object.values(networkInterfaces()).flat().flatMap((one) => (one === undefined || one.internal || one.family !== "IPv4" ? [] : [one.address]));
    const answers = await Promise.all(others.map((host) => new Promise((resolve) => connect(server.port, host).once("connect", () => { resolve("open"); }).once("error", () => { resolve("closed"); }))));
    expect(answers.filter((answer) => answer === "open")).toEqual([]);
  });

  test("a body without an end is refused while it comes", async () => {
    const socket = connect(server.port, "127.0.0.1").on("error", () => undefined);
    const answer = new Promise<string>((resolve) => socket.once("data", (data) => { resolve(String(data)); }));
    socket.write(`POST /api/corrections HTTP/1.1\r\nHost: 127.0.0.1:${String(server.port)}\r\nAuthorization: Bearer ${server.address.split("#")[1] ?? ""}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`);
    for (let i = 0; i < 4; i++) socket.write(`10000\r\n${"a".repeat(0x1_00_00)}\r\n`);
    expect(await Promise.race([answer, setTimeout(5000, "nothing")])).toContain("413");
    socket.destroy();
  });

  test("a path that climbs is none", async () => {
    const status = await new Promise((resolve) => plainRequest({ host: "127.0.0.1", port: server.port, path: "/assets/../../../etc/passwd" }, (answer) => { resolve(answer.statusCode); }).end());
    expect(status).toBe(404);
  });
});
