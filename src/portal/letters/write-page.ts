import { CHANNELS, ORDER_TYPES, type LetterChoices } from '#hotline/index.ts';
import { html, type Html } from '#lib/html.ts';
import type { Form } from '#lib/http/forms.ts';
import { layout } from '../layout.ts';
import { area, faultSummary, line, optionsOf, radios, select, tick, type Fault } from '../parts.ts';

interface Writing {
  readonly choices: LetterChoices;
  readonly form: Form;
  /** One form, one letter: a double click carries the same key twice. */
  readonly key: string;
  readonly fault: Fault | null;
  readonly notice: Html | null;
}
const { mailbox, web } = CHANNELS;

function matter({ form, fault, choices }: Writing): Html {
  const field = (name: string, title: string, hint?: string) => ({
    name,
    title,
    hint,
    value: form[name],
    fault,
  });
  return html`${radios({ ...field('channel', '写给谁'), value: form['channel'] ?? 'mailbox' }, [
    { value: 'mailbox', title: mailbox },
    { value: 'web', title: `12345 热线（${web}）` },
  ])}
  ${radios(field('type', '属于哪一类'), optionsOf(ORDER_TYPES))}
  ${select(field('topic', '关于什么', '选最接近的一项即可，工作人员会再核对'), choices.topics)}
  ${select(field('place', '在哪里', '先看镇、街道，再选村、社区；说不清就选镇、街道'), choices.places)}
  ${line(field('title', '标题', '一句话说清什么事，最多 100 字'))}
  ${area(field('text', '内容', '时间、地点、经过和您的要求，最多 10000 字。请不要写身份证号、银行卡号'))}`;
}

function writer({ form, fault }: Writing): Html {
  const field = (name: string, title: string, hint?: string) => ({
    name,
    title,
    hint,
    value: form[name],
    fault,
  });
  return html`<h2>您的联系方式</h2>
    <p>只用于办理这封信，加密保存，承办单位联系您时才会看到。</p>
    ${line({ ...field('name', '姓名'), more: html`autocomplete="name"` })}
    ${line({
      ...field('phone', '联系电话', '手机或带区号的固定电话；以后凭编号和它查进度'),
      more: html`autocomplete="tel" inputmode="tel"`,
    })}
    ${line({ ...field('address', '联系地址'), isOptional: true, more: html`autocomplete="street-address"` })}
    ${tick(field('isAnonymous', '匿名', '不留姓名和电话，凭提交后给出的查询码查进度；工作人员无法联系您'))}
    ${tick(field('isConfidential', '要求保密', '承办单位不会知道您是谁，由热线工作人员代为联系；举报一律保密'))}
    ${tick(field('isPublishable', '同意公开', '答复后可隐去个人信息公开；不勾选就不公开，以后也可以撤回'))}`;
}

/** 写信. A form that was refused comes back as it was filled in, the faults at their fields. */
export function writePage(writing: Writing): Html {
  const { fault, key, notice } = writing;
  return layout(
    fault ? '有误：写信' : '写信',
    html`<h1>写信</h1>
      ${faultSummary(fault)}
      <p>
        咨询、求助、投诉、举报、建议、表扬都可以写。危及生命、财产安全的急事请直接拨打 110、119、120。
      </p>
      ${notice ? html`<p><strong>这是演示系统，请不要填写真实的姓名和电话。</strong></p>` : ''}
      <form method="post" action="/letters/new" novalidate>
        <input type="hidden" name="key" value="${key}" />
        ${matter(writing)} ${writer(writing)}
        <div class="away" aria-hidden="true">
          <label for="website">这一栏请留空</label>
          <input id="website" name="website" tabindex="-1" autocomplete="off" />
        </div>
        <p><button class="start">提交</button></p>
      </form>`,
    notice,
  );
}
