import { html, type Html } from '#lib/html.ts';
import { layout } from '../layout.ts';

interface Offer {
  readonly isOffered: boolean;
  /** Where somebody was on the way to; null for nowhere. */
  readonly to: string | null;
  readonly notice: Html | null;
}
const byProvince = (to: string | null): Html => html`<p>
    登录后可以网上申请、看办件进度、委托他人代办。由省统一身份认证平台核对身份，本站不接触您在那里的密码。
  </p>
  <p><a class="start" href="/sign-in/province${to === null ? '' : `?${new URLSearchParams({ to })}`}">用省统一身份认证登录</a></p>`;
const notYet = html`<p>这里还没有接通省统一身份认证平台，不能网上实名登录。</p>`;

/** 登录 — the way in for citizens and firms, and what needs none. */
export const signInPage = ({ isOffered, to, notice }: Offer): Html =>
  layout(
    '登录',
    html`<h1>登录</h1>
      ${isOffered ? byProvince(to) : notYet}
      <h2>不登录也能办</h2>
      <ul>
        <li>带身份证（单位带营业执照）到政务服务窗口申请、委托代办，窗口核对原件后登记。</li>
        <li><a href="/letters/follow">查办理进度</a>：凭编号和电话后四位，不需要账号。</li>
        <li><a href="/letters/new">写信</a>：不需要账号。</li>
      </ul>`,
    notice,
  );

interface Leaving {
  /** Where the province's own session ends; null when it has no such page. */
  readonly endsAt: string | null;
  readonly notice: Html | null;
}
/** 已退出 — with the way to leave the province's platform too, which would let the next person in unasked. */
export const signedOutPage = ({ endsAt, notice }: Leaving): Html =>
  layout(
    '已退出',
    html`<h1>已退出</h1>
      ${
        endsAt
          ? html`<p>在公用电脑上，请把省平台也退出，否则下一个人不用密码就能以您的身份登录。</p>
            <p><a class="start" href="${endsAt}">同时退出省统一身份认证平台</a></p>`
          : html`<p>在公用电脑上，请关闭浏览器。</p>`
      }
      <p><a href="/">返回首页</a></p>`,
    notice,
  );

/** Asked for by its address: leaving takes a press of the button, so that no other site can sign anybody out. */
export const signOutPage = (notice: Html | null): Html =>
  layout(
    '退出登录',
    html`<h1>退出登录</h1>
      <form method="post" action="/sign-out"><p><button class="start">退出</button></p></form>`,
    notice,
  );
