/** What a row of a table has once: numbers, times, and the signs that stand for one. */

/** Words that are a value, or none though they look like one. Patterns match the words of a cell on one line. */
export interface ValueRow {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

/** Longer words are sentences. */
const longest = 16;

/** A label and what it says: no value of a column. */
export const labelledValue: ValueRow = { id: "value:labelled", pattern: /\p{L}[:：]/u, examples: ["Total: 12", "电话：62601234"], not: ["8:30", "12%"] };

/** What stands for a value without any digit. */
export const signs: ValueRow = {
  id: "value:sign",
  pattern: /^(?:[^\p{L}\p{N}]{1,4}|[(（]?(?:X|NA|na|n\.a\.|N\/A|n\/a|Ref\.?|无|全年|年底前)[)）]?)$/u,
  examples: ["√", "—", "N/A", "（无）", "年底前", "全年"],
  not: ["无障碍", "市财政局", "Reform", "-----"],
};

/** Whether words are a number with its signs and units, a time, or a sign that stands for one. */
export function isValue(words: string): boolean {
  if (words.length > longest || labelledValue.pattern.test(words)) return false;
  const digits = words.replace(/\D/gu, "").length;
  // A third of digits: 12.5 km, 6月底前; in names with a number they are fewer.
  return digits > 0 ? digits * 3 >= words.length : signs.pattern.test(words);
}
