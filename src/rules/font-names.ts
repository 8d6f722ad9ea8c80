/** What the name of a font says of its look, where the file says nothing else. */

/** A row of names. */
export interface FontNameRow {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

/** Fonts that are bold by themselves. */
export const boldFont: FontNameRow = {
  id: "bold-font",
  pattern: /bold|black|heavy|simhei|[-_,]hei|黑体/iu,
  examples: ["ABCDEF+SimHei", "黑体", "方正黑体_GBK", "FZXBSJW--GB1-0-Bold", "SourceHanSansCN-Heavy", "STHeiti,Bold", "ArialBlack", "FZ-Hei"],
  not: ["SimSun", "仿宋_GB2312", "KaiTi_GB2312", "FZXiaoBiaoSong-B05S", "Helvetica", "heiti"],
};
