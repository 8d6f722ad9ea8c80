/** The note that says who is inside a dataset, and whether it still counts. */
import { randomUUID } from "node:crypto";
import { readFile, readlink } from "node:fs/promises";
import { hostname } from "node:os";
import process from "node:process";
import { isThere } from "../../batch/at-work.ts";
import { processStat } from "../../batch/process-stat.ts";

/** A note that is not renewed counts nothing after so long, in milliseconds. */
export const patience = 120_000;

/** Who is inside. */
export interface Note {
  readonly token: string;
  readonly host: string;
  /** Changes with each start of the system; null where none is told. */
  readonly boot: string | null;
  /** PID namespace. */
  readonly space: string | null;
  readonly pid: number;
  /** Moment in which the process began, in the system's own count. */
  readonly start: string | null;
  /** Device and number of the folder. */
  readonly volume: string;
  /** Whether its writer holds the lock of the kernel as well. */
  readonly kernel: boolean;
}

/** The note of this process. */
export async function noteOf(volume: string, kernel: boolean): Promise<Note> {
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").then((text) => text.trim(), () => null);
  const space = await readlink("/proc/self/ns/pid").catch(() => null);
  return { token: randomUUID(), host: hostname(), boot, space, pid: process.pid, start: startOf(process.pid), volume, kernel };
}

/** Whether somebody is inside by this note. */
export function counts(text: string, age: number, mine: Note): boolean {
  const note = read(text);
  if (note === null) return age < patience;
  if ("plain" in note) return note.plain !== process.pid && isThere(note.plain);
  if (note.kernel && mine.kernel && note.boot !== null && note.boot === mine.boot && note.volume === mine.volume) return false;
  if (note.host === mine.host && note.boot === mine.boot && note.space === mine.space) return isThere(note.pid) && (note.start === null || note.start === startOf(note.pid));
  return age < patience;
}

/** A note; the number alone that older versions of the program wrote; or null when it is neither. */
function read(text: string): Note | { readonly plain: number } | null {
  if (/^\d+$/u.test(text.trim())) return { plain: Number(text) };
  try {
    const note = JSON.parse(text) as Partial<Note> | null;
    return typeof note?.token === "string" && typeof note.pid === "number" ? (note as Note) : null;
  } catch {
    return null;
  }
}

/** When a process began; null when the system does not say, or there is none. */
function startOf(pid: number): string | null {
  return processStat(pid)?.began ?? null;
}

/** Who it is, for people. */
export function describe(text: string, age: number | null, mine: Note | null): string {
  const note = read(text);
  if (note === null) return ".lock";
  if ("plain" in note) return String(note.plain);
  const who = `${note.pid}@${note.host}`;
  return age === null || (note.boot === mine?.boot && note.space === mine.space) ? who : `${who} (${Math.max(0, Math.round(age / 1000))} s / ${patience / 1000} s)`;
}
