/** The script of the process that looks into files whose names say nothing. */
import { recognise, type Unknown } from "./recognise.ts";
import { serve } from "./serve.ts";

serve((unknown: Unknown, begin) => {
  begin();
  return recognise(unknown);
});
