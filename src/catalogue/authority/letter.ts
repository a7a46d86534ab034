import { day, flag, json, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/**
 * 授权书 — a department lets its chief representative decide at the hall (进必授权): all its items or those listed, from one
 * day to another. Its end by date needs no action: whoever asks, asks for a day.
 */
export const authorityLetter = noun({
  name: 'authority-letter',
  as: 'letter',
  path: 'authority-letters',
  title: '授权书',
  states: { granted: '已授权', revoked: '已撤销' },
  columns: {
    section: uuid('行政审批股'),
    organisation: uuid('部门').measured(),
    chief: text('首席代表'),
    /** The name the chief representative signs in with; null on an older letter, which counts by its department. */
    account: text('首席代表账号').orNull(),
    accountId: uuid('首席代表账号').orNull().measured(),
    coversAll: flag('全部事项').measured(),
    items: json<readonly string[]>('授权事项'),
    document: text('文件名称和文号'),
    startsOn: day('授权起日').measured(),
    endsOn: day('授权止日').orNull().measured(),
    revokedOn: day('撤销日期').orNull().measured(),
    revokedBecause: text('撤销原因').orNull(),
  },
  series: 'SQ',
  see: { 'people.staff': 'anyone' },
  filters: ['organisation', 'section', 'state'],
  searched: ['number', 'document', 'chief'],
});
export type AuthorityLetter = RowOf<typeof authorityLetter>;
