import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { breachRound } from './note.ts';

// Nobody’s documents; the check sign of each by GB 11643.
const NOBODY = {
  open: '110000189001011017',
  late: '110000189001011025',
  kept: '110000189001011033',
  back: '110000189001011041',
  flooded: '11000018900101105X',
} as const;
// Nobody’s number, with the right check character (GB 32100: 31 − 4 = 27, which is U).
const CODE = '11000000000000000U';
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  const registrar = someone('登记员', ['applicants.registrar']);
  await hall.act(registrar, 'applicant.register-firm', {
    firmName: '甲公司',
    creditCode: CODE,
    isDocumentSeen: true,
  });
});
afterAll(() => hall.close());

const breaches = () =>
  hall.app.query('select state, occurred_on::text as on, reason, source from breach order by number', []);
const tolerant = async (): Promise<{ readonly id: string; readonly number: string }> => {
  const applicant = { name: '甲公司', creditCode: CODE };
  const { row } = await hall.act(
    hall.clerk,
    'case-file.apply',
    application('QS-01', { applicant, papers: ['申请书', '水资源论证报告'] }),
  );
  await hall.act(hall.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, row.id);
  return row;
};

test('papers that were to follow and never came are a breach by themselves, once; it bars the next such case', async () => {
  const { id, number } = await tolerant();
  await breachRound(hall.app);
  expect(await breaches()).toEqual([]);
  hall.set('2020-06-01T09:00+08:00');
  const ended = { ground: 'not-supplied', reason: '逾期未补齐' };
  await hall.act(hall.decider, 'case-file.terminate', ended, id);
  await breachRound(hall.app);
  await breachRound(hall.app);
  expect(await breaches()).toEqual([
    {
      state: 'unrepaired',
      on: '2020-06-01',
      reason: '容缺受理后逾期未补齐材料：与第三者的协议',
      source: `办件 ${number}`,
    },
  ]);
  await expect(tolerant()).rejects.toMatchObject({ code: 'cases.breached' });
});

test('a false promise is a breach the day after its term to be put right, and none when it was put right in time', async () => {
  await hall.offer('CN-01', {
    ...waterPermit,
    name: '取水许可延续',
    commitment: {
      text: '已取得第三者同意，如有不实愿承担责任。',
      exclusions: [],
      replaces: ['与第三者的协议'],
      checkWithin: 10,
    },
  });
  const registrar = someone('登记员', ['applicants.registrar']);
  const person = { identityKind: 'resident', isDocumentSeen: true };
  const found = async (name: string, identity: string): Promise<string> => {
    await hall.act(registrar, 'applicant.register', { ...person, name, identity });
    const papers = ['申请书', '水资源论证报告'];
    const applicant = { name, idNumber: identity };
    const { row } = await hall.act(
      hall.clerk,
      'case-file.apply',
      application('CN-01', { applicant, papers }),
    );
    const signed = { isSigned: true, isExcluded: false };
    await hall.act(hall.clerk, 'case-file.accept-on-commitment', signed, row.id);
    await hall.act(hall.decider, 'case-file.grant', {}, row.id);
    const wrong = { result: 'put-right', finding: '协议缺签章', putRightDays: 5 };
    await hall.act(hall.decider, 'case-file.check-promise', wrong, row.id);
    return row.id;
  };
  // Nobody’s numbers: the weighted sums are 96 and 100; 96 mod 11 = 8 is written 4, 100 mod 11 = 1 is written 0.
  const [kept] = [await found('乙某', '110000189001010014'), await found('丙某', '110000189001010030')];
  await hall.act(hall.decider, 'case-file.confirm-put-right', { finding: '已补签章' }, kept);
  // Five working days after Monday 1 June: Monday the 8th, a day still in time.
  hall.set('2020-06-08T18:00+08:00');
  await breachRound(hall.app);
  expect(await breaches()).toHaveLength(1);
  hall.set('2020-06-09T00:30+08:00');
  await breachRound(hall.app);
  expect((await breaches()).slice(1)).toMatchObject([
    { on: '2020-06-08', reason: '告知承诺不实，逾期未整改' },
  ]);
});

