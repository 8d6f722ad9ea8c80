/** Why a line is no result of ours, in words. */
import type { StoredTrouble } from "../emit/stored.ts";
import type { Language } from "../model/finding.ts";
import { schemaVersion } from "../model/version.ts";

export function troubleWords({ kind, detail }: StoredTrouble, language: Language): string {
  const zh = language === "zh";
  return {
    json: zh ? "不是 JSON" : "no JSON",
    other: zh ? "是别的 JSON" : "other JSON",
    version: zh ? `结构版本 ${detail}，这个程序认得 ${schemaVersion}` : `contract ${detail}; this program knows ${schemaVersion}`,
    shape: zh ? `${detail} 不合结构 ${schemaVersion}` : `${detail} is not as contract ${schemaVersion} asks`,
  }[kind];
}
