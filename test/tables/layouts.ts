/** How made tables show their rows and columns. */

/** What is drawn of a table. */
export interface Layout {
  readonly name: string;
  /** Lines at the left and right end. */
  readonly sides: boolean;
  /** Lines above the first and below the last row. */
  readonly ends: boolean;
  /** A line under the header. */
  readonly headLine: boolean;
  readonly rowLines: boolean;
  readonly columnLines: boolean;
  /** Fills: the header and every second row, or everything with the lines in white. */
  readonly fill: "none" | "bands" | "all";
}

const lines = (name: string, drawn: Partial<Layout>): Layout => ({ name, sides: false, ends: false, headLine: false, rowLines: false, columnLines: false, fill: "none", ...drawn });

export const layouts: readonly Layout[] = [
  lines("full", { sides: true, ends: true, headLine: true, rowLines: true, columnLines: true }),
  lines("no row lines", { sides: true, ends: true, headLine: true, columnLines: true }),
  lines("no column lines", { sides: true, ends: true, headLine: true, rowLines: true }),
  lines("frame and header line", { sides: true, ends: true, headLine: true }),
  lines("row lines", { ends: true, headLine: true, rowLines: true }),
  lines("three lines", { ends: true, headLine: true }),
  lines("header line", { headLine: true }),
  lines("bands", { fill: "bands" }),
  lines("bands under lines", { ends: true, headLine: true, fill: "bands" }),
  lines("white lines", { headLine: true, rowLines: true, columnLines: true, fill: "all" }),
  lines("nothing", {}),
];

/** A row span or a column span is proved by the lines around it. */
export const provesRowSpans = ({ rowLines }: Layout): boolean => rowLines;
export const provesColumnSpans = ({ columnLines, headLine }: Layout): boolean => columnLines && headLine;
