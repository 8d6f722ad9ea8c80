/** The script of a reading process. */
import workerpool from "workerpool";
import { readJob } from "./read-job.ts";

workerpool.worker({ readJob });
