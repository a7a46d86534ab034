import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import type { Person } from '#lib/action/person.ts';
import type { View } from '#lib/view.ts';
import { application, DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';

let hall: Hall;
let item: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  item = (await hall.app.query(`select id from item where number = 'QS-01'`, []))[0]!['id'] as string;
  const papers = ['申请书', '水资源论证报告', '与第三者的协议'];
  for (const name of ['fifth', 'sixth', 'spared', 'late', 'open'])
    ids[name] = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01', { papers }))).row.id;
  await Promise.all(Object.values(ids).map((id) => hall.act(hall.clerk, 'case-file.accept', {}, id)));
  const grant = async (name: string, at: string): Promise<void> => {
    hall.set(at);
    await hall.act(hall.decider, 'case-file.grant', {}, ids[name]!);
  };
  const procedure = {
    kind: 'hearing',
    reason: '涉及重大利益。',
    noticeNumber: '听〔2020〕1号',
    estimatedDays: 2,
  };
  hall.set('2020-05-14T10:00+08:00');
  await hall.act(hall.decider, 'case-file.begin-procedure', procedure, ids['spared']);
  hall.set('2020-05-15T16:00+08:00');
  const [hearing] = await hall.app.query('select id from special_procedure where case_id = $1', [
    ids['spared'],
  ]);
  await hall.act(hall.decider, 'special-procedure.end', { result: '听证会已举行' }, hearing!['id'] as string);
  await grant('fifth', '2020-05-18T10:00+08:00');
  await grant('sixth', '2020-05-19T10:00+08:00');
  await grant('spared', '2020-05-20T10:00+08:00');
  await grant('late', '2020-05-26T10:00+08:00');
});
afterAll(() => hall.close());

interface Answer {
  readonly year: number;
  readonly legal: unknown;
  readonly promised: unknown;
}
const ask = (query: Readonly<Record<string, string>>, by: Person = hall.editor) => {
  const view = hall.app.modules
    .flatMap(({ views }): readonly View[] => views)
    .find(({ name }) => name === 'cases.what-if')!;
  const { app } = hall;
  const asked = { db: app.db, query: { id: item, ...query }, by, now: app.now(), scopes: app.scopes(), app };
  return view.read(asked as never) as Promise<Answer>;
};

/*
 * All accepted on Monday 11 May 2020, promised ten working days: until 25 May. Five would be until 18 May: 12, 13, 14, 15, 18.
 * The hearing stood on the 14th and 15th: 12, 13, 18, 19, 20.
 */
test('a promise of five days instead of ten would have made one more case late, a hearing not counted', async () => {
  const { promised, legal } = await ask({ promised: '5', year: '2020' });
  expect(legal).toBeNull();
  expect(promised).toMatchObject({
    limit: { amount: 5, unit: 'working-day' },
    cases: 4,
    late: 1,
    wouldBeLate: 2,
    wouldBeSpared: 0,
    newlyLate: [
      {
        id: ids['sixth'],
        decidedAt: '2020-05-19T02:00:00.000Z',
        workingDaysUsed: 6,
        dueAt: '2020-05-25T09:00:00.000Z',
        wouldBeDueAt: '2020-05-18T09:00:00.000Z',
      },
    ],
  });
});

test('a longer promise would have spared who was late; the statutory limit is asked by its own clock', async () => {
  const { promised, legal } = await ask({ promised: '11', legal: '6', year: '2020' });
  // The eleventh day is the 26th
  expect(promised).toMatchObject({ late: 1, wouldBeLate: 0, wouldBeSpared: 1, newlyLate: [] });
  // Of twenty days nobody was late; the sixth is the 19th, and the 21st where two stood
  expect(legal).toMatchObject({
    late: 0,
    wouldBeLate: 1,
    newlyLate: [{ id: ids['late'], workingDaysUsed: 11 }],
  });
});

test('the last year where none is said; elsewhere there is nothing to see; a question without days is none', async () => {
  expect(await ask({ promised: '5' })).toMatchObject({ year: 2019, promised: { cases: 0 } });
  const elsewhere = someone('外地监督员', ['cases.inspector', '430602']);
  expect(await ask({ promised: '5', year: '2020' }, elsewhere)).toMatchObject({ promised: { cases: 0 } });
  await expect(ask({}, someone('受理员', ['cases.clerk', DISTRICT]))).rejects.toMatchObject({
    code: 'cases.no-what-if',
  });
});
