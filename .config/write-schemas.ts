/** Writes schemas/*.json: the JSON Schemas, and what each id means. With --check it writes nothing and fails when a file differs from what the program gives. */
import { readFileSync, writeFileSync } from "node:fs";
import { allSchemas } from "../src/dataset/publish/schemas.ts";
import { rulesText } from "../src/emit/rules.ts";

const check = process.argv.includes("--check");
let stale = 0;
for (const { file, text } of [...allSchemas(), { file: "rules.json", text: rulesText() }]) {
  const url = new URL(`../schemas/${file}`, import.meta.url);
  if (!check) {
    writeFileSync(url, text);
  } else if (!matches(url, text)) {
    console.error(`schemas/${file} is not what the program gives: run "npm run schemas" and commit it.`);
    stale++;
  }
}
process.exitCode = stale === 0 ? 0 : 1;

function matches(url: URL, text: string): boolean {
  try {
    return readFileSync(url, "utf8") === text;
  } catch {
    return false;
  }
}
