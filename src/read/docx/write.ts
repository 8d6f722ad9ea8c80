/** Writes drafts as a document. */
import { DocumentBuilder, type Written } from "../builder.ts";
import type { Draft, ParagraphDraft, TableDraft } from "./drafts.ts";
import type { Paths } from "./paths.ts";

/** Writes drafts in order. */
export function write(drafts: readonly Draft[], paths: Paths, source: number): Written {
  const builder = new DocumentBuilder(source);

  const paragraph = ({ runs, ...look }: ParagraphDraft): void => {
    builder.paragraph(look);
    for (const { text, paragraph: element, offset, bold, link } of runs) builder.run(text, { path: paths.of(element), start: offset }, { bold, link });
    builder.end();
  };
  const table = ({ elements, parts, ...draft }: TableDraft): void => {
    const place = elements.map((element) => builder.element(paths.of(element)));
    builder.table({ ...draft, parts: parts.map((rows) => ({ rows, page: null, bbox: null })), place }, ({ blocks }) => {
      for (const block of blocks) content(block);
    });
  };
  const content = (draft: Draft): void => {
    if (draft.kind === "table") table(draft);
    else paragraph(draft);
  };

  for (const draft of drafts) {
    if (draft.kind === "table" || draft.rule === null) content(draft);
    else builder.furniture(draft.rule, () => { paragraph(draft); });
  }
  return builder.written();
}
