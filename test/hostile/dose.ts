/** Hostile files through the watched processes, as the commands read them. */
import type { Budget } from "../../src/batch/budget.ts";
import { openPool } from "../../src/batch/pool.ts";
import { parseNotice } from "../../src/index.ts";
import type { ParseResult } from "../../src/model/notice.ts";
import { faultsOf } from "./judge.ts";
import type { HostileFile } from "./mutants.ts";

/** What came of a dose. */
interface Outcome {
  readonly files: number;
  readonly results: number;
  readonly longest: number;
  readonly lost: number;
  readonly codes: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
}

const good = { name: "good.html", bytes: new TextEncoder().encode("<p>一、完成改革。（市财政局牵头，2021年6月底前完成）</p>") };

/** Loading the program, and the parting of a process that was ended, are not the file's. */
const patience = 30_000;

/** Reads files through two processes, a good one after every tenth: each must have one valid result in time, the good one always the same. */
export async function dose(files: Iterable<HostileFile>, budget: Budget): Promise<Outcome> {
  const pool = openPool(2, budget);
  const wanted = JSON.stringify(await parseNotice(good));
  const queue = withGood(files);
  const codes = new Map<string, number>();
  const faults: string[] = [];
  let [count, results, longest] = [0, 0, 0];
  const lane = async (): Promise<void> => {
    for (const file of queue) {
      count++;
      const started = performance.now();
      const answer = await pool.run({ files: [{ path: "-", name: file.name, role: "notice", label: null, uri: null, bytes: file.bytes }], options: {}, pretty: false, output: null, kept: null });
      const time = performance.now() - started;
      longest = Math.max(longest, time);
      if (answer === null || answer.kept || answer.json === null) {
        faults.push(`${file.name}: no result`);
        continue;
      }
      results++;
      const result = JSON.parse(answer.json) as ParseResult;
      for (const code of new Set(result.diagnostics.map((diagnostic) => diagnostic.code))) if (/^(?:limit|internal)\//u.test(code)) codes.set(code, (codes.get(code) ?? 0) + 1);
      for (const fault of faultsOf(result)) faults.push(`${file.name}: ${fault}`);
      if (time > budget.milliseconds + patience) faults.push(`${file.name}: took ${time.toFixed(0)} ms`);
      if (file === good && answer.json.trimEnd() !== wanted) faults.push("the good file was read otherwise");
    }
  };
  await Promise.all([lane(), lane()]);
  pool.close();
  return { files: count, results, longest, lost: pool.lost(), codes, faults };
}

function* withGood(files: Iterable<HostileFile>): Generator<HostileFile, void, undefined> {
  let i = 0;
  for (const file of files) {
    yield file;
    if (++i % 10 === 0) yield good;
  }
}
