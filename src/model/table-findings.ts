/** What can be said of tables. The sentences are as in `finding.ts`, which holds all findings. */
export const tableFindings = {
  "table/irregular-cell": { severity: "warning", params: ["count"], zh: "表格有{count}处边框不成矩形，已拆开，请核对。", en: "{count} cells of the table have no rectangular outline and were cut; please check." },
  "table/unjoined-part": { severity: "info", params: ["page"], zh: "第{page}页的表格紧接上一页的表格，但列不一致，未合并。", en: "The table on page {page} follows that of the page before, but its columns differ; they were not joined." },
  "table/full": { severity: "info", params: ["page", "limit"], zh: "第{page}页的表格接上一页的表格，合并后会超过{limit}个单元格，另作一张表。", en: "The table on page {page} goes on from the page before; together they would have more than {limit} cells, so it is a table of its own." },
  "table/unruled": { severity: "info", params: ["page"], zh: "第{page}页起的表格没有完整的框线，行列由文字位置推定，请核对。", en: "The table from page {page} on is not fully ruled; its rows and columns were taken from the places of the words; please check." },
  "table/doubtful-grid": { severity: "warning", params: ["page", "confidence"], zh: "第{page}页起的表格行列可能有误（可信度{confidence}），请核对。", en: "The rows or columns of the table from page {page} on may be wrong (confidence {confidence}); please check." },
  "table/crowded-cell": { severity: "warning", params: ["count"], zh: "表格有{count}个单元格的多行文字与旁边的单元格逐行对齐，可能是几行合成了一行，请核对。", en: "{count} cells of the table hold lines that stand level with those of their neighbours; several rows may have become one; please check." },
  "table/chart": { severity: "info", params: ["page", "count"], zh: "第{page}页有{count}幅带网格线的图，未当作表格；图中的文字按正文读取。", en: "Page {page} shows {count} charts with grid lines; they are no tables, and their words were read as text." },
  "table/overlap": { severity: "warning", params: [], zh: "表格的合并单元格互相重叠，重叠处归先出现的单元格。", en: "Merged cells of the table overlap; the first one keeps the slot." },
  "table/short-row": { severity: "info", params: ["rows"], zh: "表格有{rows}行缺少单元格。", en: "{rows} rows of the table lack cells." },
  "table/heading-without-task": { severity: "warning", params: [], zh: "表格里“{actual}”下面没有任务，已作为正文保留，请核对。", en: "Nothing stands below “{actual}” in the table; it was kept as body text. Please check." },
  "table/records-in-one-row": { severity: "warning", params: [], zh: "一行里有多个序号（{actual}），但各格行数对不上，未拆成多项任务。", en: "One row holds several running numbers ({actual}), but its cells are not in step; it was read as one task." },
  "table/unread-columns": { severity: "warning", params: ["columns"], zh: "表中按{columns}分列的内容没有读成责任单位或时限，只保留在各列里。", en: "The columns headed {columns} were not read as units or deadlines; their words are kept as columns only." },
  "table/unknown-column": { severity: "info", params: ["columns"], zh: "不认识表头{columns}，这些列的文字只保留在各列里。", en: "No rule knows the headers {columns}; their words are kept in columns only." },
  "table/column-by-content": { severity: "info", params: ["columns"], zh: "不认识表头{columns}，按各格内容读取，请核对。", en: "No rule knows the headers {columns}; their columns were read by what they hold. Please check." },
  "table/unexplained-marks": {
    severity: "warning",
    params: ["columns"],
    zh: "{columns}各列用符号标出单位，没有图例说明牵头或配合，均按责任单位读取。",
    en: "Marks stand below {columns} and no legend says who leads or supports; the units were read as responsible.",
  },
  "table/unknown-columns": { severity: "warning", params: [], zh: "这张表没有能认出的表头（{actual}），未当作任务表。", en: "No column of this table was recognised ({actual}); it was not read as a task table." },
} as const;
