import type { FoundItems } from '#catalogue/index.ts';
import { html, type Html } from '#lib/html.ts';
import { layout } from '../layout.ts';

type Offered = FoundItems['items'][number];

/** Items with the department that decides, each leading to its guide. */
export const itemList = (items: readonly Offered[]): Html =>
  html`<ul class="letters">
    ${items.map(
      ({ number, name, body }) =>
        html`<li><a href="/items/${encodeURIComponent(number)}">${name}</a> <span class="hint">${body}</span></li>`,
    )}
  </ul>`;

/** Everything that one department offers. */
export const bodyPage = ({
  body,
  items,
  notice,
}: {
  readonly body: string;
  readonly items: readonly Offered[];
  readonly notice: Html | null;
}): Html =>
  layout(
    body,
    html`<p><a href="/items">我要办</a></p>
      <h1>${body}</h1>
      <p class="hint">可以申请的 ${items.length} 项</p>
      ${itemList(items)}`,
    notice,
  );
