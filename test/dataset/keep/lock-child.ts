/** Enters a dataset when told to, says whether it was in alone, and leaves. */
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { Busy, enterDataset } from "../../../src/dataset/keep/lock.ts";

/** What the parent asks: at which moment, into which folder, for how long. */
export interface Order {
  readonly at: number;
  readonly out: string;
  readonly stay: number;
}

export type Said = "ready" | "in" | "both" | "busy" | `failed: ${string}`;

async function enter({ out, stay }: Order): Promise<Said> {
  const mark = join(out, "inside");
  try {
    const entry = await enterDataset(out);
    try {
      const own = randomUUID();
      writeFileSync(mark, own, { flag: "wx" });
      await wait(stay);
      await entry.check();
      rmSync(mark);
      return "in";
    } catch (error) {
      return error instanceof Error && "code" in error && error.code === "EEXIST" ? "both" : `failed: ${String(error)}`;
    } finally {
      await entry.release();
    }
  } catch (error) {
    return error instanceof Busy ? "busy" : `failed: ${String(error)}`;
  }
}

process.on("message", (order: Order) => {
  while (Date.now() < order.at);
  void enter(order).then((said) => process.send?.(said));
});
process.send?.("ready" satisfies Said);
