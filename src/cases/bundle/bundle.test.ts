import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareMaterial, type Elements, type Material } from '#catalogue/index.ts';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import type { View } from '#lib/view.ts';
import { DISTRICT, serviceHall, type Hall } from '../testing/hall.ts';
import { bundleCourse } from './bundle-views.ts';
import { bundleForDepartment } from './for-department.ts';
import { bundleRound } from './loop.ts';

const material = (name: string, copies: number, more: Partial<Material> = {}): Material => ({
  ...bareMaterial(name),
  copies,
  ...more,
});
const days = (legal: number, promised: number): Elements => ({
  legalLimit: { days: legal, unit: 'working' },
  promisedLimit: { days: promised, unit: 'working' },
});
const codes = (basicCode: string): Elements => ({
  basicCode,
  implementingCode: `11000000000000000U4${basicCode}`,
});
const SHOP: Elements = {
  name: '经营场所登记',
  kind: 'promised',
  ...codes('430101001000'),
  ...days(10, 3),
  visits: 1,
  visitReason: '当面核对原件',
  resultType: 'certificate',
  resultName: '营业执照',
  situations: [{ question: '场所是否租赁', choices: ['是', '否'] }],
  materials: [
    material('申请书', 2),
    material('身份证复印件', 1),
    material('租赁合同', 1, { when: [{ question: '场所是否租赁', oneOf: ['是'] }] }),
  ],
};
const FOOD: Elements = {
  name: '食品经营许可',
  kind: 'promised',
  ...codes('430102001000'),
  ...days(20, 10),
  visits: 2,
  visitReason: '当面核对原件',
  resultType: 'certificate',
  resultName: '食品经营许可证',
  materials: [
    material('申请书', 1),
    material('身份证复印件', 1),
    material('营业执照复印件', 1),
    material('布局图', 1),
  ],
};
const SIGN: Elements = {
  name: '户外招牌设置',
  kind: 'promised',
  type: 'other',
  ...codes('431003001000'),
  ...days(15, 5),
  visits: 1,
  visitReason: '当面核对原件',
  resultType: 'none',
  materials: [material('身份证复印件', 1), material('效果图', 1)],
};
const PAPERS = ['申请书', '身份证复印件', '布局图', '效果图'];

let hall: Hall;
let themeId: string;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('CS-01', SHOP);
  await hall.offer('SP-01', FOOD);
  await hall.offer('ZP-01', SIGN);
  themeId = await published(false);
});
afterAll(() => hall.close());

const PLAN = {
  name: '开办餐饮店',
  items: [
    { code: 'SP-01', stage: 2 },
    { code: 'CS-01', stage: 1 },
    { code: 'ZP-01', stage: 1 },
  ],
  feeds: [{ from: 'CS-01', to: 'SP-01', material: '营业执照复印件' }],
};
async function published(isJoint: boolean): Promise<string> {
  const { row } = await hall.act(hall.editor, 'theme.draft', { ...PLAN, place: DISTRICT, isJoint });
  await hall.act(hall.editor, 'theme.publish', {}, row.id);
  return row.id;
}
const apply = async (more: object = {}) =>
  (
    await hall.act(hall.clerk, 'bundle.apply', {
      theme: themeId,
      place: DISTRICT,
      applicant: { name: '甲某', phone: '13800001234' },
      answers: { 场所是否租赁: '否' },
      papers: PAPERS,
      ...more,
    })
  ).row as unknown as Bundle;
interface Bundle {
  readonly id: string;
  readonly parts: readonly { readonly code: string; readonly caseId: string }[];
  readonly papers: readonly { readonly name: string; readonly state: string; readonly copies: number }[];
}
test('a whole takes no answer that none of its items asks for, and none that is no choice', async () => {
  const wrong = { code: 'cases.wrong-answer' };
  await expect(apply({ answers: { 场所是否租赁: '也许' } })).rejects.toMatchObject(wrong);
  await expect(apply({ answers: { 没有的问题: '否' } })).rejects.toMatchObject(wrong);
});

const caseOf = ({ parts }: Bundle, code: string): string => parts.find((each) => each.code === code)!.caseId;
const row = async (table: 'case_file' | 'bundle', id: string): Promise<Record<string, unknown>> =>
  (await hall.app.query(`select * from ${table} where id = $1`, [id]))[0]!;
