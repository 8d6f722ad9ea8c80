/** Every message is wholly Chinese or wholly English. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaint } from "../../src/cli/complaints.ts";
import { exitCodes } from "../../src/cli/exit-codes.ts";
import { runProgram } from "../../src/cli/program.ts";
import { words } from "../../src/cli/words.ts";
import { outputs } from "../../src/emit/outputs.ts";
import { messageOf } from "../../src/emit/report/wording.ts";
import { diagnose } from "../../src/model/context.ts";
import { findings, sentence, type Language } from "../../src/model/finding.ts";
import { ocrHint } from "../../src/model/ocr.ts";
import { formats } from "../../src/read/formats.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

const rows: readonly (readonly [string, Words])[] = [
  ...Object.entries<Words>(words),
  ...Object.entries<Words>(findings),
  ...Object.entries<Words>(exitCodes),
  ...outputs.map(({ id, title }) => [id, title] as const),
];

/** Names that stand in a Chinese sentence as they are: of parameters, options, files, commands, columns, forms, products and their parts. */
const names = /\{\w+\}|\b[a-z]+:\/\/\S+|\/[\w/-]+|--?[a-z][\w=-]*|(?:docs\/)?[\w-]+\.(?:yaml|json|js|txt|html|csv|md|gz)|\bfengong\b(?: [a-z]+)*|[a-z]+\/[a-z-]+|\b(?:parse|report|tables|batch|dataset|export|serve|csv|csv-excel|ledger|review|xlsx|parquet|sqlite|json|gold|ndjson|txt|html|docx|id|index|marks|basis|tasks|answers|links|partOf|department|local|bullmq|ioredis|pg|bash|zsh|fish|shell|roff|man|npm|install|ulimit|path|files|null|true|false)\b|[A-Z]\w*(?:[ -][A-Z]\w*)*/gu;

describe("the words of the program", () => {
  test.each(rows)("%s", (_, { zh, en }) => {
    expect(zh.replace(names, "")).not.toMatch(/[a-z]{2,}/u);
    // Chinese that is quoted, or an example in brackets or behind “such as”.
    expect(en.replace(/“[^”]*”|\([^)]*\)|such as .*/gu, "")).not.toMatch(/\p{Script=Han}/u);
  });
});

/** Every literal of the source that is one half of a pair: `zh: "…"`, `zh ? "…" : "…"`, what is filled in left out. */
function pairsIn(text: string): { readonly language: Language; readonly words: string }[] {
  const literal = String.raw`"((?:[^"\\]|\\.)*)"|\x60((?:[^\x60\\]|\\.)*)\x60`;
  const found: { language: Language; words: string }[] = [];
  for (const [, language, plain, filled] of text.matchAll(new RegExp(String.raw`\b(zh|en): (?:${literal})`, "gu"))) found.push({ language: language as Language, words: plain ?? filled ?? "" });
  for (const [, a, b, c, d] of text.matchAll(new RegExp(String.raw`(?:\bzh|language === "zh") \? (?:${literal})\s*:\s*(?:${literal})`, "gu"))) found.push({ language: "zh", words: a ?? b ?? "" }, { language: "en", words: c ?? d ?? "" });
  return found.map(({ language, words: said }) => ({ language, words: unfilled(said) }));
}

function unfilled(words: string): string {
  let [before, after] = ["", words.replace(/\\[nu]\w{0,4}/gu, " ")];
  while (before !== after) [before, after] = [after, after.replace(/\$\{[^{}]*\}/gu, "")];
  return after;
}

/** Names of fields, of their values and of commands that stand in explanations of ids and of the service. */
const further = /\b(?:alternatives|attachment|basis|build|code|deadlines|diagnostics|due|event|evidence|failed|file|jurisdiction|kind|lead|letter|libarchive|links|meta|mod|multipart|openapi|responsible|rrule|status|support|verify)\b/gu;

