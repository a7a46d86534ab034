import { flag, instant, integer, personal, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/**
 * 来电 — one ring at the hotline, answered or not, with what came of it. It is no order: many calls leave none, and an
 * order may have come another way. Only the hotline office sees calls, so that no unit learns who reported it, and of
 * them those who see its place.
 */
export const call = noun({
  name: 'call',
  as: 'call',
  path: 'calls',
  table: 'phone_call', // CALL is a word of SQL
  title: '来电',
  states: { ringing: '振铃中', talking: '通话中', ended: '已结束', 'given-up': '未接通' },
  columns: {
    line: text('热线号码').measured(),
    /** Null when the number was withheld. */
    phone: personal('来电号码', 'phone').orNull().withoutEnd(),
    arrivedAt: instant('呼入时间').measured(),
    answeredAt: instant('接听时间').orNull(),
    endedAt: instant('结束时间').orNull(),
    /** Begun seconds: 15 is at most fifteen, 16 is more. */
    secondsToAnswer: integer('接听用时（秒）').orNull().measured(),
    isAnswered: flag('已接通').orNull().measured(),
    isWithin15: flag('15 秒内接通').orNull().measured(),
    agent: uuid('话务员').orNull(),
    recording: text('录音地址').orNull(),
    orderId: uuid('形成的工单').orNull(),
    /** Of the order that came of it; before, of the desk that answers. */
    place: text('所在区划').orNull().measured(),
    /** The telephone system's own number of the call: one call is told once. */
    reference: text('平台通话编号').orNull(),
    isRecorded: flag('补录').orNull().measured(),
  },
  // Files belong on the order: there it is known who may open them.
  holdsFiles: false,
  series: 'LD',
  see: {
    'hotline.switchboard': 'anyone',
    'hotline.agent': 'place',
    'hotline.caller-back': 'place',
    'hotline.supervisor': 'place',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'line', 'agent', 'orderId', 'isWithin15', 'reference', 'place'],
  searched: ['number'],
});
export type Call = RowOf<typeof call>;
