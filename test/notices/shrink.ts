/** Makes a failing notice plainer: fewer records, fewer choices that are not plain, as long as it fails. */
import { choiceNames, plainest, settle, type Choices } from "./choices.ts";
import { makeNotice, type MadeNotice } from "./notice.ts";

/** The plainest notice of the same seed that still fails. */
export async function shrink(notice: MadeNotice, fails: (notice: MadeNotice) => Promise<boolean>): Promise<MadeNotice> {
  let best = notice;
  for (let again = true; again; ) {
    again = false;
    for (const choices of plainer(best.choices)) {
      const other = makeNotice(best.seed, choices);
      if (!(await fails(other))) continue;
      best = other;
      again = true;
      break;
    }
  }
  return best;
}

function plainer(choices: Choices): Choices[] {
  const seen = new Set([JSON.stringify(choices)]);
  return choiceNames
    .filter((name) => choices[name] !== plainest(name))
    .map((name) => settle({ ...choices, [name]: plainest(name) }))
    .filter((other) => weight(other) < weight(choices) && !seen.has(JSON.stringify(other)));
}

/** How far choices are from the plainest. */
function weight(choices: Choices): number {
  return choiceNames.filter((name) => choices[name] !== plainest(name)).length;
}
