/** Rules that a notice states once for all its tasks: 列第一位者为牵头单位，下同. */
import { fold } from "../../text/fold.ts";
import { simplify } from "./traditional.ts";


export type DocumentRuleKind = "first-is-lead" | "responsible-is-lead" | "common-units" | "other";

export interface DocumentRule {
  readonly id: string;
  readonly kind: DocumentRuleKind;
  /** On folded text. Group `units`: the units the rule names; group `exceptions`: what it leaves out. */
  readonly pattern: RegExp;
  readonly examples: readonly { readonly words: string; readonly units?: string; readonly exceptions?: string }[];
}

/** 除标注“共同牵头”外，列第一位的…: what a rule leaves out, said before it. */
const exceptBefore = "(?:(?<before>除[^,。;()]{1,30}?(?:外|以外)),?)?";
const exception = "(?:[,、。;]?(?<exceptions>(?:除[^,。;)]{1,30}外|另有(?:规定|说明|注明)的?(?:除外)?|[^,。;)]{1,20}除外)))?";

export const documentRules: readonly DocumentRule[] = [
  {
    id: "rule:first-is-lead",
    kind: "first-is-lead",
    pattern: new RegExp(
      `${exceptBefore}(?:列|排|排列|列在|排在|排名|位列|居|位于)(?:在)?(?:第一|首|第1)(?:位|名|个)?(?:的|者)?(?:责任)?(?:单位|部门|者)?(?:即)?(?:为|是|系)(?:总|工作|主要|第一)?(?:牵头|主办|主责|汇总)[^,。;)]{0,12}(?:,?(?:下同|以下(?:均|皆)?同|以下相同|后同|其[余他](?!.{0,6}[,、]由)[^,。;)]{1,14}))*${exception}|(?:(?:第一|首|第1)(?:位|名|个|家)(?:的|者)?(?:责任)?(?:单位|部门|科室|处室|者)?|第一(?:责任|承办|主责)?(?:单位|部门|科室|处室))(?:即|均)?(?:为|是|系)总?(?:牵头|主办|主责)(?:负责)?(?:单位|部门|科室|处室)?(?:,?(?:下同|其[余他][^,。;)]{1,14}))*|(?<!第[\\d、,至—~-]{1,20}[项条号]?(?:任务|工作|事项)?由?)(?:列|排|排列|列在|排在|排名|位列|名列|居)(?:在)?(?:第一|首)(?:位|名|个)?的?(?:责任)?(?:单位|部门|科室|处室)牵头(?:负责)?(?=[,。;)]|$)`,
      "u",
    ),
    examples: [
      { words: "列第一位者为牵头单位,下同" },
      { words: "列第一位者为工作牵头单位或汇总单位,下同" },
      { words: "排在第一位的部门为牵头部门,下同" },
      { words: "列第一位的责任单位为牵头单位或汇总单位" },
      { words: "排名第一位的为牵头单位" },
      { words: "列第一位的为总牵头单位" },
      { words: "排名第一的为牵头单位" },
      { words: "列首位的单位为牵头单位,其余为配合单位" },
      { words: "列第一位的为牵头单位,其他为责任单位,以下同" },
      { words: "第一个为牵头单位" },
      { words: "首位为主办科室,其余为协办科室" },
      { words: "第一责任单位为牵头单位,下同" },
      { words: "第一部门为牵头部门" },
      { words: "各项任务由列首位的单位牵头" },
      { words: "除标注“共同牵头”外,列第一位的为牵头单位,下同", exceptions: "除标注“共同牵头”外" },
    ],
  },
  {
    id: "rule:responsible-is-lead",
    kind: "responsible-is-lead",
    pattern: new RegExp(`(?:无|没有|未明确|未列|未注明)牵头(?:单位|部门)的?,?(?:第一)?责任(?:单位|部门)即?(?:为|是)牵头(?:单位|部门)(?:,?下同)?${exception}`, "u"),
    examples: [{ words: "无牵头单位的,责任单位即为牵头单位,下同" }],
  },
  {
    id: "rule:common-units",
    kind: "common-units",
    pattern: new RegExp(
      `(?:(?:以下|下列|上述|以上|所有)?各?(?:项|条)[^,。;)]{0,14}|(?:以下|下列|上述|以上|具体)[^,。;)]{0,6})均(?:需|须|要|应|由|涉及)(?:由)?(?<units>[^,。;]{2,60}?)(?:贯彻落实|落实|负责|配合|组织实施|参与|(?=,?不再))[^,。;)]{0,8}(?:,?(?:不再(?:一一|逐一|重复|另行|单独)?(?:列出|列入|注明|标注|做分工|分工)|下同))*${exception}`,
      "u",
    ),
    examples: [
      { words: "以下各项工作均需各县、区人民政府(管委会)落实,不再列出", units: "各县、区人民政府(管委会)" },
      { words: "以下各项均需各县(市、区)落实,不再列出", units: "各县(市、区)" },
      { words: "以下均需各县市区落实,不再逐一列出", units: "各县市区" },
      { words: "具体任务均涉及相关市(州)人民政府,不再做分工,下同", units: "相关市(州)人民政府" },
      { words: "各项任务均由各区政府负责落实,不再列出,另有规定的除外", units: "各区政府", exceptions: "另有规定的除外" },
    ],
  },
  {
    id: "rule:common-units-listed",
    kind: "common-units",
    pattern: /(?<units>[^,。;:]{2,50}?)(?:为|是|均为)(?:所有|各项|全部)(?:重点)?(?:工作|任务|事项)的?(?:共同)?(?:责任|配合|落实)单位(?:,?不再(?:一一|逐一)?列出)?/u,
    examples: [{ words: "各县(市、区)政府为各项任务的责任单位,不再列出", units: "各县(市、区)政府" }],
  },
  {
    id: "rule:other",
    kind: "other",
    pattern: /(?:责任单位|牵头单位|配合单位|单位)[^,。;)]{0,12}(?:下同|不再(?:一一|逐一)?列出)/u,
    examples: [{ words: "配合单位以下不再列出" }],
  },
];

/** What a sentence rules for the whole document. */
export interface RecognisedRule {
  readonly kind: DocumentRuleKind;
  /** Range of the whole rule in the given sentence, half-open UTF-16 offsets. */
  readonly range: readonly [start: number, end: number];
  /** Range of the units it names. */
  readonly unitsRange: readonly [start: number, end: number] | null;
  readonly exceptions: string | null;
  readonly basis: string;
}

const mayBeRule = /[列排第首均无無没沒未下]/u;

/** Reads a sentence that rules for all tasks; null for any other sentence. Offsets point into the sentence as printed. */
export function recogniseDocumentRule(sentence: string): RecognisedRule | null {
  if (!mayBeRule.test(sentence)) return null;
  const { text: printed, at } = fold(sentence);
  const text = simplify(printed);
  for (const { id, kind, pattern } of documentRules) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const units = match.groups?.["units"];
    const from = units === undefined ? -1 : text.indexOf(units, match.index);
    return {
      kind,
      range: [at(match.index), at(match.index + match[0].length)],
      unitsRange: units === undefined ? null : [at(from), at(from + units.length)],
      exceptions: match.groups?.["exceptions"] ?? match.groups?.["before"] ?? null,
      basis: id,
    };
  }
  return null;
}
