/** The second view of a DOCX, as Word lays it out: a frame without origin, asked by messages alone. */
import type { Mark, PreviewSource, Rendering } from "./backend.ts";
import type { Kind } from "./highlights.ts";

type Told = { readonly kind: "ready" | "drawn" | "failed" } | { readonly kind: "selected"; readonly text: string };

/** So many milliseconds a frame may take: what is larger than a machine can draw ends its process, and nobody is told of that. */
const patience = 60_000;

/** A frame in which a DOCX is drawn. */
export class Preview {
  readonly element = document.createElement("iframe");
  /** What is selected in it. */
  selection = "";
  readonly #listen = (event: MessageEvent<Told>): void => { this.#take(event); };
  #wait: (kind: Told["kind"]) => void = () => undefined;

  constructor(title: string) {
    this.element.className = "web";
    this.element.title = title;
    // It may run its scripts, and is no part of this page nor of any other.
    this.element.setAttribute("sandbox", "allow-scripts");
    this.element.referrerPolicy = "no-referrer";
    addEventListener("message", this.#listen);
  }

  /** Draws the file; false when it cannot be drawn, or not in a minute. The frame must stand in the page. */
  draw(source: PreviewSource, rendering: Rendering | null): Promise<boolean> {
    const late = new Promise<false>((resolve) => { setTimeout(resolve, patience, false); });
    return Promise.race([this.#drawn(source, rendering), late]);
  }

  async #drawn({ frame, bytes }: PreviewSource, rendering: Rendering | null): Promise<boolean> {
    const ready = this.#told();
    if ("url" in frame) this.element.src = frame.url;
    else this.element.srcdoc = frame.html;
    await ready;
    const drawn = this.#told();
    this.#post({ bytes: bytes.slice().buffer, stretches: stretchesIn(rendering) });
    return (await drawn) === "drawn";
  }

  point(marks: Readonly<Record<Kind, readonly Mark[]>>, scroll: boolean): void {
    this.#post({ marks, scroll });
  }

  close(): void {
    removeEventListener("message", this.#listen);
    this.#wait("failed");
    this.element.remove();
  }

  #told(): Promise<Told["kind"]> {
    return new Promise((resolve) => { this.#wait = resolve; });
  }

  #take({ source, data }: MessageEvent<Told>): void {
    if (source !== this.element.contentWindow) return;
    if (data.kind === "selected") this.selection = data.text;
    else this.#wait(data.kind);
  }

  /** The frame has no origin to name; it holds nothing but the page that stands in it. */
  #post(message: object): void {
    this.element.contentWindow?.postMessage(message, "*");
  }
}

/** The words of our own drawing with their ways back to the file. */
function stretchesIn(rendering: Rendering | null): { readonly path: string; readonly at: number; readonly text: string }[] {
  if (rendering?.kind !== "flow") return [];
  const held = document.createElement("template");
  held.innerHTML = rendering.html;
  return [...held.content.querySelectorAll<HTMLElement>("[data-p]")].map(({ dataset, textContent }) => ({ path: rendering.paths[Number(dataset["p"])] ?? "", at: Number(dataset["at"]), text: textContent }));
}
