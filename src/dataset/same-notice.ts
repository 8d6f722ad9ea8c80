/** Whether what stands at a known path is still the same notice, when its id is another: by the words that both say. */
import { idnorm } from "../normalise/identity.ts";
import type { ParseResult } from "../model/notice.ts";
import { bagOf, likenessOf } from "./word-bags.ts";

/** How alike the words of both must be, of 1. */
const alike = 0.5;

/** Whether two results say mostly the same: title, tasks and body text. */
export function sharesWords(a: ParseResult, b: ParseResult): boolean {
  return likenessOf(bagOf(wordsOf(a)), bagOf(wordsOf(b))) >= alike;
}

function wordsOf({ notice, tasks }: ParseResult): string {
  const sections = notice.sections.flatMap(({ path, text }) => [path.at(-1) ?? "", text]);
  return idnorm([notice.title ?? "", ...tasks.flatMap(({ heading, text }) => [heading ?? "", text]), ...sections].join(""));
}
