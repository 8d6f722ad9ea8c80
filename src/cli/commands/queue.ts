/** `fengong queue add`, `work` and `reconcile` */
import { availableParallelism } from "node:os";
import process from "node:process";
import type { Command } from "commander";
import { finish, type Host } from "../command.ts";
import { bounded, check, common, positiveInteger, settingsOf, speaking, withLookups, type Flags } from "../options.ts";

interface QueueFlags extends Flags {
  readonly queue?: string;
  readonly name: string;
  readonly lookups?: string;
}

interface AddFlags extends QueueFlags {
  readonly out?: string;
  readonly base?: string;
  readonly manifest?: string;
  readonly folders?: boolean;
  readonly followLinks?: boolean;
}

interface WorkFlags extends QueueFlags {
  readonly out: string;
  readonly jobs: number;
  readonly untilEmpty?: boolean;
  readonly lock: number;
  readonly retry: number;
}

const examples = [
  "export FENGONG_QUEUE=redis://127.0.0.1:6379",
  "fengong queue add notices/",
  "fengong queue work --out results/ --jobs 4",
  "fengong queue reconcile notices/ --out results/",
];

export function addQueue(host: Host): void {
  const { program, say, surroundings } = host;
  const queue = program.command("queue").description(say("queue")).helpOption("-h, --help", say("help")).helpCommand(false);
  queue.addHelpText("after", () => `\n${say("examples")}\n${examples.map((line) => `  ${line}`).join("\n")}`);
  const named = (command: Command): Command =>
    command.option("--queue <url>", say("queueUrl")).option("--name <name>", say("queueName"), "fengong").option("--lookups <file>", say("lookups"));

  for (const lost of [false, true]) {
    const command = common(named(queue.command(lost ? "reconcile" : "add")), say)
      .description(say(lost ? "queueReconcile" : "queueAdd"))
      .argument("[input...]", say("inputs"))
      .option("--folders", say("folders"))
      .option("--follow-links", say("followLinks"))
      .option("--manifest <file>", say("manifest"))
      .option("--base <folder>", say("base"));
    const placed = lost ? command.requiredOption("-o, --out <folder>", say("queueOut")) : command.option("-o, --out <folder>", say("queueOut"));
    placed.action(async (inputs: string[], flags: AddFlags, own: Command) => {
      if (inputs.length === 0 && flags.manifest === undefined) own.error("error: missing required argument 'input'");
      const { out = null, base = process.cwd(), manifest = null, folders = false, followLinks = false } = flags;
      const wanted = { ...queuedOf(flags, own, host), inputs, out, base, manifest, folders, followLinks, lost };
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, own, say);
      await finish(import("../queue.ts").then(({ addNotices }) => addNotices(wanted, settings)), own, host);
    });
  }

  speaking(bounded(named(queue.command("work")), say), say)
    .description(say("queueWork"))
    .requiredOption("-o, --out <folder>", say("queueOut"))
    .option("-j, --jobs <number>", say("jobs"), check(positiveInteger, say("notAPage")), availableParallelism())
    .option("--until-empty", say("untilEmpty"))
    .option("--lock <seconds>", say("lock"), check(positiveInteger, say("notAPage")), 60)
    .option("--retry <seconds>", say("retry"), check(positiveInteger, say("notAPage")), 30)
    .action(async (flags: WorkFlags, own: Command) => {
      const { out, jobs, untilEmpty = false, lock, retry } = flags;
      const wanted = { ...queuedOf(flags, own, host), out, jobs, untilEmpty, lock, retry };
      const settings = await withLookups(settingsOf(flags, surroundings), flags.lookups, own, say);
      await finish(import("../queue.ts").then(({ workQueue }) => workQueue(wanted, settings)), own, host);
    });
}

function queuedOf({ queue = process.env["FENGONG_QUEUE"], name }: QueueFlags, command: Command, { say }: Host): { readonly queue: string; readonly name: string } {
  if (queue === undefined) command.error(`error: ${say("noQueue")}`);
  return { queue, name };
}
