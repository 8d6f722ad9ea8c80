/** Persons of a column or label that announces them. Phone numbers are never kept. */
import { looksLikeUnit } from "../../rules/units/names.ts";
import { simplify } from "../../rules/units/traditional.ts";
import { fold, folded } from "../../text/fold.ts";

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly unit: string | null;
}

const separator = /[、，,；;。/\n\r]+/u;
const title = /^.*(?:书记|主任|局长|厅长|部长|市长|县长|区长|镇长|乡长|处长|科长|组长|委员|常委|专员|调研员|秘书长|主席|院长|所长|站长|经理|董事长|主管|队长|巡视员)(?=[\u4e00-\u9fff·]{2,4}$)/u;
const afterName = /(?:同志|(?:副)?(?:书记|主任|局长|厅长|部长|市长|县长|区长|镇长|乡长|处长|科长|组长))$/u;
/** 县委副书记, 副县长, 县政府党组成员: an office on a line of its own beside the name, no person and no unit of one. */
const office = /^(?<body>.{0,16}?)(?:常务|第一)?副?(?:书记|主任|局长|厅长|部长|省长|市长|县长|区长|镇长|乡长|州长|旗长|处长|科长|股长|组长|队长|主席|校长|园长|行长|院长|所长|站长|秘书长|经理|常委|委员|党组成员|调研员|巡视员|领导|负责人|负责同志)$/u;
/** What an office may begin with: the body it belongs to, or what it sees to (分管副市长, 各村支部书记). */
const bodyOfOffice = /(?:[委府办局院会组部厅室站所队处科校园社村镇街]|支部|总支|中心|公司|集团|单位|部门|分管|主管|协管|联系|挂联|包保|包联|包抓|主要|的)$/u;
/** 分管, 常务: words of an office and no name. */
const noName = /^(?:分管|主管|协管|联系|挂联|包保|包联|包抓|常务|主要|各村|各镇|各单位|相关|有关)$/u;
/** 责任领导, 包保领导: labels that an office answers as well as a name. */
const askedForOffice = /领导/u;
const personName = /^[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})+$|^[\u4e00-\u9fff]{2,4}$/u;

/** Words before a number, which are no names. */
const contactWord = /^(?:联系|办公)?(?:电话|手机|座机|传真|邮箱|微信)(?:号码?)?$/u;

/** Names in order; words that are no name of a person are left out and given back as `unread`. */
export function readPeople(printed: string, role: string): { readonly people: Person[]; readonly unread: string[] } {
  const people: Person[] = [];
  const unread: string[] = [];
  /** 市水利局 on a line of its own: the unit of the persons below it. */
  let above: string | null = null;
  const offices: string[] = [];
  for (const line of printed.split(separator)) {
    let unit: string | null = above;
    const found = people.length;
    for (const words of joinPadded(line)) {
      const plain = simplify(words.replace(/[(（][^()（）]*[)）]$/u, ""));
      const inBracket = /[(（]([^()（）]*)[)）]$/u.exec(words)?.[1] ?? null;
      if (isOffice(plain)) {
        offices.push(words);
        continue;
      }
      if (looksLikeUnit(plain) && plain.length > 2 && !afterName.test(plain)) {
        unit = words;
        continue;
      }
      const name = nameIn(plain);
      if (name !== null) people.push({ name, role, unit: inBracket !== null && looksLikeUnit(simplify(inBracket)) ? inBracket : unit });
      else if (!/^[\d\-—+()（）*]*$/u.test(words) && !isContact(words)) unread.push(words);
    }
    above = unit !== above && people.length === found ? unit : people.length > found ? null : above;
  }
  return { people, unread: people.length === 0 && !askedForOffice.test(role) ? [...offices, ...unread] : unread };
}

/** Where the names of people stand in the words they were read from, half-open UTF-16 offsets, in their order. */
export function rangesOfPeople(printed: string, people: readonly Pick<Person, "name">[]): [number, number][] {
  const { text, at } = fold(printed);
  const words = simplify(text);
  let from = 0;
  return people.map(({ name }) => {
    const start = words.indexOf(name, from);
    if (start < 0) return [0, printed.length];
    from = start + name.length;
    return [at(start), at(from - 1) + 1];
  });
}

function isOffice(words: string): boolean {
  const body = office.exec(words)?.groups?.["body"];
  return body !== undefined && (body === "" || bodyOfOffice.test(body) || /^(?:(?:各|有关|相关|属地|所在)[省市县区镇乡州旗]{1,4}|[省市县区镇乡州旗])$/u.test(body));
}

/** 联系电话：0000-1234567, and the words alone. */
function isContact(words: string): boolean {
  return contactWord.test(words.replace(/(?<![:：\d\-—*])[:：\d\-—*]+$/u, ""));
}

function nameIn(words: string): string | null {
  if (isContact(words)) return null;
  const bare = words.replace(/(?<![\d\-—*])[\d\-—*]+$/u, "").replace(/[:：]$/u, "");
  if (personName.test(bare) && !afterName.test(bare) && !noName.test(bare)) return bare;
  const trimmed = bare.replace(title, "").replace(afterName, "");
  return trimmed !== bare && personName.test(trimmed) && !noName.test(trimmed) ? trimmed : null;
}

/** 于 越 is one name with padding, 张三 李四 are two. */
function joinPadded(line: string): string[] {
  const joined: string[] = [];
  let padded = "";
  for (const word of line.split(/[\s\u3000]+/u).map(folded)) {
    if (word === "") continue;
    if (word.length === 1) {
      padded += word;
      if (padded.length < 2) continue;
      joined.push(padded);
      padded = "";
    } else {
      joined.push(padded + word);
      padded = "";
    }
  }
  if (padded !== "") joined.push(padded);
  return joined;
}
