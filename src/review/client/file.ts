/** A file that holds all of a review: nothing is sent anywhere, and corrections are downloaded as the YAML that the dataset takes. */
import type { Answer, Backend, Beside, Changed, Notice, Rendering, Value, Values } from "./backend.ts";

/** All that a file holds of one notice. */
export interface Packed {
  readonly notice: Notice;
  readonly frames: readonly (string | null)[];
  readonly renderings: readonly (Rendering | null)[];
  readonly beside: Beside;
  readonly values: Readonly<Record<string, Values>>;
}

interface Correction {
  readonly id: string;
  readonly [key: string]: unknown;
}

/** Answers out of the file itself. */
export function fileBackend({ notices, download }: { readonly notices: readonly Packed[]; readonly download: string }): Backend {
  const corrections: Correction[] = [];
  const of = (n: number): Packed => {
    const found = notices[n];
    if (found === undefined) throw new Error(String(n));
    return found;
  };
  const offer = (): void => {
    const link = document.getElementById("download") ?? document.querySelector(".keys")?.appendChild(Object.assign(document.createElement("a"), { id: "download" }));
    if (!(link instanceof HTMLAnchorElement)) return;
    const day = new Date().toISOString().slice(0, 10);
    const text = corrections.map((row) => `- ${JSON.stringify({ ...row, date: day })}\n`).join("");
    URL.revokeObjectURL(link.href);
    Object.assign(link, { href: URL.createObjectURL(new Blob([text], { type: "application/yaml" })), download: "overrides.yaml", textContent: `${download} (${String(corrections.length)})` });
  };
  const done = (n: number): Answer => {
    const { head, findings, revision, readOnly } = of(n).notice;
    const changed: Changed = { head, findings, revision, readOnly, undo: null };
    return { kind: "done", changed };
  };
  const shownNow = (n: number, id: string): Values => {
    const values = of(n).values[id] ?? {};
    const own = corrections.filter((row) => row.id === id);
    return Object.fromEntries(Object.entries(values).map(([field, known]) => [field, { ...known, shown: (own.findLast((row) => row["field"] === field)?.["value"] ?? known.shown) as Value }]));
  };
  return {
    list: () => Promise.resolve({ notices: notices.map(({ notice: { n, id } }) => ({ n, name: id, title: null, open: null })), person: null }),
    notice: (n) => Promise.resolve(of(n).notice),
    pdf: () => Promise.resolve(null),
    frame: (n, source) => Promise.resolve({ html: of(n).frames[source] ?? "" }),
    rendering: (n, source) => Promise.resolve(of(n).renderings[source] ?? null),
    beside: (n) => Promise.resolve(of(n).beside),
    values: (n, id) => Promise.resolve(shownNow(n, id)),
    correct: (body, { n }) => {
      const row = { ...body, shown: undefined } as unknown as Correction & { readonly reason: string; readonly person: string };
      const { reason, person } = row;
      if (reason.trim() === "" || person.trim() === "") return Promise.resolve({ kind: "wrong", message: "reason, person" });
      const expected = "field" in row ? { expected: of(n).values[row.id]?.[String(row["field"])]?.read ?? null } : row["op"] === "drop" ? { expected: of(n).values[row.id]?.["text"]?.read ?? "" } : {};
      const { reason: why, person: who, ...rest } = row;
      corrections.push({ ...rest, ...expected, reason: why, person: who });
      offer();
      return Promise.resolve(done(n));
    },
    confirm: (_, { n }) => Promise.resolve(done(n)),
    withdraw: ({ id, field }, { n }) => {
      const at = corrections.findLastIndex((row) => row.id === id && (row["field"] ?? row["op"]) === field);
      if (at >= 0) corrections.splice(at, 1);
      offer();
      return Promise.resolve(done(n));
    },
  };
}
