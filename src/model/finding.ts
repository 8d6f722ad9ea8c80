/**
 * Every finding the program can make: its code, severity, parameters, and its sentence in Chinese and English.
 *
 * The half of a code before the slash names the stage or the matter. `{name}` in a sentence is a parameter;
 * `{actual}` stands for the printed words of the diagnostic. Codes are part of the public contract: a code keeps its meaning.
 */

import { englishFormats } from "./format-names.ts";
import { lineageFindings } from "./lineage-findings.ts";
import { ocrFindings } from "./ocr-findings.ts";
import { officeFindings } from "./office-findings.ts";
import { reasonInChinese } from "./reason-words.ts";
import { tableFindings } from "./table-findings.ts";

/** How bad a finding is: `error` = something was not read; `warning` = a person should look; `info` = said for the record. */
export type Severity = "error" | "warning" | "info";

export interface Finding {
  readonly severity: Severity;
  /** Names of the parameters that the sentences use. */
  readonly params: readonly string[];
  readonly zh: string;
  readonly en: string;
}

export const findings = {
  "input/empty": { severity: "error", params: [], zh: "文件是空的，没有可读的内容。", en: "The file is empty; there is nothing to read." },
  "input/not-found": { severity: "error", params: ["name"], zh: "找不到文件“{name}”。", en: "There is no file “{name}”." },
  "input/no-match": { severity: "error", params: ["name"], zh: "没有文件符合通配符“{name}”。", en: "No file matches the pattern “{name}”." },
  "input/changed": { severity: "error", params: ["name"], zh: "“{name}”放入队列之后改动过，没有按旧的键写出结果；重新放入（fengong queue reconcile）即可。", en: "“{name}” changed after it was put into the queue; no result was written under the old key. Put it in again (fengong queue reconcile)." },
  "input/directory": { severity: "error", params: ["name"], zh: "“{name}”是文件夹，不是文件；成批读取请用 fengong batch，合为一份通知请加 --together。", en: "“{name}” is a directory, not a file; fengong batch reads all of it, --together reads it as one notice." },
  "input/permission": { severity: "error", params: ["name"], zh: "没有权限读取“{name}”。", en: "No permission to read “{name}”." },
  "input/special": { severity: "error", params: ["name"], zh: "“{name}”是设备、管道或套接字，不是普通文件；请改用 - 从标准输入读取。", en: "“{name}” is a device, pipe or socket, not a regular file; use - to read from standard input." },
  "input/unreadable": { severity: "error", params: ["name", "reason"], zh: "无法读取“{name}”（{reason}）。", en: "“{name}” cannot be read ({reason})." },
  "input/unknown-format": { severity: "error", params: [], zh: "认不出文件格式。", en: "The format of the file is not recognised." },
  "input/unsupported-format": { severity: "error", params: ["format"], zh: "文件是{format}格式，本版本还不能读取；请在 WPS 或 Word 里另存为 DOCX 或 PDF。", en: "The file is {format}; this version cannot read that format yet; save it as DOCX or PDF in WPS or Word." },
  "input/own-result": { severity: "error", params: [], zh: "这是 fengong 的读取结果，不是通知；要从结果得到表格、报告或日历，用 fengong export。", en: "This is a result of fengong, not a notice; fengong export makes tables, reports and calendars from results." },
  "input/no-result": { severity: "error", params: ["line", "reason"], zh: "第{line}行不是 fengong 的读取结果（{reason}），没有采用；通知先用 fengong parse 或 batch 读取。", en: "Line {line} is no result of fengong ({reason}) and was left out; fengong parse or batch reads notices first." },
  "input/name-differs": { severity: "info", params: ["extension", "format"], zh: "文件扩展名是“{extension}”，内容其实是{format}；已按内容读取。", en: "The file is named “{extension}” but holds {format}; it was read by its content." },
  "input/too-deep": { severity: "error", params: ["name"], zh: "“{name}”的路径太长（文件夹层数太多），系统打不开。", en: "The path of “{name}” is too long for the system (too many folders in each other)." },
  "input/link-outside": { severity: "error", params: ["name"], zh: "“{name}”是链接，指向所给文件夹之外，没有读；要读请加 --follow-links。", en: "“{name}” is a link that leads outside of the folder that was named; it was not read. --follow-links reads it." },
  "input/outside": {
    severity: "error",
    params: ["name", "entry"],
    zh: "清单第{entry}条没有读（“{name}”）：清单只能用相对路径（用 /）指明文件夹之内的文件，不能借链接出去。",
    en: "Entry {entry} of the manifest was not read (“{name}”): a manifest names files inside its folder by relative paths with /, and by no link that leads out.",
  },
  "input/manifest-twice": {
    severity: "warning",
    params: ["name", "entries"],
    zh: "清单里“{name}”写了不止一次（第{entries}条）；采用第一条。",
    en: "The manifest has “{name}” more than once (entries {entries}); the first one holds.",
  },
  "input/list-loop": {
    severity: "error",
    params: ["name", "chain"],
    zh: "清单“{name}”指向自己（{chain}），这一处没有再读。",
    en: "The list “{name}” names itself ({chain}); it was not read again there.",
  },
  "input/list-unreadable": { severity: "error", params: ["name", "reason"], zh: "读不了清单“{name}”（{reason}）。", en: "The list “{name}” cannot be read ({reason})." },
  "input/whole-machine": {
    severity: "error",
    params: ["name"],
    zh: "“{name}”要找遍整台机器，没有做；请写明从哪个文件夹找起。",
    en: "“{name}” asks for the whole machine, which was not searched; name the folder to begin at.",
  },
  "limit/entries": {
    severity: "error",
    params: ["name", "limit"],
    zh: "看过的文件和文件夹已到{limit}个，“{name}”里其余的没有看；请分几次读。",
    en: "{limit} files and folders were looked at; the rest of “{name}” was not. Read it in several parts.",
  },
  "input/name-bytes": {
    severity: "info",
    params: ["name", "bytes"],
    zh: "文件名不是 UTF-8，字节是“{bytes}”，写作“{name}”。",
    en: "The name of the file is no UTF-8; its bytes are “{bytes}”, and it is called “{name}”.",
  },
  "input/passed-by-name": { severity: "info", params: [], zh: "从名字看不是文档，略过。", en: "Passed over: its name says that it is no document." },
  "input/passed-by-content": { severity: "info", params: ["format"], zh: "内容是{format}，名字也不像文档，略过。", en: "Passed over: it holds {format}, and its name is not that of a document." },
  "input/passed-link": { severity: "info", params: [], zh: "是链接，指向的文件夹已在所给文件夹之内，略过。", en: "Passed over: a link to a folder that is inside of the one that was named." },
  "input/passed-dataset": { severity: "info", params: [], zh: "是本程序建立的数据集，不是来源，略过；要读就直接写它的名字。", en: "Passed over: a dataset that this program built, and no source; name it to have it read." },
  "limit/bytes": { severity: "error", params: ["bytes", "limit"], zh: "文件有{bytes}字节，超过上限{limit}字节，未读取。", en: "The file has {bytes} bytes, more than the limit of {limit}; it was not read." },
  "limit/time": { severity: "error", params: ["milliseconds"], zh: "处理超过时限{milliseconds}毫秒，已停止。", en: "Reading took longer than {milliseconds} ms and was stopped." },
  "limit/stall": {
    severity: "error",
    params: ["milliseconds"],
    zh: "处理停滞{milliseconds}毫秒没有进展，已停止。",
    en: "Reading made no progress for {milliseconds} ms and was stopped.",
  },
  "limit/killed": {
    severity: "error",
    params: ["times"],
    zh: "读取进程被外部终止{times}次（可能是系统内存不足），未读取。",
    en: "The reading process was ended from outside {times} times (the system may be short of memory); the file was not read.",
  },
  "limit/memory": { severity: "error", params: ["megabytes"], zh: "处理所需内存超过{megabytes}兆字节，已停止。", en: "Reading needed more than {megabytes} MB of memory and was stopped." },
  "limit/depth": { severity: "error", params: ["limit"], zh: "内容嵌套超过{limit}层，未读取。", en: "The content is nested more than {limit} levels deep; it was not read." },
  "limit/cells": { severity: "error", params: ["limit"], zh: "表格单元格超过{limit}个，超出部分未读取。", en: "A table has more than {limit} cells; the rest was not read." },
  "limit/sheet-characters": { severity: "error", params: ["limit"], zh: "工作簿文字超过{limit}个字符，超出部分未读取。", en: "The words of the workbook are more than {limit} characters; the rest was not read." },
  "limit/result": {
    severity: "error",
    params: ["limit", "shortened", "left"],
    zh: "结果超过{limit}个字符：重复的长文字只在第一次出现时写全，过长的列表截短（共{shortened}处）；另有{left}项没有写出。",
    en: "The result is longer than {limit} characters: long words that repeat are written in full only once and long lists are cut ({shortened} times); {left} entries are left out.",
  },
  "input/bad-request": { severity: "error", params: ["reason"], zh: "这一行不是可用的请求（{reason}）。", en: "This line is no request that can be answered ({reason})." },
  "dataset/failed-reading": { severity: "error", params: ["reason"], zh: "这份来源读不出通知（{reason}），没有公布。", en: "Nothing could be read of this source ({reason}); it is not published." },
  "dataset/lost-notice": {
    severity: "error",
    params: ["notice", "item"],
    zh: "“{item}”原是通知“{notice}”，现在读出的不是它（可能是出错页、登录页或另一份文件）。",
    en: "“{item}” was the notice “{notice}” and is not it any more (an error page, a log-in, or another document).",
  },
  "dataset/shrunk-notice": {
    severity: "error",
    params: ["notice", "gone", "of"],
    zh: "通知“{notice}”的{of}项任务一次少了{gone}项，请核对来源是否完整。",
    en: "{gone} of the {of} tasks of “{notice}” are gone at once; please check whether its source is whole.",
  },
  "dataset/lost-source": {
    severity: "error",
    params: ["notice", "item"],
    zh: "“{item}”原是通知“{notice}”的一个来源，现在读出的不是它；通知还有别的来源。",
    en: "“{item}” was a source of the notice “{notice}” and is not any more; other sources still say the notice.",
  },
  "dataset/kept-reading": {
    severity: "warning",
    params: ["notice", "item", "reason", "version"],
    zh: "“{item}”这一次读不了（{reason}）；通知“{notice}”保持 {version} 版的内容，下次重读。",
    en: "“{item}” could not be read this time ({reason}); the notice “{notice}” stays as in version {version}, and is read again by the next build.",
  },
  "dataset/override-refused": { severity: "warning", params: ["field", "reason"], zh: "人工更正没有采用（{field}）：{reason}。", en: "A correction was not applied ({field}): {reason}." },
  "dataset/sources-disagree": {
    severity: "warning",
    params: ["field", "chosen", "own", "other"],
    zh: "同一份通知的两个来源不一致（{field}）：所采用的“{chosen}”是“{own}”，这一份是“{other}”。",
    en: "Two sources of one notice differ ({field}): the chosen one, “{chosen}”, says “{own}”; this one says “{other}”.",
  },
  "dataset/more-disagreements": { severity: "warning", params: ["count", "chosen"], zh: "与所采用的“{chosen}”另有{count}处不一致。", en: "{count} more differences from the chosen source, “{chosen}”." },
  "dataset/duplicate-task": { severity: "warning", params: ["occurrence"], zh: "编号和开头文字相同的任务第{occurrence}次出现，标识按出现次序区分：“{actual}”。", en: "A task with the same number and opening words appears for time {occurrence}; its id tells them apart by their order: “{actual}”." },
  "dataset/override-stale": {
    severity: "warning",
    params: ["field", "expected", "found"],
    zh: "人工更正没有采用：“{field}”现在读出的是“{found}”，不再是更正时的“{expected}”，请重新核对。",
    en: "A correction was not applied: {field} now reads “{found}”, no longer “{expected}” as when it was made; please check again.",
  },
  "dataset/override-unknown": { severity: "warning", params: ["id", "field"], zh: "人工更正没有用上：没有标识为“{id}”的任务或通知（{field}）。", en: "A correction found no task or notice with the id “{id}” ({field})." },
  "dataset/override-rekeyed": { severity: "info", params: ["old", "id"], zh: "人工更正所指的标识“{old}”已变为“{id}”，已照用；请更新更正文件。", en: "A correction names the id “{old}”, which has become “{id}”; it was applied. Please update the file." },
  "dataset/lookup-unused": { severity: "info", params: ["row"], zh: "单位名称对照表中没有用到的行：{row}。", en: "A row of the lookups that no notice used: {row}." },
  "dataset/masked": { severity: "info", params: ["rule", "field", "count"], zh: "{field}中有{count}处号码（{rule}）已遮盖。", en: "{count} numbers ({rule}) in {field} were masked." },
  "output/unwritable": { severity: "error", params: ["name", "reason"], zh: "无法写入“{name}”（{reason}）。", en: "“{name}” cannot be written ({reason})." },
  "output/link-outside": {
    severity: "error",
    params: ["name"],
    zh: "没有写“{name}”：输出文件夹里有链接通向外面。",
    en: "“{name}” was not written: a link in the output folder leads outside.",
  },
  "output/name-shortened": { severity: "info", params: ["name"], zh: "输出文件名过长，已缩短为“{name}”。", en: "The name of the output was too long; it was shortened to “{name}”." },
  "machine/disk-full": { severity: "error", params: ["name", "reason"], zh: "磁盘已满，写不了“{name}”（{reason}）；已完成的都在，腾出空间后再运行一次即可。", en: "The disk is full: “{name}” cannot be written ({reason}). What was finished stands; make room and run it again." },
  "machine/quota": { severity: "error", params: ["name", "reason"], zh: "磁盘配额已用完，写不了“{name}”（{reason}）；已完成的都在，腾出空间后再运行一次即可。", en: "The disk quota is used up: “{name}” cannot be written ({reason}). What was finished stands; make room and run it again." },
  "machine/short-write": { severity: "error", params: ["name", "reason"], zh: "写入“{name}”的字节不全（{reason}），没有采用；已完成的都在，请检查磁盘后再运行一次。", en: "Not all bytes of “{name}” arrived on the disk ({reason}); it was not put in place. What was finished stands; check the disk and run it again." },
  "machine/file-size": { severity: "error", params: ["name", "reason"], zh: "文件“{name}”超过本机允许的大小（{reason}，见 ulimit -f），没有写入。", en: "“{name}” is larger than a file may be on this machine ({reason}, see ulimit -f); it was not written." },
  "machine/open-files": { severity: "error", params: ["name", "reason"], zh: "打开的文件已到本机上限（{reason}，见 ulimit -n），打不开“{name}”；请提高上限或减少 --jobs。", en: "The machine allows no more open files ({reason}, see ulimit -n): “{name}” cannot be opened; raise the limit or lower --jobs." },
  "machine/processes": { severity: "error", params: ["name", "reason"], zh: "进程数已到本机上限（{reason}，见 ulimit -u），无法启动“{name}”。", en: "The machine allows no more processes ({reason}, see ulimit -u): “{name}” cannot be started." },
  "machine/memory": { severity: "error", params: ["name", "reason"], zh: "本机内存不足（{reason}）：“{name}”。", en: "The machine is short of memory ({reason}): “{name}”." },
  "machine/read-only": { severity: "error", params: ["name", "reason"], zh: "文件系统是只读的，写不了“{name}”（{reason}）。", en: "The file system is read-only: “{name}” cannot be written ({reason})." },
  "machine/no-folder": { severity: "error", params: ["name", "reason"], zh: "当前文件夹已经不在了（被删除，或所在的共享断开了），找不到“{name}”（{reason}）；请换到一个在的文件夹再运行。", en: "The folder you are in is gone (removed, or its share was lost), so “{name}” is not found ({reason}); change to one that is there and run again." },
  "machine/permission": { severity: "error", params: ["name", "reason"], zh: "没有权限：“{name}”（{reason}）。", en: "No permission: “{name}” ({reason})." },
  "machine/address": { severity: "error", params: ["name", "reason"], zh: "不能在“{name}”上监听（{reason}）：端口已被占用，或地址不是本机的；请换 --port 或 --host。", en: "“{name}” cannot be listened on ({reason}): the port is taken, or the address is none of this machine; name another --port or --host." },
  "machine/disk-fault": { severity: "error", params: ["name", "reason"], zh: "磁盘出错，读写不了“{name}”（{reason}）；请检查磁盘后再运行一次。", en: "The disk fails: “{name}” cannot be read or written ({reason}); check the disk and run it again." },
  "internal/crash": { severity: "error", params: ["reason"], zh: "程序出错（{reason}），这是本程序的缺陷，请报告。", en: "The program failed ({reason}). This is a defect of the program; please report it." },
  "html/charset-lied": {
    severity: "warning",
    params: ["declared", "used"],
    zh: "网页声明的编码是{declared}，实际是{used}；已按实际编码读取。",
    en: "The page declares {declared} but is written in {used}; it was read as {used}.",
  },
  "html/charset-damaged": {
    severity: "warning",
    params: ["charset", "count"],
    zh: "按{charset}读取时有{count}处字节无法解码。",
    en: "{count} byte sequences could not be decoded as {charset}.",
  },
  "words/hidden": { severity: "info", params: ["count"], zh: "有{count}个看不见的字，未读取：“{actual}”。", en: "{count} characters that nobody sees were left out: “{actual}”." },
  "words/shown-by-script": { severity: "info", params: ["count"], zh: "有{count}个字要等网页脚本运行或点开后才显示，已读取；开头是“{actual}”。", en: "{count} characters show only when a script runs or a reader opens them; they were read, beginning with “{actual}”." },
  "words/struck": { severity: "warning", params: ["count"], zh: "有{count}个字加了删除线，未计入：“{actual}”。", en: "{count} characters are struck out and were left out: “{actual}”." },
  "words/prompt": { severity: "info", params: ["count"], zh: "没有填写的内容控件只显示占位提示，共{count}个字，未计入：“{actual}”。", en: "{count} characters of prompts in content controls that were left empty were left out: “{actual}”." },
  "words/raised-mark": { severity: "info", params: ["count"], zh: "有{count}个字符是上标的注码，未计入正文：“{actual}”。", en: "{count} raised characters are marks of notes, no part of the words before them: “{actual}”." },
  "words/escaped-twice": { severity: "info", params: ["count"], zh: "有{count}处标记或实体被转义了两次，已还原：“{actual}”。", en: "{count} tags or entities were escaped twice; they were decoded: “{actual}”." },
  "html/no-text": { severity: "error", params: [], zh: "网页没有可读的文字。", en: "The page holds no readable text." },
  "picture/not-read": { severity: "warning", params: ["count"], zh: "有{count}幅大幅图片，图中的文字没有读取。", en: "{count} large pictures stand here; words in them were not read." },
  "file/not-read": { severity: "warning", params: ["count"], zh: "内容在内嵌的另一个文件里（{count}个），没有读取：“{actual}”。", en: "{count} other files are shown or embedded here and were not read: “{actual}”." },
  "input/encrypted": { severity: "error", params: [], zh: "文件有密码保护，无法读取；请先用 Word 或 WPS 去掉密码。", en: "The file is protected by a password and cannot be read; remove the password first." },
  ...officeFindings,
  ...lineageFindings,
  ...ocrFindings,
  "limit/elements": { severity: "error", params: ["limit"], zh: "文档的元素超过{limit}个，未读取。", en: "The document has more than {limit} elements; it was not read." },
  "text/no-text": { severity: "error", params: [], zh: "文本里没有可读的文字。", en: "The text holds nothing to read." },
  "text/charset-lied": { severity: "warning", params: ["declared", "used"], zh: "文本标明的编码是{declared}，实际是{used}；已按实际编码读取。", en: "The text says that it is {declared} but is written in {used}; it was read as {used}." },
  "text/charset-damaged": {
    severity: "warning",
    params: ["charset", "count"],
    zh: "按{charset}读取文本时有{count}处字节无法解码。",
    en: "{count} byte sequences of the text could not be decoded as {charset}.",
  },
  "text/stray-tags": { severity: "info", params: ["count"], zh: "文本里残留{count}处标记（如<p>），只当作分段。", en: "{count} tags (such as <p>) are left in the text; they were read as paragraph ends only." },
  "text/cells-as-lines": {
    severity: "warning",
    params: [],
    zh: "此处有表头各占一行，其下各行不能还原成表格的行，内容按正文保留，未作为任务读取。",
    en: "The heads of a table stand on lines of their own here, and the lines below fall into no rows: they are kept as text, and no task was read of them.",
  },
  "text/columns-inferred": {
    severity: "info",
    params: ["parts"],
    zh: "文本表格各页列数或表头位置不一（共{parts}段），已按内容对齐各列。",
    en: "The columns of the table differ over its {parts} parts or from their header; they were told by what stands in them.",
  },
  "text/blank-joined": { severity: "info", params: ["count"], zh: "文本表格有{count}个空白的单位或时限单元格，按与上方合并处理。", en: "{count} blank unit or deadline cells of the table were read as merged with the cell above." },
  "pdf/encrypted": { severity: "error", params: [], zh: "PDF 需要口令才能打开，未读取。", en: "The PDF opens with a password only; it was not read." },
  "pdf/damaged": { severity: "error", params: [], zh: "PDF 已损坏，无法打开。", en: "The PDF is damaged and cannot be opened." },
  "pdf/no-pages": { severity: "error", params: [], zh: "PDF 没有页面。", en: "The PDF has no pages." },
  "pdf/no-text": { severity: "error", params: [], zh: "PDF 没有可读的文字。", en: "The PDF holds no readable text." },
  "pdf/damaged-page": { severity: "error", params: ["page"], zh: "第{page}页已损坏，未读取。", en: "Page {page} is damaged; it was not read." },
  "pdf/damaged-contents": { severity: "error", params: ["page"], zh: "第{page}页有一部分已损坏，未读取。", en: "Part of page {page} is damaged; it was not read." },
  "pdf/damaged-font": { severity: "error", params: ["page"], zh: "第{page}页用到的字体缺失或已损坏，用它写的文字未读取或可能有误。", en: "A font of page {page} is missing or damaged; what is written in it was not read or may be wrong." },
  "pdf/damaged-data": { severity: "error", params: ["count", "objects"], zh: "PDF 有{count}处压缩数据已损坏（对象 {objects}），读出的内容可能不全或有误。", en: "{count} packed parts of the PDF are damaged (objects {objects}); what was read of them may lack words or be wrong." },
  "pdf/altered-data": { severity: "warning", params: ["count", "objects"], zh: "PDF 有{count}处压缩数据与校验和不符（对象 {objects}），读出的内容可能有误。", en: "{count} packed parts of the PDF do not match their checksums (objects {objects}); what was read of them may be wrong." },
  "pdf/needs-ocr": { severity: "error", params: ["page"], zh: "第{page}页是图像，没有可用的文字，需要先做文字识别（OCR）。", en: "Page {page} is an image without usable text; it needs optical character recognition first." },
  "pdf/ocr-layer": {
    severity: "warning",
    params: ["page"],
    zh: "第{page}页是图像，文字是别的程序识别出来的一层，可能有错字、漏字。",
    en: "Page {page} is an image; its words are a layer that another program recognised, and may be wrong or missing.",
  },
  "pdf/no-mapping": {
    severity: "error",
    params: ["page", "count"],
    zh: "第{page}页有{count}个字的字体没有编码对照，无法知道是什么字，以“\ufffd”代替。",
    en: "Page {page} has {count} characters in fonts without a map to Unicode; nobody can tell which, and “\ufffd” stands for each.",
  },
  "pdf/repaired-encoding": { severity: "info", params: ["page", "count"], zh: "第{page}页有{count}个汉字被存成西文字符，已还原。", en: "Page {page} held {count} Chinese characters as Western letters; they were restored." },
  "pdf/package": {
    severity: "error",
    params: ["count", "names"],
    zh: "这是一个 PDF 文件包，内有{count}个文件未读取：{names}。请取出后分别读取。",
    en: "This PDF is a package; the {count} files inside were not read: {names}. Take them out and read each.",
  },
  "pdf/embedded-files": { severity: "warning", params: ["count", "names"], zh: "PDF 内嵌{count}个文件，未读取：{names}。", en: "The PDF holds {count} embedded files that were not read: {names}." },
  "pdf/comments": { severity: "info", params: ["page", "count"], zh: "第{page}页有{count}条批注，不是正文，未读取：“{actual}”。", en: "Page {page} has {count} comments, which are no words of the page and were not read: “{actual}”." },
  "pdf/other-annotations": { severity: "warning", params: ["page", "kinds"], zh: "第{page}页有未读取的注释：{kinds}。", en: "Page {page} has annotations that were not read: {kinds}." },
  "pdf/other-actual-text": { severity: "warning", params: ["page", "count"], zh: "第{page}页有{count}处替换文字（ActualText）与画出的字不同，以画出的字为准。", en: "Page {page} holds {count} replacement texts (ActualText) that differ from what is drawn; what is drawn was read." },
  "pdf/restored-numbers": { severity: "warning", params: ["page", "count"], zh: "第{page}页有{count}个字存成了字形编号，已按字体的字序推算还原，请核对。", en: "Page {page} held {count} characters as glyph numbers; they were restored from the order of the font and should be checked." },
  "pdf/hidden-text": { severity: "info", params: ["page", "count"], zh: "第{page}页有{count}个看不见的字，未读取：“{actual}”。", en: "Page {page} holds {count} characters that nobody sees; they were not read: “{actual}”." },
  "pdf/cut-text": {
    severity: "warning",
    params: ["page", "count"],
    zh: "第{page}页有文字被裁切或超出纸张，其中{count}个字看不见，未读取：“{actual}”。",
    en: "Words of page {page} are cut by a clip or the edge of the paper; {count} characters of them are not to be seen and were not read: “{actual}”.",
  },
  "pdf/struck-text": { severity: "warning", params: ["page", "count"], zh: "第{page}页有{count}个字被划掉，未计入：“{actual}”。", en: "{count} characters of page {page} are struck through and were kept apart: “{actual}”." },
  "pdf/column-order": { severity: "warning", params: ["page"], zh: "第{page}页有竖排文字，各列先后无法确定，已从右到左读取，请核对。", en: "Page {page} has vertical text whose columns stand in an order that nobody can be sure of; they were read from right to left; please check." },
  "pdf/too-many-pages": { severity: "error", params: ["pages", "limit"], zh: "PDF 有{pages}页，只读取了前{limit}页。", en: "The PDF has {pages} pages; only the first {limit} were read." },
  "pdf/too-many-characters": { severity: "error", params: ["limit"], zh: "一页的文字超过{limit}个，超出部分未读取。", en: "A page has more than {limit} characters; the rest was not read." },
  "pdf/too-many-lines": { severity: "warning", params: ["page"], zh: "第{page}页线条过多，未按表格读取。", en: "Page {page} has too many ruling lines; no table was read on it." },
  "pdf/page-too-long": { severity: "error", params: ["page", "limit"], zh: "第{page}页未读完：该页（或连同前面各页）绘制的内容过多（以{limit}条绘制指令或同等工作量为限）。", en: "Page {page} was read in part: it draws too much, alone or with the pages before it (the limit is {limit} operators, or what costs as much)." },
  ...tableFindings,
  "segment/unclaimed-text": { severity: "warning", params: [], zh: "这段文字未归入任何字段：“{actual}”。", en: "This text was not assigned to any field: “{actual}”." },
  "segment/claimed-twice": { severity: "error", params: ["first", "second"], zh: "同一段文字被归入两处（{first}、{second}）：“{actual}”。", en: "The same text was assigned twice ({first}, {second}): “{actual}”." },
  "segment/doubtful-genre": {
    severity: "warning",
    params: ["count"],
    zh: "这份文件看不出是分工通知，{count}项任务只凭写明的单位或时限认定，请核对。",
    en: "Nothing shows that this document is a notice that allocates; its {count} tasks were taken by the units or deadlines printed with them. Please check.",
  },
  "segment/untold-allocation": {
    severity: "warning",
    params: ["count"],
    zh: "文中有{count}处写了由谁做什么（第一处：“{actual}”），没有读成任务，请核对。",
    en: "{count} sentences say who does what (the first: “{actual}”); no task was read of them. Please check.",
  },
  "segment/no-task": { severity: "info", params: [], zh: "没有找到分工任务。", en: "No allocated task was found." },
  "task/number-jump": { severity: "info", params: ["from", "to"], zh: "任务编号从{from}跳到{to}。", en: "The running number jumps from {from} to {to}." },
  "task/number-repeated": { severity: "info", params: ["number"], zh: "任务编号{number}重复出现。", en: "The running number {number} is printed more than once." },
  "task/empty-text": { severity: "warning", params: [], zh: "这一项没有任务内容。", en: "This item has no words that say what to do." },
  "notice/tasks-elsewhere": { severity: "warning", params: ["attachments"], zh: "任务写在附件里（{attachments}），附件没有一并提供，所以没有读出任务。", en: "The tasks stand in attachments that were not given (“{attachments}”); no task was read." },
  "task/doer-missing": { severity: "warning", params: [], zh: "其他各项都写明了由谁承担，这一项没有找到承担单位，请核对。", en: "Nearly all other tasks say who does them; for this one nobody was found. Please check." },
  "task/several-allocations": { severity: "warning", params: ["label"], zh: "一项里“{label}”不止一处（{actual}），可能是几项任务合成了一项，请核对。", en: "“{label}” is printed more than once in one item ({actual}); it may be several tasks. Please check." },
  "task/told-twice": { severity: "warning", params: [], zh: "同一任务在正文和表格中都有，写法不同（正文另有：{actual}），以表格为准，请核对。", en: "A task stands in the text and in a table, and they differ (the text has {actual}); the table was taken. Please check." },
  "task/no-doer": { severity: "warning", params: ["count"], zh: "{count}项任务都没有写明由谁承担。", en: "None of the {count} tasks says who has to do it." },
  "task/weights": { severity: "warning", params: ["sum"], zh: "考评权重合计{sum}%，不是100%。", en: "The weights add up to {sum} %, not 100 %." },
  "deadline/unrecognized": { severity: "warning", params: [], zh: "没有规则能读懂完成时限“{actual}”。", en: "No rule reads the deadline “{actual}”." },
  "task/recognised-figures": {
    severity: "warning",
    params: ["page"],
    zh: "这一项读自第{page}页识别出来的文字，时限、序号、分值里的数字请对照原件。",
    en: "This was read from the recognised words of page {page}; please compare the figures of its times, number and weight with the original.",
  },
  "deadline/contradiction": { severity: "warning", params: ["dates"], zh: "同一任务有互相矛盾的时限：{dates}。", en: "The task names deadlines that contradict each other: {dates}." },
  "deadline/shared-cell": { severity: "info", params: ["count"], zh: "一个时限单元格供{count}项任务共用，已按顺序对应：“{actual}”。", en: "One deadline cell serves {count} tasks; its deadlines were given to them in order: “{actual}”." },
  "deadline/no-year": { severity: "warning", params: [], zh: "时限“{actual}”没有年份，文中也推不出年份。", en: "The deadline “{actual}” has no year, and the notice does not settle one." },
  "deadline/no-month": { severity: "warning", params: [], zh: "时限“{actual}”定不下是哪个月，没有给出日期。", en: "The deadline “{actual}” does not settle its month; no date was given." },
  "unit/unrecognized": { severity: "warning", params: [], zh: "责任单位栏里有读不懂的内容：“{actual}”。", en: "The unit column holds words that no rule reads: “{actual}”." },
  "unit/missing-separator": { severity: "info", params: ["units"], zh: "单位之间缺少顿号，已拆开：{units}。", en: "A separator between units is missing; they were split: {units}." },
  "unit/left-in-text": { severity: "warning", params: [], zh: "正文里留有写明承担单位的括号，没有读成责任单位：“{actual}”。", en: "A bracket that says who does it was left in the text and not read as units: “{actual}”." },
  "unit/blank-cell": { severity: "warning", params: [], zh: "责任单位一栏是空的。", en: "The cell for the responsible unit is blank." },
  "lookup/conflict": { severity: "error", params: ["rows"], zh: "对照表里有几行说法不一（{rows}），“{actual}”未按对照表处理。", en: "Rows of the lookups contradict each other ({rows}); “{actual}” was read without them." },
  "notice/title-missing": { severity: "warning", params: [], zh: "没有找到标题。", en: "No title was found." },
  "notice/number-repaired": { severity: "info", params: ["year", "serial"], zh: "文号“{actual}”缺一个括号，读作{year}年第{serial}号。", en: "The document number “{actual}” lacks a bracket; it was read as number {serial} of {year}." },
  "notice/sources-differ": { severity: "info", params: ["field", "values"], zh: "{field}在不同位置写法不一：{values}。", en: "The places that state {field} differ: {values}." },
  "notice/classified": { severity: "warning", params: ["mark"], zh: "文中有密级标志“{mark}”，公开前请核对。", en: "The text carries a classification mark “{mark}”; check before publishing." },
} as const satisfies Record<string, Finding>;

