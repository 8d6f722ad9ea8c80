/**
 * The output contract as zod schemas, without the readers: `import { parseResultSchema } from "fengong/schemas"`.
 * The same as JSON Schema: `fengong/schemas/parse-result.schema.json`.
 */
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
export { markSchema, marksSchema, type Mark, type Marks } from "./model/marks.ts";
export type { Assignment, Coverage, Deadline, Diagnostic, Notice, ParseResult, Section, Source, Task, Unit } from "./model/notice.ts";
