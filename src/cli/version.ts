/** `fengong --version` alone, without the rest of the program. */
import process from "node:process";
import { parserVersion } from "../model/version.ts";
import { languageOf } from "./language.ts";

/** Prints the version of the program, which holds nothing that could steer a terminal. */
export function tellVersion(): void {
  // eslint-disable-next-line no-restricted-syntax -- the end of the stream, and one constant of ours
  process.stdout.on("error", (error: NodeJS.ErrnoException) => void import("./main.ts").then(({ endOutput }) => { endOutput(error, languageOf([], process.env)); }));
  // eslint-disable-next-line no-restricted-syntax -- one constant of ours
  process.stdout.write(`${parserVersion}\n`);
}
