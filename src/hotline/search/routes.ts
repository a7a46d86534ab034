import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { LETTER_LIMIT } from '../order/fields.ts';
import { workOrder } from '../order/work-order.ts';
import { similarOrders, type Asked } from './similar-view.ts';

const Body = Type.Object({
  title: Type.String({ title: '标题', maxLength: 100 }),
  text: Type.Optional(Type.String({ title: '内容', maxLength: LETTER_LIMIT })),
  place: Type.Optional(Type.String({ title: '所在区划代码', maxLength: 40 })),
  topic: Type.Optional(Type.String({ title: '诉求主题（完整路径）', maxLength: 120 })),
});

/** `POST /api/work-orders/similar` → `{items}`: a question; what is being typed belongs in no address. */
export function searchRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['工单'],
    summary: '相似工单',
    description: '边录入边查：至多 5 件未办结或半年内的相似工单，附相同的词语；不改变任何记录',
    operationId: 'hotline.similar',
    body: Body,
  };
  server.post('/api/work-orders/similar', { schema }, async (request) => {
    const by = await signedIn(app, request);
    if (!hasRole(workOrder.see, by)) refuse('lib.missing-role', { title: '相似工单' });
    return { items: await similarOrders(app, by, validated<Asked>(Body, request.body)) };
  });
}
