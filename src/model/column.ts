/** Columns of flat tables: how each is stored, what it is called in Chinese, and what it means in both languages. */
import { z } from "zod";

/** How a column is stored. Dates are `YYYY-MM-DD` where a format has no dates of its own. */
export type ColumnType = "text" | "integer" | "number" | "date" | "boolean";

/** One column of a flat table. */
export interface Column<S extends z.ZodType = z.ZodType> {
  readonly type: ColumnType;
  /** Chinese header. */
  readonly zh: string;
  readonly about: { readonly zh: string; readonly en: string };
  readonly schema: S;
  /** Chinese words of its values, where they are words of a list. A value that holds several, parted by ；, has those of each. */
  readonly values?: Readonly<Record<string, string>>;
}

export const column = <S extends z.ZodType>(type: ColumnType, schema: S, zh: string, aboutZh: string, aboutEn: string): Column<S> => ({
  type,
  zh,
  about: { zh: aboutZh, en: aboutEn },
  schema: schema.describe(aboutEn),
});
export const text = (zh: string, aboutZh: string, aboutEn: string) => column("text", z.string().nullable(), zh, aboutZh, aboutEn);
export const word = (zh: string, aboutZh: string, aboutEn: string) => column("text", z.string(), zh, aboutZh, aboutEn);
export const date = (zh: string, aboutZh: string, aboutEn: string) => column("date", z.iso.date().nullable(), zh, aboutZh, aboutEn);
export const count = (zh: string, aboutZh: string, aboutEn: string) => column("integer", z.int().min(0), zh, aboutZh, aboutEn);
export const whole = (zh: string, aboutZh: string, aboutEn: string) => column("integer", z.int().nullable(), zh, aboutZh, aboutEn);
export const flag = (zh: string, aboutZh: string, aboutEn: string) => column("boolean", z.boolean(), zh, aboutZh, aboutEn);
/** A column of a few words; `values` says each in Chinese. */
export const choice = <S extends z.ZodType>(schema: S, zh: string, values: Readonly<Record<string, string>>, aboutEn: string, aboutZh = listed(values)): Column<S> => ({ ...column("text", schema, zh, aboutZh, aboutEn), values });

function listed(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).map(([value, zh]) => `${value} ${zh}`).join("，");
}
