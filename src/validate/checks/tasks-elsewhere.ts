import type { Notice } from "../../model/notice.ts";
import { isForeign } from "../../rules/foreign-words.ts";
import type { Check } from "../check.ts";

/** Names of attachments that hold who does what. */
const holdsTasks = /任务|分工|分解|责任|清单|台账|一览表|安排表|分配表|名单|计划表|要点/u;
const refers = /(?:见|详见|参见|按照?)(?:本通知)?附件|附后|附表/u;

/** A letter without tasks that says they are in its attachments, which were not given. The list behind a contract holds none. */
export const tasksElsewhere: Check = ({ notice, tasks }, report) => {
  if (tasks.length > 0 || notice.attachments.length === 0) return;
  const named = notice.attachments.filter(({ title }) => holdsTasks.test(title));
  if ((named.length === 0 && !refersOn(notice)) || isForeign(notice.sections.map(({ text }) => text).join("\n"))) return;
  const titles = (named.length > 0 ? named : notice.attachments).map(({ label, title }) => `${label} ${title}`);
  report("notice/tasks-elsewhere", { params: { attachments: titles.join("；") }, place: notice.evidence["attachments"]?.place ?? [] });
};

function refersOn({ sections }: Notice): boolean {
  return sections.some(({ text }) => refers.test(text));
}
