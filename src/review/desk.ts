/** What a person does with a notice: correct, take back, confirm. Every write names what was shown; where that has moved, nothing is written. */
import { z } from "zod";
import { readOverride, readOverrides, subjectOf, valueIssue, wrongValue, type Adding, type Override, type Setting } from "../dataset/correct/overrides.ts";
import { taskFields } from "../dataset/correct/settable.ts";
import { shortageOf } from "../batch/shortage.ts";
import { codeOf } from "../batch/system-code.ts";
import { reasonWords, type Language } from "../model/finding.ts";
import { messageOf } from "../emit/report/wording.ts";
import type { FlatValue } from "../model/flat.ts";
import { reasonOf } from "../text/reason.ts";
import { withGold, withReviews, type GoldRow, type Review } from "./checked-rows.ts";
import type { Shelf, Shelved } from "./shelf.ts";
import { issueWords } from "./value-words.ts";
import { correctionOf, keyOfField, stateOf, valueIn, valuesIn, type NoticeState } from "./state.ts";
import type { Change, Store, Stored } from "./store.ts";
import { words } from "./words.ts";
import { withoutOverride, withOverride } from "./yaml-rows.ts";

const signed = { n: z.int().min(0), revision: z.string(), person: z.string().trim().min(1) };

/** A correction as the page sends it; `shown` is the value that the person saw. */
export const correctionSchema = z.union([
  z.strictObject({ ...signed, id: z.string(), field: z.string(), shown: z.union([z.string(), z.number(), z.boolean(), z.null()]), value: z.union([z.string(), z.number(), z.boolean(), z.null()]), reason: z.string().trim().min(1), date: z.iso.date().optional() }),
  z.strictObject({ ...signed, op: z.literal("drop"), id: z.string(), reason: z.string().trim().min(1), date: z.iso.date().optional() }),
  z.strictObject({ ...signed, op: z.literal("add"), id: z.string(), after: z.string().nullable(), words: z.string().trim().min(1), fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), reason: z.string().trim().min(1), date: z.iso.date().optional() }),
]);

/** What is taken back: the correction of a value, a drop, or an added task by its words. It comes in an address, where all is words. */
export const withdrawalSchema = z.strictObject({ n: z.string().regex(/^\d{1,9}$/u).transform(Number), revision: z.string(), id: z.string(), field: z.string(), words: z.string().nullable() });

export const confirmationSchema = z.strictObject({ ...signed, id: z.string(), field: z.string().nullable(), key: z.string(), verdict: z.enum(["confirmed", "withdrawn"]) });

/** What came of a write. `moved`: the files are not those that were shown. */
export type Written =
  | { readonly kind: "written"; readonly notice: Shelved; readonly state: NoticeState; readonly stored: Stored; readonly undo: Undo | null }
  | { readonly kind: "moved"; readonly notice: Shelved; readonly state: NoticeState; readonly stored: Stored }
  | { readonly kind: "wrong"; readonly field: string; readonly message: string }
  | { readonly kind: "locked"; readonly message: string }
  | { readonly kind: "unknown" };

/** The request that takes a write back. */
export type Undo =
  | { readonly kind: "withdraw"; readonly id: string; readonly field: string; readonly words: string | null }
  | { readonly kind: "correct"; readonly id: string; readonly field: string; readonly value: FlatValue; readonly reason: string; readonly person: string; readonly date: string }
  | { readonly kind: "again"; readonly body: { readonly op: "drop" | "add"; readonly id: string; readonly [part: string]: unknown } }
  | { readonly kind: "confirm"; readonly id: string; readonly field: string | null; readonly key: string; readonly verdict: "confirmed" | "withdrawn" };

/** What the desk needs. */
export interface DeskSetting {
  readonly shelf: Shelf;
  readonly store: Store;
  readonly language: Language;
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: () => string;
}

/** Where people's work is done. */
export class Desk {
  readonly #setting: DeskSetting;

