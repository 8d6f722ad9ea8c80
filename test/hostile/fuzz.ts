/**
 * Feeds one reader or grammar with chance for a time: `node test/hostile/fuzz.ts html --minutes 10 --seed 1`.
 * Every input must give a valid answer. Every hundredth is a short piece repeated, to see whether time grows with the length alone.
 * What it prints is a row for RECORD.md. The work is done in a process of its own, so that an input that hangs is named and the
 * next one is read. With `--only SEED` it shows one input again.
 */
import { fork } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Chance } from "./chance.ts";
import { superlinear } from "./growth.ts";
import { targets, type Target } from "./targets.ts";

/** What the reading process tells after each input. */
interface Told {
  readonly seed: number;
  readonly length: number;
  /** Milliseconds of the processor. */
  readonly time: number;
  readonly faults: readonly string[];
}

/** An input that says nothing for so many milliseconds hangs. */
const patience = 30_000;
const slow = 5000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: "1" }, only: { type: "string" } } });
const name = positionals[0] ?? "";
const target = targets[name];
if (target === undefined) {
  console.error(`fuzz: one of ${Object.keys(targets).join(", ")}`);
  process.exit(2);
}
if (values.only !== undefined) console.log(await tryOut(target, Number(values.only)));
else if (process.send !== undefined) await work(target, process.send.bind(process));
else await watch();

/** Reads one input after the other until it is ended. */
async function work(reader: Target, send: (told: Told) => void): Promise<void> {
  for (let seed = Number(values.seed); ; seed++) send(await tryOut(reader, seed));
}

async function tryOut(reader: Target, seed: number): Promise<Told> {
  const chance = new Chance(seed);
  if (seed % 100 === 99) {
    const piece = reader.piece(chance);
    const found = await superlinear((length) => reader.repeat(piece, length), reader.work);
    return { seed, length: 0, time: 0, faults: found === null ? [] : [`grows too fast: ${JSON.stringify(piece)}: ${found}`] };
  }
  const input = reader.make(chance, seed);
  const start = process.cpuUsage();
  const faults: string[] = [];
  try {
    faults.push(...reader.faults(await reader.work(input)));
  } catch (error) {
    faults.push(`throws ${error instanceof Error ? (error.stack ?? "").split("\n").slice(0, 4).join(" | ") : String(error)}`);
  }
  const used = process.cpuUsage(start);
  const time = (used.user + used.system) / 1000;
  if (time > slow) faults.push(`${time.toFixed(0)} ms for ${input.length}`);
  return { seed, length: input.length, time, faults };
}

/** Counts what the reading process tells, and starts another one behind an input that hangs. */
async function watch(): Promise<void> {
  const first = Number(values.seed);
  const begun = performance.now();
  const end = begun + Number(values.minutes) * 60_000;
  let next = first;
  let characters = 0;
  let faulty = 0;
  let worst = { seed: 0, time: 0, length: 0 };
  const say = (seed: number, fault: string): void => {
    faulty++;
    console.log(`seed ${seed}: ${fault}`);
  };
  while (performance.now() < end) {
    await new Promise<void>((done) => {
      const child = fork(fileURLToPath(import.meta.url), [name, "--seed", String(next)]);
      const stop = (): void => void child.kill("SIGKILL");
      const stall = (): void => {
        say(next++, "hangs");
        stop();
      };
      let timer = setTimeout(stall, patience);
      child.on("message", (told: Told) => {
        clearTimeout(timer);
        timer = setTimeout(stall, patience);
        next = told.seed + 1;
        characters += told.length;
        if (told.time > worst.time) worst = told;
        for (const fault of told.faults) say(told.seed, fault);
        if (performance.now() > end) stop();
      });
      child.on("exit", (code) => {
        clearTimeout(timer);
        if (code !== null) say(next++, `the process ended with ${code}`);
        done();
      });
    });
  }
  const minutes = (performance.now() - begun) / 60_000;
  const count = next - first;
  console.log(`| ${name} | ${first}–${next - 1} | ${minutes.toFixed(1)} | ${count} | ${(count / minutes / 60).toFixed(0)} | ${(characters / 1e6).toFixed(0)} | ${worst.time.toFixed(0)} ms (seed ${worst.seed}, length ${worst.length}) | ${faulty} |`);
  process.exitCode = faulty === 0 ? 0 : 1;
}
