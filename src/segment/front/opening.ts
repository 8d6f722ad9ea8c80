/** What the head of a notice says, read in one go; see head.ts and title.ts for the parts. */
import type { Field, FrontMatter } from "../../model/draft.ts";
import { placesOf, type Quote } from "../../model/quote.ts";
import { reading } from "../../text/reading.ts";
import { readDocumentNumber } from "../../text/document-number.ts";
import { findAddressees } from "./addressees.ts";
import { isAttachmentHeading } from "./attachments.ts";
import { enclosureInTitle } from "./enclosure.ts";
import { headEnd, readTitle, takeDateUnderTitle, takePageWords, takeLetterhead, takeMarks, takeNumber } from "./head.ts";
import { fromMeta } from "./meta.ts";
import type { RecordFields } from "./record-fields.ts";
import { fieldOf, quoteLines, takeLines, type Scene } from "./scene.ts";
import { prominentRun, sameTitle, titleInTable, titlesIn, type TitleRun } from "./title.ts";
import { bareTitle } from "../../text/title.ts";

/** The head of a notice as printed. */
export interface Head {
  /** First line of the body. */
  readonly end: number;
  /** The line after the title, 0 when there is none above the body. */
  readonly titleEnd: number;
  /** First line on which the title of an enclosed plan may stand. */
  readonly bodyFrom: number;
  readonly number: Field | null;
  /** As printed above the body, the best first. */
  readonly titles: readonly Field[];
  /** As the page record and the meta elements state it. */
  readonly stated: readonly Field[];
  readonly letterhead: readonly Field[];
  readonly addresseesLine: Quote | null;
  readonly date: Field | null;
  readonly further: FrontMatter["further"];
}

/** A heading of the page that names the plan alone, above the title of the letter that forwards it. */
function takeFree(scene: Scene, { lines }: TitleRun): void {
  takeLines(scene, lines.filter(({ span }) => scene.ledger.isFree(span)), "notice.enclosure");
}

/** Finds and takes what stands above the body, the addressees included. */
export function readHead(scene: Scene, record: RecordFields): Head {
  const stated = [...record.of("title"), ...fromMeta(scene.document, "ArticleTitle")];
  const end = headEnd(scene, stated.map((field) => field.text));
  const marks = takeMarks(scene, end);
  if (marks.classified !== null) {
    const { text, spans } = marks.classified;
    scene.context.report("notice/classified", { params: { mark: text }, actual: text, place: placesOf(scene.document, spans) });
  }
  const { number, further } = takeNumber(scene, end);
  const known = stated.map((field) => reading(field.text));
  const attachment = scene.lines.findIndex((line) => line.kind === "text" && isAttachmentHeading(line));
  const until = attachment === -1 ? end : Math.min(end, attachment);
  const runs = withoutPlans(titlesIn(scene, 0, until, known));
  const chosen = bestRun(runs) ?? (known.length === 0 ? prominentRun(scene, 0, until) : null);
  const titles: Field[] = [];
  let ownNumber = number;
  for (const run of chosen === null ? [] : [chosen, ...runs.filter((one) => one !== chosen && sameTitle(one.key, chosen.key))]) {
    const read = readTitle(scene, run);
    for (const span of read.column.spans) scene.ledger.take(span, "furniture:page-tool");
    for (const span of read.printed.spans) scene.ledger.take(span, "notice.title");
    titles.push(fieldOf(read.title, isPageHeading(run, chosen, runs.length) ? "heading" : "body"));
    if (read.number === null) continue;
    for (const span of read.number.spans) scene.ledger.take(span, "notice.documentNumber");
    ownNumber ??= fieldOf(read.number, "body", readDocumentNumber(read.number.text)?.text ?? read.number.text);
  }
  const inTable = chosen === null && known.length === 0 ? titleInTable(scene) : null;
  if (inTable !== null) titles.push(fieldOf(inTable, "body"));
  for (const run of runs) if (chosen !== null && run !== chosen && bareTitle(chosen.key).includes(bareTitle(run.key))) takeFree(scene, run);
  takePageWords(scene, end);
  const letterhead = takeLetterhead(scene, end);
  const date = chosen === null ? null : takeDateUnderTitle(scene, chosen.to, end);
  const addressees = findAddressees(scene, end);
  if (addressees !== null) {
    takePageWords(scene, addressees.to);
    takeLines(scene, addressees.lines, "notice.addressees");
  }
  return {
    titleEnd: chosen?.to ?? 0,
    bodyFrom: chosen === null || addressees !== null ? end + 1 : chosen.to,
    end: addressees === null ? end : Math.max(end, addressees.to),
    number: ownNumber,
    titles,
    stated,
    letterhead,
    addresseesLine: addressees === null ? null : quoteLines(scene, addressees.lines),
    date,
    further: [
      ...marks.further,
      ...further,
      ...letterhead.map((field) => ({ label: "发文机关标志", field })),
    ],
  };
}

/** A plan whose title follows 关于印发X的通知 at once is no second title. */
function withoutPlans(runs: readonly TitleRun[]): TitleRun[] {
  let plan: string | null = null;
  const kept: TitleRun[] = [];
  for (const run of runs) {
    if (plan !== null && bareTitle(run.key) === plan) continue;
    kept.push(run);
    const range = enclosureInTitle(run.key);
    if (range !== null) plan = bareTitle(run.key.slice(...range));
  }
  return kept;
}

/** The last title before the body, unless it only looks like one: short words that do not stand out below a title that does. */
function bestRun(runs: readonly TitleRun[]): TitleRun | null {
  const last = runs.at(-1);
  const weak = last !== undefined && last.key.length < 12 && last.lines.every((line) => !line.prominent);
  return (weak ? runs.findLast((run) => run.lines.every((line) => line.prominent)) : undefined) ?? last ?? null;
}

/** The heading of the page stands apart from the title inside the text only when both are printed. */
function isPageHeading(run: TitleRun, chosen: TitleRun | null, count: number): boolean {
  return run.lines[0]?.paragraph.level === 1 && (run !== chosen || count === 1);
}
