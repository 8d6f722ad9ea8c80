/** Folders for datasets in tests, gone when the test is over. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { openDisk } from "../../src/dataset/keep/disk.ts";
import { readSettings, type DatasetSettings } from "../../src/dataset/correct/settings.ts";
import { filesBelow } from "../../src/dataset/keep/sums.ts";

/** The disk without waiting for it. */
export const quickDisk = openDisk({ sync: false });

/** Settings of a text that must be right. */
export function settingsOf(text = ""): DatasetSettings {
  const { settings, troubles } = readSettings(text);
  if (settings === null) throw new Error(JSON.stringify(troubles));
  return settings;
}

/** Does something with a new empty folder. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "fengong-dataset-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A new empty folder for a test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fengong-dataset-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** All files of a folder by name, as text in which each byte is a character. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = await filesBelow(folder);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}
