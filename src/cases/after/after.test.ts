import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import { corrected } from './correct.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('SH-01', waterPermit);
  await hall.offer('SH-02', {
    ...waterPermit,
    name: '取水许可延续',
    steps: [{ stage: 1, department: WATER, task: '技术审查', days: 5 }],
  });
});
afterAll(() => hall.close());

const act = async (id: string, name: string, input = {}, by = hall.decider) =>
  (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
const accepted = async (item = 'SH-01') => {
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application(item));
  return act(row.id, 'accept', {}, hall.clerk);
};
/** The first is number 1, those after it 11, 12 …: number 2 is free for a correction. */
let before = 0;
const issued = async () => {
  const { id } = await accepted();
  await act(id, 'grant');
  const resultNumber = `君水许〔2020〕${before === 0 ? 1 : 10 + before}号`;
  before += 1;
  return act(id, 'issue', { resultNumber, validUntil: '2025-05-11' }, hall.sealer);
};
const read = async (id: string) =>
  (
    await hall.app.query(
      'select state, result_number, valid_until, corrections from case_file where id = $1',
      [id],
    )
  )[0];
const last = async (table: 'decision_correction' | 'case_objection', id: string) =>
  (await hall.app.query(`select id from ${table} where case_id = $1 order by id desc limit 1`, [id]))[0]![
    'id'
  ] as string;

