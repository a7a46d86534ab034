import { formatAmount, type Limit } from '#calendar/index.ts';
import { TOOK_BASIS, type HowLong, type ItemTook, type LineTook } from '#cases/index.ts';
import { LEVELS } from '#catalogue/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatChinese } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { line, select } from '../parts.ts';

interface Shown {
  readonly years: readonly number[];
  /** Null where nothing was ever decided. */
  readonly counted: HowLong | null;
  /** What was looked for in the names of the items. */
  readonly q: string;
  readonly notice: Html | null;
}

const limitText = (limit: Limit | null): string =>
  limit === null ? '—' : limit.amount === 0 ? '当日' : formatAmount(limit.amount, limit.unit);

const SAID_APART = '各单位不同';
/** What all bodies of a line say alike, or that they do not. */
function limitOf(items: readonly ItemTook[], read: (item: ItemTook) => Limit | null): string {
  const [first, ...others] = new Set(items.map((item) => limitText(read(item))));
  return others.length > 0 ? SAID_APART : (first ?? '—');
}
const guide = (code: string, text: string): Html =>
  html`<a href="/items/${encodeURIComponent(code)}">${text}</a>`;
const levelOf = ({ level }: LineTook): string => (level === null ? '' : LEVELS[level]);

const isSaidApart = (items: readonly ItemTook[]): boolean =>
  [({ promised }: ItemTook) => promised, ({ legal }: ItemTook) => legal].some(
    (read) => limitOf(items, read) === SAID_APART,
  );
/** One of several bodies: how it stands by itself, with its limits where they are not those of all. */
const ofBody =
  (isApart: boolean) =>
  (item: ItemTook): Html =>
    html`<li>
      ${guide(item.itemCode, item.body ?? item.itemCode)}
      <span class="hint">${item.decided} 件，平均 ${item.average}，九成不超过 ${item.ninety} 个工作日${
        isApart ? `，承诺${limitText(item.promised)}，法定${limitText(item.legal)}` : ''
      }</span>
    </li>`;

/** Whose it is: the one body, or all that have it, each behind the line with its own days. */
function name(line: LineTook, q: string): Html {
  const [first, ...others] = line.items;
  const level = levelOf(line);
  if (first && others.length === 0)
    return html`${guide(first.itemCode, line.itemName)}
      <span class="hint">${[level, first.body].filter(Boolean).join(' · ')}</span>`;
  const isAsked = q !== '' && line.items.some(({ body }) => body?.includes(q) === true);
  return html`${line.itemName}
    <details ${isAsked ? html`open` : ''}>
      <summary>${level} ${line.items.length} 个单位，看各单位</summary>
      <ul>
        ${line.items.map(ofBody(isSaidApart(line.items)))}
      </ul>
    </details>`;
}

const row =
  (q: string) =>
  (line: LineTook): Html =>
    html`<tr>
      <th scope="row">${name(line, q)}</th>
      <td>${line.decided}</td>
      <td>${line.average ?? '—'}</td>
      <td>${line.ninety ?? '—'}</td>
      <td>${limitOf(line.items, ({ promised }) => promised)}</td>
      <td>${limitOf(line.items, ({ legal }) => legal)}</td>
    </tr>`;

const table = (lines: readonly LineTook[], q: string): Html =>
  html`<div class="wide" tabindex="0" role="region" aria-label="各事项实际用时">
    <table>
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">决定件数</th>
          <th scope="col">平均（工作日）</th>
          <th scope="col">九成不超过（工作日）</th>
          <th scope="col">承诺时限</th>
          <th scope="col">法定时限</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(row(q))}
      </tbody>
    </table>
  </div>`;

function found({ counted, q }: Shown): Html {
  if (counted === null) return html`<p>还没有作出过决定的办件。</p>`;
  const lines = counted.lines.filter(
    ({ itemName, items }) => itemName.includes(q) || items.some(({ body }) => body?.includes(q) === true),
  );
  const whole = lines.length === counted.lines.length ? '' : `（全部 ${counted.lines.length} 个）`;
  return html`<p class="hint">
      ${counted.year} 年作出过决定的事项 ${lines.length} 个${whole}，按件数从多到少；同一层级几个单位都办的同一事项合为一行；统计到
      ${formatChinese(counted.countedAt)}
    </p>
    ${
      lines.length === 0
        ? html`<p>${q === '' ? '这一年没有作出决定的办件。' : `没有名称或办理单位含“${q}”的事项。`}</p>`
        : table(lines, q)
    }
    <details>
      <summary>怎样统计</summary>
      <p>${TOOK_BASIS}时限按该事项最近一件作出决定的办件。</p>
    </details>`;
}

/** 实际用时 — what each item really took, beside what was promised. */
export const howLongPage = (shown: Shown): Html =>
  layout(
    '实际用时',
    html`<h1>各事项实际用了几天</h1>
      ${
        shown.years.length === 0
          ? ''
          : html`<form method="get" action="/how-long" class="search" role="search">
              ${line({ name: 'q', title: '事项名称或办理单位', value: shown.q, isOptional: true, more: html`type="search" maxlength="100"` })}
              ${select(
                { name: 'year', title: '年度', value: String(shown.counted?.year ?? '') },
                shown.years.map((year) => ({ value: String(year), title: `${year} 年` })),
              )}
              <button class="plain">查看</button>
            </form>`
      }
      ${found(shown)}`,
    shown.notice,
  );
