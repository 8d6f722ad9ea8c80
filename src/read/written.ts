import type { NoticeDocument } from "../model/document.ts";

/** The parts of a document that writing gives: the one text, and what points into it. */
export type Written = Pick<NoticeDocument, "text" | "blocks" | "fragments" | "links" | "doubts">;