const follow = () => bundleRound(hall.app);
async function granted(id: string): Promise<void> {
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  await hall.act(hall.decider, 'case-file.grant', {}, id);
}
const view = (name: string, query: object, by: unknown = hall.clerk): Promise<unknown> => {
  const found = hall.app.modules
    .flatMap(({ views }): readonly View[] => views)
    .find((each) => each.name === name)!;
  const { app } = hall;
  return found.read({ db: app.db, query, by, now: app.now(), scopes: app.scopes(), app } as never);
};
/** Somebody who handed in the copy of their licence with a case before, and says with which. */
const KNOWN = { name: '甲某', phone: '13800001234', idNumber: '11010518491231008X' };
async function holding() {
  const said = {
    item: 'SP-01',
    place: DISTRICT,
    applicant: KNOWN,
    papers: FOOD.materials!.map(({ name }) => name),
  };
  const { row: before } = await hall.act(hall.clerk, 'case-file.apply', said);
  await hall.act(hall.clerk, 'case-file.accept', {}, before.id);
  return { applicant: KNOWN, held: [{ paper: '营业执照复印件', number: before.number }] };
}
/** How often the ledger says that the bundle came to its end. */
const ends = (id: string) =>
  hall.app.query(
    `select seq from ledger_entry, jsonb_array_elements(changes::jsonb) as each
      where each ->> 'id' = $1 and each ->> 'from' = 'open' and each -> 'is' ->> 'state' = 'completed'`,
    [id],
  );

test('one application makes all its cases, asks each paper once, and counts what it saves', async () => {
  const mine = await apply();
  expect(mine.papers.map(({ name, state, copies }) => [name, state, copies])).toEqual([
    ['申请书', 'present', 2],
    ['身份证复印件', 'present', 1],
    ['租赁合同', 'waived', 1],
    ['效果图', 'present', 1],
    ['营业执照复印件', 'waived', 1],
    ['布局图', 'present', 1],
  ]);
  const states = await Promise.all(
    ['CS-01', 'ZP-01', 'SP-01'].map((code) => row('case_file', caseOf(mine, code))),
  );
  expect(states.map(({ state }) => state)).toEqual(['received', 'received', 'waiting']);
  expect(states.map((each) => each['bundle'])).toEqual([mine.id, mine.id, mine.id]);
  // Alone 3 + 4 + 2 = 9 copies (2 + 1; 1 + 1 + 1 + 1; 1 + 1), together 2 + 1 + 1 + 1 = 5; trips 1 + 2 + 1 against 2;
  // days 3 + 10 + 5 against 3 + 10: the second waits for the first, the third goes beside them.
  expect(await row('bundle', mine.id)).toMatchObject({
    copies_alone: 9,
    copies_together: 5,
    copies_saved: 4,
    trips_alone: 4,
    trips_together: 2,
    trips_saved: 2,
    days_alone: 18,
    days_together: 13,
    days_saved: 5,
    legal_limit: { amount: 20, unit: 'working-day' },
    promised_limit: { amount: 10, unit: 'working-day' },
  });
  await expect(apply({ papers: [...PAPERS, '结婚证'] })).rejects.toMatchObject({
    code: 'cases.unknown-paper',
  });
});

