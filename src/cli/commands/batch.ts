/** `fengong batch` */
import { availableParallelism } from "node:os";
import process from "node:process";
import { Option, type Command } from "commander";
import type { PackPlan } from "../../batch/pack.ts";
import { finish, type Host } from "../command.ts";
import { check, common, formerly, positiveInteger, printing, settingsOf, withLookups, type Flags } from "../options.ts";

interface BatchFlags extends Flags {
  readonly out: string;
  readonly jobs: number;
  readonly shard: { readonly index: number; readonly of: number };
  readonly pack?: PackPlan["form"];
  readonly packSize: number;
  readonly resume?: boolean;
  readonly retryFailed?: boolean;
  readonly reread?: boolean;
  readonly force?: boolean;
  readonly folders?: boolean;
  readonly followLinks?: boolean;
  readonly manifest?: string;
  readonly base?: string;
  readonly lookups?: string;
  readonly progress: boolean;
}

const examples: readonly (string | { readonly line: string; readonly zh: string; readonly en: string })[] = [
  "fengong batch notices/ --out results/",
  "fengong batch 'notices/**/*.pdf' @more.txt --out results/ --jobs 4",
  "find notices -name '*.docx' -print0 | fengong batch - --out results/",
  { line: "fengong batch notices/ --out results/ --folders         ", zh: "正文和附件合为一份", en: "letter and attachments" },
  { line: "fengong batch notices/ --out results/ --shard 1/3       ", zh: "三台机器中的一台", en: "one of three machines" },
  { line: "fengong batch notices/ --out results/ --pack ndjson.gz  ", zh: "几个大文件和索引", en: "a few large files and an index" },
  { line: "fengong batch notices/ --out results/ --resume          ", zh: "中断以后接着做", en: "go on after an interruption" },
];

export function addBatch(host: Host): void {
  const { program, say, surroundings } = host;
  printing(common(program.command("batch"), say), say)
    .description(say("batch"))
    .argument("[input...]", say("inputs"))
    .requiredOption("-o, --out <folder>", say("out"))
    .option("-j, --jobs <number>", say("jobs"), check(positiveInteger, say("notAPage")), availableParallelism())
    .addOption(new Option("--shard <i/n>", say("shard")).argParser(check(shard, say("notAShard"))).default({ index: 1, of: 1 }, "1/1"))
    .addOption(new Option("--pack <form>", say("pack")).choices(["ndjson.gz", "parquet"]))
    .option("--pack-size <size>", say("packSize"), check(bytes, say("notASize")), 100_000_000)
    .option("--resume", say("resume"))
    .option("--retry-failed", say("retryFailed"))
    .option("--reread", say("reread"))
    .addOption(formerly("--force"))
    .option("--folders", say("folders"))
    .option("--follow-links", say("followLinks"))
    .option("--manifest <file>", say("manifest"))
    .option("--base <folder>", say("base"))
    .option("--lookups <file>", say("lookups"))
    .option("--no-progress", say("noProgress"))
    .action(async (inputs: string[], flags: BatchFlags, command: Command) => {
      if (inputs.length === 0 && flags.manifest === undefined) command.error("error: missing required argument 'input'");
      const pack = flags.pack === undefined ? null : { form: flags.pack, bytes: flags.packSize };
      const { base = process.cwd(), manifest = null, resume = false, retryFailed = false, force = false, reread = force, folders = false, followLinks = false } = flags;
      const wanted = { ...flags, pack, inputs, base, manifest, folders, followLinks, keeping: { resume, retryFailed, force: reread } };
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, command, say);
      await finish(import("../batch.ts").then(({ runFiles }) => runFiles(wanted, settings)), command, host);
    })
    .addHelpText("after", () => `\n${say("examples")}\n${examples.map((row) => (typeof row === "string" ? `  ${row}` : `  ${row.line}# ${row[surroundings.language]}`)).join("\n")}`);
}

/** 100MB, 2GB, or bytes. */
function bytes(value: string): number | null {
  const [, number, unit = ""] = /^([1-9]\d{0,8})(kB|KB|MB|GB)?$/u.exec(value) ?? [];
  return number === undefined ? null : Number(number) * ({ kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9 }[unit] ?? 1);
}

function shard(value: string): { index: number; of: number } | null {
  const match = /^(\d{1,4})\/(\d{1,4})$/u.exec(value);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  return index >= 1 && index <= of ? { index, of } : null;
}
