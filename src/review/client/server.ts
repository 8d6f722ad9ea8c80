/** The program on this machine. The token came in the fragment of the address, which no request carries, and leaves it at once. */
import type { Answer, Backend, Beside, Changed, Listed, Notice, Rendering, Values } from "./backend.ts";

const storage = "fengong-token";

/** Takes the token out of the address; null without one. */
export function takeToken(): string | null {
  const given = location.hash.slice(1);
  if (given !== "") {
    sessionStorage.setItem(storage, given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(storage);
}

/** Speaks with the server. `gone` is said where it does not answer. */
export function serverBackend(token: string, gone: string): Backend {
  const ask = async (path: string, method = "GET", body?: unknown): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    const response = await fetch(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => null);
    if (response === null) throw new Error(gone);
    return response;
  };
  const get = async <T>(path: string): Promise<T> => {
    const response = await ask(path);
    if (!response.ok) throw new Error(`${gone} (${String(response.status)})`);
    return (await response.json()) as T;
  };
  const write = async (path: string, method: string, body?: unknown): Promise<Answer> => {
    const response = await ask(path, method, body);
    const said = (await response.json()) as Changed & { readonly message?: string; readonly field?: string };
    if (response.status === 200) return { kind: "done", changed: said };
    if (response.status === 409) return { kind: "moved", changed: said };
    if (response.status === 422) return { kind: "wrong", message: said.message ?? said.field ?? "" };
    return { kind: "failed", message: said.message ?? String(response.status) };
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
