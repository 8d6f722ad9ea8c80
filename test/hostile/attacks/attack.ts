/** A file that means harm, made by code. */
export interface AttackRow {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** A diagnostic that must be among those of the result. */
  readonly says?: string;
  /** What becomes of it; without it any result will do, as long as it is one. */
  readonly status?: "failed" | "empty" | "success" | "partial";
  /** Takes more than a second: read by `npm run hostile`, not by the tests. */
  readonly costly?: true;
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
