/** Front door: all that library users may import. */
export { parseMany, parseNotice, readDocument, type EndableOptions, type NoticeFiles, type NoticeInput } from "./notices.ts";
export type { Bytes } from "./arguments.ts";
export type { DocumentResult } from "./pipeline.ts";
export { findDeadlines, parseDeadline, type DeadlineContext, type DeadlineReading } from "./deadlines.ts";
export { failedResult, type UnreadFile } from "./emit/result.ts";
export { defaultLimits, diagnose, type Details, type Limits, type ParseOptions } from "./model/context.ts";
export { findings, sentence, type FindingCode, type Language, type Severity } from "./model/finding.ts";
export * from "./schemas.ts";
export type { Block, Cell, Furniture, Link, MetaValue, NoticeDocument, NumberLabel, PageDrawing, Paragraph, SourceBorder, Table } from "./model/document.ts";
export type { Box, Fragment, Place, Span } from "./model/position.ts";
export type { Format, InputFile } from "./model/reader.ts";
export { parserVersion, schemaVersion } from "./model/version.ts";
export { divisionsEdition } from "./rules/divisions/rows.ts";
export { lookupsSchema, type Lookups } from "./model/lookups.ts";
export { readLookups, type LookupsReading } from "./read/lookups.ts";
export { unusedLookups } from "./normalise/units/unused-lookups.ts";
export { parseAssignment, resolveUnit, type AssignmentContext, type AssignmentReading, type ListedUnit, type ResolvedUnit, type UnitContext } from "./units.ts";
