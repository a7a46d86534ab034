/* A small world for tests of the engine: files with tasks below them, and one precedent in force per region. */
import { join } from 'node:path';
import { Type } from 'typebox';
import { action, birth, change, create } from '#lib/action/action.ts';
import { instant, integer, personal, prose, text, uuid } from '#lib/action/column.ts';
import { find, rows } from '#lib/action/need.ts';
import { noun } from '#lib/action/noun.ts';
import { module } from '#lib/module.ts';
import { refusals, refuse } from '#lib/refusal.ts';

refusals({ 'world.closed-region': { status: 422, message: '{region} 暂不受理', next: '请改选其他区划' } });

export const file = noun({
  name: 'world-file',
  as: 'file',
  path: 'world-files',
  title: '案卷',
  states: { open: '办理中', completed: '已办结' },
  columns: {
    region: text('区划').measured(),
    title: text('标题'),
    holder: personal('申请人电话', 'phone').orNull(),
    story: prose('经过').orNull(),
    completedAt: instant('办结时间').orNull().measured(),
  },
  series: 'AJ',
  see: { clerk: 'region', reader: 'anyone', 'ledger.auditor': 'anyone' },
  filters: ['region'],
  searched: ['title'],
});
const task = noun({
  name: 'world-task',
  as: 'task',
  path: 'world-tasks',
  title: '环节',
  states: { open: '待办', done: '已办' },
  columns: { fileId: uuid('案卷'), department: text('部门'), points: integer('分值') },
  root: file,
  rootColumn: 'fileId',
  see: { clerk: 'anyone' },
  filters: ['fileId'],
});
const precedent = noun({
  name: 'world-precedent',
  as: 'precedent',
  path: 'world-precedents',
  title: '先例',
  states: { 'in-force': '有效', superseded: '已替代' },
  columns: { region: text('区划'), ruling: text('裁定') },
  series: 'XL',
  see: { clerk: 'region' },
});

const start = birth(file, {
  name: 'start',
  title: '立卷',
  may: { clerk: 'region' },
  to: ['open'],
  input: Type.Object({
    region: Type.String({ title: '区划', minLength: 1, maxLength: 12 }),
    title: Type.String({ title: '标题', minLength: 1, maxLength: 50 }),
    phone: Type.Optional(Type.String({ title: '电话', maxLength: 20, keep: 'never' })),
    story: Type.Optional(Type.String({ title: '经过', maxLength: 5000, keep: 'prose' })),
    departments: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { title: '部门', maxItems: 20 })),
  }),
  decide: ({ input, id }) => {
    if (input.region === '000000') refuse('world.closed-region', { region: input.region });
    const holder = input.phone === undefined ? null : { plain: input.phone };
    return [
      {
        state: 'open',
        id: id(0),
        region: input.region,
        title: input.title,
        holder,
        story: input.story ?? null,
      },
      ...(input.departments ?? []).map((department) =>
        create(task, { state: 'open', fileId: id(0), department, points: 0 }),
      ),
    ];
  },
});
const rename = action(file, {
  name: 'rename',
  title: '更名',
  may: { clerk: 'region' },
  from: ['open'],
  to: ['open'],
  input: Type.Object({ title: Type.String({ title: '标题', minLength: 1, maxLength: 50 }) }),
  decide: ({ input }) => ({ state: 'open', title: input.title }),
});
/** The last task completes the file: exactly once, however many are finished at one moment. */
const finish = action(task, {
  name: 'finish',
  title: '办结环节',
  may: { clerk: 'anyone' },
  from: ['open'],
  to: ['done'],
  input: Type.Object({ points: Type.Integer({ title: '分值', minimum: 0, maximum: 100 }) }),
  needs: {
    all: rows(task, ({ row }: { readonly row: { readonly fileId: string } }) => ({ fileId: row.fileId })),
  },
  decide: ({ task: mine, file: parent, all, input, now }) => {
    const done = { state: 'done', points: input.points } as const;
    const isLast = all.every((each) => each.id === mine.id || each.state === 'done');
    return isLast ? [done, change(file, parent, { state: 'completed', completedAt: now })] : done;
  },
});
const rule = birth(precedent, {
  name: 'rule',
  title: '裁定',
  may: { clerk: 'region' },
  to: ['in-force'],
  input: Type.Object({
    region: Type.String({ title: '区划', maxLength: 12 }),
    ruling: Type.String({ title: '裁定', maxLength: 100 }),
  }),
  needs: {
    inForce: find(precedent, ({ input }: { readonly input: { readonly region: string } }) => ({
      region: input.region,
      state: 'in-force',
    })),
  },
  decide: ({ input, inForce }) => [
    { state: 'in-force', ...input },
    ...(inForce ? [change(precedent, inForce, { state: 'superseded' })] : []),
  ],
});

export const world = module({
  name: 'world',
  title: '试验',
  migrations: join(import.meta.dirname, 'world'),
  nouns: [file, task, precedent],
  actions: [start, rename, finish, rule],
  roles: { clerk: { title: '经办', scope: 'region' }, reader: { title: '查阅', scope: 'tenant' } },
});
/** The ledger's tables alone, for tests that do not need its module. */
export const ledgerTables = module({
  name: 'ledger',
  title: '账本',
  migrations: join(import.meta.dirname, '../../ledger/migrations'),
});
