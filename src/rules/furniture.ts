/**
 * Page furniture of Chinese government sites: what belongs to the page and not to the notice.
 *
 * A row names an element by tag, role or a word of its class or id; or a paragraph by its words. An element row
 * alone proves nothing: what holds running text, a data table, a document number, a title or labelled metadata is kept.
 */

/** An element that is furniture. `words` is tried on each word of its class and id. */
export interface FurnitureElement {
  readonly id: string;
  readonly tags: readonly string[];
  readonly roles: readonly string[];
  readonly words: RegExp | null;
  /** Such blocks also stand inside the main content. */
  readonly inContent: boolean;
  /** Markup that is furniture by this row, inside a page with a notice. */
  readonly examples: readonly string[];
  /** Markup that looks alike and is content. */
  readonly not: readonly string[];
}

/** A paragraph that is furniture by its words. The pattern is tried on the paragraph with its blanks made one space each. */
export interface FurnitureText {
  readonly id: string;
  readonly pattern: RegExp;
  /** Longest paragraph that the pattern is tried on, in UTF-16 units. */
  readonly longest: number;
  /** Such words may be part of a notice, so the row holds only outside the main content, in a block without running text. */
  readonly outside: boolean;
  readonly examples: readonly string[];
  readonly not: readonly string[];
}

const link = (...words: readonly string[]): string => words.map((word) => `<a href="/x">${word}</a>`).join(" ");

