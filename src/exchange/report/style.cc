#include "exchange/report/style.h"

namespace bocage::exchange {
namespace {

// The text family is the reader's own system font: nothing to load, and it is readable everywhere.
constexpr std::string_view kStyle =
    R"(:root{color-scheme:light dark;--paper:#f7f5ee;--sheet:#fffdf8;--ink:#2b2f26;--quiet:#5d6356;--line:#dedaca;--hedge:#7d9a5c;--strong:#5c7a3f;--need:#274c5e;--give:#b4552d;--give-ink:#a04822;--done:#2f6b3a;--done-paper:#e6edcf;--wait:#8a5a00;--wait-paper:#fff3d6}
@media screen and (prefers-color-scheme:dark){:root{--paper:#12150f;--sheet:#1a1e15;--ink:#eceee4;--quiet:#b3b9a8;--line:#363c2e;--hedge:#536b3c;--strong:#8fae6a;--need:#8fc1d6;--give:#e0875c;--give-ink:#ec9a72;--done:#9fd3a5;--done-paper:#1f2a1c;--wait:#f0c36a;--wait-paper:#2f2810}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1{font-size:clamp(2rem,6vw,3.25rem);line-height:1.1;letter-spacing:-.02em;margin:.25rem 0 .75rem;text-wrap:balance}
h2{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em;margin:3.5rem 0 1rem}
h3{font-size:1.3rem;line-height:1.25;margin:2rem 0 .5rem;text-wrap:balance}
h4{font-size:1.0625rem;margin:1.75rem 0 .25rem}
p,ul,ol{max-width:60ch;margin:.5rem 0}
li{margin:.25rem 0}
a{color:inherit;text-decoration-color:var(--hedge);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--need);outline-offset:2px;border-radius:2px}
.eyebrow{color:var(--strong);font-weight:600;margin:0}
.lead{font-size:1.25rem;color:var(--quiet)}
.quiet{color:var(--quiet)}
.strong{font-weight:600}
.before-list{margin-bottom:0}
.band{display:block;width:100%;height:1.5rem;border-radius:.375rem}
.cover .band{margin-bottom:1.75rem}
.map-figure{margin:1.5rem 0 0}
.map-figure>svg{display:block;width:100%;height:auto;border-radius:.75rem;border:1px solid var(--line)}
.legend{list-style:none;margin:.75rem 0 0;padding:0;max-width:none;display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;color:var(--quiet)}
.legend li{display:flex;align-items:center;gap:.5rem}
.key{flex:none;width:1.5rem;height:1.5rem;vertical-align:middle}
td .key{width:1.125rem;height:1.125rem;margin:-.2em 0 0 .5rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:1rem;margin:1rem 0 1.5rem}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.875rem 1rem;background:var(--sheet);border:1px solid var(--line);border-radius:.75rem}
.figures dt{color:var(--quiet);line-height:1.35}
.figures dd{margin:0;font-size:1.5rem;font-weight:600;line-height:1.2;letter-spacing:-.01em;white-space:nowrap;font-variant-numeric:tabular-nums}
.checked,.waits,.help{padding:.75rem 1rem;border-radius:.5rem;border-left:.25rem solid;max-width:62ch}
.checked{background:var(--done-paper);border-color:var(--done)}
.waits{background:var(--wait-paper);border-color:var(--wait)}
.help{background:var(--sheet);border-color:var(--hedge)}
table{width:100%;border-collapse:collapse;margin:.75rem 0 1rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--quiet);padding-bottom:.375rem}
th,td{padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--quiet);font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--hedge)}
tbody th{font-weight:400}
tbody th,td:not(.number),h1,h3,.find a{overflow-wrap:anywhere}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.changes td:last-child{padding-left:1.5rem}
.why{min-width:16rem;max-width:24rem}
.charts{display:grid;gap:1rem 2rem;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));margin:.75rem 0}.charts figure{margin:0;break-inside:avoid}.charts figcaption{font-weight:600}.chart{display:block;width:100%;height:auto}
.wide{overflow-x:auto}.figures-table{width:auto;font-size:.9rem}.figures-table th,.figures-table td{white-space:normal}
.set-aside h2{color:var(--wait)}
.columns{max-width:none;columns:16rem;column-gap:2rem}
.columns li{break-inside:avoid}
.contents ul{list-style:none;margin:1rem 0 0;padding:0;max-width:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.contents a,.find a{display:inline-block;padding:.25rem 0}
.find{background:var(--sheet);border:1px solid var(--line);border-radius:.75rem;padding:1rem 1.25rem;margin:1rem 0 2rem}
.find ul{list-style:none;padding:0}
.sheet{background:var(--sheet);border:1px solid var(--line);border-radius:.75rem;overflow:hidden;padding:0 1.75rem 1.75rem;margin:1.75rem 0}
.sheet>.band{width:calc(100% + 3.5rem);margin:0 -1.75rem 1.25rem;border-radius:0}
.sheet header h3{font-size:1.75rem;margin:0;letter-spacing:-.01em}
.sheet header p{margin:0}
.give{color:var(--give-ink)}.get{color:var(--need)}
.settled{color:var(--done);font-weight:600;white-space:nowrap}
.settled::before{content:"· "}
.why-list{list-style:none;padding:0}
.why-list li{display:flex;gap:.625rem;margin:.5rem 0}
.answer{display:none}
footer{color:var(--quiet);margin-top:4rem;border-top:1px solid var(--line);padding-top:1rem}
@media screen and (max-width:640px){
main{padding:1rem 1rem 3rem}
.figures{gap:.625rem}.figures div{padding:.75rem}.figures dd{font-size:1.25rem}
.sheet{padding:0 1rem 1.25rem}.sheet>.band{width:calc(100% + 2rem);margin:0 -1rem 1rem}
.lines,.lines caption,.reasons,.changes{display:block}
.lines thead,.reasons thead,.changes thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.lines tbody,.reasons tbody,.changes tbody{display:block}
.lines th,.lines td,.reasons th,.reasons td,.changes th,.changes td{border:0;padding:0}
.lines tr{display:grid;grid-template-columns:1fr auto;gap:0 1rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
.lines th{grid-area:1/1;font-weight:600}.lines td:nth-child(3){grid-area:1/2;font-weight:600}
.lines td:nth-child(2){grid-area:2/1}.lines td:nth-child(4){grid-area:2/2;color:var(--quiet)}
.lines td.days{grid-area:3/1/auto/3;color:var(--quiet)}
.reasons tr,.changes tr{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.6rem 0;border-bottom:1px solid var(--line)}
.reasons th,.reasons td,.changes td{min-width:0}
.reasons th,.reasons .why,.changes th,.changes td{flex:1 0 100%}
.changes th{font-weight:600}.changes td:last-child{padding:0}
.reasons .number,.changes .number{white-space:normal;text-align:left}
[data-label]::before{content:attr(data-label) " ";color:var(--quiet)}
section{overflow-x:auto}
td .key{display:none}
}
@page{size:A4;margin:13mm 16mm 12mm}
@media print{
:root{--paper:#fff;--sheet:#fff}
html{font-size:10.5pt}
body{-webkit-print-color-adjust:exact;print-color-adjust:exact;line-height:1.4}
main{max-width:none;padding:0}
p,ul,ol,.checked,.waits,.help{max-width:none}
h1{font-size:28pt}h2{font-size:17pt;margin-top:2rem}h2,h3,h4,caption,thead,.before-list,.shortage>.strong{break-after:avoid}
h3{margin-top:1.25rem}
.contents,.find,.sheets>h2,.sheets>p{display:none}
a{text-decoration:none}
tr,.figures,.checked,.waits,.help,.why-list li{break-inside:avoid}
.map-figure{break-inside:avoid}
.map-figure>svg{max-height:190mm;width:auto;max-width:100%;margin:0 auto}
.figures{grid-template-columns:repeat(5,1fr);gap:.5rem}.figures div{padding:.5rem .6rem}.figures dd{font-size:1.15rem}.figures dt{font-size:.9rem}
#summary{break-before:page}#summary h2{margin-top:0}
th,td{padding:.2rem .6rem .2rem 0}
.shortage table,.reasons{font-size:9pt}
.shortage th,.shortage td,.reasons th,.reasons td{padding:.08rem .6rem .08rem 0}
.columns{columns:3;font-size:8.5pt}.columns li{margin:0}
.sheet{break-before:page;border:0;border-radius:0;padding:0;margin:0;overflow:visible}
.sheets-only .sheet:first-of-type{break-before:auto}
.sheet>.band{width:100%;height:5mm;margin:0 0 4mm}
.sheet h4{font-size:1.05em;margin:3.5mm 0 .5mm}
.sheet{font-size:11pt}
.sheet p,.sheet ul,.sheet table{margin-top:.5mm;margin-bottom:.5mm}
.sheet .why-list li{margin:.8mm 0}
.dense{font-size:9.75pt}.denser{font-size:8.5pt}
.dense th,.dense td,.denser th,.denser td{padding-top:.05rem;padding-bottom:.05rem}
.answer{display:block;break-inside:avoid;font-size:11pt;margin-top:6mm;padding-top:2.5mm;border-top:1px solid var(--hedge)}
.answer ul{list-style:none;padding:0;margin:0}
.answer li{display:flex;gap:.5rem;align-items:center;margin:0;padding:1.2mm 0}
.answer li:nth-child(even)::after{content:"";flex:1;align-self:flex-end;border-bottom:.25mm dotted var(--quiet)}
.answer ul::after{content:"";display:block;height:8mm;border-bottom:.25mm dotted var(--quiet)}
.box{flex:none;width:3.6mm;height:3.6mm;border:.35mm solid var(--ink);border-radius:.6mm}
footer{break-before:avoid;margin-top:1rem}
}
)";

}  // namespace

std::string_view report_style() { return kStyle; }

}  // namespace bocage::exchange
