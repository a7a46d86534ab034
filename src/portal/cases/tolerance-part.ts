import type { OwnCaseWhole, OwnDraft } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatChinese } from '#lib/time.ts';
import { tick, type Fault } from '../parts.ts';

type ToldPromise = OwnDraft['promises'][number];
const EFFECT =
  '逾期没有补齐，或者补交的材料不符合要求的，终止办理，并记入失信记录；记录修复之前，不能再容缺受理，也不能适用告知承诺。';

const ofItem = ({ itemName, papers, within }: ToldPromise): Html =>
  html`<li>「${itemName}」：${within}补齐 <strong>${papers.join('、')}</strong></li>`;

/** 承诺书 in full: which papers, until when, what follows when they never come. */
const commitment = (promises: readonly ToldPromise[]): Html =>
  html`<p>主要材料已经提交，下列材料暂缺，申请容缺受理，承诺：</p>
    <ul>
      ${promises.map(ofItem)}
    </ul>
    <p>材料补齐之前不作决定。${EFFECT}</p>
    <p class="hint">准确的截止日期在受理时确定，写在容缺受理告知书和「我的办件」里。</p>`;

const NOT_COVERED =
  '委托不包括签收文书、签署承诺：请由委托人登录「我的办件」签署，或请委托人重新委托时选上。';

/** 核对: signed in the act of sending, or left out. */
export const promiseToSend = ({ promises, maySign }: OwnDraft, fault: Fault | null): Html | string =>
  promises.length === 0
    ? ''
    : html`<h2>容缺受理承诺书</h2>
        ${commitment(promises)}
        ${
          maySign
            ? tick({
                name: 'signsTolerance',
                title: '我已阅读全文，签署容缺受理承诺书',
                hint: '可以不签；不签的，要等材料补齐或者以后签署了才能受理',
                fault,
              })
            : html`<p class="hint">${NOT_COVERED}</p>`
        }`;

/** The page of a case that waits for the signature, or has it. */
export const promiseOfCase = ({ promise, maySign, signedAt, number }: OwnCaseWhole): Html | string => {
  const signed = signedAt === null ? '' : html`<p>${formatChinese(signedAt)} 已签署容缺受理承诺书。</p>`;
  if (promise === null) return signed;
  return html`<h2>容缺受理承诺书</h2>
    ${signed} ${commitment([promise])}
    ${
      maySign
        ? html`<form method="post" action="/mine/cases/${number}/promise">
            <p><label class="choice"><input type="checkbox" name="sure" value="on" required /> 我已阅读全文，签署容缺受理承诺书</label></p>
            <p><button class="start">签署</button></p>
          </form>
          <p class="hint">不签署的，也可以在网上补交这些材料，材料齐全后受理。</p>`
        : ''
    }`;
};

type Owed = NonNullable<OwnDraft['owed']>;
const why = ({ because }: Owed): Html | string =>
  because.length === 0
    ? ''
    : html`<details>
        <summary>为什么是这一天</summary>
        <ul>
          ${because.map((each) => html`<li>${each}</li>`)}
        </ul>
      </details>`;

/** 容缺材料: what must still come, until when, why that day, and what follows otherwise. */
export const owedPart = (owed: Owed | null): Html | string =>
  owed === null
    ? ''
    : html`<h2>容缺材料</h2>
        <p>
          ${owed.until === null ? '请尽快' : html`最迟 <strong>${owed.until}</strong> `}补齐：<strong>${owed.papers.join('、')}</strong>${owed.isOver ? html`（<strong>已经逾期</strong>）` : ''}。
        </p>
        ${why(owed)}
        <p>${EFFECT}</p>`;
