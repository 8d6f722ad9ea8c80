/** 等 opens a list and is never part of a name. Folded text. */
import { connectives, notOpen, openWords } from "../../rules/units/words.ts";

/** Where 等 stands and where the words behind it and its generic nouns go on. */
export interface OpenWord {
  readonly start: number;
  readonly rest: number;
}

/** The first 等 that opens the list (等, 等部门, 等有关部门, 等和各…), null for 高等, 等级 and where there is none. */
export function readOpen(words: string): OpenWord | null {
  for (let at = words.indexOf("等"); at >= 0; at = words.indexOf("等", at + 1)) {
    const after = words.slice(at + 1, at + 31);
    if (notOpen.after.test(after) || (at > 0 && notOpen.before.test(words.slice(at - 1, at)))) continue;
    const generic = openWords.pattern.exec(after);
    if (generic === null) continue;
    let rest = at + 1 + generic[0].length;
    const connective = connectives.find((word) => words.startsWith(word, rest) && rest + word.length < words.length);
    if (connective !== undefined) rest += connective.length;
    if (words.charAt(rest) === "(" && words.indexOf(")", rest) === words.length - 1) rest = words.length;
    return { start: at, rest };
  }
  return null;
}
