/** What a person does with what is chosen: confirm, correct, drop, add, take back. */
import type { Answer, Backend, Notice, Undo, Value } from "./backend.ts";
import { troubleIn, type Dialog } from "./dialog.ts";
import { nameOf, type Name } from "./names.ts";
import { sideOf, type Reading } from "./reading.ts";

/** What the work is done on. */
export interface Desk {
  readonly backend: Backend;
  readonly dialog: Dialog;
  readonly reading: Reading;
  readonly say: (word: string) => string;
  readonly tell: (words: string) => void;
  readonly alert: (words: string) => void;
  readonly notice: () => Notice | null;
  readonly chosen: () => HTMLElement | null;
  /** What is selected in the source. */
  readonly selection: () => string;
  /** Puts what a write changed in its place, and goes to a thing of a name; null: what was chosen stays chosen. */
  readonly put: (answer: Extract<Answer, { readonly changed: unknown }>, wanted: Name | null) => void;
}

/** The work on one notice. */
export class Work {
  readonly #desk: Desk;
  readonly #undo: Undo[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Another notice: what was done with the one before is done. */
  begin(): void {
    this.#undo.length = 0;
  }

  /** Confirms the task or finding and goes on; or the value alone. */
  async confirm(all: boolean): Promise<void> {
    const { backend, reading, say, tell } = this.#desk;
    const chosen = this.#desk.chosen();
    if (chosen === null) return;
    const finding = chosen.classList.contains("finding");
    const row = chosen.closest<HTMLElement>(".row");
    const id = finding ? chosen.dataset["id"] || (this.#desk.notice()?.id ?? "") : (row?.dataset["id"] ?? "");
    const field = finding ? (chosen.dataset["field"] ?? "") : all ? null : (chosen.dataset["field"] ?? null);
    if (chosen.classList.contains("resting")) return this.#keep(chosen);
    const key = (finding ? chosen.dataset["key"] : row?.dataset["key"]) ?? "";
    const next = all || finding ? reading.next(chosen, 1) : sideOf(chosen, 1);
    const wanted = next === undefined ? null : nameOf(next);
    await this.#signed(say("confirm"), async (person) => {
      const trouble = this.#take(await backend.confirm({ id, field, key, verdict: "confirmed", person }, this.#at()), wanted);
      if (trouble !== null) this.#desk.alert(trouble);
      else if (wanted === null && (all || finding)) tell(say("end"));
    });
  }

  async correct(): Promise<void> {
    const { backend, dialog, reading, say } = this.#desk;
    const chosen = this.#desk.chosen();
    const row = chosen?.closest<HTMLElement>(".row") ?? reading.rows.of(chosen?.dataset["id"] ?? "");
    const id = row?.dataset["id"] ?? this.#desk.notice()?.id ?? "";
    const field = row === null ? "title" : chosen?.classList.contains("v") === true ? (chosen.dataset["field"] ?? "text") : "due";
    const values = await backend.values(this.#at().n, id);
    dialog.open({
      title: say("correct"),
      parts: ["field", "read", "value", "reason"],
      field: field in values ? field : (Object.keys(values)[0] ?? ""),
      values,
      send: async ({ field: named, shown, value, reason, person }) => this.#take(await backend.correct({ id, field: named, shown, value, reason, person }, this.#at())),
    });
  }

  drop(): void {
    const { backend, dialog, reading, say } = this.#desk;
    const row = this.#desk.chosen()?.closest<HTMLElement>(".row");
    const id = row?.dataset["id"];
    if (row == null || id === undefined) return;
    const beside = reading.rows.beside(row);
    const wanted = beside === null ? null : nameOf(beside);
    dialog.open({ title: say("drop"), parts: ["reason"], send: async ({ reason, person }) => this.#take(await backend.correct({ op: "drop", id, reason, person }, this.#at()), wanted) });
  }

  add(): void {
    const { backend, dialog, say } = this.#desk;
    const chosen = this.#desk.chosen();
    const after = chosen?.closest<HTMLElement>(".row")?.dataset["id"] ?? null;
    const words = this.#desk.selection() || (chosen?.dataset["words"] ?? "");
    const id = this.#desk.notice()?.id ?? "";
    dialog.open({
      title: say("add"),
      parts: ["words", "value", "more", "reason"],
      words,
      send: async ({ words: printed, value, fields, reason, person }) => this.#take(await backend.correct({ op: "add", id, after, words: printed, fields: { text: value, ...fields }, reason, person }, this.#at())),
    });
  }

  /** A correction that rests holds for what is read now, if its person or another says so. */
  async #keep({ dataset }: HTMLElement): Promise<void> {
    const { backend, say } = this.#desk;
    const kept = JSON.parse(dataset["keep"] ?? "{}") as { readonly id: string; readonly op?: string; readonly field?: string; readonly value?: Value; readonly reason: string };
    const { id, op, field = "", value = null, reason } = kept;
    const shown = op === undefined ? (await backend.values(this.#at().n, id))[field]?.shown : null;
    if (shown === undefined || op === "add") {
      this.#desk.alert(say("cannotKeep"));
      return;
    }
    await this.#signed(say("confirm"), async (person) => {
      const trouble = this.#take(await backend.correct(op === undefined ? { id, field, value, shown, reason, person } : { id, op, reason, person }, this.#at()));
      if (trouble !== null) this.#desk.alert(trouble);
    });
  }

  /** Takes back what was decided about the chosen thing: a correction of the value, else a confirmation of it, else what was decided about all of its task. */
  async withdraw(): Promise<void> {
    const { backend, say, tell } = this.#desk;
    const chosen = this.#desk.chosen();
    const row = chosen?.closest<HTMLElement>(".row") ?? null;
    const notice = this.#desk.notice()?.id ?? "";
    const { dataset, classList } = chosen ?? document.body;
    const id = row?.dataset["id"] ?? (dataset["id"] || notice);
    const ofRow = row?.dataset["standing"] === "confirmed" || row?.dataset["standing"] === "again";
    const key = (row ?? chosen)?.dataset["key"] ?? "";
    const about = row === null ? (dataset["field"] ?? "") : classList.contains("looked") ? (dataset["field"] ?? "") : null;
    if (classList.contains("resting")) await this.withdrawOne({ id, field: dataset["field"] ?? "", words: dataset["words"] || null });
    else if (dataset["correction"] !== undefined) await this.withdrawOne({ id, field: dataset["correction"], words: null });
    else if (classList.contains("settled") || classList.contains("looked") || ofRow) {
      await this.#signed(say("withdraw"), async (person) => { this.#taken(await backend.confirm({ id, field: about, key, verdict: "withdrawn", person }, this.#at())); });
    } else if (row?.dataset["added"] !== undefined) await this.withdrawOne({ id: notice, field: "add", words: row.dataset["added"] });
    else tell(say("nothingToWithdraw"));
  }

  /** Takes back one correction. */
  async withdrawOne(what: { readonly id: string; readonly field: string; readonly words: string | null }): Promise<void> {
    this.#taken(await this.#desk.backend.withdraw(what, this.#at()));
  }

  #taken(answer: Answer): void {
    const trouble = this.#take(answer);
    if (trouble === null) this.#desk.tell(this.#desk.say("withdrawn"));
    else this.#desk.alert(trouble);
  }

  /** Takes the last thing back that was done. */
  async undo(): Promise<void> {
    const { say, tell } = this.#desk;
    const undo = this.#undo.at(-1);
    if (undo === undefined) {
      tell(say("nothingToUndo"));
      return;
    }
    const before = this.#undo.length;
    const isBack = undo.kind === "withdraw" && undo.field === "drop";
    const trouble = this.#take(await this.#reverse(undo), isBack ? { id: undo.id, field: "text", at: -1, about: "" } : null);
    if (trouble !== null) {
      this.#desk.alert(trouble);
      return;
    }
    this.#undo.length = before - 1;
    tell(say("undone"));
  }

  async #reverse(undo: Undo): Promise<Answer> {
    const { backend, dialog } = this.#desk;
    if (undo.kind === "withdraw") return backend.withdraw(undo, this.#at());
    if (undo.kind === "again") return backend.correct(undo.body, this.#at());
    const { id, field } = undo;
    if (undo.kind === "confirm") return backend.confirm({ id, field, key: undo.key, verdict: undo.verdict, person: dialog.person }, this.#at());
    const { value, reason, person, date } = undo;
    const values = await backend.values(this.#at().n, id);
    return backend.correct({ id, field, value, reason, person, date, shown: values[undo.field]?.shown ?? null }, this.#at());
  }

  /** Does something for which a person must be known; `title`: what it is, where the person is asked for. */
  async #signed(title: string, work: (person: string) => Promise<void>): Promise<void> {
    const { dialog } = this.#desk;
    if (dialog.person !== "") await work(dialog.person);
    else dialog.open({ title, parts: [], send: ({ person }) => work(person).then(() => null) });
  }

  #at(): { readonly n: number; readonly revision: string } {
    const notice = this.#desk.notice();
    return { n: notice?.n ?? 0, revision: notice?.revision ?? "" };
  }

  /** Takes what a write gave; what is wrong with it, or null. */
  #take(answer: Answer, wanted: Name | null = null): string | null {
    const { put, say, tell } = this.#desk;
    if (answer.kind === "done" || answer.kind === "moved") {
      if (answer.kind === "done") {
        if (answer.changed.undo !== null) this.#undo.push(answer.changed.undo);
        tell(say("saved"));
      }
      put(answer, answer.kind === "done" ? wanted : null);
    }
    return troubleIn(answer, say);
  }
}
