/* The compiler is the test here: each `@ts-expect-error` is a wrong declaration that must not compile. */
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import type { Instant } from '#lib/time.ts';
import { action, birth, change, create } from './action.ts';
import { instant, integer, text, uuid } from './column.ts';
import { find, fromHeld, held, holding, rows, type Need } from './need.ts';
import { noun } from './noun.ts';

const file = noun({
  name: 'file',
  as: 'file',
  path: 'files',
  title: '办件',
  states: { submitted: '已提交', accepted: '已受理', completed: '已办结' },
  columns: {
    region: text('区划').measured(),
    acceptedAt: instant('受理时间').orNull(),
    completedAt: instant('办结时间').orNull(),
  },
  see: { clerk: 'region' },
});
const task = noun({
  name: 'task',
  as: 'task',
  path: 'tasks',
  title: '环节',
  states: { open: '待办', completed: '已办' },
  columns: {
    fileId: uuid('办件'),
    department: uuid('部门'),
    opinion: text('意见').orNull(),
    weight: integer('权重'),
  },
  root: file,
  rootColumn: 'fileId',
  see: { approver: 'department' },
});
const precedent = noun({
  name: 'precedent',
  as: 'precedent',
  path: 'precedents',
  title: '先例',
  states: { 'in-force': '有效', superseded: '已替代' },
  columns: { region: text('区划'), handler: uuid('承办单位') },
  see: { clerk: 'region' },
});
const calendar = held({
  name: 'calendar',
  load: async () => ({ due: (from: Instant, days: number) => ({ at: from, days }) }),
  reloadOn: [],
});
const departments: Need<{ readonly input: { readonly departments: string[] } }, readonly { id: string }[]> =
  fromHeld(calendar, (_, q) => q.input.departments.map((id) => ({ id })));

test('an action creates many rows, completes its root once, and supersedes a precedent, all inferred', () => {
  const accept = action(file, {
    name: 'accept',
    title: '受理',
    may: { clerk: 'region' },
    from: ['submitted'],
    to: ['accepted'],
    input: Type.Object({ departments: Type.Array(Type.String()) }),
    needs: { departments, calendar: holding(calendar) },
    decide({ file: caseFile, departments: all, calendar: table, now }) {
      return [
        { state: 'accepted', acceptedAt: table.due(now, 3).at },
        ...all.map((each) =>
          create(task, { state: 'open', fileId: caseFile.id, department: each.id, weight: 1 }),
        ),
      ];
    },
  });
  const complete = action(task, {
    name: 'complete',
    title: '办结环节',
    may: { approver: 'department' },
    from: ['open'],
    to: ['completed'],
    input: Type.Object({ opinion: Type.String() }),
    needs: { all: rows(task, ({ row }: { row: { fileId: string } }) => ({ fileId: row.fileId })) },
    decide({ task: mine, file: caseFile, all, input, now }) {
      const done = { state: 'completed', opinion: input.opinion } as const;
      const last = all.every((each) => each.id === mine.id || each.state === 'completed');
      return last ? [done, change(file, caseFile, { state: 'completed', completedAt: now })] : done;
    },
  });
  const submit = birth(file, {
    name: 'submit',
    title: '提交',
    may: { clerk: 'region' },
    to: ['submitted'],
    input: Type.Object({ region: Type.String() }),
    needs: {
      inForce: find(precedent, ({ input }: { input: { region: string } }) => ({
        region: input.region,
        state: 'in-force',
      })),
    },
    decide: ({ input, inForce }) => [
      { state: 'submitted', region: input.region },
      ...(inForce ? [change(precedent, inForce, { state: 'superseded' })] : []),
    ],
  });
  expect([accept.from, complete.to, submit.from]).toEqual([['submitted'], ['completed'], null]);
});

test('wrong declarations do not compile', () => {
  const base = {
    name: 'x',
    title: '',
    may: { clerk: 'region' },
    from: ['submitted'],
    to: ['accepted'],
    input: Type.Object({}),
  } as const;
  const declare = (make: () => unknown): unknown => make;
  // @ts-expect-error a state the noun does not have
  declare(() => action(file, { ...base, from: ['lost'], decide: () => ({ state: 'accepted' }) }));
  // @ts-expect-error a state that `to` does not list
  declare(() => action(file, { ...base, decide: () => ({ state: 'completed' }) }));
  // @ts-expect-error a column the noun does not have
  declare(() => action(file, { ...base, decide: () => ({ state: 'accepted', colour: 'red' }) }));
  // @ts-expect-error a value of the wrong type
  declare(() => action(file, { ...base, decide: () => ({ state: 'accepted', acceptedAt: 3 }) }));
  // @ts-expect-error a scope column the noun does not have
  declare(() => action(file, { ...base, may: { clerk: 'village' }, decide: () => ({ state: 'accepted' }) }));
  // @ts-expect-error a need whose input field the action does not ask for
  declare(() => action(file, { ...base, needs: { departments }, decide: () => ({ state: 'accepted' }) }));
  // @ts-expect-error the engine keeps the version
  declare(() => action(file, { ...base, decide: () => ({ state: 'accepted', version: 3 }) }));
  // @ts-expect-error a created row lacks a column
  declare(() => create(task, { state: 'open', fileId: '' }));
  // @ts-expect-error a changed row has no such column
  declare(() => change(precedent, {} as never, { colour: 'red' }));
  const born = {
    name: 'x',
    title: '',
    may: { clerk: 'region' },
    to: ['submitted'],
    input: Type.Object({}),
  } as const;
  // @ts-expect-error a birth must give the whole row
  declare(() => birth(file, { ...born, decide: () => ({ state: 'submitted' }) }));
  // @ts-expect-error `decide` cannot ask for what it did not declare
  declare(() => action(file, { ...base, decide: ({ all }) => ({ state: 'accepted', acceptedAt: all }) }));
  expect(true).toBe(true);
});
