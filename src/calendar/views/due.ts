import { Type } from 'typebox';
import { Refusal } from '#lib/refusal.ts';
import { readInstant, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { clockOf, type Unit } from '../clock.ts';
import { due } from '../explain.ts';
import { calendarOf } from '../held-calendar.ts';
import { lines } from '../lines.ts';

const UNITS = {
  'working-day': '工作日',
  'natural-day': '自然日',
  hour: '小时',
  'working-hour': '工作小时',
} as const satisfies Readonly<Record<Unit, string>>;

const faultAt = (path: string, message: string): never => {
  throw new Refusal('lib.shape', {}, { fields: [{ path, message }] });
};

function startOf(text: string): Instant {
  const start = readInstant(text) ?? faultAt('start', '应为带时区的时间，如 2020-05-11T09:00:00+08:00');
  return /^20[0-9]{2}-/.test(start) ? start : faultAt('start', '应在 2000 年至 2099 年之间');
}

/** 期限试算 — when a period is over that begins at a moment, and how that is counted, line by line. */
export const dueView = view({
  name: 'calendar-due',
  title: '期限试算',
  path: '/calendar/due',
  may: 'signed-in',
  query: Type.Object({
    start: Type.String({ title: '起始时间', maxLength: 40 }),
    limit: Type.String({ title: '期限', pattern: '^[0-9]{1,4}(\\.[0-9]{1,2})?$' }),
    unit: Type.Optional(
      Type.Unsafe<Unit>(
        Type.Union(
          Object.entries(UNITS).map(([unit, title]) => Type.Literal(unit, { title })),
          { title: '单位（不填为工作日）' },
        ),
      ),
    ),
    act: Type.Optional(Type.String({ title: '起算的行为（如 受理）', maxLength: 20 })),
  }),
  read: ({ query: { start, limit, unit = 'working-day', act }, app }) => {
    if (unit.endsWith('-day') && !/^[0-9]+$/.test(limit)) faultAt('limit', '按日计算的期限应为整数');
    const table = calendarOf(app);
    const { dueAt, dueOn, provisional, steps } = due(
      clockOf(startOf(start), { amount: Number(limit), unit }),
      table,
    );
    return Promise.resolve({
      dueAt,
      dueOn,
      isProvisional: provisional,
      lines: lines(steps, act),
      steps,
      version: table.version,
    });
  },
});
