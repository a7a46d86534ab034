import type { OpenDraft, OwnCase } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { dayOf, formatDay } from '#lib/time.ts';

const one = ({ number, itemName, receivedAt, isForAnother, applicantName, progress }: OwnCase): Html =>
  html`<li>
    <a href="/mine/cases/${number}">${itemName}</a>
    <strong>${progress.word}</strong>${isForAnother ? html`（代${applicantName}）` : ''}
    <span class="hint"
      >${number} · ${formatDay(dayOf(receivedAt))}提交 · ${progress.note}${progress.holder ? `；现在由${progress.holder}办理` : ''}</span
    >
  </li>`;

const begun = ({ id, itemName, expiresOn }: OpenDraft): Html =>
  html`<li>
    <a href="/mine/drafts/${id}">继续填写：${itemName}</a>
    <span class="hint">还没有提交，保留到 ${formatDay(expiresOn)}</span>
  </li>`;

/** 我的办件 — what was sent, and what is not sent yet. */
export const casesPart = (cases: readonly OwnCase[], drafts: readonly OpenDraft[]): Html =>
  html`<h2>我的办件</h2>
    ${
      cases.length + drafts.length === 0
        ? html`<p>还没有网上申请。<a href="/items">查找要办的事项</a></p>`
        : html`<ul class="letters">
            ${drafts.map(begun)} ${cases.map(one)}
          </ul>
          <p><a href="/items">再办一件</a></p>`
    }`;
