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
} as const satisfies Record<string, Readonly<Record<Language, string>>>;
