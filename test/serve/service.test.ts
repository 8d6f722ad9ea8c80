/** The service, over real connections. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseNotice, parserVersion } from "../../src/index.ts";
import { jsonText } from "../../src/text/shown.ts";
import { expectValid } from "../validate-output.ts";
import { seed, sendSlowly, tryService, type Body, type Tried } from "./listening.ts";

const html = seed("liutiliucu-4.html");
const table = "<table><tr><th>工作任务</th><th>责任单位</th></tr><tr><td>完成道路改造。</td><td>市住建局</td></tr></table>";
const letter = "<h1>某市2021年工作要点分工的通知</h1><p>某政办发〔2021〕5号</p><p>各单位：</p>";
let service: Tried;

beforeAll(async () => {
  service = await tryService();
});
afterAll(async () => {
  await service.drain();
});

/** A form of these files and words. */
function form(parts: readonly (readonly [field: string, content: string, name?: string])[]): FormData {
  const made = new FormData();
  for (const [field, content, name] of parts) made.append(field, name === undefined ? content : new File([content], name));
  return made;
}

describe("POST /v1/notices", () => {
  test("gives what the library gives, byte for byte", async () => {
    const response = await service.post("/v1/notices?name=4.html", html);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await response.text()).toBe(jsonText(await parseNotice({ name: "4.html", bytes: html })));
  });

  test("says where every value stands, where that is asked for", async () => {
    const response = await service.post("/v1/notices?marks=true&name=a.html", table);
    expect(await response.text()).toBe(jsonText(await parseNotice({ name: "a.html", bytes: new TextEncoder().encode(table) }, { marks: true })));
  });

  test("takes a letter and its attachments, in whatever order they come", async () => {
    const response = await service.post("/v1/notices?region=340000&uri=https://example.gov.cn/1.html", form([["attachment", table, "附件1.html"], ["letter", letter, "letter.html"]]));
    const result = (await response.json()) as { notice: unknown; sources: unknown; tasks: unknown[] };
    expectValid(result);
    expect(result.sources).toMatchObject([{ name: "letter.html", role: "letter", uri: "https://example.gov.cn/1.html" }, { name: "附件1.html", role: "attachment", label: "附件1", uri: null }]);
    expect(result.notice).toMatchObject({ id: "某政办发-2021-5", jurisdiction: { code: "340000" } });
    expect(result.tasks).toHaveLength(1);
  });

  test("takes one file of a form, and a letter alone, as a notice", async () => {
    for (const field of ["file", "letter"]) {
      const response = await service.post("/v1/notices", form([[field, table, "one.html"]]));
      expect(((await response.json()) as { sources: unknown }).sources).toMatchObject([{ name: "one.html", role: "notice" }]);
    }
  });

  test("answers 200 with a failed result for a file that cannot be read", async () => {
    const response = await service.post("/v1/notices", "GIF89a\u0001\u0000");
    expect(response.status).toBe(200);
    const result = (await response.json()) as { status: string };
    expectValid(result);
    expect(result.status).toBe("failed");
  });

  test.each<[string, string, Body, number, string, Record<string, string>?]>([
    ["nothing", "", "", 400, "no-file"],
    ["a form without files", "", form([]), 400, "no-file"],
    ["words where a file is wanted", "", form([["file", "words"]]), 400, "bad-body"],
    ["a part of another name", "", form([["file", table, "a.html"], ["year", "2020"]]), 400, "bad-body"],
    ["two files that are no letter", "", form([["file", table, "a.html"], ["file", table, "b.html"]]), 400, "bad-body"],
    ["attachments without a letter", "", form([["attachment", table, "a.html"]]), 400, "bad-body"],
    ["a form that is garbage", "", "--x\r\nnonsense", 400, "bad-body", { "content-type": "multipart/form-data; boundary=x" }],
    ["a form without its boundary", "", "--x", 400, "bad-body", { "content-type": "multipart/form-data" }],
    ["a form that is cut off", "", `--x\r\nContent-Disposition: form-data; name="file"; filename="a.html"\r\n\r\n${table}`, 400, "bad-body", { "content-type": "multipart/form-data; boundary=x" }],
    ["a form of very many parts", "", `${'--x\r\nContent-Disposition: form-data; name="attachment"; filename="a"\r\n\r\n\r\n'.repeat(5_000)}--x--`, 400, "bad-body", { "content-type": "multipart/form-data; boundary=x" }],
    ["another kind of multipart", "", "--x--", 415, "media-type", { "content-type": "multipart/mixed; boundary=x" }],
    ["packed bytes", "", "x", 415, "media-type", { "content-encoding": "gzip" }],
    ["a wrong year", "?year=20", "x", 422, "bad-options"],
    ["a day that there is not", "?issued=2021-02-30", "x", 422, "bad-options"],
    ["a wrong region", "?region=34", "x", 422, "bad-options"],
    ["an option twice", "?year=2020&year=2021", "x", 422, "bad-options"],
    ["an option that there is not", "?path=/etc/passwd", "x", 422, "bad-options"],
    ["too much", "", new Uint8Array(500_001), 413, "too-large"],
  ])("refuses %s", async (_, query, body, status, error, headers) => {
    const response = await service.post(`/v1/notices${query}`, body, headers);
    expect([response.status, await response.json()]).toMatchObject([status, { error, requestId: response.headers.get("x-request-id") }]);
  });

  test("refuses too much also when nobody said how much would come", async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const upload = request(`${service.address}/v1/notices`, { method: "POST", headers: { "transfer-encoding": "chunked" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      upload.on("error", reject);
      upload.end(Buffer.alloc(500_001, "a"));
    });
    expect(status).toBe(413);
  });

  test("names in its words what was wrong, in the language that was asked for", async () => {
    const response = await service.post("/v1/notices?year=20", "x");
    expect(await response.json()).toMatchObject({ hint: "A parameter is not right. year: must be four digits" });
  });
});

