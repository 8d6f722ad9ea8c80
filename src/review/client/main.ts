/** The page: which notice is open, what is pointed at, and one key for every action. */
import type { Answer, Backend, Listed, Notice } from "./backend.ts";
import { paintEqual } from "./beside.ts";
import { Dialog, part, reasonOf } from "./dialog.ts";
import { openDivider } from "./divider.ts";
import { fileBackend } from "./file.ts";
import { keys, nameOf, type Name } from "./names.ts";
import { pointedBy } from "./pointing.ts";
import { entryOf, nothingBeside, Reading, sideOf } from "./reading.ts";
import { serverBackend, takeToken } from "./server.ts";
import { drawShelf } from "./shelf.ts";
import { Sources } from "./source.ts";
import { Work } from "./work.ts";

type Say = (word: string) => string;

/** Runs the page. */
class Review {
  readonly #backend: Backend;
  readonly #say: Say;
  readonly #sources: Sources;
  readonly #reading = new Reading();
  readonly #work: Work;
  #notices: readonly Listed[];
  #notice: Notice | null = null;
  #chosen: HTMLElement | null = null;
  #hovered: Element | null = null;
  /** Where the pointer was at the last key: what is drawn anew under a resting pointer is not pointed at. */
  #resting = "";
  #pointer = "";
  #busy: Promise<unknown> = Promise.resolve();

