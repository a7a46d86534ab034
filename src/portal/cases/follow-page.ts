import type { FollowedCase } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatChinese } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { faultSummary, line, type Fault } from '../parts.ts';
import { hearingFollowed } from './hearing-part.ts';
import { fact, standing } from './standing.ts';
import { fetchingFact, surveysFollowed } from './told-parts.ts';

interface Asking {
  readonly number: string;
  readonly fault: Fault | null;
  readonly notice: Html | null;
}
/** 查办件进度 — by number and the last four digits of the phone. Posted, so that the digits stand in no address. */
export const followPage = ({ number, fault, notice }: Asking): Html =>
  layout(
    fault ? '有误：查办件进度' : '查办件进度',
    html`<h1>查办件进度</h1>
      ${faultSummary(fault)}
      <p>窗口、网上申请的办件都可以查，不需要注册。来信、热线诉求请<a href="/letters/follow">在这里查</a>。</p>
      <form method="post" action="/cases" novalidate>
        ${line({
          name: 'number',
          title: '办件编号',
          hint: '收件凭证上的编号，形如 BJ2020000001',
          value: number,
          fault,
          more: html`autocomplete="off" autocapitalize="characters"`,
        })}
        ${line({
          name: 'secret',
          title: '电话后四位',
          hint: '申请时留的联系电话，也可以填完整号码',
          fault,
          more: html`autocomplete="off" inputmode="numeric"`,
        })}
        <p><button class="start">查询</button></p>
      </form>
      <p><a href="/mine">实名登录看我的全部办件</a>　<a href="/">返回首页</a></p>`,
    notice,
  );

/** A case as whoever knows its number and four digits sees it. */
export const followedPage = (followed: FollowedCase, notice: Html | null): Html =>
  layout(
    `${followed.progress.word} · ${followed.number}`,
    html`<h1>${followed.itemName}</h1>
      <dl class="facts wide-terms">
        ${fact('编号', followed.number)} ${fact('收到材料', formatChinese(followed.receivedAt))}
        ${standing(followed.progress)} ${surveysFollowed(followed.surveys)} ${hearingFollowed(followed.hearing)} ${fetchingFact(followed.fetching)}
      </dl>
      <p>申请人的姓名、材料和决定的内容，<a href="/mine/cases/${followed.number}">实名登录</a>后才显示。</p>
      <p><a href="/cases">查另一件</a>　<a href="/">返回首页</a></p>`,
    notice,
  );
