/** Where a task stands, in words that a person can follow with the file open; empty where only a path tells it. */
import type { Language } from "../../model/finding.ts";
import type { Place } from "../../model/position.ts";
import { spotWords } from "../report/spot.ts";

/** The page, or the row or paragraph: a task is a row, not a cell. */
export function whereWords(place: Place, language: Language): string {
  if (place.kind === "page") return language === "zh" ? `第${place.page}页` : `page ${place.page}`;
  return (spotWords(place.path, language) ?? "").replace(/第\d+格$|, cell \d+$/u, "");
}
