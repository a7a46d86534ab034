import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Action } from '#lib/action/action.ts';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { Refusal } from '#lib/refusal.ts';
import { bundle } from '../bundle/bundle.ts';
import { cases } from '../index.ts';
import { survey } from '../survey/survey.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import { caseFile } from './case-file.ts';

const ME = { id: 'me', name: '', grants: [] };
const conflicts = [{ person: 'me', reason: '与本件有利害关系', at: '2020-05-11T01:00:00.000Z' }];
const MINE = { conflicts };
/** What no person acts by. */
const PROGRAMS: ReadonlySet<string> = new Set(['cases.importer', 'cases.platform']);

/** What is of a case: itself, what hangs on one, a bundle of several. */
const ofCases = cases.actions.filter(
  ({ noun, from }) => from !== null && (noun === caseFile || noun.root === caseFile || noun === bundle),
);
const isStaffs = ({ may, name }: Action) =>
  name !== 'declare-conflict' && Object.keys(may).some((role) => role.startsWith('cases.'));
const staffs = ofCases.filter(isStaffs).map((each) => ({ name: `${each.noun.name}.${each.name}`, each }));

describe('who declared an interest in a case takes no part in it any more', () => {
  test('there are actions on every noun that is of a case', () => {
    expect(staffs.length).toBeGreaterThan(60);
    expect(new Set(staffs.map(({ each }) => each.noun.name)).size).toBeGreaterThanOrEqual(8);
  });

  test.each(staffs)('$name', ({ each }) => {
    const given = {
      [each.noun.as]: { ...MINE, cases: [] },
      caseFile: MINE,
      touchedCases: [{ conflicts: null }, MINE],
      by: ME,
      input: {},
      now: '2020-05-11T01:00:00.000Z',
    };
    let code: unknown = 'done';
    try {
      each.decide(given as never);
    } catch (fault) {
      code = fault instanceof Refusal ? fault.code : fault;
    }
    expect(code).toBe('cases.conflict');
  });

  test('a survey asks for every case that it takes along, a bundle for all of its own', () => {
    const asked = (noun: unknown, row: object) =>
      ofCases
        .filter((each) => each.noun === noun && isStaffs(each))
        .map(
          ({ needs }) =>
            (needs['touchedCases'] as unknown as { ask: (q: object) => { wheres: unknown } }).ask({ row })
              .wheres,
        );
    for (const wheres of asked(survey, { cases: ['a', 'b'] }))
      expect(wheres).toEqual([{ id: 'a' }, { id: 'b' }]);
    for (const wheres of asked(bundle, { id: 'y' })) expect(wheres).toEqual([{ bundle: 'y' }]);
  });
});

test('every role that acts on a case, or on what hangs on it, can declare', () => {
  const nouns = new Set(ofCases.map(({ noun }) => noun));
  const declaring = cases.actions.filter(({ name }) => name === 'declare-conflict');
  const mayDeclare = (noun: unknown) =>
    new Set(declaring.filter((each) => each.noun === noun).flatMap(({ may }) => Object.keys(may)));
  const onCase = mayDeclare(caseFile);
  const isOfStaff = (role: string) => role.startsWith('cases.') && !PROGRAMS.has(role);
  const without = [...nouns].flatMap((noun) =>
    ofCases
      .filter((each) => each.noun === noun && !each.hidden)
      .flatMap(({ may }) => Object.keys(may).filter(isOfStaff))
      .filter((role) => !onCase.has(role) && !mayDeclare(noun).has(role)),
  );
  expect(without).toEqual([]);
});

describe('in the hall', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await serviceHall();
    await hall.offer('QS-01', waterPermit);
  });
  afterAll(() => hall.close());

  test('the clerk who declared adds no papers; another does, and everybody reads', async () => {
    const papers = ['申请书', '水资源论证报告'];
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01', { papers }));
    await hall.act(hall.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, row.id);
    await hall.act(hall.clerk, 'case-file.declare-conflict', { ground: 'relative' }, row.id);
    const add = (by: Person) => hall.act(by, 'case-file.add-papers', { papers: ['与第三者的协议'] }, row.id);
    await expect(add(hall.clerk)).rejects.toMatchObject({ code: 'cases.conflict' });
    const other = { ...hall.clerk, id: hall.inspector.id, name: '另一窗口员' };
    expect((await add(other)).row).toMatchObject({ isSupplied: true });
  });

  test('the head declares, and decides nothing any more; a department that is asked declares on its branch', async () => {
    const LAND = '区自然资源局';
    const steps = [{ stage: 1, department: LAND, task: '技术审查', days: 5 }];
    await hall.offer('QS-02', { ...waterPermit, name: '取水许可变更', steps });
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-02'));
    await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
    const head = someone('局长', ['cases.head', hall.unit(WATER)]);
    await hall.act(head, 'case-file.declare-conflict', { ground: 'relative' }, row.id);
    const ask = {
      ground: 'other-decision',
      reason: '等待判决',
      basis: '《行政许可法》',
      noticeNumber: '1号',
    };
    await hall.act(hall.decider, 'case-file.ask-suspension', { ...ask, condition: '判决生效' }, row.id);
    const refused = { code: 'cases.conflict' };
    await expect(hall.act(head, 'case-file.suspend', {}, row.id)).rejects.toMatchObject(refused);
    const [found] = await hall.app.query('select id from case_branch where case_id = $1', [row.id]);
    const asked = found!['id'] as string;
    const approver = hall.approverOf(LAND);
    await hall.act(approver, 'case-branch.declare-conflict', { ground: 'interest' }, asked);
    const opinion = { opinion: '符合规划' };
    await expect(hall.act(approver, 'case-branch.agree', opinion, asked)).rejects.toMatchObject(refused);
    const [file] = await hall.app.query('select conflicts from case_file where id = $1', [row.id]);
    expect(file!['conflicts']).toMatchObject([{ person: head.id }, { person: approver.id }]);
    const other = { ...approver, id: hall.inspector.id };
    expect((await hall.act(other, 'case-branch.agree', opinion, asked)).row).toMatchObject({
      state: 'agreed',
    });
  });
});
