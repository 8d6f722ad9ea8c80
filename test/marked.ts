/** Reads under marks, apart from the program that wrote them: which characters of the document stand there. */
import type { NoticeDocument } from "../src/model/document.ts";
import type { Mark, Marks } from "../src/model/marks.ts";
import type { ParseResult } from "../src/model/notice.ts";

/** One value of a result: its name as marks have it, its printed words, its marks. */
export interface MarkedValue {
  readonly name: string;
  readonly words: string;
  readonly marks: readonly Mark[];
}

/** Characters without white space, as coverage counts them. */
export const ink = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, "");

/** Every value of a result that was printed as it stands there. */
export function markedValues({ tasks, notice }: ParseResult, marks: Marks): MarkedValue[] {
  const values: MarkedValue[] = [];
  const put = (name: string, words: string | null | undefined, found: readonly Mark[] | undefined): void => {
    if (words != null && ink(words) !== "") values.push({ name, words, marks: found ?? [] });
  };
  const putAll = (name: string, all: readonly (string | null)[], fields: Marks["notice"]): void => all.forEach((words, k) => put(`${name}.${k}`, words, fields[`${name}.${k}`]));
  for (const [i, task] of tasks.entries()) {
    const fields = marks.tasks[i] ?? {};
    for (const name of ["text", "number", "label", "group", "heading"] as const) put(name, task[name], fields[name]);
    put("weight", task.weight === null ? null : String(task.weight), fields["weight"]);
    putAll("path", task.path, fields);
    putAll("columns", task.columns.map(({ text }) => text), fields);
    for (const role of ["lead", "support", "responsible"] as const) putAll(role, task.assignment[role].map(({ text }) => text), fields);
    putAll("others", task.assignment.others.map(({ unit }) => unit.text), fields);
    putAll("people", task.assignment.people.map(({ name }) => name), fields);
    putAll("deadlines", task.deadlines.map(({ text }) => text), fields);
  }
  for (const name of ["title", "enclosure", "disclosure", "indexNumber", "validity"] as const) put(name, notice[name], marks.notice[name]);
  put("documentNumber", notice.documentNumber?.text, marks.notice["documentNumber"]);
  for (const name of ["issuers", "addressees", "subjectCategory"] as const) putAll(name, notice[name], marks.notice);
  putAll("sections", notice.sections.map(({ text }) => text), marks.notice);
  return values;
}

interface Character {
  readonly text: string;
  readonly at: readonly [x: number, y: number] | number;
}

/** The characters of a document by where they stand: those of one page or element together. */
export function charactersOf(document: NoticeDocument): (mark: Mark) => string {
  const found = new Map<string, Character[]>();
  for (const { span, place, advances } of document.fragments) {
    const key = place.kind === "page" ? `${place.source} ${place.page}` : `${place.source} ${place.path}`;
    const characters = found.get(key) ?? [];
    found.set(key, characters);
    for (let i = 0; i < span.end - span.start; i++) {
      const text = document.text.charAt(span.start + i);
      if (ink(text) === "") continue;
      characters.push({ text, at: place.kind === "page" ? middle(place.bbox, advances, i) : (place.start ?? 0) + i });
    }
  }
  return (mark) => {
    const all = found.get("page" in mark ? `${mark.source} ${mark.page}` : `${mark.source} ${mark.path}`) ?? [];
    return all.filter(({ at }) => isUnder(mark, at)).map(({ text }) => text).join("");
  };
}

function middle([left, top, right, bottom]: readonly [number, number, number, number], advances: NoticeDocument["fragments"][number]["advances"], i: number): [number, number] {
  if (advances === undefined) throw new Error("a fragment without advances");
  const along = ((advances.ends[2 * i] ?? Number.NaN) + (advances.ends[2 * i + 1] ?? Number.NaN)) / 2;
  return advances.axis === "x" ? [along, (top + bottom) / 2] : [(left + right) / 2, along];
}

function isUnder(mark: Mark, at: Character["at"]): boolean {
  if (typeof at === "number") return "path" in mark && at >= (mark.start ?? 0) && at < (mark.end ?? Infinity);
  if ("path" in mark) return false;
  const [left, top, right, bottom] = mark.bbox;
  return at[0] >= left && at[0] <= right && at[1] >= top && at[1] <= bottom;
}

/** Characters in any order: lines of one value may stand in another order on the page. */
export const sorted = (text: string): string => [...ink(text)].sort().join("");