export const furnitureElements: readonly FurnitureElement[] = [
  {
    id: "site-header",
    tags: ["header"],
    roles: ["banner"],
    words: /^(?:(?:g|m|w|c|page|site|web|common|public|global|new|index)[-_]?)?(?:header|head|top|topbar|topnav|toplink|hd|banner|logo|weather|wza)(?:[-_]?(?:box|bar|wrap|wrapper|nav|con|content|inner|main|bg|left|right|l|r|\d+))?$/iu,
    inContent: false,
    examples: [`<div class="top"><span>2020年10月12日 星期一</span> ${link("登录", "注册")}</div>`, `<div id="header">${link("首页", "省政府")}</div>`, `<div class="logo">某某市人民政府门户网站</div>`],
    not: [
      `<div class="header"><h1>某市人民政府办公室关于印发2020年工作要点的通知</h1><p>某政办〔2020〕8号</p></div>`,
      `<div class="head"><table><tr><td>索引号：</td><td>000000000/2020-1</td></tr><tr><td>文号：</td><td>某政办〔2020〕8号</td></tr></table></div>`,
      `<div class="head-line"><p>各区人民政府：</p></div>`,
      `<div class="top"><span>某区2021年政务公开工作要点（征求意见稿）</span></div>`,
    ],
  },
  {
    id: "navigation",
    tags: ["nav"],
    roles: ["navigation", "menubar", "menu"],
    words: /^(?:(?:g|m|w|c|main|sub|top|site|web|head|header|left|right|side|index|common|public|new|second|yj|ej)[-_]?)?(?:nav|navi|navigation|navbar|navs|menu|menus|mainmenu|submenu|daohang|lanmu|channel|sidenav|leftnav|leftmenu)(?:[-_]?(?:box|bar|wrap|wrapper|con|content|inner|list|item|left|right|l|r|ul|bg|\d+))?$/iu,
    inContent: false,
    examples: [`<div class="nav"><ul><li>${link("首页")}</li><li>${link("政务公开")}</li></ul></div>`, `<nav>${link("首页", "机构")}</nav>`, `<ul role="navigation"><li>首页</li><li>政务公开</li></ul>`],
    not: [`<div class="nav"><p>各县、区人民政府要把任务分解到部门；责任单位每季度末报送进展情况，年底前全面完成整改并接受检查验收。</p></div>`],
  },
  {
    id: "breadcrumb",
    tags: [],
    roles: [],
    words: /^(?:(?:g|m|w|c|page|new|news|art|list|con|content)[-_]?)?(?:crumbs?|bread|breadcrumbs?|mianbao|mianbaoxie|mbx|position|location|sitemap|weizhi|dqwz|curpos|curposition|local|path|where|place)(?:[-_]?(?:box|bar|wrap|nav|con|inner|\d+))?$/iu,
    inContent: false,
    examples: [`<div class="position">${link("网站首页")} &gt; ${link("意见征集")} &gt; 正文</div>`, `<div class="mbx">${link("首页", "通知公告")}</div>`],
    not: [`<div class="position"><p>某政办〔2020〕8号</p></div>`],
  },
  {
    id: "share",
    tags: [],
    roles: [],
    words: /^(?:(?:g|m|w|c|news|art|article|con|content)[-_]?)?(?:share|shares|sharebox|bdshare|bdsharebuttonbox|bshare|jiathis|social-share|fenxiang|fx|ewm|erweima|qrcode|qrcodes|qr|weixin|wechat)(?:[-_]?(?:box|bar|wrap|con|container|content|inner|btn|style|code|\d+(?!\d)))*$/iu,
    inContent: true,
    examples: [`<div class="bdsharebuttonbox">分享到：<a href="#" title="分享到微信">微信</a></div>`, `<div class="ewm">扫描二维码</div>`],
    not: [`<div class="fx"><p>对风险隐患逐一排查整改，建立台账清单；责任单位每季度末报送进展情况，年底前全面完成整改销号。</p></div>`],
  },
  {
    id: "page-tools",
    tags: [],
    roles: ["toolbar"],
    words: /^(?:(?:g|m|w|c|page|news|newscontnet|art|article|con|content|wz|xl|detail|text)[-_]?)?(?:tools?|toolbar|print|printer|dayin|fontsize|font-?size|ziti|closewin|wzfoot|operate|operation|caozuo|gongneng)(?:[-_]?(?:box|bar|wrap|con|btn|btns|\d+))?$/iu,
    inContent: true,
    examples: [`<div class="wzfoot"><a href="javascript:window.print()">打印</a><a href="javascript:window.close()">关闭本窗口</a></div>`, `<div class="toolbar">${link("A+", "A-")}</div>`],
    not: [`<div class="tool"><p>附件：<a href="/a.docx">任务分解表.docx</a></p></div>`],
  },
  {
    id: "previous-next",
    tags: [],
    roles: [],
    words: /^(?:(?:page|news|art|article|con)[-_]?)?(?:updown|prevnext|prev-?next|prenext|pre-?next|shangxia|sxp|sxy|syp|sxt|pagelink|pager|pagination|pages?-?nav|turnpage)(?:[-_]?(?:box|bar|wrap|con|\d+))?$/iu,
    inContent: true,
    examples: [`<div class="updown"><p>上一条 <a href="/1">关于2020年第一次测评情况的通报</a></p><p>下一条 没有了</p></div>`],
    not: [],
  },
  {
    id: "related",
    tags: [],
    roles: [],
    words: /^(?:(?:news|art|article|con|content|m|w)[-_]?)?(?:related|relate|relation|relevant|relatednews|xgxx|xgwz|xgwj|xglj|xgxw|xgyd|xgjd|xgzc|xgnr|xgfj|xiangguan|tuijian|recommend|hot|hotnews|rank|ranking|paihang|zxxx|zxfb)(?:[-_]?(?:box|bar|wrap|con|content|list|news|inner|\d+))?$/iu,
    inContent: false,
    examples: [`<div class="related"><h3>相关文章</h3><ul><li>${link("关于印发2019年考评方案的通知")}<span>2019-10-11</span></li></ul></div>`],
    not: [`<div class="xgfj"><p>附件：<a href="/a.doc">责任分解表.doc</a></p></div>`],
  },
  {
    id: "sidebar",
    tags: ["aside"],
    roles: ["complementary"],
    words: /^(?:(?:g|m|w|c|page|main|left|right|con|xxgk)[-_]?)?(?:sidebar|side|aside|sider|slide|catalog|catalogue|mulu|tree|ztree|floatbar|float|piaofu)(?:[-_]?(?:box|bar|wrap|con|nav|list|left|right|inner|\d+))?$/iu,
    inContent: false,
    examples: [`<div class="sidebar"><h3>信息公开目录</h3><ul><li>${link("机构职能")}</li><li>${link("应急预案")}</li></ul></div>`],
    not: [],
  },
  {
    id: "search-login",
    tags: ["search", "form"],
    roles: ["search"],
    words: /^(?:(?:g|m|w|c|top|head|site|web)[-_]?)?(?:search|sousuo|searchbox|login|denglu|register|user|userinfo)(?:[-_]?(?:box|bar|wrap|con|form|inner|area|hot|\d+))?$/iu,
    inContent: false,
    examples: [`<div class="search"><form>搜索 热词：${link("疫情", "社保")}</form></div>`, `<div id="login">${link("登录", "注册")}</div>`],
    not: [`<form><p>某市人民政府办公室关于印发重点工作任务分工的通知</p></form>`],
  },
  {
    id: "site-footer",
    tags: ["footer"],
    roles: ["contentinfo"],
    words: /^(?:(?:g|m|w|c|page|site|web|common|public|global|new|index)[-_]?)?(?:footer|foot|bottom|ft|copyright|copy|banquan|beian|icp|friendlinks?|friend-?link|yqlj|links?|dbfoot|zhuban)(?:[-_]?(?:box|bar|wrap|wrapper|con|content|inner|main|bg|info|link|nav|t|b|\d+))?$/iu,
    inContent: false,
    examples: [`<div class="footer"><p>主办：某市人民政府 承办：某市人民政府办公室</p><p>网站标识码：0000000000</p></div>`, `<footer>地址：某路1号 邮编：000000</footer>`],
    not: [`<div class="bottom"><p>某市人民政府办公室</p><p>某政办〔2020〕8号</p></div>`],
  },
];

