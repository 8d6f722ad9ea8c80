/** A file that holds all of a review: nothing is sent anywhere, and corrections are downloaded as the YAML that the dataset takes. */
import type { Answer, Backend, Beside, Changed, Notice, Rendering, Undo, Value, Values } from "./backend.ts";

/** All that a file holds of one notice. */
export interface Packed {
  readonly name: string;
  /** How much was to be looked at when the file was written. */
  readonly open: number;
  readonly notice: Notice;
  readonly frames: readonly (string | null)[];
  /** Files of the second view, in Base64. */
  readonly files: readonly (string | null)[];
  readonly renderings: readonly (Rendering | null)[];
  readonly beside: Beside;
  readonly values: Readonly<Record<string, Values>>;
}

/** What the page says beside what it shows, in the language of the file. */
export interface FileWords {
  readonly download: string;
  readonly withdraw: string;
  readonly notConfirmed: string;
  readonly notWithdrawn: string;
  readonly added: string;
  readonly unchanged: string;
  /** Sentences for what must be filled in. */
  readonly empty: Readonly<Record<"reason" | "person" | "words", string>>;
}

/** What a field takes: see `field-rules.ts` of the program. */
export interface FieldRule {
  readonly takes: "words" | "number" | "boolean";
  readonly pattern: string | null;
  readonly wrong: string;
  readonly missing: string | null;
}

/** All that a file holds. */
export interface PackedReview {
  readonly notices: readonly Packed[];
  readonly person: string | null;
  readonly words: FileWords;
  readonly rules: Readonly<Record<string, FieldRule>>;
  readonly preview: string | null;
}

interface Correction {
  readonly id: string;
  readonly reason: string;
  readonly person: string;
  readonly [key: string]: unknown;
}

/** Answers out of the file itself. */
export function fileBackend({ notices, person: reviewer, words, rules, preview }: PackedReview): Backend {
  const corrections: Correction[] = [];
  const of = (n: number): Packed => {
    const found = notices[n];
    if (found === undefined) throw new Error(String(n));
    return found;
  };
  const done = (n: number, id: string, undo: Undo | null): Answer => {
    offer(corrections, words.download);
    const { head, findings, revision, readOnly, id: notice } = of(n).notice;
    const about = (one: string): readonly Correction[] => corrections.filter((row) => row.id === one);
    const nameOf = (what: string): string => (what === "add" ? words.added : (of(n).values[id]?.[what]?.name ?? what));
    const html = rowWith(id, about(id), nameOf, words.withdraw);
    const ofNotice = notesOf(about(notice), nameOf, words.withdraw)?.outerHTML ?? "";
    const changed: Changed = { head, findings: ofNotice + findings, revision, readOnly, undo, ...(html === null ? {} : { row: { id, html } }) };
    return { kind: "done", changed };
  };
  const shownNow = (n: number, id: string): Values => {
    const values = of(n).values[id] ?? {};
    const own = corrections.filter((row) => row.id === id);
    return Object.fromEntries(Object.entries(values).map(([field, known]) => [field, { ...known, shown: (own.findLast((row) => row["field"] === field)?.["value"] ?? known.shown) as Value }]));
  };
  /** Takes out the one that says something about the same; the way back to it, or to none. */
  const without = (id: string, what: string, printed: unknown): Undo | null => {
    const at = corrections.findIndex((row) => row.id === id && whatOf(row) === what && (what !== "add" || row["words"] === printed));
    const [old] = at < 0 ? [] : corrections.splice(at, 1);
    return old === undefined ? null : { kind: "again", body: old };
  };
  return {
    list: () => Promise.resolve({ notices: notices.map(({ notice: { n, title }, name, open }) => ({ n, name, title, open })), person: reviewer }),
    notice: (n) => Promise.resolve(of(n).notice),
    pdf: () => Promise.resolve(null),
    frame: (n, source) => {
      const html = of(n).frames[source];
      return Promise.resolve(html == null ? null : { html });
    },
    preview: (n, source) => {
      const base64 = of(n).files[source];
      return Promise.resolve(base64 == null || preview === null ? null : { frame: { html: preview }, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) });
    },
    rendering: (n, source) => Promise.resolve(of(n).renderings[source] ?? null),
    beside: (n) => Promise.resolve(of(n).beside),
    values: (n, id) => Promise.resolve(shownNow(n, id)),
    correct: (body, { n }) => {
      const given = { ...body, shown: undefined } as unknown as Correction;
      const [id, what] = [given.id, whatOf(given)];
      const taken = takenBy(given, rules, words);
      if (typeof taken === "string") return Promise.resolve({ kind: "wrong", message: taken });
      const known = of(n).values[id]?.[what === "drop" ? "text" : what];
      const read = known?.read ?? null;
      if ("field" in taken && taken["value"] === read && known?.shown === read) {
        const own = without(id, what, null);
        return Promise.resolve(own === null ? { kind: "wrong", message: words.unchanged } : done(n, id, own));
      }
      const { reason, person, ...rest } = taken;
      const before = without(id, what, given["words"]);
      corrections.push({ ...rest, ...(what === "add" ? {} : { expected: read }), reason, person });
      return Promise.resolve(done(n, id, before ?? { kind: "withdraw", id, field: what, words: (given["words"] as string | undefined) ?? null }));
    },
    confirm: () => Promise.resolve({ kind: "failed", message: words.notConfirmed }),
    withdraw: ({ id, field, words: printed }, { n }) => {
      const undo = without(id, field, printed);
      // What stood in the corrections when this file was written is not in its hands.
      return Promise.resolve(undo === null ? { kind: "failed", message: words.notWithdrawn } : done(n, id, undo));
    },
  };
}

