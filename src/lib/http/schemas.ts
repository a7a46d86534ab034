import { Type, type TSchema } from 'typebox';
import type { Action } from '#lib/action/action.ts';
import type { Column } from '#lib/action/column.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { View } from '#lib/view.ts';
import { closed } from './validate.ts';

/** Schemas of routes, for the OpenAPI document only: checking is done by `validated`. */
export interface RouteSchema {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly operationId: string;
  readonly params?: TSchema;
  readonly querystring?: TSchema;
  readonly headers?: TSchema;
  readonly body?: TSchema;
  readonly response: Readonly<Record<string, TSchema>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

const fault = Type.Object(
  {
    code: Type.String(),
    message: Type.String({ title: '发生了什么' }),
    next: Type.String({ title: '下一步' }),
    fields: Type.Array(Type.Object({ path: Type.String(), message: Type.String() })),
    request: Type.String({ title: '请求编号' }),
    current: Type.Optional(Type.Unknown({ title: '当前记录' })),
  },
  { title: '拒绝' },
);
const FAULTS: Readonly<Record<string, string>> = {
  400: '内容有误',
  401: '未登录',
  403: '没有权限',
  404: '不存在或不在管辖范围',
  409: '状态不符或被他人抢先',
  413: '内容过大',
  415: '格式不支持',
  422: '规则不允许',
  429: '过于频繁',
  503: '繁忙',
};
const faults = (...codes: readonly number[]): Record<string, TSchema> =>
  Object.fromEntries(codes.map((code) => [code, { ...fault, description: FAULTS[code] }]));

const TYPES: Readonly<Record<Column<unknown>['sql'], () => Record<string, unknown>>> = {
  uuid: () => ({ type: 'string', format: 'uuid' }),
  text: () => ({ type: 'string' }),
  integer: () => ({ type: 'integer' }),
  bigint: () => ({ type: 'string', pattern: '^-?[0-9]+$' }),
  boolean: () => ({ type: 'boolean' }),
  timestamptz: () => ({ type: 'string', format: 'date-time' }),
  date: () => ({ type: 'string', format: 'date' }),
  jsonb: () => ({}),
};

function columnSchema(column: Column<unknown>): TSchema {
  const base = column.keeping === 'personal' ? { type: 'string' } : TYPES[column.sql]();
  const type = column.nullable && base['type'] ? { ...base, type: [base['type'], 'null'] } : base;
  return {
    ...type,
    title: column.keeping === 'personal' ? `${column.title}（已脱敏）` : column.title,
  };
}

/** The row as the API gives it. */
const rowSchema = (noun: Noun, more: Readonly<Record<string, TSchema>> = {}): TSchema =>
  Type.Object(
    {
      id: Type.String({ format: 'uuid' }),
      number: Type.String({ title: '编号' }),
      version: Type.Integer({ title: '版本' }),
      state: Type.String({
        title: '状态',
        enum: Object.keys(noun.states),
        description: Object.entries(noun.states)
          .map(([name, title]) => `${name} ${title}`)
          .join('；'),
      }),
      ...Object.fromEntries(
        Object.entries(noun.columns)
          .filter(([, column]) => column.keeping !== 'secret')
          .map(([name, column]) => [name, columnSchema(column)]),
      ),
      ...more,
    },
    { title: noun.title },
  );
const open = { actions: Type.Array(Type.String(), { title: '当前可办理的操作' }) };
const line = Type.Object({
  seq: Type.String(),
  at: Type.String(),
  subject: Type.String(),
  action: Type.String(),
  title: Type.String(),
  person: Type.String(),
  details: Type.Unknown(),
});
const id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const change = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ description: '同一键重复提交，得到与第一次相同的回答' })),
  'if-match': Type.Optional(Type.String({ description: '所见的版本号；已被他人修改时回答 409' })),
});
const rights = (may: Readonly<Record<string, string>>): string =>
  `权限：${
    Object.entries(may)
      .map(([role, column]) => (column === 'anyone' ? role : `${role}（按 ${column}）`))
      .join('，') || '无'
  }`;

export function actionSchema(action: Action): RouteSchema {
  const course =
    action.from === null
      ? `新建后的状态：${action.to.join('、')}`
      : `状态：${action.from.join('、')} → ${action.to.join('、')}`;
  return {
    tags: [action.noun.title],
    summary: action.title,
    description: [action.about, rights(action.may), course].filter(Boolean).join('\n\n'),
    operationId: `${action.noun.name}.${action.name}`,
    ...(action.from === null ? {} : { params: id }),
    headers: change,
    body: closed(action.input),
    response: {
      [action.from === null ? 201 : 200]: rowSchema(action.noun, open),
      ...faults(400, 401, 403, 404, 409, 422, 503),
    },
  };
}
export const listSchema = (noun: Noun, query: TSchema): RouteSchema => ({
  tags: [noun.title],
  summary: `${noun.title}列表`,
  description: rights(noun.see),
  operationId: `${noun.name}.list`,
  querystring: query,
  response: {
    200: Type.Object({ items: Type.Array(rowSchema(noun)), next: Type.Union([Type.String(), Type.Null()]) }),
    ...faults(400, 401, 403),
  },
});
export const detailSchema = (noun: Noun): RouteSchema => ({
  tags: [noun.title],
  summary: `${noun.title}详情`,
  description: `${rights(noun.see)}\n\n可用标识或编号查找`,
  operationId: `${noun.name}.detail`,
  params: Type.Object({ key: Type.String({ title: '标识或编号' }) }),
  response: { 200: rowSchema(noun, { ...open, timeline: Type.Array(line) }), ...faults(401, 403, 404) },
});
export function viewSchema(view: View): RouteSchema {
  const inPath = new Set([...view.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
  const split = (isWanted: (name: string) => boolean): TSchema =>
    Type.Object(Object.fromEntries(Object.entries(view.query.properties).filter(([name]) => isWanted(name))));
  return {
    tags: ['查询'],
    summary: view.title,
    description:
      typeof view.may === 'string' ? (view.may === 'public' ? '公开' : '登录后可看') : rights(view.may),
    operationId: `view.${view.name}`,
    ...(inPath.size > 0 ? { params: split((name) => inPath.has(name)) } : {}),
    querystring: split((name) => !inPath.has(name)),
    response: { 200: { description: '结果' }, ...faults(400, 401, 403, 404) },
  };
}
