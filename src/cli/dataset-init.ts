/** `fengong dataset init`: settings to begin with, every key said. */
import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder, writeWhole } from "../batch/whole.ts";
import { settingsTemplate } from "../dataset/correct/settings-keys.ts";
import { printable } from "../text/shown.ts";
import type { Ended } from "./command.ts";
import type { Settings } from "./run.ts";

/** Writes `dataset.yaml` into a folder, which is made where there is none. What is there stays. */
export async function initDataset(folder: string, { streams, language, tell }: Settings): Promise<Ended> {
  const path = join(folder, "dataset.yaml");
  const there = await lstat(path).then(() => true, () => false);
  if (there) return { wrong: "settingsThere", detail: path };
  await makeFolder(folder);
  await writeWhole(path, settingsTemplate());
  if (tell !== "errors") streams.stderr.write(`${printable(language === "zh" ? `已写 ${path}；下一步：fengong dataset build ${folder} --out 数据集文件夹` : `Wrote ${path}; next: fengong dataset build ${folder} --out DATASET`)}\n`);
  return { exit: "ok", wrong: null };
}