test('a case that needs the result of another goes on by itself from the day that is granted', async () => {
  const mine = await apply();
  const food = caseOf(mine, 'SP-01');
  await expect(hall.act(hall.clerk, 'case-file.accept', {}, food)).rejects.toMatchObject({
    code: 'lib.wrong-state',
  });
  hall.set('2020-05-13T10:00+08:00');
  await granted(caseOf(mine, 'CS-01'));
  hall.later(5);
  await follow();
  const number = (await row('case_file', caseOf(mine, 'CS-01')))['number'] as string;
  const now = await row('case_file', food);
  expect(now).toMatchObject({ state: 'received', received_at: '2020-05-13T02:00:00.000Z', waits_for: null });
  // Five working days after 13 May: 14, 15, 18, 19, 20
  expect(now['tell_by_at']).toBe('2020-05-20T09:00:00.000Z');
  expect(
    (now['papers'] as { name: string; because: string | null }[]).find(
      ({ name }) => name === '营业执照复印件',
    ),
  ).toMatchObject({
    state: 'present',
    because: `由「经营场所登记」（${number}）的办理结果转来`,
  });
  await hall.act(hall.clerk, 'case-file.accept', {}, food);
  type Course = {
    cases: { number: string }[];
    legalDueAt: unknown;
    promisedDueAt: unknown;
    notAccepted: number;
  };
  const course = async () => (await view('cases.bundle-course', { id: mine.id })) as Course;
  // The sign is not accepted yet: a date of the whole would move
  expect(await course()).toMatchObject({ legalDueAt: null, promisedDueAt: null, notAccepted: 1 });
  await hall.act(hall.clerk, 'case-file.accept', {}, caseOf(mine, 'ZP-01'));
  const dated = await course();
  expect(dated.cases).toHaveLength(3);
  // Twenty working days after 13 May: to the 10th of June
  expect(dated).toMatchObject({ legalDueAt: '2020-06-10T09:00:00.000Z', notAccepted: 0 });
});

test('what waited for a case that is refused ends with its reason, and the bundle names it', async () => {
  const mine = await apply();
  const shop = caseOf(mine, 'CS-01');
  await hall.act(hall.clerk, 'case-file.accept', {}, shop);
  await hall.act(hall.decider, 'case-file.refuse', { reason: '场所不符合规定。' }, shop);
  await follow();
  const food = await row('case_file', caseOf(mine, 'SP-01'));
  expect(food).toMatchObject({ state: 'terminated', outcome: 'terminated' });
  expect(food['reason']).toMatch(/^前序事项「经营场所登记」（BJ\d+）不予，/);
  expect(await row('bundle', mine.id)).toMatchObject({ state: 'open', open_cases: 2, ungranted: 2 });
});

test('two last cases at one moment, and several servers following, end a bundle exactly once', async () => {
  const known = await holding();
  const bundles = await Promise.all([1, 2, 3, 4, 5].map(() => apply(known)));
  const all = bundles.flatMap((each) => each.parts.map(({ caseId }) => caseId));
  await Promise.all(all.map(granted));
  const sealed = (code: string) => code !== 'ZP-01';
  const paper = bundles.flatMap(({ parts }) => parts.filter(({ code }) => sealed(code)));
  await Promise.all(
    paper.map(({ caseId }, n) =>
      hall.act(hall.sealer, 'case-file.issue', { resultNumber: `证${n}号` }, caseId),
    ),
  );
  const handed = { way: 'counter', proof: '本人签收' };
  await Promise.all([
    ...all.map((id) => hall.act(hall.clerk, 'case-file.deliver', handed, id)),
    ...[1, 2, 3].map(follow),
  ]);
  await Promise.all([1, 2, 3].map(follow));
  for (const { id } of bundles) {
    expect(await row('bundle', id)).toMatchObject({ state: 'completed', open_cases: 0, is_on_time: true });
    expect(await ends(id)).toHaveLength(1);
  }
});

test('what was handed in before is waived by the number of its case alone, and only for whom it was', async () => {
  const known = await holding();
  const { number } = known.held[0]!;
  const mine = await apply(known);
  expect(mine.papers.find(({ name }) => name === '营业执照复印件')).toMatchObject({
    state: 'waived',
    because: `不用交：此前已在「食品经营许可」（${number}）交过`,
  });
  expect(await row('case_file', caseOf(mine, 'SP-01'))).toMatchObject({ state: 'received', waits_for: null });
  const held = (paper: string, more: object = {}) => apply({ ...known, held: [{ paper, number }], ...more });
  await expect(held('不存在的材料')).rejects.toMatchObject({ code: 'cases.unknown-paper' });
  // Of another case, of another person, of nobody known by a document, and the paper that case had none of
  const notHeld = { code: 'cases.not-held' };
  await expect(
    apply({ ...known, held: [{ paper: '布局图', number: 'BJ1999000001' }] }),
  ).rejects.toMatchObject(notHeld);
  const other = { ...KNOWN, idNumber: '110105184912310039' };
  await expect(held('布局图', { applicant: other })).rejects.toMatchObject(notHeld);
  await expect(held('布局图', { applicant: { name: '甲某' } })).rejects.toMatchObject(notHeld);
  await expect(held('效果图')).rejects.toMatchObject(notHeld);
});

