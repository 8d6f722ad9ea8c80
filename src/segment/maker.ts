/** Who made a paper, by its frame, its title and the departments in it: a government, a body of its own, a firm. */
import type { NoticeDocument } from "../model/document.ts";
import type { FrontMatter } from "../model/draft.ts";
import { quoteCell } from "../model/quote.ts";
import { firmName, firmOfState, isByFirm, isFirmDepartments } from "../rules/firms.ts";
import { privateBody, publicInstitution } from "../rules/foreign-words.ts";
import { isListed } from "../rules/units/names.ts";
import { regionPrefix } from "../rules/units/regions.ts";
import { reading } from "../text/reading.ts";
import { allocationBrackets } from "./item/brackets.ts";

type Titled = Pick<FrontMatter, "title">;

/** A number, addressees or an enclosed plan stand around what is said. */
export function hasFrame({ documentNumber, addressees, enclosure }: FrontMatter): boolean {
  return documentNumber !== null || addressees.length > 0 || enclosure !== null;
}

/** Whether a title begins with the name of a region. */
export function opensWithRegion({ title }: Titled): boolean {
  return /^[\u4e00-\u9fff]{1,12}?(?:[省县州盟旗镇乡]|(?<!小)区|(?<![上超门股])市|街道|国务院)/u.test(reading(title?.text ?? ""));
}

/** Whether a title names a body whose plans bind its own people: a school, a hospital, a firm. */
export function isPrivate({ title }: Titled): boolean {
  return privateBody.pattern.test(reading(title?.text ?? ""));
}

/** Whether a title names a school or hospital of the state. */
export function isOfInstitution({ title }: Titled): boolean {
  return publicInstitution.pattern.test(reading(title?.text ?? ""));
}

/**
 * Whether a firm or a club made a paper for itself: by its title where that names the maker, else by its departments. A firm that the title
 * only mentions (打击犯罪集团) is what the paper is about. One that tells departments of a government what to do is none.
 */
export function isOfFirm(document: NoticeDocument, front: FrontMatter): boolean {
  const title = reading(front.title?.text ?? "");
  if (hasFrame(front) || isFirmOfState(title)) return false;
  const made = isByFirm(title);
  const named = made || firmName.pattern.test(title);
  if (!named && (opensWithRegion(front) || isPrivate(front))) return false;
  const doers = doersIn(document);
  if (made) return !doers.some((words) => namesPublic(words, isOfState));
  const departments = new Set(doers.filter(isFirmDepartments)).size;
  return departments >= (named ? 1 : fewest) && !doers.some((words) => namesPublic(words, isListed));
}

/** Whether the title mentions a firm or a club, and neither a region nor a public body shows that another made the paper. */
export function mayBeOfFirm(document: NoticeDocument, front: FrontMatter): boolean {
  if (hasFrame(front) || opensWithRegion(front) || !firmName.pattern.test(reading(front.title?.text ?? ""))) return false;
  return !doersIn(document).some((words) => namesPublic(words, isListed));
}

/** A firm of the state that carries out what the state asks of such firms: 国企改革, 巡察整改, 督办. */
function isFirmOfState(title: string): boolean {
  return firmName.pattern.test(title) && firmOfState.pattern.test(title);
}

/** One department alone may be that of any body. */
const fewest = 2;

/** Short cells, and what stands in the brackets behind items. */
function doersIn(document: NoticeDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === "table") return block.cells.map((cell) => reading(quoteCell(document, cell).text)).filter(({ length }) => length > 0 && length <= longestNames);
    if (block.kind !== "paragraph") return [];
    return allocationBrackets(document.text.slice(block.span.start, block.span.end)).map(({ inner }) => reading(inner).replace(unitLabel, "").replace(roleTail, ""));
  });
}

/** Longer cells are no list of departments. */
const longestNames = 60;

/** Of 生产部牵头，设备部配合 the first department. */
const roleTail = /(?:牵头|负责|配合|落实|,).*$/u;

/** The 责任单位: before the departments. */
const unitLabel = /(?<=^|;)[^、,;:]{2,6}:/gu;

/** Whether one of several names is that of a public body; 商务部 beside departments of a firm is its own. */
function namesPublic(words: string, isPublic: (name: string) => boolean): boolean {
  return words.split(/[、,;]/u).some((name) => !isFirmDepartments(name) && isPublic(name));
}

/** A firm too has a 工会, a 纪委 and a 宣传部; a department with its region, or a 局, is that of a government. */
function isOfState(name: string): boolean {
  return isListed(name) && (regionPrefix(name) !== null || /[局厅署]$|(?<![纪团党工])委$/u.test(name));
}
