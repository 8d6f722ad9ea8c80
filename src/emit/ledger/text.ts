/** The 台账 as a table of characters, for a terminal or a plain file. */
import stringWidth from "string-width";
import type { Language } from "../../model/finding.ts";
import type { FlatRow } from "../../model/flat.ts";
import { printable } from "../../text/shown.ts";
import type { OutputOptions, Pieces, Results } from "../output.ts";
import { ledgerOf, type Ledger } from "./ledger.ts";
import { ledgerHeaders, ledgerKeys, ledgerRows } from "./table.ts";

/** Columns of a terminal of which nobody says how wide it is, and the narrowest column that wraps. */
const usualWidth = 120;
const narrowest = 6;
const gap = "  ";

/** Writes the ledger of each result as soon as it is there. */
export async function* writeLedger(results: Results, { language, width = usualWidth }: Pick<OutputOptions, "language" | "width">): Pieces {
  let first = true;
  for await (const result of results) {
    yield `${first ? "" : "\n"}${linesOf(ledgerOf(result, language), language, width).join("\n")}\n`;
    first = false;
  }
  if (first) yield language === "zh" ? "没有通知。\n" : "No notices.\n";
}

function linesOf(ledger: Ledger, language: Language, width: number): string[] {
  const rows = ledgerRows(ledger, language, { alone: true });
  const about = [ledger.documentNumber, ledger.dateIssued, language === "zh" ? `${ledger.lines.length} 项任务` : `${ledger.lines.length} tasks`, ...(ledger.title === ledger.files.join("、") ? [] : ledger.files)];
  return [printable(ledger.title), about.filter((part) => part !== null).map((part) => printable(part)).join(gap), ...(rows.length === 0 ? [] : ["", ...gridLines(rows, ledgerHeaders(language), width)])];
}

/** The rows under their headers, cells wrapped; a column in which nothing stands is left out. */
function gridLines(rows: readonly FlatRow[], headers: readonly string[], width: number): string[] {
  const cells = rows.map((row) => ledgerKeys.map((key) => String(row[key] ?? "").split("\n").map((line) => printable(line))));
  const kept = ledgerKeys.flatMap((_, i) => (cells.some((row) => row[i]?.some((line) => line !== "") === true) ? [i] : []));
  const natural = kept.map((i) => Math.max(stringWidth(headers[i] ?? ""), ...cells.flatMap((row) => row[i] ?? []).map((line) => stringWidth(line))));
  const widths = shared(natural, width - gap.length * (kept.length - 1));
  const rule = widths.map((one) => "─".repeat(one)).join(gap);
  const row = (texts: readonly (readonly string[])[]): string[] => {
    const wrapped = texts.map((lines, i) => lines.flatMap((line) => wrap(line, widths[i] ?? narrowest)));
    return Array.from({ length: Math.max(...wrapped.map((lines) => lines.length)) }, (_, at) => wrapped.map((lines, i) => padded(lines[at] ?? "", widths[i] ?? 0)).join(gap).trimEnd());
  };
  return [...row(kept.map((i) => [headers[i] ?? ""])), rule, ...cells.flatMap((texts, at) => [...row(kept.map((i) => texts[i] ?? [])), ...(at === cells.length - 1 ? [] : [""])])];
}

/** Widths that fit: what is narrow stays as it is, the rest share what is left in the measure of what they hold. */
function shared(natural: readonly number[], room: number): number[] {
  let [open, left] = [natural.map((_, i) => i), room];
  const widths = [...natural];
  for (let settled = true; settled && open.length > 0; ) {
    const fair = left / open.length;
    const small = open.filter((i) => (natural[i] ?? 0) <= fair);
    settled = small.length > 0;
    left -= small.reduce((sum, i) => sum + (natural[i] ?? 0), 0);
    open = open.filter((i) => !small.includes(i));
  }
  const all = open.reduce((sum, i) => sum + Math.sqrt(natural[i] ?? 0), 0);
  for (const i of open) widths[i] = Math.max(narrowest, Math.floor((left * Math.sqrt(natural[i] ?? 0)) / all));
  return widths;
}

/** Marks that no line begins with. */
const closing = /^[，。、；：！？）》」』”’…,.;:!?)\]}]$/u;

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const [segment] of line.matchAll(character)) {
    if (current === "" || stringWidth(current + segment) <= width) {
      current += segment;
      continue;
    }
    // A mark that no line begins with takes the character before it along.
    const [last = ""] = closing.test(segment) ? (/[^\p{M}]\p{M}*$/u.exec(current) ?? []) : [];
    const kept = current.slice(0, current.length - last.length);
    if (kept === "") current += segment;
    else {
      lines.push(kept);
      current = last + segment.trimStart();
    }
  }
  return [...lines, current];
}

/** A character with what is written over it. */
const character = /[^\p{M}]\p{M}*|\p{M}+/gu;

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}
