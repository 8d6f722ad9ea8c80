/** `POST /v1/notices`: a file, or a letter and its attachments, read by a process of the pool. */
import { performance } from "node:perf_hooks";
import { z } from "zod";
import type { Job, JobFile } from "../batch/job.ts";
import { Shortage } from "../batch/shortage.ts";
import { parseResultSchema } from "../model/notice.ts";
import { toldFacts } from "../model/options.ts";
import { told } from "../model/told.ts";
import { labelInName } from "../read/attachment-names.ts";
import type { Answer, Call, Route } from "./call.ts";
import { partsIn, type Part } from "./multipart.ts";
import { isRefused, queryOf } from "./questions.ts";
import { receive } from "./receive.ts";
import type { Refused } from "./refusals.ts";

const query = z
  .strictObject({
    name: z.string().min(1).max(500).describe("Name of the file in the result; of a body that is one file."),
    uri: z.string().min(1).max(2000).describe("Where the file was published; it is not fetched."),
    year: z.string().regex(/^\d{4}$/u, "must be four digits").transform(Number).pipe(toldFacts.year).describe("Work year for deadlines without one, where the notice settles none."),
    issued: toldFacts.issued.describe("Date of issue, where the notice states none."),
    region: z.string().regex(/^\d{6}(?:\d{6})?$/u, "must be six or twelve digits").describe("GB/T 2260 code of the jurisdiction, where the notice does not show it."),
    marks: z.enum(["true", "false"]).describe("true: the result says where every value stands to the character; that doubles it."),
    verify: z.enum(["true", "false"]).describe("false: no second reader of DOCX checks that no character is lost."),
  })
  .partial();

type Query = z.output<typeof query>;

/** Parts of a form. */
const form = z.strictObject({
  file: z.file().optional().describe("The only file of the notice."),
  letter: z.file().optional().describe("The letter, where attachments come with it."),
  attachment: z.array(z.file()).optional().describe("The attachments, in their order."),
});

/** The route. */
export const noticeRoute: Route = {
  method: "post",
  path: "/v1/notices",
  id: "readNotice",
  summary: {
    zh: "读取一份通知：请求体是文件本身，或 multipart/form-data（file；或 letter 和若干 attachment）。读不了的文件也是 200，结果的 status 是 failed。",
    en: "Read a notice: the body is the file itself, or multipart/form-data (file; or letter and any number of attachment). A file that cannot be read is 200 too: the status of its result is failed.",
  },
  query,
  bodies: { "application/octet-stream": null, "multipart/form-data": form },
  answers: { 200: { type: "application/json", schema: parseResultSchema } },
  refusals: ["bad-body", "no-file", "slow-body", "too-large", "media-type", "bad-options", "busy", "draining", "machine"],
  handle: admit,
};

async function admit(call: Call): Promise<Answer | Refused> {
  const asked = queryOf(call.query, query);
  if (isRefused(asked)) return asked;
  if (!call.admission.enter()) return { refused: "busy" };
  try {
    const bytes = await receive(call.request, call.settings.bounds, call.admission);
    if (isRefused(bytes)) return bytes;
    try {
      const files = await filesIn(bytes, call.request.headers.get("content-type") ?? "", asked);
      return isRefused(files) ? files : await read(files, asked, call);
    } finally {
      call.admission.release(bytes.length);
    }
  } finally {
    call.admission.leave();
  }
}

async function read(files: Job["files"], { year, issued, region, verify, marks }: Query, { admission, pool, settings, metrics, request }: Call): Promise<Answer | Refused> {
  if (!(await admission.turn(request.signal))) return { refused: "gone" };
  const options = {
    ...settings.options,
    ...told({ year, issued, region: region?.slice(0, 6) }),
    ...(verify === undefined ? {} : { verify: verify === "true" }),
    ...(marks === undefined ? {} : { marks: marks === "true" }),
  };
  const started = performance.now();
  try {
    const answer = await pool.run({ files, options, pretty: false, output: null, kept: null });
    if (answer === null || answer.kept || answer.json === null) return { refused: "draining" };
    const { status } = answer.report;
    metrics.read(status, (performance.now() - started) / 1000);
    return { status: 200, type: "application/json; charset=utf-8", body: answer.json, outcome: status };
  } catch (error) {
    if (error instanceof Shortage) return { refused: "machine", detail: error.diagnostic.code };
    throw error;
  } finally {
    admission.done();
  }
}

/** The files of a body. Anything but a form is a file, whatever its type says: formats are told by content. */
async function filesIn(bytes: Uint8Array<ArrayBuffer>, type: string, { name = "notice", uri: given }: Query): Promise<Job["files"] | Refused> {
  const kind = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const uri = given ?? null;
  if (kind === "multipart/form-data") return noticeIn(bytes, type, uri);
  if (kind.startsWith("multipart/")) return { refused: "media-type", detail: kind.slice(0, 60) };
  return bytes.length === 0 ? { refused: "no-file" } : [fileOf({ name, bytes, role: "notice", label: null, uri })];
}

async function noticeIn(bytes: Uint8Array, type: string, uri: string | null): Promise<Job["files"] | Refused> {
  const parts = await partsIn(bytes, type);
  if (parts === null) return { refused: "bad-body", detail: "multipart/form-data" };
  const strange = parts.find(({ field, name }) => !Object.hasOwn(form.shape, field) || name === null);
  if (strange !== undefined) return { refused: "bad-body", detail: `${strange.field.slice(0, 40)}: file; letter, attachment*` };
  const [letters, attachments] = [parts.filter(({ field }) => field !== "attachment"), parts.filter(({ field }) => field === "attachment")];
  const [first, ...more] = letters;
  if (parts.length === 0) return { refused: "no-file" };
  if (first === undefined || more.length > 0 || (first.field === "file" && attachments.length > 0)) return { refused: "bad-body", detail: "file; letter, attachment*" };
  const role = attachments.length === 0 ? "notice" : "letter";
  return [fileOf({ ...first, role, label: null, uri }), ...attachments.map((part) => fileOf({ ...part, role: "attachment", label: labelInName(part.name ?? ""), uri: null }))];
}

function fileOf({ name, bytes, role, label, uri }: Pick<JobFile, "role" | "label" | "uri"> & Pick<Part, "name" | "bytes">): JobFile {
  return { path: "-", name: name === null || name === "" ? "notice" : name, role, label, uri, bytes };
}
