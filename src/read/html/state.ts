/** What holds at a place of a page, by the elements that it stands in. */
import type { Paragraph } from "../../model/document.ts";
import { openGroup, type Container, type Group } from "./drafts.ts";
import type { OpenTable } from "./table.ts";

/** What holds inside an element; the frame keeps what held outside. */
export interface State {
  bold: boolean;
  link: number;
  pre: boolean;
  align: Paragraph["align"];
  level: number | null;
  container: Container | null;
  group: Group;
  table: OpenTable | null;
  inCell: boolean;
  struck: boolean;
  raised: boolean;
  /** Nobody sees the letters: they have no size, or they are white on white. */
  tiny: boolean;
  white: boolean;
  /** A colour stands behind the words. */
  backed: boolean;
  /** Code is shown on purpose. */
  code: boolean;
}

/** At the top of a page. */
export function openState(): State {
  const group = openGroup({ type: "tag", name: "body", attribs: {}, children: [], next: null, parent: null });
  return { bold: false, link: -1, pre: false, align: null, level: null, container: null, group, table: null, inCell: false, struck: false, raised: false, tiny: false, white: false, backed: false, code: false };
}
