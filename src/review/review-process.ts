/** The script of the process in which the review reads notices. */
import type { Seen } from "../batch/job.ts";
import { inputsOf, loadJob } from "../batch/job-files.ts";
import { serve, type Watcher } from "../batch/serve.ts";
import { inspectNotice } from "../pipeline.ts";
import type { ReviewAnswer, ReviewJob } from "./reading.ts";
import { renderSource } from "./rendering.ts";

serve(run);

async function run(job: ReviewJob, watcher: Watcher<readonly Seen[]>): Promise<ReviewAnswer> {
  const { loaded, options } = await loadJob(job, watcher);
  const { document, result } = await inspectNotice(inputsOf(job.files, loaded), options);
  return { result, renderings: result.sources.map((_, source) => (document === null ? null : renderSource(document, source))) };
}
