/** The left side: the sources of a notice, and what is pointed at in them. */
import type { Backend, Mark, Marks, Notice, Rendering, SourceView } from "./backend.ts";
import { reasonOf } from "./dialog.ts";
import { dress, finderInFlow, finderInPage, kinds, paint, type Finder, type Kind } from "./highlights.ts";
import { sheetOf, showPdf } from "./pdf.ts";
import { Preview } from "./preview.ts";
import { isSeen, isLow, wayIntoView } from "./scrolling.ts";

/** What is pointed at. */
export type Pointed = Readonly<Partial<Record<Kind, readonly Mark[]>>>;

/** Words that the source side says. */
export interface SourceWords {
  readonly page: string;
  readonly notAtHand: string;
  readonly notDrawn: string;
  readonly asRead: string;
  readonly asInWord: string;
  readonly noPreview: string;
  readonly loading: string;
}

/** Shows sources in two elements: tabs, and what they open. */
export class Sources {
  readonly #tabs: HTMLElement;
  readonly #sheets: HTMLElement;
  readonly #backend: Backend;
  readonly #words: SourceWords;
  #notice: Notice | null = null;
  #marks: Marks | null = null;
  #open = -1;
  /** Ends what is being opened, and what was: whatever comes of it later is shown nowhere. */
  #opening = new AbortController();
  /** The second view of what is open; null: the first one is shown. */
  #preview: Preview | null = null;
  #find: Finder | null = null;
  #view: (Window & typeof globalThis) | null = null;
  #pointed: Pointed = {};

