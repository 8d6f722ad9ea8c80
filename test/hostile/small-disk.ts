/** Small file systems in memory, in a name space of the program itself: they are gone with it, whatever ends it. Linux only. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, statfsSync } from "node:fs";
import process from "node:process";

const inside = "FENGONG_SMALL_DISKS";

/** As root a name space for mounts is enough; others need one for users too. */
const spaces = process.getuid?.() === 0 ? ["-m"] : ["-U", "-r", "-m"];

/**
 * Starts the program again where it may mount, and ends with its exit code. Returns where that was done already; says in one line
 * what is skipped where nobody may mount, and ends well.
 */
export function enterSmallDisks(): void {
  if (process.env[inside] === "1") return;
  const trial = spawnSync("unshare", [...spaces, "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /tmp"], { encoding: "utf8" });
  if (trial.status !== 0) {
    console.log(`skipped: no small file systems can be mounted here (${(trial.error?.message ?? trial.stderr).trim().split("\n")[0] ?? ""})`);
    process.exit(0);
  }
  const again = spawnSync("unshare", [...spaces, "--propagation", "private", process.execPath, ...process.execArgv, ...process.argv.slice(1)], { stdio: "inherit", env: { ...process.env, [inside]: "1" } });
  process.exit(again.status ?? 1);
}

/** Mounts an empty one of so many kibibytes. */
export function mount(folder: string, kib: number): void {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kib}k`, "tmpfs", folder]);
}

/** Makes it larger or smaller; what is on it stays. */
export function resize(folder: string, kib: number): void {
  execFileSync("mount", ["-o", `remount,size=${kib}k`, folder]);
}

/** Lets nobody write on it any more. */
export function close(folder: string): void {
  execFileSync("mount", ["-o", "remount,ro", folder]);
}

export function unmount(folder: string): void {
  execFileSync("umount", ["-l", folder]);
}

/** Kibibytes that are taken on it. */
export function taken(folder: string): number {
  const { blocks, bfree, bsize } = statfsSync(folder);
  return ((blocks - bfree) * bsize) / 1024;
}
