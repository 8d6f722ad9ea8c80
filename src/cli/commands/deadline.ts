/** `fengong deadline` */
import { Option } from "commander";
import type { Host } from "../command.ts";
import { check, date, languageOption, year } from "../options.ts";

interface DeadlineFlags {
  readonly year?: number;
  readonly issued?: string;
  readonly inText?: boolean;
  readonly format: "text" | "json";
}

export function addDeadline({ program, say, surroundings, end }: Host): void {
  program
    .command("deadline")
    .description(say("deadline"))
    .argument("<words...>", say("deadlineWords"))
    .option("--year <year>", say("readYear"), check(year, say("notAYear")))
    .option("--issued <date>", say("readIssued"), check(date, say("notADate")))
    .option("--in-text", say("inText"))
    .addOption(new Option("--format <format>", say("textOrJson")).choices(["text", "json"]).default("text"))
    .addOption(languageOption(say("lang")))
    .action(async (words: string[], { format, inText = false, ...context }: DeadlineFlags) => {
      end(await import("../spoken-deadlines.ts").then(({ printDeadlines }) => printDeadlines(words, { context, inText, format }, surroundings)));
    });
}
