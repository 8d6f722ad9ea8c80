/** The script of the process in which the review reads notices. */
import { withEngine } from "../batch/engine.ts";
import type { Seen } from "../batch/job.ts";
import { inputsOf, loadAll, seenOf } from "../batch/job-files.ts";
import { serve, type Watcher } from "../batch/serve.ts";
import { inspectNotice } from "../pipeline.ts";
import type { ReviewAnswer, ReviewJob } from "./reading.ts";
import { renderSource } from "./rendering.ts";

serve(run);

async function run({ files, options }: ReviewJob, { begin, note }: Watcher<readonly Seen[]>): Promise<ReviewAnswer> {
  begin();
  const loaded = await loadAll(files, options);
  note(loaded.map(seenOf));
  const { document, result } = await inspectNotice(inputsOf(files, loaded), await withEngine(options));
  return { result, renderings: result.sources.map((_, source) => (document === null ? null : renderSource(document, source))) };
}
