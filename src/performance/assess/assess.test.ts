import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fraction } from '#lib/fraction.ts';
import type { Instant } from '#lib/time.ts';
import type { Content } from '../evaluation/evaluation.ts';
import { stateOf, type Figure } from '../evaluation/figure.ts';
import { yueyang2020 } from '../frameworks/shipped/yueyang-2020.ts';
import { content2020 } from '../seed/published-2020.ts';
import { assess, majorFindings } from './assess.ts';
import { compareContents } from './compare.ts';
import { figureBook } from './figure-book.ts';

const published = content2020();
const found = assess(published, yueyang2020);
const rowOf = (assessment: typeof found, name: string) =>
  assessment.score.rows.find((each) => each.path.endsWith(name))!;
const findingOf = (assessment: typeof found, id: string) =>
  assessment.findings.find((each) => each.id === id);
const figure = (value: string | null, unit = '万元'): Figure => ({
  title: '',
  unit,
  value,
  state: stateOf(value),
  basis: 'typed',
  source: '',
  evidence: [],
  note: '',
  reading: null,
});
/** The published content with some figures entered or changed. */
const withFigures = (more: Readonly<Record<string, Figure>>): Content => ({
  ...published,
  figures: { ...published.figures, ...more },
});

test('2020 claims 97; by its own rules and figures it has 89, at least 63, at best 94', () => {
  const { full, claimed, recomputed, range, unsupported, judged } = found.score;
  expect({ full, claimed, recomputed, range }).toEqual({
    full: '100',
    claimed: '97',
    recomputed: '89', // 97 − 5 (在职人员) − 3 (结余)
    range: { low: '63', high: '94' }, // 89 − 26 without figures; 89 + 5 when the 38 are not all in post
  });
  expect(unsupported).toEqual({ rows: 7, points: '26', full: '28' });
  expect(judged).toEqual({ rows: 14, points: '55' });
});

test.each([
  ['财政供养人员控制率', 'contradicts', '0'], // 38/18: 111 whole points over, 55.5 off 5
  ['资金结余', 'contradicts', '0'], // 469.57 over a carry-over of nothing
  ['固定资产利用率', 'agrees', '3'], // 482.02/482.02
  ['社会公众或服务对象满意度', 'agrees', '5'], // 99.97 ≥ 95
  ['支付进度', 'no-figure', null],
  ['政府采购执行率', 'no-figure', null],
  ['资金使用合规性', 'judged', null],
  ['产出/职责履行/其他工作实绩指标完成情况', 'judged', null],
])('%s %s', (name, status, recomputed) => {
  expect(rowOf(found, name)).toMatchObject({ status, recomputed });
});

test('the blank carry-over counts as zero because the row sum leaves nothing for it', () => {
  expect(rowOf(found, '资金结余').because).toContain('797.73 + 797.6 = 1595.33');
});

test('without that sum the blank stays unknown and the row cannot be scored', () => {
  const open = assess(withFigures({ 'income.total': figure('1600') }), yueyang2020);
  expect(rowOf(open, '资金结余')).toMatchObject({ status: 'no-figure', recomputed: null });
  expect(rowOf(open, '资金结余').because).toContain('上年结转');
});

test('a carry-over that is not applicable is not taken for nothing', () => {
  const none: Figure = { ...figure(null), state: 'not-applicable' };
  const book = figureBook(withFigures({ 'income.carriedIn': none }));
  expect(book.provenZeros.has('income.carriedIn')).toBe(false);
  expect(book.provenZeros.has('income.nonTax')).toBe(true);
});

test('a zero that somebody wrote is a figure', () => {
  const written = assess(withFigures({ 'income.carriedIn': figure('0') }), yueyang2020);
  expect(rowOf(written, '资金结余')).toMatchObject({ status: 'contradicts', recomputed: '0' });
  expect(rowOf(written, '资金结余').because).not.toContain('空白');
});

test('with the staff in post known, nothing stands in for it and the range closes', () => {
  const known = assess(withFigures({ 'staff.onPosts': figure('19', '人') }), yueyang2020);
  // 19/18 = 105.55 %: five whole points over, 2.5 off
  expect(rowOf(known, '财政供养人员控制率')).toMatchObject({ status: 'contradicts', recomputed: '2.5' });
  // at best 97 − 3 − 2.5; at least six begun steps (3 off) and nothing for 26 points: 97 − 3 − 3 − 26
  expect(known.score.range).toEqual({ low: '65', high: '91.5' });
});

