import type { OwnDraft } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { layout } from '../layout.ts';
import { faultSummary, tick } from '../parts.ts';
import { standingOf, type DraftShown } from './draft-page.ts';
import { owedPart, promiseToSend } from './tolerance-part.ts';

const row = (title: string, value: string, at: string): Html =>
  html`<div>
    <dt>${title}</dt>
    <dd>${value} <a href="${at}" aria-label="更改${title}">更改</a></dd>
  </div>`;

function rows(own: OwnDraft): Html[] {
  const { draft, asking, principal, phone, names, commitment } = own;
  const at = (anchor: string): string => `/mine/drafts/${draft.id}#${anchor}`;
  return [
    ...asking.asked.map(({ question }) =>
      row(question, asking.answers[question] ?? '还没有回答', at('content')),
    ),
    ...(draft.supplies === null ? [row('联系电话', phone ?? '还没有填写', at('phone'))] : []),
    ...(draft.matter ? [row('要说明的情况', draft.matter, at('matter'))] : []),
    ...(commitment ? [row('告知承诺', draft.isCommitted ? '选择' : '不选择', at('isCommitted'))] : []),
    ...asking.papers.map((each, n) =>
      row(
        each.name,
        [standingOf(own, each), ...each.files.map((id) => names.get(id) ?? '')].join('　'),
        at(`paper-${n}`),
      ),
    ),
    ...(principal ? [html`<div><dt>申请人</dt><dd>${principal}（受委托）</dd></div>`] : []),
  ];
}

/** What stands against sending it, in sentences. */
const lacks = ({ draft, asking, phone }: OwnDraft): readonly string[] => [
  ...asking.open.map((question) => `还没有回答：${question}`),
  ...asking.lacking.map((name) => `还缺材料：${name}`),
  ...(phone === null && draft.supplies === null ? ['还没有填写联系电话'] : []),
];

/** 核对 — every line with the way to change it; sent only from here. */
export function checkPage({ own, fault, notice }: Omit<DraftShown, 'done'>): Html {
  const { draft } = own;
  const lacking = lacks(own);
  return layout(
    fault ? `有误：核对${draft.itemName}` : `核对：${draft.itemName}`,
    html`<h1>核对后提交：${draft.itemName}</h1>
      ${faultSummary(fault)}
      <dl class="facts wide-terms">
        ${rows(own)}
      </dl>
      ${owedPart(own.owed)}
      ${
        lacking.length > 0
          ? html`<h2>还不能提交</h2>
              <ul>
                ${lacking.map((each) => html`<li>${each}</li>`)}
              </ul>
              <p><a class="start" href="/mine/drafts/${draft.id}">返回填写</a></p>`
          : html`<form method="post" action="/mine/drafts/${draft.id}/submit" novalidate>
              ${promiseToSend(own, fault)}
              ${tick({ name: 'sure', title: '以上内容和材料真实，我愿承担相应责任', fault })}
              <p><button class="start">${draft.supplies === null ? '提交申请' : '提交材料'}</button></p>
            </form>
            <p><a href="/mine/drafts/${draft.id}">返回填写</a></p>`
      }`,
    notice,
  );
}
