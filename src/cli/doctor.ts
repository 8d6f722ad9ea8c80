/** `fengong doctor`: whether this machine has what the program needs, by trying it. */
import { access, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { isSea } from "node:sea";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import stringWidth from "string-width";
import { defaultBudget } from "../batch/budget.ts";
import { findInputs } from "../batch/inputs.ts";
import { loadFile } from "../batch/load.ts";
import { openPool } from "../batch/pool.ts";
import { allSchemas } from "../dataset/publish/schemas.ts";
import type { Language } from "../model/finding.ts";
import { ocrCommand } from "../model/ocr.ts";
import { readDocument } from "../pipeline.ts";
import { parserVersion } from "../model/version.ts";
import { formats } from "../read/formats.ts";
import { sampleWords } from "../read/samples.ts";
import { reasonOf } from "../text/reason.ts";
import type { Exit } from "./exit-codes.ts";
import type { Surroundings } from "./options.ts";
import { writeData } from "./run.ts";
import { sampleLine, sampleLineText } from "./sample-line.ts";

/** One thing that was looked at. */
interface Finding {
  readonly name: Readonly<Record<Language, string>>;
  readonly ok: boolean;
  readonly detail: string;
}

/** Megabytes that a reading process should be able to have. */
const wantedMemory = 1024;

/** Looks at everything and prints a line for each. */
export async function examine({ language, ...streams }: Surroundings): Promise<Exit> {
  const findings = [version(), memory(), await schemas(), ...(await readers()), await processes(), await temporary(), await fileNames(), await recognition()];
  const width = Math.max(...findings.map(({ name }) => stringWidth(name[language])));
  const lines = findings.map(({ name, ok, detail }) => {
    const mark = styleText(ok ? "green" : "red", ok ? "✓" : "✗", { stream: streams.stdout });
    return `${mark} ${name[language]}${" ".repeat(width - stringWidth(name[language]))}  ${detail}`;
  });
  await writeData(`fengong ${parserVersion}\n${lines.join("\n")}\n`, { streams });
  return findings.every(({ ok }) => ok) ? "ok" : "limit";
}

function version(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return { name: { zh: "Node 版本", en: "Node version" }, ok: major > 22 || (major === 22 && minor >= 13), detail: `${process.versions.node} (>= 22.13)` };
}

function memory(): Finding {
  const free = Math.round(process.availableMemory() / 1e6);
  return { name: { zh: "内存", en: "memory" }, ok: free >= wantedMemory, detail: `${free} / ${Math.round(totalmem() / 1e6)} MB (>= ${wantedMemory} MB), ${availableParallelism()} CPU` };
}

/** The schemas of the package. */
function schemas(): Promise<Finding> {
  if (isSea()) return Promise.resolve({ name: { zh: "JSON Schema", en: "JSON Schema" }, ok: allSchemas().length > 0, detail: "" });
  return there({ zh: "JSON Schema", en: "JSON Schema" }, fileURLToPath(new URL("../../schemas/parse-result.schema.json", import.meta.url)));
}

async function there(name: Finding["name"], path: string): Promise<Finding> {
  const missing = await access(path).then(() => null, String);
  return { name, ok: missing === null, detail: missing ?? "" };
}

/** Each reader on the smallest file of its format. */
async function readers(): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { id, sample } of formats) {
    if (sample === undefined) continue;
    const name = { zh: `读取 ${id}`, en: `reading ${id}` };
    try {
      const { document, diagnostics } = await readDocument({ name: `sample.${id}`, bytes: await sample() });
      const ok = document?.text.includes(sampleWords) === true;
      found.push({ name, ok, detail: ok ? "" : diagnostics.map(({ code }) => code).join(" ") });
    } catch (error) {
      found.push({ name, ok: false, detail: String(error) });
    }
  }
  return found;
}

/** A process of its own reads a file. */
async function processes(): Promise<Finding> {
  const name = { zh: "读取进程", en: "reading process" };
  const pool = openPool(1, { ...defaultBudget, megabytes: 512 });
  try {
    const bytes = new TextEncoder().encode(`<p>${sampleWords}</p>`);
    const file = { path: "-", name: "sample.html", role: "notice", label: null, uri: null, bytes } as const;
    const answer = await pool.run({ files: [file], options: {}, pretty: false, output: null, kept: null });
    const status = answer === null || answer.kept ? "" : answer.report.status;
    return { name, ok: status === "empty", detail: status === "empty" ? "" : status };
  } finally {
    pool.close();
  }
}

/** The engine that reads scans, on a line of its own: nobody has to have one, and one that is there must work. */
async function recognition(): Promise<Finding> {
  const name = { zh: "文字识别（--ocr）", en: "reading scans (--ocr)" };
  const { paddleEngine, paddleIdentity } = await import("../ocr/paddle.ts");
  const found = await paddleIdentity();
  if (found === null) return { name, ok: true, detail: ocrCommand };
  const engine = await paddleEngine();
  try {
    const [read] = await engine.read([sampleLine]);
    const text = read?.map((character) => character.text).join("");
    return { name, ok: text === sampleLineText, detail: `${found.name} ${found.version}, ${found.model.slice(0, 12)}` };
  } catch (error) {
    return { name, ok: false, detail: reasonOf(error) };
  } finally {
    await engine.close();
  }
}

function temporary(): Promise<Finding> {
  return there({ zh: "临时文件夹", en: "temporary folder" }, tmpdir());
}

/** A name in GBK, as an archive of a Chinese Windows leaves it, is found, shown and read; where the file system takes UTF-8 alone there are none. */
async function fileNames(): Promise<Finding> {
  const name = { zh: "非 UTF-8 文件名", en: "names not in UTF-8" };
  const folder = await mkdtemp(join(tmpdir(), "fengong-doctor-"));
  try {
    const bytes = Buffer.concat([Buffer.from(join(folder, "/")), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from(".html")]);
    if (!(await writeFile(bytes, sampleWords).then(() => true, () => false))) return { name, ok: true, detail: "UTF-8" };
    const { paths: [path = ""] } = await findInputs([folder], { cwd: folder, out: null });
    const loaded = await loadFile(path, 1000);
    return { name, ok: loaded.bytes !== null, detail: basename(loaded.name) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
