/** What of the third-party cases is outside our scope, by name. Nothing else is left out. */
import type { Case } from "./sources.ts";

export interface Exclusion {
  readonly name: "clock times" | "weekdays" | "eras and decades" | "ages" | "bare durations";
  readonly holds: (one: Case) => boolean;
}

const within = (pattern: RegExp) => (one: Case): boolean => pattern.test(one.input);

export const exclusions: readonly Exclusion[] = [
  { name: "clock times", holds: (one) => one.wanted.some(({ means }) => means === "moment") || /[0-9一二三四五六七八九十零]+[点时](?!间)|[上下]午|凌晨|早间|小时|分钟/.test(one.input) },
  { name: "weekdays", holds: within(/(?:星期|礼拜|周)(?:[一二三四五六日天]|工作日)(?!期|年|个)|周末/) },
  { name: "eras and decades", holds: within(/世纪|年代|(?:康熙|雍正|神龙|民国|公元前)/) },
  { name: "ages", holds: within(/周岁|岁/) },
  { name: "bare durations", holds: (one) => one.wanted.length > 0 && one.wanted.every(({ means }) => means === "length") },
];

/** The name of the first exclusion that holds; null for a case within our scope. */
export function outOfScope(one: Case): Exclusion["name"] | null {
  return exclusions.find(({ holds }) => holds(one))?.name ?? null;
}
