/** Marks in a table that has a column for each unit: √ in the row of a task, △ for a supporter. */
export const matrixMark = {
  id: "matrix-mark",
  /** On the whole cell. */
  pattern: /^(?:[√✓✔☑▲△●○◎◆◇■□★☆*#vV]|牵头|配合|主办|协办|主|协|牵|配|责任|参与)$/u,
  examples: ["√", "△", "牵头", "主"],
  not: ["市财政局", "√√", "主管", "1"],
} as const;
