import type { FoundItems } from '#catalogue/index.ts';
import { html, type Html } from '#lib/html.ts';
import { layout } from '../layout.ts';
import { line } from '../parts.ts';
import { itemList } from './body-page.ts';

type Offered = FoundItems['items'][number];
interface Searched {
  readonly q: string;
  readonly found?: FoundItems;
  /** Shown while nothing is asked for: who offers what. */
  readonly byBody?: ReadonlyMap<string, readonly Offered[]>;
  readonly notice: Html | null;
}
const MOST = 50;

const listed = ({ items, hint }: FoundItems): Html =>
  html`${hint ? html`<p role="status">${hint}</p>` : ''} ${itemList(items.slice(0, MOST))}
    ${items.length > MOST ? html`<p class="hint">只列出最接近的 ${MOST} 项，请再多写几个字。</p>` : ''}`;

const bodies = (byBody: ReadonlyMap<string, readonly Offered[]>): Html =>
  html`<h2>按部门找</h2>
    <ul class="cards">
      ${[...byBody].map(
        ([body, items]) =>
          html`<li>
            <a href="/items?body=${encodeURIComponent(body)}">${body}</a>
            <span class="hint">${items.length} 项</span>
          </li>`,
      )}
    </ul>`;

/** 我要办 — one box; by the words people use. */
export const searchPage = ({ q, found, byBody, notice }: Searched): Html =>
  layout(
    '我要办',
    html`<h1>我要办</h1>
      <form method="get" action="/items" class="search" role="search">
        ${line({
          name: 'q',
          title: '要办什么',
          hint: '写要办的证照或事情，如“食品经营许可”“户口迁移”，也可以写事项编码',
          value: q,
          more: html`type="search" maxlength="100"`,
        })}
        <button class="plain">查找</button>
      </form>
      ${found ? listed(found) : ''} ${byBody && byBody.size > 0 ? bodies(byBody) : ''}
      <p>要办几个证照才办得成的，看<a href="/themes">一件事一次办</a>。</p>
      <p>找不到要办的事，请到就近的政务服务窗口，或拨打 12345。</p>`,
    notice,
  );
