import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    // `npm test` runs the quick ones; the long ones go on top of them in .ci/run.
    projects: [
      { extends: true, test: { name: "quick", include: ["test/**/*.test.ts"], exclude: ["test/**/*.long.test.ts"] } },
      { extends: true, test: { name: "long", include: ["test/**/*.long.test.ts"] } },
    ],
    // Tests start the command many times; Node keeps here what it compiled of it.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "fengong-compile-cache") },
    // As reading processes have it: long expressions at once to what runs, not to bytecode before.
    execArgv: ["--no-regexp-tier-up"],
    maxConcurrency: 3,
    // Files share a process: the program is loaded once a worker, which saves a fifth of the time. No test may rely on a fresh one.
    isolate: false,
    // All cores: by default one of them is left idle, which on two is half the machine.
    maxWorkers: "100%",
    // No test judges the clock of a busy machine: this only ends what would never end.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