/** A correction with its values as their fields take them, or what is wrong with it. */
function takenBy(given: Correction, rules: PackedReview["rules"], { empty }: FileWords): Correction | string {
  for (const part of ["words", "reason", "person"] as const) if (typeof given[part] === "string" && given[part].trim() === "") return empty[part];
  if ("field" in given) {
    const value = valueFor(given["value"] as Value, rules[String(given["field"]).replace(/\.\d+\./u, ".N.")]);
    return "wrong" in value ? value.wrong : { ...given, ...value };
  }
  if (given["op"] !== "add") return given;
  const fields: Record<string, Value> = {};
  for (const [field, typed] of Object.entries(given["fields"] as Readonly<Record<string, Value>>)) {
    if (field !== "text" && String(typed ?? "").trim() === "") continue;
    const value = valueFor(typed, rules[field]);
    if ("wrong" in value) return value.wrong;
    fields[field] = value.value;
  }
  return { ...given, fields };
}

/** What was typed, as its field takes it: nothing is null. What was taken before is no text any more. */
function valueFor(typed: Value, rule: FieldRule | undefined): { readonly value: Value } | { readonly wrong: string } {
  if (rule === undefined || (typeof typed !== "string" && typed !== null)) return { value: typed };
  const said = typed?.trim() ?? "";
  if (said === "") return rule.missing === null ? { value: null } : { wrong: rule.missing };
  const isFit = rule.takes === "words" ? rule.pattern === null || hasForm(said, rule.pattern) : rule.takes === "number" ? /^-?\d+(?:\.\d+)?$/u.test(said) : said === "true" || said === "false";
  return isFit ? { value: rule.takes === "number" ? Number(said) : rule.takes === "boolean" ? said === "true" : said } : { wrong: rule.wrong };
}

/** As the browser holds what is typed into a form to its pattern. */
function hasForm(value: string, pattern: string): boolean {
  return Object.assign(document.createElement("input"), { pattern, value }).checkValidity();
}

function whatOf(row: Correction): string {
  return String(row["field"] ?? row["op"]);
}

/** Offers the corrections as a file. */
function offer(corrections: readonly Correction[], words: string): void {
  const link = document.getElementById("download") ?? document.querySelector(".keys")?.appendChild(Object.assign(document.createElement("a"), { id: "download" }));
  if (!(link instanceof HTMLAnchorElement)) return;
  const text = corrections.map((row) => `- ${JSON.stringify({ ...row, date: today() })}\n`).join("");
  URL.revokeObjectURL(link.href);
  Object.assign(link, { href: URL.createObjectURL(new Blob([text], { type: "application/yaml" })), download: "overrides.yaml", textContent: `${words} (${String(corrections.length)})`, hidden: corrections.length === 0 });
}

/** The day of the clock, where the person is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The row of a task with what was corrected in this file; null where there is none. */
function rowWith(id: string, own: readonly Correction[], nameOf: (what: string) => string, withdraw: string): string | null {
  const row = document.querySelector<HTMLElement>(`.row[data-id="${CSS.escape(id)}"]`)?.cloneNode(true);
  if (!(row instanceof HTMLElement)) return null;
  row.classList.remove("hit");
  for (const chosen of row.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
  row.querySelector(".notes.own")?.remove();
  for (const value of row.querySelectorAll(".v[data-own]")) for (const name of ["data-correction", "data-own"]) value.removeAttribute(name);
  for (const one of own) {
    const value = row.querySelector<HTMLElement>(`.v[data-field="${CSS.escape(whatOf(one))}"]`);
    if (value !== null) Object.assign(value.dataset, { correction: whatOf(one), own: "" });
  }
  const notes = notesOf(own, nameOf, withdraw);
  if (notes !== null) row.querySelector(".what")?.append(notes);
  return row.outerHTML;
}

/** The corrections of this file about one thing, each with the button that takes it back; null where there are none. */
function notesOf(own: readonly Correction[], nameOf: (what: string) => string, withdraw: string): HTMLElement | null {
  const notes = document.createElement("ul");
  notes.className = "notes own";
  for (const one of own) {
    const [line, button] = [document.createElement("li"), document.createElement("button")];
    const printed = one["words"];
    Object.assign(button, { type: "button", className: "withdraw", textContent: withdraw });
    Object.assign(button.dataset, { withdraw: one.id, field: whatOf(one), ...(typeof printed === "string" ? { words: printed } : {}) });
    const said = "field" in one ? one["value"] : (one["fields"] as Readonly<Record<string, unknown>> | undefined)?.["text"];
    line.append(`✎ ${nameOf(whatOf(one))}${said === undefined ? "" : `：${typeof said === "string" ? said : JSON.stringify(said)}`} · ${one.reason} · ${one.person} `, button);
    notes.append(line);
  }
  return own.length > 0 ? notes : null;
}
