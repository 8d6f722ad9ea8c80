/** The sentence of minutes that says when the meeting took place. */

export const meetingHeld = {
  id: "meeting:held",
  pattern: /(?<day>20\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?:[上下]午|晚上?)?(?:至\d{1,2}日)?[^。；;\n]{0,80}?(?:主持|召开|召集|举行)|(?:会议)?(?:时间|日期)\s{0,4}[：:]\s{0,4}(?<date>20\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)/u,
  examples: [
    { words: "2024年4月18日下午，县长陆鸣在县政府三楼会议室主持召开专题会议，研究城区排水防涝有关工作。", day: "2024年4月18日" },
    { words: "时间：2023年9月6日上午", day: "2023年9月6日" },
    { words: "根据安排，2022年12月1日，副市长方某召集有关部门开会。", day: "2022年12月1日" },
  ],
  not: ["完成时间：5月10日前", "2024年5月10日前完成改造方案编制。", "4月18日，县长主持召开会议"],
} as const;

/** Where the day of the meeting begins and ends in printed words; null where none is told. UTF-16 offsets, half-open. */
export function findMeetingDay(text: string): readonly [start: number, end: number] | null {
  const match = meetingHeld.pattern.exec(text);
  const day = match?.groups?.["day"] ?? match?.groups?.["date"];
  if (match === null || day === undefined) return null;
  const start = match.index + match[0].indexOf(day);
  return [start, start + day.length];
}
