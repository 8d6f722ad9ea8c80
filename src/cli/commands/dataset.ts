/** The commands under `fengong dataset`. */
import { availableParallelism } from "node:os";
import { Option, type Command } from "commander";
import { finish, type Host } from "../command.ts";
import { orMisplaced } from "../misplaced.ts";
import { check, common, formerly, languageOption, positiveInteger, readsNothing, settingsOf, type Flags } from "../options.ts";

interface BuildFlags extends Flags {
  readonly out: string;
  readonly jobs: number;
  readonly settings?: string;
  readonly manifest?: string;
  readonly followLinks?: boolean;
  readonly lookups?: string;
  readonly overrides?: string;
  readonly allowLoss?: boolean;
}

interface ExplainFlags {
  readonly format: "text" | "json";
  readonly dataset?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

interface PublishFlags {
  readonly out?: string;
  readonly to?: string;
  readonly quiet?: boolean;
  readonly allowOlder?: boolean;
}

const examples = [
  "fengong dataset init sources/",
  "fengong dataset build sources/ --out dataset/",
  "fengong dataset diff dataset/",
  "fengong dataset diff dataset/ 0003 0007 --format csv",
  "fengong dataset explain dataset/ a7ff3ae881b387b6",
  "fengong dataset verify dataset/",
  "fengong dataset publish dataset/ --out /srv/www/dataset",
];

export function addDataset(host: Host): void {
  const { program, say, surroundings } = host;
  const dataset = program.command("dataset").description(say("dataset")).helpOption("-h, --help", say("help")).helpCommand(false);
  dataset.addHelpText("after", () => `\n${say("examples")}\n${examples.map((line) => `  ${line}`).join("\n")}`);
  const told = (command: Command): Command => command.addOption(new Option("-q, --quiet", say("quiet"))).addOption(languageOption(say("lang")));

  common(dataset.command("build"), say)
    .description(say("datasetBuild"))
    .argument("<folder>", say("sourceFolder"))
    .requiredOption("-o, --out <folder>", say("datasetOut"))
    .option("-j, --jobs <number>", say("jobs"), check(positiveInteger, say("notAPage")), availableParallelism())
    .option("--settings <file>", say("datasetSettings"))
    .option("--manifest <file>", say("datasetManifest"))
    .option("--follow-links", say("followLinks"))
    .option("--lookups <file>", say("lookups"))
    .option("--overrides <file>", say("overrides"))
    .option("--allow-loss", say("allowLoss"))
    .action(async (sources: string, flags: BuildFlags, command: Command) => {
      const { out, jobs, settings = null, manifest = null, lookups = null, overrides = null, allowLoss = false, followLinks = false } = flags;
      const wanted = { sources, out, jobs, settings, manifest, lookups, overrides, allowLoss, followLinks };
      await finish(orMisplaced(import("../dataset-build.ts").then(({ build }) => build(wanted, settingsOf(flags, surroundings)))), command, host);
    });

  told(dataset.command("init"))
    .description(say("datasetInit"))
    .argument("<folder>", say("sourceFolder"))
    .action(async (folder: string, flags: { readonly quiet?: boolean }, command: Command) => {
      await finish(import("../dataset-init.ts").then(({ initDataset }) => initDataset(folder, readsNothing(flags, surroundings))), command, host);
    });

  told(dataset.command("diff"))
    .description(say("datasetDiff"))
    .argument("<dataset>", say("datasetFolder"))
    .argument("[from]", say("fromVersion"))
    .argument("[to]", say("toVersion"))
    .addOption(new Option("--format <format>", say("format")).choices(["text", "json", "csv"]).default("text"))
    .action(async (out: string, from: string | undefined, to: string | undefined, flags: { readonly format: "text" | "json" | "csv"; readonly quiet?: boolean }, command: Command) => {
      const wanted = { out, from: from ?? null, to: to ?? null, format: flags.format };
      await finish(orMisplaced(import("../dataset.ts").then(({ diff }) => diff(wanted, readsNothing(flags, surroundings)))), command, host);
    });

  told(dataset.command("explain"))
    .description(say("datasetExplain"))
    .argument("<dataset>", say("datasetFolder"))
    .argument("[task]", say("taskId"))
    .addOption(new Option("--format <format>", say("textOrJson")).choices(["text", "json"]).default("text"))
    .addOption(formerly("--dataset <folder>"))
    .addOption(formerly("--json"))
    .action(async (first: string, second: string | undefined, flags: ExplainFlags, command: Command) => {
      const [out, task] = flags.dataset === undefined ? [first, second] : [flags.dataset, first];
      if (task === undefined) command.error("error: missing required argument 'task'");
      const wanted = { out, task, json: flags.json === true || flags.format === "json" };
      await finish(orMisplaced(import("../dataset.ts").then(({ explain }) => explain(wanted, readsNothing(flags, surroundings)))), command, host);
    });

  told(dataset.command("verify"))
    .description(say("datasetVerify"))
    .argument("<dataset>", say("datasetFolder"))
    .option("--mend", say("mend"))
    .action(async (out: string, flags: { readonly quiet?: boolean; readonly mend?: boolean }, command: Command) => {
      await finish(orMisplaced(import("../dataset.ts").then(({ check: verify }) => verify({ out, mend: flags.mend === true }, readsNothing(flags, surroundings)))), command, host);
    });

  told(dataset.command("publish"))
    .description(say("datasetPublish"))
    .argument("<dataset>", say("datasetFolder"))
    .option("-o, --out <folder>", say("publishTo"))
    .addOption(formerly("--to <folder>"))
    .option("--allow-older", say("allowOlder"))
    .action(async (out: string, flags: PublishFlags, command: Command) => {
      const target = flags.out ?? flags.to;
      if (target === undefined) command.error("error: required option '-o, --out <folder>' not specified");
      const wanted = { out, target, allowOlder: flags.allowOlder === true };
      await finish(orMisplaced(import("../dataset.ts").then(({ handOn }) => handOn(wanted, readsNothing(flags, surroundings)))), command, host);
    });
}
