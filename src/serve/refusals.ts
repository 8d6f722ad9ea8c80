/** Why a request gets no result: its status, and a sentence that says what to do about it. A notice that cannot be read is none of these: it has a result that says so. */
import type { Language } from "../model/finding.ts";

interface Refusal {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

export const refusals = {
  "bad-body": { status: 400, zh: "请求体没有读懂（multipart 或 JSON 的写法不对）。", en: "The body could not be taken apart: it is no well-formed multipart or JSON." },
  "no-file": { status: 400, zh: "请求里没有文件：把文件作为请求体，或用 multipart/form-data 的 file，或 letter 与 attachment。", en: "There is no file: send one as the body, or as multipart/form-data in file, or in letter and attachment." },
  "not-found": { status: 404, zh: "没有这个地址；/v1/openapi.json 列出全部。", en: "There is no such address; /v1/openapi.json lists them." },
  method: { status: 405, zh: "这个地址不接受这种方法；/v1/openapi.json 列出全部。", en: "This address does not take this method; /v1/openapi.json lists them." },
  "slow-body": { status: 408, zh: "请求体在时限内没有到齐，已放弃；没有读取任何东西。", en: "The body did not arrive in time and was given up; nothing was read." },
  "too-large": { status: 413, zh: "请求体超过上限。", en: "The body is larger than the limit." },
  "media-type": { status: 415, zh: "不收这种请求体。", en: "Bodies of this kind are not taken." },
  "bad-options": { status: 422, zh: "参数不对。", en: "A parameter is not right." },
  gone: { status: 499, zh: "调用者已离开。", en: "The caller went away." },
  defect: { status: 500, zh: "程序自身缺陷，请报告。", en: "A defect of the program; please report it." },
  busy: { status: 503, zh: "正忙：在读的和排队的都满了，这份没有收下。这不是故障：过 Retry-After 秒再送。", en: "Busy: what is being read and what waits fill all places, and this was not taken. This is no fault: send it again after Retry-After seconds." },
  draining: { status: 503, zh: "正在停机，不再收新的；过 Retry-After 秒再送。", en: "Shutting down: nothing new is taken. Send it again after Retry-After seconds." },
  machine: { status: 503, zh: "本机缺少资源，没有读取；过 Retry-After 秒再送。", en: "The machine lacks a resource and nothing was read. Send it again after Retry-After seconds." },
} as const satisfies Record<string, Refusal>;

/** Code of a refusal. */
export type RefusalCode = keyof typeof refusals;

/** A request that was refused, and what of it was wrong. */
export interface Refused {
  readonly refused: RefusalCode;
  readonly detail?: string;
}

/** The body of the answer. */
export function refusalBody({ refused, detail = "" }: Refused, language: Language, requestId: string): { readonly error: RefusalCode; readonly hint: string; readonly requestId: string } {
  return { error: refused, hint: detail === "" ? refusals[refused][language] : `${refusals[refused][language]} ${detail}`, requestId };
}
