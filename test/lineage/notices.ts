/** Small notices for tests of links. */
import type { ParseResult, Task } from "../../src/model/notice.ts";
import type { Link } from "../../src/model/link.ts";
import { linkResults } from "../../src/lineage/links.ts";
import { noticeOf, resultOf, taskOf } from "../build-notice.ts";

type Fields = Partial<ParseResult["notice"]>;
type Named = Partial<ParseResult["notice"]["references"][number]>;

/** A reference to a document by number, or by title where it begins with 《. */
export function reference(document: string, fields: Named = {}): ParseResult["notice"]["references"][number] {
  const titled = document.startsWith("《");
  return {
    documentNumber: titled ? null : document, title: titled ? document.slice(1, -1) : null, relation: "cites", text: document, verb: { text: "根据", place: [] }, basis: "cites",
    place: [], ...fields,
  };
}

/** A notice whose tasks have these texts. */
export function noticeWith(id: string, texts: readonly (string | Partial<Task>)[], fields: Fields = {}): ParseResult {
  const tasks = texts.map((one, i) => taskOf({ id: `${id}/${i + 1}`, ordinal: i + 1, number: String(i + 1), ...(typeof one === "string" ? { text: one } : one) }));
  return resultOf({ notice: noticeOf({ id, title: `关于${id}的通知`, ...fields }), tasks });
}

/** The links among notices. */
export function linksOf(...results: readonly ParseResult[]): Link[] {
  return [...linkResults(results).links()];
}

/** From and to of each link. */
export function namesOf(...results: readonly ParseResult[]): string[] {
  return linksOf(...results).map(({ from, to }) => `${from} → ${to}`);
}
