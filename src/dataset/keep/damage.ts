/** A dataset whose files are not as a build left them. */
import { Refused } from "../../batch/refused.ts";

/** Nothing is built on it and nothing told from it; the message names the file. */
export class DamagedDataset extends Refused {
  readonly wrong = "damagedDataset";
}
