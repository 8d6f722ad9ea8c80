/**
 * A queue of notices on Redis, Valkey or PostgreSQL, by BullMQ: `import { enqueue, reconcile, work } from "fengong/bullmq"`.
 * Needs the packages bullmq and ioredis (or pg), which a project installs that uses it.
 */
export { QueueAddressError, type QueueSettings } from "./queue/backend.ts";
export { enqueue, reconcile, type Placed, type Placing } from "./queue/place.ts";
export type { Done } from "./queue/notice.ts";
export { OtherSettings, work, type Working } from "./queue/work.ts";
export { itemOf, singly, byFolder } from "./batch/items.ts";
export type { Item, ItemFile } from "./batch/item.ts";
