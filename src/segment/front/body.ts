/** What ends and divides the body: signature, enclosed plans, attachments. */
import type { FrontMatter } from "../../model/draft.ts";
import { partOf, type Quote } from "../../model/quote.ts";
import { reading } from "../../text/reading.ts";
import { findAttached, findAttachmentLists, type Attached, type Listed } from "./attachments.ts";
import { enclosureInTitle, findEnclosures } from "./enclosure.ts";
import type { Head } from "./opening.ts";
import type { Border } from "./parts.ts";
import { fieldOf, quoteLines, takeLines, type Scene } from "./scene.ts";
import { findSignature, type Signature } from "./signature.ts";
import { prominentRun, sameTitle, titlePrinted, titlesIn, type TitleRun } from "./title.ts";

/** The frame of the body as printed. */
export interface Body {
  readonly signature: Signature | null;
  readonly listed: readonly Listed[];
  readonly attached: readonly Attached[];
  readonly enclosures: readonly Quote[];
  readonly plans: readonly TitleRun[];
  /** The words of the notice's title when it stands over the text that an order or a bare file holds. */
  readonly ownTitle: Quote | null;
  /** Offices and names of those who signed. */
  readonly further: FrontMatter["further"];
}

/** Finds and takes signature, titles of plans, lists and headings of attachments. */
export function readBody(scene: Scene, head: Head): Body {
  const start = Math.min(head.titleEnd, head.end);
  const signature = findSignature(scene, head.end, findAttached(scene, start)[0]?.from);
  const attached = findAttached(scene, start, signature?.to);
  const border = attached[0]?.from ?? scene.lines.length;
  const enclosures = forwarded(scene, head, border);
  const first = planBetween(scene, enclosures, head.bodyFrom, scene.lines.length);
  const letter = first !== null && signature !== null && signature.from > first.from && first.from > head.end ? null : signature;
  if (signature !== null) takeSignature(scene, signature);
  const listed = findAttachmentLists(scene, border);
  const plans = attached.some((one) => one.from < (first?.from ?? Infinity)) && first === null ? [] : plansOf(scene, head, enclosures, first, letter, border);
  const ownTitle = titleBelow(scene, head, plans[0], attached[0]);
  for (const plan of plans) takeLines(scene, plan.lines, ownTitle !== null && plan === plans[0] ? "notice.title" : "notice.enclosure");
  for (const one of attached) {
    const heading = scene.lines[one.from];
    const heads = one.label === "附件" && plans.some((plan) => one.from < plan.from && plan.from <= one.to);
    if (heading !== undefined) scene.ledger.take(heading.span, heads ? "furniture:field-label" : "notice.attachments");
    for (const span of titleSpans(scene, one, listed)) scene.ledger.take(span, one.title === ownTitle ? "notice.title" : "notice.attachments");
  }
  const further = (signature?.signatories ?? []).map(({ office, name }) => ({ label: office, field: fieldOf(name, "signature", name.text.replace(/\s/gu, "")) }));
  return { signature, listed, attached, enclosures, plans, ownTitle, further };
}

/** Where the letter names the attachment by the first line of its title, what stands below that line is no part of the name. */
function titleSpans({ document }: Scene, { label, title }: Attached, listed: readonly Listed[]): Quote["spans"] {
  const [first, ...others] = title?.spans ?? [];
  if (first === undefined || others.length === 0) return title?.spans ?? [];
  const name = listed.find((one) => one.label === label)?.title.text;
  return name !== undefined && reading(name) === reading(document.text.slice(first.start, first.end)) ? [first] : [first, ...others];
}

/** The title of a notice that has none above its body: that of its plan or attachment, unless the page states another. */
function titleBelow(scene: Scene, head: Head, plan: TitleRun | undefined, attached: Attached | undefined): Quote | null {
  if (head.titles.length > 0) return null;
  const words = plan === undefined ? (attached?.title ?? null) : quoteLines(scene, plan.lines);
  const states = head.stated.length === 0 || head.stated.some((field) => words !== null && sameTitle(reading(field.text), reading(words.text)));
  return states ? words : null;
}

