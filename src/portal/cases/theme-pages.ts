import type { MyMandate } from '#applicants/index.ts';
import type { OwnCase, ToldTheme } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { faultSummary, line, radios, type Fault } from '../parts.ts';

type Notice = Html | null;

/** 一件事 — all that are published. */
export const themesPage = (themes: readonly ToldTheme[], notice: Notice): Html =>
  layout(
    '一件事一次办',
    html`<h1>一件事一次办</h1>
      <p>要办几个证照才办得成的事，一次申请、一套材料，前一项的结果由我们转给后一项。</p>
      ${
        themes.length === 0
          ? html`<p>现在没有公布的一件事，请<a href="/items">按事项办理</a>。</p>`
          : html`<ul class="letters">
              ${themes.map(
                ({ id, name, items }) =>
                  html`<li>
                    <a href="/themes/${id}">${name}</a>
                    <span class="hint">含${items.map((each) => each.name).join('、')}</span>
                  </li>`,
              )}
            </ul>`
      }
      <p><a href="/items">按事项查找</a></p>`,
    notice,
  );

interface Starting {
  readonly theme: ToldTheme;
  readonly mandates: readonly MyMandate[];
  readonly key: string;
  readonly fault: Fault | null;
  readonly notice: Notice;
}
/** For whom; then the draft begins. */
export const themeStartPage = ({ theme, mandates, key, fault, notice }: Starting): Html =>
  layout(
    fault ? `有误：申请${theme.name}` : `申请：${theme.name}`,
    html`<h1>申请：${theme.name}</h1>
      ${faultSummary(fault)}
      <p>先回答几个问题、上传材料，核对后提交。中途可以离开，填写的内容保留三十天。</p>
      <form method="post" action="/themes/${theme.id}/apply" novalidate>
        <input type="hidden" name="key" value="${key}" />
        ${
          mandates.length === 0
            ? html`<p>为您本人（本单位）申请。</p>`
            : radios({ name: 'mandate', title: '为谁申请', value: 'self', fault }, [
                { value: 'self', title: '本人（本单位）' },
                ...mandates.map(({ id, other, endsOn }) => ({
                  value: id,
                  title: `${other}（受委托，到 ${formatDay(endsOn)}）`,
                })),
              ])
        }
        <p><button class="start">开始填写</button></p>
      </form>
      <p><a href="/themes/${theme.id}">返回</a></p>`,
    notice,
  );

/** The cases of one thing that was applied for together. */
export const ownBundlePage = (
  cases: readonly OwnCase[],
  { id, done, notice }: { readonly id: string; readonly done: Html | null; readonly notice: Notice },
): Html =>
  layout(
    '一件事办件',
    html`<h1>一件事办件</h1>
      ${done ? html`<p class="done" role="status">${done}</p>` : ''}
      <ul class="letters">
        ${cases.map(
          ({ number, itemName, progress }) =>
            html`<li>
              <a href="/mine/cases/${number}">${itemName}</a> <strong>${progress.word}</strong>
              <span class="hint">${number} · ${progress.note}</span>
            </li>`,
        )}
      </ul>
      ${
        cases.some(({ mayWithdraw }) => mayWithdraw)
          ? html`<details>
              <summary>撤回一件事</summary>
              <p>还没有决定的各件一次撤回，已经决定的不变；只撤回其中一件的，请打开那一件。</p>
              <form method="post" action="/mine/bundles/${id}/withdraw">
                ${line({ name: 'reason', title: '撤回原因' })}
                <p><label class="choice"><input type="checkbox" name="sure" value="on" required /> 我确认全部撤回，不再办理</label></p>
                <p><button class="plain">全部撤回</button></p>
              </form>
            </details>`
          : ''
      }
      <p><a href="/mine">返回我的</a></p>`,
    notice,
  );
/** What is said above the list, by what was just done. */
export const DONE = {
  sent: html`<strong>申请已提交</strong>，各事项的编号如下，请记下；凭编号和联系电话后四位可以<a href="/cases">查进度</a>。`,
  withdrawn: html`<strong>已撤回</strong>尚未决定的各件。`,
} as const;