/** The code of a finding, for example `deadline/unrecognized`. */
export type FindingCode = keyof typeof findings;

/** The languages that findings speak. */
export type Language = "zh" | "en";

/** The sentence of a finding in one language, its parameters filled in. */
export function sentence(code: FindingCode, params: Readonly<Record<string, string>>, actual: string | null, language: Language = "zh"): string {
  return findings[code][language].replace(/\{(\w+)\}/gu, (_, name: string) => (name === "actual" ? (actual ?? "") : valueWords(name, params[name] ?? "", language)));
}

/** A parameter in the language of its sentence; printed words and names are what they are. */
function valueWords(name: string, value: string, language: Language): string {
  if (name === "reason") return reasonWords(value, language);
  return name === "format" && language === "en" ? (englishFormats[value] ?? value) : value;
}

/** A reason in words: the sentence of a finding for its code, what libraries and the system say in one language. */
export function reasonWords(reason: string, language: Language): string {
  const known: Finding | undefined = Object.hasOwn(findings, reason) ? findings[reason as FindingCode] : undefined;
  if (known !== undefined && known.params.length === 0 && !known[language].includes("{")) return `${known[language].replace(/[。.]$/u, "")}${language === "zh" ? "，" : ", "}${reason}`;
  return language === "zh" ? reasonInChinese(reason) : reason;
}
