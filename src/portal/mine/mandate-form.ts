import { ACTS, EXTENTS, IDENTITY_KINDS } from '#applicants/index.ts';
import { html, type Html } from '#lib/html.ts';
import type { Form } from '#lib/http/forms.ts';
import { layout } from '../layout.ts';
import { area, faultSummary, line, optionsOf, radios, select, type Fault } from '../parts.ts';

interface Filled {
  readonly form: Form;
  readonly key: string;
  readonly fault: Fault | null;
  readonly notice: Html | null;
}
const ACT = 'act-';
const off = html`autocomplete="off"`;
const date = html`type="date"`;

const acts = (form: Form, fault: Fault | null): Html =>
  html`<fieldset class="field" id="acts">
    <legend>可以代办什么</legend>
    ${fault?.fields.some(({ path }) => path === 'acts') ? html`<p class="fault">请至少选一样</p>` : ''}
    ${Object.entries(ACTS).map(
      ([act, title]) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            name="${ACT}${act}"
            value="on"
            ${form[`${ACT}${act}`] === 'on' ? html`checked` : ''}
          />
          ${title}</label
        >`,
    )}
  </fieldset>`;

/** 委托他人代办. */
export const mandateForm = ({ form, key, fault, notice }: Filled): Html =>
  layout(
    fault ? '有误：委托他人代办' : '委托他人代办',
    html`<h1>委托他人代办</h1>
      ${faultSummary(fault)}
      <p>受托人以同样的姓名和证件号码实名登录后，就能代您办理；您随时可以撤销。</p>
      <form method="post" action="/mine/mandates/new" novalidate>
        <input type="hidden" name="key" value="${key}" />
        ${line({ name: 'agentName', title: '受托人姓名', value: form['agentName'], fault, more: off })}
        ${select(
          {
            name: 'agentIdentityKind',
            title: '受托人证件',
            value: form['agentIdentityKind'] ?? 'resident',
            fault,
          },
          optionsOf(IDENTITY_KINDS),
        )}
        ${line({ name: 'agentIdentity', title: '受托人证件号码', value: form['agentIdentity'], fault, more: off })}
        ${radios({ name: 'extent', title: '委托哪些事项', value: form['extent'], fault }, optionsOf(EXTENTS))}
        ${area({
          name: 'items',
          title: '事项编码',
          hint: '只限列出的事项时填写，一行一个；编码见办事指南',
          value: form['items'],
          fault,
          isOptional: true,
          rows: 3,
        })}
        ${acts(form, fault)}
        ${line({ name: 'startsOn', title: '开始日期', value: form['startsOn'], fault, more: date })}
        ${line({ name: 'endsOn', title: '截止日期（含当日）', value: form['endsOn'], fault, more: date })}
        <p><button class="start">委托</button></p>
      </form>
      <p><a href="/mine">返回我的</a></p>`,
    notice,
  );

export interface MandateInput extends Readonly<Record<string, unknown>> {
  readonly extent?: string;
  readonly items?: readonly string[];
}

/** The input of the action `give` from what was filled in. What was left empty is left out, and found missing there. */
export function mandateInput(form: Form): MandateInput {
  const said = ['agentName', 'agentIdentityKind', 'agentIdentity', 'extent', 'startsOn', 'endsOn'].flatMap(
    (name) => (form[name]?.trim() ? [[name, form[name].trim()] as const] : []),
  );
  const items = (form['items'] ?? '').split(/[\s,，、;；]+/).filter((code) => code !== '');
  return {
    ...Object.fromEntries(said),
    ...(items.length > 0 ? { items: [...new Set(items)] } : {}),
    acts: Object.keys(ACTS).filter((act) => form[`${ACT}${act}`] === 'on'),
  };
}
