/** What a route is given, and what it gives. */
import type { z } from "zod";
import type { Budget } from "../batch/budget.ts";
import type { Pool } from "../batch/pool.ts";
import type { ReadingOptions } from "../model/context.ts";
import type { Language } from "../model/finding.ts";
import type { Admission } from "./admission.ts";
import type { Metrics } from "./metrics.ts";
import type { Bounds } from "./receive.ts";
import type { Refused } from "./refusals.ts";

/** How a service is to be. */
export interface ServiceSettings {
  /** Options of every reading; what a request tells goes first. */
  readonly options: ReadingOptions;
  readonly budget: Budget;
  /** How many notices are read at a time, and how many requests wait behind them. */
  readonly jobs: number;
  readonly waiting: number;
  /** Of the body of a notice. */
  readonly bounds: Bounds;
  /** Language of the sentences in refusals. */
  readonly language: Language;
  readonly log: (line: RequestLine) => void;
}

/** What is logged of a request: nothing that stands in a notice, nor the name of one. */
export interface RequestLine {
  readonly id: string;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Status of the result, or code of the refusal. */
  readonly outcome: string | null;
}

/** What all requests of a service share. */
export interface Shared {
  readonly settings: ServiceSettings;
  readonly pool: Pool;
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly isDraining: () => boolean;
}

/** One request. */
export interface Call extends Shared {
  readonly request: Request;
  readonly query: URLSearchParams;
  /** The part of the path that the route leaves open. */
  readonly name: string;
}

/** An answer that is no refusal. `outcome` is for the log. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly outcome?: string;
}

/** Data as an answer. */
export function json(data: unknown, status = 200): Answer {
  return { status, type: "application/json; charset=utf-8", body: JSON.stringify(data) };
}

/** One address of the service; the documentation is made from the same rows. */
export interface Route {
  readonly method: "get" | "post";
  /** With `{name}` for the part that is open. */
  readonly path: string;
  readonly id: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly query?: z.ZodObject;
  /** Bodies that are taken, by media type; null: the bytes of a file. */
  readonly bodies?: Readonly<Record<string, z.ZodType | null>>;
  /** Answers by status, with what they hold; null: plain text. */
  readonly answers: Readonly<Record<number, { readonly type: string; readonly schema: z.ZodType | null }>>;
  /** Refusals that it gives beside those of all. */
  readonly refusals: readonly Refused["refused"][];
  readonly handle: (call: Call) => Answer | Refused | Promise<Answer | Refused>;
}
