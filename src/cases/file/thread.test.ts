import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { application, DISTRICT, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import { validated } from '#lib/http/validate.ts';
import { apply } from './apply.ts';
import type { CaseFile } from './case-file.ts';
import { deemRound } from './deem-accepted.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  await hall.offer('QS-02', {
    ...waterPermit,
    name: '河道管理范围内建设项目方案审批',
    steps: [
      { stage: 1, department: WATER, task: '技术审查', days: 5 },
      { stage: 1, department: '区自然资源局', task: '用地审查', days: 5 },
      { stage: 2, department: WATER, task: '会签', days: 2 },
    ],
  });
  await hall.offer('QS-04', { ...waterPermit, isSeparated: false });
  await hall.offer('QS-05', { ...waterPermit, isLicence: false });
  await hall.offer('QS-03', {
    name: '取水户信息变更',
    kind: 'instant',
    legalLimit: { days: 5, unit: 'working' },
    promisedLimit: { days: 0, unit: 'working' },
    type: 'service',
    basicCode: '432019001000',
    implementingCode: '11000000000000000U4432019001000',
    resultType: 'none',
    materials: [waterPermit.materials![0]!],
  });
});
afterAll(() => hall.close());

const VILLAGE = '430611101201';
const applied = async (item: string, more = {}) =>
  (await hall.act(hall.clerk, 'case-file.apply', application(item, more))).row as CaseFile;
const accepted = async (item: string, more = {}) => {
  const { id } = await applied(item, more);
  return (await hall.act(hall.clerk, 'case-file.accept', {}, id)).row as CaseFile;
};
const branchesOf = async (id: string) =>
  (await hall.app.query(
    'select id, state, stage, department from case_branch where case_id = $1 order by stage, id',
    [id],
  )) as readonly {
    readonly id: string;
    readonly state: string;
    readonly stage: number;
    readonly department: string;
  }[];

