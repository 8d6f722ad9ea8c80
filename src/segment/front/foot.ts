/** What stands below and beside the letter: notes in brackets, 抄送, the printer's line, the makers of the page. */
import type { Field } from "../../model/draft.ts";
import { quote } from "../../model/quote.ts";
import { readLineLabel } from "../../rules/item-labels.ts";
import { labelRow } from "../../rules/metadata/labels.ts";
import { disclosureNote, printLine } from "../../rules/metadata/wording.ts";
import type { TextLine } from "./line.ts";
import { readLabels, type Entry } from "./page-record.ts";
import { fieldOf, freeLine, type Scene } from "./scene.ts";
import { takeSiteTail } from "./site-tail.ts";
import { addAll } from "../../model/add-all.ts";

export interface Foot {
  readonly disclosure: Field | null;
  readonly further: { readonly label: string; readonly field: Field }[];
  /** Labelled lines at the very end. */
  readonly entries: Entry[];
}

/** Takes the notes; `from` is the first line of the body, `signed` the line after the signature. */
export function readFoot(scene: Scene, from: number, signed: number | null): Foot {
  let disclosure: Field | null = null;
  const further: Foot["further"] = [];
  const entries: Entry[] = [];
  const lastLines = scene.lines.length - 12;
  takeSiteTail(scene, from, signed);
  for (let i = 0; i < scene.lines.length; i++) {
    const line = freeLine(scene, i);
    if (line === null) continue;
    if (isDisclosure(line, i, from, signed)) {
      const note = fieldOf(quote(scene.document, line.span), "body", line.text.trim().replace(/^[(（【\[<〈《]\s*|(?<!\s)\s*[)）】\]>〉》]$/gu, ""));
      if (disclosure !== null && disclosure.text !== note.text) further.push({ label: "附注", field: note });
      disclosure ??= note;
      scene.ledger.take(line.span, "notice.disclosure");
    } else if (printLine.pattern.test(line.key)) {
      further.push({ label: "印发", field: fieldOf(quote(scene.document, line.span), "body", line.text.replace(/(?<!\s)\s*印\s*发$/u, "")) });
      scene.ledger.take(line.span, "notice.further");
    } else if (/^(?:抄送|抄报|分送)(?:单位|机关)?:/u.test(line.key) || (i >= from && isContact(line))) {
      further.push(noteOf(scene, line));
      scene.ledger.take(line.span, "notice.further");
    } else if (i >= Math.max(lastLines, from) && (signed === null || i >= signed) && isFootLine(line) && !ofItem(scene, i)) {
      addAll(entries, readLabels(scene.document, line.span));
    }
  }
  return { disclosure, further, entries };
}

/** In brackets anywhere outside the head; without brackets only below the signature. */
function isDisclosure(line: TextLine, index: number, from: number, signed: number | null): boolean {
  if (line.key.length > 40 || !disclosureNote.pattern.test(line.key)) return false;
  const bracketed = /^[(\[【<〈].*[)\]】>〉]$/u.test(line.key);
  return bracketed || (index >= from && /^(?:此|本)/u.test(line.key)) || (signed !== null && index >= signed && line.key !== "公开");
}

function isContact(line: TextLine): boolean {
  return /^[(【]?(?:联系|咨询)(?:人|单位|部门|电话|方式)?[^:]{0,12}:/u.test(line.key) && line.key.length < 120 && !/[。]./u.test(line.key);
}

function noteOf(scene: Scene, line: TextLine): Foot["further"][number] {
  const colon = line.text.search(/[:：]/u);
  const label = line.text.slice(0, colon).replace(/[\s(（【]/gu, "");
  const closed = /^[(（【]/u.test(line.text) && /[)）】]$/u.test(line.text) ? 1 : 0;
  const raw = line.text.slice(colon + 1, line.text.length - closed);
  const start = line.span.start + colon + 1 + (raw.length - raw.trimStart().length);
  return { label, field: fieldOf(quote(scene.document, { start, end: start + raw.trim().length }), "body") };
}

/** A line that begins with a label of page makers, counters or sources. */
function isFootLine(line: TextLine): boolean {
  const key = line.key.replace(/^[【\[(]/u, "");
  const word = key.slice(0, Math.max(0, key.indexOf(":")));
  const row = labelRow(word);
  return row !== undefined && (row.foot === true || word.length > 2) && line.key.length < 120;
}

/** 责任部门 names who publishes a page, or who does an item: then its other labels stand beside it, or items above say it too. */
function ofItem(scene: Scene, index: number): boolean {
  const label = labelAt(scene, index);
  if (label?.meaning.kind !== "units") return false;
  const beside = [labelAt(scene, index - 1), labelAt(scene, index + 1)].some((one) => one !== null && labelRow(one.label) === undefined);
  return beside || scene.lines.slice(0, index).some((_, above) => labelAt(scene, above)?.label === label.label);
}

function labelAt({ lines }: Scene, index: number): ReturnType<typeof readLineLabel> {
  const line = lines[index];
  return line?.kind === "text" ? readLineLabel(line.text.trimStart()) : null;
}
