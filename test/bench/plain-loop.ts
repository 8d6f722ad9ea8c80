/** The yardstick of the batch: one process reads all files of a folder and writes their results, with nothing around it. */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";

interface Built {
  readonly parseNotice: (input: { name: string; bytes: Uint8Array }) => Promise<object>;
  readonly writeOutput: (path: string, text: string) => Promise<object | null>;
}

const built = (file: string): Promise<Built> => import(new URL(`../../dist/${file}`, import.meta.url).href) as Promise<Built>;
const { parseNotice } = await built("pipeline.js");
const { writeOutput } = await built("batch/write.js");

const [folder = "", out = ""] = process.argv.slice(2);
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.includes("."))) {
  const result = await parseNotice({ name, bytes: new Uint8Array(await readFile(join(folder, name))) });
  const problem = await writeOutput(join(out, `${name}.json`), `${JSON.stringify(result)}\n`);
  if (problem !== null) throw new Error(JSON.stringify(problem));
}
