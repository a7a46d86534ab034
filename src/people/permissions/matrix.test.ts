import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { action } from '#lib/action/action.ts';
import { text } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import { module } from '#lib/module.ts';
import { permissionMatrix } from './matrix.ts';

const order = noun({
  name: 'order',
  as: 'order',
  path: 'orders',
  title: '工单',
  states: { open: '办理中' },
  columns: { region: text('区划'), handler: text('承办单位') },
  see: { 'desk.clerk': 'region', 'desk.auditor': 'anyone' },
});
const does = (
  name: string,
  may: Parameters<typeof action<typeof order, {}, 'open', 'open'>>[1]['may'],
  hidden = false,
) =>
  action(order, {
    name,
    title: name,
    may,
    hidden,
    from: ['open'],
    to: ['open'],
    input: Type.Object({}),
    decide: () => ({ state: 'open' }),
  });
const desk = (actions: Parameters<typeof module>[0]['actions']) =>
  module({
    name: 'desk',
    title: '工单',
    nouns: [order],
    actions: actions ?? [],
    roles: {
      'desk.clerk': { title: '经办', scope: 'region' },
      'desk.auditor': { title: '审计', scope: 'tenant' },
    },
  });

test('the matrix says for every role how far it reaches, found by asking the permission function', () => {
  const printed = permissionMatrix([
    desk([does('answer', { 'desk.clerk': 'handler' }), does('expire', { 'desk.clock': 'anyone' }, true)]),
  ]);
  expect(printed.split('\n').filter((line) => line.includes('`order'))).toEqual([
    '| 查看 | `order` | 按 区划 | 全部 |  |',
    '| answer | `order.answer` | 按 承办单位 |  |  |',
    '| expire | `order.expire` |  |  | 全部 |',
  ]);
});

test('an action for people that names a role nobody declares is a slip and is found', () => {
  expect(() => permissionMatrix([desk([does('answer', { 'desk.clark': 'region' })])])).toThrow(
    'order.answer names the role desk.clark, which no module declares',
  );
});
