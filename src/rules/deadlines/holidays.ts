/** Days on which a holiday falls. Lunar holidays by table; a test compares it with an independent lunar calendar. */

/** Holidays with a fixed day of the solar calendar, as `MMDD`. */
export const solarHolidays: Readonly<Record<string, string>> = {
  "元旦": "0101", "五一": "0501", "劳动节": "0501", "国庆": "1001", "国庆节": "1001",
};

/** First year of the lunar tables. */
export const lunarFrom = 2000;

const table = (days: string): readonly string[] => days.split(" ");

/** Solar days (`MMDD`) of lunar new year, of the fifth of the fifth and of the fifteenth of the eighth month, from 2000 to 2050. */
export const lunarTables = {
  spring: table(
    "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 " +
      "0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212 0201 0122 0210 0130 0217 0206 0126 0214 0202 0123",
  ),
  dragon: table(
    "0606 0625 0615 0604 0622 0611 0531 0619 0608 0528 0616 0606 0623 0612 0602 0620 0609 0530 0618 0607 0625 0614 0603 0622 0610 0531 " +
      "0619 0609 0528 0616 0605 0624 0612 0601 0620 0610 0530 0618 0607 0527 0614 0603 0622 0611 0531 0619 0608 0529 0615 0604 0623",
  ),
  moon: table(
    "0912 1001 0921 0911 0928 0918 1006 0925 0914 1003 0922 0912 0930 0919 0908 0927 0915 1004 0924 0913 1001 0921 0910 0929 0917 1006 " +
      "0925 0915 1003 0922 0912 1001 0919 0908 0927 0916 1004 0924 0913 1002 0920 0910 0928 0917 1005 0925 0915 1004 0922 0911 0930",
  ),
} as const;

/** Lunar holidays: which table, and how many days after its day. */
export const lunarHolidays: Readonly<Record<string, { readonly table: keyof typeof lunarTables; readonly after: number }>> = {
  "春节": { table: "spring", after: 0 },
  "除夕": { table: "spring", after: -1 },
  "元宵": { table: "spring", after: 14 },
  "元宵节": { table: "spring", after: 14 },
  "端午": { table: "dragon", after: 0 },
  "端午节": { table: "dragon", after: 0 },
  "中秋": { table: "moon", after: 0 },
  "中秋节": { table: "moon", after: 0 },
};
