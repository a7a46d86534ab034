import type { Person } from '#lib/action/person.ts';
import { breachRound } from '../breach/note.ts';
import { someone } from '#lib/testing/app.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarOf } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { application, serviceHall, WATER, waterPermit, type Hall } from '../testing/hall.ts';
import { duePromises } from './due-view.ts';
import { checkTerm } from './promised.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('CN-01', {
    ...waterPermit,
    commitment: {
      text: '已取得第三者同意，如有不实愿承担责任。',
      exclusions: ['曾作出虚假承诺的'],
      replaces: ['与第三者的协议'],
      checkWithin: 10,
    },
  });
  await hall.offer('CN-02', {
    ...waterPermit,
    name: '取水许可延续',
  });
});
afterAll(() => hall.close());
let second: Person;
beforeAll(() => {
  second = someone('另一位首席代表', ['cases.decider', hall.unit(WATER)]);
});

const MAIN = ['申请书', '水资源论证报告'];
const act = async (id: string, name: string, input = {}, by = hall.decider) =>
  (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
const applied = async (item: string, papers: readonly string[] = MAIN, more = {}) =>
  (await hall.act(hall.clerk, 'case-file.apply', application(item, { papers, ...more }))).row as CaseFile;
const SIGNED = { isSigned: true, isExcluded: false };
const promise = (id: string, input = SIGNED) => act(id, 'accept-on-commitment', input, hall.clerk);
const granted = async (more = {}) => {
  const { id } = await applied('CN-01', MAIN, more);
  await promise(id);
  return act(id, 'grant');
};
const due = async (within: string) => {
  const asked = { query: { within }, by: hall.decider, app: hall.app, now: hall.now() };
  const { json } = (await duePromises.read(asked as never)) as { readonly json: string };
  return (JSON.parse(json) as { items: readonly { readonly id: string }[] }).items.map(({ id }) => id);
};

describe('an application on line, whose applicant no clerk has seen', () => {
  const sent = async (more = {}) => {
    const platform = someone('省平台', ['cases.platform', '430611']);
    const { channel: _, ...said } = application('CN-01', { papers: MAIN, ...more });
    const { id } = (await hall.act(platform, 'case-file.apply-online', said)).row;
    return (await act(id, 'receive', {}, hall.clerk)).id;
  };

  test('binds nobody by a clerk’s tick: not chosen on line, it wants the sheet signed at a counter', async () => {
    const id = await sent();
    await expect(promise(id)).rejects.toMatchObject({ code: 'cases.commitment-unsigned' });
    await expect(promise(id, { ...SIGNED, sheet: '承诺书.pdf' } as never)).rejects.toMatchObject({
      code: 'cases.no-sheet',
    });
    const sheet = await hall.lay(id, '承诺书.pdf');
    const mine = await promise(id, { ...SIGNED, sheet: '承诺书.pdf' } as never);
    expect(mine).toMatchObject({
      acceptance: 'committed',
      commitmentSigned: { by: hall.clerk.id, sheet },
    });
  });

  test('nor of one that came by post, from a terminal or another counter', async () => {
    for (const channel of ['post', 'terminal']) {
      const said = application('CN-01', { papers: MAIN, channel });
      const { id } = (await hall.act(hall.clerk, 'case-file.apply', said)).row;
      await act(id, 'receive', {}, hall.clerk);
      await expect(promise(id)).rejects.toMatchObject({ code: 'cases.commitment-unsigned' });
      const sheet = await hall.lay(id, '承诺书.pdf');
      expect(await promise(id, { ...SIGNED, sheet: '承诺书.pdf' } as never)).toMatchObject({
        acceptance: 'committed',
        commitmentSigned: { by: hall.clerk.id, sheet },
      });
    }
  });

  test('chosen and signed there, it is kept with the case', async () => {
    const mine = await promise(await sent({ signsCommitment: true }));
    expect(mine).toMatchObject({ acceptance: 'committed', commitmentSigned: { sheet: null } });
  });
});

describe('accepted on a promise', () => {
  test('what the promise replaces is never asked for; its words are kept', async () => {
    const { id } = await applied('CN-01');
    const mine = await promise(id);
    expect(mine).toMatchObject({
      state: 'accepted',
      acceptance: 'committed',
      promise: '已取得第三者同意，如有不实愿承担责任。',
      isSupplied: null,
    });
    expect(mine.papers.map(({ name, state }) => [name, state])).toEqual([
      ['申请书', 'present'],
      ['水资源论证报告', 'present'],
      ['与第三者的协议', 'promised'],
    ]);
    // Ten working days after Monday 11 May: 25 May.
    expect(await act(id, 'grant')).toMatchObject({ state: 'granted', checkDueOn: '2020-05-25' });
  });

  test('not unsigned, not where excluded, not without the other papers, not where the item has none', async () => {
    const { id } = await applied('CN-01');
    await expect(promise(id, { isSigned: false, isExcluded: false })).rejects.toMatchObject({
      code: 'cases.not-signed',
    });
    await expect(promise(id, { isSigned: true, isExcluded: true })).rejects.toMatchObject({
      code: 'cases.excluded',
    });
    await expect(promise((await applied('CN-01', ['申请书'])).id)).rejects.toMatchObject({
      code: 'cases.papers-missing',
      facts: { names: '水资源论证报告' },
    });
    await expect(promise((await applied('CN-01', [...MAIN, '与第三者的协议'])).id)).rejects.toMatchObject({
      code: 'cases.nothing-promised',
    });
    await expect(promise((await applied('CN-02')).id)).rejects.toMatchObject({
      code: 'cases.no-commitment',
    });
  });
});

describe('checked after the decision', () => {
  test('true: off the list, and not checked twice', async () => {
    const { id } = await granted();
    // 11 to 25 May are fourteen days.
    expect([(await due('13')).includes(id), (await due('14')).includes(id)]).toEqual([false, true]);
    const finding = { result: 'true', finding: '现场核实，协议真实' };
    expect(await act(id, 'check-promise', finding)).toMatchObject({ state: 'granted', isPromiseTrue: true });
    expect(await due('14')).not.toContain(id);
    await expect(act(id, 'check-promise', finding)).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });

  test('false: put right within the days given', async () => {
    const { id } = await granted();
    const wrong = { result: 'put-right', finding: '协议缺签章', putRightDays: 5 };
    // Five working days after 11 May: 18 May, seven days from now.
    expect(await act(id, 'check-promise', wrong)).toMatchObject({
      state: 'granted',
      isPromiseTrue: false,
      putRightBy: '2020-05-18',
    });
    expect([(await due('6')).includes(id), (await due('7')).includes(id)]).toEqual([false, true]);
    const done = await act(id, 'confirm-put-right', { finding: '已补签章' });
    expect(done).toMatchObject({ state: 'granted', putRightAt: '2020-05-11T01:00:00.000Z' });
    expect(await due('14')).not.toContain(id);
  });

  test('not put right: revoked only when the day told is over, and not by who looked alone', async () => {
    const { id } = await granted();
    await act(id, 'check-promise', { result: 'put-right', finding: '协议缺签章', putRightDays: 5 });
    const revoke = (by: Person) => act(id, 'revoke-on-promise', { finding: '逾期未整改' }, by);
    await expect(revoke(second)).rejects.toMatchObject({
      code: 'cases.put-right-runs',
      facts: { until: '2020年5月18日' },
    });
    // The eighteenth is theirs to its end.
    hall.set('2020-05-18T23:59+08:00');
    await expect(revoke(second)).rejects.toMatchObject({ code: 'cases.put-right-runs' });
    await breachRound(hall.app);
    const [still] = await hall.app.query('select breach from case_file where id = $1', [id]);
    expect(still!['breach']).toBeNull();
    hall.set('2020-05-19T09:00+08:00');
    await expect(revoke(hall.decider)).rejects.toMatchObject({ code: 'cases.promise-same-person' });
    expect(await revoke(second)).toMatchObject({ state: 'revoked', revokedBecause: '逾期未整改' });
    expect(await due('14')).not.toContain(id);
    hall.set('2020-05-11T09:00+08:00');
  });

  test('false beyond repair: found so by one, revoked by another or the head, with the ground kept', async () => {
    const { id } = await granted({ applicant: { name: '乙某', idNumber: '110000189001011017' } }); // Nobody’s number.
    const fall = (by: Person) => act(id, 'revoke-on-promise', { finding: '协议系伪造' }, by);
    // What nobody looked at is not revoked as false.
    await expect(fall(second)).rejects.toMatchObject({ code: 'lib.wrong-state' });
    const hopeless = { result: 'hopeless', finding: '协议系伪造，第三者不存在' };
    expect(await act(id, 'check-promise', hopeless)).toMatchObject({
      state: 'granted',
      isPromiseTrue: false,
      putRightBy: null,
    });
    expect(await due('0')).toContain(id);
    await breachRound(hall.app);
    const [still] = await hall.app.query('select breach from case_file where id = $1', [id]);
    expect(still!['breach']).toBeNull();
    await expect(fall(hall.decider)).rejects.toMatchObject({ code: 'cases.promise-same-person' });
    expect(await fall(someone('局长', ['cases.head', hall.unit(WATER)]))).toMatchObject({
      state: 'revoked',
      isPromiseTrue: false,
      revokedAt: '2020-05-11T01:00:00.000Z',
      outcome: 'granted',
    });
    expect(await due('0')).not.toContain(id);
  });

  test('only what was accepted on a promise; where the item names no days, the rule says how many', async () => {
    const { id } = await applied('CN-02', [...MAIN, '与第三者的协议']);
    await act(id, 'accept', {}, hall.clerk);
    expect(await act(id, 'grant')).toMatchObject({ checkDueOn: null });
    await expect(act(id, 'check-promise', { result: 'true', finding: '属实' })).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
    const at = '2020-05-11T01:00:00.000Z' as Instant;
    // From Monday 11 May: fourteen working days to the end of May, 25 and 26 June are Dragon Boat days (28 June makes up): 40th on 7 July.
    expect(checkTerm(at, 40, calendarOf(hall.app))).toMatchObject({ checkDueOn: '2020-07-07' });
  });
});
