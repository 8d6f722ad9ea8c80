/** Control words of RTF that a reader of text needs. All others are passed over, as the format asks. */
import type { MarginPart } from "../doc/sections.ts";
import { readLabel, readObject, readPicture, readTime } from "./embedded.ts";
import { encodingOfPage } from "./encodings.ts";
import type { Control, ControlTable, ControlWork } from "./reader.ts";
import { endCell, openRow } from "./row.ts";
import { plain, plainParagraph, type State } from "./state.ts";

type Work = ControlWork;

const skipped = [
  "colortbl", "filetbl", "nonshppict", "nonesttables", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "tcn", "rxe", "annotation", "atnid", "atnauthor",
  "atnref", "atnicn", "atntime", "atndate", "atnparent", "atrfstart", "atrfend", "pn", "pnseclvl", "result", "shprslt", "mmathPict", "objdata", "template", "bkmkstart", "bkmkend",
  "picprop", "blipuid", "falt", "panose", "background", "formfield", "datafield", "listname", "listpicture", "liststylename", "keycode", "userprops", "docvar", "private", "buptim", "printim",
];

const margin = (kind: MarginPart["kind"], use: MarginPart["use"]): Work => (reader) => { reader.openStory(() => { reader.parts.openMargin(kind, use); }); };
const box: Work = (reader) => { reader.openStory(() => { reader.parts.openBox(reader.state); }); };
const quiet: Work = (reader) => { reader.direct("quiet"); };
const property = (name: string): Work => (reader) => {
  reader.direct("property", (words) => { if (words.trim() !== "") reader.parts.tree.words(reader.parts.properties, name, words.trim()); });
};

/** Groups by their first word: what they hold goes elsewhere, or is passed over. */
const destinations: Readonly<Record<string, Work | "skip">> = {
  ...Object.fromEntries(skipped.map((name) => [name, "skip"] as const)),
  fonttbl: (reader) => { reader.direct("fonts"); },
  stylesheet: (reader) => { reader.direct("styles"); },
  info: (reader) => { reader.direct("info"); },
  title: property("dc:title"), subject: property("dc:subject"), author: property("dc:creator"), keywords: property("cp:keywords"), doccomm: property("dc:description"), operator: property("cp:lastModifiedBy"),
  manager: quiet, company: quiet, category: quiet, hlinkbase: quiet, comment: quiet,
  creatim: (reader) => { readTime(reader, "dcterms:created"); },
  revtim: (reader) => { readTime(reader, "dcterms:modified"); },
  header: margin("header", "default"), headerr: margin("header", "default"), headerl: margin("header", "even"), headerf: margin("header", "first"),
  footer: margin("footer", "default"), footerr: margin("footer", "default"), footerl: margin("footer", "even"), footerf: margin("footer", "first"),
  footnote: (reader) => {
    const kind = reader.follows("ftnalt") ? "endnote" : "footnote";
    reader.openStory(() => { reader.parts.openNote(kind, reader.state); });
  },
  shptxt: box, dptxbxtext: box,
  shpinst: quiet, do: quiet, sp: quiet, sn: quiet, sv: quiet, levelnumbers: quiet,
  pict: readPicture,
  object: readObject,
  objclass: (reader) => { reader.direct("objectClass", (words) => { reader.objectClass = words.trim(); }); },
  field: (reader) => { reader.openField(); },
  fldinst: (reader) => { reader.direct("code"); },
  fldrslt: (reader) => { reader.openResult(); },
  listtext: readLabel,
  pntext: readLabel,
  listtable: (reader) => { reader.direct("lists"); },
  listoverridetable: (reader) => { reader.direct("lists"); },
  list: (reader) => {
    reader.parts.lists.openList();
    reader.atEnd(() => { reader.parts.lists.endList(); });
  },
  listoverride: (reader) => {
    reader.parts.lists.openOverride();
    reader.atEnd(() => { reader.parts.lists.endOverride(); });
  },
  listlevel: (reader) => { reader.parts.lists.openLevel(); },
  lfolevel: (reader) => { reader.parts.lists.openOverrideLevel(); },
  leveltext: (reader) => { reader.direct("levelText", (words) => { if (words !== "") reader.parts.lists.setText(words); }); },
  upr: (reader) => { reader.passGroup(); },
};

