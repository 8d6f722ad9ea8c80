/** The look of the page. Colour never says anything alone: states have signs, marks have outlines. */
export const style = `:root{color-scheme:light dark;
--paper:light-dark(#fff,#15181c);--ground:light-dark(#f3f4f6,#0f1114);--raised:light-dark(#fff,#1c2026);--ink:light-dark(#1b1f24,#e4e7eb);--soft:light-dark(#57606a,#a5adb8);--line:light-dark(#d5d9de,#343a42);
--accent:light-dark(#0b57a4,#79b8ff);--accent-soft:light-dark(#e3effb,#18304a);--warn:light-dark(#8a4b00,#ffb454);--bad:light-dark(#a8201a,#ff8a80);--good:light-dark(#1a6b33,#7ee29b);--doubt:light-dark(#7a2f8f,#d9a6f0);
--row:light-dark(#1f6feb,#58a6ff);--value:light-dark(#b45309,#ffb454)}
*{box-sizing:border-box}
html,body{height:100%}
body{margin:0;display:grid;grid-template-columns:minmax(0,1fr);grid-template-rows:auto auto auto minmax(0,1fr) auto;background:var(--ground);color:var(--ink);font:15px/1.6 system-ui,"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:1.05rem;line-height:1.4;margin:0;font-weight:650;text-wrap:pretty}
h2{font-size:.8rem;letter-spacing:.06em;color:var(--soft);font-weight:600;margin:1.1rem 0 .4rem}
button,input,select,textarea{font:inherit;color:inherit}
button{cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.bar{grid-row:1;display:flex;gap:1rem 2rem;align-items:center;justify-content:space-between;flex-wrap:wrap;padding:.6rem 1rem;background:var(--raised);border-bottom:1px solid var(--line)}
.head{flex:1 1 24rem;min-width:0;max-width:100%}
.counts{margin:.15rem 0 0;color:var(--soft);font-size:.85rem;display:flex;flex-wrap:wrap;gap:.1rem 1rem}
.count b{color:var(--ink);font-weight:650}
.count[data-count=finding] b{color:var(--warn)}.count[data-count=confirmed] b{color:var(--good)}
.tools{display:flex;gap:.5rem;flex-wrap:wrap}
.tools input,.tools select,.tools button,dialog input,dialog textarea,dialog select{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.3rem .6rem;min-height:2.2rem}
.tools input{width:min(16rem,60vw)}
.tools button,.keys button,dialog button{background:var(--raised);border:1px solid var(--line);border-radius:6px;padding:.3rem .8rem}
.tools button:hover,.keys button:hover,dialog button:hover{border-color:var(--accent);color:var(--accent)}
#shelf{grid-row:2;background:var(--raised);border-bottom:1px solid var(--line);max-height:40vh;overflow:auto;padding:.4rem 1rem}
#shelf ol{list-style:none;margin:0;padding:0}
#shelf button{display:flex;gap:1rem;width:100%;border:0;background:none;text-align:start;padding:.35rem .4rem;border-radius:4px}
#shelf button:hover,#shelf button[aria-current]{background:var(--accent-soft)}
#shelf .name{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
#shelf .n{margin-inline-start:auto;color:var(--soft);white-space:nowrap}
#notes{grid-row:3;background:light-dark(#fff4e0,#3a2a10);color:light-dark(#5c3200,#ffd9a0);border-bottom:1px solid var(--line);padding:.5rem 1rem;overflow-wrap:anywhere}
main{grid-row:4;display:grid;min-height:0}
main{grid-template-columns:minmax(0,var(--left,1fr)) 9px minmax(0,var(--right,1fr))}
.pane{min-height:0;overflow:auto;scrollbar-gutter:stable}
#source{scrollbar-gutter:auto;display:grid;grid-template-rows:auto minmax(0,1fr);overflow:hidden;background:light-dark(#e6e8eb,#0b0d10)}
#divider{cursor:col-resize;background:var(--ground);border-inline:1px solid var(--line)}
#tabs{display:flex;gap:.2rem;overflow:auto;background:var(--raised);border-bottom:1px solid var(--line);padding:0 .6rem}
#tabs:empty{display:none}
#tabs button{border:0;border-bottom:3px solid transparent;background:none;padding:.35rem .7rem;color:var(--soft);white-space:nowrap}
#tabs button[aria-selected=true]{border-color:var(--accent);color:var(--ink);font-weight:600}
#sheets{grid-row:2;overflow:auto;scrollbar-gutter:stable;padding:1rem;outline-offset:-3px}
.sheet{position:relative;background:#fff;color:#111;margin:0 auto 1rem;box-shadow:0 1px 4px #0004;width:100%;max-width:70rem}
.sheet canvas,.sheet svg{display:block;width:100%;height:100%}
.sheet svg text{fill:#111;font-family:"Noto Sans CJK SC","Microsoft YaHei",sans-serif}.sheet svg path{stroke:#333;stroke-width:.7;fill:none}
.sheet .pageno{position:absolute;inset-inline-end:.5rem;top:.3rem;color:#57606a;font-size:.75rem;background:#fffc;padding:0 .3rem}
.mark{position:absolute;pointer-events:none;border-radius:2px}
.mark[data-kind=row]{background:#1f6feb1f;box-shadow:0 0 0 1px #1f6feb66}
.mark[data-kind=value]{background:#ff9d0040;outline:2px solid #b45309;outline-offset:1px}
.mark[data-kind=lost]{background:#d1242f26;outline:2px dotted #a8201a}
.flow{background:#fff;color:#111;max-width:60rem;margin:0 auto;padding:2rem 2.4rem;box-shadow:0 1px 4px #0004;font-family:"Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;line-height:1.75}
.flow p{margin:.2rem 0;white-space:pre-line;overflow-wrap:anywhere}.flow p.center{text-align:center}.flow p.right{text-align:end}.flow p.level{font-weight:700;font-size:1.1em}.flow .auto{color:#57606a;margin-inline-end:.3em}.flow .furniture{color:#6a737d;font-size:.85em}
.flow table{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.92em}.flow td,.flow th{border:1px solid #555;padding:.25rem .45rem;vertical-align:middle;text-align:start}.flow .short p{white-space:nowrap}.flow td p,.flow th p{margin:0}
iframe.web{border:0;background:#fff;width:100%;height:100%;display:block}
#sheets.framed{padding:0;overflow:hidden;scrollbar-gutter:auto}
#reading{padding:0 1rem 2rem;background:var(--paper)}
.findings{list-style:none;margin:0;padding:0;display:grid;gap:.3rem}
.finding{display:grid;grid-template-columns:auto auto 1fr;gap:.1rem .7rem;align-items:baseline;width:100%;text-align:start;background:var(--raised);border:1px solid var(--line);border-inline-start:4px solid var(--soft);border-radius:5px;padding:.35rem .7rem}
.finding .level{font-size:.78rem;font-weight:650;color:var(--soft);white-space:nowrap}
.finding .about{color:var(--soft);font-size:.85rem;white-space:nowrap}.finding .about:empty{display:none}
.finding .said{overflow-wrap:anywhere;grid-column:-2}
.finding.error{border-inline-start-color:var(--bad)}.finding.error .level{color:var(--bad)}
.finding.warning{border-inline-start-color:var(--warn)}.finding.warning .level{color:var(--warn)}
.finding.doubt{border-inline-start-color:var(--doubt)}.finding.doubt .level{color:var(--doubt)}
.finding.settled{opacity:.75}.finding.settled .said::before{content:"✔ ";color:var(--good)}
.finding.chosen{outline:2px solid var(--value);outline-offset:-1px}
.calm,.unread{color:var(--soft);margin:.2rem 0}
.dropped{margin:.6rem 0;color:var(--soft)}
.rows{content-visibility:auto;contain-intrinsic-size:auto calc(var(--rows)*7rem)}
.row,.finding{scroll-margin:.5rem}
.row{contain:content;display:grid;grid-template-columns:4.6rem minmax(9rem,2.2fr) minmax(7rem,1.2fr) minmax(6.5rem,.9fr);gap:.2rem .9rem;padding:.7rem .5rem;border-top:1px solid var(--line);border-inline-start:4px solid transparent}
.row.titles{padding:.2rem .5rem;font-size:.8rem;color:var(--soft);border-top:0}
.row.hit{background:var(--accent-soft);border-inline-start-color:var(--row)}
.row[hidden]{display:none}
.row>div{min-width:0}
.v{display:inline;background:none;border:0;border-radius:3px;padding:.05rem .2rem;margin:0 -.2rem;text-align:start;white-space:pre-line;overflow-wrap:anywhere}
.v.empty{color:var(--soft)}
.v:hover{background:light-dark(#ff9d0026,#ff9d0033)}
.v.chosen{background:light-dark(#ffe3b3,#5a3c08);outline:2px solid var(--value);outline-offset:0}
.v.corrected{text-decoration:underline dotted 2px var(--accent);text-underline-offset:3px}
.v.looked::after{content:" ✔";color:var(--good)}
.withdraw{background:none;border:1px solid var(--line);border-radius:4px;padding:0 .4rem;font-size:.78rem;color:var(--ink)}
.withdraw:hover{border-color:var(--accent);color:var(--accent)}
.no .v{font-weight:650;font-size:1.05rem}
.standing{display:block;font-size:.75rem;line-height:1.4;color:var(--soft);margin-top:.15rem}
.sign::before{content:"○ "}
[data-standing=finding] .standing{color:var(--warn)}[data-standing=finding] .sign::before{content:"▲ "}
[data-standing=confirmed] .standing{color:var(--good)}[data-standing=confirmed] .sign::before{content:"✔ "}
[data-standing=corrected] .standing{color:var(--accent)}[data-standing=corrected] .sign::before{content:"✎ "}
[data-standing=again] .standing{color:var(--bad)}[data-standing=again] .sign::before{content:"↻ "}
.path{color:var(--soft);font-size:.8rem;line-height:1.45;display:flex;flex-wrap:wrap;gap:0 .7rem;margin-bottom:.15rem}
.path .v+.v::before{content:"› ";color:var(--line)}
.heading{font-weight:650}
.weight{color:var(--soft);font-size:.85rem}
.role{margin-bottom:.3rem;display:grid;grid-template-columns:2.7rem minmax(0,1fr);gap:0 .3rem;align-items:baseline}
.role>div{display:grid;justify-items:start;gap:.1rem}
.tag{justify-self:start;overflow:hidden;text-overflow:ellipsis;max-width:100%;font-size:.72rem;line-height:1.5;border:1px solid currentColor;border-radius:3px;padding:0 .3rem;color:var(--soft);white-space:nowrap}
.tag.lead{color:var(--bad)}.tag.responsible{color:var(--accent)}.tag.support{color:var(--good)}
.deadline{margin-bottom:.25rem}
.meaning{display:block;color:var(--soft);font-size:.85rem}
.settles .meaning{color:var(--ink);font-weight:600}
.beside{grid-column:2/-1;display:grid;gap:.45rem;margin-top:.35rem;border-top:1px dashed var(--line);padding-top:.4rem;font-size:.88rem}
.answer,.none{margin:0;display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline}
.none,.neighbours .related,.named{color:var(--soft)}
.v.link{color:var(--accent);font-weight:600}
.sure{color:var(--soft);font-size:.8rem}.sure.certainBeside{color:var(--good)}
.quotes,.answer .told{flex-basis:100%;margin:0;overflow-wrap:anywhere;white-space:pre-line}
.quotes .meaning{display:inline;margin-inline-start:.5rem}
.answer .told{color:var(--soft);font-size:.82rem}
.answer mark{background:light-dark(#cfeeda,#15361f);color:inherit;text-decoration:underline 1px var(--good);text-underline-offset:3px}
::highlight(equal){background-color:light-dark(#cfeeda,#15361f);text-decoration:underline 1px}
.neighbours{list-style:none;margin:0;padding:0;display:grid;gap:.3rem;font-size:.9rem}
.neighbours .open{background:none;border:0;padding:.1rem .3rem;margin:0 .3rem;color:var(--accent);font-weight:600;text-align:start;text-decoration:underline;text-underline-offset:3px;overflow-wrap:anywhere}
.notes{list-style:none;margin:.3rem 0 0;padding:0;font-size:.82rem;color:var(--accent)}
.notes del,.dropped del{color:var(--soft)}
.keys{grid-row:5;display:flex;gap:.4rem;flex-wrap:wrap;align-items:center;padding:.4rem 1rem;background:var(--raised);border-top:1px solid var(--line);font-size:.85rem}
kbd{font:600 .8rem/1.4 ui-monospace,monospace;border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;padding:0 .35rem;background:var(--ground);color:var(--ink)}
.hint{color:var(--soft);margin-inline-start:.4rem}.hint kbd{margin-inline-start:.5rem}
#told{margin-inline-start:auto;color:var(--soft)}
dialog{background:var(--raised);color:var(--ink);border:1px solid var(--line);border-radius:10px;padding:1.2rem 1.4rem;width:min(36rem,94vw);max-height:92vh;overflow:auto;box-shadow:0 10px 40px #0006}
dialog::backdrop{background:#0007}
dialog h2{font-size:1.05rem;letter-spacing:0;color:var(--ink);margin:0 0 .8rem}
dialog label{display:grid;gap:.15rem;margin-bottom:.7rem;color:var(--soft);font-size:.85rem}
dialog label>*{font-size:.95rem;color:var(--ink);width:100%}
.more{display:grid;grid-template-columns:5rem 1fr 9rem;gap:.7rem}
.was{color:var(--soft);font-size:.85rem;margin:0 0 .7rem;overflow-wrap:anywhere;white-space:pre-line}.was q{color:var(--ink)}
#wrong{color:var(--bad);margin:.2rem 0 .6rem;font-weight:600}
.choices{display:flex;justify-content:flex-end;gap:.5rem;flex-wrap:wrap}
#save{background:var(--accent);border-color:var(--accent);color:light-dark(#fff,#0b1622)}
#save:hover{color:light-dark(#fff,#0b1622);filter:brightness(1.1)}
.keylist{columns:2;column-gap:1.6rem;list-style:none;padding:0}
.keylist li{display:grid;grid-template-columns:3.6rem 1fr;gap:.5rem;break-inside:avoid;padding:.15rem 0;align-items:baseline}
[hidden]{display:none!important}
.foot{display:contents}
@media (max-width:60rem){main{grid-template-columns:minmax(0,1fr);grid-template-rows:minmax(0,2fr) minmax(0,3fr)}#divider,.hint{display:none}#sheets{padding:.5rem}.flow{padding:1rem}#reading{border-top:3px solid var(--line)}h1{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}.bar{padding:.3rem .7rem;gap:.2rem 1rem}.tools input,.tools select,.tools button{min-height:1.9rem;padding:.1rem .5rem}.keys{padding:.2rem .7rem}.keys button{padding:.1rem .5rem}}
@media (max-width:40rem){.row,.row.titles{grid-template-columns:3.2rem minmax(0,1fr)}.row>.who,.row>.when{grid-column:2}.row.titles>:nth-child(n+3){display:none}.keylist{columns:1}.more{grid-template-columns:1fr}}
@media (forced-colors:active){.mark[data-kind=row]{border:1px solid CanvasText}.mark[data-kind=value]{outline:3px solid Highlight}}
@media print{.keys,.tools,#divider{display:none}}`;
