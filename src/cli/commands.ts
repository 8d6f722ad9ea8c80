/** All commands in the order of the help. A new one is a file in `commands/` and a line here. */
import type { AddCommand } from "./command.ts";
import { addBatch } from "./commands/batch.ts";
import { addCompletion } from "./commands/completion.ts";
import { addCorrections } from "./commands/corrections.ts";
import { addDataset } from "./commands/dataset.ts";
import { addDeadline } from "./commands/deadline.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addExport } from "./commands/export.ts";
import { addInspect } from "./commands/inspect.ts";
import { addLinks } from "./commands/links.ts";
import { addMan } from "./commands/man.ts";
import { addMcp } from "./commands/mcp.ts";
import { addParse } from "./commands/parse.ts";
import { addQueue } from "./commands/queue.ts";
import { addReport } from "./commands/report.ts";
import { addReview } from "./commands/review.ts";
import { addRules } from "./commands/rules.ts";
import { addSchema } from "./commands/schema.ts";
import { addServe } from "./commands/serve.ts";
import { addTables } from "./commands/tables.ts";
import { addUnit } from "./commands/unit.ts";
import { addWorker } from "./commands/worker.ts";

export const commands: readonly AddCommand[] = [
  addParse,
  addReport,
  addReview,
  addCorrections,
  addTables,
  addInspect,
  addExport,
  addLinks,
  addBatch,
  addWorker,
  addDeadline,
  addUnit,
  addRules,
  addServe,
  addMcp,
  addQueue,
  addSchema,
  addCompletion,
  addMan,
  addDoctor,
  addDataset,
];
