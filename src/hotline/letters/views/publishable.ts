import { sql } from 'kysely';
import { Type } from 'typebox';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { workOrder } from '../../order/work-order.ts';
import { publish } from '../publish.ts';

/** 待公开 — closed, with consent, nobody to protect, not yet released: what an officer may read and publish. */
export const publishable = view({
  name: 'hotline.publishable',
  title: '待公开的来信',
  path: '/letters-to-publish',
  may: publish.may,
  query: Type.Object(listQuery(workOrder).properties),
  read: ({ query, by, app }) =>
    listPage(workOrder, query as ListQuery, { by, app }, [
      sql`is_publishable and published_at is null and state = 'closed' and is_confidential is not true and reply is not null`,
    ]),
});
