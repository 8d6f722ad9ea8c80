/** `fengong --help` alone, as it was laid out when the package was built (scripts/bundle.ts), without the rest of the program. */
import { readFileSync } from "node:fs";
import process from "node:process";
import { languageOf } from "./language.ts";

/** Columns of the page, which are those of a terminal that does not say how wide it is. */
const columns = 80;

/** Prints the page; false where there is none, as in the repository, or where the terminal has other columns. */
export function tellHelp(): boolean {
  const { stdout, env } = process;
  const language = languageOf([], env);
  const page = pageIn(new URL(`./help.${language}.txt`, import.meta.url));
  if (page === null || (stdout.isTTY && stdout.columns !== columns)) return false;
  stdout.on("error", (error: NodeJS.ErrnoException) => void import("./main.ts").then(({ endOutput }) => { endOutput(error, language); }));
  stdout.write(page);
  return true;
}

function pageIn(url: URL): string | null {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return null;
  }
}