  constructor(backend: Backend, say: Say, notices: readonly Listed[], person: string | null) {
    [this.#backend, this.#say, this.#notices] = [backend, say, notices];
    this.#sources = new Sources(backend, { page: say("page"), notAtHand: say("notAtHand"), notDrawn: say("notDrawn"), asRead: say("reading"), asInWord: say("asInWord"), noPreview: say("noPreview"), loading: say("loading") }, part("tabs", HTMLElement), part("sheets", HTMLElement));
    this.#work = new Work({
      backend, say, tell, alert: (words) => { this.#alert(words); },
      dialog: new Dialog(person), reading: this.#reading,
      notice: () => this.#notice, chosen: () => this.#chosen, selection: () => this.#sources.selection(),
      put: (answer, wanted) => { this.#put(answer, wanted); },
    });
    this.#listen();
  }

  async open(n: number): Promise<void> {
    tell(this.#say("loading"));
    const notice = await this.#backend.notice(n);
    [this.#notice, this.#chosen] = [notice, null];
    this.#work.begin();
    this.#reading.lay(nothingBeside, "");
    this.#reading.put(notice);
    this.#warn(notice);
    this.#shelf();
    await this.#sources.show(notice);
    tell("");
    document.body.dataset["ready"] = String(n);
    void this.#compare();
    const first = this.#reading.first();
    if (first !== null) this.choose(first, { focus: false });
  }

  /** Makes something the chosen thing: a value or a finding. */
  choose(element: HTMLElement, { focus = true, scroll = true } = {}): void {
    if (this.#chosen !== element) this.#release();
    this.#chosen = element;
    element.classList.add("chosen");
    element.tabIndex = 0;
    element.closest(".row")?.classList.add("hit");
    if (focus) element.focus({ preventScroll: true });
    if (scroll) bringIntoView(element);
    this.#point(element, scroll);
    paintEqual(element);
  }

  #listen(): void {
    const reading = part("reading", HTMLElement);
    const target = (event: Event): HTMLElement | null => (event.target instanceof Element ? event.target.closest<HTMLElement>(".v, .finding") : null);
    reading.addEventListener("click", (event) => {
      const { withdraw: id, field = "", words = null } = (event.target instanceof Element ? event.target.closest<HTMLElement>("[data-withdraw]") : null)?.dataset ?? {};
      if (id !== undefined) this.#then(() => this.#work.withdrawOne({ id, field, words }));
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
    for (const [id, event] of [["find", "input"], ["filter", "change"]] as const) part(id, HTMLElement).addEventListener(event, () => { this.#chooseShown(); });
    document.addEventListener("pointermove", ({ screenX, screenY }) => { this.#pointer = `${String(screenX)} ${String(screenY)}`; });
    reading.addEventListener("pointerover", (event) => {
      if (`${String(event.screenX)} ${String(event.screenY)}` !== this.#resting) this.#hover(target(event));
    });
    reading.addEventListener("pointerleave", () => { this.#hover(null); });
    document.addEventListener("keydown", (event) => { this.#key(event); });
    document.querySelector(".keys")?.addEventListener("click", (event) => {
      const name = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]")?.dataset["do"] : undefined;
      if (name !== undefined) this.#do(name);
    });
    for (const id of ["beside", "shelf"]) part(id, HTMLElement).addEventListener("click", (event) => { this.#openFrom(event); });
    const button = part("shelf-button", HTMLButtonElement);
    button.addEventListener("click", () => {
      const shelf = part("shelf", HTMLElement);
      this.#openShelf(shelf.hidden !== false);
      if (!shelf.hidden) this.#then(() => this.#listAnew());
    });
    openDivider();
  }

  /** Opens the notice that a button stands for. */
  #openFrom(event: Event): void {
    const n = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-n]")?.dataset["n"] : undefined;
    if (n === undefined || n === "") return;
    this.#openShelf(false);
    this.#then(() => this.open(Number(n)));
  }

  /** Nothing is done to a task that a search or filter hides: the first one that is shown is chosen, or none. */
  #chooseShown(): void {
    const row = this.#chosen?.closest<HTMLElement>(".row") ?? null;
    if (row !== null && !row.hidden) return;
    const first = this.#reading.rows.shown[0];
    const entry = first === undefined ? null : entryOf(first);
    if (entry !== null) this.choose(entry, { focus: false });
    else if (row !== null) this.#release();
  }

  #release(): void {
    const chosen = this.#chosen;
    this.#chosen = null;
    if (chosen === null) return;
    chosen.classList.remove("chosen");
    chosen.tabIndex = -1;
    chosen.closest(".row")?.classList.remove("hit");
  }

  #openShelf(isOpen: boolean): void {
    part("shelf", HTMLElement).hidden = !isOpen;
    part("shelf-button", HTMLButtonElement).setAttribute("aria-expanded", String(isOpen));
  }

  #hover(element: HTMLElement | null): void {
    if (element === this.#hovered) return;
    this.#hovered = element;
    const pointed = element ?? this.#chosen;
    if (pointed !== null) requestAnimationFrame(() => { if (this.#hovered === element) this.#point(pointed, element !== null); });
  }

  #point(element: HTMLElement, scroll: boolean): void {
    this.#sources.point(pointedBy(element, this.#notice?.marks ?? null, this.#reading.rows), scroll);
  }

  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") !== null) return;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) {
      if ((key === "Escape" || key === "Enter") && target instanceof HTMLInputElement) { target.blur(); this.#chosen?.focus(); }
      return;
    }
    if (target instanceof HTMLElement && target.id === "divider" && key.startsWith("Arrow")) return;
    const name = keys[key];
    if (name === undefined) return;
    event.preventDefault();
    [this.#resting, this.#hovered] = [this.#pointer, null];
    this.#do(name);
  }

  #do(name: string): void {
    const [reading, work] = [this.#reading, this.#work];
    const to = (found: HTMLElement | null | undefined): void => { if (found != null) this.choose(found); };
    const actions: Readonly<Record<string, () => unknown>> = {
      down: () => { to(reading.step(this.#chosen, 1)); },
      up: () => { to(reading.step(this.#chosen, -1)); },
      right: () => { to(sideOf(this.#chosen, 1)); },
      left: () => { to(sideOf(this.#chosen, -1)); },
      next: () => { this.#next(1); },
      previous: () => { this.#next(-1); },
      confirm: () => work.confirm(true),
      confirmValue: () => work.confirm(false),
      correct: () => work.correct(),
      drop: () => { work.drop(); },
      add: () => { work.add(); },
      withdraw: () => work.withdraw(),
      undo: () => work.undo(),
      find: () => { part("find", HTMLInputElement).focus(); },
      page: () => { this.#toPage(); },
      view: () => { this.#sources.nextView(); },
      counterpart: () => this.#toCounterpart(),
      nextNotice: () => this.#turn(1),
      previousNotice: () => this.#turn(-1),
      help: () => { part("help", HTMLDialogElement).showModal(); },
    };
    this.#then(() => actions[name]?.());
  }

  /** One after the other, however fast the keys come; what goes wrong is said. */
  #then(work: () => unknown): void {
    this.#busy = this.#busy.then(work).catch((error: unknown) => { this.#alert(reasonOf(error)); });
  }

  #next(by: number): void {
    const found = this.#reading.next(this.#chosen, by);
    if (found === undefined) tell(this.#say("end"));
    else this.#into(found);
  }

  #into(thing: HTMLElement): void {
    const found = entryOf(thing);
    if (found !== null) this.choose(found);
  }

  /** Puts what a write changed in its place; what was chosen stays chosen, or one goes on. */
  #put({ changed }: Extract<Answer, { readonly changed: unknown }>, wanted: Name | null): void {
    const { revision, readOnly } = changed;
    const chosen = this.#chosen === null ? null : nameOf(this.#chosen);
    if (this.#notice !== null) this.#notice = { ...this.#notice, revision, readOnly };
    this.#reading.put(changed);
    if (wanted !== null) {
      const next = this.#reading.named(wanted) ?? this.#reading.pending()[0];
      if (next !== undefined) this.#into(next);
    }
    if (this.#chosen?.isConnected === false) this.#again(chosen);
    void this.#compare();
  }

  /** What was drawn anew is chosen again. */
  #again(chosen: Name | null): void {
    const again = chosen === null ? null : this.#reading.named(chosen);
    this.#chosen = null;
    if (again !== null) this.choose(again, { scroll: false });
  }

  #toPage(): void {
    if (!this.#sources.hasPages) {
      tell(this.#say("noPages"));
      return;
    }
    const given = prompt(this.#say("page").replace("{n}", "?"));
    if (given !== null && !this.#sources.toPage(Number(given))) tell(this.#say("noSuchPage").replace("{n}", given.trim()));
  }

  async #turn(by: number): Promise<void> {
    const next = (this.#notice?.n ?? 0) + by;
    if (this.#notices.some(({ n }) => n === next)) await this.open(next);
    else tell(this.#say("end"));
  }

  async #listAnew(): Promise<void> {
    this.#notices = (await this.#backend.list()).notices;
    this.#shelf();
  }

  #shelf(): void {
    drawShelf(this.#notices, this.#notice?.n ?? -1, this.#say("finding"));
  }

  /** Asks what the other notices have beside the tasks of this one; it comes when all are read, and again when a correction may have changed it. */
  async #compare(): Promise<void> {
    const { n, revision } = this.#notice ?? { n: 0, revision: "" };
    if (this.#notices.length < 2) return;
    const isFirst = !this.#reading.isLaid;
    if (isFirst) tell(this.#say("comparing"));
    const beside = await this.#backend.beside(n).catch((error: unknown) => {
      this.#alert(`${this.#say("notCompared")} ${reasonOf(error)}`);
      return null;
    });
    // Another notice, or another state of this one, is compared for itself.
    if (this.#notice?.n !== n || this.#notice.revision !== revision) return;
    if (isFirst && part("told", HTMLElement).textContent === this.#say("comparing")) tell("");
    if (beside === null) return;
    const chosen = this.#chosen === null ? null : nameOf(this.#chosen);
    const wasInView = this.#chosen !== null && isInView(this.#chosen);
    this.#reading.lay(beside, this.#say("alone"));
    if (this.#chosen !== null && wasInView) bringIntoView(this.#chosen);
    document.body.dataset["compared"] = String(n);
    if (this.#chosen?.isConnected === false) this.#again(chosen);
  }

  /** Opens the notice of the chosen counterpart, at its task. From a value of the task: its first counterpart. */
  async #toCounterpart(): Promise<void> {
    const chosen = this.#chosen;
    const link = chosen?.classList.contains("link") === true ? chosen : (chosen?.closest(".row")?.querySelector<HTMLElement>(".link") ?? null);
    const { n = "", to = "" } = link?.dataset ?? {};
    if (n === "") {
      tell(this.#say("alone"));
      return;
    }
    await this.open(Number(n));
    const row = this.#reading.rows.of(to);
    if (row !== null) this.#into(row);
  }

  #warn({ readOnly, away, changed }: Notice): void {
    const told = [readOnly === null ? "" : this.#say("readOnly") + readOnly, away ? this.#say("notAtHand") : "", changed ? this.#say("changed") : ""].filter((words) => words !== "");
    this.#alert(told.join(" "));
  }

  #alert(words: string): void {
    warn(words);
  }
}

/** All of the row that something stands in, or as much of it as there is room for; and what stands there. */
function bringIntoView(element: HTMLElement): void {
  for (const one of [element.closest(".row"), element]) one?.scrollIntoView({ block: "nearest" });
}

function isInView(element: HTMLElement): boolean {
  const [own, pane] = [element, part("reading", HTMLElement)].map((one) => one.getBoundingClientRect());
  return own !== undefined && pane !== undefined && own.bottom > pane.top && own.top < pane.bottom;
}

/** Says something in passing. */
function tell(words: string): void {
  part("told", HTMLElement).textContent = words;
}

/** Says something that must be seen. */
function warn(words: string): void {
  const notes = part("notes", HTMLElement);
  notes.textContent = words;
  notes.hidden = words === "";
}

async function start(): Promise<void> {
  const words = JSON.parse(document.body.dataset["words"] ?? "{}") as Readonly<Record<string, string>>;
  const say = (word: string): string => words[word] ?? word;
  const data = document.getElementById("data");
  const token = data === null ? await takeToken(say) : "";
  if (token === null) {
    warn(say("noToken"));
    return;
  }
  const backend = data === null ? serverBackend(token, say) : fileBackend(JSON.parse(data.textContent) as Parameters<typeof fileBackend>[0]);
  const { notices, person } = await backend.list();
  const review = new Review(backend, say, notices, person);
  if (notices[0] !== undefined) await review.open(notices[0].n);
}

void start().catch((error: unknown) => { warn(reasonOf(error)); });
