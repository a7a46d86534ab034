import { ORDER_TYPES, RATINGS, type Deed, type FollowedLetter } from '#hotline/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatChinese, formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { area, faultSummary, line, optionsOf, radios, tick, words, type Fault } from '../parts.ts';

interface Shown {
  readonly followed: FollowedLetter;
  readonly deeds: readonly Deed[];
  /** What was just done, in a sentence. */
  readonly done: string | null;
  readonly fault: Fault | null;
  readonly notice: Html | null;
}
type Standing = FollowedLetter['standing'];

/** 办理中（到 5月18日）; overdue is said in plain words. */
const byWhen = ({ dueOn, lateDays }: Standing): Html | string => {
  if (dueOn === null) return '';
  if (lateDays === null) return html`（到 ${formatDay(dueOn)}）`;
  const late = lateDays === 0 ? '今天已过答复期限' : `已超过答复期限 ${lateDays} 天`;
  return html`<strong class="late">${late}</strong>（应于 ${formatDay(dueOn)}前答复）`;
};

const STEPS = ['已收到', '已转交', '办理中', '已答复'] as const;
/** The way a letter goes, and where it is; nothing for one that left the way. */
function steps({ word }: Standing): Html | string {
  const at = (STEPS as readonly string[]).indexOf(word);
  if (at < 0) return '';
  return html`<ol class="steps" aria-label="办理进度">
    ${STEPS.map(
      (each, n) =>
        html`<li class="${n < at ? 'past' : n === at ? 'here' : 'ahead'}" ${n === at ? html`aria-current="step"` : ''}>
          ${each}
        </li>`,
    )}
  </ol>`;
}

const form = (deed: Deed, ticket: string, content: Html): Html =>
  html`<form method="post" action="/letters/follow/${deed}" novalidate>
    <input type="hidden" name="ticket" value="${ticket}" />
    ${content}
  </form>`;

const rating = ({ followed, fault }: Shown): Html =>
  html`<h2>评价这次答复</h2>
    <p>只能评价一次。不满意而且问题没有解决的，退回承办单位重新办理。</p>
    ${form(
      'rate',
      followed.ticket,
      html`${radios({ name: 'result', title: '您对答复满意吗', fault }, optionsOf(RATINGS))}
      ${radios({ name: 'solved', title: '问题解决了吗', fault }, [
        { value: 'yes', title: '解决了' },
        { value: 'no', title: '没有解决' },
      ])}
      ${area({ name: 'words', title: '想补充的话', hint: '最多 500 字', fault, isOptional: true, rows: 4 })}
      <p><button class="start">提交评价</button></p>`,
    )}`;

const takingBack = ({ followed, fault }: Shown): Html =>
  html`<details>
    <summary>撤回这封信</summary>
    ${form(
      'take-back',
      followed.ticket,
      html`${tick({ name: 'sure', title: '我确认撤回，不再需要办理', fault })}
        <p><button class="plain">撤回</button></p>`,
    )}
  </details>`;

const takingConsentBack = ({ followed }: Shown): Html =>
  html`<details>
    <summary>撤回公开同意</summary>
    <p>撤回后不再公开；已经公开的立即取消。</p>
    ${form('withdraw-consent', followed.ticket, html`<p><button class="plain">撤回公开同意</button></p>`)}
  </details>`;

interface Proving {
  readonly title: string;
  readonly why: string;
  /** What proves enough. */
  readonly by: string;
}
const proving = ({ letter }: FollowedLetter, { title, why, by }: Proving): Html =>
  html`<h2>${title}</h2>
    <p>${why}</p>
    <form method="post" action="/letters/follow" novalidate>
      <input type="hidden" name="number" value="${letter.number}" />
      ${line({ name: 'secret', title: by, more: html`autocomplete="off"` })}
      <p><button class="plain">核对</button></p>
    </form>`;
/** Four digits are read off many a list: what changes a letter takes more than they prove. */
const byMore = (followed: FollowedLetter): Html =>
  proving(followed, {
    title: followed.isCovered ? '查看内容、评价或撤回' : '评价或撤回',
    why: '请用完整的电话号码或查询码再查一次，只有您本人能办。',
    by: '完整电话号码或查询码',
  });
