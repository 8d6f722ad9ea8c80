/**
 * The output contract, as zod schemas: the one source of types, validation and JSON Schema.
 *
 * Dates are `YYYY-MM-DD`. Empty is `null` or `[]`, never a sentinel. Names follow GB/T 9704-2012 and the field's own words.
 */
import { z } from "zod";

const isoDate = z.iso.date();

/** Where in which source something stands. */
export const placeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      source: z.int().min(0).describe("Index in sources."),
      kind: z.literal("page"),
      page: z.int().min(1).describe("Page number, from 1."),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe("Left, top, right, bottom in points; origin top left of the upright page."),
    }),
    z.strictObject({
      source: z.int().min(0).describe("Index in sources."),
      kind: z.literal("element"),
      path: z.string().describe("XML or DOM path; positions count siblings of one name from 1."),
      start: z.int().min(0).nullable().describe("UTF-16 offset in the element's text content; null for the whole element."),
      end: z.int().min(0).nullable().describe("End of the range, exclusive."),
    }),
  ])
  .meta({ id: "Place", description: "Where in which source the words stand." });

const places = z.array(placeSchema).describe("Several when the words are split over pages, cells or elements.");

/** One printed time, read. Conventions: deadlines of the project. */
export const deadlineSchema = z
  .strictObject({
    text: z.string().describe("The printed words."),
    origin: z.enum(["cell", "text", "header", "notice", "inherited"]).describe("Where it was printed."),
    kind: z
      .enum(["by", "interval", "recurring", "relative", "ongoing", "immediate", "event", "unrecognized"])
      .describe("by: a last day; interval: both ends known; relative: counted from an event; event: an event without a calendar date."),
    start: isoDate.nullable().describe("First day, inclusive."),
    due: isoDate.nullable().describe("Last day still on time, inclusive."),
    precision: z.enum(["day", "tenDay", "month", "quarter", "halfYear", "year", "plan"]).nullable().describe("How exact the printed words are."),
    mod: z.enum(["ON_OR_BEFORE", "BEFORE", "START", "MID", "END", "APPROX"]).nullable().describe("Modifier in the vocabulary of TIMEX3."),
    edtf: z.string().nullable().describe("The calendar meaning in ISO 8601-2 (EDTF)."),
    rrule: z.string().nullable().describe("Recurrence rule of RFC 5545."),
    duration: z.string().nullable().describe("ISO 8601 duration."),
    action: z.string().nullable().describe("The clause it governs when the task has several deadlines."),
    appliesTo: z.string().nullable().describe("The doer or part it binds when there are several."),
    bound: z.enum(["finish", "start"]).describe("start: a day to begin by (5月底前开工)."),
    anchor: z
      .strictObject({
        event: z.string().nullable().describe("The event as printed."),
        relation: z.enum(["after", "before", "from"]),
        dayKind: z.enum(["calendar", "business"]),
        date: isoDate.nullable().describe("Date of the event, where known."),
      })
      .nullable()
      .describe("The event a relative deadline is counted from."),
    ongoing: z.boolean().describe("The work runs all the time."),
    yearFrom: z.enum(["text", "title", "documentNumber", "dateIssued", "option", "none"]).describe("What settled the year."),
    alternatives: z
      .array(z.strictObject({ due: isoDate.nullable(), rrule: z.string().nullable(), reason: z.string() }))
      .describe("Other defensible readings."),
    basis: z.array(z.string()).describe("Ids of the rules that read it."),
    warnings: z.array(z.string()).describe("Codes of doubts: assumed-anchor, ambiguous, hedged, due-before-issue …"),
    place: places,
  })
  .meta({ id: "Deadline", description: "A printed time and its meaning." });

/** One unit (单位) of a list. */
export const unitSchema = z
  .strictObject({
    text: z.string().describe("As printed."),
    name: z.string().describe("Canonical full name for the date of the notice where known, else text."),
    kind: z.enum(["agency", "collective", "internal", "government", "party", "judicial", "mass", "enterprise", "institution", "other"]),
    function: z.string().nullable().describe("Id in the table of departments; links predecessors and successors."),
    division: z.string().nullable().describe("GB/T 2260 code of the region it belongs to."),
    members: z.array(z.string()).describe("Words that share one tail: 临汾、侯马、洪洞经济开发区管委会."),
    basis: z.array(z.string()).describe("Ids of the rules that read it."),
    place: places,
  })
  .meta({ id: "Unit", description: "A unit named in an allocation." });

