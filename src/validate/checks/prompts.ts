import { isPrompt } from "../../rules/prompts.ts";
import type { Check } from "../check.ts";

/** Cells in which nothing but the prompt of a form stands: they were left empty. */
export const prompts: Check = ({ tasks }, report) => {
  for (const task of tasks) {
    const words = task.columns.flatMap(({ text }) => (isPrompt(text) ? [text.trim()] : []));
    if (words.length > 0) report("words/prompt", { params: { count: String(words.join("").length) }, actual: words.join(" | "), task: task.id, place: task.place });
  }
};