/** Names of what the letter forwards: from its sentences, else from its title. */
function forwarded(scene: Scene, head: Head, border: number): Quote[] {
  const inLetter = findEnclosures(scene, head.end, Math.min(border, head.end + 6));
  if (inLetter.length > 0) return inLetter;
  const title = head.titles[0] ?? head.stated[0];
  if (title === undefined) return [];
  const words = title.quote ?? { text: title.text, spans: [] };
  const range = enclosureInTitle(words.text);
  return range === null ? [] : [partOf(words, ...range)];
}

function planBetween(scene: Scene, enclosures: readonly Quote[], from: number, to: number): TitleRun | null {
  for (const name of enclosures) {
    const run = titlePrinted(scene, from, to, name.text);
    if (run !== null) return run;
  }
  return null;
}

/** Where the forwarded texts begin: at their printed names, else at the title that follows the signature. */
function plansOf(scene: Scene, head: Head, enclosures: readonly Quote[], first: TitleRun | null, letter: Signature | null, border: number): TitleRun[] {
  if (enclosures.length === 0) return [];
  if (first === null) {
    const from = letter?.to ?? null;
    const run = from === null ? null : (titlesIn(scene, from, Math.min(border, from + 8), [])[0] ?? prominentRun(scene, from, Math.min(border, from + 4)));
    return run === null ? [] : [run];
  }
  const runs = enclosures.map((name) => titlePrinted(scene, head.bodyFrom, scene.lines.length, name.text)).filter((run) => run !== null);
  return runs.filter((run, i) => runs.findIndex((other) => other.from === run.from) === i).sort((a, b) => a.from - b.from);
}

function takeSignature(scene: Scene, signature: Signature): void {
  for (const issuer of signature.issuers) for (const span of issuer.spans) scene.ledger.take(span, "notice.issuers");
  for (const { line } of signature.signatories) scene.ledger.take(line, "notice.further");
  for (const span of signature.date?.spans ?? []) scene.ledger.take(span, "notice.dateIssued");
}

/** Where letter, plans and attachments begin. A text with neither letter nor forwarded plan is the plan itself. */
export function bordersOf(scene: Scene, head: Head, body: Body): Border[] {
  const startOf = (index: number): number => scene.lines[index]?.span.start ?? scene.document.text.length;
  const bare = head.addresseesLine === null && body.signature === null && body.plans.length === 0 && body.enclosures.length === 0;
  const title = head.titles[0]?.quote ?? null;
  const borders: Border[] = [{ kind: bare ? "plan" : "letter", label: null, title: bare ? title : null, start: 0 }];
  for (const plan of body.plans) {
    const under = body.attached.find((one) => one.from < plan.from && plan.from <= one.to);
    if (under === undefined) borders.push({ kind: "plan", label: null, title: quoteLines(scene, plan.lines), start: startOf(plan.from) });
  }
  const table = body.plans.length === 0 && body.enclosures.length > 0 ? tableBelowLetter(scene, head, body) : null;
  if (table !== null) borders.push({ kind: "plan", label: null, title: null, start: table });
  for (const one of body.attached) {
    const isPlan = body.plans.some((plan) => one.from < plan.from && plan.from <= one.to);
    borders.push({ kind: isPlan ? "plan" : "attachment", label: one.label, title: one.title, start: startOf(one.from) });
  }
  return borders.sort((a, b) => a.start - b.start);
}

/** Where the forwarded table begins when no title stands over it. */
function tableBelowLetter(scene: Scene, head: Head, body: Body): number | null {
  const index = scene.lines.findIndex((line, i) => i > head.end && line.kind === "table" && scene.ledger.isFree(line.span));
  const table = scene.lines[index];
  if (table === undefined || index > (body.attached[0]?.from ?? Infinity)) return null;
  const above = scene.lines[index - 1];
  return above !== undefined && above.kind !== "table" && index - 1 > head.end && isCaption(above.text) && scene.ledger.isFree(above.span) ? above.span.start : table.span.start;
}

/** （完成时限：9月底前）: a line in brackets right above a table says something of its rows. */
function isCaption(text: string): boolean {
  return text.length <= 40 && /^\s*[（(][^。]*[)）]\s*$/u.test(text);
}