test('a row that claims less than its rule gives is told, and lifts no total', () => {
  const known = withFigures({ 'staff.onPosts': figure('18', '人') });
  const path = '投入/预算配置/财政供养人员控制率';
  const modest = { ...known, sheet: { ...known.sheet, [path]: { points: '1', reason: '', adapted: null } } };
  const modestly = assess(modest, yueyang2020);
  // 18/18 = 100 %: five by the rule
  expect(rowOf(modestly, '财政供养人员控制率')).toMatchObject({ status: 'contradicts', recomputed: '5' });
  // claimed 93; only the surplus loses its 3
  expect(modestly.score).toMatchObject({ claimed: '93', recomputed: '90' });
});

test('a self-score that another admissible reading gives agrees', () => {
  const known = withFigures({ 'staff.onPosts': figure('19', '人') });
  const path = '投入/预算配置/财政供养人员控制率';
  const started = {
    ...known,
    sheet: { ...known.sheet, [path]: { points: '2', reason: '超编1人', adapted: null } },
  };
  // 5.55… points over, begun steps count: six steps, 3 off
  expect(rowOf(assess(started, yueyang2020), '财政供养人员控制率')).toMatchObject({
    status: 'agrees',
    recomputed: '2',
  });
});

test.each([
  ['equal:specialFunds.invested=spending.projects', '矛盾', '505.55'], // 1495.95 − 990.4
  ['order:specialFunds.invested+spending.basic<income.total', '矛盾', '35.98'], // 1631.31 − 1595.33
  ['equal:spending.basic~0', '尾差', '0.01'],
  ['equal:spending.personnel~1', '尾差', '0.01'],
  ['cross:orders.due', '待说明', '99'], // 11303 − 11204
  ['target:t2', '待说明', '0.05'], // 100 − 99.95
  ['date:《2015年度综合绩效考评工作通知》（岳发〔2015〕11号、岳发〔2015〕19号）', '待说明', '-5'],
  ['sum:income.total=spending.total', '相符', '0'], // 1125.76 + 469.57
  ['rate:orders.inTimeRate', '相符', '0'], // 11297/11303
  ['rate:hotline.dissatisfactionRate', '相符', '0'], // 25/2037
  ['sum:disclosure.total=disclosure.normative', '相符', '0'], // 12 + 22905 + 792
])('finding %s is %s', (id, category, difference) => {
  expect(findingOf(found, id)).toMatchObject({ category, difference });
});

test.each([
  'target-basis:t2',
  'target-words:n1',
  'target-none:t1',
  'missing:project-indicator',
  'missing:unit:sub1',
  'cross:paid-on-schedule',
  'rule:投入/预算配置/财政供养人员控制率',
])('%s asks the department', (id) => {
  expect(findingOf(found, id)?.category).toBe('待说明');
});

test('the tally of due work orders shows both readings', () => {
  expect(findingOf(found, 'cross:orders.due')?.calc).toMatch(/\+99.*-202/);
});

test('seven rows have points without a figure, each naming what is missing', () => {
  const rows = found.findings.filter((each) => each.id.startsWith('no-figure:'));
  expect(rows).toHaveLength(7);
  expect(rows.every((each) => each.calc.includes('缺少：'))).toBe(true);
});

test('the grade falls from 优 to 良 by the cuts of the Ministry', () => {
  expect(found.score.grade).toMatchObject({ claimed: '优', recomputed: '良' }); // 97 ≥ 90; 80 ≤ 89 < 90
});

test('the card at 2 of 3 implies 45 %; 50 % would give one point more', () => {
  const card = found.forecast.find((each) => each.name === '公务卡刷卡率')!;
  expect(card).toMatchObject({ now: '2', full: '3', gain: '1' }); // 5 steps of 0.2
  expect(card.implied).toContain('45%');
  expect(card.needs).toContain('50%');
});

