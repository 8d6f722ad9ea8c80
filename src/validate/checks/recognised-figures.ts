import type { Place } from "../../model/position.ts";
import type { Check } from "../check.ts";

/** A task of which a time, the number or the weight stands on a page whose words a program recognised: one wrong figure there looks like a right one. */
export const recognisedFigures: Check = ({ tasks, diagnostics }, report) => {
  const recognised = diagnostics.flatMap(({ code, place }) => (code === "pdf/ocr-layer" ? place.flatMap((one) => pageOf(one) ?? []) : []));
  if (recognised.length === 0) return;
  const pages = new Set(recognised);
  for (const task of tasks) {
    if (task.number === null && task.weight === null && task.deadlines.length === 0) continue;
    const own = [...task.deadlines.flatMap(({ place }) => place), ...task.place].find((one) => pages.has(pageOf(one) ?? ""));
    if (own?.kind === "page") report("task/recognised-figures", { params: { page: String(own.page) }, task: task.id, place: [own] });
  }
};

function pageOf(place: Place): string | null {
  return place.kind === "page" ? `${place.source}/${place.page}` : null;
}
