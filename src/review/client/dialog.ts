/** The dialog in which a person corrects, drops, adds, or says who they are. */
import type { Answer, Value, Values } from "./backend.ts";

type Part = "field" | "read" | "value" | "words" | "more" | "reason";

/** What was filled in. */
export interface Filled {
  readonly field: string;
  readonly shown: Value;
  readonly value: string;
  readonly words: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly person: string;
}

/** What a dialog is opened with. */
export interface Asked {
  readonly title: string;
  readonly parts: readonly Part[];
  readonly field?: string;
  readonly values?: Values;
  readonly words?: string;
  /** Null: done, the dialog closes; else what is wrong. */
  readonly send: (filled: Filled) => Promise<string | null>;
}

const personStorage = "fengong-person";

/** The one dialog of the page. */
export class Dialog {
  readonly #dialog = part("dialog", HTMLDialogElement);
  readonly #field = part("field", HTMLSelectElement);
  readonly #value = part("value", HTMLTextAreaElement);
  readonly #words = part("printed", HTMLTextAreaElement);
  readonly #reason = part("reason", HTMLInputElement);
  readonly #person = part("person", HTMLInputElement);
  readonly #wrong = part("wrong", HTMLElement);
  #asked: Asked | null = null;
  #isSending = false;

  constructor(person: string | null) {
    this.#person.value = person ?? sessionStorage.getItem(personStorage) ?? "";
    this.#field.addEventListener("change", () => { this.#fill(); });
    this.#dialog.querySelector("[data-do=cancel]")?.addEventListener("click", () => { this.#dialog.close(); });
    this.#dialog.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
  }

  /** Who reviews; empty before anybody said so. */
  get person(): string {
    return this.#person.value.trim();
  }

  open(asked: Asked): void {
    this.#asked = asked;
    part("dialog-title", HTMLElement).textContent = asked.title;
    for (const element of this.#dialog.querySelectorAll<HTMLElement>("[data-part]")) element.hidden = !asked.parts.includes(element.dataset["part"] as Part);
    for (const input of this.#dialog.querySelectorAll<HTMLInputElement>("[data-part=more] input")) input.value = "";
    this.#field.replaceChildren(...Object.entries(asked.values ?? {}).map(([field, { name }]) => new Option(name, field, false, field === asked.field)));
    this.#reason.required = asked.parts.includes("reason");
    this.#words.value = asked.words ?? "";
    this.#value.value = asked.words ?? "";
    this.#wrong.hidden = true;
    this.#fill();
    this.#dialog.showModal();
    const first = asked.parts.includes("value") ? this.#value : asked.parts.includes("reason") ? this.#reason : this.#person;
    first.focus();
    if (first instanceof HTMLTextAreaElement) first.select();
  }

  #fill(): void {
    const known = this.#asked?.values?.[this.#field.value];
    if (known === undefined) return;
    this.#value.value = known.shown === null ? "" : String(known.shown);
    part("was", HTMLElement).textContent = known.read === null ? "—" : String(known.read);
  }

  /** Once, however often Enter is pressed; what goes wrong on the way is said where the person looks. */
  async #send(): Promise<void> {
    const asked = this.#asked;
    if (asked === null || this.#isSending) return;
    this.#isSending = true;
    sessionStorage.setItem(personStorage, this.person);
    const fields = Object.fromEntries([...this.#dialog.querySelectorAll<HTMLInputElement>("[data-part=more] input")].map(({ name, value }) => [name, value]));
    const shown = asked.values?.[this.#field.value]?.shown ?? null;
    const filled: Filled = { field: this.#field.value, shown, value: this.#value.value, words: this.#words.value, fields, reason: this.#reason.value, person: this.person };
    const trouble = await asked.send(filled).catch(reasonOf);
    this.#isSending = false;
    if (trouble === null) {
      this.#dialog.close();
      return;
    }
    this.#wrong.textContent = trouble;
    this.#wrong.hidden = false;
    this.#wrong.scrollIntoView({ block: "nearest" });
  }
}

/** What is said of an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What is wrong with an answer, in words; null: nothing. */
export function troubleIn(answer: Answer, say: (word: string) => string): string | null {
  if ("changed" in answer) return answer.kind === "done" ? null : say("moved");
  return answer.message === "changed" ? say("changed") : answer.message;
}

/** An element of the page by its id. */
export function part<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new TypeError(id);
  return found;
}
