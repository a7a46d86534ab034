import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { opened } from '#lib/action/need.ts';
import { refuse, type FieldFault } from '#lib/refusal.ts';
import { NOT_PUBLIC } from '../order/public-words.ts';
import { ANSWERED, WITH_UNIT } from '../order/words.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';
import { LETTER_LIMIT } from '../order/fields.ts';
import { isTelling, personalIn } from '#lib/covering/masking.ts';
import type { Recorded } from '#lib/covering/recorded.ts';
import { whereFound } from '../covering/where-found.ts';

const MAY = { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place' } as const;
const Public = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S', keep: 'never' });

/** Whether it may become public at all: answered, with consent, nobody to protect. */
export const isPublic = (order: Pick<WorkOrder, 'isPublishable' | 'isConfidential' | 'reply'>): boolean =>
  order.isPublishable === true && order.isConfidential !== true && order.reply !== null;

/**
 * What certainly identifies somebody (phone, identity card …), who says their name (我叫…), and name, number and door of
 * the writer on record: at its field, with the place. Other names and addresses are for the eye.
 */
function leftIn(texts: Readonly<Record<string, string>>, known: Recorded): readonly FieldFault[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    const found = personalIn(text, known).filter(isTelling);
    return found.length > 0 ? [{ path, message: `还有${whereFound(text, found)}，请删去或遮盖` }] : [];
  });
}
/** The caller of an order under the names that texts are compared by. */
const recordedOf = ([own]: readonly Own[]): Recorded => ({
  name: own?.callerName,
  phone: own?.callerPhone,
  address: own?.address,
});
type Own = Readonly<Partial<Record<'callerName' | 'callerPhone' | 'address', string | null>>>;
type Asked = { readonly row: { readonly id: string } };

/** 公开 — an officer who has read every word puts an answered letter on the public list, in the words given here. */
export const publish = action(workOrder, {
  name: 'publish',
  title: '公开',
  about: '经写信人同意，隐去个人信息后公开来信和答复',
  may: MAY,
  from: ['closed'],
  to: ['closed'],
  input: Type.Object({
    publicTitle: Public('公开标题', 100),
    publicText: Public('公开内容', LETTER_LIMIT),
    publicReply: Public('公开答复', 10_000),
    isChecked: Type.Boolean({ title: '已逐字核对，没有个人信息' }),
  }),
  when: (order) => isPublic(order) && order.publishedAt === null,
  needs: { known: opened(workOrder, ({ row }: Asked) => ({ id: row.id })) },
  decide({ input, known, now }) {
    const { isChecked, ...texts } = input;
    if (!isChecked)
      refuse('hotline.public-unchecked', {}, { fields: [{ path: 'isChecked', message: '请核对后勾选' }] });
    const faults = leftIn(texts, recordedOf(known));
    if (faults.length > 0) refuse('hotline.public-personal', {}, { fields: faults });
    return { state: 'closed', publishedAt: now, ...texts };
  },
});

/** 取消公开 — whatever became of the order meanwhile. */
export const unpublish = action(workOrder, {
  name: 'unpublish',
  title: '取消公开',
  may: MAY,
  from: ['closed', ...ANSWERED, ...WITH_UNIT, 'returned', 'joint-review'],
  to: ['closed', ...ANSWERED, ...WITH_UNIT, 'returned', 'joint-review'],
  input: Type.Object({
    reason: Type.String({ title: '理由', minLength: 2, maxLength: 200, keep: 'prose' }),
  }),
  when: (order) => order.publishedAt !== null,
  decide: ({ order }) => ({
    state: order.state,
    ...NOT_PUBLIC,
  }),
});