describe('from the papers to the result', () => {
  test('received is not accepted: the five days of the one notice run, no clock of the examination does', async () => {
    const mine = await applied('QS-01');
    // 11 May is the day of the papers; 12, 13, 14, 15 and 18 May are the five working days.
    expect(mine).toMatchObject({ state: 'received', tellByAt: '2020-05-18T09:00:00.000Z', legalClock: null });
  });

  test('both clocks run from the acceptance: twenty days by law, ten by promise', async () => {
    const mine = await accepted('QS-01');
    // 12–15 May 1–4, 18–22 –9, 25 May is the 10th; 26–29 –14, 1–5 June –19, 8 June the 20th.
    expect(mine).toMatchObject({
      state: 'accepted',
      promisedDueAt: '2020-05-25T09:00:00.000Z',
      legalDueAt: '2020-06-08T09:00:00.000Z',
    });
  });

  test('granted, sealed by another, handed over at the counter', async () => {
    const { id } = await accepted('QS-01');
    const both = { ...hall.decider, id: hall.clerk.id };
    await expect(hall.act(both, 'case-file.grant', {}, id)).rejects.toMatchObject({
      code: 'cases.same-person',
    });
    const granted = (await hall.act(hall.decider, 'case-file.grant', {}, id)).row as CaseFile;
    expect(granted).toMatchObject({
      state: 'granted',
      isOnTime: true,
      isPromiseKept: true,
      workingDaysUsed: 0,
    });
    const deliver = () =>
      hall.act(hall.clerk, 'case-file.deliver', { way: 'counter', proof: '甲某签收' }, id);
    await expect(deliver()).rejects.toMatchObject({ code: 'cases.needs-result' });
    const sealing = { ...hall.sealer, id: hall.decider.id };
    const issue = { resultNumber: '君水许〔2020〕1号' };
    await expect(hall.act(sealing, 'case-file.issue', issue, id)).rejects.toMatchObject({
      code: 'cases.same-person',
    });
    await hall.act(hall.sealer, 'case-file.issue', issue, id);
    expect((await deliver()).row).toMatchObject({ state: 'completed', outcome: 'granted' });
  });

  test('separation and licence are the item’s own: one that switches separation off is decided by who accepted it', async () => {
    const { id } = await accepted('QS-04');
    const both = { ...hall.decider, id: hall.clerk.id };
    expect((await hall.act(both, 'case-file.grant', {}, id)).row).toMatchObject({
      state: 'granted',
      isSeparated: false,
    });
    expect(await applied('QS-05')).toMatchObject({ isLicence: false, isSeparated: true });
  });

  test('only whom the item names decides, and separation does not depend on where the papers were handed in', async () => {
    await expect(applied('QS-01', { department: hall.unit('区教育局') })).rejects.toMatchObject({
      code: 'cases.not-competent',
    });
    expect(await applied('QS-01', { department: hall.unit(WATER) })).toMatchObject({
      department: hall.unit(WATER),
    });
    const [village] = await hall.app.query(
      "select number from region where kind = 'village' order by number",
      [],
    );
    expect(await applied('QS-01', { place: village!['number'] })).toMatchObject({
      level: 'village',
      isSeparated: true,
    });
  });

  test('a paper short: not accepted, told once, brought, accepted; never told again', async () => {
    const { id } = await applied('QS-01', { papers: ['申请书', '与第三者的协议'] });
    const act = (name: string, input: Readonly<Record<string, unknown>>) =>
      hall.act(hall.clerk, `case-file.${name}`, input, id);
    await expect(act('accept', {})).rejects.toMatchObject({ code: 'cases.papers-missing' });
    const gaps = [{ paper: '水资源论证报告', what: '未提交' }];
    expect((await act('ask-correction', { gaps })).row).toMatchObject({ state: 'correcting' });
    const supplied = (await act('supply-correction', { papers: ['水资源论证报告'] })).row;
    expect(supplied).toMatchObject({ state: 'received' });
    await expect(act('ask-correction', { gaps })).rejects.toMatchObject({ code: 'cases.told-once' });
    expect((await act('accept', {})).row).toMatchObject({ state: 'accepted' });
  });

  test('nobody said anything within five working days: accepted by itself, from the day of the papers', async () => {
    const { id } = await applied('QS-01', { papers: ['申请书'] });
    hall.set('2020-05-18T17:00+08:00');
    await deemRound(hall.app);
    expect(await hall.app.query('select state from case_file where id = $1', [id])).toEqual([
      { state: 'received' },
    ]);
    hall.set('2020-05-18T17:01+08:00');
    await deemRound(hall.app);
    const [row] = await hall.app.query(
      'select state, acceptance, accepted_at, legal_due_at from case_file where id = $1',
      [id],
    );
    expect(row).toMatchObject({
      state: 'accepted',
      acceptance: 'deemed',
      accepted_at: '2020-05-11T01:00:00.000Z',
      legal_due_at: '2020-06-08T09:00:00.000Z',
    });
    // Accepted it is, granted on nothing it is not (行政许可法 34, 38): the papers come, or it is refused for want of them.
    const lacking = { code: 'cases.papers-missing', facts: { names: '水资源论证报告、与第三者的协议' } };
    await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject(lacking);
    await hall.act(hall.clerk, 'case-file.add-papers', { papers: ['水资源论证报告', '与第三者的协议'] }, id);
    expect((await hall.act(hall.decider, 'case-file.grant', {}, id)).row).toMatchObject({ state: 'granted' });
    hall.set('2020-05-11T09:00+08:00');
    const other = (await applied('QS-01', { papers: [] })).id;
    hall.set('2020-05-18T17:01+08:00');
    await deemRound(hall.app);
    const no = { reason: '未提交申请材料，不能证明符合条件' };
    const { row: refused } = await hall.act(hall.decider, 'case-file.refuse', no, other);
    expect(refused).toMatchObject({ state: 'refused', outcome: 'refused' });
    hall.set('2020-05-11T09:00+08:00');
  });

  test('an accepted case is ended by the deciding department alone, not by the window and not by who accepted it', async () => {
    const { id } = await accepted('QS-01');
    const end = { ground: 'object-gone', reason: '取水口已由人民政府收回' };
    const asked = { ...end, basis: '水法第四十八条', noticeNumber: '终告〔2020〕1号' };
    await hall.act(hall.approverOf(WATER), 'case-file.ask-termination', asked, id);
    const ending = (by: Hall['clerk']) => hall.act(by, 'case-file.terminate', end, id);
    await expect(ending(hall.clerk)).rejects.toMatchObject({ code: 'cases.not-the-windows' });
    await expect(ending({ ...hall.decider, id: hall.clerk.id })).rejects.toMatchObject({
      code: 'cases.same-person',
    });
    expect((await ending(hall.decider)).row).toMatchObject({
      state: 'terminated',
      outcome: 'terminated',
      reason: '申请事项的标的灭失，或因不可抗力不能实施：取水口已由人民政府收回（依据：水法第四十八条）',
    });
  });

  test('no counter books what is not so: window, village, channel or answer', async () => {
    for (const channel of ['elsewhere', 'handover', 'online'])
      expect(() => validated(apply.input, application('QS-01', { channel }))).toThrow('lib.shape');
    const said = (more: object) => applied('QS-01', { ...more });
    const windows = { window: hall.unit(WATER) };
    await expect(said(windows)).rejects.toMatchObject({ code: 'cases.no-window' });
    for (const [windowType, place] of [
      ['village', DISTRICT],
      ['town', DISTRICT],
      ['engineering', VILLAGE],
      ['undifferentiated', VILLAGE],
      ['general', '430611101'],
    ])
      await expect(said({ windowType, place })).rejects.toMatchObject({ code: 'cases.no-such-window' });
    const answers = { 是否新办: '也许' };
    await expect(said({ answers })).rejects.toMatchObject({ code: 'cases.wrong-answer' });
  });

  test('a result does not end on the day of its decision', async () => {
    const { id } = await accepted('QS-01');
    await hall.act(hall.decider, 'case-file.grant', {}, id);
    const issue = { resultNumber: '君水许〔2020〕2号', validUntil: '2020-05-11' };
    await expect(hall.act(hall.sealer, 'case-file.issue', issue, id)).rejects.toMatchObject({
      code: 'cases.valid-before',
    });
  });

  test('an instant item is done at the counter in one go', async () => {
    const { row } = await hall.act(
      hall.clerk,
      'case-file.handle',
      application('QS-03', { papers: ['申请书'] }),
    );
    expect(row).toMatchObject({ state: 'completed', acceptance: 'instant', isOnTime: true });
    await expect(hall.act(hall.clerk, 'case-file.handle', application('QS-01'))).rejects.toMatchObject({
      code: 'cases.not-instant',
    });
  });
});

