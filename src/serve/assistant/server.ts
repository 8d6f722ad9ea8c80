/** The tools over two streams, as an assistant starts them. */
import type { Readable, Writable } from "node:stream";
import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import { openPool } from "../../batch/pool.ts";
import type { Budget } from "../../batch/budget.ts";
import type { ReadingOptions } from "../../model/context.ts";
import { openFolders } from "./folders.ts";
import { openTools } from "./tools.ts";

/** How an assistant is served. */
export interface AssistantSettings {
  readonly folders: readonly [string, ...string[]];
  readonly options: ReadingOptions;
  readonly budget: Budget;
  readonly most: number;
  readonly input: Readable;
  readonly output: Writable;
}

/** Serves until the input ends. Throws what the system throws of a folder that is not there. */
export async function serveAssistant({ folders: named, options, budget, most, input, output }: AssistantSettings): Promise<void> {
  const folders = await openFolders(named);
  const pool = openPool(1, budget);
  const ended = new Promise((resolve) => {
    input.once("end", resolve);
    input.once("close", resolve);
  });
  const handle = serveStdio(() => openTools({ folders, pool, options, most }), { transport: new StdioServerTransport(input, output) });
  try {
    await ended;
  } finally {
    pool.close();
    await handle.close();
  }
}
