import { join } from 'node:path';
import type { Held } from '#lib/action/need.ts';
import { module } from '#lib/module.ts';
import { countingRules } from './counting-rules.ts';
import { amendDay } from './day/amend.ts';
import { arrangeDay } from './day/arrange.ts';
import { calendarDay } from './day/day.ts';
import { withdrawDay } from './day/withdraw.ts';
import { heldCalendar } from './held-calendar.ts';
import { movedDeadline } from './moved/moved-deadline.ts';
import { recomputeAfter } from './moved/recompute-clocks.ts';
import { announce } from './notice/announce.ts';
import { calendarNotice } from './notice/notice.ts';
import { withdrawNotice } from './notice/withdraw.ts';
import { daysView } from './views/days.ts';
import { dueView } from './views/due.ts';
import './refusals.ts';

/** 日历 — which days are worked, as the notices arranged them, and whom a late one moved. Needs `settings`. */
export const calendar = module({
  name: 'calendar',
  title: '日历与期限',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [calendarNotice, calendarDay, movedDeadline],
  actions: [announce, withdrawNotice, arrangeDay, amendDay, withdrawDay],
  views: [daysView, dueView],
  held: [heldCalendar as unknown as Held<never>],
  settings: [countingRules],
  roles: { 'calendar.keeper': { title: '日历管理员', scope: 'tenant' } },
  reactions: [
    'calendar-notice.announce',
    'calendar-notice.withdraw',
    'calendar-day.arrange',
    'calendar-day.amend',
    'calendar-day.withdraw',
    'setting.change',
  ].map(recomputeAfter),
});
