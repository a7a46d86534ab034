/* The little world of the benchmark: a work order that is registered, dispatched, replied to and closed with a rating. */
import { Type } from 'typebox';
import { action, birth, create } from '#lib/action/action.ts';
import { instant, json, prose, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import { module } from '#lib/module.ts';
import { calendarTable, dueAfter } from './calendar.ts';

const order = noun({
  name: 'bench-order',
  as: 'order',
  path: 'bench-orders',
  title: '工单',
  states: { registered: '已登记', dispatched: '已派单', replied: '已答复', closed: '已办结' },
  columns: {
    region: text('区划').measured(),
    topic: text('主题').measured(),
    title: text('标题'),
    text: prose('内容'),
    handler: uuid('承办单位').orNull().measured(),
    registeredAt: instant('登记时间').measured(),
    dispatchedAt: instant('派单时间').orNull(),
    dueAt: instant('期限').orNull().measured(),
    dueBecause: json<readonly string[]>('期限说明').orNull(),
    reply: prose('答复').orNull(),
    closedAt: instant('办结时间').orNull().measured(),
  },
  series: 'GD',
  see: { agent: 'region', handler: 'handler' },
  filters: ['topic'],
  searched: ['title'],
});
const rating = noun({
  name: 'bench-rating',
  as: 'rating',
  path: 'bench-ratings',
  title: '评价',
  states: { given: '已评价' },
  columns: {
    orderId: uuid('工单').measured(),
    score: text('评分').measured(),
    at: instant('时间').measured(),
  },
  series: 'PJ',
  see: { agent: 'anyone' },
});

const note = Type.String({ title: '备注', maxLength: 500, keep: 'prose' });
const register = birth(order, {
  name: 'register',
  title: '登记',
  may: { agent: 'region' },
  to: ['registered'],
  input: Type.Object({
    region: Type.String({ title: '区划', maxLength: 12 }),
    topic: Type.String({ title: '主题', maxLength: 40 }),
    title: Type.String({ title: '标题', maxLength: 100 }),
    text: Type.String({ title: '内容', maxLength: 5000, keep: 'never' }),
  }),
  decide: ({ input, now }) => ({ ...input, state: 'registered', registeredAt: now }),
});
const dispatch = action(order, {
  name: 'dispatch',
  title: '派单',
  may: { agent: 'region' },
  from: ['registered'],
  to: ['dispatched'],
  input: Type.Object({
    handler: Type.String({ title: '承办单位', format: 'uuid' }),
    note: Type.Optional(note),
  }),
  needs: { calendar: calendarTable },
  decide: ({ input, calendar, now }) => {
    const due = dueAfter(calendar, now, 5);
    return {
      state: 'dispatched',
      handler: input.handler,
      dispatchedAt: now,
      dueAt: due.at,
      dueBecause: due.steps,
    };
  },
});
const reply = action(order, {
  name: 'reply',
  title: '答复',
  may: { agent: 'region', handler: 'handler' },
  from: ['dispatched'],
  to: ['replied'],
  input: Type.Object({ text: Type.String({ title: '答复', maxLength: 5000, keep: 'never' }) }),
  decide: ({ input }) => ({ state: 'replied', reply: input.text }),
});
const close = action(order, {
  name: 'close',
  title: '办结',
  may: { agent: 'region' },
  from: ['replied'],
  to: ['closed'],
  input: Type.Object({ score: Type.String({ title: '评分', maxLength: 20 }) }),
  decide: ({ order: mine, input, now }) => [
    { state: 'closed', closedAt: now },
    create(rating, { state: 'given', orderId: mine.id, score: input.score, at: now }),
  ],
});

export const benchModule = module({
  name: 'bench',
  title: '基准',
  migrations: new URL('migrations', import.meta.url).pathname,
  nouns: [order, rating],
  actions: [register, dispatch, reply, close],
  roles: { agent: { title: '坐席', scope: 'region' }, handler: { title: '承办', scope: 'organisation' } },
});
