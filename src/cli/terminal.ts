/** The one way to a terminal: whatever is written, nothing in it steers the terminal. Lint keeps everybody else from the streams of the process. */
import { StringDecoder } from "node:string_decoder";
import { styleText } from "node:util";
import { harmless } from "../text/shown.ts";

/** A stream that may be a terminal. */
export type Outlet = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** The stream behind a guarded one, and how words are made harmless there. */
interface Behind {
  readonly stream: Outlet;
  readonly safe: (text: string) => string;
}

const behind = new WeakMap<Outlet, Behind>();

/** A stream for words: all that is written to it is harmless, on a terminal or not. */
export function forWords(stream: Outlet): Outlet {
  return guarded(stream, safeOn(stream));
}

/** A stream for data: on a terminal all is harmless; a file or another program gets the data as they are. */
export function forData(stream: Outlet): Outlet {
  return stream.isTTY === true ? guarded(stream, safeOn(stream)) : stream;
}

/** For a bar, which has to steer: the bare stream, and what to put each word through that it shows. */
export function screenOf(outlet: Outlet): Behind {
  return behind.get(outlet) ?? { stream: outlet, safe: safeOn(outlet) };
}

/** Our own colours are let through where the stream shows colours at all. */
function safeOn(stream: Outlet): (text: string) => string {
  const coloured = styleText("red", "x", { stream }) !== "x";
  return (text) => harmless(text, coloured);
}

function guarded(stream: Outlet, safe: (text: string) => string): Outlet {
  const decoder = new StringDecoder("utf8");
  const write: Write = (data, ...rest) =>
    stream.write(safe(typeof data === "string" ? data : decoder.write(Buffer.from(data))), ...rest);
  const outlet = withWrite(stream, write);
  behind.set(outlet, { stream, safe });
  return outlet;
}

/** What writing to a stream takes here: never an encoding. */
type Write = (data: string | Uint8Array, ...rest: [done?: (error?: Error | null) => void]) => boolean;

/** The stream itself, but for how it is written to. */
export function withWrite(stream: Outlet, write: Write): Outlet {
  return new Proxy(stream, {
    get: (target, name) => {
      if (name === "write") return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
