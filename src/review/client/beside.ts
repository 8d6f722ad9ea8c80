/** What the other notices have beside each task: under its row, and in a summary above all rows. */
import type { Beside } from "./backend.ts";
import { part } from "./dialog.ts";

/** Puts it on the page. Rows that were drawn anew get theirs again; those that have it keep it. */
export function drawBeside(beside: Beside, rows: readonly HTMLElement[]): void {
  const summary = part("beside", HTMLElement);
  if (summary.innerHTML !== beside.summary) summary.innerHTML = beside.summary;
  for (const row of rows) {
    const html = beside.rows[row.dataset["id"] ?? ""];
    const last = row.lastElementChild;
    if (last?.classList.contains("beside") === true) last.remove();
    if (html !== undefined) row.insertAdjacentHTML("beforeend", html);
  }
}

/** The choice of rows that have nothing beside them, where rows are compared at all. */
export function offerAlone(beside: Beside, words: string): void {
  const filter = part("filter", HTMLSelectElement);
  const known = filter.querySelector('[value="alone"]');
  const wanted = Object.keys(beside.rows).length > 0;
  if (wanted && known === null) filter.add(new Option(words, "alone"));
  if (!wanted) known?.remove();
}

/** Marks the words of a task that the chosen counterpart has too. */
export function paintEqual(chosen: HTMLElement | null): void {
  const text = chosen?.closest(".row")?.querySelector('.v[data-field="text"]:not(.link)')?.firstChild;
  const stretches = (chosen?.dataset["own"] ?? "").split(" ").filter((one) => one !== "").map((one) => one.split("-").map(Number));
  const ranges = !(text instanceof Text) ? [] : stretches.flatMap(([start = 0, end = 0]) => {
    if (end > text.length) return [];
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    return [range];
  });
  CSS.highlights.set("equal", new Highlight(...ranges));
}
