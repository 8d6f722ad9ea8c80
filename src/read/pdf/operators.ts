/** Asks for what a page draws, and stops where that is no page of words any more. */
import type { LibraryPage, OperatorList } from "./library.ts";

/** What a page draws; `cut` when there was more. */
export interface Operators {
  readonly list: OperatorList;
  readonly cut: boolean;
}

/** The operators of a page, `most` of them and a few more. The library hands them over piece by piece and keeps all; it is told to end. */
export async function operatorsOf(page: LibraryPage, most: number): Promise<Operators> {
  let cut = false;
  const take = page._renderPageChunk.bind(page);
  page._renderPageChunk = (chunk, state) => {
    take(chunk, state);
    const { operatorList } = state;
    if (cut || operatorList.lastChunk || operatorList.fnArray.length <= most) return;
    cut = operatorList.lastChunk = true;
    for (const task of state.renderTasks) task.operatorListChanged();
    page._abortOperatorList({ intentState: state, reason: new Error("enough"), force: true });
  };
  const list = await page.getOperatorList({ annotationMode: 0 });
  return { list, cut };
}
