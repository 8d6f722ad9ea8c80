/** Asks for what a page draws, and stops where that is no page of words any more. */
import type { LibraryPage, OperatorList } from "./library.ts";

/** More drawing operators than this are no page of a notice: each character and line takes one to five. */
export const mostOperators = 250_000;

/** How much pdf.js reads of one page: an operator is a step, and each form, font or the like that it stops for twenty more. */
export const mostSteps = 8 * mostOperators;

/** A document has as many steps, and so many more for each of its bytes; four bytes of a font file that is read are another. Notices take less than one step per byte. */
export const stepsPerByte = 10;

/** What a page draws; `cut` when there was more. */
export interface Operators {
  readonly list: OperatorList;
  readonly cut: boolean;
}

/**
 * The operators of a page, `mostOperators` of them and a few more. The library hands them over piece by piece and keeps all; it is told to end.
 * `endCompat`, which it never hands over of itself, is where it stopped after `mostSteps` (see `mends.ts`).
 */
export async function operatorsOf(page: LibraryPage, endCompat: number | undefined): Promise<Operators> {
  let cut = false as boolean;
  const take = page._renderPageChunk.bind(page);
  page._renderPageChunk = (chunk, state) => {
    take(chunk, state);
    const { operatorList } = state;
    if (cut || operatorList.lastChunk || operatorList.fnArray.length <= mostOperators) return;
    cut = operatorList.lastChunk = true;
    for (const task of state.renderTasks) task.operatorListChanged();
    page._abortOperatorList({ intentState: state, reason: new Error("enough"), force: true });
  };
  const list = await page.getOperatorList({ annotationMode: 0 });
  return { list, cut: cut || list.fnArray.some((operator) => operator === endCompat) };
}