describe("cells and sentences", () => {
  test("deadlines of cells, in the order of the texts", async () => {
    const response = await service.post("/v1/deadlines", JSON.stringify({ texts: ["9月底前 持续推进", "—"], year: 2020 }));
    const { deadlines } = (await response.json()) as { deadlines: { due: string | null }[][] };
    expect(deadlines.map((list) => list.map(({ due }) => due))).toEqual([["2020-09-30", null], []]);
  });

  test("deadlines of prose", async () => {
    const response = await service.post("/v1/deadlines", JSON.stringify({ texts: ["《2020年工作要点》已经印发，各单位于7月10日前报送。"], read: "prose", year: 2020 }));
    expect(await response.json()).toMatchObject({ deadlines: [[{ text: "7月10日前", due: "2020-07-10" }]] });
  });

  test("units of a list, and one name", async () => {
    const place = { region: "341702", issued: "2018-05-01" };
    const list = await service.post("/v1/units", JSON.stringify({ texts: ["区编办牵头，区政府各部门负责落实"], ...place }));
    expect(await list.json()).toMatchObject({ lists: [{ lead: [{ name: "贵池区机构编制委员会办公室" }] }] });
    const name = await service.post("/v1/units", JSON.stringify({ texts: ["区环保局"], read: "name", ...place }));
    expect(await name.json()).toMatchObject({ names: [{ name: "贵池区环境保护局" }] });
  });

  test.each([
    ["no JSON", "{", 400, "bad-body"],
    ["no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), 400, "bad-body"],
    ["a number for a text", '{"texts":[1]}', 422, "bad-options"],
    ["a list for the object", "[]", 422, "bad-options"],
    ["null", "null", 422, "bad-options"],
    ["another name", '{"texts":["x"],"refused":"x"}', 422, "bad-options"],
    ["too much", `{"texts":["${"x".repeat(64_000)}"]}`, 413, "too-large"],
  ])("refuse %s", async (_, body, status, error) => {
    for (const path of ["/v1/deadlines", "/v1/units"]) {
      const response = await service.post(path, body);
      expect([response.status, await response.json()]).toMatchObject([status, { error }]);
    }
  });
});

describe("what it says of itself", () => {
  const get = (path: string): Promise<Response> => fetch(`${service.address}${path}`);

  test("is alive and ready, and of a version", async () => {
    expect(await (await get("/v1/health/live")).json()).toEqual({ status: "live" });
    expect(await (await get("/v1/health/ready")).json()).toEqual({ status: "ready" });
    expect(await (await get("/v1/version")).json()).toMatchObject({ name: "fengong", version: parserVersion });
  });

  test("gives each schema that it names", async () => {
    const { schemas } = (await (await get("/v1/schemas")).json()) as { schemas: string[] };
    expect(schemas).toContain("parse-result");
    for (const name of schemas) expect(((await (await get(`/v1/schemas/${name}`)).json()) as { $id: string }).$id).toContain(name);
    expect((await get("/v1/schemas/..%2F..%2Fpackage.json")).status).toBe(404);
  });

  test("describes itself in OpenAPI 3.1, and its answers are what it describes", async () => {
    const description = (await (await get("/v1/openapi.json")).json()) as { paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } };
    expect(await new Validator().validate(description)).toMatchObject({ valid: true });
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { binary: true } });
    addFormats.default(ajv);
    ajv.addVocabulary(["openapi", "info", "paths", "components"]);
    ajv.addSchema(description, "service");
    const fits = (name: string, data: unknown): void => {
      const check = ajv.getSchema(`service#/components/schemas/${name}`);
      expect([check?.(data), check?.errors]).toEqual([true, null]);
    };
    fits("ParseResult", await (await service.post("/v1/notices", html)).json());
    fits("ReadDeadlinesAnswer", await (await service.post("/v1/deadlines", '{"texts":["每季度末","印发之日起10个工作日内"],"issued":"2020-06-08"}')).json());
    fits("ReadUnitsAnswer", await (await service.post("/v1/units", '{"texts":["区编办牵头，区财政局、区审计局等按职责分工负责，9月底前"]}')).json());
    fits("ReadUnitsAnswer", await (await service.post("/v1/units", '{"texts":["区环保局"],"read":"name"}')).json());
    fits("Refusal", await (await get("/nowhere")).json());
    fits("GetVersionAnswer", await (await get("/v1/version")).json());
    expect(JSON.stringify(description)).not.toMatch(/\$defs|"readOnly"/u);
  });

  test("says which methods an address takes", async () => {
    const response = await get("/v1/notices");
    expect([response.status, response.headers.get("allow"), await response.json()]).toMatchObject([405, "POST", { error: "method" }]);
    expect((await get("/v2")).status).toBe(404);
  });

  test("counts what it did, in the form of Prometheus", async () => {
    const text = await (await get("/metrics")).text();
    for (const line of text.trimEnd().split("\n")) expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"\\]*"(?:,\w+="[^"\\]*")*\})? [\d.e+-]+)$/u);
    const of = (row: string): number => Number(text.split("\n").find((line) => line.startsWith(`${row} `))?.slice(row.length));
    expect(of('fengong_notices_total{status="failed"}')).toBe(1);
    expect(of('fengong_requests_total{route="/v1/notices",status="200"}')).toBe(of('fengong_request_seconds_bucket{route="/v1/notices",le="+Inf"}') - service.lines.filter(({ path, status }) => path === "/v1/notices" && status !== 200).length);
    expect([of("fengong_requests_inside"), of("fengong_notices_reading"), of("fengong_jobs")]).toEqual([0, 0, 1]);
  });

  test("gives each request an id, its own where it brings one, and logs it once without the name of the file", async () => {
    const before = service.lines.length;
    const response = await service.post("/v1/notices?name=secret.html", table, { "x-request-id": "order-66" });
    const other = await service.post("/v1/notices?name=secret.html", table, { "x-request-id": "a b;c" });
    expect(response.headers.get("x-request-id")).toBe("order-66");
    expect(other.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/u);
    const lines = service.lines.slice(before);
    expect(lines).toMatchObject([{ id: "order-66", method: "POST", path: "/v1/notices", status: 200, outcome: "success" }, { id: other.headers.get("x-request-id") }]);
    expect(JSON.stringify(lines)).not.toContain("secret");
  });
});

