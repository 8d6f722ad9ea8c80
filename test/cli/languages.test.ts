/** Every message is wholly Chinese or wholly English. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exitCodes } from "../../src/cli/exit-codes.ts";
import { runProgram } from "../../src/cli/program.ts";
import { words } from "../../src/cli/words.ts";
import { outputs } from "../../src/emit/outputs.ts";
import { findings, type Language } from "../../src/model/finding.ts";

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
const names = /\{\w+\}|\b[a-z]+:\/\/\S+|\/[\w/-]+|--?[a-z][\w=-]*|(?:docs\/)?[\w-]+\.(?:yaml|json|js|txt|html|csv|md|gz)|\bfengong\b(?: [a-z]+)*|[a-z]+\/[a-z-]+|\b(?:parse|report|tables|batch|dataset|export|serve|csv|csv-excel|xlsx|parquet|sqlite|json|gold|ndjson|txt|html|docx|id|index|marks|basis|tasks|answers|links|partOf|department|local|bullmq|ioredis|pg|bash|zsh|fish|shell|roff|man|npm|install|ulimit|path|files|null|true|false)\b|[A-Z]\w*(?:[ -][A-Z]\w*)*/gu;

describe("the words of the program", () => {
  test.each(rows)("%s", (_, { zh, en }) => {
    expect(zh.replace(names, "")).not.toMatch(/[a-z]{2,}/u);
    // Chinese that is quoted, or an example in brackets or behind “such as”.
    expect(en.replace(/“[^”]*”|\([^)]*\)|such as .*/gu, "")).not.toMatch(/\p{Script=Han}/u);
  });
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
