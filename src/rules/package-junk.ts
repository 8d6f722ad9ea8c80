/** Members of archives that no person put there to be read. */
import type { PictureRow } from "./pictures.ts";

/** What systems and office programs leave in archives, programs, and what pages are made of. Path with slashes. */
export const junk: PictureRow = {
  id: "package-junk",
  pattern: /(?:^|\/)(?:__MACOSX\/.*|\.[^/]*(?:\/.*)?|~\$[^/]*|Thumbs\.db|desktop\.ini|[^/]*\.(?:exe|dll|com|scr|bat|cmd|msi|sh|ps1|jar|apk|lnk|url|torrent|js|css|ttf|otf|woff2?|mp3|mp4|avi|wmv|mov|tmp|bak|p7s))$/iu,
  examples: ["__MACOSX/._通知.docx", "通知/.DS_Store", "通知/~$附件1.docx", "Thumbs.db", "阅读器安装.exe", "网址.url", ".git/config", "smime.p7s"],
  not: ["通知.docx", "附件/附件1：任务分解表.xlsx", "扫描件.jpg", "exe/说明.docx", "关于.com域名的通知.pdf"],
};
