import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseFile } from '../file/case-file.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const accepted = async () => {
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row;
  return (await hall.act(hall.clerk, 'case-file.accept', {}, id)).row as CaseFile;
};
let notices = 0;
/** Every notice has a number of its own. */
const asked = (kind: string) => ({
  kind,
  reason: '取水涉及重大公共利益',
  noticeNumber: `君水听告〔2020〕${++notices}号`,
  estimatedDays: 5,
});
const begin = (id: string, kind: string, by = hall.decider) =>
  hall.act(by, 'case-file.begin-procedure', asked(kind), id);
const head = () => someone('局长', ['cases.head', hall.unit(WATER)]);
const of = async (id: string) => {
  const found = await hall.app.query(
    'select id, kind, state, started_at, ended_at from special_procedure where case_id = $1 order by id',
    [id],
  );
  return found as readonly Readonly<Record<'id' | 'kind' | 'state' | 'started_at' | 'ended_at', string>>[];
};
const end = (id: string) => hall.act(hall.decider, 'special-procedure.end', { result: '听证会已举行' }, id);
const fileOf = async (id: string) =>
  (
    await hall.app.query(
      'select legal_due_at, promised_due_at, open_procedures from case_file where id = $1',
      [id],
    )
  )[0]!;

describe('special procedures (行政许可法 45)', () => {
  test('two that overlap stop both clocks once, bar the decision, and give back the days of their union', async () => {
    const { id } = await accepted();
    hall.set('2020-05-14T10:00+08:00');
    // Told: five working days, to the 21st. 12 and 13 May 1–2; 14, 15, 18–21 stand; 22 May 3, 25–29 –8, 1 and 2 June 10;
    // 3–5 –13, 8–12 –18, 15 and 16 June 20
    expect((await begin(id, 'hearing')).row).toMatchObject({
      state: 'accepted',
      openProcedures: 1,
      legalDueAt: '2020-06-16T09:00:00.000Z',
      promisedDueAt: '2020-06-02T09:00:00.000Z',
    });
    hall.set('2020-05-15T09:00+08:00');
    expect((await begin(id, 'expert-review')).row).toMatchObject({ openProcedures: 2 });
    const [hearing, review] = await of(id);

    hall.set('2020-05-18T12:00+08:00');
    await end(hearing!.id);
    // The review, begun a day later, was told to the 22nd: a day more than the hearing.
    expect(await fileOf(id)).toEqual({
      legal_due_at: '2020-06-17T09:00:00.000Z',
      promised_due_at: '2020-06-03T09:00:00.000Z',
      open_procedures: 1,
    });
    await expect(hall.act(hall.decider, 'case-file.grant', {}, id)).rejects.toMatchObject({
      code: 'cases.procedure-open',
    });

    hall.set('2020-05-20T16:00+08:00');
    await end(review!.id);
    // 12 and 13 May 1–2; 14, 15, 18–20 stand; 21 and 22 May 3–4, 25–29 –9, 1 June 10; 2–5 –14, 8–12 –19, 15 June 20
    expect(await fileOf(id)).toEqual({
      legal_due_at: '2020-06-15T09:00:00.000Z',
      promised_due_at: '2020-06-01T09:00:00.000Z',
      open_procedures: 0,
    });
    expect((await of(id)).map(({ kind, state, ended_at }) => [kind, state, ended_at])).toEqual([
      ['hearing', 'over', '2020-05-18T04:00:00.000Z'],
      ['expert-review', 'over', '2020-05-20T08:00:00.000Z'],
    ]);
    expect((await hall.act(hall.decider, 'case-file.grant', {}, id)).row).toMatchObject({
      state: 'granted',
      workingDaysUsed: 2,
    });
    await expect(begin(id, 'testing')).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });

  test('two ended at one moment: the case counts both', async () => {
    const { id } = await accepted();
    await begin(id, 'testing');
    await begin(id, 'appraisal');
    hall.set('2020-05-13T10:00+08:00');
    await Promise.all((await of(id)).map((each) => end(each.id)));
    // 11 May is the day of the act, 12 and 13 May stand: 8 June and two days
    expect(await fileOf(id)).toMatchObject({
      legal_due_at: '2020-06-10T09:00:00.000Z',
      open_procedures: 0,
    });
  });

  test('one that is suspended meanwhile may end; a case that is withdrawn lets it lapse', async () => {
    const { id } = await accepted();
    await begin(id, 'hearing');
    await begin(id, 'appraisal');
    const why = {
      ground: 'other-decision',
      reason: '取水权属涉诉',
      basis: '人民法院受理案件通知书',
      noticeNumber: '中告〔2020〕1号',
      condition: '判决生效',
    };
    await hall.act(hall.approverOf(WATER), 'case-file.ask-suspension', why, id);
    await hall.act(hall.decider, 'case-file.suspend', {}, id);
    const [hearing, appraisal] = await of(id);
    await end(hearing!.id);
    await hall.takeBack(id, '不再取水');
    expect((await of(id)).map(({ state }) => state)).toEqual(['over', 'lapsed']);
    expect(await fileOf(id)).toMatchObject({ open_procedures: null });
    await expect(end(appraisal!.id)).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });

  test('only what the item names stops a clock; where it names none, only what the head of the body begins', async () => {
    const { id } = await accepted();
    await expect(begin(id, 'auction')).rejects.toMatchObject({ code: 'cases.procedure-not-listed' });
    await hall.offer('QS-02', { ...waterPermit, specialProcedures: [] });
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-02'));
    await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
    await expect(begin(row.id, 'hearing')).rejects.toMatchObject({ code: 'cases.procedure-needs-head' });
    // 12–15 and 18 May stand: 8 June and five days
    expect((await begin(row.id, 'hearing', head())).row).toMatchObject({
      openProcedures: 1,
      legalDueAt: '2020-06-15T09:00:00.000Z',
    });
  });

  test('what it takes beyond the time that was told is counted; the same again is for the head of the body', async () => {
    // Told: two working days of Monday 11 May, the 12th and the 13th. 8 June and two days: the 10th.
    const told = { ...asked('hearing'), estimatedDays: 2, noticeNumber: '君水听告〔2020〕甲号' };
    const decidedOn = async (last: string) => {
      const { id } = await accepted();
      await hall.act(hall.decider, 'case-file.begin-procedure', told, id);
      hall.set(`${last}T09:00+08:00`);
      await end((await of(id))[0]!.id);
      const again = { code: 'cases.procedure-again' };
      await expect(begin(id, 'hearing')).rejects.toMatchObject(again);
      expect(await fileOf(id)).toMatchObject({ legal_due_at: '2020-06-10T09:00:00.000Z' });
      return (await hall.act(hall.decider, 'case-file.grant', {}, id)).row as CaseFile;
    };
    // From 14 May: 14 and 15 1–2, 18–22 –7, 25–29 –12, 1–5 June –17, 8–10 –20
    expect(await decidedOn('2020-06-10')).toMatchObject({ isOnTime: true, workingDaysUsed: 20 });
    expect(await decidedOn('2020-06-11')).toMatchObject({ isOnTime: false, workingDaysUsed: 21 });
    const { id } = await accepted();
    await hall.act(hall.decider, 'case-file.begin-procedure', told, id);
    hall.set('2020-05-14T09:00+08:00');
    const approver = hall.approverOf(WATER);
    // Told for two days and not over: a second beside it is for nobody, once it is over the head may.
    await expect(begin(id, 'hearing', head())).rejects.toMatchObject({ code: 'cases.procedure-under-way' });
    await end((await of(id))[0]!.id);
    await expect(begin(id, 'hearing', approver)).rejects.toMatchObject({ code: 'cases.procedure-again' });
    // 14, 15, 18–21 May stand as well: 10 June and six days
    expect((await begin(id, 'hearing', head())).row).toMatchObject({
      openProcedures: 1,
      legalDueAt: '2020-06-18T09:00:00.000Z',
    });
  });

  test('one notice tells one time: its number, however it is typed, tells no second procedure of the case another', async () => {
    const { id } = await accepted();
    const told = { ...asked('testing'), noticeNumber: '君水特告 A7', estimatedDays: 10 };
    await hall.act(hall.decider, 'case-file.begin-procedure', told, id);
    const again = (noticeNumber: string, of = id) =>
      hall.act(
        hall.decider,
        'case-file.begin-procedure',
        { ...asked('appraisal'), noticeNumber, estimatedDays: 120 },
        of,
      );
    for (const alike of ['君水特告 A7', ' 君水特告 ａ7 '])
      await expect(again(alike)).rejects.toMatchObject({ code: 'cases.procedure-notice-used' });
    await expect(again('君水特告 A8')).resolves.toMatchObject({ row: { openProcedures: 2 } });
    const other = await accepted();
    await expect(again('君水特告 A7', other.id)).resolves.toMatchObject({ row: { openProcedures: 1 } });
  });
});
