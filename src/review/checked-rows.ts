/** What people confirmed: rows of the gold file for the gate of a dataset, and lines of `reviews.ndjson` that say who looked, when, at what. */
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { z } from "zod";

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
  for (const line of (text ?? "").split("\n")) {
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

type Columns = Readonly<Record<string, string>>;

/** The text of a gold file with these rows set and those of `gone` taken away; further columns and the order stay. */
export function withGold(text: string | null, set: readonly GoldRow[], gone: (row: GoldRow) => boolean = () => false): string {
  const records: Columns[] = text === null || text.trim() === "" ? [] : parse(text, { columns: true, bom: true, skip_empty_lines: true });
  const columns = [...new Set(["task", "field", "value", ...Object.keys(records[0] ?? {})])];
  const keyOf = ({ task = "", field = "" }: Partial<GoldRow>): string => `${task}\n${field}`;
  const now = new Map(set.map((row) => [keyOf(row), row]));
  const kept = records.filter((row) => now.has(keyOf(row)) || !gone({ task: row["task"] ?? "", field: row["field"] ?? "", value: row["value"] ?? "" })).map((row) => ({ ...row, ...now.get(keyOf(row)) }));
  const known = new Set(records.map(keyOf));
  return stringify([...kept, ...set.filter((row) => !known.has(keyOf(row)))], { header: true, columns });
}
