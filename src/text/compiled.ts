/** Expressions that are compiled when they are first asked for: the long ones of deadlines cost more than most notices have use for. */

/** The expression, spelt and compiled with the first call. */
export function compiledWhenAsked(spell: () => string, flags = ""): () => RegExp {
  let compiled: RegExp | null = null;
  return () => (compiled ??= new RegExp(spell(), flags));
}