test("every pair of sentences in the source is wholly Chinese and wholly English", () => {
  const root = fileURLToPath(new URL("../../src/", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const pairs = files.flatMap((name) => pairsIn(readFileSync(join(root, name), "utf8")).map((pair) => ({ name, ...pair })));
  expect(pairs.length).toBeGreaterThan(1_900);
  const wrong = pairs.filter(({ language, words: said }) =>
    language === "zh" ? /[a-z]{2,}/u.test(said.replace(/^zh-CN$|\bworkYear\b|\w+\.ndjson\b/gu, "").replace(names, "").replace(further, "").replace(/<[^>]*>|“[^”]*”/gu, "")) : /\p{Script=Han}/u.test(said.replace(/“[^”]*”|\([^)]*\)|such as .*/gu, "")),
  );
  expect(wrong).toEqual([]);
});

test("all that commander says of wrong usage is told in Chinese", () => {
  const library = readFileSync(fileURLToPath(new URL("../../node_modules/commander/lib/command.js", import.meta.url)), "utf8");
  const sentences = [...library.matchAll(/`(error: [^`]+)`/gu)].map(([, sentence = ""]) => sentence.replace(/ for '[^']*'|\$\{(?:forSubcommand|s)\}/gu, "").replace(/\$\{getErrorMessage[^}]*\}/gu, "option '--x'").replace(/\$\{(?:expected|received)\}/gu, "1").replace(/\$\{[^}]*\}/gu, "x"));
  expect(sentences.length).toBeGreaterThan(6);
  for (const said of sentences) expect(complaint(said, "zh"), said).not.toMatch(/[a-z]{3,} [a-z]{2,}/u);
});

test("formats and hints that findings tell are in the language of their sentence", () => {
  for (const { title } of formats) {
    expect(sentence("input/unsupported-format", { format: title.zh }, null, "en")).toContain(title.en);
    expect(sentence("input/unsupported-format", { format: title.zh }, null, "zh")).toContain(title.zh);
  }
  const needsOcr = diagnose("pdf/needs-ocr", { params: { page: "2" }, hint: ocrHint });
  expect(messageOf(needsOcr, "zh")).toMatch(/安装识别引擎后加 --ocr 再读：npm install/u);
  expect(messageOf(needsOcr, "en")).toMatch(/first\. Install an engine and read again with --ocr: npm install/u);
});

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fengong-languages-"));
  const files: Readonly<Record<string, string>> = {
    "notice.txt": "一、编制清单。（市财政局牵头，2021年6月底前完成）",
    "key.yaml": "titel: x\n",
    "kind.yaml": "keep: many\n",
    "few.yaml": "keep: -1\n",
    "twice.yaml": "title: a\ntitle: b\n",
    "lookups.yaml": "units:\n  - exact: [区数管局]\n    as: 甲\n  - exact: [区数管局]\n    as: 乙\n",
    "wrong.yaml": "units:\n  - exact: 5\n",
    "latin.yaml": "units: []\n",
    "manifest.json": '[{"fil":"a"}]',
    "overrides.yaml": "- { id: a }\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "latin.yaml"), Buffer.from([0xff, 0xfe, 0xfd]));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function complaintOf(args: readonly string[], language: Language): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  await runProgram(args.map((word) => word.replaceAll("@", folder)), { stdin, stdout, stderr, language });
  return String(stderr.read()).replaceAll(folder, "").replace(/^.*fengong (?:--help|help).*$/gmu, "");
}

describe("complaints about helper files and usage", () => {
  test.each([
    [["dataset", "build", "@", "--out", "@/d", "--settings", "@/key.yaml"]],
    [["dataset", "build", "@", "--out", "@/d", "--settings", "@/kind.yaml"]],
    [["dataset", "build", "@", "--out", "@/d", "--settings", "@/few.yaml"]],
    [["dataset", "build", "@", "--out", "@/d", "--settings", "@/twice.yaml"]],
    [["dataset", "build", "@", "--out", "@/d", "--settings", "@/nowhere.yaml"]],
    [["dataset", "build", "@", "--out", "@/d", "--overrides", "@/overrides.yaml"]],
    [["parse", "@/notice.txt", "--lookups", "@/lookups.yaml"]],
    [["parse", "@/notice.txt", "--lookups", "@/wrong.yaml"]],
    [["parse", "@/notice.txt", "--lookups", "@/latin.yaml"]],
    [["batch", "--manifest", "@/manifest.json", "--out", "@/o"]],
    [["batch", "--manifest", "@/nowhere.json", "--out", "@/o"]],
    [["parse", "--year", "20", "@/notice.txt"]],
    [["parse", "--formt", "json"]],
    [["pars"]],
  ])("%j", async (args) => {
    const chinese = await complaintOf(args, "zh");
    const spelt = /(?:^|[^\w-])(?:--?)?(?:keep|titel|title|fil|file|units|exact|reason|person|expected|field|value|date|parse|year|formt|format|path|key|kind|few|twice|nowhere|lookups|wrong|latin|manifest|overrides|yaml|json|name|description|[\w.]+,|gates[\w.]*)(?=[^\w-]|$)/gu;
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese.replace(/“[^”]*”|"[^"]*"|'[^']*'/gu, "").replace(spelt, " ").replace(names, "")).not.toMatch(/[a-z]{3,} [a-z]{2,}/u);
    expect((await complaintOf(args, "en")).replace(/“[^”]*”|[a-z]+:\S+/gu, "")).not.toMatch(/\p{Script=Han}/u);
  });
});