/** A form that would only be refused is not offered: the number that opened this page is known to others by now. */
const byCode = (followed: FollowedLetter): Html =>
  proving(followed, {
    title: '评价或撤回',
    why: '工作人员因联系您查看过这个号码，评价、撤回请改用写信后得到或话务员告知的查询码；没有查询码的，请在回访时评价，或拨打 12345。',
    by: '查询码',
  });

/** What its writer can do now; who has proved little is asked to prove more. */
function doing(shown: Shown): Html | string {
  const { followed, deeds } = shown;
  if (followed.proof === 'digits') return deeds.length > 0 || followed.isCovered ? byMore(followed) : '';
  const consent = deeds.includes('withdraw-consent') ? takingConsentBack(shown) : '';
  if (followed.needsCode)
    return html`${deeds.includes('rate') || deeds.includes('take-back') ? byCode(followed) : ''} ${consent}`;
  return html`${deeds.includes('rate') ? rating(shown) : ''} ${deeds.includes('take-back') ? takingBack(shown) : ''}
  ${consent}`;
}

function answer({ letter, standing, isCovered }: FollowedLetter): Html | string {
  if (standing.word === '已答复' && isCovered)
    return html`<p>已经答复。要求保密的诉求，标题和答复须核对身份后才显示。</p>`;
  if (standing.word !== '已答复' || letter.reply === null) return '';
  return html`<h2>答复</h2>
    ${words(letter.reply)}
    ${letter.repliedAt ? html`<p class="hint">${formatChinese(letter.repliedAt)} 答复</p>` : ''}
    ${letter.rating ? html`<p>您的评价：${RATINGS[letter.rating as keyof typeof RATINGS] ?? '已评价'}</p>` : ''}`;
}

/** The answer to what a letter was merged with, and where its writer turns with what they think of it. */
function jointAnswer({ joint, isCovered }: FollowedLetter): Html | string {
  if (joint?.standing.word !== '已答复') return '';
  const kept = isCovered
    ? html`<p>已经答复。要求保密的诉求，标题和答复须核对身份后才显示。</p>`
    : html`<p>合并的另一件要求保密，答复的内容请拨打 12345 询问。</p>`;
  const said = joint.reply === null ? kept : words(joint.reply);
  return html`<h2>${joint.number} 的答复</h2>
    ${said}
    ${joint.repliedAt ? html`<p class="hint">${formatChinese(joint.repliedAt)} 答复；其中的个人信息已遮盖</p>` : ''}
    <p>合并办理的信不单独评价。问题没有解决的，请再写一封信并写明编号 ${joint.number}，或拨打 12345。</p>`;
}

/** A letter as its writer may see it: where it stands, the answer, and what they can do now. */
export function letterPage(shown: Shown): Html {
  const { followed, done, fault, notice } = shown;
  const { letter, standing, joint } = followed;
  return layout(
    `${standing.word} · ${letter.number}`,
    html`<h1>${letter.title}</h1>
      ${done ? html`<p class="done" role="status">${done}</p>` : ''} ${faultSummary(fault)} ${steps(joint?.standing ?? standing)}
      <dl class="facts">
        <div>
          <dt>编号</dt>
          <dd>${letter.number}</dd>
        </div>
        <div>
          <dt>类型</dt>
          <dd>${ORDER_TYPES[letter.type]}</dd>
        </div>
        <div>
          <dt>收到</dt>
          <dd>${formatChinese(letter.registeredAt)}</dd>
        </div>
        <div>
          <dt>进度</dt>
          <dd>${standing.word}：${standing.note}${byWhen(joint?.standing ?? standing)}</dd>
        </div>
      </dl>
      ${answer(followed)} ${jointAnswer(followed)} ${doing(shown)}
      <p><a href="/letters/follow">查另一件</a>　<a href="/">返回首页</a></p>`,
    notice,
  );
}
