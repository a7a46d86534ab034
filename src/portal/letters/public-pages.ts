import { CHANNELS, ORDER_TYPES, type PublishedLetter, type PublishedPage } from '#hotline/index.ts';
import { html, type Html } from '#lib/html.ts';
import { dayOf, formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { line, words } from '../parts.ts';

const item = (each: PublishedLetter): Html =>
  html`<li>
    <a href="/letters/${each.number}">${each.publicTitle}</a>
    <span class="hint">${ORDER_TYPES[each.type]}，${formatDay(dayOf(each.repliedAt))}答复</span>
  </li>`;

interface Listed {
  readonly page: PublishedPage;
  readonly q: string;
  readonly notice: Html | null;
}
const further = ({ page, q }: Listed): Html | string => {
  if (page.next === null) return '';
  const query = new URLSearchParams({ ...(q ? { q } : {}), after: page.next }).toString();
  return html`<p><a href="/letters?${query}">下一页</a></p>`;
};

/** 公开的来信与答复 — the list, newest first, with a search. */
export const listPage = (listed: Listed): Html =>
  layout(
    '公开的来信与答复',
    html`<h1>公开的来信与答复</h1>
      <p>写信人同意公开的来信，已隐去个人信息。<a href="/letters/new">写信</a>　<a href="/letters/follow">查办理进度</a></p>
      <form method="get" action="/letters" class="search" role="search">
        ${line({ name: 'q', title: '查找', value: listed.q, more: html`type="search" maxlength="100"` })}
        <button class="plain">查找</button>
      </form>
      ${
        listed.page.items.length > 0
          ? html`<ul class="letters">
            ${listed.page.items.map(item)}
          </ul>`
          : html`<p>${listed.q ? '没有找到包含这些字的来信，请换几个字试试。' : '还没有公开的来信。'}</p>`
      }
      ${further(listed)}`,
    listed.notice,
  );

export const publicLetterPage = (letter: PublishedLetter, notice: Html | null): Html =>
  layout(
    letter.publicTitle,
    html`<h1>${letter.publicTitle}</h1>
      <p class="hint">
        ${CHANNELS[letter.channel]}，${ORDER_TYPES[letter.type]}，${letter.topic.replaceAll('/', ' › ')}
      </p>
      <h2>来信</h2>
      <p class="hint">${formatDay(dayOf(letter.registeredAt))}</p>
      ${words(letter.publicText)}
      <h2>答复</h2>
      <p class="hint">${formatDay(dayOf(letter.repliedAt))}</p>
      ${words(letter.publicReply)}
      <p><a href="/letters">返回列表</a></p>`,
    notice,
  );