test('rows at their full mark are not offered, and no row more than it still has to give', () => {
  const names = found.forecast.map((each) => each.name);
  expect(names).toEqual(['财政供养人员控制率', '资金结余', '政府采购执行率', '公务卡刷卡率']);
  for (const each of found.forecast)
    expect(Number(each.gain)).toBeLessThanOrEqual(Number(each.full) - Number(each.now));
});

test.each([
  ['4', '2'],
  ['5', '1'],
  ['5.5', '0.5'],
])('three public expenses at %s of 6 never gain more than %s', (points, most) => {
  const path = '过程/预算执行/三公经费控制率';
  const sheet = { ...published.sheet, [path]: { points, reason: '', adapted: null } };
  const near = assess({ ...published, sheet }, yueyang2020).forecast.find((each) => each.path === path)!;
  expect(near.now).toBe(points);
  expect(Number(near.gain)).toBeLessThanOrEqual(Number(most));
});

test('a lost surplus says which state would give how many points', () => {
  expect(found.forecast.find((each) => each.name === '资金结余')).toMatchObject({
    now: '0',
    gain: '3',
    needs: '无结余可得3分；结余不超过上年结转可得2分',
  });
});

test('a fund paid late says what its absence would give', () => {
  const late = assess(withFigures({ 'disbursement.lateFunds': figure('2', '个') }), yueyang2020);
  // 3 − 2 × 0.5 = 2
  expect(late.forecast.find((each) => each.name === '支付进度')).toMatchObject({
    now: '2',
    gain: '1',
    needs: '没有“出现专项未按进度完成资金下达”可得3分，可增加1分',
  });
});

test('procurement at 2 of 3 implies 95 %', () => {
  expect(found.forecast.find((each) => each.name === '政府采购执行率')?.implied).toContain('95%');
});

test('rows that differ from the rule demand a reason until one is given', () => {
  expect(found.demandReason).toEqual(['投入/预算配置/财政供养人员控制率', '过程/预算执行/资金结余']);
});

test('a wrong total, a grade that does not fit and a score out of bounds are contradictions', () => {
  const path = '效果/履职效益/经济效益';
  const sheet = { ...published.sheet, [path]: { points: '6', reason: '', adapted: null } };
  const wrong = assess({ ...published, claimedTotal: '99', claimedGrade: '良', sheet }, yueyang2020);
  expect(findingOf(wrong, 'sum:score')).toMatchObject({ category: '矛盾', b: '98', difference: '1' });
  expect(findingOf(wrong, 'rule:grade')).toMatchObject({ category: '矛盾', b: '优' });
  expect(findingOf(wrong, `beyond:${path}`)).toMatchObject({ category: '矛盾' });
});

test('one case more is no rounding', () => {
  const off = assess(withFigures({ 'disclosure.total': figure('23710', '条') }), yueyang2020);
  expect(findingOf(off, 'sum:disclosure.total=disclosure.normative')?.category).toBe('矛盾');
});

test('a shortfall with a blank part is to be explained, a surplus never', () => {
  const short = assess(withFigures({ 'threePublic.total': figure('20') }), yueyang2020);
  expect(findingOf(short, 'sum:threePublic.total=threePublic.reception')?.category).toBe('待说明');
  const over = assess(withFigures({ 'threePublic.total': figure('10') }), yueyang2020);
  expect(findingOf(over, 'sum:threePublic.total=threePublic.reception')?.category).toBe('矛盾');
});

test('an approved own indicator takes the place of the form’s, an unapproved one does not', () => {
  const path = '效果/履职效益/社会公众或服务对象满意度';
  const row = yueyang2020.rows.find((each) => each.path === '过程/资产管理/固定资产利用率')!;
  const adapted = { name: '窗口满意度', rule: row.rule, note: '', approvedBy: null, approvedAt: null };
  const sheet = (approvedAt: Instant | null) => ({
    ...published.sheet,
    [path]: { points: '3', reason: '', adapted: { ...adapted, approvedAt } },
  });
  const proposed = assess({ ...published, sheet: sheet(null) }, yueyang2020);
  const approved = assess({ ...published, sheet: sheet('2021-03-01T00:00:00.000Z' as Instant) }, yueyang2020);
  expect(rowOf(proposed, '满意度')).toMatchObject({ status: 'contradicts', recomputed: '5' });
  expect(rowOf(approved, '满意度')).toMatchObject({ status: 'agrees', recomputed: '3' });
});

