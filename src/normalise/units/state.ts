/** What is known while a unit list is read from left to right. Offsets are folded. */
import type { Role } from "../../model/draft.ts";
import type { VerbReading } from "../../rules/units/role-words.ts";
import type { RoleClass } from "../../rules/units/verbs.ts";
import type { Characters } from "./characters.ts";
import type { Separator } from "./pieces.ts";

/** A unit found, folded offsets. */
export interface Entry {
  start: number;
  end: number;
  role: RoleClass;
  roleWord: string | null;
  /** Its role is settled where it stands (会同X, X（牵头）) and no later verb changes it. */
  fixed: boolean;
  /** No separator was printed before it. */
  joined: boolean;
  before: Separator;
  members: Stretch[];
}

export interface Stretch {
  start: number;
  end: number;
}

/** What a list holds. */
export interface Collected {
  readonly entries: Entry[];
  /** `unit`: the unit beside which a person stands. */
  readonly people: (Stretch & { role: string; unit: Stretch | null })[];
  /** `of`: the batch or the units that the time is for. */
  readonly times: (Stretch & { readonly of: Stretch | null })[];
  readonly unread: Stretch[];
  openEnded: boolean;
  byDuty: boolean;
}

export interface State extends Collected {
  readonly characters: Characters;
  /** Role that units without a verb of their own take. */
  standing: RoleClass;
  standingWord: string | null;
  /** 第一批, 市级: the label in force that changes no role. */
  batch: Stretch | null;
  /** A column or label announces units, so unusual names are taken too. */
  announced: boolean;
  /** Who the label in force announces. */
  label: "units" | "people" | "foreign";
  labelWord: string;
  /** The header, when it announces persons beside units: 责任单位及责任人. */
  readonly personsWord: string | null;
  /** Index of the first entry that waits for a verb. */
  waiting: number;
  /** 会同: the units from here to the verb support. */
  withOthers: boolean;
  /** Inside the duty that follows a verb: 负责资金筹措、拨付. */
  inDuty: boolean;
  lastVerb: VerbReading | null;
}

/** The role that a header or label gives before the other roles are known. */
export const classOf: Readonly<Record<Exclude<Role, "people">, RoleClass>> = { lead: "lead", support: "support", responsible: "answerable", other: "other" };
