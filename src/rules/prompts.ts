/** Prompts of forms that nobody filled in, where they were printed as words: a page or PDF made of a Word form keeps them. They are no value. */
import { folded } from "../text/fold.ts";

/** On folded words, the mark at their end taken off. */
export const promptWords = {
  id: "prompt",
  pattern:
    /^(?:请?(?:单击|点击|点按|双击|轻触)(?:或(?:单击|点击|点按|轻触))?(?:此处|这里|以)?(?:以?(?:输入|填写|键入|录入|选择|添加)[\u4e00-\u9fff]{0,8})?|请?(?:在)?此处(?:输入|填写|键入|录入|选择)[\u4e00-\u9fff]{0,8}|请(?:输入|键入|录入|选择)[\u4e00-\u9fff]{0,8}|选择(?:一项|日期|单位)|click(?:ortap)?(?:here)?toenter(?:text|adate)|clickortaptoenter(?:text|adate)|chooseanitem)$/iu,
  examples: ["单击或点击此处输入文字", "点击或点按此处输入文字", "单击此处输入日期", "请选择日期", "请输入单位名称", "此处填写责任单位", "选择一项", "Click or tap here to enter text", "Choose an item"],
  not: ["市财政局", "选择3个乡镇开展试点", "点击率", "请各单位", "输入性风险防控", "填写单位", "请示"],
} as const;

/** Whether printed words are such a prompt and nothing else. */
export function isPrompt(printed: string): boolean {
  return printed.length <= longestPrompt && promptWords.pattern.test(folded(printed).replace(/(?<![。.…])[。.…]+$/u, ""));
}

const longestPrompt = 60;
