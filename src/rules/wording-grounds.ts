/** When equal words link two tasks: what `basis` says in a link. The numbers are those of `lineage/rules.ts`. */
import type { Explanation } from "./explanation.ts";

const measured = { zh: "项目约定：在核对过的通知上量得，见 docs/links.md", en: "convention of the project, measured on notices that people read: docs/links.md" };
const none = { examples: [], not: [] } as const;

export const grounds = {
  "wording/long-run": { zh: "连续 16 字相同，并且较短的一句有一半以上相同。", en: "Sixteen characters in a row are equal, and at least half of the shorter sentence.", source: measured, ...none },
  "wording/most-of-it": { zh: "连续 12 字相同，并且较短的一句有八成以上相同。", en: "Twelve characters in a row are equal, and at least four fifths of the shorter sentence.", source: measured, ...none },
  "wording/related": { zh: "两份通知一份提到另一份，或是历年同类；连续 8 字相同（数字可以不同），七成以上相同，并且句首相同。", en: "One notice names the other, or both are of one series; eight characters in a row are equal (figures may differ), seven tenths of the sentence, and its opening.", source: measured, ...none },
  "wording/phrase": { zh: "两份通知一份提到另一份，或是历年同类；相同的字里有一个 12 字以上的完整分句。", en: "One notice names the other, or both are of one series; the equal words hold a whole phrase of twelve characters or more.", source: measured, ...none },
  "wording/closest": { zh: "两份通知一份提到另一份，或是历年同类；没有哪一句够得上前几条，但两项彼此共有的少见字最多（至少是次多的两倍），并且有 4 字连续相同。从不算有引用依据。", en: "One notice names the other, or both are of one series; no sentence meets the other rules, but each task has most rare words in common with the other, twice as many as with any further one, and four characters in a row are equal. Never certain.", source: measured, ...none },
} as const satisfies Record<string, Explanation>;
