/** `fengong unit` */
import { Option } from "commander";
import type { Host } from "../command.ts";
import { check, date, languageOption, region, year } from "../options.ts";

interface UnitFlags {
  readonly year?: number;
  readonly issued?: string;
  readonly region?: string;
  readonly header?: string;
  readonly format: "text" | "json";
}

export function addUnit({ program, say, surroundings, end }: Host): void {
  program
    .command("unit")
    .description(say("unit"))
    .argument("<words...>", say("unitWords"))
    .option("--year <year>", say("readYear"), check(year, say("notAYear")))
    .option("--issued <date>", say("readIssued"), check(date, say("notADate")))
    .option("--region <code>", say("readRegion"), check(region, say("notARegion")))
    .option("--header <words>", say("unitHeader"))
    .addOption(new Option("--format <format>", say("textOrJson")).choices(["text", "json"]).default("text"))
    .addOption(languageOption(say("lang")))
    .action(async (words: string[], { format, ...context }: UnitFlags) => {
      end(await import("../spoken-units.ts").then(({ printUnits }) => printUnits(words, { context, format }, surroundings)));
    });
}
