/** The script of the process that loads files for others. */
import { loadFile } from "./load.ts";
import type { LoadAnswer, LoadJob } from "./loader.ts";
import { seenOf } from "./job-files.ts";
import { serve, type Watcher } from "./serve.ts";

serve(async ({ path, name, limit, bytes }: LoadJob, { begin }: Watcher<never>): Promise<LoadAnswer> => {
  begin();
  const loaded = await loadFile(path, limit, name);
  return { loaded: bytes || loaded.problem !== null ? loaded : null, seen: seenOf(loaded) };
});
