/** The forms in which links are written. A new one is a row here, and its writer; writers are loaded when they are used. */
import type { LinkFormat, LinkWriter } from "./output.ts";

interface LinkOutput {
  readonly id: LinkFormat;
  readonly title: { readonly zh: string; readonly en: string };
  readonly extension: string;
  readonly binary: boolean;
  readonly load: () => Promise<LinkWriter>;
}

export const linkOutputs: readonly LinkOutput[] = [
  { id: "text", title: { zh: "逐项对照，在终端上看", en: "item beside item, for a terminal" }, extension: "txt", binary: false, load: () => import("./writers.ts").then(({ writeText }) => writeText) },
  { id: "json", title: { zh: "通知、关系和全部链接，一份 JSON", en: "notices, relations and all links as one JSON document" }, extension: "json", binary: false, load: () => import("./writers.ts").then(({ writeJson }) => writeJson) },
  { id: "ndjson", title: { zh: "每条链接一行 JSON", en: "one link a line of JSON" }, extension: "ndjson", binary: false, load: () => import("./writers.ts").then(({ writeLines }) => writeLines) },
  { id: "csv", title: { zh: "CSV，一张表（--table answers 或 links）", en: "CSV of one table (--table answers or links)" }, extension: "csv", binary: false, load: () => import("./writers.ts").then(({ writeCsv }) => (lineage, options) => writeCsv(lineage, options, false)) },
  { id: "csv-excel", title: { zh: "供 Excel 打开的 CSV", en: "CSV for Excel" }, extension: "", binary: false, load: () => import("./writers.ts").then(({ writeCsv }) => (lineage, options) => writeCsv(lineage, options, true)) },
  { id: "xlsx", title: { zh: "Excel 工作簿：逐项对照、相同文字", en: "Excel workbook: answers, links" }, extension: "xlsx", binary: true, load: () => import("./writers.ts").then(({ writeWorkbook }) => writeWorkbook) },
  { id: "markdown", title: { zh: "Markdown 表格", en: "Markdown tables" }, extension: "md", binary: false, load: () => import("./writers.ts").then(({ writeMarkdown }) => writeMarkdown) },
];