export const furnitureTexts: readonly FurnitureText[] = [
  {
    id: "text:separator",
    pattern: /^[|｜·\s]+$/u,
    longest: 20,
    outside: false,
    examples: ["|", "｜ ｜", "·"],
    not: ["—", "| 备注"],
  },
  {
    id: "text:page-number",
    pattern: /^[—–―－-]{1,3}\s?\d{1,3}\s?[—–―－-]{1,3}$/u,
    longest: 12,
    outside: false,
    examples: ["— 3 —", "-12-", "－ 7 －"],
    not: ["-12", "— 2023 —", "—", "3-5"],
  },
  {
    id: "text:breadcrumb",
    pattern: /^[【[]?(?:您|你)?(?:现在|当前)?(?:的|所在|所处)?(?:的)?(?:位置|栏目)\s?[】\]]?\s?[:：>》]\s?(?:$|.{0,60}(?:首\s?页|主页|网站|[>＞»›→≫]))|^(?:网站)?(?:首\s?页|主页)\s?[>＞»›→≫]/u,
    longest: 160,
    outside: false,
    examples: ["当前位置: 首页 > 政府信息公开 > 政策文件", "您现在所在的位置：首页 >> 政务公开 >> 通知公告", "您所在的位置：首页>通知", "位置：首页 > 正文", "首页 > 政务公开 > 关于印发工作要点的通知"],
    not: ["位置：城东新区，面积约20亩", "所在位置：某某路12号", "位置图见附件", "当前位置服务平台建设：由市大数据局牵头"],
  },
  {
    id: "text:counter",
    pattern: /^[【[（(|]?\s?(?:已有|共)?\s?(?:阅读|浏览|点击|访问|查看|阅览|点击浏览|累计|总)\s?(?:次数|人次|次|量|数|率|人数)?\s?[:：]?\s?[\d,]*\s?(?:次|人次|人)?\s?[】\]）)|]?(?:\s?[|｜])?$/u,
    longest: 30,
    outside: false,
    examples: ["阅读次数：", "浏览次数:123", "【点击量：1,024次】", "浏览 128 次", "访问量: 30"],
    not: ["阅读次数不少于12次", "访问企业30家"],
  },
  {
    id: "text:font-size",
    pattern: /^[【[（(]?\s?(?:(?:字体|字号|文字|字体大小|正文字体|字体显示|文字大小)\s?[:：]?\s?[【[（(]?\s?)?(?:(?:特大|超大|大|中|小|默认|标准|正常|A\+|A-|\+|-)[\s|｜/、,，]*){2,6}[】\])）]?\s?[】\])）]?$/u,
    longest: 40,
    outside: false,
    examples: ["字体：【大 中 小】", "字体:【 大 中 小 】", "【字体：大 中 小】", "字号：[ 大 中 小 ]", "【大 中 小】", "大 中 小"],
    not: ["字体：标题用2号小标宋", "大中小企业", "A", "大"],
  },
  {
    id: "text:share",
    pattern: /^[【[]?(?:分享到|分享至|分享|转发到|一键分享)\s?[】\]]?\s?[:：].{0,60}$/u,
    longest: 80,
    outside: false,
    examples: ["分享到：", "分享到: 微信 微博 QQ空间"],
    not: ["分享经验交流材料"],
  },
  {
    id: "text:buttons",
    pattern:
      /^(?:[\s|｜·•:：>»【】[\]（）(),，、/-]|设为首页|加入收藏|收藏本站|收藏本页|收藏|无障碍浏览|无障碍阅读|无障碍|长者模式|长者版|关怀版|适老化|老年模式|登录|注册|退出|个人中心|用户中心|网站首页|首页|打印本页|打印本文|打印此页|打印|关闭窗口|关闭本页|关闭此页|关闭本窗口|关闭|分享到|分享|转发|返回列表|返回|回到顶部|TOP|顶部|繁体版|繁体|简体版|简体|繁體|English|EN|手机版|移动版|移动端|微信公众号|微信|微博|新浪微博|腾讯微博|QQ空间|QQ|人人网|朋友圈|官方微信|官方微博|政务微信|政务微博|邮箱|智能问答|智能机器人|朗读|语音播报|语音朗读|听全文|保护视力色|我要纠错|纠错|网站地图|联系我们|关于我们|版权声明|隐私声明|网站声明|使用帮助|帮助|我要留言|收起|展开|更多|全文下载|下载全文(?!下载)|下载|导出|复制链接|复制|点赞)+$/u,
    longest: 120,
    outside: false,
    examples: ["设为首页 | 加入收藏 | 无障碍浏览", "【打印】 【关闭】", "打印本页关闭窗口", "分享 打印 关闭", "微信 微博 QQ空间", "网站地图 | 联系我们 | 版权声明", "登录 | 注册"],
    not: ["首页要设置政务公开专栏", "打印机采购", "大气", "小微企业"],
  },
  {
    id: "text:scan-code",
    pattern: /^(?:请)?(?:使用|用|打开)?(?:手机|微信|支付宝|浏览器)?[“"]?(?:扫一扫.{0,24}|(?:扫描|扫码).{0,20}(?:手机|关注|分享|本页|页面|网页|文章|阅读|公众号|客户端|二维码|打开).{0,10}|(?:手机)?二维码)$/u,
    longest: 40,
    outside: false,
    examples: ["扫一扫在手机打开当前页", "扫一扫在手机上查看", "微信扫一扫分享", "扫描二维码关注我们"],
    not: ["扫码测温进入公共场所", "扫码支付推广工作由市金融局牵头，各县区配合，年底前完成商户改造并通过验收，确保覆盖所有乡镇"],
  },
  {
    id: "text:previous-next",
    pattern: /^[【[<《]?\s?(?:上|下|前|后)一?\s?(?:篇|条|页)(?:文章|新闻|信息|内容)?\s?[】\]>》]?\s?[:：].*$/u,
    longest: 160,
    outside: false,
    examples: ["上一篇:关于2020年第一次政务公开测评情况的通报", "下一条：没有了", "【上一篇】：无"],
    not: ["上一年度未完成的事项继续推进", "下一步工作：由市发展改革委牵头"],
  },
  {
    id: "text:page-turn",
    pattern: /^(?:(?:上一页|下一页|上一篇|下一篇|上一条|下一条|第一页|最后一页|末页|尾页|首页|没有了|无)[\s|｜:：>»<«]*)+$/u,
    longest: 60,
    outside: false,
    examples: ["上一页 下一页", "上一篇 下一篇", "首页 上一页 下一页 尾页"],
    not: ["首页设计"],
  },
  {
    id: "text:site-record",
    pattern: /ICP[备证]\s?(?:案号\s?[:：]?\s?)?\d|公?网安备\s?[\d（(]|网站标识码\s?[:：]?\s?[\da-z]|网站支持IPv6|Copyright\s?(?:©|\(c\)|&copy;|\d{4})|©\s?\d{4}|^版权(?:所有|声明)(?:\s|[:：]|$)|^(?:原文|本文|文章|网页|信息)(?:地址|链接|网址)\s?[:：]\s?(?:https?:\/\/|www\.)\S+$|^(?:网站)?技术支持\s?[:：].{2,30}(?:公司|科技|网络)$/iu,
    longest: 400,
    outside: false,
    examples: ["备案号：皖ICP备00000000号 网站标识码：0000000000", "主办单位：某省人民政府办公厅 皖ICP备00000000号", "版权所有：某市人民政府", "版权声明：本网站内容归某市人民政府所有", "原文地址：http://www.example.gov.cn/1.html", "Copyright © 2020 某市人民政府", "技术支持：某某网络有限公司"],
    not: ["未取得ICP备案的网站由市通信管理局查处", "技术支持：市大数据局", "严厉打击侵犯版权所有者权益行为"],
  },
  {
    id: "text:site-owner",
    pattern: /^(?:网站|本站)?(?:主办(?:单位)?|承办(?:单位)?|主管(?:单位)?|网站管理|(?:维护|运维|运行维护|管理|开发|建设)(?:单位)|联系电话|网站电话|地址|邮编|邮政编码|电子邮箱)\s?[:：].*$/u,
    longest: 200,
    outside: true,
    examples: ["主办：池州市贵池区人民政府 承办：区政府办公室（政务公开办）", "主办单位：某市人民政府"],
    not: ["主办方负责安保"],
  },
  {
    id: "text:clock",
    pattern: /^(?:今天是|现在是|现在时间|当前时间|今日)\s?[:：]?.{0,40}$|^\d{4}年\d{1,2}月\d{1,2}日\s?星期[一二三四五六日天].{0,24}$|^[-\s]*年[-\s]*月[-\s]*日\s?(?:星期)?$/u,
    longest: 60,
    outside: true,
    examples: ["今天是", "今天是2020年10月12日 星期一", "2020年10月12日 星期一 合肥 晴", "----年--月--日"],
    not: ["2020年10月12日"],
  },
  {
    id: "text:weather",
    pattern: /^[\u4e00-\u9fff]{0,8}\s?(?:天气预报|天气|晴|多云|阴|小雨|中雨|大雨|雷阵雨|雪)(?:转[\u4e00-\u9fff]{1,3})?\s?(?:-?\d{1,2}\s?[℃°]?C?\s?[~～—/-]\s?-?\d{1,2}\s?[℃°]C?)?\s?(?:[\u4e00-\u9fff]{1,4}风\s?.{0,6})?$/u,
    longest: 40,
    outside: true,
    examples: ["合肥 晴", "天气预报", "芜湖 多云转晴 12~20℃"],
    not: ["雪亮工程"],
  },
  {
    id: "text:related-heading",
    pattern: /^[【[]?\s?(?:相关(?:链接|文章|信息|新闻|阅读|推荐|内容|稿件|文档|资讯|解读|文件|政策)|延伸阅读|推荐阅读|热点推荐|热门推荐|猜你喜欢|最新信息|最新发布|信息公开目录|友情链接|网站导航|栏目导航|站内搜索|全站搜索|热搜词|热词)\s?[】\]]?\s?[:：]?$/u,
    longest: 20,
    outside: true,
    examples: ["相关文章", "【相关链接】", "相关信息：", "延伸阅读", "信息公开目录"],
    not: ["相关文件由市司法局审核"],
  },
  {
    id: "text:old-browser",
    pattern: /^(?:您的浏览器|当前浏览器|你的浏览器|抱歉，您的浏览器|您当前的浏览器|请使用(?:IE|谷歌|Chrome)).{0,80}$|^(?:为(?:了)?(?:获得|确保|达到|保证|取得|使您获得)(?:更好|最佳|最好)的?(?:浏览|访问|显示|使用)(?:体验|效果)|本(?:网)?站(?:建议|推荐)使用|(?:建议|推荐)(?:您)?使用).{0,30}(?:浏览器|分辨率).{0,160}$/iu,
    longest: 220,
    outside: false,
    examples: ["您的浏览器版本过低，请升级浏览器后访问。", "您的浏览器不支持JavaScript", "为获得更好的浏览体验，建议您使用以下版本的浏览器访问本网站：火狐浏览器60版本及以上；谷歌浏览器70版本及以上。", "为确保最佳浏览效果，建议您使用以下浏览器版本：IE浏览器9.0版本及以上； Google Chrome浏览器 63版本及以上", "建议使用1280×800分辨率浏览"],
    not: ["浏览器插件统一由市大数据局开发", "为获得更好的体验，建议企业使用新版平台"],
  },
];

/** Blocks that hold little but links are lists of other pages. */
export const linkList = {
  id: "link-list",
  /** Fewest links, and the least share of the text that stands in links. */
  links: 3,
  share: 0.6,
  examples: [
    `<div class="left"><h3>公开目录</h3><ul><li>${link("机构职能")}</li><li>${link("应急预案")}</li><li>${link("年度重点工作任务分工")}</li></ul></div>`,
  ],
  not: [`<div class="fj"><p><a href="/1.doc">附件1：任务分解表.doc</a></p><p><a href="/2.doc">附件2：责任单位.doc</a></p><p><a href="/3.doc">附件3：联系表.doc</a></p></div>`],
} as const;

/** Words of class or id by which sites name the body of an article (TRS, UCAP and other publishing systems). */
export const contentWords =
  /^(?:zoom|zoomcon|ucap-content|trs_editor|trs_ueditor|view|article-?(?:content|body|text|con)|news_?content|newscontent|newscontnet|j-fontcontent|content_?text|text_?content|mainbody|main_?text|zhengwen|wzcon|wenzhang|wz|con_?text|detail-?(?:content|con|text)|bt_content|pages_content|info_?content|xxgk_?content|vsb_content|vsbcontent|v_news_content|txtcontent|article|contenttext|ivs_content|info-?body)$/iu;

/** Labels of metadata: the line of page information under a title, and 信息公开 records. */
const metadataLabels =
  "发\\s?布\\s?(?:时\\s?间|日\\s?期|机\\s?构|单\\s?位|人)|发文(?:机关|字号|单位|日期|时间)|(?:信息|文章|稿件|内容|文件|新闻)?来\\s?源|" +
  "(?:更新|公开|生成|成文|印发|产生|录入|上传|添加|编辑)(?:时间|日期)|(?:责任|本文|文字|网站)?编\\s?辑|责编|作\\s?者|撰稿人?|供稿(?:单位|人)?|审核人?|签发人?|录入[人者]?|" +
  "索\\s?引\\s?号|信息索引号|文\\s?号|主题(?:分类|词)|组配分类|信息分类|体裁分类|关键词|公开(?:方式|范围|时限|属性)|有\\s?效\\s?性|信息时效|日\\s?期|时\\s?间";

/** Labels of counters and switches, which belong to the page. */
const gadgetLabels = "(?:阅读|浏览|点击|访问|查看|阅览)(?:次数|人次|次|量|数|率)|字体大小|字体|字号|分享到";

/** Labels by which a line of page information is cut. Each match starts at its label; global, for `matchAll`. */
export const infoLabel = new RegExp(
  `[【[（(]?\\s?(?:${gadgetLabels}|${metadataLabels})\\s?[:：]|[【[](?:打印|关闭|收藏|分享|推荐|纠错|保护视力|视力保护)[^】\\]]{0,8}[】\\]]|[【[]\\s?大\\s?[|/、]?\\s?中\\s?[|/、]?\\s?小`,
  "gu",
);

/** A label of metadata: what holds one is no furniture. */
export const metadataLabel = new RegExp(`(?:${metadataLabels})\\s?[:：]`, "u");

/** Words outside links by which a group is known to hold part of a notice. */
export const noticeWords =
  /〔\s?\d{4}\s?〕|[［[(（]\d{4}[\])）］]\s?第?\d{1,4}号|关于.{2,60}的(?:通知|意见|方案|决定|公告|通报|批复|函|实施)|(?:任务|责任|工作)(?:分工|分解|清单)|^(?:附件|抄送)\d*[:：]/u;

/** How the title of a notice ends (文种, GB/T 9704 7.3.1, and the names of plans), for short lines outside links. */
export const titleEnd = /(?:要点|方案|清单|分工|分解表?|责任表|意见|计划|规划|通知|通报|公告|办法|细则|决定|批复)(?:[（(][^（()）]{1,12}[）)])?$/u;
