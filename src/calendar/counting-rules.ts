import { Type } from 'typebox';
import { setting } from '#lib/setting.ts';
import { businessHours } from './business-hours.ts';
import { standardRules, type CountingRules } from './table.ts';

const Time = (title: string) => Type.String({ title, pattern: '^([01][0-9]|2[0-4]):[0-5][0-9]$' });

/** 计时规则 — business hours, and what they mean for the first and the last day (民法典 203). */
export const countingRules = setting({
  name: 'calendar.counting-rules',
  title: '工作时间与期限计算规则',
  about: '修改后，未办结事项的截止时间当日重算并逐件列出；已办结的不变',
  schema: Type.Unsafe<CountingRules>(
    Type.Object({
      sessions: Type.Array(Type.Object({ opens: Time('开始'), closes: Time('结束') }), {
        title: '工作时段',
        minItems: 1,
        maxItems: 6,
      }),
      dayEnds: Type.Union(
        [Type.Literal('closing', { title: '下班时' }), Type.Literal('midnight', { title: '当日24时' })],
        { title: '最后一日的截止时间' },
      ),
      outsideHours: Type.Union(
        [
          Type.Literal('day-of-act', { title: '按当日' }),
          Type.Literal('next-working-day', { title: '按次一工作日' }),
        ],
        { title: '非工作时间收到的' },
      ),
    }),
  ),
  initial: standardRules,
  isImmediate: true,
  check: ({ sessions }) => void businessHours(sessions),
});
