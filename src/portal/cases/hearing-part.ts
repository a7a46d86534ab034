import type { FollowedCase, OwnCaseWhole } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';

type Followed = NonNullable<FollowedCase['hearing']>;
/** How far a hearing is, in one sentence. */
function standingOf({ state, askBy, at, heldBy }: Followed): string {
  if (state === 'told') return `已告知听证权利，最迟 ${askBy} 可以提出；期满前不作出决定`;
  if (state === 'asked') return `已有人提出听证，正在安排${heldBy === null ? '' : `，最迟 ${heldBy} 前举行`}`;
  if (state === 'set') return `定于 ${at ?? ''} 举行`;
  if (state === 'held') return `已于 ${at ?? ''} 举行，根据听证笔录作出决定`;
  return state === 'waived' ? '已书面放弃' : '没有举行';
}
/** 听证 for who follows by number: nothing of the place. */
export const hearingFollowed = (told: FollowedCase['hearing']): Html | string =>
  told === null
    ? ''
    : html`<div>
        <dt>听证</dt>
        <dd>${standingOf(told)}</dd>
      </div>`;

const deed = (number: string, wish: 'ask' | 'waive', [title, sure]: readonly [string, string]): Html =>
  html`<details>
    <summary>${title}</summary>
    <form method="post" action="/mine/cases/${number}/hearing">
      <input type="hidden" name="wish" value="${wish}" />
      <p><label class="choice"><input type="checkbox" name="sure" value="on" required /> ${sure}</label></p>
      <p><button class="plain">${title}</button></p>
    </form>
  </details>`;

/** 听证 for the applicant: until when to ask, when and where it is, and what they may do. */
export function hearingPart({ hearing: told, number }: OwnCaseWhole): Html | string {
  if (told === null) return '';
  const { at, site, presider, state } = told;
  return html`<h2>听证</h2>
    <p>${standingOf(told)}。听证的时间不计入审批期限，您不承担费用。</p>
    ${
      state === 'set'
        ? html`<dl class="facts wide-terms">
            <div>
              <dt>时间</dt>
              <dd><strong>${at}</strong></dd>
            </div>
            <div>
              <dt>地点</dt>
              <dd>${site}</dd>
            </div>
            <div>
              <dt>主持人</dt>
              <dd>${presider}（认为与本件有直接利害关系的，可以申请回避）</dd>
            </div>
          </dl>`
        : ''
    }
    ${told.mayAsk ? deed(number, 'ask', ['要求听证', '我要求就本件举行听证']) : ''}
    ${told.mayWaive ? deed(number, 'waive', ['放弃听证', '我放弃听证，不再要求举行']) : ''}`;
}
