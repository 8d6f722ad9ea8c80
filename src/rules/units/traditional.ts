/** Traditional characters of office words and their simplified forms, and brackets of one kind; one to one, so that offsets stay. */

const pairs =
  "〔(〕)[(])" +
  "牽牵頭头單单責责負负參参與与協协導导監监領领幹干員员關关組组織织實实業业門门廳厅辦办區区縣县鄉乡鎮镇處处會会黨党團团聯联總总務务國国發发財财規规劃划經经貿贸資资環环衛卫險险殘残稅税" +
  "開开農农漁渔醫医療疗養养應应運运輸输電电廣广視视訊讯數数據据場场質质標标準准統统計计審审訪访檔档館馆紀纪檢检衞卫勞劳動动軍军備备氣气糧粮儲储產产權权護护礦矿鐵铁郵邮銀银證证機机構构" +
  "無无專专項项營营佔占設设過过個个進进屬属莊庄劉刘黃黄齊齐濟济臺台灣湾華华東东滬沪蘇苏漢汉長长陽阳陰阴慶庆貴贵雲云寧宁遼辽號号榮荣選选舉举" +
  "級级職职為为爲为執执時时內内條条體体創创傳传紅红學学議议調调橋桥陝陕眾众爭争對对價价術术節节僑侨試试點点幫帮書书鄭郑順顺馬马龍龙鳳凤萬万豐丰嶺岭島岛濱滨潤润測测製制車车邊边樂乐園园圖图當当寶宝屆届徵征鋼钢歸归錄录輕轻顯显讓让飛飞義义孫孙羅罗趙赵陳陈張张楊杨許许韓韩鄧邓蕭萧賴赖譚谭盧卢";

const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs.charAt(2 * i), pairs.charAt(2 * i + 1)] as const),
);

const any = new RegExp(`[${[...simplified.keys()].map((character) => ("[]".includes(character) ? `\\${character}` : character)).join("")}]`, "gu");

/** The text with traditional characters of office words, and 〔〕 and [], replaced; same length, so offsets hold. */
export function simplify(text: string): string {
  return text.replace(any, (character) => simplified.get(character) ?? character);
}