describe("a crowd and slow callers", () => {
  test("of 100 callers those without a place are told to come again, and who comes again is served", async () => {
    const crowded = await tryService();
    let refused = 0;
    const come = async (i: number): Promise<unknown> => {
      const response = await crowded.post(`/v1/notices?name=${i}.html`, table);
      if (response.status === 200) return ((await response.json()) as { sources: { name: string }[] }).sources[0]?.name;
      expect([response.status, await response.json()]).toMatchObject([503, { error: "busy" }]);
      expect(Number(response.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
      refused++;
      await new Promise((done) => setTimeout(done, 200));
      return come(i);
    };
    const names = await Promise.all(Array.from({ length: 100 }, (_, i) => come(i)));
    expect(names).toEqual(Array.from({ length: 100 }, (_, i) => `${i}.html`));
    expect(refused).toBeGreaterThan(0);
    await crowded.drain();
  });

  test("a body that does not come in time is given up, and its place is free again", async () => {
    const impatient = await tryService({ waiting: 0, bounds: { bytes: 1_000, milliseconds: 300 } });
    const head = "POST /v1/notices HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n";
    const slow = sendSlowly(impatient.address, [[head, 50], ["x", 200], ["x", 200], ["x", 2_000]]);
    await new Promise((done) => setTimeout(done, 150));
    expect((await fetch(`${impatient.address}/v1/health/ready`)).status).toBe(503);
    expect(await slow).toMatch(/^HTTP\/1\.1 408 [^]*"error":"slow-body"/u);
    expect((await fetch(`${impatient.address}/v1/health/ready`)).status).toBe(200);
    await impatient.drain();
  });

  test("a caller who leaves frees the place", async () => {
    const lonely = await tryService({ waiting: 1 });
    const first = lonely.post("/v1/notices", html);
    await expect(fetch(`${lonely.address}/v1/notices`, { method: "POST", body: html, signal: AbortSignal.timeout(100) })).rejects.toThrow();
    expect((await first).status).toBe(200);
    expect((await lonely.post("/v1/notices", table)).status).toBe(200);
    expect(lonely.lines.map(({ status }) => status).sort()).toEqual([200, 200, 499]);
    await lonely.drain();
  });

  test("what is inside when it shuts down is answered, and nothing new is taken", async () => {
    const ending = await tryService({ waiting: 4 });
    const inside = Array.from({ length: 5 }, () => ending.post("/v1/notices", html));
    await new Promise((done) => setTimeout(done, 200));
    const ended = ending.drain();
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await ended;
    await expect(fetch(`${ending.address}/v1/health/live`)).rejects.toThrow();
  });

  test("a port that is taken is said so", async () => {
    const port = Number(new URL(service.address).port);
    const { listen } = await import("../../src/serve/server.ts");
    const settings = { options: {}, budget: { milliseconds: 1, stallMilliseconds: 1, megabytes: 1 }, jobs: 1, waiting: 1, bounds: { bytes: 1, milliseconds: 1 }, language: "zh", log: () => undefined } as const;
    await expect(listen(settings, { host: "127.0.0.1", port })).rejects.toMatchObject({ diagnostic: { code: "machine/address", params: { name: `127.0.0.1:${port}`, reason: "EADDRINUSE" } } });
  });
});
