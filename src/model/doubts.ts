/** What kinds of deadlines, doubts and reasons are called in Chinese. Their codes stand in the JSON. */

/** Kinds of deadlines. */
export const deadlineKinds = { by: "之前", interval: "起止", recurring: "周期", relative: "相对", ongoing: "长期", immediate: "立即", event: "事件", unrecognized: "未读懂" } as const;

/** Doubts about a deadline: the codes of its `warnings`. */
export const doubtWords: Readonly<Record<string, string>> = {
  ambiguous: "有两种读法",
  approximate: "原文是约数",
  "assumed-anchor": "没有写起算日，从成文日期算起",
  "damaged-text-repaired": "原文有误识的字，按原意读",
  "day-mark-missing": "没有印“日”字",
  "distant-year": "年份离成文日期太远",
  "due-before-issue": "时限早于成文日期",
  hedged: "原文有“力争”一类的话",
  "holiday-calendar-unpublished": "这一年的节假日安排还没有公布",
  "lunar-year-not-covered": "农历年份不在历表之内",
  "no-issue-date": "不知道成文日期",
  "no-month": "定不下是哪个月",
  "no-such-day": "没有这一天",
  "no-year": "定不下是哪一年",
  "partly-read": "只读懂了一部分",
  past: "说的是已经过去的时间",
  recognised: "数字识别没有把握",
  "several-rules": "几个周期同时成立",
  "short-period": "起止相隔太短",
  "two-digit-year": "年份只有两位",
  "year-rolled": "按下一年算",
};

/** Why a deadline has another defensible reading: the reasons of its `alternatives`. */
export const reasonWords: Readonly<Record<string, string>> = {
  ambiguous: "有两种读法",
  "damaged-text": "原文有误识的字",
  "either-or": "原文给了两个",
  "holiday-roll": "遇节假日顺延",
  "last-working-day": "当月最后一个工作日",
  "period-excluded": "不含这段时间",
  "period-included": "含这段时间",
  recognised: "数字识别没有把握",
};
