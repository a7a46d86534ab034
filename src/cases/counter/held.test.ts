/* 已持有: what the office gave the same document number is not asked for again, at whichever counter. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareMaterial, type Elements } from '#catalogue/index.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { CaseDraft } from '../online/case-draft.ts';
import { bareServer } from '#lib/http/server.ts';
import { dayOf } from '#lib/time.ts';
import { application, DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { heldRoutes } from './held-for.ts';

const GIVEN = '432019001000';
const WHO = { name: '甲某某', idNumber: '11010518491231008X', phone: '13800001234' };
const FIRM = { kind: 'firm', name: '君山某水务有限公司', creditCode: '91430611MA4L000007' };
const needing: Elements = {
  ...waterPermit,
  materials: [
    { ...bareMaterial('申请书'), copies: 1 },
    { ...bareMaterial('取水户登记证'), copies: 1, outputOf: GIVEN },
  ],
};
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('DJ-01', {
    name: '取水户登记',
    kind: 'instant',
    legalLimit: { days: 5, unit: 'working' },
    promisedLimit: { days: 0, unit: 'working' },
    type: 'service',
    basicCode: GIVEN,
    implementingCode: `11000000000000000U4${GIVEN}`,
    resultType: 'certificate',
    resultName: '取水户登记证',
    materials: [waterPermit.materials![0]!],
  });
  await hall.offer('QS-01', needing);
  for (const [applicant, resultNumber] of [
    [WHO, '君水登〔2020〕7号'],
    [FIRM, '君水登〔2020〕8号'],
  ] as const)
    await hall.act(
      hall.clerk,
      'case-file.handle',
      application('DJ-01', { applicant, papers: ['申请书'], resultNumber }),
    );
});
afterAll(() => hall.close());

const applied = async (applicant: Readonly<Record<string, unknown>>) => {
  const said = application('QS-01', { applicant, papers: ['申请书'] });
  const { papers } = (await hall.act(hall.clerk, 'case-file.apply', said)).row as CaseFile;
  return papers[1];
};

const asking = async (by: Hall['clerk'], payload: object) => {
  const app = { ...hall.app, authenticate: () => Promise.resolve(by) };
  const server = bareServer(app);
  heldRoutes(server, app);
  const answer = await server.inject({ method: 'POST', url: '/api/cases/held', payload });
  await server.close();
  return { status: answer.statusCode, body: answer.json<unknown>() };
};

test('at a window, by the document number alone: waived, with the number it was given under', async () => {
  expect(await applied({ ...WHO, name: '甲某' })).toMatchObject({
    state: 'waived',
    because: '不用交：您已取得（君水登〔2020〕7号），由窗口调取核对',
  });
  expect(await applied(FIRM)).toMatchObject({
    state: 'waived',
    because: expect.stringContaining('8号') as string,
  });
});

test('another number, and none at all, hold nothing', async () => {
  expect(await applied({ ...WHO, idNumber: '430611189001011232' })).toMatchObject({ state: 'missing' });
  expect(await applied({ name: WHO.name })).toMatchObject({ state: 'missing' });
});

test('before it is taken in a window is told what they hold, of that alone which the item asks for', async () => {
  const number = '君水登〔2020〕7号';
  const nothing = { results: [], numbers: {}, papers: [] };
  const paper = { name: '取水户登记证', itemName: '取水户登记', number, on: dayOf(hall.now()) };
  const { idNumber } = WHO;
  expect(await asking(hall.clerk, { item: 'QS-01', idNumber })).toEqual({
    status: 200,
    body: { results: [GIVEN], numbers: { [GIVEN]: number }, papers: [paper] },
  });
  expect((await asking(hall.clerk, { item: 'QS-01', creditCode: FIRM.creditCode })).body).toMatchObject({
    papers: [{ number: '君水登〔2020〕8号' }],
  });
  expect((await asking(hall.clerk, { item: 'DJ-01', idNumber })).body).toEqual(nothing);
  expect((await asking(hall.clerk, { item: 'QS-01' })).body).toEqual(nothing);
  expect((await asking(hall.decider, { item: 'QS-01', idNumber })).status).toBe(403);
  expect((await asking(hall.clerk, { item: 'QS-01', idNumber: '1101' })).status).toBe(400);
});

test('of a draft that a clerk filled in for them', async () => {
  const { row } = await hall.act(hall.clerk, 'case-draft.begin-for', {
    item: 'QS-01',
    place: DISTRICT,
    applicant: WHO,
  });
  const { code, id } = row as CaseDraft;
  await hall.act(hall.clerk, 'case-draft.take-in', { code, place: DISTRICT }, id);
  const [mine] = await hall.app.query('select papers from case_file order by id desc limit 1', []);
  expect((mine!['papers'] as CaseFile['papers'])[1]).toMatchObject({ state: 'waived' });
});

test('of one thing at once', async () => {
  const { row: theme } = await hall.act(hall.editor, 'theme.draft', {
    name: '取水一件事',
    place: DISTRICT,
    items: [
      { code: 'DJ-01', stage: 1 },
      { code: 'QS-01', stage: 2 },
    ],
    feeds: [],
    sameQuestions: [],
    isJoint: false,
  });
  const wish = { theme: theme.id, idNumber: WHO.idNumber };
  // Nothing is told of what is not published.
  expect((await asking(hall.clerk, wish)).body).toMatchObject({ papers: [] });
  await hall.act(hall.editor, 'theme.publish', {}, theme.id);
  // A window is told before it takes the whole in.
  expect((await asking(hall.clerk, wish)).body).toMatchObject({
    papers: [{ name: '取水户登记证', number: '君水登〔2020〕7号' }],
  });
  const said = { theme: theme.id, place: DISTRICT, applicant: WHO, papers: ['申请书'] };
  const { row } = await hall.act(hall.clerk, 'bundle.apply', said);
  const [mine] = await hall.app.query(
    'select papers, waits_for from case_file where bundle = $1 and item_code = $2',
    [row.id, 'QS-01'],
  );
  expect((mine!['papers'] as CaseFile['papers'])[1]).toMatchObject({
    state: 'waived',
    because: expect.stringContaining('君水登〔2020〕7号') as string,
  });
  // What they hold already is not waited for, though the same application makes another.
  expect(mine!['waits_for']).toBeNull();
});