describe('a decision is corrected', () => {
  test('by two people: nothing changes until the second agrees; what is not named stays', async () => {
    const { id } = await issued();
    const slip = { reason: '文书号顺序有误', resultNumber: '君水许〔2020〕2号' };
    await act(id, 'correct-decision', slip);
    const before = { state: 'issued', result_number: '君水许〔2020〕1号', corrections: null };
    expect(await read(id)).toMatchObject(before);
    const made = (by = hall.sealer) =>
      last('decision_correction', id).then((one) => hall.act(by, 'decision-correction.make', {}, one));
    await expect(made(hall.decider)).rejects.toMatchObject({ code: 'cases.same-person' });
    await made();
    expect(await read(id)).toEqual({
      state: 'issued',
      result_number: '君水许〔2020〕2号',
      valid_until: '2025-05-11',
      corrections: 1,
    });
    await expect(made()).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });

  test('one at a time: a second is asked for once the first is agreed to, declined or taken back', async () => {
    const { id } = await issued();
    const wish = (validUntil: string, by = hall.decider) =>
      act(id, 'correct-decision', { reason: '有效期有误', validUntil }, by);
    const settle = async (name: string, by = hall.sealer) => {
      const text = "select id from decision_correction where case_id = $1 and state = 'proposed'";
      const [asked] = await hall.app.query(text, [id]);
      return hall.act(by, `decision-correction.${name}`, {}, asked!['id'] as string);
    };
    await wish('2026-05-11');
    const pending = { code: 'cases.correction-pending', facts: { number: expect.stringMatching(/^GZ/) } };
    await expect(wish('2027-05-11')).rejects.toMatchObject(pending);
    const other = someone('另一位首席代表', ['cases.decider', hall.unit(WATER)]);
    await expect(wish('2027-05-11', other)).rejects.toMatchObject(pending);
    // Taken back by whoever asked.
    await settle('drop', hall.decider);
    await wish('2027-05-11');
    await expect(wish('2028-05-11')).rejects.toMatchObject(pending);
    await settle('make');
    await wish('2028-05-11');
    expect(await read(id)).toMatchObject({ valid_until: '2027-05-11', corrections: 1 });
    // Of two at the same moment one stands.
    await settle('drop');
    const both = await Promise.allSettled([wish('2026-05-11'), wish('2029-05-11', other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('not without saying what, not once it was revoked; dropped leaves it as it was', async () => {
    const { id } = await issued();
    await expect(act(id, 'correct-decision', { reason: '有误' })).rejects.toMatchObject({
      code: 'cases.nothing-corrected',
    });
    await act(id, 'correct-decision', { reason: '有效期有误', validUntil: '2026-05-11' });
    const first = await last('decision_correction', id);
    await hall.act(hall.sealer, 'decision-correction.drop', {}, first);
    expect(await read(id)).toMatchObject({ valid_until: '2025-05-11', corrections: null });
    await act(id, 'correct-decision', { reason: '有效期有误', validUntil: '2026-05-11' });
    await hall.revoke(id, { reason: '超越职权', basis: '行政许可法第六十九条' });
    const second = await last('decision_correction', id);
    await expect(hall.act(hall.sealer, 'decision-correction.make', {}, second)).rejects.toMatchObject({
      code: 'cases.no-decision',
    });
  });

  test('counts up, and touches only what is named', () => {
    const none = { resultNumber: null, validUntil: null, decisionText: null };
    const before = { corrections: 2 } as CaseFile;
    const at = instant('2020-05-12T09:00+08:00');
    expect(corrected({ ...none, decisionText: '改为……' } as never, before, at)).toEqual({
      corrections: 3,
      decisionCorrectedAt: at,
      reason: '改为……',
    });
    expect(corrected(none as never, { corrections: null } as CaseFile, at)).toEqual({
      corrections: 1,
      decisionCorrectedAt: at,
    });
  });
});

describe('a grant is revoked', () => {
  const ground = { reason: '以欺骗手段取得', basis: '行政许可法第六十九条' };
  const same = expect.objectContaining({ code: 'cases.same-person' }) as unknown;
  const another = someone('另一位首席代表', ['cases.decider']);

  test('asked for by one person with reason and basis, done by another; until then it stands', async () => {
    const { id } = await issued();
    await expect(act(id, 'revoke', {}, hall.head)).rejects.toMatchObject({ code: 'lib.wrong-state' });
    expect(await act(id, 'ask-revocation', ground)).toMatchObject({ state: 'issued', revokedAt: null });
    await expect(act(id, 'ask-revocation', ground, hall.head)).rejects.toMatchObject({
      code: 'cases.revocation-pending',
    });
    await expect(act(id, 'revoke')).rejects.toEqual(same);
    expect(await act(id, 'revoke', {}, hall.head)).toMatchObject({
      state: 'revoked',
      outcome: 'granted',
      askedRevocation: null,
      revokedAt: '2020-05-11T01:00:00.000Z',
      revokedBecause: '以欺骗手段取得',
      revokedBasis: '行政许可法第六十九条',
    });
    await expect(act(id, 'ask-revocation', ground)).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });

  test('not by who granted it, whoever asked; by another chief, and by the head', async () => {
    const { id } = await issued();
    const chief = { ...another, grants: hall.decider.grants };
    await act(id, 'ask-revocation', ground, chief);
    await expect(act(id, 'revoke')).rejects.toEqual(same);
    expect(await act(id, 'decline-revocation', { reason: '证据不足' })).toMatchObject({
      state: 'issued',
      askedRevocation: null,
    });
    // The head asks: the granter alone is still not who does it, another chief is.
    await act(id, 'ask-revocation', ground, hall.head);
    await expect(act(id, 'revoke', {}, hall.head)).rejects.toEqual(same);
    await expect(act(id, 'revoke')).rejects.toEqual(same);
    expect(await act(id, 'revoke', {}, chief)).toMatchObject({ state: 'revoked' });
  });

  test('never a refusal', async () => {
    const { id } = await accepted();
    await act(id, 'refuse', { reason: '不符合水资源规划' });
    await act(id, 'deliver', { way: 'counter', proof: '本人签收' }, hall.clerk);
    await expect(act(id, 'ask-revocation', ground)).rejects.toMatchObject({ code: 'cases.not-granted' });
  });
});

test('a neighbour objects, is counted and answered; the case and its clocks go on', async () => {
  const mine = await accepted();
  const objected = await act(
    mine.id,
    'object',
    { objector: '乙某', phone: '13900004321', interest: '下游取水户', statement: '将影响灌溉' },
    hall.clerk,
  );
  expect(objected).toMatchObject({ state: 'accepted', objections: 1, legalDueAt: mine.legalDueAt });
  const one = await last('case_objection', mine.id);
  // Who answers in writing must know to whom; who oversees need not.
  const look = { field: 'objector', reason: '书面答复异议人' };
  await hall.act(hall.decider, 'case-objection.unmask', look, one);
  await expect(hall.act(hall.inspector, 'case-objection.unmask', look, one)).rejects.toMatchObject({
    code: 'lib.missing-role',
  });
  const answer = { result: 'dismissed', answer: '论证报告表明下游水量不受影响' };
  const { row } = await hall.act(hall.decider, 'case-objection.answer', answer, one);
  expect(row).toMatchObject({ state: 'dismissed', answeredBy: hall.decider.id });
  await expect(hall.act(hall.decider, 'case-objection.answer', answer, one)).rejects.toMatchObject({
    code: 'lib.wrong-state',
  });
});

test('nothing is granted over an objection that nobody has answered; answered, it is', async () => {
  const { id } = await accepted();
  const said = { objector: '乙某', interest: '相邻取水户', statement: '取水影响下游灌溉' };
  await act(id, 'object', said, hall.clerk);
  const second = await act(id, 'object', { ...said, objector: '丙某' }, hall.clerk);
  expect(second).toMatchObject({ objections: 2, openObjections: 2 });
  const answer = async (result: string) =>
    hall.act(
      hall.decider,
      'case-objection.answer',
      { result, answer: '已核算下游水量' },
      (
        await hall.app.query(
          "select id from case_objection where case_id = $1 and state = 'registered' limit 1",
          [id],
        )
      )[0]!['id'] as string,
    );
  await expect(act(id, 'grant')).rejects.toMatchObject({ code: 'cases.objection-open', facts: { count: 2 } });
  await answer('dismissed');
  await expect(act(id, 'grant')).rejects.toMatchObject({ code: 'cases.objection-open', facts: { count: 1 } });
  await answer('dismissed');
  expect(await act(id, 'grant')).toMatchObject({ state: 'granted', objections: 2, openObjections: 0 });
});

test('who declared an interest neither gives an opinion nor decides; another does', async () => {
  const { id } = await accepted('SH-02');
  const approver = hall.approverOf(WATER);
  expect((await act(id, 'declare-conflict', { ground: 'relative' }, approver)).conflicts).toEqual([
    { person: approver.id, reason: '与申请人有亲属关系', at: '2020-05-11T01:00:00.000Z' },
  ]);
  await expect(act(id, 'declare-conflict', { ground: 'interest' }, approver)).rejects.toMatchObject({
    code: 'cases.conflict-declared',
  });
  const [branch] = await hall.app.query('select id from case_branch where case_id = $1', [id]);
  const agree = (by = approver) =>
    hall.act(by, 'case-branch.agree', { opinion: '同意。' }, branch!['id'] as string);
  await expect(agree()).rejects.toMatchObject({ code: 'cases.conflict' });
  await agree(hall.approverOf(WATER));
  await act(id, 'declare-conflict', { ground: 'interest' });
  await expect(act(id, 'grant')).rejects.toMatchObject({ code: 'cases.conflict' });
  const other = someone('另一位首席代表', ['cases.decider', hall.unit(WATER)]);
  expect(await act(id, 'grant', {}, other)).toMatchObject({ state: 'granted' });
});

test('the green channel says why, by whom and until when, and moves no clock', async () => {
  const before = await accepted();
  const wish = { reason: '抗旱应急取水', until: '2020-05-15' };
  const ask = (more: object, by = hall.clerk) => act(before.id, 'ask-green', { ...wish, ...more }, by);
  await expect(ask({ until: '2020-05-10' })).rejects.toMatchObject({ code: 'cases.green-until' });
  // Shipped with at most thirty days: 10 June is the thirtieth after 11 May 2020.
  await expect(ask({ until: '2020-06-11' })).rejects.toMatchObject({ code: 'cases.green-too-long' });
  // Nobody's word alone: asked for by one, approved by the deciding department, and by another person.
  await expect(act(before.id, 'flag-green', {}, hall.decider)).rejects.toMatchObject({
    code: 'lib.wrong-state',
  });
  expect(await ask({ until: '2020-06-10' }, hall.decider)).toMatchObject({ isGreen: null, green: null });
  await expect(ask({})).rejects.toMatchObject({ code: 'cases.green-pending' });
  await expect(act(before.id, 'flag-green', {}, hall.decider)).rejects.toMatchObject({
    code: 'cases.same-person',
  });
  await expect(act(before.id, 'flag-green', {}, hall.clerk)).rejects.toMatchObject({
    code: 'lib.missing-role',
  });
  const head = someone('局长', ['cases.head', hall.unit(WATER)]);
  expect(await act(before.id, 'decline-green', { reason: '不属急件' }, head)).toMatchObject({
    askedGreen: null,
    green: null,
  });
  await ask({});
  const after = await act(before.id, 'flag-green', {}, hall.decider);
  const said = { ...wish, approver: '首席代表', approvedBy: hall.decider.id, askedBy: hall.clerk.id };
  expect(after).toMatchObject({ isGreen: true, askedGreen: null });
  expect(after.green).toEqual({ ...said, at: '2020-05-11T01:00:00.000Z' });
  // Once more, and the first is not lost.
  await ask({ reason: '旱情未解', until: '2020-05-20' });
  const again = await act(before.id, 'flag-green', {}, hall.decider);
  expect(again.green).toMatchObject({ reason: '旱情未解', until: '2020-05-20' });
  expect(again.greenBefore).toEqual([after.green]);
  const clocks = ({ legalClock, legalDueAt, promisedClock, promisedDueAt }: CaseFile) => ({
    legalClock,
    legalDueAt,
    promisedClock,
    promisedDueAt,
  });
  expect(clocks(after)).toEqual(clocks(before));
});