  constructor(setting: DeskSetting) {
    this.#setting = setting;
  }

  async correct(given: z.infer<typeof correctionSchema>): Promise<Written> {
    const { reason, person, id } = given;
    const date = given.date ?? this.#setting.today();
    const signature = { reason, person, date };
    return this.#write(given, (state, stored) => {
      if ("field" in given) {
        const shown = valueIn(state.result, id, given.field);
        if (shown === undefined) return wrong("field", `${given.field}?`);
        if (String(shown ?? "") !== String(given.shown ?? "")) return "moved";
        const value = valueFor(id, given.field, given.value);
        const trouble = this.#troubleWith(id, given.field, value);
        if (trouble !== null) return trouble;
        const added = addedIn(state, id);
        if (added !== null) return withField(added, { field: given.field, value, ...signature }, stored);
        const expected = valueIn(state.read, id, given.field) ?? null;
        const override: Setting = { id, field: given.field, expected, value, ...signature };
        const before = correctionOf(stored.overrides, id, given.field);
        const undo: Undo = before !== null && "value" in before ? wayBackTo(before) : { kind: "withdraw", id, field: given.field, words: null };
        if (value === expected && before === null) return wrong("value", words.unchanged[this.#setting.language]);
        if (value === expected) return { override: null, text: withoutOverride(stored.texts.overrides, subjectOf(override)), undo };
        return { override, text: withOverride(stored.texts.overrides, override), undo };
      }
      const added = given.op === "drop" ? addedIn(state, id) : null;
      if (added !== null) return { override: null, text: withoutOverride(stored.texts.overrides, subjectOf(added)), undo: wayBackTo(added) };
      const mistyped = given.op === "add" ? Object.entries(filled(given.fields)).map(([field, value]) => this.#troubleWith(`${id}/`, field, value)).find((one) => one !== null) : null;
      if (mistyped != null) return mistyped;
      const override: Override =
        given.op === "drop"
          ? { op: "drop", id, expected: state.read.tasks.find((task) => task.id === id)?.text ?? "", ...signature }
          : { op: "add", id, after: given.after, words: given.words, fields: filled(given.fields), ...signature };
      const undo: Undo = { kind: "withdraw", id, field: given.op, words: given.op === "add" ? given.words : null };
      return { override, text: withOverride(stored.texts.overrides, override), undo };
    });
  }

  async withdraw({ words, ...given }: z.output<typeof withdrawalSchema>): Promise<Written> {
    return this.#write(given, (_, stored) => {
      const { id, field } = given;
      const about = stored.overrides.find((override) => override.id === id && ("field" in override ? override.field === field : override.op === field && (override.op === "drop" || override.words === words)));
      if (about === undefined) return "moved";
      return { override: null, text: withoutOverride(stored.texts.overrides, subjectOf(about)), undo: wayBackTo(about) };
    });
  }

  async confirm(given: z.infer<typeof confirmationSchema>): Promise<Written> {
    const { id, field, key, verdict, person } = given;
    const undo: Undo = { kind: "confirm", id, field, key, verdict: verdict === "confirmed" ? "withdrawn" : "confirmed" };
    return this.#save(given, (state, stored) => {
      const now = keyNow(state, id, field);
      if (now === null) return "unknown";
      if (now !== key) return "moved";
      const sources = state.read.sources.map(({ sha256 }) => sha256 ?? "");
      const held = field === null || field.startsWith("finding/") ? key : keyOfField(state.result, id, field);
      const review: Review = { id, field, key: held, sources, verdict, person, date: this.#setting.today() };
      const rows = goldRows(state, id, field);
      const gold = verdict === "confirmed" ? withGold(stored.texts.gold, rows) : withGold(stored.texts.gold, [], (row) => rows.some((one) => one.task === row.task && one.field === row.field));
      return { change: { reviews: withReviews(stored.texts.reviews, [review]), ...(rows.length === 0 ? {} : { gold }) }, undo };
    });
  }

  #troubleWith(id: string, field: string, value: FlatValue): Wrong | null {
    const issue = valueIssue(id, field, value);
    if (issue === null) return null;
    return issue === "unknown" ? wrong("field", `${field}?`) : wrong("value", issueWords(issue, field, this.#setting.language));
  }

  #write(given: { readonly n: number; readonly revision: string }, make: (state: NoticeState, stored: Stored) => Correction | "moved" | Wrong): Promise<Written> {
    return this.#save(given, (state, stored) => {
      const made = make(state, stored);
      if (made === "moved" || "kind" in made) return made;
      const { overrides, troubles } = readOverrides(made.text);
      // A file that nobody could read any more is not written.
      const [unreadable] = troubles;
      if (unreadable !== undefined) return wrong("value", unreadable.message);
      const after = stateOf(state.read, { overrides, reviews: stored.reviews }, this.#setting.language);
      const about = made.override === null ? null : subjectOf(made.override);
      const refused = after.corrected.refused.find(({ override }) => subjectOf(override) === about);
      if (refused !== undefined) return wrong("value", reasonWords(refused.reason, this.#setting.language));
      const values = new Map(valuesIn(after.result).tasks.map((task) => [task.id, task.values]));
      const isGone = ({ task, field, value }: GoldRow): boolean => values.has(task) ? String(values.get(task)?.[field] ?? "") !== value : state.result.tasks.some((one) => one.id === task);
      const gold = stored.texts.gold === null ? {} : { gold: withGold(stored.texts.gold, holdingAgain(state, after), isGone) };
      return { change: { overrides: made.text, ...gold }, undo: made.undo };
    });
  }

  async #save({ n, revision }: { readonly n: number; readonly revision: string }, make: (state: NoticeState, stored: Stored) => { readonly change: Change; readonly undo: Undo | null } | "moved" | "unknown" | Wrong): Promise<Written> {
    const { shelf, store, language } = this.#setting;
    const notice = await shelf.notice(n);
    if (notice === null) return { kind: "unknown" };
    // Files that were not opened have no id of their own.
    if (notice.result.sources.length > 0 && notice.result.sources.every(({ sha256 }) => sha256 === null)) return { kind: "locked", message: words.notOpened[language] };
    if (!(await shelf.isSame(n))) return { kind: "locked", message: "changed" };
    const shown = (stored: Stored): { notice: Shelved; state: NoticeState; stored: Stored } => ({ notice, state: stateOf(notice.result, stored, language), stored });
    const before = await store.load();
    if (before.readOnly !== null) return { kind: "locked", message: reasonWords(before.readOnly, this.#setting.language) };
    if (before.revision !== revision) return { kind: "moved", ...shown(before) };
    const made = make(stateOf(notice.result, before, language), before);
    if (made === "moved") return { kind: "moved", ...shown(before) };
    if (made === "unknown") return { kind: "unknown" };
    if ("kind" in made) return made;
    try {
      const saved = await store.save(revision, made.change);
      if (saved === null) return { kind: "moved", ...shown(await store.load()) };
      return { kind: "written", ...shown(saved), undo: made.undo };
    } catch (error) {
      return { kind: "locked", message: notWritten(error, language) };
    }
  }
}

interface Correction {
  readonly override: Override | null;
  readonly text: string;
  readonly undo: Undo | null;
}

interface Wrong {
  readonly kind: "wrong";
  readonly field: string;
  readonly message: string;
}

/** Why nothing was written, in a whole sentence. */
function notWritten(error: unknown, language: Language): string {
  const shortage = shortageOf(error);
  if (shortage !== null) return messageOf(shortage.diagnostic, language);
  const place = error instanceof Error && "path" in error ? `${String(error.path)}: ${codeOf(error)}` : reasonOf(error);
  return `${words.notSaved[language]}${reasonWords(place, language)}`;
}

function wrong(field: string, message: string): Wrong {
  return { kind: "wrong", field, message };
}

/** What was typed, as the field takes it: nothing is null, 5 is a number where words are none. */
function valueFor(id: string, field: string, given: FlatValue): FlatValue {
  if (typeof given !== "string") return given;
  const typed = given.trim();
  const candidates: FlatValue[] = typed === "" ? [null] : [typed, ...(/^-?\d+(?:\.\d+)?$/u.test(typed) ? [Number(typed)] : []), ...(typed === "true" || typed === "false" ? [typed === "true"] : [])];
  return candidates.find((one) => wrongValue(id, field, one) === null) ?? candidates[0] ?? null;
}

function filled(fields: Readonly<Record<string, FlatValue>>): Record<string, FlatValue> {
  return Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (value === null || String(value).trim() === "" ? [] : [[field, typeof value === "string" ? value.trim() : value]])));
}

