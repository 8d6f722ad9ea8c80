/** One notice from several readings: the same notice from other sites, or in other formats. One is published, the others are compared with it. */
import { diagnose } from "../../model/context.ts";
import type { FlatValue } from "../../model/flat.ts";
import type { ParseResult } from "../../model/notice.ts";
import type { Issue, LockedItem, Reading, SourceFile } from "../edition.ts";
import { valuesOf, type NoticeValues, type Values } from "../fields.ts";

/** A reading: an item of the sources and what it gave. */
export interface Read {
  readonly item: LockedItem;
  readonly result: ParseResult;
}

/** The readings of a notice, and what was found in comparing them. */
export interface Compared {
  readonly chosen: Read;
  readonly readings: readonly Reading[];
  readonly issues: readonly Issue[];
}

/** How much is said of two readings that differ; the rest is counted. */
const mostDifferences = 20;

/** How well a reading of each format keeps the notice: markup before drawing before words. */
const formats = ["docx", "flat-opc", "wordml", "html", "doc", "rtf", "mht", "xlsx", "xls", "ofd", "pdf", "csv", "text"];

const statuses: readonly ParseResult["status"][] = ["success", "partial", "empty", "failed"];

/** Chooses the reading that is published: whole before partial, more tasks, markup before drawing, then by name. */
export function compareReadings(reads: readonly [Read, ...Read[]]): Compared {
  const [chosen, ...others] = [...reads].sort(byWorth) as [Read, ...Read[]];
  const own = valuesOf(chosen.result);
  const differences = others.map((read) => ({ read, found: differencesOf(own, valuesOf(read.result)) }));
  return {
    chosen,
    readings: [readingOf(chosen, null), ...differences.map(({ read, found }) => readingOf(read, found.length === 0))].sort((a, b) => (a.item < b.item ? -1 : 1)),
    issues: differences.flatMap(({ read, found }) => issuesOf(chosen, read, found)),
  };
}

function byWorth(a: Read, b: Read): number {
  const worth = ({ result }: Read): number[] => {
    const format = formats.indexOf(result.sources[0]?.format ?? "");
    return [statuses.indexOf(result.status), -result.tasks.length, format < 0 ? formats.length : format];
  };
  const [x, y] = [worth(a), worth(b)];
  const first = x.findIndex((value, i) => value !== y[i]);
  if (first >= 0) return (x[first] ?? 0) - (y[first] ?? 0);
  return a.item.item < b.item.item ? -1 : 1;
}

function readingOf({ item, result }: Read, agrees: boolean | null): Reading {
  const files = result.sources.map((source, i): SourceFile => ({ ...source, retrieved: item.files[i]?.retrieved ?? null, publisher: item.files[i]?.publisher ?? null }));
  return { item: item.item, chosen: agrees === null, status: result.status, tasks: result.tasks.length, agrees, files };
}

interface Difference {
  readonly task: string | null;
  readonly field: string;
  readonly own: string;
  readonly other: string;
}

/** What is about the page and not about the notice: the site it was published on. */
const ofThePage: ReadonlySet<string> = new Set(["file", "status", "datePublished", "attachments", "columns", "further", "sections", "workYearBasis", "subjectCategory", "indexNumber", "validity", "disclosure"]);

function differencesOf(own: NoticeValues, other: NoticeValues): Difference[] {
  const theirs = new Map(other.tasks.map((task) => [task.id, task.values]));
  const ours = new Set(own.tasks.map(({ id }) => id));
  const words = (values: Values): string => String(values["text"] ?? "");
  return [
    ...fieldsThatDiffer(own.values, other.values, null),
    ...own.tasks.flatMap(({ id, values }) => {
      const same = theirs.get(id);
      return same === undefined ? [{ task: id, field: "task", own: words(values), other: "" }] : fieldsThatDiffer(values, same, id);
    }),
    ...other.tasks.filter(({ id }) => !ours.has(id)).map(({ values }) => ({ task: null, field: "task", own: "", other: words(values) })),
  ];
}

function fieldsThatDiffer(own: Values, other: Values, task: string | null): Difference[] {
  return Object.keys(own)
    .filter((field) => !ofThePage.has(field) && bare(own[field]) !== bare(other[field]))
    .map((field) => ({ task, field, own: String(own[field] ?? ""), other: String(other[field] ?? "") }));
}

/** White space is the layout's. */
function bare(value: FlatValue | undefined): string {
  return String(value ?? "").replace(/\s|\\n/gu, "");
}

function issuesOf(chosen: Read, read: Read, found: readonly Difference[]): Issue[] {
  const notice = chosen.result.notice.id;
  const about = { notice, item: read.item.item };
  const issues = found.slice(0, mostDifferences).map(({ task, field, own, other }): Issue => ({ ...diagnose("dataset/sources-disagree", { params: { field, chosen: chosen.item.item, own, other }, task, actual: other }), ...about }));
  const more = found.length - issues.length;
  return more > 0 ? [...issues, { ...diagnose("dataset/more-disagreements", { params: { count: String(more), chosen: chosen.item.item } }), ...about }] : issues;
}
