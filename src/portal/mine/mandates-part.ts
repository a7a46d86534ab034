import type { MyMandate } from '#applicants/index.ts';
import { html, type Html } from '#lib/html.ts';
import { daysOf, reachOf, standingOf } from './words.ts';

const END = {
  given: { deed: 'revoke', title: '撤销委托', sure: '我确认撤销，对方从今天起不能再代我办理' },
  received: { deed: 'renounce', title: '辞去委托', sure: '我确认不再代对方办理' },
} as const;

const ending = ({ id, side }: MyMandate): Html => {
  const { deed, title, sure } = END[side];
  return html`<details>
    <summary>${title}</summary>
    <form method="post" action="/mine/mandates/${id}/${deed}">
      <p>
        <label class="choice"><input type="checkbox" name="sure" value="on" required /> ${sure}</label>
      </p>
      <p><button class="plain">${title}</button></p>
    </form>
  </details>`;
};

const one = (mandate: MyMandate): Html =>
  html`<li>
    <strong>${mandate.side === 'given' ? `委托 ${mandate.other}` : `受 ${mandate.other} 委托`}</strong>
    ${standingOf(mandate)}
    <span class="hint">${mandate.number} · ${daysOf(mandate)}</span>
    <span class="hint">${reachOf(mandate)}</span>
    ${mandate.isInForce ? ending(mandate) : ''}
  </li>`;

const listed = (mandates: readonly MyMandate[], none: string): Html =>
  mandates.length === 0
    ? html`<p>${none}</p>`
    : html`<ul class="letters">
        ${mandates.map(one)}
      </ul>`;

/** 我的委托 — given and received, each with the way to end it. */
export const mandatesPart = (mandates: readonly MyMandate[]): Html =>
  html`<h2>我委托的</h2>
    ${listed(
      mandates.filter(({ side }) => side === 'given'),
      '没有委托他人代办。',
    )}
    <p><a href="/mine/mandates/new">委托他人代办</a></p>
    <h2>我受托的</h2>
    ${listed(
      mandates.filter(({ side }) => side === 'received'),
      '没有人委托您代办。',
    )}`;