test('a window that there is none of takes no bundle in', async () => {
  await expect(apply({ window: hall.unit('区水利局') })).rejects.toMatchObject({ code: 'cases.no-window' });
});

test('a result that is revoked is no longer a paper of what it fed; nothing is granted on it until it is replaced', async () => {
  const mine = await apply();
  const [shop, food] = [caseOf(mine, 'CS-01'), caseOf(mine, 'SP-01')];
  await granted(shop);
  await follow();
  await hall.act(hall.clerk, 'case-file.accept', {}, food);
  await hall.revoke(shop, { reason: '以欺骗取得', basis: '行政许可法第六十九条' });
  const grant = () => hall.act(hall.decider, 'case-file.grant', {}, food);
  await expect(grant()).rejects.toMatchObject({ code: 'cases.source-revoked' });
  await follow();
  const { papers } = (await row('case_file', food)) as {
    papers: { name: string; state: string; because: string }[];
  };
  const lost = papers.find(({ name }) => name === '营业执照复印件');
  expect(lost).toMatchObject({ state: 'outstanding' });
  expect(lost?.because).toMatch(/^「经营场所登记」（BJ\d+）的决定已撤销，/);
  await expect(grant()).rejects.toMatchObject({ code: 'cases.outstanding' });
  await hall.act(hall.clerk, 'case-file.add-papers', { papers: ['营业执照复印件'] }, food);
  await follow();
  await grant();
});

describe('handed out together', () => {
  test('one that is decided is not held back beyond the ten days in which it is to be served, and not handed over by whoever stays out', async () => {
    hall.set('2020-09-07T09:00+08:00');
    const mine = await apply({ isTogether: true });
    const sign = caseOf(mine, 'ZP-01');
    await granted(sign);
    const handed = { way: 'counter', proof: '本人签收' };
    // 8–11 September 1–4, 14–18 –9, 21 September 10
    hall.set('2020-09-18T16:00+08:00');
    await expect(hall.act(hall.clerk, 'case-file.deliver', handed, sign)).rejects.toMatchObject({
      code: 'cases.deliver-together',
    });
    await hall.act(hall.clerk, 'case-file.declare-conflict', { ground: 'relative' }, caseOf(mine, 'CS-01'));
    await expect(hall.act(hall.clerk, 'bundle.deliver', handed, mine.id)).rejects.toMatchObject({
      code: 'cases.conflict',
    });
    hall.set('2020-09-21T09:00+08:00');
    await hall.act(hall.clerk, 'case-file.deliver', handed, sign);
    expect(await row('case_file', sign)).toMatchObject({ state: 'completed' });
  });

  test('nothing is handed out before all is decided; then all at once, each by its own ten days, and the bundle is over', async () => {
    const mine = await apply({ isTogether: true, ...(await holding()) });
    const [shop, sign, food] = ['CS-01', 'ZP-01', 'SP-01'].map((code) => caseOf(mine, code)) as [
      string,
      string,
      string,
    ];
    const handed = { way: 'counter', proof: '本人签收' };
    await granted(sign);
    await follow();
    await expect(hall.act(hall.clerk, 'case-file.deliver', handed, sign)).rejects.toMatchObject({
      code: 'cases.deliver-together',
    });
    await granted(shop);
    await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '照1号' }, shop);
    await expect(hall.act(hall.clerk, 'bundle.deliver', handed, mine.id)).rejects.toMatchObject({
      code: 'cases.bundle-undecided',
    });
    await hall.act(hall.clerk, 'case-file.accept', {}, food);
    // From 21 September 22–25 1–4, Sunday 27 worked 5, 28–30 –8, then the holiday, 9 October 9, Saturday 10 worked 10:
    // on the 12th late for the two of that day, in time for what is decided now.
    hall.set('2020-10-12T09:00+08:00');
    await hall.act(hall.decider, 'case-file.refuse', { reason: '布局不符合规定。' }, food);
    await hall.act(hall.clerk, 'bundle.deliver', handed, mine.id);
    // Eleven working days from the application to the last decision: Monday 12 October is the one after the tenth.
    expect(await row('bundle', mine.id)).toMatchObject({
      state: 'completed',
      open_cases: 0,
      ungranted: 1,
      days_took: 11,
    });
    expect(await row('case_file', sign)).toMatchObject({
      state: 'completed',
      awaits_others: null,
      issue_due_at: '2020-10-10T09:00:00.000Z',
    });
    const served = await Promise.all([shop, sign, food].map((id) => row('case_file', id)));
    expect(served.map((each) => each['is_delivered_in_time'])).toEqual([false, false, true]);
  });

  test('who changes their mind has them one by one', async () => {
    const mine = await apply({ isTogether: true });
    await granted(caseOf(mine, 'ZP-01'));
    await hall.act(hall.clerk, 'bundle.choose-delivery', { isTogether: false }, mine.id);
    await hall.act(
      hall.clerk,
      'case-file.deliver',
      { way: 'counter', proof: '本人签收' },
      caseOf(mine, 'ZP-01'),
    );
    await follow();
    expect(await row('bundle', mine.id)).toMatchObject({ state: 'open', open_cases: 2 });
  });
});