/** Who leads (牵头), supports (配合) and is answerable (负责). Conventions: units of the project. */
export const assignmentSchema = z
  .strictObject({
    text: z.string().nullable().describe("The printed cell or clause."),
    lead: z.array(unitSchema).describe("牵头: never made up."),
    support: z.array(unitSchema).describe("配合, 参与, 会同."),
    responsible: z.array(unitSchema).describe("负责, 责任单位 where no lead is named."),
    others: z.array(z.strictObject({ unit: unitSchema, role: z.string().describe("The printed verb: 指导, 督导, 组织实施 …") })),
    people: z.array(z.strictObject({ name: z.string(), role: z.string(), unit: z.string().nullable() })).describe("Persons; never phone numbers."),
    openEnded: z.boolean().describe("等 was printed."),
    byDuty: z.boolean().describe("按职责分工 was printed."),
    basis: z.enum(["cell", "clause", "rule", "inherited", "heading", "subject", "none"]).describe("Where it comes from; subject = doer of a sentence, weak."),
    place: places,
  })
  .meta({ id: "Assignment", description: "Who does it, in which role." });

/** One task. */
export const taskSchema = z
  .strictObject({
    id: z.string().describe("Stable identity by idnorm/1."),
    ordinal: z.int().min(1).describe("1, 2, 3 … in reading order."),
    kind: z.enum(["task", "assessment", "phase", "indicator", "safeguard"]),
    number: z.string().nullable().describe("Printed running number."),
    label: z.string().nullable().describe("Printed marker that is no running number."),
    group: z.string().nullable().describe("Which table, attachment or part, when there are several."),
    part: z.int().min(1).nullable().describe("1, 2 … when one numbered item holds several allocations."),
    path: z.array(z.string()).describe("Headings above, as printed, outermost first."),
    heading: z.string().nullable().describe("The item's own heading."),
    text: z.string().describe("What must be done; paragraphs joined by a line feed."),
    columns: z.array(z.strictObject({ header: z.string().nullable(), text: z.string() })).describe("Every cell of the row, in order."),
    weight: z.number().nullable().describe("Percent, in assessment plans."),
    assignment: assignmentSchema,
    deadlines: z.array(deadlineSchema).describe("Deadline cell first, then times in the text that bind the work."),
    due: isoDate.nullable().describe("The one sortable date."),
    place: places,
  })
  .meta({ id: "Task", description: "One allocated task." });

/** Body text that is no task. */
export const sectionSchema = z
  .strictObject({
    kind: z.enum(["letter", "preamble", "aims", "requirements", "closing", "other"]),
    path: z.array(z.string()).describe("Headings above, outermost first."),
    text: z.string(),
    assignment: assignmentSchema.nullable(),
    deadlines: z.array(deadlineSchema),
    place: places,
  })
  .meta({ id: "Section", description: "Body text that is no task." });

