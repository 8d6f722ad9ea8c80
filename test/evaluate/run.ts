/**
 * Scores every corpus file against its gold. `--folder` names a corpus (a folder with manifest.json and gold) or a folder of corpora besides.
 *
 *     node test/evaluate/run.ts [WORD…] [--folder FOLDER]… [--misses] [--show NOTICE] [--json] [--update [--force]]
 *
 * Exit codes: 0 all floors hold; 1 a score fell, a reached target was lost or a listed gap is gone; 2 wrong usage.
 */
import { parseArgs } from "node:util";
import { parseResultSchema } from "../../src/index.ts";
import { skippedCorpora } from "./corpora.ts";
import { fallsOf, raised, readFloors, readGaps, writeFloors } from "./floors.ts";
import { measureAll, missesOf, type Measured } from "./measure.ts";
import { recordTable } from "./record-table.ts";
import { fallList, gapList, missList, scoreTable, standingList, unreadList } from "./table.ts";
import { standings } from "./targets.ts";

const usage = "node test/evaluate/run.ts [WORD…] [--folder FOLDER]… [--misses] [--show NOTICE] [--json] [--update [--force]]";

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const floors = readFloors();
  const { measured, unread } = await measureAll(readGaps(), positionals, values.folder);
  const stands = positionals.length === 0 ? standings({ measured, unread }) : [];
  const lost = stands.filter(({ name, met, got }) => !met && got !== null && floors.reached.includes(name));
  const unscored = unread.flatMap(({ file }) => fallsOf(file.key, new Map(), floors));
  const falls = [...measured.flatMap(({ file, scores }) => fallsOf(file.key, scores, floors)), ...unscored];
  const stale = measured.flatMap((one) => one.stale);
  const invalid = measured.filter(({ result }) => !parseResultSchema.safeParse(result).success);

  if (values.json) {
    print(JSON.stringify({ files: measured.map(asData), notRead: unread.map(({ file }) => file.key), targets: stands, falls, stale }, null, 1));
  } else {
    const shown = measured.filter(({ file }) => values.misses || (values.show ?? []).some((word) => file.key.includes(word)));
    print(
      ...shown.map(missList),
      scoreTable(measured),
      recordTable(measured),
      skippedCorpora() ?? "",
      unreadList(unread),
      gapList(measured.flatMap((one) => one.gaps), stale),
      standingList(stands),
      fallList(falls),
      lost.map(({ name }) => `Lost target: ${name}`).join("\n"),
      invalid.map(({ file }) => `Not valid against the schema: ${file.key}`).join("\n"),
    );
  }
  if (values.update) {
    const scores = new Map(measured.map((one) => [one.file.key, one.scores]));
    const reached = stands.filter(({ met }) => met).map(({ name }) => name);
    writeFloors(raised(floors, scores, values.force ? keptOrReached(floors.reached, stands, reached) : reached, values.force));
  }
  const fell = falls.length > 0 && !(values.update && values.force);
  return fell || lost.length > 0 || stale.length > 0 || invalid.length > 0 ? 1 : 0;
}

/** Targets whose files were not read in this run stay as they are. */
function keptOrReached(before: readonly string[], stands: ReturnType<typeof standings>, reached: readonly string[]): string[] {
  const judged = new Set(stands.filter(({ got }) => got !== null).map(({ name }) => name));
  return [...new Set([...before.filter((name) => !judged.has(name)), ...reached])];
}

function readArguments() {
  return parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: "string", multiple: true },
      misses: { type: "boolean", default: false },
      show: { type: "string", multiple: true },
      json: { type: "boolean", default: false },
      update: { type: "boolean", default: false },
      force: { type: "boolean", default: false },
    },
  });
}

function asData(one: Measured): object {
  return {
    file: one.file.key,
    notice: one.file.notice,
    format: one.result.sources[0]?.format ?? null,
    scores: Object.fromEntries(one.scores),
    misses: missesOf(one),
    gaps: one.gaps,
    unclaimed: one.result.coverage.unclaimed.map(({ text }) => text),
  };
}

function print(...parts: readonly string[]): void {
  process.stdout.write(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongUsage = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  process.stderr.write(wrongUsage ? `${error.message}\n${usage}\n` : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = wrongUsage ? 2 : 1;
}
