import { formatAmount, type Limit } from '#calendar/index.ts';
import { TOOK_BASIS, type HowLong, type ItemTook } from '#cases/index.ts';
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

const row = ({ itemCode, itemName, decided, average, ninety, promised, legal }: ItemTook): Html =>
  html`<tr>
    <th scope="row"><a href="/items/${encodeURIComponent(itemCode)}">${itemName}</a></th>
    <td>${decided}</td>
    <td>${average ?? '—'}</td>
    <td>${ninety ?? '—'}</td>
    <td>${limitText(promised)}</td>
    <td>${limitText(legal)}</td>
  </tr>`;

const table = (items: readonly ItemTook[]): Html =>
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
        ${items.map(row)}
      </tbody>
    </table>
  </div>`;

function found({ counted, q }: Shown): Html {
  if (counted === null) return html`<p>还没有作出过决定的办件。</p>`;
  const items = counted.items.filter(({ itemName }) => itemName.includes(q));
  const whole = items.length === counted.items.length ? '' : `（全部 ${counted.items.length} 个）`;
  return html`<p class="hint">
      ${counted.year} 年作出过决定的事项 ${items.length} 个${whole}，按件数从多到少；统计到
      ${formatChinese(counted.countedAt)}
    </p>
    ${
      items.length === 0
        ? html`<p>${q === '' ? '这一年没有作出决定的办件。' : `没有名称含“${q}”的事项。`}</p>`
        : table(items)
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
              ${line({ name: 'q', title: '事项名称', value: shown.q, isOptional: true, more: html`type="search" maxlength="100"` })}
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
