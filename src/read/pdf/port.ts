/**
 * The channel between the two halves of pdf.js when both live in one thread. The library's own one copies each message in depth,
 * a fifth of the time of a page; this one hands over the message itself. The sending half empties and fills again the lists of a piece
 * that it has sent, so these are copied one level deep, and nothing else is touched after it was sent.
 */

/** What one half sends the other: `chunk` is a piece of a stream. */
interface Message {
  readonly chunk?: Readonly<Record<string, unknown>>;
}

type Listener = (this: Port, event: { readonly data: unknown }) => void;

/** A port with both ends in this thread, as `PDFWorker` of pdf.js takes one. Messages arrive in order, each in a microtask of its own. */
export class Port {
  readonly #listeners = new Set<Listener>();

  postMessage(message: Message): void {
    const event = { data: parcel(message) };
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener.call(this, event);
    });
  }

  addEventListener(_name: "message", listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_name: "message", listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

function parcel(message: Message): Message {
  if (typeof message.chunk !== "object") return message;
  const chunk: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(message.chunk)) chunk[key] = Array.isArray(value) ? value.slice() : value;
  return { ...message, chunk };
}
