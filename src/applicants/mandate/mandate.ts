import { day, instant, json, personal, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Act, Extent, GivenBy } from '../words.ts';

/**
 * 委托 — a principal empowers an agent for items and acts over some days. An agent is named by name and document and
 * *bound* as soon as somebody of both is verified here; a `helper` 帮代办员 is an account of the staff.
 */
export const mandate = noun({
  name: 'mandate',
  as: 'mandate',
  path: 'mandates',
  title: '委托',
  states: { 'in-force': '有效', revoked: '已撤销', renounced: '已辞去', expired: '已到期' },
  columns: {
    principal: uuid('委托人').measured(),
    agent: uuid('受托人').orNull().measured(),
    agentName: personal('受托人姓名', 'name').orNull(),
    agentIdentity: personal('受托人证件号码', 'identity').orNull(),
    helper: uuid('帮代办员').orNull().measured(),
    extent: text<Extent>('委托范围'),
    items: json<readonly string[]>('事项'),
    acts: json<readonly Act[]>('可以代办什么'),
    startsOn: day('开始日期').measured(),
    endsOn: day('截止日期（含当日）').measured(),
    scan: uuid('委托书扫描件').orNull(),
    givenBy: text<GivenBy>('委托方式').measured(),
    endedAt: instant('结束时间').orNull().measured(),
    because: text('结束原因').orNull(),
  },
  series: 'WT',
  see: { 'applicants.registrar': 'anyone', 'ledger.auditor': 'anyone' },
  filters: ['principal', 'agent', 'helper', 'state'],
  searched: ['number'],
});
export type Mandate = RowOf<typeof mandate>;
