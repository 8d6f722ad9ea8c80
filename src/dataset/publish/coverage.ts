/** What became of every character that was read, notice by notice. */
import { z } from "zod";
import { failedReading,  } from "../edition.ts";
import type { Watcher } from "./watcher.ts";

const count = z.int().min(0);
const characters = { characters: count, claimed: count, furniture: count, unclaimed: count };

/** `coverage.json`. */
export const coverageFileSchema = z
  .strictObject({
    ...characters,
    failedReadings: z.array(z.string()),
    notices: z.array(z.strictObject({ notice: z.string(), ...characters })),
  })
  .meta({ id: "CoverageFile", title: "fengong CoverageFile", description: "What became of every character that was read: coverage.json. White space is not counted." });

export type CoverageFile = z.infer<typeof coverageFileSchema>;

/** Takes the notices of a version one after the other. */
export function openCoverage(): Watcher & { readonly done: () => CoverageFile } {
  const notices: CoverageFile["notices"] = [];
  const failedReadings: CoverageFile["failedReadings"] = [];
  return {
    notice: ({ id, readings, result }) => {
      const { claimed, furniture, unclaimed, characters: all } = result.coverage;
      notices.push({ notice: id, characters: all, claimed, furniture, unclaimed: unclaimed.reduce((sum, { text }) => sum + text.replace(/\s/gu, "").length, 0) });
      for (const { item, status } of readings) if (status === "failed") failedReadings.push(item);
    },
    issue: ({ code, item }) => {
      if (code === failedReading && item !== null) failedReadings.push(item);
    },
    done: () => {
      const sum = (key: keyof typeof characters): number => notices.reduce((total, notice) => total + notice[key], 0);
      return { characters: sum("characters"), claimed: sum("claimed"), furniture: sum("furniture"), unclaimed: sum("unclaimed"), failedReadings, notices };
    },
  };
}
