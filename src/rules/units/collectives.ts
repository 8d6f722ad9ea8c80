/** Units named as a class and never expanded: 各市、县（市、区）政府, 省政府有关部门, 市直各单位. */

/** Words for territories that stand in a row before one shared tail. Longest first. */
export const territorialWords: readonly string[] = [
  "设区的市", "设区市", "市县区", "县市区", "县(市)区", "乡镇街道", "镇街道", "自治区", "直辖市", "自治州", "地级市", "县级市", "开发园区", "开发区", "高新区", "经开区", "功能区", "示范区", "度假区", "园区", "片区", "垦区", "林场", "农场",
  "市州", "州市", "地市", "市地", "市县", "区县", "县区", "县市", "市区", "旗县", "乡镇", "镇乡", "镇街", "街镇", "街道", "社区", "省", "市", "州", "盟", "县", "区", "旗", "乡", "镇", "村", "地",
];

/** Territories that hold no office of their own when they stand alone, so that they need the tail that follows. */
export const bareTerritories: ReadonlySet<string> = new Set(["省", "市", "县", "区", "州", "盟", "旗", "地", "设区市", "设区的市", "自治区", "直辖市", "自治州", "县市", "市县"]);

/** Heads that make a class of what follows. */
export const collectiveHeads: readonly string[] = ["各相关", "各有关", "各级", "其他各", "其他", "全省各", "全市各", "全区各", "全县各", "所辖各", "所有", "有关", "相关", "沿线", "沿江", "涉及", "试点", "各"];

/** Tails that a row of territories shares. Longest first. */
export const territorialTails: readonly string[] = [
  "党委和人民政府", "党委、人民政府", "党委人民政府", "党委和政府", "党委、政府", "党委政府", "党工委和管委会", "党工委、管委会", "党工委管委会", "行政公署、市人民政府", "人民政府(管委会)", "政府(管委会)", "行政公署", "人民政府", "政府", "管理委员会", "管委会", "街道办事处", "办事处", "党工委", "党委",
];

export interface CollectiveForm {
  readonly id: string;
  /** On the whole folded name. */
  readonly pattern: RegExp;
  /** `function` that such a class has, null when it is none of the two. */
  readonly function: "lower_governments" | "all_departments" | null;
  readonly examples: readonly string[];
}

/** What makes a whole name a class. First match wins. */
export const collectiveForms: readonly CollectiveForm[] = [
  {
    id: "collective:lower-governments",
    pattern: /^(?:全?[省市县区]?各|沿[\u4e00-\u9fff]各|有关|相关|所有|其他|各级|市、县|县、|区、|市、|设区)[^局厅委办处]{0,24}(?:人民政府|政府|管委会|办事处|管理委员会)(?:\([^()]*\))?$/u,
    function: "lower_governments",
    examples: ["各市、县(市、区)政府", "有关市及县(市、区)政府", "市、县(市、区)政府", "各区政府(含北京经济技术开发区管委会)", "各省级人民政府", "各有关省级人民政府", "沿江各市政府"],
  },
  {
    id: "collective:departments",
    pattern: /(?:各|有关|相关|其他|直属|市直|省直|县直|区直|州直|成员)[^、,]{0,12}?(?:部门|单位|机构|机关|部?委办局|部委|部)(?:(?:、|和|及|与)(?:单位|部门|机构|直属机构|企业|地区))?(?:\([^()]*\))?$|各[部委办厅局行](?:、[部委办厅局行])+$/u,
    function: "all_departments",
    examples: ["省政府各部门", "区政府有关部门", "省有关部门、单位", "市直各部门", "其他区直部门", "市直有关部门、单位", "各相关单位", "有关部门", "省政府各部", "市政府各委办局", "市政府各委、办、局"],
  },
  {
    id: "collective:any",
    pattern: /^(?:各|有关|相关|所有|全[省市县区州]各?|其他|三大|五大|四大)|^[省市县区州旗镇乡](?:各|有关|相关|直(?!属?机关工|机关党)|属)|(?:各|有关|相关)(?:科室|处室|街道|镇街|乡镇|企业|公司|专班|单位|部门|司局|学校|高校)$/u,
    function: null,
    examples: ["各科室", "各街道", "全区经济运行各专班", "各区属国有企业", "三大国有公司", "各县(市、区)", "各市司法局"],
  },
];

/** Nouns that share the 有关 or 各 of the member before them: 省有关部门、单位; 各处、单位. */
export const sharedNouns: ReadonlySet<string> = new Set(["单位", "部门", "机构", "直属机构", "企业", "地区", "人民团体", "科室", "处室", "事业单位", "街道", "乡镇", "直属单位", "园区", "社区", "企事业单位"]);

/** The form that makes a folded name a class, null when it names one unit. */
export function collectiveForm(name: string): CollectiveForm | null {
  return collectiveForms.find(({ pattern }) => pattern.test(name)) ?? null;
}
