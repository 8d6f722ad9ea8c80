/**
 * Deadlines alone, without a notice around them: `import { parseDeadline } from "fengong/deadlines"`.
 * The readings are those of `Deadline` (conventions of the project), with the range of the printed words instead of places.
 */
export { findDeadlines } from "./normalise/deadlines/find.ts";
export { parseDeadline } from "./normalise/deadlines/parse.ts";
export type { DeadlineContext, DeadlineReading } from "./normalise/deadlines/reading.ts";