test('all of it is withdrawn at once, one of it alone by itself', async () => {
  const mine = await apply();
  await hall.takeBack(caseOf(mine, 'ZP-01'), '不装招牌了');
  await follow();
  expect(await row('bundle', mine.id)).toMatchObject({ state: 'open', open_cases: 2 });
  await hall.lay(caseOf(mine, 'SP-01'), '撤回申请书.pdf');
  await hall.act(hall.clerk, 'bundle.withdraw', { reason: '不开了', sheet: '撤回申请书.pdf' }, mine.id);
  expect(await row('case_file', caseOf(mine, 'SP-01'))).toMatchObject({
    state: 'withdrawn',
    reason: '不开了',
  });
  expect(await row('bundle', mine.id)).toMatchObject({ state: 'withdrawn', open_cases: 0, ungranted: 3 });
});

test('it goes by no tick of a clerk: one signed sheet, laid with any of its cases, takes all of it back', async () => {
  for (const channel of ['post', 'window']) {
    const mine = await apply({ channel });
    const back = () =>
      hall.act(hall.clerk, 'bundle.withdraw', { reason: '不开了', sheet: '撤回申请书.pdf' }, mine.id);
    await expect(back()).rejects.toMatchObject({ code: 'cases.no-sheet' });
    const sheet = await hall.lay(caseOf(mine, 'ZP-01'), '撤回申请书.pdf');
    await back();
    for (const code of ['CS-01', 'SP-01'])
      expect(await row('case_file', caseOf(mine, code))).toMatchObject({
        state: 'withdrawn',
        wish_signed: { by: hall.clerk.id, sheet },
      });
  }
});

test('withdrawn after one decision: that one stays, the others and what waits end in one act with all that hangs on them', async () => {
  const mine = await apply();
  const [shop, sign, food] = ['CS-01', 'ZP-01', 'SP-01'].map((code) => caseOf(mine, code)) as [
    string,
    string,
    string,
  ];
  await granted(shop);
  await hall.act(hall.clerk, 'case-file.accept', {}, sign);
  const procedure = await hall.act(
    hall.decider,
    'case-file.begin-procedure',
    { kind: 'hearing', reason: '利害关系人要求听证', noticeNumber: '听证通知1号', estimatedDays: 10 },
    sign,
  );
  expect(procedure.row.state).toBe('accepted');
  const sheet = '撤回申请书.pdf';
  const back = (by = hall.clerk) => hall.act(by, 'bundle.withdraw', { reason: '改做别的', sheet }, mine.id);
  await expect(back()).rejects.toMatchObject({ code: 'cases.no-sheet' });
  await hall.lay(sign, sheet);
  const near = someone('另一位窗口员', ['cases.clerk', DISTRICT]);
  await hall.act(near, 'case-file.declare-conflict', { ground: 'relative' }, sign);
  await expect(back(near)).rejects.toMatchObject({ code: 'cases.conflict' });
  await back();
  expect(await row('case_file', sign)).toMatchObject({ state: 'withdrawn', is_on_time: true });
  expect([
    (await row('case_file', shop))['state'],
    (await row('case_file', sign))['state'],
    (await row('case_file', food))['state'],
  ]).toEqual(['granted', 'withdrawn', 'withdrawn']);
  const [hearing] = await hall.app.query('select state from special_procedure where case_id = $1', [sign]);
  expect(hearing).toEqual({ state: 'lapsed' });
  expect(await row('bundle', mine.id)).toMatchObject({ state: 'open', open_cases: 1, ungranted: 2 });
  await expect(
    hall.act(hall.clerk, 'bundle.withdraw', { reason: '再撤一次', sheet }, mine.id),
  ).rejects.toMatchObject({ code: 'cases.bundle-decided' });
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '照2号' }, shop);
  await hall.act(hall.clerk, 'case-file.deliver', { way: 'counter', proof: '本人签收' }, shop);
  await follow();
  expect(await row('bundle', mine.id)).toMatchObject({ state: 'completed', open_cases: 0, ungranted: 2 });
});

