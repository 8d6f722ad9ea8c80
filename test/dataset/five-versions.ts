/** Builds the stages one after the other and holds each delta to the truth. */
import { join } from "node:path";
import { stringify } from "yaml";
import { loadFile } from "../../src/batch/load.ts";
import { seenOf } from "../../src/batch/job-files.ts";
import { readJob } from "../../src/batch/read-job.ts";
import { buildDataset, type Built } from "../../src/dataset/build.ts";
import type { Change, Issue } from "../../src/dataset/edition.ts";
import { readOverrides } from "../../src/dataset/correct/overrides.ts";
import type { Reader } from "../../src/dataset/gather/reader.ts";
import { readSettings } from "../../src/dataset/correct/settings.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { readLookups } from "../../src/read/lookups.ts";
import { againstTables, againstTruth, idsAgainstTruth, ndjson } from "./delta-checks.ts";
import { readWorse } from "./notices/old-reader.ts";
import type { Inputs, Stage } from "./notices/stages.ts";
import { plant } from "./notices/world.ts";
import { damageOf } from "./trees.ts";

/** What came of a stage. */
export interface Judged {
  readonly what: string;
  readonly version: string;
  readonly changes: readonly Change[];
  readonly read: number;
  readonly troubles: readonly string[];
}

/** Loads files in this process. */
export const here: Reader["files"] = { load: loadFile, hash: async (path, limit, name) => seenOf(await loadFile(path, limit, name)) };

/** Reads in this process: as the real reader, or as the one of before. */
export function readerOf(old: boolean): Reader & { readonly names: string[] } {
  const names: string[] = [];
  return {
    code: old ? "before" : "now",
    jobs: 1,
    names,
    files: here,
    close: () => undefined,
    read: async (job) => {
      names.push(job.files[0].name);
      const answer = await readJob({ ...job, pretty: false, output: null, kept: null });
      if (answer.kept || answer.json === null) throw new Error("nothing was read");
      return old ? JSON.stringify(readWorse(JSON.parse(answer.json) as ParseResult)) : answer.json.trimEnd();
    },
  };
}

/** Builds a dataset of these inputs. */
export async function buildOf(inputs: Inputs, folder: string, { reader = readerOf(inputs.old), settings = "", now = "2026-01-01T00:00:00Z", pairs = new Map<string, string>() } = {}): Promise<Built> {
  const sources = join(folder, "sources");
  plant(inputs.world, sources);
  const lookups = inputs.lookup === null ? null : stringify({ units: [{ exact: inputs.lookup.unit, name: inputs.lookup.name }] });
  const read = lookups === null ? null : readLookups(lookups);
  const overrides = stringify(inputs.corrections.map(({ id, field, expected, value }) => ({ id, field, expected, value, reason: "查对原件", person: "张三", date: "2024-06-01" })));
  const made = readOverrides(overrides);
  const { settings: chosen } = readSettings(settings);
  if (chosen === null || made.troubles.length > 0) throw new Error(`settings or overrides: ${JSON.stringify(made.troubles)}`);
  return buildDataset({
    sources, out: join(folder, "out"), manifest: null, settings: chosen, settingsText: settings === "" ? null : settings, gold: null, options: {}, reader, now,
    corrections: {
      lookups: lookups === null || read === null ? null : { text: lookups, lookups: lookupsIn(read) },
      overrides: inputs.corrections.length === 0 ? null : { text: overrides, overrides: made.overrides },
      pairs,
    },
  });
}

function lookupsIn(read: ReturnType<typeof readLookups>): NonNullable<ReturnType<typeof readLookups>["lookups"]> {
  if (read.lookups === null) throw new Error("lookups were refused");
  return read.lookups;
}

/** Builds all stages. */
export async function judgeStages(stages: readonly Stage[], folder: string, settings = "formats: [ndjson, csv]"): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const stage of stages) judged.push(await judgeStage(stage, folder, judged.at(-1)?.version ?? null, settings));
  return judged;
}

async function judgeStage({ what, inputs, expected, views, stale }: Stage, folder: string, before: string | null, settings: string): Promise<Judged> {
  const { outcome, read } = await buildOf(inputs, folder, { settings });
  const { version } = outcome;
  const out = join(folder, "out");
  const at = (name: string): string => join(out, "artifacts", name);
  const changes = ndjson<Change>(join(at(version), "delta.ndjson"));
  const rested = ndjson<Issue>(join(at(version), "issues.ndjson")).filter(({ code }) => code === "dataset/override-stale" || code === "dataset/override-unknown");
  const troubles = [
    ...(outcome.status === "success" && version !== before ? [] : [`the build ended with ${outcome.status}`]),
    ...damageOf(out, version).map((file) => `damaged: ${file}`),
    ...againstTruth(changes, expected),
    ...idsAgainstTruth(at(version), views),
    ...(before === null ? [] : againstTables(changes, at(before), at(version))),
    ...(rested.length === stale ? [] : [`${rested.length} stale corrections for ${stale}`]),
  ];
  return { what, version, changes, read, troubles: troubles.map((trouble) => `${what}: ${trouble}`) };
}
