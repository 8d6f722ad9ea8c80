/**
 * Identities by `idnorm/1`. Frozen: a data team joins versions of its dataset on them, so these functions never change.
 * Another way to fold or to choose would be `idnorm/2`, beside this one, with a table from old ids to new.
 */
import { createHash } from "node:crypto";

/** How many folded characters of a task's text stand in its key. */
const textLength = 24;

/** NFKC without white space, bracket forms made one: the only folding that ids know. */
export function idnorm(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/[〔［【〈]/gu, "[")
    .replace(/[〕］】〉]/gu, "]");
}

/** What a notice is known by. */
export interface NoticeKey {
  readonly agencyCode: string | null;
  readonly year: number | null;
  readonly serial: number | null;
  readonly issuers: readonly string[];
  readonly title: string | null;
  readonly dateIssued: string | null;
  /** SHA-256 of the folded text: asked for only when the notice has neither number nor title. */
  readonly textSha256: () => string;
}

/** From 发文字号 when there is one (“皖政办秘-2020-66”), else a hash of issuer, title and date, whichever exist. */
export function noticeId(key: NoticeKey): string {
  if (key.agencyCode !== null && key.serial !== null) {
    return [idnorm(key.agencyCode), key.year ?? "0", key.serial].join("-");
  }
  if (key.title === null) return `text-${digest([key.textSha256()])}`;
  return `notice-${digest([key.issuers.map(idnorm).join("|"), idnorm(key.title), key.dateIssued ?? ""])}`;
}

/** What a task is known by inside its notice. */
export interface TaskKey {
  readonly group: string | null;
  readonly number: string | null;
  readonly label: string | null;
  readonly text: string;
}

/** The key of a task before its occurrence is counted: equal for tasks that only their order tells apart. */
export function taskKeyText({ group, number, label, text }: TaskKey): string {
  return [idnorm(group ?? ""), idnorm(number ?? label ?? ""), [...idnorm(text)].slice(0, textLength).join("")].join("\u001f");
}

/** Ids of the tasks of one notice, in order. Equal keys are told apart by their occurrence, counted from 1. */
export function taskIds(notice: string, tasks: readonly TaskKey[]): string[] {
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    const key = taskKeyText(task);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return `${notice}/${digest([key, String(occurrence)])}`;
  });
}

function digest(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\u001e")).digest("hex").slice(0, 16);
}
