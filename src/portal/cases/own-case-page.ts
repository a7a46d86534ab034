import { PAPER_STATES, type OwnCaseWhole } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatChinese, formatDay, type Day } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { deeds } from './own-case-deeds.ts';
import { hearingPart } from './hearing-part.ts';
import { fact, standing } from './standing.ts';
import { fetchingFact, surveysOf } from './told-parts.ts';
import { owedPart, promiseOfCase } from './tolerance-part.ts';

interface Shown {
  readonly own: OwnCaseWhole;
  /** Whether it was sent just now. */
  readonly isSent: boolean;
  /** What else was just done, in a sentence. */
  readonly done: string | null;
  readonly notice: Html | null;
}
const sent = ({ own, isSent }: Shown): Html | string =>
  isSent
    ? html`<div class="done" role="status">
        <p><strong>申请已提交</strong>，编号 <span class="code">${own.number}</span></p>
        <p>
          请记下编号；凭编号和联系电话后四位可以<a href="/cases">查进度</a>，也可以随时登录查看。
          <a href="/mine/cases/${own.number}/papers/receipt.pdf">下载收件凭证（pdf）</a>
        </p>
      </div>`
    : '';

const gaps = ({ gaps: all, state }: OwnCaseWhole): Html | string =>
  all.length === 0
    ? ''
    : html`<h2>${state === 'correcting' ? '请补正' : '一次性告知的内容'}</h2>
        <ul>
          ${all.map(({ paper, what }) => html`<li><strong>${paper}</strong>：${what}</li>`)}
        </ul>`;

const papers = ({ papers: all }: OwnCaseWhole): Html | string =>
  all.length === 0
    ? ''
    : html`<h2>材料</h2>
        <ul class="letters">
          ${all.map(
            ({ name, state, because }) =>
              html`<li>${name} <strong>${PAPER_STATES[state]}</strong>${because ? html`<span class="hint">${because}</span>` : ''}</li>`,
          )}
        </ul>`;

const files = ({ files: all, number }: OwnCaseWhole): Html | string =>
  all.length === 0
    ? ''
    : html`<h2>您提交的文件</h2>
        <ul>
          ${all.map(
            ({ id, name, paper }) =>
              html`<li><a href="/mine/cases/${number}/files/${id}">${name || '文件'}</a>${paper ? html` <span class="hint">${paper}</span>` : ''}</li>`,
          )}
        </ul>`;

const result = ({ resultFile, number, notices: all }: OwnCaseWhole): Html | string => {
  if (resultFile === null) return '';
  const what = all.some(({ kind }) => kind === 'refusal') ? '不予决定书' : '结果文书';
  return html`<p><a href="/mine/cases/${number}/files/${resultFile}">下载${what}（扫描件）</a></p>`;
};

const notices = ({ notices: all, number }: OwnCaseWhole): Html =>
  html`<h2>文书</h2>
    <ul>
      ${all.map(
        ({ kind, title }) =>
          html`<li><a href="/mine/cases/${number}/papers/${kind}.pdf">${title}（pdf）</a></li>`,
      )}
    </ul>`;

/** 我的一件办件 — stage, who has it, days used, until when and why. */
export function ownCasePage(shown: Shown): Html {
  const { own, notice } = shown;
  const { progress } = own;
  return layout(
    `${progress.word} · ${own.number}`,
    html`<h1>${own.itemName}</h1>
      ${sent(shown)} ${shown.done ? html`<p class="done" role="status">${shown.done}</p>` : ''}
      <dl class="facts wide-terms">
        ${fact('编号', own.number)} ${fact('申请人', own.isForAnother ? `${own.applicantName}（您受委托代办）` : own.applicantName)}
        ${fact('提交', formatChinese(own.submittedAt))}
        ${standing(progress)} ${fetchingFact(own.fetching)} ${fact('理由', own.reason)} ${fact('结果文书号', own.resultNumber)}
        ${fact('有效期至', own.validUntil && formatDay(own.validUntil as Day))}
        ${fact('不得再次申请至', own.barredUntil && `${formatDay(own.barredUntil)}（含当日）`)}
        ${fact('申请延续', own.renewBy && `需要延续的，最迟 ${formatDay(own.renewBy)} 申请；按时申请、届满前没有决定的，视为准予延续`)}
        ${fact('视为准予延续', own.deemedRenewedAt && formatChinese(own.deemedRenewedAt))}
      </dl>
      ${result(own)} ${gaps(own)} ${surveysOf(own)} ${hearingPart(own)} ${owedPart(own.owed)} ${promiseOfCase(own)} ${deeds(own)} ${papers(own)} ${files(own)} ${notices(own)}
      <p><a href="/mine">返回我的</a></p>`,
    notice,
  );
}
