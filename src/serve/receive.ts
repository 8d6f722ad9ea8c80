/** Takes in the body of a request: no more of it than is allowed, for no longer than is allowed. */
import type { ReadableStreamDefaultReader } from "node:stream/web";
import { clearTimeout, setTimeout } from "node:timers";
import type { Admission } from "./admission.ts";
import type { Refused } from "./refusals.ts";
import { concatenated } from "../text/bytes.ts";

/** Bounds of a body. */
export interface Bounds {
  /** Most bytes. */
  readonly bytes: number;
  /** Milliseconds in which it must have arrived. */
  readonly milliseconds: number;
}

/** The bytes of a body, or why it was not taken. What was taken is held in the admission until it is released. */
export async function receive(request: Request, { bytes: most, milliseconds }: Bounds, admission: Admission): Promise<Uint8Array<ArrayBuffer> | Refused> {
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity") return { refused: "media-type", detail: `content-encoding: ${encoding.slice(0, 40)}` };
  const tooLarge: Refused = { refused: "too-large", detail: `> ${most}` };
  if (Number(request.headers.get("content-length") ?? 0) > most) return tooLarge;
  const tooSlow: Refused = { refused: "slow-body", detail: `> ${milliseconds / 1000} s` };
  const reader = request.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  if (reader === undefined) return new Uint8Array(0);
  const late = new AbortController();
  const timer = setTimeout(() => {
    late.abort();
    // The sender may never send again: what waits for it is let go.
    reader.cancel().catch(() => undefined);
  }, milliseconds);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const giveUp = (refused: Refused): Refused => {
    admission.release(size);
    reader.cancel().catch(() => undefined);
    return refused;
  };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (late.signal.aborted) return giveUp(tooSlow);
      if (done) return concatenated(chunks);
      if (size + value.length > most) return giveUp(tooLarge);
      if (!admission.hold(value.length)) return giveUp({ refused: "busy" });
      size += value.length;
      chunks.push(value);
    }
  } catch {
    return giveUp(late.signal.aborted ? tooSlow : { refused: "gone" });
  } finally {
    clearTimeout(timer);
  }
}
