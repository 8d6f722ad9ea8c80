/** The script of a reading process. */
import { readJob } from "./read-job.ts";
import { serve } from "./serve.ts";

serve(readJob);
