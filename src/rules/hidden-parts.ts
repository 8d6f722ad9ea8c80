/** Words of class or id by which sites name parts that a script shows or hides. */

/** Names of parts, with names that are such parts and names that are not. */
export interface PartNames {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

/** Tabs, folds and article bodies that wait for a script. */
export const tabWords =
  /^(?:js_content|rich_media_content|(?:tab|panel|pane|fold|accordion|collapse|spoiler)s?(?:[-_]?(?:con|cont|content|body|item|pane|panel|box|text|main))?s?[-_]?\d{0,3}|(?:content|con|cont|card|layui-tab|el-tab|nav)[-_]?(?:tab|pane|panel|item)s?[-_]?\d{0,3}|more[-_]?(?:text|content)|full[-_]?text|all[-_]?text)$/iu;

/** Windows that pop up, menus, forms: hidden on purpose. */
export const popupWords = /(?:modal|dialog|popup|pop[-_]?(?:win|box|layer)|layer|toast|tooltip|tips?$|share|login|mask|qr-?code|ewm|menu|search|print|mobile[-_]?nav|wza|cookie|advert)/iu;

/** Words for those who hear a page. */
export const labelWords = /^(?:sr[-_]?only|visually[-_]?hidden|screen[-_]?reader(?:[-_]?text)?|skip(?:[-_]?(?:link|nav|to[-_]?content))?s?|assistive(?:[-_]?text)?|a11y|aria[-_]?(?:label|text)|clip[-_]?text|off[-_]?screen)$/iu;

export const partNames: readonly PartNames[] = [
  { id: "tab", pattern: tabWords, examples: ["js_content", "tab-pane", "tabcon2", "panel-body", "collapse", "accordion-item", "tab_content", "content-tab1", "fulltext", "layui-tab-item"], not: ["table", "panelist", "nav", "foot", "tabloid-news"] },
  { id: "popup", pattern: popupWords, examples: ["modal-body", "share-box", "login_form", "print_content", "layui-layer", "dialog"], not: ["zoom", "TRS_Editor", "content", "tab-pane"] },
  { id: "label", pattern: labelWords, examples: ["sr-only", "visually-hidden", "screen-reader-text", "skip-link", "offscreen"], not: ["content", "screen", "read", "hidden"] },
];

/** Words by which a hidden line is one of an allocation, however short it is. Matched on words without blanks. */
export const hiddenAllocation = {
  id: "hidden-allocation",
  pattern: /牵头|责任(?:单位|部门|科室|人)|配合单位|[月年季]度?[底末]?前|[局委办厅][）)]|完成时限|\d月\d{1,2}日前/u,
  examples: ["拆除违法建设。（市城管局）", "2031年12月底前完成", "市财政局牵头"],
  not: ["跳转到主要内容", "首页政务公开办事服务", "打印本页关闭窗口"],
} as const;