test('who examines or decides one of its cases sees the whole, another department nothing, and nobody of them acts', async () => {
  const mine = await apply();
  const reading = (by: Person) =>
    ({
      app: hall.app,
      db: hall.app.db,
      query: { id: mine.id },
      by,
      now: hall.now(),
      scopes: hall.app.scopes(),
    }) as never;
  const course = (await bundleCourse.read(reading(hall.decider))) as { readonly cases: readonly object[] };
  expect(course.cases).toHaveLength(3);
  const whole = (await bundleForDepartment.read(reading(hall.decider))) as Readonly<Record<string, unknown>>;
  expect(whole).toMatchObject({ id: mine.id, cases: 3 });
  expect(JSON.stringify(whole)).not.toContain('甲某某');
  for (const by of [hall.approverOf('区教育局'), someone('外区', ['cases.decider', '110101'])]) {
    await expect(bundleCourse.read(reading(by))).rejects.toMatchObject({ code: 'lib.not-found' });
    await expect(bundleForDepartment.read(reading(by))).rejects.toMatchObject({ code: 'lib.not-found' });
  }
  await expect(
    hall.act(hall.decider, 'bundle.withdraw', { reason: '不是我的', sheet: '撤回申请书.pdf' }, mine.id),
  ).rejects.toMatchObject({ code: 'lib.missing-role' });
});

test('joined by the law, its licences have 45 working days and at most 15 more; the others keep their own', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const joint = await published(true);
  const mine = await apply({ theme: joint });
  const [shop, sign] = [caseOf(mine, 'CS-01'), caseOf(mine, 'ZP-01')];
  expect(await row('bundle', mine.id)).toMatchObject({
    legal_limit: { amount: 45 },
    promised_limit: { amount: 10 },
  });
  await hall.act(hall.clerk, 'case-file.accept', {}, shop);
  await hall.act(hall.clerk, 'case-file.accept', {}, sign);
  // 12–29 May 14, June 20 (without 25 and 26: Dragon Boat, with Sunday 28 worked 21), July from the 1st: 45th on 14 July
  expect((await row('case_file', shop))['legal_due_at']).toBe('2020-07-14T09:00:00.000Z');
  // Fifteen: 12–15, 18–22, 25–29 May are 14, 1 June the 15th
  expect((await row('case_file', sign))['legal_due_at']).toBe('2020-06-01T09:00:00.000Z');
  const ask = (days: number) =>
    hall.act(hall.decider, 'case-file.ask-extension', { days, reason: '需要会审' }, shop);
  await expect(ask(16)).rejects.toMatchObject({ code: 'cases.extension-too-long', facts: { days: 15 } });
  await ask(15);
});

