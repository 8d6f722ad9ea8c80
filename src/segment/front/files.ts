/** A notice that came as several files: the letter gives the frame, each attachment is a part of its own. */
import type { NoticeDocument, SourceBorder } from "../../model/document.ts";
import type { Field, FrontMatter } from "../../model/draft.ts";
import type { Quote } from "../../model/quote.ts";
import { reading } from "../../text/reading.ts";
import { findAttached, type Attached, type Listed } from "./attachments.ts";
import type { Body } from "./body.ts";
import { readFoot } from "./foot.ts";
import { linesOf, type Line } from "./line.ts";
import type { Border } from "./parts.ts";
import { quoteLines, takeLines, type Scene } from "./scene.ts";
import { prominentRun, sameTitle, titlePrinted, titlesIn, type TitleRun } from "./title.ts";

/** The lines of one attached file. */
interface AttachedFile {
  readonly border: SourceBorder;
  readonly lines: readonly Line[];
}

/** The lines that the frame is read from, and those of each attached file. One file: all lines, and no other file. */
export function splitFiles(document: NoticeDocument): { readonly letter: readonly Line[]; readonly attached: readonly AttachedFile[] } {
  const lines = linesOf(document);
  const borders = document.borders ?? [];
  const attached = borders.flatMap((border, i): AttachedFile[] => {
    if (border.role !== "attachment") return [];
    const end = borders[i + 1]?.start ?? Infinity;
    return [{ border, lines: lines.filter(({ span }) => border.start <= span.start && span.start < end) }];
  });
  const first = attached[0]?.border.start ?? Infinity;
  return { letter: lines.filter(({ span }) => span.start < first), attached };
}

/** What the attached files add to the frame. */
export interface FilesFrame {
  readonly borders: readonly Border[];
  readonly attached: readonly Attached[];
  readonly disclosure: Field | null;
  readonly further: FrontMatter["further"];
}

/** Finds and takes headings, titles and notes of the attached files; a file that holds what the letter forwards is the plan. */
export function readFiles(scene: Scene, files: readonly AttachedFile[], body: Body): FilesFrame {
  const frames = files.map((file) => readFile({ ...scene, lines: file.lines }, file, body, files.length === 1));
  const disclosures = frames.flatMap(({ disclosure }) => (disclosure === null ? [] : [disclosure]));
  return {
    borders: frames.flatMap(({ borders }) => borders),
    attached: frames.flatMap(({ attached }) => attached),
    disclosure: disclosures[0] ?? null,
    further: [...frames.flatMap(({ further }) => further), ...disclosures.slice(1).map((field) => ({ label: "公开方式", field }))],
  };
}

function readFile(scene: Scene, { border }: AttachedFile, body: Body, alone: boolean): FilesFrame {
  const headings = findAttached(scene, 0);
  const first = headings[0]?.from === 0 ? headings[0] : null;
  const plan = planIn(scene, body.enclosures);
  const title = first === null ? (plan ?? titleAtTop(scene)) : null;
  const words = first?.title ?? (title === null ? null : quoteLines(scene, title.lines));
  const label = border.label ?? listedAs(border, words, body.listed, alone) ?? first?.label ?? null;

  if (plan !== null) takeLines(scene, plan.lines, "notice.enclosure");
  if (title !== null) takeLines(scene, title.lines, "notice.attachments");
  for (const heading of headings) {
    const line = scene.lines[heading.from];
    if (line !== undefined) scene.ledger.take(line.span, "notice.attachments");
    for (const span of heading.title?.spans ?? []) scene.ledger.take(span, "notice.attachments");
  }
  const { disclosure, further } = readFoot(scene, 0, null);
  const others = headings.filter((heading) => heading !== first);
  const startOf = ({ from }: Attached): number => scene.lines[from]?.span.start ?? border.start;
  return {
    borders: [
      { kind: plan === null ? "attachment" : "plan", label, title: words, start: border.start },
      ...others.map((heading) => ({ kind: "attachment" as const, label: heading.label, title: heading.title, start: startOf(heading) })),
    ],
    attached: [...(plan === null ? [named(label ?? "附件", words)] : []), ...others.map((heading) => named(heading.label, heading.title))],
    disclosure,
    further,
  };
}

/** An attachment that stands on no line of the letter. */
function named(label: string, title: Quote | null): Attached {
  return { label, title, from: -1, to: -1 };
}

/** The title of what the letter forwards, where a file opens with it. */
function planIn(scene: Scene, enclosures: readonly Quote[]): TitleRun | null {
  const until = Math.min(scene.lines.length, 6);
  for (const name of enclosures) {
    const run = titlePrinted(scene, 0, until, name.text);
    if (run !== null) return run;
  }
  return null;
}

function titleAtTop(scene: Scene): TitleRun | null {
  const until = Math.min(scene.lines.length, 6);
  return [titlesIn(scene, 0, until, [])[0], prominentRun(scene, 0, until)].find((run) => run?.from === 0) ?? null;
}

/** The label under which the letter lists a file: by its link, its title, or because there is one of each. */
function listedAs({ name }: SourceBorder, title: Quote | null, listed: readonly Listed[], alone: boolean): string | null {
  const file = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const linked = listed.find(({ url }) => url !== null && url.slice(url.lastIndexOf("/") + 1) === file);
  const titled = title === null ? undefined : listed.find((one) => sameTitle(reading(one.title.text), reading(title.text)));
  return (linked ?? titled ?? (alone && listed.length === 1 ? listed[0] : undefined))?.label ?? null;
}
