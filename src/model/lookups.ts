/** Aliases and corrections of unit names that a data team keeps in a file of its own. */
import { z } from "zod";

const words = z.string().min(1).max(60);
const several = z.union([words, z.array(words).min(1)]);

/** YAML reads digits without quotes as a number. */
const code = z.preprocess((digits) => (typeof digits === "number" ? String(digits).padStart(6, "0") : digits), z.string().regex(/^\d{6}$/u));

/** What a row says of a unit; at least one of the fields. */
const value = {
  as: words.optional().describe("Read the name as if this were printed: an alias. In a regex row $1 stands for the first group."),
  name: words.optional().describe("Canonical full name."),
  kind: z.enum(["agency", "collective", "internal", "government", "party", "judicial", "mass", "enterprise", "institution", "other"]).optional(),
  function: z.string().min(1).nullable().optional().describe("Id in the table of departments."),
  division: code.nullable().optional().describe("GB/T 2260 code."),
};

/** One row: printed names (whole, a part of them, or a regular expression) and what holds for them. */
const unitLookupSchema = z
  .strictObject({
    exact: several.optional(),
    contains: several.optional(),
    regex: several.optional(),
    ...value,
    note: z.union([z.string(), z.number()]).optional().describe("Why, and since when. For people."),
  })
  .refine((row) => [row.exact, row.contains, row.regex].filter((form) => form !== undefined).length === 1, "exactly one of exact, contains, regex")
  .refine((row) => [row.as, row.name, row.kind, row.function, row.division].some((field) => field !== undefined), "at least one of as, name, kind, function, division");

/** The whole file. */
export const lookupsSchema = z.strictObject({ units: z.array(unitLookupSchema) });

export type UnitLookup = z.infer<typeof unitLookupSchema>;
export type Lookups = z.infer<typeof lookupsSchema>;