const on = (number: number | null): boolean => number !== 0;
const set = <K extends keyof State>(key: K, value: (number: number | null) => State[K]): Control => ({ does: ({ state }, number) => { state[key] = value(number); } });
const inText = (work: (reader: Parameters<ControlWork>[0]) => void): Control => ({ does: (reader) => { if (reader.state.destination === "text") work(reader); } });
const picture = (key: "width" | "height" | "goalWidth" | "goalHeight" | "scaleX" | "scaleY"): Control => ({ does: (reader, number) => { if (reader.picture !== null) reader.picture[key] = number ?? 0; } });
const time = (key: "year" | "month" | "day" | "hour" | "minute"): Control => ({ does: (reader, number) => { if (reader.time !== null) reader.time[key] = number ?? 0; } });
const encoding = (page: number): Control => ({ does: (reader) => { reader.encoding = encodingOfPage(page) ?? "windows-1252"; } });
const breakOf = (type: "continuous" | "nextColumn" | "nextPage" | "evenPage" | "oddPage"): Control => ({ does: ({ parts }) => { parts.section.type = type; } });
const across = (value: "restart" | "continue"): Control => ({ does: ({ row }) => { row.next.across = value; } });
const down = (value: "restart" | "continue"): Control => ({ does: ({ row }) => { row.next.down = value; } });
const lookThrough: Control = { destination: true };

