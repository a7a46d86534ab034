import { layOut, linkOf, sectionsOf, signatureValue, sourceNumbers, SOURCES_TITLE } from './paper-layout.ts';
import type { Block, Cell, Paper, PaperTable, Run, Turn } from './paper.ts';
import { paperCss } from './paper-css.ts';
import { qrSvg } from './qr.ts';

type Mark = (id: string) => number;

/** The paper as one page: no script, nothing fetched, every text escaped; prints on A4. Expects printable text. */
export function writeHtml(paper: Paper): string {
  const numbers = sourceNumbers(paper);
  const body = sectionsOf(paper)
    .map(
      ({ orientation, blocks }) =>
        `<section class="${orientation}">\n${blocks.map((block) => blockHtml(block, numbers)).join('\n')}\n</section>`,
    )
    .join('\n');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(paper.title)}</title>
<style>
${paperCss}${bannerCss(paper)}
</style>
</head>
<body>
${paper.banner ? `<p class="banner">${escape(paper.banner)}</p>\n` : ''}<h1 class="title">${lines(paper.title)}</h1>
${paper.subtitle ? `<p class="subtitle">${lines(paper.subtitle)}</p>\n` : ''}${body}
${sourcesHtml(paper)}</body>
</html>
`;
}

/** On paper the banner stands in the margin of every page; a text inside CSS is written as its code points. */
function bannerCss({ banner }: Paper): string {
  if (!banner) return '';
  const text = [...banner].map((each) => `\\${each.codePointAt(0)!.toString(16)} `).join('');
  const box = `{ @top-right { content: "${text}"; color: #a33; font-size: 10pt; } }`;
  return `\n@page ${box}\n@page lying ${box}\n@media print { .banner { display: none; } }`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
const lines = (text: string): string => escape(text).replaceAll('\n', '<br>');

function runsHtml(runs: readonly Run[], mark: Mark): string {
  return runs
    .map((each) => {
      const { text, isBold, ref } = each;
      const link = linkOf(each);
      const plain = isBold ? `<b>${lines(text)}</b>` : lines(text);
      const words =
        link === undefined ? plain : `<a class="to" href="${escape(link)}" rel="noreferrer">${plain}</a>`;
      if (ref === undefined) return words;
      return `${words}<sup><a href="#source-${mark(ref)}">[${mark(ref)}]</a></sup>`;
    })
    .join('');
}

function blockHtml(block: Exclude<Block, Turn>, mark: Mark): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${lines(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const align = block.align ?? 'justify';
      const isIndented = block.indent ?? (align === 'left' || align === 'justify');
      return `<p class="${align}${isIndented ? ' indent' : ''}">${runsHtml(block.runs, mark)}</p>`;
    }
    case 'note':
      return `<p class="note">${runsHtml(block.runs, mark)}</p>`;
    case 'qr':
      return `<figure>${qrSvg(block.text)}<figcaption>${lines(block.caption)}</figcaption></figure>`;
    case 'signature':
      return `<div class="signature">${block.lines.map(({ label, value }) => `<p>${lines(label)}：${lines(signatureValue(value))}</p>`).join('')}</div>`;
    case 'page-break':
      return '<div class="break"></div>';
    case 'table':
      return tableHtml(block, mark);
  }
}

function tableHtml(table: PaperTable, mark: Mark): string {
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  const columns = table.columns
    .map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`)
    .join('');
  const rows = layOut(table).map(
    (cells, row) =>
      `<tr>${cells.map(({ cell }) => cellHtml(cell, row < table.headerRows ? 'th' : 'td', mark)).join('')}</tr>`,
  );
  const head = rows.slice(0, table.headerRows).join('\n');
  return `<table>
<caption>${lines(table.caption)}</caption>
<colgroup>${columns}</colgroup>
${head === '' ? '' : `<thead>\n${head}\n</thead>\n`}<tbody>
${rows.slice(table.headerRows).join('\n')}
</tbody>
</table>`;
}

function cellHtml(cell: Cell, tag: 'th' | 'td', mark: Mark): string {
  const spans = [
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '',
    cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : '',
  ].join('');
  return `<${tag}${spans} class="${cell.align} ${cell.shade}">${runsHtml(cell.runs, mark)}</${tag}>`;
}

function sourcesHtml({ sources = [] }: Paper): string {
  if (sources.length === 0) return '';
  const items = sources.map(
    ({ text }, at) => `<p class="source" id="source-${at + 1}">[${at + 1}] ${lines(text)}</p>`,
  );
  return `<section class="sources">\n<h2>${SOURCES_TITLE}</h2>\n${items.join('\n')}\n</section>\n`;
}
