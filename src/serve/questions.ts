/** What a request tells in its address or as JSON, checked. */
import type { z } from "zod";
import type { Refused } from "./refusals.ts";

/** The query as its schema reads it. A name that is given twice, or that there is not, is refused: nothing is passed over in silence. */
export function queryOf<S extends z.ZodType>(query: URLSearchParams, schema: S): z.output<S> | Refused {
  const names = [...query.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return { refused: "bad-options", detail: `${twice.slice(0, 40)}: given twice` };
  return told(schema.safeParse(Object.fromEntries(query)));
}

/** A body of JSON as its schema reads it. */
export function jsonOf<S extends z.ZodType>(bytes: Uint8Array, schema: S): z.output<S> | Refused {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { refused: "bad-body", detail: "JSON" };
  }
  return told(schema.safeParse(data));
}

/** Whether what was read is a refusal. */
export function isRefused(value: object): value is Refused {
  return "refused" in value;
}

function told<T>(read: z.ZodSafeParseResult<T>): T | Refused {
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.map(String).join(".") ?? "";
  return { refused: "bad-options", detail: `${where === "" ? "" : `${where}: `}${issue?.message ?? ""}`.slice(0, 300) };
}