  constructor(backend: Backend, words: SourceWords, tabs: HTMLElement, sheets: HTMLElement) {
    [this.#backend, this.#words, this.#tabs, this.#sheets] = [backend, words, tabs, sheets];
    dress(document);
    tabs.addEventListener("keydown", (event) => { this.#step(event); });
  }

  async show(notice: Notice): Promise<void> {
    [this.#notice, this.#marks, this.#open, this.#pointed] = [notice, notice.marks, -1, {}];
    const tabs = notice.sources.flatMap((source) => this.#tabsOf(source, notice.sources.length > 1));
    this.#tabs.replaceChildren(...(tabs.length > 1 ? tabs : []));
    this.#tabs.hidden = tabs.length < 2;
    this.#sheets.setAttribute("role", tabs.length < 2 ? "group" : "tabpanel");
    await this.#openSource(0);
  }

  /** Marks what is pointed at, and brings it into view. */
  point(pointed: Pointed, scroll: boolean): void {
    this.#pointed = pointed;
    const first = pointed.value?.[0] ?? pointed.lost?.[0] ?? pointed.row?.[0];
    if (scroll && first !== undefined && first.source !== this.#open) void this.#openSource(first.source).then(() => { this.#paint(true); });
    else this.#paint(scroll);
  }

  /** Whether what is open has pages to go to. */
  get hasPages(): boolean {
    return this.#sheets.querySelector("[data-page]") !== null;
  }

  /** Goes to a page by its number; false where there is none of that number. */
  toPage(page: number): boolean {
    const sheet = this.#sheets.querySelector(`[data-page="${String(page)}"]`);
    sheet?.scrollIntoView({ block: "start" });
    return sheet !== null;
  }

  /** What is selected in the source. */
  selection(): string {
    return (this.#preview?.selection ?? this.#view?.getSelection()?.toString() ?? "").trim();
  }

  /** Goes to the next of what the tabs open. */
  nextView(): void {
    const tabs = [...this.#tabs.children] as HTMLElement[];
    tabs[(tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true") + 1) % tabs.length]?.click();
  }

  /** One tab a source; of a DOCX a second one, for the page as Word lays it out. */
  #tabsOf(source: SourceView, several: boolean): HTMLElement[] {
    const name = source.label ?? source.name;
    if (!source.preview) return [this.#tab(source.i, name, false)];
    const { asRead, asInWord } = this.#words;
    const first = several ? `${name} · ` : "";
    return [this.#tab(source.i, first + asRead, false), this.#tab(source.i, first + asInWord, true)];
  }

  #tab(i: number, name: string, preview: boolean): HTMLElement {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", this.#sheets.id);
    tab.id = `tab-${String(i)}${preview ? "-word" : ""}`;
    tab.dataset["source"] = String(i);
    if (preview) tab.dataset["preview"] = "";
    tab.textContent = name;
    tab.addEventListener("click", () => void this.#openSource(i, preview).then(() => { this.#paint(true); }));
    return tab;
  }

  /** Of the tabs one is selected; Tab comes to it alone, and it names what it opens. */
  #select(isSelected: (tab: HTMLElement) => boolean): void {
    this.#sheets.removeAttribute("aria-labelledby");
    for (const tab of this.#tabs.children as HTMLCollectionOf<HTMLElement>) {
      const is = isSelected(tab);
      tab.setAttribute("aria-selected", String(is));
      tab.tabIndex = is ? 0 : -1;
      if (is) this.#sheets.setAttribute("aria-labelledby", tab.id);
    }
  }

  /** Arrows, Home and End lead from tab to tab; in the rest of the page they lead through the tasks. */
  #step(event: KeyboardEvent): void {
    const tabs = [...this.#tabs.children] as HTMLElement[];
    const at = tabs.indexOf(event.target as HTMLElement);
    const to = new Map([["ArrowRight", at + 1], ["ArrowLeft", at - 1 + tabs.length], ["Home", 0], ["End", tabs.length - 1]]).get(event.key);
    const tab = at < 0 || to === undefined ? undefined : tabs[to % tabs.length];
    if (tab === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    tab.focus();
    tab.click();
  }

  async #openSource(i: number, preview = false): Promise<void> {
    const notice = this.#notice;
    if (notice === null || (this.#open === i && (this.#preview !== null) === preview)) return;
    this.#opening.abort();
    const { signal } = (this.#opening = new AbortController());
    this.#open = i;
    this.#preview?.close();
    this.#preview = null;
    delete document.body.dataset["preview"];
    this.#select((tab) => tab.dataset["source"] === String(i) && "preview" in tab.dataset === preview);
    this.#sheets.replaceChildren();
    this.#sheets.classList.toggle("framed", notice.sources[i]?.view === "html" || preview);
    [this.#find, this.#view] = [null, window];
    const told = this.#say(this.#words.loading);
    await this.#fill(notice, i, preview, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      this.#say(reasonOf(error));
      // Asked again when it is chosen again.
      this.#open = -1;
    });
    told.remove();
  }

  async #fill(notice: Notice, i: number, preview: boolean, signal: AbortSignal): Promise<void> {
    const view = notice.sources[i]?.view ?? "none";
    if (view === "none") this.#draw(null);
    else if (preview) await this.#openPreview(notice, i, signal);
    else if (view === "pdf") await this.#openPdf(notice, i, signal);
    else if (view === "html") await this.#openPage(notice, i, signal);
    else await this.#openRendering(notice, i, signal);
  }

  async #openRendering({ n }: Notice, i: number, signal: AbortSignal): Promise<void> {
    const rendering = await this.#backend.rendering(n, i);
    signal.throwIfAborted();
    this.#draw(rendering);
  }

  async #openPdf(notice: Notice, i: number, signal: AbortSignal): Promise<void> {
    const bytes = await this.#backend.pdf(notice.n, i);
    signal.throwIfAborted();
    const sheets = (this.#marks?.pages ?? []).filter(({ source }) => source === i);
    const label = (page: number): string => this.#words.page.replace("{n}", String(page));
    const isShown = bytes !== null && (await showPdf(bytes, sheets, this.#sheets, label, signal).then(() => true, () => false));
    signal.throwIfAborted();
    if (isShown) return;
    this.#sheets.replaceChildren();
    await this.#openRendering(notice, i, signal);
  }

  async #openPage(notice: Notice, i: number, signal: AbortSignal): Promise<void> {
    const { n, sources } = notice;
    const given = await this.#backend.frame(n, i);
    signal.throwIfAborted();
    if (given === null) {
      this.#sheets.classList.remove("framed");
      return this.#openRendering(notice, i, signal);
    }
    const frame = document.createElement("iframe");
    frame.className = "web";
    frame.title = sources[i]?.name ?? "";
    frame.setAttribute("sandbox", "allow-same-origin");
    frame.referrerPolicy = "no-referrer";
    // Laid out once, when all of it is there and carries the style of the marks.
    frame.hidden = true;
    // A frame that is taken away before it is loaded says nothing any more.
    const settled = new Promise((resolve) => { for (const [target, name] of [[frame, "load"], [signal, "abort"]] as const) target.addEventListener(name, resolve, { once: true }); });
    if ("url" in given) frame.src = given.url;
    else frame.srcdoc = given.html;
    this.#sheets.append(frame);
    await settled;
    signal.throwIfAborted();
    const page = frame.contentDocument;
    if (page === null) return;
    // Each table is drawn by itself, so that a mark in one draws no other anew.
    dress(page, "table{isolation:isolate}");
    // A link that is followed would leave an empty frame: nothing of the network is let in.
    for (const link of page.querySelectorAll("a, area")) for (const name of ["href", "xlink:href"]) link.removeAttribute(name);
    frame.hidden = false;
    [this.#find, this.#view] = [finderInPage(page), frame.contentWindow as (Window & typeof globalThis) | null];
  }

  async #openPreview({ n, sources }: Notice, i: number, signal: AbortSignal): Promise<void> {
    const preview = new Preview(`${sources[i]?.name ?? ""} · ${this.#words.asInWord}`);
    this.#preview = preview;
    const [given, rendering] = await Promise.all([this.#backend.preview(n, i), this.#backend.rendering(n, i)]);
    signal.throwIfAborted();
    this.#sheets.append(preview.element);
    const drawn = given !== null && (await preview.draw(given, rendering));
    signal.throwIfAborted();
    if (drawn) document.body.dataset["preview"] = String(i);
    else {
      preview.element.remove();
      this.#say(this.#words.noPreview);
    }
  }

  #draw(rendering: Rendering | null): void {
    if (rendering === null) {
      this.#say(this.#notice?.away === true ? this.#words.notAtHand : this.#words.notDrawn);
      return;
    }
    if (rendering.kind === "pages") {
      for (const { page, svg } of rendering.pages) {
        const size = this.#marks?.pages.find((one) => one.source === this.#open && one.page === page) ?? { width: 595, height: 842 };
        const sheet = sheetOf(page, size, this.#words.page.replace("{n}", String(page)));
        sheet.insertAdjacentHTML("afterbegin", svg);
        this.#sheets.append(sheet);
      }
      return;
    }
    const flow = document.createElement("div");
    flow.className = "flow";
    flow.innerHTML = rendering.html;
    this.#sheets.append(flow);
    this.#find = finderInFlow(flow, rendering.paths);
  }

  #say(words: string): HTMLElement {
    const told = document.createElement("p");
    told.textContent = words;
    this.#sheets.append(told);
    return told;
  }

  #paint(scroll: boolean): void {
    const here = (kind: Kind): readonly Mark[] => (this.#pointed[kind] ?? []).filter(({ source }) => source === this.#open);
    if (this.#preview !== null) {
      this.#preview.point({ row: here("row"), value: here("value"), lost: here("lost") }, scroll);
      return;
    }
    for (const old of this.#sheets.querySelectorAll(".mark")) old.remove();
    for (const kind of kinds) this.#box(kind, here(kind));
    const [find, view] = [this.#find, this.#view];
    const ranges = find === null ? null : Object.fromEntries(kinds.map((kind) => [kind, here(kind).flatMap(find)]));
    if (ranges !== null && view !== null) for (const kind of kinds) paint(view, kind, ranges[kind] ?? []);
    if (!scroll) return;
    const range = ranges === null ? undefined : (ranges["value"]?.[0] ?? ranges["lost"]?.[0] ?? ranges["row"]?.[0]);
    const box = this.#sheets.querySelector<HTMLElement>(".mark:not([data-kind=row])") ?? this.#sheets.querySelector<HTMLElement>(".mark");
    if (box !== null) reveal(() => box.getBoundingClientRect(), this.#sheets, box);
    else if (range !== undefined && view !== null) reveal(() => range.getBoundingClientRect(), view === window ? this.#sheets : view, range.startContainer.parentElement);
  }

  #box(kind: Kind, marks: readonly Mark[]): void {
    for (const mark of marks) {
      if (!("bbox" in mark)) continue;
      const sheet = this.#sheets.querySelector<HTMLElement>(`.sheet[data-page="${String(mark.page)}"]`);
      if (sheet === null) continue;
      const [width, height] = [Number(sheet.dataset["width"]), Number(sheet.dataset["height"])];
      const [left, top, right, bottom] = mark.bbox;
      const box = document.createElement("div");
      box.className = "mark";
      box.dataset["kind"] = kind;
      Object.assign(box.style, { left: share(left, width), top: share(top, height), width: share(right - left, width), height: share(bottom - top, height) });
      sheet.append(box);
    }
  }
}

function share(part: number, whole: number): string {
  return `${String((100 * part) / whole)}%`;
}

/** Scrolls only where something is not in view: its element to the middle, and of one that is higher than the view the beginning of what is meant. */
function reveal(box: () => DOMRect, within: HTMLElement | Window, element: Element | null): void {
  const view = "innerHeight" in within ? { top: 0, bottom: within.innerHeight } : within.getBoundingClientRect();
  if (isSeen(box(), view)) return;
  const isElementLow = element === null || isLow(element.getBoundingClientRect(), view);
  element?.scrollIntoView({ block: "center", inline: "nearest" });
  // In an element that fits, all of it is in view now; to look again costs time.
  if (isElementLow) return;
  const now = box();
  if (!isSeen(now, view)) within.scrollBy({ top: wayIntoView(now, view) });
}
