/** Asks for what a page draws, and stops where that is no page of words any more. */
import type { Library, LibraryPage, OperatorList } from "./library.ts";
import { mostOperators } from "./limits.ts";

/** What a page draws; `cut` when there was too much, `damaged` when a part could not be read. */
export interface Operators {
  readonly list: OperatorList;
  readonly cut: boolean;
  readonly damaged: boolean;
}

/**
 * The operators of a page, `mostOperators` of them and a few more. The library hands them over piece by piece and keeps all; it is told to end.
 * When it fails it gives what it has as if it were all, and no last piece. Throws when that is nothing.
 * As mended (`mends.ts`) it says `endCompat` where it stopped after too many steps, and `beginCompat` where it passed over something.
 */
export async function operatorsOf(page: LibraryPage, operators: Library["operators"]): Promise<Operators> {
  let [full, whole] = [false as boolean, false as boolean];
  const take = page._renderPageChunk.bind(page);
  page._renderPageChunk = (chunk, state) => {
    take(chunk, state);
    const { operatorList } = state;
    whole ||= operatorList.lastChunk;
    if (full || operatorList.lastChunk || operatorList.fnArray.length <= mostOperators) return;
    full = operatorList.lastChunk = true;
    for (const task of state.renderTasks) task.operatorListChanged();
    page._abortOperatorList({ intentState: state, reason: new Error("enough"), force: true });
  };
  const list = await page.getOperatorList({ annotationMode: 0 });
  const says = (operator: string): boolean => list.fnArray.some((number) => number === operators[operator]);
  const cut = full || says("endCompat");
  const damaged = !cut && (!whole || says("beginCompat"));
  if (damaged && list.fnArray.length === 0) throw new Error("nothing could be read");
  return { list, cut, damaged };
}
