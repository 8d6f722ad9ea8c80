/** `fengong mcp` */
import type { Command } from "commander";
import { finish, type Host } from "../command.ts";
import { bounded, check, positiveInteger, settingsOf, speaking, type Flags } from "../options.ts";

interface McpFlags extends Flags {
  readonly most: number;
}

export function addMcp(host: Host): void {
  const { program, say, surroundings } = host;
  const described = program
    .command("mcp")
    .description(say("mcp"))
    .argument("<folder...>", say("assistantFolders"))
    .option("--most <characters>", say("most"), check(positiveInteger, say("notAPage")), 30_000);
  speaking(bounded(described, say), say).action(async ([first = ".", ...others]: string[], flags: McpFlags, command: Command) => {
    await finish(import("../mcp.ts").then(({ serveMcp }) => serveMcp([first, ...others], flags.most, settingsOf(flags, surroundings))), command, host);
  });
}
