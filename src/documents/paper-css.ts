/** The look of a written page, on screen and on A4. Margins after GB/T 9704. */
export const paperCss = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page lying { size: A4 landscape; margin: 28mm 25mm 26mm 25mm; }
:root { color-scheme: light; }
body { font-family: "FangSong", "仿宋", "Noto Serif CJK SC", "Songti SC", serif; font-size: 12pt; line-height: 1.8; color: #111; background: #fff; max-width: 210mm; margin: 0 auto; padding: 16px; }
.title { font-family: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "Noto Serif CJK SC", "SimSun", "宋体", serif; font-size: 22pt; font-weight: bold; text-align: center; line-height: 1.4; margin: 1em 0 .3em; }
.subtitle { text-align: center; margin: 0 0 1.5em; }
.banner { position: sticky; top: 0; background: #fff; text-align: right; color: #a33; font-size: 10pt; margin: 0; }
h2, h3, h4 { font-weight: normal; line-height: 1.5; break-after: avoid; }
h2 { font-family: "SimHei", "黑体", "Noto Sans CJK SC", sans-serif; font-size: 14pt; margin: 1.2em 0 .4em; }
h3 { font-family: "KaiTi", "楷体", "Noto Serif CJK SC", serif; font-size: 13pt; margin: 1em 0 .3em; }
h4 { font-weight: bold; font-size: 12pt; margin: .8em 0 .2em; }
p { margin: 0 0 .3em; overflow-wrap: anywhere; }
.indent { text-indent: 2em; }
.note, .source { font-size: 10pt; line-height: 1.6; color: #333; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; } .justify { text-align: justify; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .8em 0 1em; font-size: 10.5pt; line-height: 1.5; }
caption { font-weight: bold; padding: .3em; }
th, td { border: 1px solid #222; padding: 3px 5px; vertical-align: middle; font-weight: normal; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.head { background: #eef1f5; } .attention { background: #fdf0d5; }
sup { font-size: 65%; line-height: 0; } sup a { color: #567; text-decoration: none; }
a.to { color: #1f3a6e; text-decoration: none; } a.to:hover, a.to:focus { text-decoration: underline; }
.signature { margin: 2em 0 1em 45%; break-inside: avoid; }
figure { margin: 1em 0; display: flex; align-items: center; gap: 8px; break-inside: avoid; }
figure svg { width: 25mm; height: 25mm; flex: none; } figcaption { font-size: 10pt; }
.break { break-after: page; }
.landscape { page: lying; break-before: page; } .landscape + .portrait { break-before: page; }
.sources { break-before: page; }
@media print { body { max-width: none; padding: 0; } sup a { color: #111; } }
`.trim();
