import { Type } from 'typebox';
import { birth, create } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay } from '#lib/time.ts';
import { calendarDay } from '../day/day.ts';
import { On, Source } from '../fields.ts';
import { calendarNow } from '../held-calendar.ts';
import { calendarNotice, KEEPER } from './notice.ts';
import { readRows } from './read-rows.ts';

const SentRow = Type.Object({
  on: Type.String({ title: '日期', maxLength: 40 }),
  kind: Type.String({ title: '类型（放假、调休上班、恢复正常）', maxLength: 20 }),
  name: Type.String({ title: '节日', maxLength: 100 }),
});

/**
 * 登记放假安排 — the arrangement of a year, or a later change of one, with all its days: nothing half-loaded. A change that
 * comes late moves the deadlines that run through it (`moved/recompute-clocks.ts`).
 */
export const announce = birth(calendarNotice, {
  name: 'announce',
  title: '登记放假安排',
  about: '国务院办公厅每年公布次年放假安排；年中另有调整的，作为变动登记，已在办的期限随之重算并逐件列出',
  may: KEEPER,
  to: ['in-force'],
  input: Type.Object({
    title: Type.String({ title: '通知标题', minLength: 4, maxLength: 100 }),
    documentNumber: Type.Optional(Type.String({ title: '文号', minLength: 2, maxLength: 60 })),
    publishedOn: Type.Optional(On('公布日期（不填为今天）')),
    isUndated: Type.Optional(Type.Boolean({ title: '公布日期不详（视为一直有效）' })),
    year: Type.Optional(Type.Integer({ title: '安排年度（年度安排填写）', minimum: 2000, maximum: 2100 })),
    change: Type.Optional(Type.String({ title: '变动（如 延长、调整、增设）', minLength: 1, maxLength: 10 })),
    code: Type.Optional(Type.String({ title: '编号（不填自动编号）', pattern: '^[0-9a-z-]{4,40}$' })),
    source: Source,
    days: Type.Optional(Type.Array(SentRow, { title: '日期', maxItems: 400 })),
    csv: Type.Optional(Type.String({ title: '粘贴表格（日期、类型、节日）', maxLength: 20_000 })),
  }),
  needs: {
    table: calendarNow,
    arranged: find(calendarNotice, ({ input }: { input: { year?: number | undefined } }) => ({
      year: input.year ?? 0,
      state: 'in-force',
    })),
    coded: find(calendarNotice, ({ input }: { input: { code?: string | undefined } }) => ({
      number: input.code ?? '',
    })),
  },
  decide({ input, table, arranged, coded, now, id }) {
    const { title, code, source, change = null, year = null } = input;
    if ((year === null) === (change === null)) refuse('calendar.year-or-change');
    if (coded) refuse('calendar.notice-twice', { notice: coded.number });
    if (arranged) refuse('calendar.year-taken', { year: arranged.year!, title: arranged.title });
    const publishedOn = input.isUndated ? null : (input.publishedOn ?? dayOf(now));
    if (publishedOn !== null && publishedOn > dayOf(now))
      refuse('calendar.future', { on: formatDay(publishedOn) });
    const days = readRows({ days: input.days ?? [], csv: input.csv ?? '', year }, table);
    return [
      {
        state: 'in-force',
        id: id(0),
        ...(code === undefined ? {} : { number: code }),
        title,
        documentNumber: input.documentNumber ?? null,
        publishedOn,
        year,
        change,
        source,
        recordedAt: now,
      },
      ...days.map(({ on, kind, name }) =>
        create(calendarDay, {
          state: 'in-force',
          noticeId: id(0),
          fallsOn: on,
          kind,
          name,
          source,
          recordedAt: now,
        }),
      ),
    ];
  },
});
