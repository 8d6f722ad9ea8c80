/** Marks of notes among the runs of a paragraph: raised ones, and digits that Unicode itself raises. */
import { isRaisedMark, superscripts } from "../rules/raised-marks.ts";
import { addAll } from "../model/add-all.ts";

/** Text with its place in the file. */
interface Run {
  readonly text: string;
  readonly offset: number;
}

/** The runs without the marks of notes; `onMark` is told of each. `raised` are the runs that stand above the line. */
export function withoutMarks<R extends Run>(runs: readonly R[], raised: ReadonlySet<R>, onMark: (mark: R) => void): readonly R[] {
  const pieces = runs.flatMap((run): { run: R; raised: boolean }[] => (raised.has(run) ? [{ run, raised: true }] : cutSuperscripts(run)));
  if (!pieces.some((piece) => piece.raised)) return runs;
  const kept: R[] = [];
  let before = "";
  for (let i = 0; i < pieces.length; ) {
    const end = endOfGroup(pieces, i);
    const group = pieces.slice(i, end).map(({ run }) => run);
    const words = group.map(({ text }) => text).join("");
    if (pieces[i]?.raised === true && isRaisedMark(before, words, pieces[end]?.run.text ?? "")) group.forEach(onMark);
    else {
      addAll(kept, group);
      before = (before + words).slice(-longestBefore);
    }
    i = end;
  }
  return kept;
}

/** A mark may stand in several runs: “1”, “,”, “2”. */
function endOfGroup(pieces: readonly { readonly raised: boolean }[], start: number): number {
  let end = start + 1;
  while (pieces[start]?.raised === true && pieces[end]?.raised === true) end++;
  return end;
}

/** What stands before a raised character tells by its last letters. */
const longestBefore = 20;

function cutSuperscripts<R extends Run>(run: R): { run: R; raised: boolean }[] {
  const pieces: { run: R; raised: boolean }[] = [];
  let from = 0;
  const add = (to: number, raised: boolean): void => {
    if (from < to) pieces.push({ run: from === 0 && to === run.text.length ? run : { ...run, text: run.text.slice(from, to), offset: run.offset + from }, raised });
    from = to;
  };
  for (const { index, 0: match } of run.text.matchAll(superscripts)) {
    add(index, false);
    add(index + match.length, true);
  }
  add(run.text.length, false);
  return pieces;
}
