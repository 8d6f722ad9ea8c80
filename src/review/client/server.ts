/** The program on this machine. The token came in the fragment of the address, which no request carries, and leaves it at once. */
import type { Answer, Backend, Beside, Changed, Listed, Notice, Rendering, Values } from "./backend.ts";

const storage = "fengong-token";

/** So begins a word that is exchanged for the token. */
const pass = "once.";

/** Takes the token out of the address, or what is exchanged for it; null without one. `say` knows the words for one that opens no more. */
export async function takeToken(say: (word: string) => string): Promise<string | null> {
  const given = location.hash.slice(1);
  if (given !== "") history.replaceState(null, "", location.pathname);
  const token = given.startsWith(pass) ? await exchanged(given.slice(pass.length), say("gone")) : given;
  if (token !== null && token !== "") sessionStorage.setItem(storage, token);
  const known = sessionStorage.getItem(storage);
  if (known === null && token === null) throw new Error(say("usedPass"));
  return known;
}

async function exchanged(word: string, gone: string): Promise<string | null> {
  const response = await fetch("/pass", { method: "POST", headers: { authorization: `Bearer ${word}` } }).catch(() => null);
  if (response === null) throw new Error(gone);
  return response.ok ? ((await response.json()) as { readonly token: string }).token : null;
}

/** The word for each answer that brings no sentence of its own. */
const troubles: Readonly<Record<string, string | undefined>> = { unknown: "notThere", token: "wrongToken", defect: "defect", size: "tooMuch", changed: "changed" };

/** Speaks with the server. `say` knows the words for what goes wrong. */
export function serverBackend(token: string, say: (word: string) => string): Backend {
  const saidBy = async (response: Response): Promise<string> => {
    const { error = "", message } = (await response.json().catch(() => ({}))) as { readonly error?: string; readonly message?: string };
    const word = troubles[error];
    return message ?? (word === undefined ? `${say("refusedBy")} ${String(response.status)}` : say(word));
  };
  const ask = async (path: string, method = "GET", body?: unknown): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    const response = await fetch(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => null);
    if (response === null) throw new Error(say("gone"));
    return response;
  };
  const get = async <T>(path: string): Promise<T> => {
    const response = await ask(path);
    if (!response.ok) throw new Error(await saidBy(response));
    return (await response.json()) as T;
  };
  const write = async (path: string, method: string, body?: unknown): Promise<Answer> => {
    const response = await ask(path, method, body);
    if (response.status === 200) return { kind: "done", changed: (await response.json()) as Changed };
    if (response.status === 409) return { kind: "moved", changed: (await response.json()) as Changed };
    return { kind: response.status === 422 ? "wrong" : "failed", message: await saidBy(response) };
  };
  return {
    list: () => get<{ notices: Listed[]; person: string | null }>("/api/notices"),
    notice: (n) => get<Notice>(`/api/notices/${String(n)}`),
    pdf: async (n, source) => {
      const response = await ask(`/api/source/${String(n)}/${String(source)}`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    frame: async (n, source) => {
      const response = await ask(`/api/source/${String(n)}/${String(source)}`);
      return response.ok ? { url: `/frames/${((await response.json()) as { frame: string }).frame}` } : null;
    },
    preview: async (n, source) => {
      const response = await ask(`/api/source/${String(n)}/${String(source)}?file`);
      return response.ok ? { frame: { url: "/preview" }, bytes: new Uint8Array(await response.arrayBuffer()) } : null;
    },
    rendering: async (n, source) => (await get<{ rendering: Rendering | null }>(`/api/source/${String(n)}/${String(source)}?drawn`)).rendering,
    beside: (n) => get<Beside>(`/api/beside/${String(n)}`),
    values: async (n, id) => (await get<{ values: Values }>(`/api/values/${String(n)}/${encodeURIComponent(id)}`)).values,
    correct: (body, at) => write("/api/corrections", "POST", { ...body, ...at }),
    confirm: (body, at) => write("/api/confirmations", "POST", { ...body, ...at }),
    withdraw: ({ id, field, words }, { n, revision }) => {
      const query = new URLSearchParams({ n: String(n), revision, ...(words === null ? {} : { words }) });
      return write(`/api/corrections/${encodeURIComponent(id)}/${encodeURIComponent(field)}?${query.toString()}`, "DELETE");
    },
  };
}
