import type { findItemTook } from '#cases/index.ts';
import { ITEM_PAPERS, type Guide } from '#catalogue/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { select } from '../parts.ts';

interface Shown {
  readonly guide: Guide;
  /** The form field of each question asked, in order. */
  readonly fields: readonly string[];
  /** The answers as the address has them. */
  readonly query: string;
  /** Whether it can be applied for on line. */
  readonly isOnline: boolean;
  /** How long it really took, where somebody had it. */
  readonly took: Awaited<ReturnType<typeof findItemTook>>;
  readonly notice: Html | null;
}
const broken = (text: string): Html => html`${text.split('\n').map((each) => html`${each}<br />`)}`;

const questions = ({ guide, fields }: Shown): Html | string =>
  guide.asked.length === 0
    ? ''
    : html`<h2>先回答几个问题</h2>
        <form method="get" action="/items/${encodeURIComponent(guide.number)}">
          ${guide.asked.map(({ situation, choice }, at) =>
            select(
              { name: fields[at]!, title: situation.question, value: choice ?? '' },
              situation.choices.map((each) => ({ value: each, title: each })),
            ),
          )}
          <button class="plain">看我要带什么</button>
        </form>`;

const materials = ({ materials: all }: Guide): Html =>
  all.length === 0
    ? html`<p>本事项不需要提交材料。</p>`
    : html`<div class="wide" tabindex="0" role="region" aria-label="申请材料">
        <table>
          <thead>
            <tr>
              <th scope="col">材料</th>
              <th scope="col">份数</th>
              <th scope="col">要求</th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            ${all.map(
              ({ name, amount, need, notes }) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${amount}</td>
                  <td>${need}</td>
                  <td>${notes}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;

const leftOut = ({ leftOut: all }: Guide): Html | string =>
  all.length === 0
    ? ''
    : html`<h3>不用交的材料</h3>
        <ul>
          ${all.map(({ name, because }) => html`<li>${name} <span class="hint">${because}</span></li>`)}
        </ul>`;

const steps = ({ steps: staged, process }: Guide): Html | string => {
  const lines =
    staged.length > 0
      ? staged.map((each) => `${each.order}：${each.department}，${each.task}（${each.limit}）`)
      : process;
  return lines.length === 0
    ? ''
    : html`<h2>办理流程</h2>
        <ol>
          ${lines.map((text) => html`<li>${text}</li>`)}
        </ol>`;
};

const reallyTook = ({ took: found }: Shown): Html | string =>
  found === null
    ? ''
    : html`<div>
        <dt>实际用时</dt>
        <dd>
          ${found.year} 年作出决定 ${found.took.decided} 件，平均 ${found.took.average} 个工作日，十件中至少九件不超过
          ${found.took.ninety} 个工作日 <a href="/how-long?year=${found.year}">各事项实际用时</a>
        </dd>
      </div>`;

const papers = ({ guide, query }: Shown): Html =>
  html`<h2>下载</h2>
    <ul>
      ${Object.entries(ITEM_PAPERS).map(([kind, { title, formats }]) => {
        const format = formats.includes('pdf' as never) ? 'pdf' : formats[0];
        const file = `/api/items/${encodeURIComponent(guide.number)}/papers/${kind}.${format}${query}`;
        return html`<li><a href="${file}">${title}（${format}）</a></li>`;
      })}
      <li>
        <a href="/items/${encodeURIComponent(guide.number)}/sheet.pdf${query}">手工登记单（pdf）</a>
        <span class="hint">没有网络时打印出来手写，窗口扫码收件</span>
      </li>
    </ul>`;

/** 办事指南 — one item for one reader; everything on it comes from the one edition. */
export const guidePage = (shown: Shown): Html => {
  const { guide, isOnline, notice } = shown;
  return layout(
    guide.name,
    html`<h1>${guide.name}</h1>
      <p class="hint">
        事项编码 ${guide.number}，第 ${guide.edition} 版，最近核对 ${formatDay(guide.checkedOn)}
      </p>
      ${
        isOnline
          ? html`<p><a class="start" href="/items/${encodeURIComponent(guide.number)}/apply">网上申请</a></p>`
          : ''
      }
      ${questions(shown)}
      <h2>要带什么</h2>
      ${materials(guide)} ${leftOut(guide)}
      <h2>怎么办、多久办好</h2>
      <dl class="facts">
        ${guide.facts.map(({ title, text }) => html`<div><dt>${title}</dt><dd>${broken(text)}</dd></div>`)} ${reallyTook(shown)}
      </dl>
      ${steps(guide)} ${papers(shown)}
      <p><a href="/items">查找其他事项</a></p>`,
    notice,
  );
};
