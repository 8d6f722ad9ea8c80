/** The file of corrections as its people keep it: rows are replaced, added and taken away, and all else in it (comments, order) stays. */
import { type Document, isAlias, isMap, isSeq, parseDocument, type Scalar, visit, YAMLSeq } from "yaml";
import { readOverride, subjectOf, type Override } from "../dataset/correct/overrides.ts";
import { bom, withoutBom } from "../text/utf8.ts";

const head = " 人工更正：每行一处，随数据集进版本库（fengong review、dataset build --overrides）";

/** The text with a correction: in the place of the one about the same value, or behind all others. */
export function withOverride(text: string | null, override: Override): string {
  const { document, rows } = rowsOf(text);
  const at = rowsAbout(document, rows, subjectOf(override)).at(-1);
  const found = at === undefined ? undefined : rows.items[at];
  if (!isMap(found)) rows.add(document.createNode(override));
  else {
    for (const { key } of [...found.items]) if (!Object.hasOwn(override, String(key))) found.delete(key);
    for (const [key, value] of Object.entries(override)) if (JSON.stringify(found.get(key)) !== JSON.stringify(value)) found.set(key, value);
  }
  return textOf(document, text);
}

/** The text without the corrections about a value; the same text where there is none. */
export function withoutOverride(text: string | null, subject: string): string {
  const { document, rows } = rowsOf(text);
  const found = rowsAbout(document, rows, subject);
  if (found.length === 0) return text ?? "";
  for (const at of found.reverse()) {
    const [gone] = rows.items.splice(at, 1);
    // What stands before the first row may be said of the whole file.
    if (at === 0 && isMap(gone) && gone.commentBefore != null) document.commentBefore = [document.commentBefore, gone.commentBefore].filter((words) => words != null).join("\n");
  }
  return textOf(document, text);
}

function rowsOf(text: string | null): { readonly document: Document; readonly rows: YAMLSeq } {
  const document: Document = parseDocument(withoutBom(text ?? ""), { schema: "core" });
  if (isSeq(document.contents)) {
    if (document.contents.items.length === 0) document.contents.flow = false;
    return { document, rows: document.contents };
  }
  const rows = new YAMLSeq();
  document.contents = rows;
  if (text === null || text.trim() === "") document.commentBefore = head;
  return { document, rows };
}

/** Rows about a subject, which may be changed: what they lend to others by anchors, or borrow, is spelled out in each. */
function rowsAbout(document: Document, rows: YAMLSeq, subject: string): number[] {
  const found = rows.items.flatMap((item, i) => {
    const row = isAlias(item) ? item.resolve(document) : item;
    const read = isMap(row) ? readOverride(row.toJS(document)) : "";
    return typeof read !== "string" && subjectOf(read) === subject ? [i] : [];
  });
  if (found.length > 0) spellOut(document);
  return found;
}

function spellOut(document: Document): void {
  visit(document, {
    Alias: (_, alias) => {
      const own = alias.resolve(document)?.clone() as Scalar | undefined;
      if (own !== undefined) delete own.anchor;
      return own;
    },
  });
}

/** As the file was: with its ends of lines, and the mark that some editors of Windows put before all words. */
function textOf(document: Document, before: string | null): string {
  const text = document.toString({ lineWidth: 0 });
  return (before?.startsWith(bom) === true ? bom : "") + (before?.includes("\r\n") === true ? text.replaceAll("\n", "\r\n") : text);
}
