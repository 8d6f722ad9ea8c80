/** What holds for all stories (body, header, footer, note, text box) of one document. */
import type { Context } from "../../model/context.ts";
import type { Place } from "../../model/position.ts";
import type { Notes } from "./notes.ts";
import type { NumberFields } from "./number-fields.ts";
import type { Counters, Numbering } from "./numbering.ts";
import type { Relationship } from "./parts.ts";
import type { Styles } from "./styles.ts";
import type { XmlElement } from "../xml.ts";

/** What a story is read with. */
export interface Story {
  readonly context: Context;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly counters: Counters;
  readonly numberFields: NumberFields;
  readonly notes: Notes;
  /** Relationships of the part. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Place of an element as a whole, for diagnostics. */
  readonly placeOf: (element: XmlElement) => Place;
}
