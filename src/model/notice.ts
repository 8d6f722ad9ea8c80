/**
 * The output contract, as zod schemas: the one source of types, validation and JSON Schema.
 *
 * Dates are `YYYY-MM-DD`. Empty is `null` or `[]`, never a sentinel. Names follow GB/T 9704-2012 and the field's own words.
 */
import { z } from "zod";
import { marksSchema } from "./marks.ts";

const isoDate = z.iso.date();

/** Where in which source something stands. */
export const placeSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({
      source: z.int().min(0).describe("Index in sources."),
      kind: z.literal("page").describe("A place on a page: PDF, OFD, scans."),
      page: z.int().min(1).describe("Page number, from 1."),
      bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe("Left, top, right, bottom in points; origin top left of the upright page."),
    }),
    z.strictObject({
      source: z.int().min(0).describe("Index in sources."),
      kind: z.literal("element").describe("A place in markup: HTML, Word, workbooks, plain text."),
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
        relation: z.enum(["after", "before", "from"]).describe("On which side of the event the period lies; from: the event's own day counts."),
        dayKind: z.enum(["calendar", "business"]).describe("business: 工作日, by the holiday calendar of the State Council."),
        date: isoDate.nullable().describe("Date of the event, where known."),
      })
      .nullable()
      .describe("The event a relative deadline is counted from."),
    ongoing: z.boolean().describe("The work runs all the time."),
    yearFrom: z.enum(["text", "title", "documentNumber", "dateIssued", "option", "none"]).describe("What settled the year."),
    alternatives: z
      .array(z.strictObject({
          due: isoDate.nullable().describe("Last day by this reading."),
          rrule: z.string().nullable().describe("Recurrence by this reading, RFC 5545."),
          reason: z.string().describe("Code of what the readings differ in."),
        }))
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
    kind: z
      .enum(["agency", "collective", "internal", "government", "party", "judicial", "mass", "enterprise", "institution", "other"])
      .describe("agency: a department; collective: a class of units (各县区人民政府); internal: a section (科室) of the issuer; mass: 人民团体."),
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
    others: z
      .array(z.strictObject({ unit: unitSchema, role: z.string().describe("The printed verb: 指导, 督导, 组织实施 …") }))
      .describe("Units with any other role."),
    people: z
      .array(
        z.strictObject({
          name: z.string().describe("As printed, without title."),
          role: z.string().describe("The printed word: 责任人, 分管领导, 联系人 …"),
          unit: z.string().nullable().describe("Unit or post printed with the person."),
        }),
      )
      .describe("Persons; never phone numbers."),
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
    kind: z.enum(["task", "assessment", "phase", "indicator", "safeguard"]).describe("task: work that is allocated; assessment: an item of 考核; phase: 阶段安排; safeguard: 保障措施."),
    number: z.string().nullable().describe("Printed running number."),
    label: z.string().nullable().describe("Printed marker that is no running number."),
    group: z.string().nullable().describe("Which table, attachment or part, when there are several."),
    part: z.int().min(1).nullable().describe("1, 2 … when one numbered item holds several allocations."),
    path: z.array(z.string()).describe("Headings above, as printed, outermost first."),
    heading: z.string().nullable().describe("The item's own heading."),
    text: z.string().describe("What must be done; paragraphs joined by a line feed."),
    columns: z
      .array(z.strictObject({ header: z.string().nullable().describe("Head of the column, levels joined by “/”."), text: z.string().describe("The cell as printed.") }))
      .describe("Every cell of the row, in order."),
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
    kind: z.enum(["letter", "preamble", "aims", "requirements", "closing", "other"]).describe("letter: the covering letter; aims: 目标; requirements: 工作要求, 保障措施."),
    path: z.array(z.string()).describe("Headings above, outermost first."),
    text: z.string().describe("As printed; paragraphs joined by a line feed."),
    assignment: assignmentSchema.nullable().describe("Units that the section names with a role, where it does."),
    deadlines: z.array(deadlineSchema).describe("Times that the section states."),
    place: places,
  })
  .meta({ id: "Section", description: "Body text that is no task." });

