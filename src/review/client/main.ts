/** The page: which notice is open, what is pointed at, and one key for every action. */
import type { Answer, Backend, Beside, Changed, Listed, Mark, Notice, Undo } from "./backend.ts";
import { drawBeside, offerAlone, paintEqual } from "./beside.ts";
import { Dialog, part, troubleIn } from "./dialog.ts";
import { openDivider } from "./divider.ts";
import { fileBackend } from "./file.ts";
import { keys, nameOf, type Name } from "./names.ts";
import { serverBackend, takeToken } from "./server.ts";
import { drawShelf } from "./shelf.ts";
import { Sources, type Pointed } from "./source.ts";

type Said = Readonly<Record<string, string>>;

const nothing: Beside = { summary: "", rows: {}, alone: [] };

/** Runs the page. */
class Review {
  readonly #backend: Backend;
  readonly #say: (word: string) => string;
  readonly #dialog: Dialog;
  readonly #sources: Sources;
  readonly #tasks = part("tasks", HTMLElement);
  readonly #findings = part("findings", HTMLElement);
  readonly #undo: Undo[] = [];
  #notices: readonly Listed[];
  #notice: Notice | null = null;
  #laid: Beside = nothing;
  #chosen: HTMLElement | null = null;
  #hovered: Element | null = null;
  #busy: Promise<unknown> = Promise.resolve();

