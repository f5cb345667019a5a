// The styles of an exported incident; the colours are those of the pages' tokens.
export const PAGE_STYLE = `
:root{color-scheme:dark;--ground:#0b1220;--tile:#131d31;--edge:#26344f;--text:#e8eef7;--muted:#9fb0c8;--river:#3fa7d6;--lotus:#f29bbf;--caution:#f0e442;--warning:#e69f00;--critical:#ff8a4c;--info:#56b4e9}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 "Be Vietnam Pro",system-ui,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
h1,h2,p,ul{margin:0;padding:0}ul{list-style:none}h2{font-size:16px;color:var(--muted);font-weight:500;margin-bottom:8px}
.band{padding:8px 24px;background:var(--info);color:var(--ground);font-weight:600;text-align:center}
.simulated{padding:2px 24px;border-bottom:1px dashed var(--muted);background:var(--tile);color:var(--muted);text-align:center}
header{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline;padding:14px 24px 6px}
header h1{font-size:25px}header p{color:var(--muted)}header button{margin-left:auto}
.text{padding:0 24px 12px;max-width:80ch;white-space:pre-line}
button,select{min-height:44px;padding:6px 16px;border:1px solid #6f819c;border-radius:10px;background:var(--tile);color:var(--text);font:inherit;cursor:pointer}
button.main{background:var(--river);border-color:var(--river);color:var(--ground);font-weight:600}
:focus-visible{outline:3px solid var(--lotus);outline-offset:2px}
.player{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;padding:10px 24px;background:var(--tile);border-block:1px solid var(--edge)}
.player input{flex:1;min-width:220px;height:44px;accent-color:var(--lotus)}.player time{font-size:20px;font-weight:600;min-width:11em}
.caption{flex-basis:100%;min-height:1.6em;font-size:18px;font-weight:500}
main{display:grid;grid-template-columns:minmax(280px,1fr) minmax(320px,1.4fr) minmax(280px,1fr);gap:20px;padding:16px 24px}
@media(max-width:1000px){main{grid-template-columns:minmax(0,1fr)}}
svg.map{width:100%;max-height:60vh;background:var(--tile);border:1px solid var(--edge);border-radius:10px}
svg.map path{fill:rgb(242 155 191/.12);stroke:var(--lotus);stroke-width:1.5;vector-effect:non-scaling-stroke}
svg.map circle{fill:var(--river)}svg.map circle.alarmed{fill:var(--critical)}
section h3{margin:14px 0 4px;font-size:16px;color:var(--lotus)}
.series{display:grid;grid-template-columns:minmax(0,1fr) 120px 7em;gap:0 12px;align-items:center;padding:5px 0;border-top:1px solid var(--edge)}
.series small{display:block;color:var(--muted);font-size:13px}.series b{text-align:right;font-weight:600}.series b span{color:var(--muted);font-weight:400}
.series[data-q="3"] b{text-decoration:line-through}
.series svg{width:120px;height:28px}.series polyline{fill:none;stroke:var(--river);stroke-width:1.5;vector-effect:non-scaling-stroke}.series line{stroke:var(--text);stroke-width:1;vector-effect:non-scaling-stroke}
.lines li{padding:6px 0 6px 12px;border-left:3px solid var(--edge);color:var(--muted)}
.lines li.past{color:var(--text)}.lines li.alarm{border-left-color:var(--warning)}.lines li.high{border-left-color:var(--critical)}.lines li.low{border-left-color:var(--caution)}
.lines li.note{border-left-color:var(--lotus)}.lines time{margin-right:.6em}
footer{padding:12px 24px 24px;border-top:1px solid var(--edge);color:var(--muted);font-size:14px}footer p{overflow-wrap:anywhere}
@media print{.player,header button{display:none}}
`
