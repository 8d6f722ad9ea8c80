/** Pictures that hold no words of a notice, and frames that show no part of it, by the names that sites give them. */

/** A row of names. */
export interface PictureRow {
  readonly id: string;
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

/** Icons, logos, codes to scan, decoration: by address, alternative text, class or id. */
export const decoration: PictureRow = {
  id: "decoration",
  pattern:
    /(?:^|[^a-z])(?:icons?|ico|logos?|qr|qr-?codes?|ewm|erweima|2wm|wx|weixin|wechat|weibo|share|sprite|spacer|blank|pixel|tracking|avatar|banner|btn|button|arrow|line|bg|loading|emoji|face|dot|bullet|close|search|print|gh|dzjg|jiucuo|red|watermark)\d{0,3}(?:[^a-z]|$)|二维码|标志|徽标|国徽|党徽|党政机关|公章|印章|签名|签章|头像|图标|水印|网站标识|找错|扫一扫/iu,
  examples: ["/images/icon_pdf.gif", "logo.png", "../ewm.jpg", "二维码", "dzjg.png", "share-weibo.png"],
  not: ["/images/20210306_1.jpg", "P020210306.png", "任务分解表", "W020200612.jpg"],
};

/** Frames that show other things than files: maps, players, counters. */
export const gadgetFrames: PictureRow = {
  id: "gadget",
  pattern: /map|video|player|weibo|stat(?:s|istics)?[./?]|cnzz|baidu|share|comment|jiathis|captcha|advert|login|count|weather|search|beian|nav|head|foot|menu|top|bottom/iu,
  examples: ["/common/header.html", "https://map.example.cn/x", "video.htm?id=1", "/stat.htm"],
  not: ["/attach/2021/03/P020210306.pdf", "/pdfjs/web/viewer.html?file=/a.pdf", "table1.htm"],
};

/** Addresses of document files, as they stand or as the parameter of a viewer. */
export const documentFile = /\.(?:pdf|docx?|wps|ofd|xlsx?|et|pptx?|ceb|rtf|txt)(?:$|[?#&])/iu;

/** Names of the parts of a page around its article. */
export const marginNames = /(?:^|[-_])(?:nav|head|header|foot|footer|logo|banner|share|side|sidebar|aside|recommend|related|qr|ewm|menu|links?|crumbs?|breadcrumb|copyright|focus|slider|swiper)s?(?:$|[-_\d])/iu;
