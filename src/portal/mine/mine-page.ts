import { IDENTITY_KINDS, KINDS, LEVELS, VERIFICATIONS, type Mine } from '#applicants/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatChinese, formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';

interface Shown {
  readonly mine: Mine;
  /** Lists below: mandates, and whatever other modules have of this person. */
  readonly parts: readonly Html[];
  /** What was just done, in a sentence. */
  readonly done: string | null;
  readonly notice: Html | null;
}
const fact = (title: string, value: string | null): Html | string =>
  value
    ? html`<div>
        <dt>${title}</dt>
        <dd>${value}</dd>
      </div>`
    : '';

const facts = (mine: Mine): Html =>
  html`<dl class="facts">
    ${fact(mine.kind === 'firm' ? '名称' : '姓名', mine.name)} ${fact('类别', KINDS[mine.kind])}
    ${fact('证件', mine.identityKind && `${IDENTITY_KINDS[mine.identityKind]} ${mine.identity ?? ''}`)}
    ${fact('信用代码', mine.creditCode)} ${fact('手机号', mine.phone)}
    ${fact(
      '核验',
      `${LEVELS[mine.level]}，${VERIFICATIONS[mine.verifiedBy]}${mine.verifiedAt ? `（${formatChinese(mine.verifiedAt)}）` : ''}`,
    )}
    ${fact('编号', mine.number)}
  </dl>`;

/** Everybody may know what is held against them, and how to be rid of it. */
const breaches = ({ breaches: all }: Mine): Html | string =>
  all.length === 0
    ? ''
    : html`<h2>失信记录</h2>
        <ul class="letters">
          ${all.map(
            ({ number, occurredOn, reason, source, repairedOn }) =>
              html`<li>
                <strong>${repairedOn ? `已于 ${formatDay(repairedOn)} 修复` : '未修复'}</strong> ${reason}
                <span class="hint">${number} · ${formatDay(occurredOn)} · ${source}</span>
              </li>`,
          )}
        </ul>
        <p>未修复之前不能容缺受理、不能告知承诺。要修复或认为有误的，请到政务服务窗口办理。</p>`;

/** 我的 — who somebody is here, what stands on record, what they gave to others to do. */
export const minePage = ({ mine, parts, done, notice }: Shown): Html =>
  layout(
    '我的',
    html`<h1>我的</h1>
      ${done ? html`<p class="done" role="status">${done}</p>` : ''} ${facts(mine)} ${breaches(mine)} ${parts}
      <form method="post" action="/sign-out"><p><button class="plain">退出登录</button></p></form>`,
    notice,
  );
