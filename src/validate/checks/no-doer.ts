import type { Check } from "../check.ts";

/** Measures of which none names a unit or person: they are kept, and whoever uses them must know. */
export const noDoer: Check = ({ tasks }, report) => {
  const work = tasks.filter(({ kind }) => kind === "task");
  if (work.length === 0 || tasks.some(({ assignment }) => assignment.basis !== "none")) return;
  report("task/no-doer", { params: { count: String(work.length) }, place: work[0]?.place ?? [] });
};
