import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    // Whole notices and child processes are slow on small machines; a hang is still found.
    maxConcurrency: 3,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