/** The request that makes a correction again as it was. */
function wayBackTo(override: Override): Undo {
  const { reason, person, date } = override;
  if ("field" in override) return { kind: "correct", id: override.id, field: override.field, value: override.value, reason, person, date };
  const { op, id } = override;
  if (op === "drop") return { kind: "again", body: { op, id, reason, person, date } };
  return { kind: "again", body: { op, id, after: override.after, words: override.words, fields: override.fields, reason, person, date } };
}

/** The correction that added a task; null for one that was read. */
function addedIn({ tasks }: NoticeState, id: string): Adding | null {
  return tasks.find(({ task }) => task.id === id)?.added ?? null;
}

/** What a person says of a task that was added stands in the correction that added it. */
function withField(added: Adding, { field, value, ...signature }: { readonly field: string; readonly value: FlatValue; readonly reason: string; readonly person: string; readonly date: string }, stored: Stored): Correction | Wrong {
  const of = field === "deadlines.0.due" ? "due" : field;
  const fields = Object.fromEntries(Object.entries({ ...added.fields, [of]: value }).filter(([, given]) => given !== null));
  const override = readOverride({ ...added, fields, ...signature });
  if (typeof override === "string") return wrong("value", override);
  return { override, text: withOverride(stored.texts.overrides, override), undo: wayBackTo(added) };
}

