/** What people confirmed: rows of the gold file for the gate of a dataset, and lines of `reviews.ndjson` that say who looked, when, at what. */
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { bom, withoutBom } from "../text/utf8.ts";

/** One look of a person. Of several at the same thing the last one counts. */
const reviewSchema = z.strictObject({
  id: z.string().describe("Id of a task, or of a notice."),
  field: z.string().nullable().describe("The field that was looked at; `finding/CODE/…` for a finding; null for all of the task."),
  key: z.string().describe("Hash of what was shown: when the reading changes, it is asked again."),
  sources: z.array(z.string()).describe("SHA-256 of the files."),
  verdict: z.enum(["confirmed", "withdrawn"]),
  person: z.string().min(1),
  date: z.iso.date(),
});

export type Review = z.infer<typeof reviewSchema>;

/** The lines of the file; null when one of them is none of ours. */
export function readReviews(text: string | null): Review[] | null {
  const reviews: Review[] = [];
  for (const line of withoutBom(text ?? "").split("\n")) {
    if (line.trim() === "") continue;
    try {
      const read = reviewSchema.safeParse(JSON.parse(line));
      if (!read.success) return null;
      reviews.push(read.data);
    } catch {
      return null;
    }
  }
  return reviews;
}

/** The text with some lines more. */
export function withReviews(text: string | null, reviews: readonly Review[]): string {
  const before = text === null || text === "" || text.endsWith("\n") ? (text ?? "") : `${text}\n`;
  return before + reviews.map((review) => `${JSON.stringify(review)}\n`).join("");
}

/** A checked value of the gold file. */
export interface GoldRow {
  readonly task: string;
  readonly field: string;
  readonly value: string;
}

const own = ["task", "field", "value"] as const;

/** The text of a gold file with these rows set and those of `gone` taken away; further columns, the order, ends of lines and the mark before all words stay. */
export function withGold(text: string | null, set: readonly GoldRow[], gone: (row: GoldRow) => boolean = () => false): string {
  const [given = [], ...records] = parse(text ?? "", { bom: true, skip_empty_lines: true });
  const head = [...given, ...own.filter((name) => !given.includes(name))];
  // Of two columns of one name the last is read.
  const [task, field, value] = own.map((name) => head.lastIndexOf(name)) as [number, number, number];
  const rowOf = (cells: readonly string[]): GoldRow => ({ task: cells[task] ?? "", field: cells[field] ?? "", value: cells[value] ?? "" });
  const cellsOf = (row: GoldRow, before: readonly string[]): string[] => head.map((_, i) => ({ [task]: row.task, [field]: row.field, [value]: row.value })[i] ?? before[i] ?? "");
  const keyOf = (row: GoldRow): string => `${row.task}\n${row.field}`;
  const now = new Map(set.map((row) => [keyOf(row), row]));
  const kept = records.flatMap((cells) => {
    const [row, next] = [rowOf(cells), now.get(keyOf(rowOf(cells)))];
    return next === undefined && gone(row) ? [] : [cellsOf(next ?? row, cells)];
  });
  const known = new Set(records.map((cells) => keyOf(rowOf(cells))));
  const added = set.filter((row) => !known.has(keyOf(row))).map((row) => cellsOf(row, []));
  return stringify([head, ...kept, ...added], { bom: text?.startsWith(bom) === true, record_delimiter: text?.includes("\r\n") === true ? "windows" : "unix" });
}
