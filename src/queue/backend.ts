/** The store behind a queue, named by one address: Redis or Valkey, or PostgreSQL. The same code works on each. */
import { Queue, Worker, createPostgresBackend, withBackend, type Processor, type WorkerOptions } from "bullmq";
import type { Done, Payload } from "./notice.ts";

/** Which queue. */
export interface QueueSettings {
  /** `redis://127.0.0.1:6379`, `rediss://…`, `valkey://…`, `postgres://user:password@host/database`. */
  readonly url: string;
  /** Name of the queue; `fengong` by default. */
  readonly name?: string;
}

/** An address that names no store. */
export class QueueAddressError extends Error {
  override readonly name = "QueueAddressError";
}

/** As much of a queue as is used. */
export type NoticeQueue = Pick<Queue<Payload, Done>, "addBulk" | "getJob" | "getJobCounts" | "close" | "waitUntilReady" | "on">;

/** As much of a worker as is used. */
export type NoticeWorker = Pick<Worker<Payload, Done>, "on" | "close" | "waitUntilReady">;

const usualName = "fengong";

/** Opens the queue. */
export function openQueue({ url, name = usualName }: QueueSettings): NoticeQueue {
  const queue = queueOf(storeOf(url), name);
  // What ails the store is met by whoever asks it for something.
  queue.on("error", () => undefined);
  return queue;
}

function queueOf(store: Store, name: string): NoticeQueue {
  if (store.kind === "redis") return new Queue<Payload, Done>(name, { connection: { ...store.connection, maxRetriesPerRequest: null } });
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  return new PostgresQueue<Payload, Done>(name, { connection: store.connection }) as unknown as NoticeQueue;
}

/** Opens a worker on the queue. */
export function openWorker({ url, name = usualName }: QueueSettings, work: Processor<Payload, Done>, options: Omit<WorkerOptions, "connection">): NoticeWorker {
  const store = storeOf(url);
  if (store.kind === "redis") return new Worker<Payload, Done>(name, work, { ...options, connection: { ...store.connection, maxRetriesPerRequest: null } });
  const { Worker: PostgresWorker } = withBackend(createPostgresBackend);
  return new PostgresWorker<Payload, Done>(name, work, { ...options, connection: store.connection }) as unknown as NoticeWorker;
}

type Store =
  | { readonly kind: "redis"; readonly connection: { readonly url: string } }
  | { readonly kind: "postgres"; readonly connection: { readonly connectionString: string; readonly migrate: true } };

function storeOf(url: string): Store {
  const scheme = /^([a-z]+):\/\//u.exec(url)?.[1] ?? "";
  if (["redis", "rediss", "valkey", "valkeys"].includes(scheme)) return { kind: "redis", connection: { url: url.replace(/^valkey/u, "redis") } };
  if (["postgres", "postgresql"].includes(scheme)) return { kind: "postgres", connection: { connectionString: url, migrate: true } };
  throw new QueueAddressError("redis://, rediss://, valkey://, postgres://");
}
