/** Fixture pairs for frames: a document as a reader gives it, and the front matter that a careful person reads. */
import { describe, expect, test } from "vitest";
import { openContext } from "../../../src/model/context.ts";
import type { NoticeDocument } from "../../../src/model/document.ts";
import { frame, type Frame } from "../../../src/segment/front/frame.ts";
import { documentOf, type Sketch } from "../build-document.ts";
import { expectWholeFrame } from "./whole-frame.ts";

/** Each pair is named for one trick. */
export interface Pair {
  readonly name: string;
  readonly blocks: readonly Sketch[];
  readonly meta?: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<string, unknown>>;
  /** Codes of the findings that are expected. */
  readonly findings?: readonly string[];
}

/** A centred line. */
export const centred = (text: string): Sketch => ({ text, align: "center" });
/** A line at the right. */
export const right = (text: string): Sketch => ({ text, align: "right" });
/** A sentence that opens a letter. */
export const letter = "经市政府同意，现将有关事项通知如下。";
/** A small task table. */
export const tasks: Sketch = { table: [["工作任务", "责任单位"], ["推进公开", "市司法局"]] };

/** A frame in short: only what is there. */
function brief({ front, parts }: Frame, document: NoticeDocument): Record<string, unknown> {
  const words = (field: { text: string } | null): string | undefined => field?.text;
  const list = (fields: readonly { text: string }[]): string[] | undefined => (fields.length === 0 ? undefined : fields.map(({ text }) => text));
  const found: Record<string, unknown> = {
    number: words(front.documentNumber),
    title: words(front.title),
    titleBasis: front.title?.basis,
    issuers: list(front.issuers),
    addressees: list(front.addressees),
    enclosure: words(front.enclosure),
    issued: words(front.dateIssued),
    published: words(front.datePublished),
    draft: words(front.draft),
    disclosure: words(front.disclosure),
    index: words(front.indexNumber),
    subjects: list(front.subjectCategory),
    validity: words(front.validity),
    attachments: front.attachments.map(({ label, title, url }) => [label, title, ...(url === null ? [] : [url])].join("|")),
    references: front.references.map(({ documentNumber, title, relation }) => [relation, documentNumber, title].join("|")),
    further: front.further.map(({ label, field }) => `${label}|${field.text}`),
    parts: parts.map(({ kind, label, title, blocks }) =>
      [kind, label ?? "", title?.text.replace(/\n/gu, "") ?? "", blocks.map((block) => document.text.slice(block.span.start, block.span.end).replace(/\s/gu, "").slice(0, 6)).join("/")].join("|"),
    ),
  };
  return found;
}

/** Three tests a pair: the reading, the invariant, the findings. */
export function testPairs(pairs: readonly Pair[]): void {
  describe.each(pairs.map((pair) => [pair.name, pair] as const))("%s", (_, { blocks, meta, expected, findings = [] }) => {
    const context = openContext();
    const document = documentOf(blocks, meta);
    const found = frame(document, context);

    test("reads as expected", () => {
      const got = brief(found, document);
      expect(Object.fromEntries(Object.keys(expected).map((key) => [key, got[key]]))).toEqual(expected);
    });

    test("nothing is lost or taken twice", () => {
      expectWholeFrame(document, found);
    });

    test("says what it should and nothing else", () => {
      expect(context.diagnostics.map(({ code }) => code)).toEqual(findings);
    });
  });
}
