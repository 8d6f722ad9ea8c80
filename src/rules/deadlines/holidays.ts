/** Days on which holidays and memorial days fall, and the words of the lunar calendar. */

/** Holidays and memorial days with a fixed day of the solar calendar, as `MMDD` (Regulation on public holidays, 2024; and customary ones). */
export const solarHolidays: Readonly<Record<string, string>> = {
  "元旦节": "0101", "元旦": "0101", "妇女节": "0308", "三八节": "0308", "植树节": "0312", "消费者权益日": "0315", "国家安全教育日": "0415",
  "五一劳动节": "0501", "国际劳动节": "0501", "五一国际劳动节": "0501", "五一": "0501", "劳动节": "0501", "五四青年节": "0504", "青年节": "0504",
  "国际儿童节": "0601", "六一儿童节": "0601", "儿童节": "0601", "六一": "0601", "建党节": "0701", "七一": "0701", "八一建军节": "0801", "建军节": "0801", "八一": "0801",
  "教师节": "0910", "国庆节": "1001", "十一": "1001", "国庆": "1001", "国家宪法日": "1204", "宪法日": "1204",
};

/** Lunar holidays: month and day of the lunar year, and how many days after that day they fall. */
export const lunarHolidays: Readonly<Record<string, { readonly month: number; readonly day: number; readonly after: number }>> = {
  "春节": { month: 1, day: 1, after: 0 },
  "新年": { month: 1, day: 1, after: 0 },
  "新春": { month: 1, day: 1, after: 0 },
  "除夕": { month: 1, day: 1, after: -1 },
  "元宵节": { month: 1, day: 15, after: 0 },
  "元宵": { month: 1, day: 15, after: 0 },
  "端午节": { month: 5, day: 5, after: 0 },
  "端午": { month: 5, day: 5, after: 0 },
  "中秋节": { month: 8, day: 15, after: 0 },
  "中秋": { month: 8, day: 15, after: 0 },
  "重阳节": { month: 9, day: 9, after: 0 },
  "重阳": { month: 9, day: 9, after: 0 },
};

/** Names of lunar months beside their numbers. */
export const lunarMonths: Readonly<Record<string, number>> = { "正": 1, "冬": 11, "腊": 12 };
