/** Writing results: every form that the command writes, for services and scripts. `import { writeOutput } from "fengong/outputs"`. */
import { z } from "zod";
import { checked } from "./arguments.ts";
import type { Pieces, Results, Scratch } from "./emit/output.ts";
import { outputs, tableNames, writeResults, type Output, type OutputId } from "./emit/outputs.ts";
import type { Language } from "./model/finding.ts";
import type { TableName } from "./model/flat.ts";

export type { Language, Output, OutputId, Pieces, Results, Scratch, TableName };

/** What may be chosen beside the form. */
export interface OutputChoices {
  /** Language of column headers; by default as the form is mostly used: Chinese for people's spreadsheets, English for data. */
  readonly headers?: Language;
  /** Language of the words for people; Chinese by default. */
  readonly language?: Language;
  /** The table, for forms that hold one; `tasks` by default. */
  readonly table?: TableName;
  /** Indents JSON. */
  readonly pretty?: boolean;
  /** CSV: an apostrophe before cells that a spreadsheet would run as a formula; true by default. */
  readonly escapeFormulas?: boolean;
  /** `sqlite` alone needs it: opens an empty database of the caller, such as one of node:sqlite in a file of its own. */
  readonly openScratch?: () => Promise<Scratch>;
}

const languages = z.enum(["zh", "en"], "must be zh or en");
const flag = z.boolean("must be true or false");
const idSchema = z.enum(outputs.map(({ id }) => id) as [OutputId, ...OutputId[]]);
const choicesSchema = z
  .strictObject({
    headers: languages,
    language: languages,
    table: z.enum(tableNames),
    pretty: flag,
    escapeFormulas: flag,
    openScratch: z.custom<() => Promise<Scratch>>((value) => typeof value === "function", "must be a function"),
  })
  .partial();

/** The forms with their titles, file extensions and media types. */
export const outputForms: readonly Output[] = outputs;

/**
 * Writes results in one form, piece by piece (strings are UTF-8), as they come: nothing piles up but what the form itself needs.
 * The same results give the same bytes.
 *
 * @throws {TypeError} for a form or choice that there is not, and for `sqlite` without `openScratch`.
 *
 * @example
 * for await (const piece of writeOutput("xlsx", [await parseNotice(file)])) response.write(piece);
 */
export function writeOutput(form: OutputId, results: Results, choices: OutputChoices = {}): Pieces {
  const id = checked(idSchema, form, "form");
  const { headers, language = "zh", table = "tasks", pretty = false, escapeFormulas = true, openScratch } = checked(choicesSchema, choices, "choices") as OutputChoices;
  if (id === "sqlite" && openScratch === undefined) throw new TypeError("choices.openScratch: sqlite needs a database to write to");
  const noScratch = (): Promise<Scratch> => Promise.reject(new TypeError("no database was lent"));
  return writeResults(id, results, { headers: headers ?? null, language, table, pretty, escapeFormulas, openScratch: openScratch ?? noScratch });
}
