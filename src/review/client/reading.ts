/** The right side: findings and rows, which of them are to be looked at, and which stands beside which. */
import type { Beside, Changed } from "./backend.ts";
import { drawBeside, offerAlone } from "./beside.ts";
import { part } from "./dialog.ts";
import type { Name } from "./names.ts";
import { Rows } from "./rows.ts";

/** Nothing laid beside the tasks. */
export const nothingBeside: Beside = { summary: "", rows: {}, alone: [] };

/** What was read, as it is shown. */
export class Reading {
  readonly rows = new Rows(part("tasks", HTMLElement));
  readonly #findings = part("findings", HTMLElement);
  readonly #find = part("find", HTMLInputElement);
  readonly #filter = part("filter", HTMLSelectElement);
  #drawn = "";
  #beside = nothingBeside;
  #alone: ReadonlySet<string> = new Set();

  constructor() {
    this.#find.addEventListener("input", () => { this.#choose(); });
    this.#filter.addEventListener("change", () => { this.#choose(); });
  }

  /** Puts changed parts in the place of the old ones. Parts that say the same stay. */
  put({ head, findings, rows, row }: Changed): void {
    part("head", HTMLElement).innerHTML = head;
    if (findings !== this.#drawn) this.#findings.innerHTML = findings;
    this.#drawn = findings;
    if (rows !== undefined) {
      this.rows.put(rows);
      drawBeside(this.#beside, this.rows.all);
    }
    if (row === undefined) return;
    const fresh = this.rows.replace(row.id, row.html);
    if (fresh !== null) drawBeside(this.#beside, [fresh]);
  }

  /** Lays other notices beside the tasks. What is shown is chosen anew: rows that were alone may be so no more, and may be no choice. */
  lay(beside: Beside, alone: string): void {
    [this.#beside, this.#alone] = [beside, new Set(beside.alone)];
    drawBeside(beside, this.rows.all);
    offerAlone(beside, alone);
    this.#choose();
  }

  get isLaid(): boolean {
    return this.#beside !== nothingBeside;
  }

  /** A value or finding by its name. */
  named({ id, field, at, about }: Name): HTMLElement | null {
    if (id === null) return this.#findings.querySelector<HTMLElement>(`.finding[data-field="${CSS.escape(field)}"][data-id="${CSS.escape(about)}"]`);
    const row = this.rows.of(id);
    const values = row === null ? [] : [...row.querySelectorAll<HTMLElement>(".v")];
    return values[at] ?? values.find(({ dataset }) => dataset["field"] === field) ?? row;
  }

  /** Where reading begins: the first finding that is open, else the first value. */
  first(): HTMLElement | null {
    return this.#findings.querySelector<HTMLElement>(".finding:not(.settled)") ?? this.rows.shown[0]?.querySelector<HTMLElement>(".v") ?? null;
  }

  /** What is to be looked at: findings first, then what nobody has confirmed. */
  pending(): HTMLElement[] {
    const findings = [...this.#findings.querySelectorAll<HTMLElement>(".finding:not(.settled):not(.info)")];
    return [...findings, ...this.rows.shown.filter(({ dataset }) => dataset["standing"] !== "confirmed")];
  }

  /** The next thing to be looked at from here. */
  next(chosen: HTMLElement | null, by: number): HTMLElement | undefined {
    const pending = this.pending();
    const here = chosen?.classList.contains("finding") === true ? chosen : (chosen?.closest<HTMLElement>(".row") ?? null);
    const at = here === null ? -1 : pending.indexOf(here);
    return at >= 0 || here === null ? pending[at + by] : beside(pending, here, by);
  }

  /** The value one row further, in the column where one is; from finding to finding, and between findings and rows. */
  step(chosen: HTMLElement | null, by: number): HTMLElement | null {
    const findings = [...this.#findings.querySelectorAll<HTMLElement>(".finding")];
    if (chosen?.classList.contains("finding") === true) return findings[findings.indexOf(chosen) + by] ?? (by > 0 ? (this.rows.shown[0]?.querySelector<HTMLElement>(".v") ?? null) : null);
    const row = chosen?.closest<HTMLElement>(".row") ?? null;
    const at = row === null ? -1 : this.rows.shown.indexOf(row);
    if (by < 0 && at <= 0) return findings.at(-1) ?? null;
    const cell = chosen === null || row === null ? 1 : [...row.children].findIndex((one) => one.contains(chosen));
    const next = this.rows.shown[Math.min(at + by, this.rows.shown.length - 1)];
    return next?.children[Math.max(cell, 0)]?.querySelector<HTMLElement>(".v") ?? next?.querySelector<HTMLElement>(".v") ?? null;
  }

  /** What people look for is kept out of the text of each row as it stands. */
  #choose(): void {
    const wanted = this.#find.value.trim().toLowerCase();
    const standing = this.#filter.value;
    this.rows.filter((row) => this.#isOf(row, standing) && (wanted === "" || row.textContent.toLowerCase().includes(wanted)));
  }

  #isOf({ dataset }: HTMLElement, standing: string): boolean {
    const own = dataset["standing"] ?? "";
    return standing === "" || own === standing || (standing === "alone" && this.#alone.has(dataset["id"] ?? "")) || (standing === "finding" && own === "again");
  }
}

/** The value beside one in its row. */
export function sideOf(chosen: HTMLElement | null, by: number): HTMLElement | undefined {
  const values = [...(chosen?.closest(".row")?.querySelectorAll<HTMLElement>(".v") ?? [])];
  return chosen === null ? undefined : values[values.indexOf(chosen) + by];
}

/** What of a row or finding is chosen when one comes to it. */
export function entryOf(thing: HTMLElement): HTMLElement | null {
  return thing.classList.contains("row") ? (thing.querySelector<HTMLElement>(".what > .v") ?? thing.querySelector<HTMLElement>(".v")) : thing;
}

/** The pending thing before or behind one that is not pending. */
function beside(pending: readonly HTMLElement[], here: HTMLElement, by: number): HTMLElement | undefined {
  const isBehind = (one: HTMLElement): boolean => (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return by > 0 ? pending.find(isBehind) : pending.findLast((one) => !isBehind(one));
}