/** The notice itself: metadata and everything that is not a task. */
export const noticeSchema = z
  .strictObject({
    id: z.string().describe("From 发文字号 when there is one, else a hash of issuer, title and date, whichever exist."),
    kind: z.enum(["task-allocation", "assessment-plan", "action-plan", "other"]).describe("other: a paper that allocates nothing."),
    documentNumber: z
      .strictObject({
        text: z.string().describe("发文字号 as printed."),
        agencyCode: z.string().describe("机关代字."),
        year: z.int().nullable().describe("Null for orders, which have no year (国令第706号)."),
        serial: z.int().describe("顺序号: 66 of 〔2020〕66号."),
      })
      .nullable()
      .describe("发文字号 (GB/T 9704-2012, 7.2.5)."),
    title: z.string().nullable().describe("标题, lines joined."),
    issuers: z.array(z.string()).describe("发文机关."),
    addressees: z.array(z.string()).describe("主送机关."),
    enclosure: z.string().nullable().describe("The plan that the letter forwards (印发)."),
    dateIssued: isoDate.nullable().describe("成文日期."),
    datePublished: isoDate.nullable().describe("发布日期 of the page."),
    draft: z.boolean().describe("征求意见稿, 送审稿, 草案."),
    disclosure: z.string().nullable().describe("此件公开发布 …"),
    period: deadlineSchema.nullable().describe("时间安排 of the whole action, or the range of years in the title."),
    workYear: z
      .strictObject({ year: z.int().describe("The year."), basis: z.enum(["title", "text", "documentNumber", "dateIssued", "datePublished", "option"]).describe("What settled it.") })
      .nullable()
      .describe("The year that deadlines without a year take."),
    jurisdiction: z
      .strictObject({
        code: z.string().describe("GB/T 2260; 000000 is the nation."),
        name: z.string().describe("Name of the place at the date of the notice."),
        level: z.enum(["national", "province", "city", "county", "town", "zone"]).describe("Level of administration; zone: 开发区."),
        basis: z.string().describe("What settled it: issuer, 机关代字, site, option."),
      })
      .nullable()
      .describe("The place in which the notice holds."),
    indexNumber: z.string().nullable().describe("索引号."),
    subjectCategory: z.array(z.string()).describe("主题分类."),
    validity: z.string().nullable().describe("有效性."),
    attachments: z
      .array(z.strictObject({ label: z.string().describe("附件1, as printed."), title: z.string().describe("Its title."), url: z.string().nullable().describe("Where the page links to.") }))
      .describe("附件说明: what the notice says is attached."),
    references: z
      .array(z.strictObject({
          documentNumber: z.string().nullable().describe("发文字号 of the other document, as printed."),
          title: z.string().nullable().describe("Its title, without 《》."),
          relation: z
            .enum(["cites", "implements", "transmits", "amends", "supplements", "repeals"])
            .describe("What the notice does with it, by its printed verb: implements 贯彻落实, transmits 转发, amends 修改, supplements 补充, repeals 废止; cites: it is named, or 根据, 按照."),
          text: z.string().describe("The printed words that name it."),
          verb: z.strictObject({ text: z.string().describe("As printed."), place: places }).nullable().describe("The printed verb; null where none is printed."),
          basis: z.string().describe("Id of the rule that read the relation."),
          place: places,
        }))
      .describe("Other documents, in order, once each; of several mentions the one that says most."),
    rules: z
      .array(
        z.strictObject({
          kind: z.enum(["first-is-lead", "responsible-is-lead", "common-units", "other"]).describe("What the rule says of roles; common-units: units that take part in all tasks."),
          text: z.string().describe("As printed."),
          units: z.array(unitSchema).describe("Units that it names."),
          fromTask: z.int().describe("Ordinal of the task from which it holds."),
          exceptions: z.string().nullable().describe("What it leaves out, as printed."),
        }),
      )
      .describe("Rules for the whole document: 列第一位者为牵头单位，下同."),
    sections: z.array(sectionSchema).describe("All body text that is no task, in order."),
    unitLists: z
      .array(z.strictObject({ title: z.string().describe("What the list is called."), text: z.string().describe("The list as printed."), units: z.array(unitSchema).describe("Its units, in order.") }))
      .describe("考评对象, 成员单位 …"),
    further: z.array(z.strictObject({ label: z.string().describe("As printed."), text: z.string().describe("Its value, as printed.") })).describe("Every other labelled element that was printed."),
    evidence: z
      .record(z.string(), z.strictObject({ text: z.string().describe("The printed words."), place: places, basis: z.string().describe("Id of what settled it.") }))
      .describe("For each field above that has a value: the printed words, their place, and what settled it."),
  })
  .meta({ id: "Notice", description: "The notice itself." });

