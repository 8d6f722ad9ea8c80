/** The script of a reading process: notices are read, and single files are shown. What a file is shown with is loaded when that is asked for. */
import type { Answer, Job, Seen } from "./job.ts";
import { readJob } from "./read-job.ts";
import { serve, type Watcher } from "./serve.ts";
import type { ViewAnswer, ViewJob } from "./view-job.ts";

serve((job: Job | ViewJob, watcher: Watcher<readonly Seen[]>): Promise<Answer | ViewAnswer> => ("view" in job ? import("./view-job.ts").then(({ viewFile }) => viewFile(job, watcher)) : readJob(job, watcher)));
