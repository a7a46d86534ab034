import { html, type Html } from '#lib/html.ts';
import { layout } from '../layout.ts';
import { faultSummary, line, type Fault } from '../parts.ts';

interface Asking {
  readonly number: string;
  readonly fault: Fault | null;
  readonly notice: Html | null;
}
/** 查办理进度 — by number and the last four digits of the phone, the whole of it, or the code. Posted, so that neither stands in an address. */
export const followPage = ({ number, fault, notice }: Asking): Html =>
  layout(
    fault ? '有误：查办理进度' : '查办理进度',
    html`<h1>查办理进度</h1>
      ${faultSummary(fault)}
      <p>写信、打电话登记的诉求都可以查，不需要注册。</p>
      <form method="post" action="/letters/follow" novalidate>
        ${line({
          name: 'number',
          title: '编号',
          hint: '形如 GD2020000001',
          value: number,
          more: html`autocomplete="off" autocapitalize="characters"`,
        })}
        ${line({
          name: 'secret',
          title: '电话后四位、完整电话号码或查询码',
          hint: '查进度填后四位就够；还要评价、撤回的，请填完整号码（固定电话带区号）或写信后得到、话务员告知的查询码',
          more: html`autocomplete="off"`,
        })}
        <p><button class="start">查询</button></p>
      </form>`,
    notice,
  );