/** The key that a confirmation must have now; null where there is nothing of the kind. */
function keyNow(state: NoticeState, id: string, field: string | null): string | null {
  if (field?.startsWith("finding/") === true) return state.findings.find((finding) => finding.field === field)?.key ?? null;
  return state.tasks.find(({ task }) => task.id === id)?.key ?? null;
}

/** Fields that a confirmation of all of a task holds for, whether they have a value or not. */
const always = new Set(["text", "lead", "support", "responsible", "due"]);
const mayBe = ["number", "others", "people"];

/** Rows of confirmations that hold again after a correction was taken back. */
function holdingAgain(before: NoticeState, after: NoticeState): GoldRow[] {
  const then = new Map(before.tasks.map((one) => [one.task.id, one]));
  return after.tasks.flatMap(({ task: { id }, standing, confirmed }) => {
    const known = then.get(id);
    const whole = standing === "confirmed" && known?.standing !== "confirmed" ? goldRows(after, id, null) : [];
    return [...whole, ...[...confirmed].filter((field) => known?.confirmed.has(field) !== true).flatMap((field) => goldRows(after, id, field))];
  });
}

function goldRows(state: NoticeState, id: string, field: string | null): GoldRow[] {
  const values = valuesIn(state.result).tasks.find((task) => task.id === id)?.values;
  if (values === undefined || field?.startsWith("finding/") === true) return [];
  const fields = field !== null ? (Object.hasOwn(taskFields, field) ? [field] : []) : [...always, ...mayBe.filter((name) => (values[name] ?? null) !== null)];
  return fields.map((name) => ({ task: id, field: name, value: String(values[name] ?? "") }));
}

