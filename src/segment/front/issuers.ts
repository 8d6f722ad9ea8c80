/** 发文机关: signature, page record, title, letterhead, in this order. */
import type { Field } from "../../model/draft.ts";
import { partOf } from "../../model/quote.ts";
import { reading } from "../../text/reading.ts";
import { simplify } from "../../text/traditional.ts";
import type { Body } from "./body.ts";
import { reportDifference } from "./differences.ts";
import type { Head } from "./opening.ts";
import type { RecordFields } from "./record-fields.ts";
import { fieldOf, type Scene } from "./scene.ts";
import { isNamed } from "./title.ts";

/** 发文机关: who signed, else who the record names, else the organs before 关于 in the title, else the letterhead. */
export function issuersOf(scene: Scene, record: RecordFields, head: Head, body: Body, title: Field | null): Field[] {
  const signed = (body.signature?.issuers ?? []).map((words) => fieldOf(words, "signature", words.text.replace(/\s+/gu, "").replace(/[(（](?:盖章|代章|章|印章?)[)）]$/u, "")));
  const named = record.of("issuers").slice(0, 1).flatMap((field) => splitOrgans(field));
  if (signed.length > 0) {
    const keys = (fields: readonly Field[]): string => fields.map((field) => reading(field.text)).sort().join("、");
    if (named.length > 0 && keys(named) !== keys(signed)) reportDifference(scene, "issuers", [...signed, ...named]);
    return signed;
  }
  if (named.length > 0) return named;
  const inTitle = title === null ? [] : organsInTitle(title);
  if (inTitle.length > 0) return inTitle;
  return head.letterhead.map((field) => ({ ...field, text: field.text.replace(/\s/gu, "") }));
}

function splitOrgans(field: Field): Field[] {
  if (field.quote === null) return [field];
  const words = field.quote;
  const parts = [...words.text.matchAll(/[^\s、，,；;]+/gu)];
  const whole = parts.every((match) => isNamed(reading(match[0])) && match[0].length > 3);
  if (parts.length < 2 || !whole) return [{ ...field, text: field.text.replace(/\s/gu, "") }];
  return parts.map((match) => fieldOf(partOf(words, match.index, match.index + match[0].length), field.basis));
}

/** The organs before 关于: 中共中央办公厅 国务院办公厅关于…. */
function organsInTitle(title: Field): Field[] {
  const printed = title.quote?.text ?? title.text;
  const about = simplify(printed).search(/关\s*于|印发|转发/u);
  if (about <= 0) return [];
  const part = (start: number, end: number): Field => {
    if (title.quote !== null) return fieldOf(partOf(title.quote, start, end), "title");
    return { text: printed.slice(start, end).trim(), quote: null, place: title.place, basis: title.basis };
  };
  const organs = [...printed.slice(0, about).matchAll(/\S+/gu)];
  const several = organs.length > 1 && organs.every((match) => isNamed(reading(match[0])) && !/^(?:办公[厅室]|委员会)$/u.test(match[0]));
  if (several) return organs.map((match) => part(match.index, match.index + match[0].length));
  const whole = part(0, about);
  return isNamed(reading(whole.text)) ? [{ ...whole, text: whole.text.replace(/\s/gu, "") }] : [];
}