/** One file that was read. */
export const sourceSchema = z
  .strictObject({
    name: z.string().describe("Name for people, as handed in."),
    role: z.enum(["notice", "letter", "attachment"]).describe("notice: the only file; letter and attachments come together."),
    label: z.string().nullable().describe("附件1 …, of an attachment."),
    uri: z.string().nullable().describe("Where it was fetched from, as handed in."),
    format: z.string().describe("html, docx, pdf …, by content."),
    mediaType: z.string().describe("Media type of the format (RFC 6838)."),
    bytes: z.int().min(0).nullable().describe("Null when the file could not be opened."),
    sha256: z.string().nullable().describe("Of the bytes, hexadecimal; null when the file could not be opened."),
    textSha256: z.string().nullable().describe("Of the text that was read, white space left out; equal texts in two formats give equal values. Null when nothing was readable."),
    charset: z.string().nullable().describe("Encoding the text was read in, a label of the Encoding Standard; null where the format settles it."),
    pages: z.int().nullable().describe("Number of pages; null for formats without."),
    ocr: z
      .strictObject({
        name: z.string().describe("Model family and runtime."),
        version: z.string().describe("Version of the runtime."),
        model: z.string().describe("SHA-256 of the model and its characters, hexadecimal."),
      })
      .optional()
      .describe("The engine that read pages which are pictures; absent when none was needed or asked for."),
  })
  .meta({ id: "Source", description: "A file that was read." });

/** One finding. */
export const diagnosticSchema = z
  .strictObject({
    code: z.string().describe("Stable code, such as deadline/unrecognized."),
    severity: z.enum(["error", "warning", "info"]).describe("error: something was not read; warning: look at it; info: good to know."),
    params: z.record(z.string(), z.string()).describe("What the sentence names."),
    message: z.string().describe("Chinese sentence; other languages by catalogue."),
    hint: z.string().nullable().describe("What to do about it."),
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
    unclaimed: z.array(z.strictObject({ text: z.string().describe("The printed words."), place: placeSchema })).describe("What no field took."),
  })
  .meta({ id: "Coverage", description: "Nothing is lost in silence: characters = claimed + furniture + unclaimed." });

/** The answer for one notice. */
export const parseResultSchema = z
  .strictObject({
    schemaVersion: z.string().describe("Semantic version of this contract."),
    status: z
      .enum(["success", "partial", "empty", "failed"])
      .describe("partial: parts unreadable; empty: readable, no tasks; failed: nothing readable."),
    parser: z.strictObject({ name: z.literal("fengong").describe("The program."), version: z.string().describe("Its version.") }).describe("What read it."),
    sources: z.array(sourceSchema).describe("The files of the notice, in the order given."),
    notice: noticeSchema,
    tasks: z.array(taskSchema).describe("All tasks, in reading order."),
    coverage: coverageSchema,
    diagnostics: z.array(diagnosticSchema).describe("What a person should know, in the order it was found."),
    marks: marksSchema.optional().describe("Where every value stands to the character; only on request (--marks)."),
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
