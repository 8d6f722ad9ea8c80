/** Says when the places that state one field disagree. */
import type { Field } from "../../model/draft.ts";
import { placesOf } from "../../model/quote.ts";
import { reading } from "../../text/reading.ts";
import type { Scene } from "./scene.ts";

/** Reports a field whose other values are not the same as the first. */
export function compare(scene: Scene, name: string, fields: readonly Field[], same: (a: string, b: string) => boolean): void {
  const [first, ...others] = fields;
  if (first !== undefined && others.some((other) => !same(reading(first.text), reading(other.text)))) reportDifference(scene, name, fields);
}

/** Reports the values of a field. */
export function reportDifference(scene: Scene, name: string, fields: readonly Field[]): void {
  const values = [...new Set(fields.map((field) => field.text))].join("；");
  const place = fields.flatMap((field) => (field.quote === null ? field.place : placesOf(scene.document, field.quote.spans)));
  scene.context.report("notice/sources-differ", { params: { field: name, values }, place });
}