/** Control words that change what holds, stand for words, or end something. */
const controls: Readonly<Record<string, Control>> = {
  ud: lookThrough, shppict: lookThrough, moMath: lookThrough, moMathPara: lookThrough,
  nesttableprops: { destination: true, does: ({ state }) => { state.nested = true; } },
  ansicpg: { does: (reader, number) => { reader.encoding = encodingOfPage(number ?? 0) ?? reader.encoding; } },
  mac: encoding(10000), pc: encoding(437), pca: encoding(850),
  deff: { does: (reader, number) => { reader.defaultFont = number; reader.state.font = number; } },
  uc: set("skip", (number) => Math.max(0, Math.min(number ?? 1, 100))),
  "~": { says: "\u00a0" }, _: { says: "-" }, emdash: { says: "—" }, endash: { says: "–" }, lquote: { says: "‘" }, rquote: { says: "’" }, ldblquote: { says: "“" }, rdblquote: { says: "”" },
  bullet: { says: "•" }, emspace: { says: "\u2003" }, enspace: { says: "\u2002" }, qmspace: { says: "\u2005" },
  tab: { does: (reader) => { reader.mark("w:tab"); } },
  line: { does: (reader) => { reader.mark("w:br"); } },
  lbr: { does: (reader) => { reader.mark("w:br"); } },
  page: { does: (reader) => { reader.mark("w:br", { "w:type": "page" }); } },
  column: { does: (reader) => { reader.mark("w:br", { "w:type": "column" }); } },
  chpgn: { does: (reader) => { reader.mark("w:fldSimple", { "w:instr": "PAGE" }); } },
  par: inText(({ parts, state }) => { parts.story.endParagraph(state); }),
  sect: inText(({ parts, state }) => { parts.endSection(state); }),
  cell: inText(({ parts, state }) => { parts.story.endCell(state, false); }),
  nestcell: inText(({ parts, state }) => { parts.story.endCell(state, true); }),
  row: { does: (reader) => { reader.endRow(false); } },
  nestrow: { does: (reader) => { reader.endRow(true); } },
  trowd: {
    does: (reader) => {
      if (reader.state.nested) reader.innerRow = openRow();
      else reader.outerRow = openRow();
    },
  },
  trleft: { does: ({ row }, number) => { row.left = number ?? 0; } },
  trhdr: { does: ({ row }) => { row.header = true; } },
  cellx: { does: (reader, number) => { endCell(reader.row, number ?? 0); } },
  clmgf: across("restart"), clmrg: across("continue"), clvmgf: down("restart"), clvmrg: down("continue"),
  pard: { does: ({ state }) => { plainParagraph(state); } },
  plain: { does: (reader) => { plain(reader.state, reader.defaultFont); } },
  intbl: set("inTable", on), itap: set("itap", (number) => Math.max(0, number ?? 1)),
  ls: { does: ({ state, parts }, number) => { if (state.destination === "lists") parts.lists.setNumber(number ?? 0); else state.list = number ?? 0; } },
  ilvl: set("level", (number) => Math.max(0, Math.min(number ?? 0, 8))),
  ql: set("align", () => "left"), qc: set("align", () => "center"), qr: set("align", () => "right"), qj: set("align", () => "both"), qd: set("align", () => "distribute"),
  outlinelevel: set("outline", (number) => number), pagebb: set("breakBefore", on),
  s: set("style", (number) => number ?? 0),
  cs: { destination: true, does: ({ state }, number) => { state.characterStyle = number; } },
  b: set("bold", on), v: set("hidden", on), deleted: set("deleted", on), revised: set("inserted", on),
  fs: set("size", (number) => number), strike: set("struck", on), striked: set("struck", on), super: set("position", () => "superscript"), sub: set("position", () => "subscript"), nosupersub: set("position", () => null),
  f: {
    does: ({ state, parts }, number) => {
      state.font = number;
      if (state.destination === "fonts") parts.fonts.open(number ?? 0);
      else if (state.chinese) state.chineseFont = number;
    },
  },
  af: { does: ({ state }, number) => { if (state.chinese) state.chineseFont = number; } },
  dbch: set("chinese", () => true), loch: set("chinese", () => false), hich: set("chinese", () => false),
  fcharset: { does: ({ state, parts }, number) => { if (state.destination === "fonts") parts.fonts.setCharset(number ?? 0); } },
  listid: { does: ({ parts }, number) => { parts.lists.setId(number ?? 0); } },
  levelnfc: { does: ({ parts }, number) => { parts.lists.setFormat(number ?? 0); } },
  levelnfcn: { does: ({ parts }, number) => { parts.lists.setFormat(number ?? 0); } },
  levelstartat: { does: ({ parts }, number) => { parts.lists.setStart(number ?? 1); } },
  sectd: { does: ({ parts }) => { parts.resetSection(); } },
  sbknone: breakOf("continuous"), sbkcol: breakOf("nextColumn"), sbkpage: breakOf("nextPage"), sbkeven: breakOf("evenPage"), sbkodd: breakOf("oddPage"),
  titlepg: { does: ({ parts }) => { parts.section.titlePage = true; } },
  facingp: { does: ({ parts }) => { parts.facing = true; } },
  pgwsxn: { does: ({ parts }, number) => { parts.section.width = number ?? 0; } }, pghsxn: { does: ({ parts }, number) => { parts.section.height = number ?? 0; } },
  paperw: { does: ({ parts }, number) => { parts.section.width = number ?? 0; } }, paperh: { does: ({ parts }, number) => { parts.section.height = number ?? 0; } },
  lndscpsxn: { does: ({ parts }) => { parts.section.landscape = true; } }, landscape: { does: ({ parts }) => { parts.section.landscape = true; } },
  picw: picture("width"), pich: picture("height"), picwgoal: picture("goalWidth"), pichgoal: picture("goalHeight"), picscalex: picture("scaleX"), picscaley: picture("scaleY"),
  yr: time("year"), mo: time("month"), dy: time("day"), hr: time("hour"), min: time("minute"),
};

/** All that are known. */
export const controlTable: ControlTable = { controls: new Map(Object.entries(controls)), destinations: new Map(Object.entries(destinations)) };
