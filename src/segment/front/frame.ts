/**
 * The frame of a notice: its metadata as printed, and its text cut into letter, plan and attachments.
 * Elements and their order are those of GB/T 9704-2012; the page record is that of government sites.
 */
import type { Context } from "../../model/context.ts";
import type { NoticeDocument } from "../../model/document.ts";
import type { FrontMatter } from "../../model/draft.ts";
import { bordersOf, readBody } from "./body.ts";
import { readFiles, splitFiles } from "./files.ts";
import { readFoot } from "./foot.ts";
import { findEntries } from "./head.ts";
import { openLedger, type Ledger } from "../ledger.ts";
import { readHead } from "./opening.ts";
import { cutParts, type Part } from "./parts.ts";
import { takeEntries } from "./record-fields.ts";
import { findReferences } from "./references.ts";
import type { Scene } from "./scene.ts";
import { settle } from "./settle.ts";

export type { Part } from "./parts.ts";

export interface Frame {
  readonly front: FrontMatter;
  /** What the front matter took: owners like `notice.title`, `notice.further`, `furniture:page-tool`. */
  readonly ledger: Ledger;
  /** The rest of the text in reading order. */
  readonly parts: readonly Part[];
}

/** Finds the front matter of a document and cuts the rest at the borders of letter, plan and attachments. */
export function frame(document: NoticeDocument, context: Context): Frame {
  const { letter, attached } = splitFiles(document);
  const scene: Scene = { document, context, lines: letter, ledger: openLedger() };
  const record = takeEntries(scene, findEntries(scene));
  const head = readHead(scene, record);
  const body = readBody(scene, head);
  const foot = readFoot(scene, head.end, body.signature?.to ?? null);
  const footRecord = takeEntries(scene, foot.entries);
  const files = readFiles(scene, attached, body);
  const further = [...head.further, ...record.further, ...body.further, ...foot.further, ...footRecord.further, ...files.further];

  const { ledger } = scene;
  const parts = cutParts(document, [...bordersOf(scene, head, body), ...files.borders], ledger.claims);
  const framed = { ...body, attached: [...body.attached, ...files.attached] };
  const front = settle(scene, record, head, framed, foot.disclosure ?? files.disclosure, further);
  const references = findReferences(document, parts.flatMap((part) => part.blocks), front);
  return { front: { ...front, references }, ledger, parts };
}
