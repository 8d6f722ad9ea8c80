/** What stands behind an id that a result gives as its reason. */
export interface Explanation {
  /** One sentence in Chinese. */
  readonly zh: string;
  /** The same in English. */
  readonly en: string;
  /** Law, standard or usage that the rule rests on, in Chinese and English. */
  readonly source: { readonly zh: string; readonly en: string };
  /** Words that are read by it. */
  readonly examples: readonly string[];
  /** Words of like form that are not. */
  readonly not: readonly string[];
}
