/** Front door: all that library users may import. */
export { parseNotice, readDocument, type DocumentResult, type NoticeInput } from "./pipeline.ts";
export { failedResult } from "./emit/result.ts";
export { defaultLimits, diagnose, type Limits, type ParseOptions } from "./model/context.ts";
export { findings, sentence, type FindingCode, type Language, type Severity } from "./model/finding.ts";
export {
  assignmentSchema,
  coverageSchema,
  deadlineSchema,
  diagnosticSchema,
  noticeSchema,
  parseResultSchema,
  placeSchema,
  sectionSchema,
  sourceSchema,
  taskSchema,
  unitSchema,
} from "./model/notice.ts";
export type { Assignment, Coverage, Deadline, Diagnostic, Notice, ParseResult, Section, Source, Task, Unit } from "./model/notice.ts";
export type { Block, Cell, Furniture, NoticeDocument, Paragraph, Table } from "./model/document.ts";
export type { Box, Place, Span } from "./model/position.ts";
export { parserVersion, schemaVersion } from "./model/version.ts";
