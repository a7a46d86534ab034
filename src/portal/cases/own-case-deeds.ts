import type { OwnCase } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { line } from '../parts.ts';

const supplying = ({ number, takesPapers }: OwnCase): Html | string =>
  takesPapers
    ? html`<form method="post" action="/mine/cases/${number}/supply"><p><button class="start">网上补交材料</button></p></form>`
    : '';

const renewing = ({ number, mayRenew }: OwnCase): Html | string =>
  mayRenew
    ? html`<form method="post" action="/mine/cases/${number}/renew"><p><button class="start">申请延续</button></p></form>`
    : '';

const withdrawing = ({ number, mayWithdraw }: OwnCase): Html | string =>
  mayWithdraw
    ? html`<details>
        <summary>撤回申请</summary>
        <form method="post" action="/mine/cases/${number}/withdraw">
          ${line({ name: 'reason', title: '撤回原因' })}
          <p><label class="choice"><input type="checkbox" name="sure" value="on" required /> 我确认撤回，不再办理</label></p>
          <p><button class="plain">撤回</button></p>
        </form>
      </details>`
    : '';

const uncovered = ({ uncovered: acts }: OwnCase): Html | string =>
  acts.length > 0
    ? html`<p class="hint">委托不包括${acts.join('、')}：请由委托人办理，或请委托人重新委托时选上。</p>`
    : '';

/** What its applicant, or who acts for them, can do with a case now. */
export const deeds = (own: OwnCase): Html =>
  html`${supplying(own)} ${renewing(own)} ${withdrawing(own)} ${uncovered(own)}`;
