/** Links between tasks of several notices: equal words with their places, what differs, and what relates the notices. Evidence, never a verdict. */
import { z } from "zod";
import { placeSchema } from "./notice.ts";

const offset = z.int().min(0);
const share = z.number().min(0).max(1);

const rangeSchema = z
  .strictObject({
    field: z.string().describe("text, heading, or columns.N: a field of the task."),
    start: offset.describe("UTF-16 offset in the field."),
    end: offset.describe("Exclusive."),
  })
  .meta({ id: "FieldRange", description: "Where in a field of a task words stand." });

const partSchema = z
  .strictObject({
    from: rangeSchema,
    to: rangeSchema,
    characters: z.int().min(1).describe("Equal characters, marks and white space left out."),
  })
  .meta({ id: "LinkPart", description: "Words that stand on both sides, character for character." });

/** What relates two notices; every kind but `series` and `repeats` is printed in one of them. */
export const relationSchema = z
  .strictObject({
    relation: z
      .enum(["cites", "implements", "transmits", "amends", "supplements", "repeals", "shared-reference", "indirect", "series", "repeats"])
      .describe("cites … repeals: one names the other with this verb; shared-reference: both name the same third document; indirect: one names a notice that names the other; series: the same paper of one office for another year, by its title; repeats: the same notice printed again."),
    by: z.string().nullable().describe("Id of the notice in which the words are printed; null where none are."),
    through: z.array(z.string()).describe("shared-reference: the documents; indirect: the notice between."),
    verb: z.string().nullable().describe("The printed verb; null where none is printed."),
    words: z.string().nullable().describe("The printed words that name the other document."),
    place: z.array(placeSchema).describe("Where the words stand in the notice `by`."),
  })
  .meta({ id: "DocumentRelation", description: "What relates two notices." });

/** One link, a line of links.ndjson. */
export const linkSchema = z
  .strictObject({
    from: z.string().describe("Id of the task in the later notice, else in that of the lower level."),
    to: z.string().describe("Id of the other task."),
    fromNotice: z.string(),
    toNotice: z.string(),
    kind: z.enum(["wording", "succession"]).describe("wording: equal words; succession: equal words in a notice of the same place for another year."),
    direction: z.enum(["later", "lower"]).nullable().describe("What settled which side is `from`; null: nothing did, and the order says nothing."),
    documents: relationSchema.nullable().describe("What relates the two notices; null: nothing known."),
    parts: z.array(partSchema).min(1).describe("All equal words."),
    characters: z.int().min(1).describe("Characters of `from` that stand in `to` too."),
    coverFrom: share.describe("Their share of the words of `from` that can be compared: titles, names in lists, times and standing phrases left out."),
    coverTo: share.describe("The same for `to`."),
    run: z.int().min(1).describe("Longest run of equal characters."),
    rarity: share.nullable().describe("1: no further notice has these words; less, the more notices have them; null: too short to be counted."),
    differences: z
      .strictObject({
        due: z.tuple([z.string().nullable(), z.string().nullable()]).nullable().describe("Dates of from and to; null where they are equal."),
        lead: z.tuple([z.array(z.string()), z.array(z.string())]).nullable().describe("Leading or answerable units of from and to; null where they are equal."),
        figures: z.array(z.tuple([z.string(), z.string()])).describe("Figures of from and to that stand in the same place of equal words and are others."),
      added: z.array(z.string()).describe("Words of the linked clauses that only `from` has."),
        dropped: z.array(z.string()).describe("Words of the linked clauses that only `to` has."),
      })
      .describe("What is not equal."),
    sameFunction: z.array(z.string()).describe("Functions of departments that stand on both sides."),
    basis: z.array(z.string()).min(1).describe("Ids of the rules that linked them."),
    certain: z.boolean().describe("The wording and a printed relation of the notices agree. false: equal words alone."),
  })
  .meta({ id: "Link", title: "fengong Link", description: "Two tasks of different notices with equal words: a line of links.ndjson." });

export type Link = z.infer<typeof linkSchema>;
export type LinkPart = z.infer<typeof partSchema>;
export type DocumentRelation = z.infer<typeof relationSchema>;

/**
 * Where the other task of a link stands, seen from one: `upward`, in an earlier or higher notice; `downward`, in a later or lower one; `before`, `after`,
 * in a notice of the same place for another year; `beside`, where nothing says which is the later or lower one.
 */
export type Way = "upward" | "before" | "after" | "downward" | "beside";

/** In the order in which they are told. */
export const wayOrder: readonly Way[] = ["upward", "before", "after", "downward", "beside"];

/** Seen from `from`, the later or lower side, or from `to`. */
export function wayOf({ kind, direction }: Pick<Link, "kind" | "direction">, side: "from" | "to"): Way {
  if (direction === null) return "beside";
  const yearly = kind === "succession";
  return side === "from" ? (yearly ? "before" : "upward") : yearly ? "after" : "downward";
}