  constructor(backend: Backend, say: (word: string) => string, notices: readonly Listed[], person: string | null) {
    [this.#backend, this.#say, this.#notices] = [backend, say, notices];
    this.#dialog = new Dialog(person);
    this.#sources = new Sources(backend, { page: say("page"), notAtHand: say("notAtHand"), source: say("source") }, part("tabs", HTMLElement), part("sheets", HTMLElement));
    this.#listen();
  }

  async open(n: number): Promise<void> {
    this.tell(this.#say("loading"));
    const notice = await this.#backend.notice(n);
    this.#notice = notice;
    this.#undo.length = 0;
    this.#chosen = null;
    this.#laid = nothing;
    this.#swap(notice);
    this.#warn(notice);
    this.#shelf();
    await this.#sources.show(notice);
    this.tell("");
    document.body.dataset["ready"] = String(n);
    void this.#compare();
    const first = this.#findings.querySelector<HTMLElement>(".finding:not(.settled)") ?? this.#tasks.querySelector<HTMLElement>(".row .v");
    if (first !== null) this.choose(first, { focus: false });
  }

  tell(words: string): void {
    part("told", HTMLElement).textContent = words;
  }

  /** Makes something the chosen thing: a value or a finding. */
  choose(element: HTMLElement, { focus = true, scroll = true } = {}): void {
    const before = this.#chosen;
    if (before !== null && before !== element) {
      before.classList.remove("chosen");
      before.tabIndex = -1;
      before.closest(".row")?.classList.remove("hit");
    }
    this.#chosen = element;
    element.classList.add("chosen");
    element.tabIndex = 0;
    element.closest(".row")?.classList.add("hit");
    if (focus) element.focus({ preventScroll: true });
    if (scroll) element.scrollIntoView({ block: "nearest" });
    this.#sources.point(this.#pointedBy(element), scroll);
    paintEqual(element);
  }

  #listen(): void {
    const reading = part("reading", HTMLElement);
    const target = (event: Event): HTMLElement | null => (event.target instanceof Element ? event.target.closest<HTMLElement>(".v, .finding") : null);
    part("beside", HTMLElement).addEventListener("click", (event) => { this.#openFrom(event); });
    reading.addEventListener("click", (event) => {
      const element = target(event);
      if (element !== null) this.choose(element);
    });
    reading.addEventListener("focusin", (event) => {
      const element = target(event);
      if (element !== null && element !== this.#chosen) this.choose(element, { focus: false });
    });
    reading.addEventListener("dblclick", (event) => {
      const element = target(event);
      if (element !== null) this.#do(element.classList.contains("link") ? "counterpart" : "correct");
    });
    reading.addEventListener("pointerover", (event) => { this.#hover(target(event)); });
    reading.addEventListener("pointerleave", () => { this.#hover(null); });
    document.addEventListener("keydown", (event) => { this.#key(event); });
    document.querySelector(".keys")?.addEventListener("click", (event) => {
      const name = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]")?.dataset["do"] : undefined;
      if (name !== undefined) this.#do(name);
    });
    part("find", HTMLInputElement).addEventListener("input", () => { this.#filter(); });
    part("filter", HTMLSelectElement).addEventListener("change", () => { this.#filter(); });
    const button = part("shelf-button", HTMLButtonElement);
    button.addEventListener("click", () => {
      const shelf = part("shelf", HTMLElement);
      shelf.hidden = !shelf.hidden;
      button.setAttribute("aria-expanded", String(!shelf.hidden));
      if (!shelf.hidden) void this.#backend.list().then(({ notices }) => { this.#notices = notices; this.#shelf(); });
    });
    part("shelf", HTMLElement).addEventListener("click", (event) => { this.#openFrom(event); });
    openDivider();
  }

  /** Opens the notice that a button stands for. */
  #openFrom(event: Event): void {
    const n = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-n]")?.dataset["n"] : undefined;
    if (n !== undefined && n !== "") void this.open(Number(n));
  }

  #hover(element: HTMLElement | null): void {
    if (element === this.#hovered) return;
    this.#hovered = element;
    const pointed = element ?? this.#chosen;
    if (pointed !== null) requestAnimationFrame(() => { if (this.#hovered === element) this.#sources.point(this.#pointedBy(pointed), element !== null); });
  }

  #pointedBy(element: HTMLElement): Pointed {
    const marks = this.#notice?.marks ?? null;
    if (marks === null) return {};
    const name = element.dataset["mark"] ?? "";
    if (element.classList.contains("finding")) {
      const [list = "", i = "", ...rest] = name.split(".");
      const found: readonly Mark[] = list === "diagnostics" ? (marks.diagnostics[Number(i)] ?? []) : list === "tasks" ? (marks.tasks[Number(i)]?.[rest.join(".")] ?? []) : [];
      return element.dataset["id"] === "" ? { lost: found } : { value: found, row: this.#rowMarks(this.#rowOf(element.dataset["id"] ?? "")) };
    }
    const row = element.closest<HTMLElement>(".row");
    const fields = marks.tasks[Number(row?.dataset["read"] === "" ? -1 : row?.dataset["read"])];
    return { row: fields?.["row"] ?? [], value: (name === "" ? undefined : fields?.[name]) ?? [] };
  }

  #rowMarks(row: HTMLElement | null): readonly Mark[] {
    const read = row?.dataset["read"];
    return read === undefined || read === "" ? [] : (this.#notice?.marks?.tasks[Number(read)]?.["row"] ?? []);
  }

  #rowOf(id: string): HTMLElement | null {
    return id === "" ? null : this.#tasks.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"]`);
  }

  #rows(): HTMLElement[] {
    return [...this.#tasks.querySelectorAll<HTMLElement>(".row:not([hidden])")];
  }

  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) return;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) {
      if (key === "Escape" && target instanceof HTMLInputElement) { target.blur(); this.#chosen?.focus(); }
      return;
    }
    if (target instanceof HTMLElement && target.id === "divider" && key.startsWith("Arrow")) return;
    const name = keys[key];
    if (name === undefined) return;
    event.preventDefault();
    this.#do(name);
  }

  #do(name: string): void {
    const actions: Readonly<Record<string, () => unknown>> = {
      down: () => { this.#step(1); },
      up: () => { this.#step(-1); },
      right: () => { this.#side(1); },
      left: () => { this.#side(-1); },
      next: () => { this.#next(1); },
      previous: () => { this.#next(-1); },
      confirm: () => this.#confirm(true),
      confirmValue: () => this.#confirm(false),
      correct: () => this.#correct(),
      drop: () => { this.#drop(); },
      add: () => { this.#add(); },
      undo: () => this.#takeBack(),
      find: () => { part("find", HTMLInputElement).focus(); },
      page: () => { this.#toPage(); },
      counterpart: () => this.#toCounterpart(),
      nextNotice: () => { this.#turn(1); },
      previousNotice: () => { this.#turn(-1); },
      help: () => { part("help", HTMLDialogElement).showModal(); },
    };
    // One after the other, however fast the keys come.
    this.#busy = this.#busy.then(() => actions[name]?.()).catch((error: unknown) => { this.#alert(error instanceof Error ? error.message : String(error)); });
  }

  /** To the next row, in the column where one is. */
  #step(by: number): void {
    const chosen = this.#chosen;
    if (chosen?.classList.contains("finding") === true) {
      const all = [...this.#findings.querySelectorAll<HTMLElement>(".finding")];
      const at = all.indexOf(chosen) + by;
      const found = all[at] ?? (by > 0 ? this.#tasks.querySelector<HTMLElement>(".row:not([hidden]) .v") : null);
      if (found != null) this.choose(found);
      return;
    }
    const row = chosen?.closest<HTMLElement>(".row") ?? null;
    const rows = this.#rows();
    const at = row === null ? -1 : rows.indexOf(row);
    if (by < 0 && at <= 0) {
      const last = [...this.#findings.querySelectorAll<HTMLElement>(".finding")].at(-1);
      if (last !== undefined) this.choose(last);
      return;
    }
    const cell = chosen === null || row === null ? 1 : [...row.children].findIndex((one) => one.contains(chosen));
    const next = rows[Math.min(at + by, rows.length - 1)];
    const found = next?.children[Math.max(cell, 0)]?.querySelector<HTMLElement>(".v") ?? next?.querySelector<HTMLElement>(".v");
    if (found != null) this.choose(found);
  }

  #side(by: number): void {
    const chosen = this.#chosen;
    const row = chosen?.closest(".row");
    if (chosen === null || row == null) return;
    const values = [...row.querySelectorAll<HTMLElement>(".v")];
    const found = values[values.indexOf(chosen) + by];
    if (found !== undefined) this.choose(found);
  }

  /** What is to be looked at: findings first, then what nobody has confirmed. */
  #pending(): HTMLElement[] {
    const findings = [...this.#findings.querySelectorAll<HTMLElement>(".finding:not(.settled):not(.info)")];
    const rows = this.#rows().filter(({ dataset }) => dataset["standing"] !== "confirmed");
    return [...findings, ...rows];
  }

  #next(by: number): void {
    const pending = this.#pending();
    const here = this.#chosen?.classList.contains("finding") === true ? this.#chosen : (this.#chosen?.closest<HTMLElement>(".row") ?? null);
    const at = here === null ? -1 : pending.indexOf(here);
    const found = at >= 0 || here === null ? pending[at + by] : this.#beside(pending, here, by);
    if (found === undefined) this.tell(this.#say("end"));
    else this.#into(found);
  }

  /** The pending thing before or behind one that is not pending. */
  #beside(pending: readonly HTMLElement[], here: HTMLElement, by: number): HTMLElement | undefined {
    const isBehind = (one: HTMLElement): boolean => (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    return by > 0 ? pending.find(isBehind) : pending.findLast((one) => !isBehind(one));
  }

  #into(thing: HTMLElement): void {
    const found = thing.classList.contains("row") ? (thing.querySelector<HTMLElement>(".what > .v") ?? thing.querySelector<HTMLElement>(".v")) : thing;
    if (found !== null) this.choose(found);
  }

  async #confirm(all: boolean): Promise<void> {
    const chosen = this.#chosen;
    if (chosen === null) return;
    const finding = chosen.classList.contains("finding");
    const row = chosen.closest<HTMLElement>(".row");
    const id = finding ? chosen.dataset["id"] || (this.#notice?.id ?? "") : (row?.dataset["id"] ?? "");
    const field = finding ? (chosen.dataset["field"] ?? "") : all ? null : (chosen.dataset["field"] ?? null);
    if (finding && chosen.classList.contains("resting")) return;
    const key = (finding ? chosen.dataset["key"] : row?.dataset["key"]) ?? "";
    const pending = this.#pending();
    const at = pending.indexOf(finding ? chosen : (row ?? chosen));
    const next = pending[at + 1];
    const nextName = next === undefined ? null : nameOf(next);
    await this.#signed(async (person) => {
      const trouble = await this.#send(this.#backend.confirm({ id, field, key, verdict: "confirmed", person }, this.#at()));
      if (trouble !== null) this.#alert(trouble);
      else if (!all && !finding) this.#side(1);
      else if (nextName === null) this.tell(this.#say("end"));
      else this.#into(this.#named(nextName) ?? this.#pending()[0] ?? chosen);
      return null;
    });
  }

  /** Does something for which a person must be known. */
  async #signed(work: (person: string) => Promise<string | null>): Promise<void> {
    if (this.#dialog.person !== "") await work(this.#dialog.person);
    else this.#dialog.open({ title: this.#say("confirm"), parts: [], send: ({ person }) => work(person) });
  }

  async #correct(): Promise<void> {
    const row = this.#chosen?.closest<HTMLElement>(".row") ?? this.#rowOf(this.#chosen?.dataset["id"] ?? "");
    const id = row?.dataset["id"] ?? this.#notice?.id ?? "";
    const field = row === null ? "title" : this.#chosen?.classList.contains("v") === true ? (this.#chosen.dataset["field"] ?? "text") : "due";
    const values = await this.#backend.values(this.#at().n, id);
    this.#dialog.open({
      title: this.#say("correct"),
      parts: ["field", "read", "value", "reason"],
      field: field in values ? field : (Object.keys(values)[0] ?? ""),
      values,
      send: ({ field: chosen, shown, value, reason, person }) => this.#send(this.#backend.correct({ id, field: chosen, shown, value, reason, person }, this.#at())),
    });
  }

  #drop(): void {
    const id = this.#chosen?.closest<HTMLElement>(".row")?.dataset["id"];
    if (id !== undefined) this.#dialog.open({ title: this.#say("drop"), parts: ["reason"], send: ({ reason, person }) => this.#send(this.#backend.correct({ op: "drop", id, reason, person }, this.#at())) });
  }

  #add(): void {
    const row = this.#chosen?.closest<HTMLElement>(".row");
    const after = row?.dataset["id"] ?? null;
    const words = this.#sources.selection() || (this.#chosen?.dataset["words"] ?? "");
    const id = this.#notice?.id ?? "";
    this.#dialog.open({
      title: this.#say("add"),
      parts: ["words", "value", "more", "reason"],
      words,
      send: ({ words: printed, value, fields, reason, person }) => this.#send(this.#backend.correct({ op: "add", id, after, words: printed, fields: { text: value, ...fields }, reason, person }, this.#at())),
    });
  }

  async #takeBack(): Promise<void> {
    const undo = this.#undo.at(-1);
    if (undo === undefined) {
      this.tell(this.#say("nothingToUndo"));
      return;
    }
    const before = this.#undo.length;
    const trouble = this.#take(await this.#reverse(undo));
    if (trouble !== null) {
      this.#alert(trouble);
      return;
    }
    this.#undo.length = before - 1;
    this.tell(this.#say("undone"));
  }

  async #reverse(undo: Undo): Promise<Answer> {
    if (undo.kind === "withdraw") return this.#backend.withdraw(undo, this.#at());
    const { id, field } = undo;
    if (undo.kind === "confirm") return this.#backend.confirm({ id, field, key: undo.key, verdict: undo.verdict, person: this.#dialog.person }, this.#at());
    const { value, reason, person } = undo;
    const values = await this.#backend.values(this.#at().n, id);
    return this.#backend.correct({ id, field, value, reason, person, shown: values[undo.field]?.shown ?? null }, this.#at());
  }

  #at(): { readonly n: number; readonly revision: string } {
    return { n: this.#notice?.n ?? 0, revision: this.#notice?.revision ?? "" };
  }

  async #send(sent: Promise<Answer>): Promise<string | null> {
    return this.#take(await sent);
  }

  /** Takes what a write gave; what is wrong with it, or null. */
  #take(answer: Answer): string | null {
    if (answer.kind === "done" || answer.kind === "moved") {
      this.#swap(answer.changed);
      if (answer.kind === "done") {
        if (answer.changed.undo !== null) this.#undo.push(answer.changed.undo);
        this.tell(this.#say("saved"));
        void this.#compare();
      }
    }
    return troubleIn(answer, this.#say("moved"));
  }

  /** Puts changed parts in the place of the old ones; what was chosen stays chosen. */
  #swap(changed: Changed): void {
    const chosen = this.#chosen === null ? null : nameOf(this.#chosen);
    if (this.#notice !== null) this.#notice = { ...this.#notice, revision: changed.revision, readOnly: changed.readOnly };
    part("head", HTMLElement).innerHTML = changed.head;
    this.#findings.innerHTML = changed.findings;
    if (changed.rows !== undefined) this.#tasks.innerHTML = changed.rows;
    if (changed.row !== undefined) {
      const row = this.#rowOf(changed.row.id);
      if (row !== null) row.outerHTML = changed.row.html;
    }
    drawBeside(this.#laid, this.#tasks);
    this.#filter();
    const again = chosen === null ? null : this.#named(chosen);
    this.#chosen = null;
    if (again !== null) this.choose(again, { scroll: false });
  }

  #named({ id, field, at }: Name): HTMLElement | null {
    if (id === null) return this.#findings.querySelector<HTMLElement>(`.finding[data-field="${CSS.escape(field)}"]`);
    const row = this.#rowOf(id);
    const values = row === null ? [] : [...row.querySelectorAll<HTMLElement>(".v")];
    return values[at] ?? values.find(({ dataset }) => dataset["field"] === field) ?? row;
  }

  #filter(): void {
    const wanted = part("find", HTMLInputElement).value.trim().toLowerCase();
    const standing = part("filter", HTMLSelectElement).value;
    for (const row of this.#tasks.querySelectorAll<HTMLElement>(".row")) {
      const fits = (standing === "" || row.dataset["standing"] === standing || (standing === "alone" && row.dataset["alone"] === "true") || (standing === "finding" && row.dataset["standing"] === "again")) && (wanted === "" || row.textContent.toLowerCase().includes(wanted));
      row.hidden = !fits;
    }
  }

  #toPage(): void {
    const given = prompt(this.#say("page").replace("{n}", "?"));
    if (given !== null) this.#sources.toPage(Number(given));
  }

  #turn(by: number): void {
    const next = (this.#notice?.n ?? 0) + by;
    if (this.#notices.some(({ n }) => n === next)) void this.open(next);
    else this.tell(this.#say("end"));
  }

  #shelf(): void {
    drawShelf(this.#notices, this.#notice?.n ?? -1, this.#say("finding"));
  }

  /** Asks what the other notices have beside the tasks of this one; it comes when all are read, and again when a correction may have changed it. */
  async #compare(): Promise<void> {
    const { n, revision } = this.#at();
    if (this.#notices.length < 2) return;
    if (this.#laid === nothing) this.tell(this.#say("comparing"));
    const beside = await this.#backend.beside(n).catch(() => nothing);
    const now = this.#at();
    if (now.n !== n || now.revision !== revision) return;
    const chosen = this.#chosen === null ? null : nameOf(this.#chosen);
    if (this.#laid === nothing) this.tell("");
    this.#laid = beside;
    drawBeside(beside, this.#tasks);
    offerAlone(beside, this.#say("alone"));
    document.body.dataset["compared"] = String(n);
    const again = chosen === null || this.#chosen?.isConnected === true ? null : this.#named(chosen);
    if (again !== null) this.choose(again, { scroll: false });
  }

  /** Opens the notice of the chosen counterpart, at its task. From a value of the task: its first counterpart. */
  async #toCounterpart(): Promise<void> {
    const chosen = this.#chosen;
    const link = chosen?.classList.contains("link") === true ? chosen : (chosen?.closest(".row")?.querySelector<HTMLElement>(".link") ?? null);
    const { n = "", to = "" } = link?.dataset ?? {};
    if (n === "") {
      this.tell(this.#say("alone"));
      return;
    }
    await this.open(Number(n));
    const row = this.#rowOf(to);
    if (row !== null) this.#into(row);
  }

  #warn({ readOnly, away, changed }: Notice): void {
    const told = [readOnly === null ? "" : this.#say("readOnly") + readOnly, away ? this.#say("notAtHand") : "", changed ? this.#say("changed") : ""].filter((words) => words !== "");
    this.#alert(told.join(" "));
  }

  #alert(words: string): void {
    const notes = part("notes", HTMLElement);
    notes.textContent = words === "changed" ? this.#say("changed") : words;
    notes.hidden = words === "";
  }
}

async function start(): Promise<void> {
  const words = JSON.parse(document.body.dataset["words"] ?? "{}") as Said;
  const say = (word: string): string => words[word] ?? word;
  const data = document.getElementById("data");
  const token = data === null ? takeToken() : "";
  if (token === null) {
    const notes = part("notes", HTMLElement);
    notes.textContent = say("noToken");
    notes.hidden = false;
    return;
  }
  const backend = data === null ? serverBackend(token, say("gone")) : fileBackend(JSON.parse(data.textContent) as Parameters<typeof fileBackend>[0]);
  const { notices, person } = await backend.list();
  const review = new Review(backend, say, notices, person);
  if (notices[0] !== undefined) await review.open(notices[0].n);
}

void start().catch((error: unknown) => {
  const notes = part("notes", HTMLElement);
  notes.textContent = error instanceof Error ? error.message : String(error);
  notes.hidden = false;
});
