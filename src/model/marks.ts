/** Marks: where each value stands to the character, for who shows a notice beside its reading. */
import { z } from "zod";

/** One printed line of a value, or a range of an element. */
export const markSchema = z
  .union([
    z.strictObject({
      source: z.int().min(0).describe("Index in sources."),
      page: z.int().min(1).describe("Page number, from 1."),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe("Left, top, right, bottom in points of the upright page: one printed line, clipped to the value's own characters."),
    }),
    z.strictObject({
      source: z.int().min(0).describe("Index in sources."),
      path: z.string().describe("XML or DOM path; positions count siblings of one name from 1."),
      start: z.int().min(0).nullable().describe("UTF-16 offset in the element's text content; null where the element has no text of its own (meta elements)."),
      end: z.int().min(0).nullable().describe("End of the range, exclusive."),
    }),
  ])
  .meta({ id: "Mark", description: "One printed line of a value on a page, or a range of an element." });

const marks = z.array(markSchema);
const fields = z.record(z.string(), marks);

/** Marks of all values of one result. */
export const marksSchema = z
  .strictObject({
    pages: z
      .array(
        z.strictObject({
          source: z.int().min(0).describe("Index in sources."),
          page: z.int().min(1).describe("Page number, from 1."),
          width: z.number().describe("Width of the upright page in points."),
          height: z.number().describe("Its height."),
          turn: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).describe("Quarter turns clockwise that the reader gave the page beyond its own /Rotate: draw it with both."),
        }),
      )
      .describe("The pages that were read, of formats that have places on them."),
    tasks: z.array(fields).describe("For each task, in order: row, text, number, label, group, heading, weight, path.N, columns.N, assignment, lead.N, support.N, responsible.N, others.N, people.N, deadlines.N. A value without characters of its own (an automatic number) has none."),
    notice: fields.describe("title, documentNumber, issuers.N, references.N, sections.N, unitLists.N …"),
    unclaimed: z.array(marks).describe("For each entry of coverage.unclaimed, in order."),
    diagnostics: z.array(marks).describe("For each diagnostic, in order."),
  })
  .meta({ id: "Marks", description: "Where each value stands to the character; only on request." });

export type Mark = z.infer<typeof markSchema>;
export type Marks = z.infer<typeof marksSchema>;
