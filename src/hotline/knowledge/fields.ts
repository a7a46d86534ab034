import { Type } from 'typebox';
import { addDays, type Day } from '#lib/time.ts';
import { refuse } from '#lib/refusal.ts';
import { Topic } from '../order/fields.ts';

const text = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S', keep: 'prose' });

/** What an entry says, as both writing and amending take it. */
export const Title = Type.String({ title: '标题', minLength: 2, maxLength: 100, pattern: '\\S' });
export const Question = text('问题', 1000);
export const Answer = text('答复', 10_000);
export const Basis = Type.String({ title: '依据', minLength: 2, maxLength: 300, pattern: '\\S' });
export const MaybeTopic = Type.Optional(Topic);
export const Items = Type.Array(
  Type.String({ pattern: '^[0-9A-Za-z-]{1,40}$', wrong: '应为事项编码：字母、数字和短横线' }),
  { title: '相关事项', maxItems: 50, uniqueItems: true },
);
export const On = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));
export const EveryDays = Type.Integer({ title: '确认间隔（天）', minimum: 1, maximum: 1100 });
/** 180 天: an entry that nobody names an interval for is looked at twice a year. */
export const USUAL_INTERVAL = 180;

/** Refuses what would be published already out of date. */
export function refuseExpired(validUntil: Day | null, today: Day): void {
  if (validUntil !== null && validUntil < today)
    refuse(
      'hotline.knowledge-expired',
      { day: validUntil },
      { fields: [{ path: 'validUntil', message: '不能早于今天' }] },
    );
}
/** Confirmed today, and when it is to be confirmed again. */
export const confirmedColumns = (today: Day, everyDays: number) => ({
  confirmedOn: today,
  nextConfirmOn: addDays(today, everyDays),
});
