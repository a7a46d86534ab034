import { expect, test } from 'vitest';
import { NOTHING } from '../application.ts';
import { bundleBody, papersOf, withDraft, withHeld } from './application.ts';
import { byStage, isDecided, meterOf, waitsSaid, type Bundle, type CourseCase } from './bundle.ts';

const papers = [
  { name: '申请书', copies: 2, isMain: true, because: null, isAsked: true, items: ['登记', '许可'] },
  { name: '营业执照', copies: 1, isMain: true, because: '由登记转来', isAsked: false, items: ['许可'] },
];
test('a paper of two items is asked for once and says what it is for; what the first item makes is left out', () => {
  expect(papersOf({ papers })).toEqual({
    asked: [{ name: '申请书', isMain: true, isOptional: false, form: '2 份', hint: '用于登记、许可' }],
    leftOut: [{ name: '营业执照', because: '由登记转来' }],
  });
});

test('with a draft, what the office holds of its applicant is shown as held and not asked for', () => {
  const draft = {
    papers: [{ name: '申请书', standing: 'waived', because: '本机关已发：照1号', files: [] }],
  };
  expect(withDraft(papersOf({ papers }), draft)).toEqual({
    asked: [],
    leftOut: [
      { name: '营业执照', because: '由登记转来' },
      { name: '申请书', because: '本机关已发：照1号' },
    ],
  });
});

test('what the office gave whoever stands at the counter is shown as held, and only what one thing asks for', () => {
  const given = { itemName: '登记', number: '照1号', on: '2020-05-11' };
  const held = [
    { name: '申请书', ...given },
    { name: '别的', ...given },
  ];
  expect(withHeld(papersOf({ papers }), held)).toEqual({
    asked: [],
    leftOut: [
      { name: '营业执照', because: '由登记转来' },
      { name: '申请书', because: '已发（照1号）' },
    ],
  });
});

test('one application names the theme and no item', () => {
  const written = { ...NOTHING, place: '430611', name: '甲某', papers: ['申请书', '营业执照'] };
  expect(bundleBody(written, { guide: { id: 't', papers }, isTogether: true })).toEqual({
    theme: 't',
    place: '430611',
    channel: 'window',
    applicant: { kind: 'person', name: '甲某' },
    papers: ['申请书'],
    isTogether: true,
  });
});

const one = (stage: number, itemCode: string, waitsFor: CourseCase['waitsFor'] = null): CourseCase => ({
  id: itemCode,
  number: itemCode,
  state: 'received',
  stage,
  itemCode,
  itemName: `事项${itemCode}`,
  departmentName: '某局',
  waitsFor,
  legalDueAt: null,
  promisedDueAt: null,
  decidedAt: null,
});
test('cases of one stage stand together; who waits says for whose result', () => {
  const cases = [one(1, 'A'), one(2, 'B', [{ code: 'A', paper: '执照' }]), one(2, 'C')];
  expect(byStage(cases).map(({ cases: those }) => those.map(({ id }) => id))).toEqual([['A'], ['B', 'C']]);
  expect(cases.map((each) => waitsSaid(each, cases))).toEqual([[], ['执照：等「事项A」的结果'], []]);
});

test('there is something to hand over together when every case is decided or over', () => {
  const decided = { ...one(1, 'A'), decidedAt: '2026-01-05T01:00:00.000Z' };
  const withdrawn = { ...one(2, 'C'), state: 'withdrawn' as const };
  expect(isDecided({ cases: [decided, withdrawn] })).toBe(true);
  expect(isDecided({ cases: [decided, one(2, 'B')] })).toBe(false);
});

test('the meter leaves out days that cannot be added up', () => {
  const bundle = { copiesAlone: 9, copiesTogether: 5, copiesSaved: 4, daysAlone: null } as unknown as Bundle;
  expect(meterOf(bundle)).toEqual([{ title: '材料', together: '5 份', beside: '分别办理 9 份，少 4 份' }]);
});