test('a walk-in who was never registered is barred by the number on their document, and freed when it is repaired', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const papers = ['申请书', '水资源论证报告'];
  const walkIn = async (): Promise<string> => {
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01', { papers }));
    await hall.act(hall.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, row.id);
    return row.id;
  };
  const id = await walkIn();
  hall.set('2020-07-13T09:00+08:00');
  const ended = { ground: 'not-supplied', reason: '逾期未补齐' };
  await hall.act(hall.decider, 'case-file.terminate', ended, id);
  await breachRound(hall.app);
  const [row] = await hall.app.query(
    'select b.id, b.applicant, b.identity from breach b join case_file c on c.breach = b.id where c.id = $1',
    [id],
  );
  expect(row).toMatchObject({ applicant: null, identity: { mask: '110105********008X' } });
  await expect(walkIn()).rejects.toMatchObject({ code: 'cases.breached' });
  const keeper = someone('信用管理员', ['applicants.credit-keeper']);
  const repaired = { repairedOn: '2020-07-13', ground: '已补交全部材料' };
  await hall.act(keeper, 'breach.repair', repaired, row!['id'] as string);
  expect(await walkIn()).toEqual(expect.any(String));
});

test('a term that is over is a word broken, whether the case goes on, is taken back or the papers come late; within it none is', async () => {
  hall.set('2020-05-11T09:00+08:00');
  const of = async (idNumber: string) => {
    const said = { papers: ['申请书', '水资源论证报告'], applicant: { name: '丁某', idNumber } };
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application('QS-01', said));
    await hall.act(hall.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, row.id);
    return row.id;
  };
  const [open, late, kept, back] = [
    await of(NOBODY.open),
    await of(NOBODY.late),
    await of(NOBODY.kept),
    await of(NOBODY.back),
  ];
  const act = (name: string, input: Readonly<Record<string, unknown>>, id: string) =>
    hall.act(hall.clerk, `case-file.${name}`, input, id);
  // The term is the promised tenth working day, 25 May at five.
  hall.set('2020-05-25T17:00+08:00');
  await act('add-papers', { papers: ['与第三者的协议'] }, kept);
  await hall.takeBack(back, '不办了');
  hall.set('2020-05-25T17:01+08:00');
  await act('add-papers', { papers: ['与第三者的协议'] }, late);
  await breachRound(hall.app);
  const noted = async (id: string) =>
    (
      await hall.app.query(
        'select b.occurred_on::text as on, b.reason from breach b join case_file c on c.breach = b.id where c.id = $1',
        [id],
      )
    )[0];
  expect(await noted(open)).toEqual({ on: '2020-05-25', reason: '容缺受理后逾期未补齐材料：与第三者的协议' });
  expect(await noted(late)).toEqual({ on: '2020-05-25', reason: '容缺受理后逾期未补齐材料' });
  expect([await noted(kept), await noted(back)]).toEqual([undefined, undefined]);
  await expect(of(NOBODY.open)).rejects.toMatchObject({ code: 'cases.breached' });
  await hall.takeBack(open, '不办了');
  await breachRound(hall.app);
  await expect(of(NOBODY.open)).rejects.toMatchObject({ code: 'cases.breached' });
  expect(await of(NOBODY.back)).toEqual(expect.any(String));
});

test('what was recorded for a term that a holiday moved since is as if it had never been; broken again, it is recorded again', async () => {
  await runReactions(hall.app);
  hall.set('2020-05-11T09:00+08:00');
  const papers = ['申请书', '水资源论证报告'];
  const said = { papers, applicant: { name: '戊某', idNumber: NOBODY.flooded } };
  const apply = async () =>
    (await hall.act(hall.clerk, 'case-file.apply', application('QS-01', said))).row.id;
  const accept = (id: string) =>
    hall.act(hall.clerk, 'case-file.accept-with-outstanding', { isSigned: true }, id);
  const id = await apply();
  await accept(id);
  const states = async () =>
    (
      await hall.app.query(
        'select state from breach where source = (select $2 || number from case_file where id = $1) order by id',
        [id, '办件 '],
      )
    ).map(({ state }) => state);
  hall.set('2020-05-26T09:00+08:00');
  await breachRound(hall.app);
  expect(await states()).toEqual(['unrepaired']);
  // What is over is not made longer: the record would be gone by one stroke of the pen.
  const flood = { days: 3, reason: '洪水断路' };
  await expect(hall.act(hall.decider, 'case-file.lengthen-outstanding', flood, id)).rejects.toMatchObject({
    code: 'cases.outstanding-over',
  });
  // The tenth working day was 25 May; with the 22nd off it is the 26th.
  await hall.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于5月22日放假的通知',
    change: '调整',
    source: '区人民政府办公室',
    days: [{ on: '2020-05-22', kind: '放假', name: '防汛' }],
  });
  await runReactions(hall.app);
  await breachRound(hall.app);
  expect(await states()).toEqual(['annulled']);
  const other = await apply();
  await accept(other);
  await hall.takeBack(other, '不办了');
  hall.set('2020-05-26T17:01+08:00');
  await breachRound(hall.app);
  expect(await states()).toEqual(['annulled', 'unrepaired']);
});
