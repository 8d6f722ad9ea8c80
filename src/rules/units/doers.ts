/** Who does something, in a text around which nothing says that work is allocated: there marks and things in brackets look like units. */

/** A class of units, never of things. On the whole folded words. */
export const surelyUnits = {
  id: "doer:class",
  pattern: /^(?:各|有关|相关|[省市县区]直)[\u4e00-\u9fff()、]{0,12}(?:乡镇|街道|[县区市州]|部门|单位|政府|办事处|管委会|科室|处室|股室|社区|村)(?:\([^()]*\))?$/u,
  examples: ["各乡镇", "市直有关部门", "各县(市、区)", "相关科室"],
  not: ["各0.5分", "各位同学", "有关规定", "以米为单位"],
} as const;

/** Labels of who organises an event, and who is in charge for good: no allocation by themselves. On the words of a label. */
export const organiserLabel = {
  id: "doer:organiser",
  pattern: /^(?:主办|承办|协办|主管|指导|支持|参加|参赛|申报|填报|报送)/u,
  examples: ["主办单位", "承办单位", "主管部门", "填报单位"],
  not: ["责任单位", "牵头单位", "配合部门"],
} as const;
