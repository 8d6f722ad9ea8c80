/** Files that the command writes: whole or not at all. */
import { Shortage } from "../batch/shortage.ts";
import { writeWhole as write } from "../batch/whole.ts";
import { isOther, type DeliveryTrouble } from "./deliver.ts";

/** Writes a file. Where there can be none, says why, and what was there is as it was; what the machine does not give is thrown. */
export async function writeWhole(path: string, text: string): Promise<DeliveryTrouble | null> {
  if (await isOther(path)) return "outIsNoFile";
  try {
    await write(path, text);
    return null;
  } catch (error) {
    if (error instanceof Shortage) throw error;
    return "noOutput";
  }
}
