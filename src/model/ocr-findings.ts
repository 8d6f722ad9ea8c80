/** What can be said of pages that a program read in pictures. The sentences are as in `finding.ts`, which holds all findings. */
export const ocrFindings = {
  "picture/unreadable": { severity: "error", params: ["count"], zh: "有{count}幅图片解不开（已损坏，或是少见的压缩方式），没有读取；请另存为 JPEG、PNG 或 PDF。", en: "{count} pictures cannot be unpacked (damaged, or packed in a rare way) and were not read; save them as JPEG, PNG or PDF." },
  "ocr/page-read": { severity: "info", params: ["page", "engine", "count"], zh: "第{page}页是图像，{count}个字由文字识别（{engine}）读出。", en: "Page {page} is an image; its {count} characters were recognised by {engine}." },
  "ocr/page-turned": { severity: "info", params: ["page", "degrees"], zh: "第{page}页的图像是倒的或横的，已转{degrees}度读取。", en: "The image of page {page} lies on its side or head; it was turned by {degrees} degrees and read." },
  "ocr/uncertain": { severity: "warning", params: ["page", "count", "characters"], zh: "第{page}页有{count}个字识别没有把握：{characters}，见“{actual}”。", en: "{count} characters of page {page} were recognised without being sure: {characters}, in “{actual}”." },
  "ocr/gap": { severity: "warning", params: ["page", "count"], zh: "第{page}页有{count}处有墨迹没有认出字，可能漏了字，见“{actual}”。", en: "In {count} places of page {page} there is ink between characters that gave none; some may be missing in “{actual}”." },
  "ocr/unread": { severity: "error", params: ["page", "count"], zh: "第{page}页有{count}处墨迹没有认出文字，以“\ufffd”代替。", en: "{count} places of page {page} show ink that was not read; “\ufffd” stands for each." },
  "ocr/figure": { severity: "warning", params: ["what", "others"], zh: "{what}“{actual}”里的数字识别没有把握，没有采用；可能是：{others}。", en: "A figure of “{actual}” ({what}) was recognised without being sure, and it was not taken; it may be: {others}." },
  "ocr/unit-spelling": { severity: "warning", params: ["name", "other"], zh: "单位“{actual}”识别没有把握，按单位表应是“{other}”（{name}）；两种写法都保留。", en: "The unit “{actual}” was recognised without being sure; the tables know “{other}” ({name}). Both spellings are kept." },
  "ocr/grid-uncertain": { severity: "warning", params: ["page"], zh: "第{page}页的表格线不清楚，几种读法得出不同的表格，行列可能有误。", en: "The ruling lines of page {page} are not clear; ways of reading them give different tables, and rows or columns may be wrong." },
  "ocr/blank-page": { severity: "error", params: ["page"], zh: "第{page}页是图像，但解不出任何墨迹，没有读出内容。", en: "Page {page} is an image that shows no ink at all once unpacked; nothing was read of it." },
  "ocr/failed": { severity: "error", params: ["page", "reason"], zh: "第{page}页的文字识别没有成功（{reason}）。", en: "Recognising the characters of page {page} failed ({reason})." },
} as const;
