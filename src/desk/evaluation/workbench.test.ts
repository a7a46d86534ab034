import { expect, test } from 'vitest';
import { courseOf } from './course.ts';
import { figureGroups } from './figure-groups.ts';
import { moved, shownFindings } from './finding-list.ts';
import type { SignOff } from './model.ts';
import { readPasted } from './pasted.ts';
import { leftSaid, openFindings, sections } from './progress.ts';
import { figuresOf } from './row.ts';
import { sheetGroups, sum } from './sheet.ts';
import { evaluation, finding, row } from './testing.ts';

test('a second-level cell spans its rows and no others', () => {
  const rows = ['投入/配置/甲', '投入/配置/乙', '投入/执行/丙', '过程/执行/丁'].map((path) =>
    row(path, { full: '2.5', claimed: '2' }),
  );
  const groups = sheetGroups(evaluation({ rows }));
  expect(groups.map(({ first, weight, claimed }) => [first, weight, claimed])).toEqual([
    ['投入', '7.5', '6'], // 3 × 2.5, 3 × 2
    ['过程', '2.5', '2'],
  ]);
  expect(groups.map(({ lines }) => lines.map((line) => line.span))).toEqual([[2, 0, 1], [1]]);
});

test('points are added exactly', () => {
  expect(sum(['0.1', '0.2'])).toBe('0.3');
  expect(sum(['5', '2.25', ''])).toBe('7.25');
});

test('nothing filled in is not started, which differs from lacking and from conflicting', () => {
  const states = (content: Parameters<typeof evaluation>[0]) =>
    sections(evaluation(content)).map((each) => each.state);
  expect(states({})).toEqual(['untouched', 'untouched', 'untouched', 'untouched']);
  const scored = { 'a/b/c': { points: '5', reason: '', adapted: null } };
  const goals = { g: {} as never };
  const figures = { x: { value: '1' } as never };
  expect(states({ content: { sheet: scored, goals, figures } })).toEqual([
    'filled',
    'filled',
    'filled',
    'filled',
  ]);
  expect(states({ content: { sheet: scored, goals, figures, state: 'signed' } })).toEqual([
    'checked',
    'checked',
    'checked',
    'checked',
  ]);
  const assessment = {
    missing: [{ path: 'a/b/c', figures: [{ key: 'y', name: '乙' }] }],
    demandReason: ['a/b/c'],
    findings: [finding('t', { kind: 'target', verdict: 'doubtful' }), finding('s')],
  };
  expect(states({ content: { sheet: scored, goals, figures }, assessment })).toEqual([
    'lacking',
    'filled',
    'conflicting',
    'conflicting',
  ]);
});

test('an answered finding is no longer an open place, a consistent one never was', () => {
  const assessment = { findings: [finding('a'), finding('b'), finding('c', { verdict: 'consistent' })] };
  const answers = { a: { kind: 'explained', text: '', by: '', at: '' } as const };
  const scored = { 'a/b/c': { points: '5', reason: '', adapted: null } };
  const now = evaluation({ assessment, content: { answers, sheet: scored } });
  expect(openFindings(now).map((each) => each.id)).toEqual(['b']);
  expect(sections(now).at(-1)!.said).toBe('1 处未答复，其中矛盾 1 处');
});

test('what is left is told in words, and nothing is left once the evaluation is public', () => {
  const assessment = {
    missing: [
      { path: 'a', figures: [{ key: 'y', name: '乙' }] },
      { path: 'b', figures: [{ key: 'y', name: '乙' }] }, // one figure that two rows lack is asked for once
    ],
    demandReason: ['a', 'b'],
    findings: [finding('t', { verdict: 'doubtful' }), finding('s')],
  };
  const content = { figures: { x: { value: '1' } as never }, goals: { g: {} as never } };
  const sheet = { a: { points: '5', reason: '', adapted: null } };
  const draft = evaluation({ assessment, content: { ...content, sheet } });
  expect(sections(draft).map((each) => each.said)).toEqual([
    '计分还缺 1 个数',
    '',
    '2 项与规则不符，未写原因',
    '2 处未答复，其中矛盾 1 处',
  ]);
  expect(leftSaid(sections(draft), 'draft')).toBe('3 个部分有待处理的内容');
  const open = sections(evaluation({ assessment, content: { ...content, sheet, state: 'published' } }));
  expect(open.map((each) => [each.state, each.said])).toEqual(Array.from({ length: 4 }, () => ['done', '']));
  expect(leftSaid(open, 'published')).toBe('已完成');
});

