/** What src/rules/deadlines/row-heads.ts computes from the patterns of the rows, as a script that holds it: computing it takes longer than reading a page. */
import type { Head } from "../src/rules/deadlines/heads.ts";
import { firstOfMoment, rowHeads } from "../src/rules/deadlines/row-heads.ts";

/** Where the computed script stands, below `src` or `dist`, without its extension. */
export const rowHeadsPath = "rules/deadlines/row-heads";

const plain = ({ second, ...head }: Head): object => ({ ...head, second: [...second] });

/** The script: the same exports with values instead of their computation. */
export function rowHeadsScript(): string {
  const heads = JSON.stringify(JSON.stringify(rowHeads.map(plain)));
  return `export const rowHeads = JSON.parse(${heads}).map((head) => ({ ...head, second: new Map(head.second) }));
export const firstOfMoment = ${JSON.stringify(firstOfMoment)};
`;
}