test('an evaluation nobody has filled in asks for everything and claims nothing', () => {
  const empty = assess(
    {
      ...published,
      figures: {},
      sheet: {},
      restatements: [],
      goals: {},
      claimedTotal: null,
      claimedGrade: null,
    },
    yueyang2020,
  );
  expect(empty.score).toMatchObject({ claimed: '0', recomputed: '0', range: { low: '0', high: '0' } });
  expect(empty.unscored).toHaveLength(25);
});

test('whatever is entered, low ≤ recomputed ≤ high and all lie between nothing and full', () => {
  const points = fc.constantFrom('0', '0.5', '1', '2');
  const amount = fc.option(
    fc.integer({ min: 0, max: 5000 }).map((n) => `${n / 100}`),
    { nil: null },
  );
  fc.assert(
    fc.property(
      fc.array(points, { minLength: 25, maxLength: 25 }),
      amount,
      amount,
      amount,
      (scores, a, b, c) => {
        const sheet = Object.fromEntries(
          yueyang2020.rows.map((row, n) => [row.path, { points: scores[n]!, reason: '', adapted: null }]),
        );
        const figures = {
          'staff.onPosts': figure(a, '人'),
          'staff.established': figure('18', '人'),
          'spending.surplus': figure(b),
          'income.carriedIn': figure(c),
        };
        const { score } = assess({ ...withFigures(figures), sheet, claimedTotal: null }, yueyang2020);
        const [low, mid, high] = [score.range.low, score.recomputed, score.range.high].map(fraction);
        expect(compare(low!, mid!)).toBeLessThanOrEqual(0);
        expect(compare(mid!, high!)).toBeLessThanOrEqual(0);
        expect(compare(low!, fraction(0))).toBeGreaterThanOrEqual(0);
        expect(compare(high!, fraction(score.full))).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 100 },
  );
});

test('what is major is counted, what holds is not', () => {
  expect(majorFindings(found.findings)).toBe(
    found.findings.filter((each) => each.severity === 'major' && each.category !== '相符').length,
  );
});

test('a checklist is computed once a person has answered every item, and judged until then', () => {
  const confirmed = {
    '资产管理制度已建立，且合法、合规、完整': true,
    资产管理制度得到有效执行: false,
  };
  const answered = assess({ ...published, confirmed }, yueyang2020);
  // 2 + 0 of 3
  expect(rowOf(answered, '资产管理/管理制度健全性')).toMatchObject({
    status: 'contradicts',
    recomputed: '2',
  });
  expect(answered.score.recomputed).toBe('88');
});

test('a row that does not apply is left out and the rest stretched to a hundred', () => {
  const path = '过程/资产管理/固定资产利用率';
  const rows = yueyang2020.rows.map((row) =>
    row.path === path
      ? {
          ...row,
          rule: {
            kind: 'unless',
            notApplicable: '没有固定资产',
            outcome: 'drop-and-rescale',
            rule: row.rule,
          } as const,
        }
      : row,
  );
  const dropped = assess({ ...published, confirmed: { 没有固定资产: true } }, { ...yueyang2020, rows });
  // 94 of 97 claimed: 96.91 of 100; 86 of 97 by rule: 88.66
  expect(dropped.score).toMatchObject({ full: '100', claimed: '96.9072', recomputed: '88.6598' });
});

test('comparing two versions names the figure that changed and the question that is gone', () => {
  const mended = withFigures({
    'specialFunds.invested': { ...published.figures['specialFunds.invested']!, value: '990.4' },
  });
  const compared = compareContents(published, mended, { before: yueyang2020, after: yueyang2020 });
  expect(compared.figures).toEqual([
    { key: 'specialFunds.invested', title: '全年投入专项资金', before: '1495.95万元', after: '990.4万元' },
  ]);
  expect(compared.findings.gone.map((each) => each.id).sort()).toEqual([
    'equal:specialFunds.invested=spending.projects',
    'order:specialFunds.invested+spending.basic<income.total',
  ]);
  expect(compared.findings.new).toEqual([]);
  expect(compared.score).toEqual({ before: '89', after: '89' });
});
