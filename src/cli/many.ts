/** The commands beside reading one file: batch, worker, schema, doctor. What they need is loaded when they run. */
import { availableParallelism } from "node:os";
import process from "node:process";
import { Argument, Option, type Command } from "commander";
import { completionFor, shells, type Shell } from "./completion.ts";
import type { Exit } from "./exit-codes.ts";
import { check, common, languageOption, printing, positiveInteger, settingsOf, type Flags, type Say, type Surroundings } from "./options.ts";
import { outlineOf } from "./outline.ts";
import { writeData } from "./run.ts";
import { words } from "./words.ts";

interface BatchFlags extends Flags {
  readonly out: string;
  readonly jobs: number;
  readonly shard: { readonly index: number; readonly of: number };
  readonly resume?: boolean;
  readonly retryFailed?: boolean;
  readonly force?: boolean;
  readonly folders?: boolean;
  readonly followLinks?: boolean;
  readonly manifest?: string;
  readonly base?: string;
  readonly lookups?: string;
  readonly progress: boolean;
}

interface WorkerFlags extends Flags {
  readonly jobs: number;
}

/** Adds the commands; `end` takes the exit of the one that ran. */
export function addManyCommands(program: Command, surroundings: Surroundings, end: (exit: Exit) => void): void {
  const say: Say = (key) => words[key][surroundings.language];
  addBatch(program, say, surroundings, end);
  addWorker(program, say, surroundings, end);

  program
    .command("schema")
    .description(say("schema"))
    .argument("[name]", say("schemaName"))
    .addOption(languageOption(say("lang")))
    .action(async (name: string | undefined, _: unknown, command: Command) => {
      const printed = await import("./schema.ts").then(({ printSchema }) => printSchema(name ?? null, surroundings));
      if (printed === null) command.error(`error: ${say("noSchema")}`);
      end("ok");
    });

  program
    .command("completion")
    .description(say("completion"))
    .addArgument(new Argument("<shell>", say("shell")).choices(shells))
    .addOption(languageOption(say("lang")))
    .action(async (shell: Shell) => {
      await writeData(completionFor(shell, outlineOf(program)), { streams: surroundings });
      end("ok");
    });

  program
    .command("man")
    .description(say("man"))
    .addOption(languageOption(say("lang")))
    .action(async () => {
      await writeData(await import("./man.ts").then(({ manualPage }) => manualPage(outlineOf(program), surroundings.language)), { streams: surroundings });
      end("ok");
    });

  program
    .command("doctor")
    .description(say("doctor"))
    .addOption(languageOption(say("lang")))
    .action(async () => {
      end(await import("./doctor.ts").then(({ examine }) => examine(surroundings)));
    });
}

function addBatch(program: Command, say: Say, surroundings: Surroundings, end: (exit: Exit) => void): void {
  printing(common(program.command("batch"), say), say)
    .description(say("batch"))
    .argument("[input...]", say("inputs"))
    .requiredOption("-o, --out <folder>", say("out"))
    .option("-j, --jobs <number>", say("jobs"), check(positiveInteger, say("notAPage")), availableParallelism())
    .addOption(new Option("--shard <i/n>", say("shard")).argParser(check(shard, say("notAShard"))).default({ index: 1, of: 1 }, "1/1"))
    .option("--resume", say("resume"))
    .option("--retry-failed", say("retryFailed"))
    .option("--force", say("force"))
    .option("--folders", say("folders"))
    .option("--follow-links", say("followLinks"))
    .option("--manifest <file>", say("manifest"))
    .option("--base <folder>", say("base"))
    .option("--lookups <file>", say("lookups"))
    .option("--no-progress", say("noProgress"))
    .action(async (inputs: string[], flags: BatchFlags, command: Command) => {
      if (inputs.length === 0 && flags.manifest === undefined) command.error("error: missing required argument 'input'");
      const { base = process.cwd(), manifest = null, lookups = null, resume = false, retryFailed = false, force = false, folders = false, followLinks = false } = flags;
      const wanted = { ...flags, inputs, base, manifest, lookups, folders, followLinks, keeping: { resume, retryFailed, force } };
      const ended = await import("./batch.ts").then(({ runFiles }) => runFiles(wanted, settingsOf(flags, surroundings)));
      if (ended.wrong !== null) command.error(`error: ${say(ended.wrong)}${ended.detail}`);
      else end(ended.exit);
    })
    .addHelpText("after", () => `\n${say("examples")}\n${batchExamples.map((line) => `  ${line}`).join("\n")}`);
}

const batchExamples = [
  "fengong batch notices/ --out results/",
  "fengong batch 'notices/**/*.pdf' @more.txt --out results/ --jobs 4",
  "find notices -name '*.docx' -print0 | fengong batch - --out results/",
  "fengong batch notices/ --out results/ --folders          # letter + attachments",
  "fengong batch notices/ --out results/ --shard 1/3        # one of three machines",
  "fengong batch notices/ --out results/ --resume           # go on after an interruption",
];

function addWorker(program: Command, say: Say, surroundings: Surroundings, end: (exit: Exit) => void): void {
  common(program.command("worker"), say)
    .description(say("worker"))
    .option("-j, --jobs <number>", say("jobs"), check(positiveInteger, say("notAPage")), 1)
    .action(async (flags: WorkerFlags) => {
      end(await import("./requests.ts").then(({ answerRequests }) => answerRequests(flags.jobs, settingsOf(flags, surroundings))));
    })
    .addHelpText("after", () => `\n${say("examples")}\n  echo '{"id":1,"path":"notice.html"}' | fengong worker`);
}

function shard(value: string): { index: number; of: number } | null {
  const match = /^(\d{1,4})\/(\d{1,4})$/u.exec(value);
  const [index, of] = [Number(match?.[1]), Number(match?.[2])];
  return index >= 1 && index <= of ? { index, of } : null;
}
