/** `fengong rules` */
import { Option, type Command } from "commander";
import { finish, type Host } from "../command.ts";
import { languageOption } from "../options.ts";

export function addRules(host: Host): void {
  const { program, say, surroundings } = host;
  program
    .command("rules")
    .description(say("rules"))
    .argument("[id...]", say("ruleIds"))
    .addOption(new Option("--format <format>", say("textOrJson")).choices(["text", "json"]).default("text"))
    .addOption(languageOption(say("lang")))
    .action(async (ids: string[], { format }: { readonly format: "text" | "json" }, command: Command) => {
      await finish(import("../rules.ts").then(({ printRules }) => printRules(ids, format, surroundings)), command, host);
    });
}
