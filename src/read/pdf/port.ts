/**
 * The channel between the two halves of pdf.js when both live in one thread. The library's own one copies each message in depth,
 * a fifth of the time of a page; this one hands over the message itself. The sending half empties and fills again the lists of a piece
 * that it has sent, so these are copied one level deep, and nothing else is touched after it was sent.
 */

/** What one half sends the other: `chunk` is a piece of a stream, `commonobj` hands over a font or the like under an id. */
interface Message {
  readonly action?: string;
  readonly data?: unknown;
  readonly chunk?: Readonly<Record<string, unknown>>;
}

type Listener = (this: Port, event: { readonly data: unknown }) => void;

/** A port with both ends in this thread, as `PDFWorker` of pdf.js takes one. Messages arrive in order, each in a turn of the loop of its own: others who wait for the thread need not wait for a document to be opened and its fonts to be read. */
export class Port {
  readonly #listeners = new Set<Listener>();
  readonly #shared = new Set<unknown>();

  postMessage(message: Message): void {
    if (this.#isRepeated(message)) return;
    const event = { data: parcel(message) };
    // eslint-disable-next-line no-restricted-globals -- a turn of the loop tells no time
    setImmediate(() => {
      for (const listener of this.#listeners) deliver(this, listener, event);
    });
  }

  /** A broken file has a font sent twice. The other half passes over it unless the first is still at work; then it leaves a rejection that ends the process. */
  #isRepeated({ action, data }: Message): boolean {
    if (action !== "commonobj" || !Array.isArray(data)) return false;
    const id: unknown = data[0];
    if (this.#shared.has(id)) return true;
    this.#shared.add(id);
    return false;
  }

  addEventListener(_name: "message", listener: Listener, { signal }: { signal?: AbortSignal } = {}): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener), { once: true });
  }

  removeEventListener(_name: "message", listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

/** What a handler throws would end the process. */
function deliver(port: Port, listener: Listener, event: { readonly data: unknown }): void {
  try {
    listener.call(port, event);
  } catch {
    // What it waits for in vain ends with the document.
  }
}

function parcel(message: Message): Message {
  if (typeof message.chunk !== "object") return message;
  const chunk: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(message.chunk)) chunk[key] = Array.isArray(value) ? value.slice() : value;
  return { ...message, chunk };
}
