import { Type } from 'typebox';
import { permit } from '#lib/action/permission.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import type { WorkOrder } from '../../order/work-order.ts';
import { masked } from '#lib/covering/masking.ts';
import { recordedCaller } from '../../covering/recorded-caller.ts';
import { isPublic, publish } from '../publish.ts';

/** 公开稿 — what would be published, with everything that looks like a person hidden, and the list of what that was. */
export const publicationDraft = view({
  name: 'hotline.publication-draft',
  title: '公开稿（已自动遮盖）',
  path: '/work-orders/{id}/publication',
  may: publish.may,
  query: Type.Object({ id: Type.String({ title: '工单', maxLength: 60 }) }),
  read: async ({ app, db, query, by, scopes }) => {
    if (!isUuid(query.id)) refuse('lib.not-found');
    const row = await db
      .selectFrom('work_order')
      .select(['place', 'state', 'title', 'text', 'reply', 'isPublishable', 'isConfidential', 'publishedAt'])
      .where('id', '=', query.id)
      .executeTakeFirst();
    if (!row || permit(publish.may, by, row, scopes) !== 'allowed') return refuse('lib.not-found');
    const order = row as unknown as WorkOrder;
    const texts = { publicTitle: order.title, publicText: order.text ?? '', publicReply: order.reply ?? '' };
    const recorded = await recordedCaller(app, query.id);
    const drafts = Object.entries(texts).map(([name, text]) => ({ name, ...masked(text, recorded) }));
    return {
      mayPublish: order.state === 'closed' && isPublic(order) && order.publishedAt === null,
      ...Object.fromEntries(drafts.map(({ name, text }) => [name, text])),
      hidden: drafts.flatMap(({ name, found }) =>
        found.map(({ title, text, isCertain }) => ({ field: name, title, text, isCertain })),
      ),
      remind: '自动遮盖只是初稿：姓名、住址、单位、病情等请逐字核对后再公开',
    };
  },
});
