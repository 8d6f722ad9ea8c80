/** The words of the commands that serve others: over HTTP, to assistants, through a queue. */
import type { Language } from "../model/finding.ts";

export const serviceWords = {
  serve: {
    zh: "HTTP 服务：POST /v1/notices 读取通知，/v1/deadlines、/v1/units 只读时限、单位；说明在 /v1/openapi.json。不存任何东西，不联网取文件；标准输出上每个请求一行 JSON。",
    en: "Serve over HTTP: POST /v1/notices reads notices, /v1/deadlines and /v1/units read deadlines and units alone; described at /v1/openapi.json. Nothing is stored and no address is fetched; standard output has one line of JSON for each request.",
  },
  host: { zh: "在哪个地址上监听；没有登录和加密，别的机器要经过你的网关", en: "address to listen on; there is no login and no encryption: let other machines come through a gateway of yours" },
  port: { zh: "端口；0 为任意空闲端口", en: "port; 0 is any that is free" },
  serviceJobs: { zh: "同时读几份", en: "how many notices are read at a time" },
  waiting: { zh: "此外最多几份排队；再多就回答 503", en: "how many requests wait behind them; more are answered 503" },
  receive: { zh: "请求体须在几秒内到齐", en: "seconds in which a body must have arrived" },
  notAPort: { zh: "要 0 到 65535 的整数", en: "It must be a whole number from 0 to 65535." },
  listening: { zh: "正在监听", en: "listening on" },
  openToOthers: { zh: "注意：别的机器能连到这个地址，这里没有登录和加密。", en: "Mind: other machines can reach this address, and there is no login and no encryption." },
  draining: { zh: "正在完成手头的请求；再按一次 Ctrl-C 立即停止。", en: "Finishing the requests at hand; press Ctrl-C again to stop at once." },
  mcp: {
    zh: "供智能助手使用（Model Context Protocol，标准输入输出）：在指明的文件夹里列出和读取通知，只读时限和单位，说明规则。不写任何东西，不联网。要另装 @modelcontextprotocol/server。",
    en: "For assistants (Model Context Protocol over standard input and output): list and read notices inside the folders named, read deadlines and units, explain rules. Nothing is written and nothing fetched. Needs @modelcontextprotocol/server.",
  },
  assistantFolders: { zh: "可以读取的文件夹", en: "folders that may be read" },
  most: { zh: "一次回答最多多少字符，放不下的分几次给", en: "characters of an answer; what does not fit comes in parts" },
  queue: {
    zh: "经由队列读取（BullMQ；Redis、Valkey 或 PostgreSQL，要另装 bullmq 和 ioredis 或 pg）：放入，处理，对账。",
    en: "Read through a queue (BullMQ on Redis, Valkey or PostgreSQL; needs bullmq with ioredis or pg): add, work, reconcile.",
  },
  queueAdd: { zh: "把通知放入队列；已在队列里的不重复放。每份一行 JSON，写明它的键和输出。", en: "Put notices into the queue, each once. Prints one JSON a line: its key and where its output will be." },
  queueWork: { zh: "从队列里取通知来读，结果写入输出文件夹，每份要么完整要么没有。", en: "Take notices from the queue, read them and write their results into the output folder, each whole or not at all." },
  queueReconcile: { zh: "对账：没有输出、队列里也没有的重新放入。队列丢了也不丢通知。", en: "Put in again what has no output and is not in the queue: a queue that was lost loses nothing." },
  queueUrl: { zh: "队列的地址，如 redis://127.0.0.1:6379 或 postgres://用户@主机/库；也可以写在环境变量 FENGONG_QUEUE 里（不露密码）", en: "address of the queue, such as redis://127.0.0.1:6379 or postgres://user@host/database; or in the environment as FENGONG_QUEUE, where no password shows" },
  queueName: { zh: "队列的名字", en: "name of the queue" },
  queueOut: { zh: "输出文件夹；每份结果以键为名", en: "output folder; each result is named by its key" },
  untilEmpty: { zh: "队列空了就结束", en: "end when the queue is empty" },
  lock: { zh: "处理者被杀后，几秒后由别的处理者接手", en: "seconds after which another takes over from a worker that was killed" },
  retry: { zh: "磁盘满、共享盘掉线时，几秒后再试", en: "seconds before trying again after a full disk or a lost share" },
  noQueue: { zh: "要用 --queue 或环境变量 FENGONG_QUEUE 指明队列", en: "name the queue with --queue or in the environment as FENGONG_QUEUE" },
  badQueue: { zh: "队列的地址要以这些开头：", en: "the address of a queue begins with one of: " },
  unreachable: { zh: "连不上队列，一直在等：", en: "the queue cannot be reached; waiting for it: " },
  needsPackage: { zh: "这个命令要另装一个包：", en: "this command needs a package more: " },
  noFolder: { zh: "没有这个文件夹：", en: "there is no such folder: " },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
