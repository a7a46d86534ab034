import type { MyMandate } from '#applicants/index.ts';
import type { OpenDraft } from '#cases/index.ts';
import { html, type Html } from '#lib/html.ts';
import { formatDay } from '#lib/time.ts';
import { layout } from '../layout.ts';
import { faultSummary, radios, type Fault } from '../parts.ts';

interface Starting {
  readonly code: string;
  readonly name: string;
  /** Whether it can be applied for on line at all. */
  readonly isOnline: boolean;
  readonly drafts: readonly OpenDraft[];
  /** Received, and such as let apply for this item today. */
  readonly mandates: readonly MyMandate[];
  readonly form: Readonly<Record<string, string>>;
  readonly key: string;
  readonly fault: Fault | null;
  readonly notice: Html | null;
}

const going = ({ drafts }: Starting): Html | string =>
  drafts.length === 0
    ? ''
    : html`<h2>上次没有填完</h2>
        <ul class="letters">
          ${drafts.map(
            ({ id, expiresOn }) =>
              html`<li><a href="/mine/drafts/${id}">接着填写</a> <span class="hint">保留到 ${formatDay(expiresOn)}</span></li>`,
          )}
        </ul>
        <h2>重新填写一份</h2>`;

const whom = ({ mandates, form, fault }: Starting): Html | string =>
  mandates.length === 0
    ? html`<p>为您本人（本单位）申请。替别人、别的单位办的，请对方先<a href="/mine/mandates/new">在网上委托</a>。</p>`
    : radios({ name: 'mandate', title: '为谁申请', value: form['mandate'] ?? 'self', fault }, [
        { value: 'self', title: '本人（本单位）' },
        ...mandates.map(({ id, other, endsOn }) => ({
          value: id,
          title: `${other}（受委托，到 ${formatDay(endsOn)}）`,
        })),
      ]);

/** 网上申请, the first page: what it takes, and for whom. */
export function startPage(starting: Starting): Html {
  const { code, name, isOnline, key, fault, notice } = starting;
  const action = `/items/${encodeURIComponent(code)}/apply`;
  return layout(
    fault ? `有误：申请${name}` : `申请：${name}`,
    html`<h1>申请：${name}</h1>
      ${faultSummary(fault)} ${going(starting)}
      ${
        isOnline
          ? html`<p>先回答几个问题、上传材料，核对后提交。中途可以离开，填写的内容保留三十天。</p>
              <form method="post" action="${action}" novalidate>
                <input type="hidden" name="key" value="${key}" />
                ${whom(starting)}
                <p><button class="start">开始填写</button></p>
              </form>`
          : html`<p>这个事项还不能在网上申请，请带材料到政务服务窗口办理，或委托他人代办。</p>`
      }
      <p><a href="/items/${encodeURIComponent(code)}">返回办事指南</a></p>`,
    notice,
  );
}