/** The notice itself: metadata and everything that is not a task. */
export const noticeSchema = z
  .strictObject({
    id: z.string().describe("From 发文字号 when there is one, else a hash of issuer, title and date, whichever exist."),
    kind: z.enum(["task-allocation", "assessment-plan", "action-plan", "other"]),
    documentNumber: z
      .strictObject({
        text: z.string().describe("发文字号 as printed."),
        agencyCode: z.string().describe("机关代字."),
        year: z.int().nullable().describe("Null for orders, which have no year (国令第706号)."),
        serial: z.int(),
      })
      .nullable(),
    title: z.string().nullable(),
    issuers: z.array(z.string()).describe("发文机关."),
    addressees: z.array(z.string()).describe("主送机关."),
    enclosure: z.string().nullable().describe("The plan that the letter forwards (印发)."),
    dateIssued: isoDate.nullable().describe("成文日期."),
    datePublished: isoDate.nullable().describe("发布日期 of the page."),
    draft: z.boolean().describe("征求意见稿, 送审稿, 草案."),
    disclosure: z.string().nullable().describe("此件公开发布 …"),
    period: deadlineSchema.nullable().describe("时间安排 of the whole action, or the range of years in the title."),
    workYear: z
      .strictObject({ year: z.int(), basis: z.enum(["title", "text", "documentNumber", "dateIssued", "datePublished", "option"]) })
      .nullable()
      .describe("The year that deadlines without a year take."),
    jurisdiction: z
      .strictObject({
        code: z.string(),
        name: z.string(),
        level: z.enum(["national", "province", "city", "county", "town", "zone"]),
        basis: z.string(),
      })
      .nullable(),
    indexNumber: z.string().nullable().describe("索引号."),
    subjectCategory: z.array(z.string()).describe("主题分类."),
    validity: z.string().nullable().describe("有效性."),
    attachments: z.array(z.strictObject({ label: z.string(), title: z.string(), url: z.string().nullable() })),
    references: z
      .array(z.strictObject({ documentNumber: z.string().nullable(), title: z.string().nullable(), relation: z.enum(["cites", "repeals"]) }))
      .describe("Other documents, in order, once each."),
    rules: z
      .array(
        z.strictObject({
          kind: z.enum(["first-is-lead", "responsible-is-lead", "common-units", "other"]),
          text: z.string(),
          units: z.array(unitSchema),
          fromTask: z.int().describe("Ordinal of the task from which it holds."),
          exceptions: z.string().nullable(),
        }),
      )
      .describe("Rules for the whole document: 列第一位者为牵头单位，下同."),
    sections: z.array(sectionSchema),
    unitLists: z.array(z.strictObject({ title: z.string(), text: z.string().describe("The list as printed."), units: z.array(unitSchema) })).describe("考评对象, 成员单位 …"),
    further: z.array(z.strictObject({ label: z.string(), text: z.string() })).describe("Every other labelled element that was printed."),
    evidence: z
      .record(z.string(), z.strictObject({ text: z.string(), place: places, basis: z.string() }))
      .describe("For each field above that has a value: the printed words, their place, and what settled it."),
  })
  .meta({ id: "Notice", description: "The notice itself." });

/** One file that was read. */
export const sourceSchema = z
  .strictObject({
    name: z.string(),
    role: z.enum(["notice", "letter", "attachment"]),
    label: z.string().nullable(),
    uri: z.string().nullable(),
    format: z.string().describe("html, docx, pdf …, by content."),
    mediaType: z.string(),
    bytes: z.int().min(0).nullable().describe("Null when the file could not be opened."),
    sha256: z.string().nullable().describe("Of the bytes, hexadecimal; null when the file could not be opened."),
    textSha256: z.string().nullable().describe("Of the text that was read, white space left out; equal texts in two formats give equal values. Null when nothing was readable."),
    charset: z.string().nullable(),
    pages: z.int().nullable(),
  })
  .meta({ id: "Source", description: "A file that was read." });

/** One finding. */
export const diagnosticSchema = z
  .strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    params: z.record(z.string(), z.string()),
    message: z.string().describe("Chinese sentence; other languages by catalogue."),
    hint: z.string().nullable(),
    actual: z.string().nullable().describe("The printed words it is about."),
    task: z.string().nullable().describe("Id of the task it is about."),
    place: places,
  })
  .meta({ id: "Diagnostic", description: "A finding for people." });

/** Which characters ended where. White space is not counted. */
export const coverageSchema = z
  .strictObject({
    characters: z.int().min(0).describe("UTF-16 units of all sources, white space left out."),
    claimed: z.int().min(0).describe("In a field or a section."),
    furniture: z.int().min(0).describe("Belongs to the page, by a named rule."),
    unclaimed: z.array(z.strictObject({ text: z.string(), place: placeSchema })),
  })
  .meta({ id: "Coverage", description: "Nothing is lost in silence: characters = claimed + furniture + unclaimed." });

/** The answer for one notice. */
export const parseResultSchema = z
  .strictObject({
    schemaVersion: z.string().describe("Semantic version of this contract."),
    status: z
      .enum(["success", "partial", "empty", "failed"])
      .describe("partial: parts unreadable; empty: readable, no tasks; failed: nothing readable."),
    parser: z.strictObject({ name: z.literal("fengong"), version: z.string() }),
    sources: z.array(sourceSchema),
    notice: noticeSchema,
    tasks: z.array(taskSchema),
    coverage: coverageSchema,
    diagnostics: z.array(diagnosticSchema),
  })
  .meta({ id: "ParseResult", title: "fengong ParseResult", description: "A Chinese government notice, read." });

export type Deadline = z.infer<typeof deadlineSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type Assignment = z.infer<typeof assignmentSchema>;
export type Task = z.infer<typeof taskSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Diagnostic = z.infer<typeof diagnosticSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type ParseResult = z.infer<typeof parseResultSchema>;