test('joined by the law, what follows has what is left of the forty-five days, and is late with the whole', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const joint = await published(true);
  const [timely, late] = [await apply({ theme: joint }), await apply({ theme: joint })];
  for (const mine of [timely, late])
    await hall.act(hall.clerk, 'case-file.accept', {}, caseOf(mine, 'CS-01'));
  const lights = async (mine: Bundle) =>
    (
      (await view('cases.bundle-lights', {})) as {
        bundles: { id: string; light: string; legalDueAt: string }[];
      }
    ).bundles
      .filter(({ id }) => id === mine.id)
      .map(({ light, legalDueAt }) => [light, legalDueAt]);
  for (const mine of [timely, late]) await hall.takeBack(caseOf(mine, 'ZP-01'), '不装招牌了');
  // The forty-fifth day is 14 July, as above, though the food licence is not accepted yet
  expect(await lights(late)).toEqual([['green', '2020-07-14T09:00:00.000Z']]);
  hall.set('2020-07-14T16:00+08:00');
  for (const mine of [timely, late])
    await hall.act(hall.decider, 'case-file.grant', {}, caseOf(mine, 'CS-01'));
  await follow();
  for (const mine of [timely, late]) {
    await hall.act(hall.clerk, 'case-file.accept', {}, caseOf(mine, 'SP-01'));
    expect(await row('case_file', caseOf(mine, 'SP-01'))).toMatchObject({
      legal_due_at: '2020-07-14T09:00:00.000Z',
      promised_due_at: '2020-07-14T09:00:00.000Z',
    });
  }
  await hall.act(hall.decider, 'case-file.grant', {}, caseOf(timely, 'SP-01'));
  hall.set('2020-07-14T17:01+08:00');
  expect(await lights(late)).toEqual([['red', '2020-07-14T09:00:00.000Z']]);
  await hall.act(hall.decider, 'case-file.grant', {}, caseOf(late, 'SP-01'));
  let number = 0;
  for (const mine of [timely, late])
    for (const code of ['CS-01', 'SP-01']) {
      await hall.act(
        hall.sealer,
        'case-file.issue',
        { resultNumber: `联合${(number += 1)}号` },
        caseOf(mine, code),
      );
      await hall.act(
        hall.clerk,
        'case-file.deliver',
        { way: 'counter', proof: '本人签收' },
        caseOf(mine, code),
      );
    }
  await follow();
  expect(await row('bundle', timely.id)).toMatchObject({ state: 'completed', is_on_time: true });
  expect(await row('bundle', late.id)).toMatchObject({ state: 'completed', is_on_time: false });
});

test('a theme goes out only when its items are offered, each once, and what feeds comes before what is fed', async () => {
  const { row: draft } = await hall.act(hall.editor, 'theme.draft', {
    ...PLAN,
    place: DISTRICT,
    items: [...PLAN.items.map((each) => ({ ...each, stage: 1 })), { code: 'NO-01', stage: 1 }],
    sameQuestions: [{ item: 'SP-01', question: '是否租赁', as: '场所是否租赁' }],
  });
  const fault = hall.act(hall.editor, 'theme.publish', {}, draft.id);
  await expect(fault).rejects.toMatchObject({ code: 'cases.theme-faulty' });
  const { facts } = (await fault.catch((each: unknown) => each)) as { facts: { faults: string } };
  expect(facts.faults.split('；')).toEqual([
    '没有事项 NO-01',
    '「食品经营许可」的材料“营业执照复印件”是「经营场所登记」的结果，后者须排在前一阶段',
    '事项 SP-01 没有问题“是否租赁”',
  ]);
});

test('everybody reads what a theme asks and saves; who applies for one that is not out is refused', async () => {
  const nobody = someone('公众');
  const { items } = (await view('cases.themes', {}, nobody)) as { items: { id: string; name: string }[] };
  expect(items.map(({ name }) => name)).toEqual(['开办餐饮店', '开办餐饮店', '开办餐饮店']);
  const guide = (await view(
    'cases.theme-guide',
    { id: themeId, answers: JSON.stringify({ 场所是否租赁: '是' }) },
    nobody,
  )) as { papers: { name: string; isAsked: boolean }[]; saved: { copiesSaved: number } };
  expect(guide.papers.filter(({ isAsked }) => isAsked).map(({ name }) => name)).toContain('租赁合同');
  expect(guide.saved.copiesSaved).toBe(4);
  await hall.act(hall.editor, 'theme.withdraw', { reason: '改版' }, themeId);
  await expect(apply()).rejects.toMatchObject({ code: 'cases.no-theme' });
  const totals = (await view('cases.bundle-savings', { year: '2020' })) as {
    bundles: number;
    copiesSaved: number;
    over: object;
  };
  expect(totals.bundles).toBeGreaterThan(0);
  const [plain] = await hall.app.query(
    `select count(*)::int as bundles, sum(days_together)::int as "daysTogether", sum(days_took)::int as "daysTook"
       from bundle where state = 'completed' and days_took is not null`,
    [],
  );
  expect(totals.over).toEqual(plain);
});
