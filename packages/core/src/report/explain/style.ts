/** Of the page for translators. System fonts, so that every script is drawn by what its reader's device has. */
export const style = `
:root{color-scheme:light dark;--page:#f3f4f8;--card:#fff;--ink:#1a1c24;--soft:#5b6072;--line:#e0e3ec;--bubble:#e6e8f0;--mark:#2347d9;--markbg:#2347d914;--good:#0a6b3d;--bad:#b3212d;--open:#8a5a00;--dot:#6a7cd8}
@media(prefers-color-scheme:dark){:root{--page:#111319;--card:#1b1e27;--ink:#eceef5;--soft:#a4aabd;--line:#2d3240;--bubble:#2c3140;--mark:#a9b9ff;--markbg:#a9b9ff1f;--good:#63d79b;--bad:#ff8d95;--open:#f1bd5e;--dot:#8fa0f5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2.5rem 1.25rem 3rem;background:var(--page);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header{max-width:46rem;margin-bottom:2rem}
h1{font-size:clamp(1.9rem,5vw,2.75rem);line-height:1.1;letter-spacing:-.02em;margin:.2rem 0 .4rem}
h2{font-size:1.05rem;margin:0}
section>h2{font-size:1.35rem;margin:2.5rem 0 .9rem}
p{margin:0}
.kind{color:var(--soft);font-size:.85rem;font-weight:600}
.place{color:var(--soft);font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9rem;margin-bottom:.9rem;overflow-wrap:anywhere}
.messages{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));gap:1rem}
article{display:flex;flex-direction:column;gap:.45rem;background:var(--card);border:1px solid var(--line);border-radius:1.1rem;padding:1.1rem;break-inside:avoid}
.tag{font:600 .75rem/1 ui-monospace,Menlo,Consolas,monospace;color:var(--soft);border:1px solid var(--line);border-radius:99rem;padding:.2rem .5rem;vertical-align:.12em}
.who{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
.phone{flex:1;padding:.5rem 0}
.bubble{position:relative;width:fit-content;max-width:100%;background:var(--bubble);border-radius:1.2rem;border-end-start-radius:.3rem;padding:.7rem 1rem;font-size:1.05rem;line-height:1.45;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate}
.bubble[dir=rtl]{margin-inline-end:auto}
.bubble.nothing{background:none;border:2px dashed var(--bad);color:var(--bad);font-weight:600}
mark{background:var(--markbg);color:var(--mark);font-weight:650;border-radius:.3rem;padding:0 .15em;font-variant-numeric:tabular-nums;unicode-bidi:isolate}
.size,.facts{color:var(--soft);font-size:.8rem;font-variant-numeric:tabular-nums}
.facts{color:var(--ink);font-weight:600}
.dots{display:inline-flex;gap:.2rem;margin-inline-end:.5rem}
.dots i{width:.9rem;height:.35rem;border-radius:9rem;background:var(--dot)}
.dots i.over{background:var(--bad)}
.promises{list-style:none;margin:0;padding:0;background:var(--card);border:1px solid var(--line);border-radius:1.1rem}
.promises li{display:flex;gap:.8rem;padding:.8rem 1.1rem;overflow-wrap:anywhere}
.promises li+li{border-top:1px solid var(--line)}
.promises div{min-width:0}
.mark{flex:none;width:1.5rem;height:1.5rem;margin-top:.05rem;border-radius:50%;display:grid;place-items:center;font-weight:700;font-size:.85rem;border:2px solid currentColor}
.proved .mark{color:var(--good)}.broken .mark{color:var(--bad)}.unproved .mark{color:var(--open)}.informative .mark{color:var(--soft)}
.detail{color:var(--soft);font-size:.9rem}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.78rem;color:var(--soft)}
footer{margin-top:2rem;color:var(--soft);font-size:.8rem}
@media print{body{background:#fff;padding:0}}
`