test('findings come worst first, and last-digit differences are folded', () => {
  const all = [
    finding('round', { verdict: 'rounding' }),
    finding('holds', { verdict: 'consistent' }),
    finding('ask', { verdict: 'doubtful' }),
    finding('small'),
    finding('big', { severity: 'major' }),
  ];
  const ids = (filter: Parameters<typeof shownFindings>[1]) => {
    const { listed, folded } = shownFindings(all, filter);
    return [listed.map((each) => each.id), folded.map((each) => each.id)];
  };
  expect(ids({ verdict: 'open', kind: '' })).toEqual([['big', 'small', 'ask'], ['round']]);
  expect(ids({ verdict: 'rounding', kind: '' })).toEqual([['round'], []]);
  expect(ids({ verdict: 'all', kind: 'date' })).toEqual([[], []]);
});

test.each([
  [0, 'j', 1],
  [2, 'j', 2],
  [1, 'k', 0],
  [0, 'k', 0],
  [1, 'x', 1],
])('from place %i of three, %s goes to %i', (at, key, to) => {
  expect(moved(at, 3, key)).toBe(to);
});

const signed = (step: string): SignOff => ({ step, person: '', name: '', at: '', opinion: '' });
test('the next step follows the last one taken', () => {
  const course = courseOf({ signOffs: [signed('scored'), signed('checked')] });
  expect(course.map((step) => step.status)).toEqual(['done', 'done', 'next', 'later', 'later', 'later']);
});

test('a return begins a new round and stays on show', () => {
  const course = courseOf({
    signOffs: [signed('scored'), signed('checked'), signed('returned'), signed('scored')],
  });
  expect(course.map((step) => step.status)).toEqual([
    'returned',
    'done',
    'next',
    'later',
    'later',
    'later',
    'later',
  ]);
});

const figure = (title: string, unit: string, value: string | null = '1') => ({ title, unit, value }) as never;
test('pasted rows are read cell by cell; a heading is left out, what is not understood is named', () => {
  const content = evaluation({
    content: {
      figures: { 'income.total': figure('收入合计', '万元'), 'staff.actual': figure('实有人数', '人') },
    },
    assessment: {
      missing: [{ path: 'p', figures: [{ key: 'procurement.budget', name: '政府采购预算数' }] }],
    },
  });
  const text =
    '名称\t数值\t来源\n收入合计（万元）\t15953300元\t决算表\n政府采购预算数\t１２０．５\n实有人数\t约38\n不知道的\t3\n';
  expect(readPasted(text, content).map(({ line, row: read, said }) => [line, read, said])).toEqual([
    [2, { key: 'income.total', value: '1595.33', source: '决算表' }, '读作 1,595.33 万元'],
    [3, { key: 'procurement.budget', value: '120.5' }, '读作 120.5 万元'],
    [4, null, '“约38”不是数字'],
    [5, null, '没有这个名称的数据项'],
  ]);
});

test('figures stand in the order of the form, units beside the whole, lacking ones among them', () => {
  const content = evaluation({
    content: {
      units: [{ key: 'bureau', name: '局机关' }],
      figures: {
        'staff.actual': figure('实有人数', '人'),
        'income.other': figure('其他收入', '万元'),
        'income.total': figure('收入合计', '万元'),
        'income.total@bureau': figure('收入合计', '万元'),
      },
    },
    assessment: { missing: [{ path: 'p', figures: [{ key: 'income.carriedIn', name: '上年结转' }] }] },
  });
  const groups = figureGroups(content);
  expect(groups.map(({ title, units }) => [title, units.map((unit) => unit.name)])).toEqual([
    ['收入', ['汇总', '局机关']],
    ['人员', ['汇总']],
  ]);
  expect(groups[0]!.lines.map((line) => line.title)).toEqual(['收入合计', '上年结转', '其他收入']);
});

test('a row explains itself with the figures its rule reads, each once, also the ones nobody has entered', () => {
  const staff = { title: '在职人数', value: '38', source: '编制表', basis: 'typed' } as never;
  const assessment = {
    findings: [finding('f', { touches: 'a/b/c', figures: ['staff'] })],
    missing: [{ path: 'a/b/c', figures: [{ key: 'posts', name: '编制数' }] }],
  };
  const now = {
    ...evaluation({ assessment, content: { figures: { staff } } }),
    form: { rows: [{ path: 'a/b/c', figures: ['staff', 'posts'] }] },
  };
  expect(figuresOf(now as never, 'a/b/c')).toEqual([
    { key: 'staff', name: '在职人数', figure: staff },
    { key: 'posts', name: '编制数', figure: null },
  ]);
});
