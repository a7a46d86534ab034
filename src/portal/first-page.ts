import { html, type Html } from '#lib/html.ts';
import { layout } from './layout.ts';
import { line } from './parts.ts';

interface Way {
  readonly to: string;
  readonly title: string;
  readonly about: string;
}
const WAYS: readonly Way[] = [
  { to: '/items', title: '我要办', about: '查办事指南，看要带什么、多久办好；可以在网上申请' },
  { to: '/cases', title: '查办件', about: '凭编号和电话后四位，看办到哪一步、谁在办、哪天办好' },
  { to: '/how-long', title: '实际用时', about: '各事项真正用了几天，和承诺的时限放在一起看' },
  { to: '/mine', title: '我的', about: '实名登录，看自己的办件，补交材料，授权别人代办' },
  { to: '/letters/new', title: '写信', about: '求助、咨询、投诉、举报、建议，都给编号和答复期限' },
  { to: '/letters/follow', title: '查来信', about: '看来信转给了谁、什么时候答复，评价答复' },
  { to: '/letters', title: '公开的来信', about: '别人问过什么，部门怎样答复' },
];
const STAFF: readonly (readonly [string, string])[] = [
  ['窗口和部门', '前台收件、部门并联审批、统一出件；法定和承诺两个时限自动计算，逾期亮灯。'],
  ['热线和信箱', '登记、派单、答复、回访；到期前提醒，重复来电合并处理。'],
  ['写自评的人', '填数据、看每一项按规则得几分、差在哪里、怎样提高；导出与财政表格一致的报告。'],
  ['核对、签发的人', '逐处看依据和计算过程，退回或签发；签发之后的改动另行显示，不改动已签的内容。'],
  ['财政部门', '放入一批单位的报告，逐份核查，按主要问题排序，同一项在各单位之间对照。'],
  ['审计和监督', '每次操作记入只增不改的账本，改动一个字节也能查出是哪一条。'],
];

/** What people come for first, then what this is for staff, and their way in. */
export const firstPage = (notice: Html | null): Html =>
  layout(
    '首页',
    html`<h1><span class="whole">办事、来信，</span><span class="whole">一个窗口</span></h1>
      <form method="get" action="/items" class="search" role="search">
        ${line({
          name: 'q',
          title: '要办什么',
          hint: '照平时的说法写，如“开饭店”“迁户口”',
          value: '',
          more: html`type="search" maxlength="100"`,
        })}
        <button class="plain">查找</button>
      </form>
      <ul class="cards">
        ${WAYS.map(
          ({ to, title, about }) =>
            html`<li><a href="${to}">${title}</a> <span class="hint">${about}</span></li>`,
        )}
      </ul>
      <h2>工作人员</h2>
      <p class="lead">年底的每一个数，都能点开看到来处：业务照常办，部门整体支出绩效自评从业务记录里数出来。</p>
      <p><a class="start" href="/desk/">工作人员登录</a></p>
      <dl>
        ${STAFF.map(([who, what]) => html`<div><dt>${who}</dt><dd>${what}</dd></div>`)}
      </dl>
      <h2>给程序用的接口</h2>
      <p>工作台的一切操作都经由公开的接口完成：<a href="/api">接口说明</a>（OpenAPI 3.1）。</p>`,
    notice,
  );
