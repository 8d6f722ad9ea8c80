/** Marks that number the entries of a place for times: 1.长期坚持；2.6月底前. They say which of the numbered measures each time is for. */

/** A mark, half-open UTF-16 offsets in the printed text. */
export interface NumberMark {
  readonly start: number;
  readonly end: number;
  /** As printed, without the sign behind it: 1, （一）, ②, 第2项. */
  readonly label: string;
}

const chinese = "一二三四五六七八九十";
const circled = "①②③④⑤⑥⑦⑧⑨⑩";
const most = 10;

/** What stands right before a further mark: the end of an entry, seldom a mark of its own. */
const behindEntry = "(?<=[;；。,，\\n\\s前后底末日月成季度年持进改位毕销效行展实])";
/** A number goes on behind the sign only as a year or month: 2.2021年, 2.6月. */
const notDecimal = "(?![0-9０-９]+(?![0-9０-９年月/.-]|\\s*[年月]))(?![0-9０-９]?、)";

/** Ways to number entries; `n` is the number as it is printed in that way. */
const styles: readonly ((number: number) => string)[] = [
  (number) => `(?<n>[${String(number % 10)}${String.fromCharCode(0xff10 + (number % 10))}])[.．、]${notDecimal}`,
  (number) => `(?<n>${chinese.charAt(number - 1)})、`,
  (number) => `(?<n>[（(](?:${String(number)}|${chinese.charAt(number - 1)})[)）])`,
  (number) => `(?<n>${circled.charAt(number - 1)})`,
  (number) => `(?<n>第(?:${String(number)}|${chinese.charAt(number - 1)})[项条点件](?:任务|措施|工作)?)\\s*[：:、，,]?`,
  (number) => `(?<n>(?:措施|任务|问题|事项|项目)(?:${String(number)}|${chinese.charAt(number - 1)}))\\s*[：:、]`,
];

/** The marks of a text whose entries count from one; empty where fewer than two do. */
export function numberMarks(text: string): NumberMark[] {
  const style = styles.find((pattern) => new RegExp(`^\\s*${pattern(1)}`, "u").test(text));
  if (style === undefined) return severalEach(text);
  const marks: NumberMark[] = [];
  let at = 0;
  for (let number = 1; number <= most; number++) {
    const match = new RegExp(number === 1 ? `^\\s*${style(1)}` : `${behindEntry}${style(number)}`, "u").exec(text.slice(at));
    if (match === null) break;
    marks.push({ start: at + match.index, end: at + match.index + match[0].length, label: match.groups?.["n"] ?? "" });
    at += match.index + match[0].length;
  }
  return marks.length < 2 ? severalEach(text) : marks;
}

const entryNumbers = /(?<=^|[;；。\n]\s{0,4})(第?[0-9]{1,2}(?:\s?[-—–~、,，至]\s?[0-9]{1,2}){0,6}项?)\s?[：:]/gu;

/** 1-2：6月底前；3：年底前: entries for several measures each. */
function severalEach(text: string): NumberMark[] {
  const marks = [...text.matchAll(entryNumbers)].map((match) => ({ start: match.index, end: match.index + match[0].length, label: match[1] ?? "" }));
  return marks.length < 2 || marks[0]?.start !== 0 ? [] : marks;
}
