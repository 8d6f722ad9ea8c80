/** How words are read when they are recognised: folded, in simplified characters, without the pinyin that some mirrors print behind characters. */
import { fold, type Folded } from "./fold.ts";
import { simplify } from "./traditional.ts";

/** 發(fā)布: the pronunciation of the character before it, printed by machine conversion into traditional script. */
const gloss = /(?<=[\u4e00-\u9fff])\([a-z\u00e0-\u00fc\u0101-\u01dc\u1e3f]{1,6}\)/gu;

/** A text as patterns read it, with the way back to the printed offsets. */
export function readingOf(text: string): Folded {
  const folded = fold(text);
  const words = simplify(folded.text);
  if (!words.includes("(")) return { text: words, at: folded.at };
  const glosses = [...words.matchAll(gloss)];
  if (glosses.length === 0) return { text: words, at: folded.at };
  const offsets: number[] = [];
  let kept = "";
  let from = 0;
  for (const match of [...glosses, null]) {
    const until = match?.index ?? words.length;
    for (let i = from; i < until; i++) offsets.push(i);
    kept += words.slice(from, until);
    from = until + (match?.[0].length ?? 0);
  }
  return { text: kept, at: (offset) => folded.at(offsets[offset] ?? words.length) };
}

/** Only the words, where the way back is not needed. */
export function reading(text: string): string {
  return readingOf(text).text;
}
