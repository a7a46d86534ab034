import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countMeasure } from '#ledger/index.ts';
import type { Person } from '#lib/action/person.ts';
import { Refusal } from '#lib/refusal.ts';
import { day } from '#lib/time.ts';
import { seedEvaluation2020 } from '../seed/seed.ts';
import { openBureau, REGION, type Bureau } from '../testing/bureau.ts';
import { measures } from '../measures.ts';

let bureau: Bureau;
let id = '';
beforeAll(async () => {
  bureau = await openBureau();
  ({ id } = await seedEvaluation2020(bureau.app));
});
afterAll(() => bureau.close());

type Input = Readonly<Record<string, unknown>>;
const act = async (by: Person, verb: string, input: Input = {}): Promise<string> =>
  (await bureau.act(by, `evaluation.${verb}`, input, id)).row.state;
/** The code somebody is refused with. */
const refusal = async (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    (fault: unknown) => (fault instanceof Refusal ? fault : Promise.reject(fault as Error)),
  );
const STAFF = '投入/预算配置/财政供养人员控制率';
const SURPLUS = '过程/预算执行/资金结余';

describe('the course of an evaluation, from draft to the public', () => {
  test('it does not leave the writers while a score differs from its rule without a reason', async () => {
    const { writer } = bureau.people;
    const refused = await refusal(act(writer, 'submit-self-score'));
    expect(refused.code).toBe('performance.demands-reason');
    expect(refused.fields.map((each) => each.path)).toEqual([`sheet.${STAFF}`, `sheet.${SURPLUS}`]);
  });

  test('points beyond the weight, words for a number and unknown rows are refused at their fields', async () => {
    const { writer } = bureau.people;
    const scores = [
      { path: STAFF, points: '5.5' },
      { path: STAFF, points: '五分' },
      { path: '投入/预算配置/没有这一项', points: '1' },
    ];
    const refused = await refusal(act(writer, 'set-self-scores', { scores }));
    expect(refused.fields.map(({ path, message }) => [path, message])).toEqual([
      ['scores.0.points', '应在0和5之间'],
      ['scores.1.points', '应为数字'],
      ['scores.2.path', '没有这个评分项'],
    ]);
  });

  test('figures are read as people write them; blank, zero and not applicable stay apart', async () => {
    const { writer } = bureau.people;
    const figures = [
      { key: 'procurement.budget', value: '１,２００.5 万元', source: '采购计划' },
      { key: 'procurement.actual', value: '' },
      { key: 'threePublic.travelAbroad', value: '0' },
      { key: 'threePublic.vehiclePurchase', isNotApplicable: true },
    ];
    const { row } = await bureau.act(writer, 'evaluation.set-figures', { figures }, id);
    const kept = (row as unknown as { figures: Record<string, { value: string | null; state: string }> })
      .figures;
    const shown = figures.map(({ key }) => [kept[key]?.value, kept[key]?.state]);
    expect(shown).toEqual([
      ['1200.5', 'given'],
      [null, 'blank'],
      ['0', 'zero'],
      [null, 'not-applicable'],
    ]);
  });

  test('an import with a broken row loads nothing and names the row', async () => {
    const { writer } = bureau.people;
    const rows = [
      { key: 'card.paid', value: '12' },
      { key: 'card.total', value: '约二十' },
      { key: 'nobody.knows', value: '1' },
    ];
    const refused = await refusal(act(writer, 'import-figures', { rows, source: '台账.xlsx' }));
    expect(refused.fields.map((each) => each.path)).toEqual(['rows.1.value', 'rows.2.key']);
  });

  test('a department may adapt only the rows the form leaves open, and its own approval does not count', async () => {
    const { writer, section } = bureau.people;
    const refused = await refusal(act(writer, 'adapt-indicator', { path: STAFF, name: '甲', note: '乙' }));
    expect(refused.code).toBe('performance.not-generic');
    const path = '效果/履职效益/经济效益';
    await act(writer, 'adapt-indicator', { path, name: '办件提速', note: '以提速代表经济效益' });
    expect((await refusal(act(writer, 'approve-adaptation', { path }))).code).toBe('lib.missing-role');
    expect(await act(section, 'approve-adaptation', { path })).toBe('draft');
  });

  test('a finding is answered by its id; one that is gone cannot be', async () => {
    const { writer } = bureau.people;
    const given = { kind: 'explained', text: '差额为市级转办' };
    expect(await act(writer, 'answer-finding', { finding: 'cross:orders.due', ...given })).toBe('draft');
    const refused = await refusal(act(writer, 'answer-finding', { finding: 'cross:nothing', ...given }));
    expect(refused.code).toBe('performance.no-finding');
  });

  test('with reasons it goes to the checker, who must not have written', async () => {
    const { writer, all, checker } = bureau.people;
    const scores = [
      { path: STAFF, points: '5', reason: '实有含临聘人员' },
      { path: SURPLUS, points: '3', reason: '结余按项目结转' },
    ];
    await act(all, 'set-self-scores', { scores });
    expect(await act(writer, 'submit-self-score')).toBe('self-scored');
    expect((await refusal(act(all, 'check'))).code).toBe('performance.own-work');
    expect(await act(checker, 'check', { opinion: '数据已核' })).toBe('checked');
  });

  test('the leader signs, what is signed is frozen, and the ledger number follows', async () => {
    const { all, leader } = bureau.people;
    expect((await refusal(act(all, 'sign'))).code).toBe('performance.own-work');
    expect(await act(leader, 'sign')).toBe('signed');
    await bureau.settle();
    const [row] = await bureau.app.query('select frozen from evaluation where id = $1', [id]);
    const frozen = row!['frozen'] as { seq: string; digest: string; score: unknown };
    expect(frozen.score).toEqual({ claimed: '97', recomputed: '89', low: '63', high: '94' });
    expect(frozen.seq).toMatch(/^[1-9]\d*$/);
  });

  test('it is submitted with its major findings counted, and another department sees none of it', async () => {
    const { leader, stranger } = bureau.people;
    expect(await act(leader, 'submit')).toBe('submitted');
    expect((await refusal(act(stranger, 'submit'))).code).toBe('lib.not-found');
    const submitted = measures.find((each) => each.name === 'performance.evaluations-submitted')!;
    const figure = await countMeasure(bureau.app, submitted, {
      from: day('2021-01-01'),
      to: day('2021-12-31'),
      places: [REGION],
    });
    expect(figure.numerator).toBe(1n);
  });

  test('the finance office reviews with its own score', async () => {
    const { reviewer, leader } = bureau.people;
    const scores = [{ path: SURPLUS, points: '0', reason: '结余超过上年结转' }];
    expect(await act(reviewer, 'review', { scores, opinion: '核减3分' })).toBe('reviewed');
    const [row] = await bureau.app.query('select review from evaluation where id = $1', [id]);
    expect(row!['review']).toMatchObject({ total: '94' }); // 97 − 3
    expect(await act(leader, 'publish')).toBe('published');
  });

  test('a published evaluation takes no more figures', async () => {
    const figures = [{ key: 'card.paid', value: '1' }];
    expect((await refusal(act(bureau.people.writer, 'set-figures', { figures }))).code).toBe(
      'lib.wrong-state',
    );
  });
});