describe('branches', () => {
  const land = () => hall.approverOf('区自然资源局');
  const water = () => hall.approverOf(WATER);

  test('two departments side by side, a third step after both; one goes back alone; then the decision', async () => {
    const { id } = await accepted('QS-02');
    const [first, second, third] = await branchesOf(id);
    expect([first, second, third].map((each) => [each!.stage, each!.state])).toEqual([
      [1, 'asked'],
      [1, 'asked'],
      [2, 'waiting'],
    ]);
    const of = (department: string) =>
      [first!, second!].find((each) => each.department === hall.unit(department))!.id;
    await hall.act(land(), 'case-branch.send-back', { reason: '坐标不清' }, of('区自然资源局'));
    await hall.act(water(), 'case-branch.agree', { opinion: '符合防洪规划。' }, of(WATER));
    expect((await branchesOf(id)).map(({ state }) => state).sort()).toEqual([
      'agreed',
      'sent-back',
      'waiting',
    ]);
    await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject({
      code: 'cases.branches-open',
    });
    await hall.act(hall.clerk, 'case-branch.resubmit', { note: '已补充坐标' }, of('区自然资源局'));
    await hall.act(land(), 'case-branch.agree', { opinion: '同意。' }, of('区自然资源局'));
    expect((await branchesOf(id)).map(({ state }) => state)).toEqual(['agreed', 'agreed', 'asked']);
    await hall.act(water(), 'case-branch.agree', { opinion: '同意会签。' }, third!.id);
    expect((await hall.act(hall.decider, 'case-file.grant', {}, id)).row).toMatchObject({ state: 'granted' });
  });

  test('of two last branches at one moment exactly one finishes the examination', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await accepted('QS-02');
      const [first, second] = await branchesOf(id);
      await Promise.all(
        [first!, second!].map((each) =>
          hall.act(
            each.department === hall.unit(WATER) ? water() : land(),
            'case-branch.agree',
            { opinion: '同意。' },
            each.id,
          ),
        ),
      );
      expect((await branchesOf(id)).map(({ state }) => state)).toEqual(['agreed', 'agreed', 'asked']);
      const [file] = await hall.app.query('select open_branches from case_file where id = $1', [id]);
      expect(file).toEqual({ open_branches: 1 });
    }
  });

  test('an objection bars a grant and not a refusal', async () => {
    const { id } = await accepted('QS-02');
    for (const each of await branchesOf(id)) {
      const by = each.department === hall.unit(WATER) ? water() : land();
      const verb = each.department === hall.unit(WATER) ? 'agree' : 'object';
      await hall.act(by, `case-branch.${verb}`, { opinion: '占用基本农田。' }, each.id);
    }
    await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject({
      code: 'cases.branch-objects',
    });
    const { row } = await hall.act(hall.decider, 'case-file.refuse', { reason: '占用基本农田' }, id);
    expect(row).toMatchObject({ state: 'refused', outcome: 'refused' });
  });

  test('departments look at the papers first; one notice carries what each found', async () => {
    const { id } = await applied('QS-02');
    const departments = [hall.unit(WATER), hall.unit('区自然资源局')];
    await hall.act(hall.clerk, 'case-file.ask-checks', { departments }, id);
    const ask = () => hall.act(hall.clerk, 'case-file.ask-correction', { gaps: [] }, id);
    await expect(ask()).rejects.toMatchObject({ code: 'cases.checks-open' });
    for (const each of await branchesOf(id)) {
      const isWater = each.department === hall.unit(WATER);
      const gaps = isWater ? [{ paper: '水资源论证报告', what: '缺评审意见' }] : [];
      await hall.act(isWater ? water() : land(), 'case-branch.answer-check', { gaps }, each.id);
    }
    const { row } = await ask();
    expect(row).toMatchObject({
      state: 'correcting',
      gaps: [{ paper: '水资源论证报告', what: '缺评审意见', by: hall.unit(WATER) }],
    });
  });
});
