import { bundleAddress, counterAddress, readableCode, type OwnDraft } from '#cases/index.ts';
import { qrSvg } from '#documents/index.ts';
import { html, type Html } from '#lib/html.ts';

interface Shown {
  readonly own: OwnDraft;
  readonly site?: string | undefined;
}

/** 到窗口办 — the code of a draft and the sign that opens it at a counter, with the sheet to print. */
export function counterPart({ own: { draft }, site }: Shown): Html | string {
  const { code, itemCode, theme } = draft;
  if (code === null) return '';
  const sheet = `/items/${encodeURIComponent(itemCode)}/sheet.pdf?${new URLSearchParams({ draft: code })}`;
  const address = (at: string): string =>
    theme === null ? counterAddress(at, itemCode, code) : bundleAddress(at, code);
  return html`<h2>也可以带到窗口办</h2>
    <p>到任一政务服务窗口出示提取码，工作人员凭码打开您填好的内容，材料齐的当场收件。收件前窗口看不到您的完整姓名和号码。</p>
    <p>提取码 <strong class="code">${readableCode(code)}</strong></p>
    ${
      site === undefined
        ? ''
        : html`<div class="sign" role="img" aria-label="窗口扫码打开这份草稿">${{ __html: qrSvg(address(site)) }}</div>`
    }
    ${theme === null ? html`<p><a href="${sheet}">打印手工登记单（带提取码）</a></p>` : ''}`;
}
