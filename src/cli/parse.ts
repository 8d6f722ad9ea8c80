/** `fengong parse`: notices in, JSON or NDJSON out. */
import { failedResult } from "../emit/result.ts";
import type { ParseResult } from "../model/notice.ts";
import { combineExits, exitOf, type Exit } from "./exit-codes.ts";
import { openReading, tellPeople, toJson, writeData, type Reading, type Settings } from "./run.ts";

/** Reads files in the order given. Every file gives one result, also when it could not be read. */
export async function parseFiles(files: readonly string[], settings: Settings): Promise<Exit> {
  const reading = openReading(settings);
  const pretty = files.length === 1 && (settings.pretty ?? settings.streams.stdout.isTTY === true);
  const exits: Exit[] = [];
  try {
    for (const file of files) {
      const result = await parseFile(file, reading, settings);
      await writeData(toJson(result, pretty), settings);
      tellPeople(file, { ...result, count: result.tasks.length, noun: "tasks" }, settings);
      exits.push(exitOf(result, settings.failOn));
    }
  } finally {
    await reading.close();
  }
  return combineExits(exits);
}

async function parseFile(name: string, reading: Reading, { options }: Settings): Promise<ParseResult> {
  const { answer, problem, bytes } = await reading.read(name, (input) => ({ kind: "parse", input, options }));
  if (answer?.kind === "parse") return answer.result;
  return failedResult(bytes === null ? { name } : { name, bytes }, null, problem === null ? [] : [problem]);
}
