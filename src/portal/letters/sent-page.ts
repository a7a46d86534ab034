import type { Sent } from '#hotline/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';

/** `K7Q2-9XDM`: read out in two halves. */
const halves = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

const how = (sent: Sent): Html =>
  html`<dl class="facts">
      <div>
        <dt>查询码</dt>
        <dd class="code">${halves(sent.code)}</dd>
      </div>
    </dl>
    <p>
      <strong>查询码只在这里显示，请和编号一起记下。</strong>凭编号和查询码<a href="/letters/follow">查办理进度</a>、评价答复，不需要注册。
    </p>
    <p>留了电话的，填电话后四位也能查进度；匿名信只能凭查询码查。</p>`;

/** 已收到 — the number, by when there will be an answer, and how to follow it. */
export const sentPage = (sent: Sent, notice: Html | null): Html =>
  layout(
    '来信已收到',
    html`<h1>来信已收到</h1>
      <dl class="facts">
        <div>
          <dt>编号</dt>
          <dd class="code">${sent.number}</dd>
        </div>
        <div>
          <dt>答复</dt>
          <dd>
            ${
              sent.promisedOn === null
                ? '派给承办单位后，查进度时可以看到答复期限'
                : `预计 ${formatDay(sent.promisedOn)}前答复`
            }
          </dd>
        </div>
      </dl>
      ${how(sent)}
      <p><a href="/letters/new">再写一封</a>　<a href="/">返回首页</a></p>`,
    notice,
  );
