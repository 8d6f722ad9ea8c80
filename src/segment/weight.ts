/** Weights glued to headings in assessment plans: 加强用权公开（13%）, (一)完善机制。(5%, 日常测评（20分）. */

/** A heading without its weight, and the weight in percent or points. */
export interface Weighted {
  readonly text: string;
  readonly weight: number | null;
  /** UTF-16 offset in the given text at which the weight begins; the text's length when there is none. */
  readonly at: number;
}

const trailing = /(?<!\s)(?:\s*[（(]|[^\S\n]*\n)\s*(\d{1,3}(?:\.\d{1,2})?)\s*(?:[%％]|分)(?:\s*[）)])?(?:\s*[。])?\s*$/u;
const leading = /^(?:权\s*重|分\s*值)\s*[：:]\s*(\d{1,3}(?:\.\d{1,2})?)(?:\s*(?:[%％]|分))?\s*[。；;]?$/u;

/** Takes a trailing weight off a heading. A bracket that lost its second half still counts, and a line of its own that lost both. */
export function splitWeight(text: string): Weighted {
  const match = trailing.exec(text);
  if (match?.[1] === undefined) return { text, weight: null, at: text.length };
  return { text: text.slice(0, match.index), weight: Number(match[1]), at: match.index };
}

/** The weight of a line or cell that says nothing else: “权重:45%”, “20%”, “5”. */
export function readWeight(text: string): number | null {
  const match = leading.exec(text.trim()) ?? /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:[%％]|分)?$/u.exec(text.trim());
  return match?.[1] === undefined ? null : Number(match[1]);
}
