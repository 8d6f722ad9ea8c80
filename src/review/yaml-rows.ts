/** The file of corrections as its people keep it: rows are replaced, added and taken away, and all else in it (comments, order) stays. */
import { type Document, isMap, isSeq, parseDocument, YAMLSeq } from "yaml";
import { readOverride, subjectOf, type Override } from "../dataset/correct/overrides.ts";

const head = " 人工更正：每行一处，随数据集进版本库（fengong review、dataset build --overrides）";

/** The text with a correction: in the place of the one about the same value, or behind all others. */
export function withOverride(text: string | null, override: Override): string {
  const { document, rows } = rowsOf(text);
  const at = rowsAbout(rows, subjectOf(override)).at(-1);
  const found = at === undefined ? undefined : rows.items[at];
  if (!isMap(found)) rows.add(document.createNode(override));
  else {
    for (const { key } of [...found.items]) if (!Object.hasOwn(override, String(key))) found.delete(key);
    for (const [key, value] of Object.entries(override)) if (JSON.stringify(found.get(key)) !== JSON.stringify(value)) found.set(key, value);
  }
  return textOf(document);
}

/** The text without the corrections about a value; the same text where there is none. */
export function withoutOverride(text: string | null, subject: string): string {
  const { document, rows } = rowsOf(text);
  const found = rowsAbout(rows, subject);
  if (found.length === 0) return text ?? "";
  for (const at of found.reverse()) rows.items.splice(at, 1);
  return textOf(document);
}

function rowsOf(text: string | null): { readonly document: Document; readonly rows: YAMLSeq } {
  const document: Document = parseDocument(text ?? "", { schema: "core" });
  if (isSeq(document.contents)) {
    if (document.contents.items.length === 0) document.contents.flow = false;
    return { document, rows: document.contents };
  }
  const rows = new YAMLSeq();
  document.contents = rows;
  if (text === null || text.trim() === "") document.commentBefore = head;
  return { document, rows };
}

function rowsAbout(rows: YAMLSeq, subject: string): number[] {
  return rows.items.flatMap((row, i) => {
    const read = isMap(row) ? readOverride(row.toJSON()) : "";
    return typeof read !== "string" && subjectOf(read) === subject ? [i] : [];
  });
}

function textOf(document: Document): string {
  return document.toString({ lineWidth: 0 });
}
