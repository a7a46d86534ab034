import { afterEach, expect, test, vi } from 'vitest';
import { bareMaterial } from '#catalogue/elements/kinds.ts';
import { inOrder, isTheirs, isWorthwhile, startsWith } from './actions.ts';
import { applicationBody, next, NOTHING, type Written } from './application.ts';
import { forAgent, missingOf, papersFor } from './asked.ts';
import { awaits } from './awaits.ts';
import { counterFor } from './counter.ts';
import { askedOf } from './held.ts';
import type { CaseFile, ItemShown } from './model.ts';
import { cleared, photoName, type Entry } from './outbox/entry.ts';
import { named, sendEntry } from './outbox/send-entry.ts';
import { useOutbox } from './outbox/use-outbox.ts';
import { fitted, isPicture } from './photo.ts';
import type { ActionShown } from '#desk/api/program.ts';
import { visitOf } from './words.ts';

const elements = {
  situations: [{ question: '影响他人吗', choices: ['会', '不会'] }],
  materials: [
    { ...bareMaterial('申请书'), copies: 2, kind: 'original' as const },
    { ...bareMaterial('照片'), need: 'conditional' as const },
    { ...bareMaterial('协议'), mayFollow: true, when: [{ question: '影响他人吗', oneOf: ['会'] }] },
  ],
};

test('the situation chooses the papers; what is optional is not missing, what may follow is no main paper', () => {
  const all = papersFor(elements, { 影响他人吗: '会' });
  expect(all.asked.map(({ name, isMain, isOptional }) => [name, isMain, isOptional])).toEqual([
    ['申请书', true, false],
    ['照片', true, true],
    ['协议', false, false],
  ]);
  expect(all.asked[0]!.form).toBe('原件 2 份');
  expect(missingOf(all, new Set(['申请书']))).toEqual(['协议']);
  const few = papersFor(elements, { 影响他人吗: '不会' });
  expect(few.asked.map(({ name }) => name)).toEqual(['申请书', '照片']);
  expect(few.leftOut).toEqual([{ name: '协议', because: '不用交：您的情形不需要' }]);
});

test('who applies for another is asked for the mandate: by the name it has in the item, or else besides', () => {
  const plain = forAgent(papersFor(elements, { 影响他人吗: '不会' }));
  expect(missingOf(plain, new Set(['申请书']))).toEqual(['授权委托书']);
  const own = {
    situations: [{ question: '谁来办', choices: ['本人', '他人'] }],
    materials: [{ ...bareMaterial('委托书'), when: [{ question: '谁来办', oneOf: ['他人'] }] }],
  };
  expect(forAgent(papersFor(own, { 谁来办: '本人' }))).toMatchObject({
    asked: [{ name: '委托书', isMain: true, isOptional: false }],
    leftOut: [],
  });
  expect(forAgent(papersFor(own, { 谁来办: '他人' })).asked.map(({ name }) => name)).toEqual(['委托书']);
});

const written: Written = {
  ...NOTHING,
  item: { number: 'QS-01', name: '取水许可' } as ItemShown,
  place: '430611',
  name: ' 甲某 ',
  phone: '13800001234',
  papers: ['申请书', '别的'],
};
test('what is empty is not sent, and only papers that are asked for', () => {
  const asked = new Set(['申请书']);
  expect(applicationBody({ ...written, resultNumber: '1' }, { isInstant: false, asked })).toEqual({
    item: 'QS-01',
    place: '430611',
    channel: 'window',
    applicant: { kind: 'person', name: '甲某', phone: '13800001234' },
    papers: ['申请书'],
  });
  const firm = { ...written, kind: 'firm', idNumber: 'x', creditCode: '91430600ma4l1a2b3c' };
  expect(applicationBody(firm, { isInstant: false, asked })['applicant']).toEqual({
    kind: 'firm',
    name: '甲某',
    phone: '13800001234',
    creditCode: '91430600MA4L1A2B3C',
  });
});
test('what the office gave is not missing, and is asked after only with a whole number and a paper that is a result', () => {
  const certificate = { ...bareMaterial('登记证'), outputOf: '432019001000' };
  const needing = { materials: [bareMaterial('申请书'), certificate] };
  const held = { results: ['432019001000'], numbers: { '432019001000': '证1号' } };
  const papers = papersFor(needing, {}, held);
  expect(missingOf(papers, new Set(['申请书']))).toEqual([]);
  expect(papers.leftOut).toEqual([{ name: '登记证', because: '不用交：您已取得（证1号），由窗口调取核对' }]);
  const item = { number: 'QS-01', elements: needing } as unknown as ItemShown;
  const whole = { ...NOTHING, item, idNumber: '43061118900307005x' };
  expect(askedOf(whole)).toEqual({ item: 'QS-01', idNumber: '43061118900307005X' });
  expect(askedOf({ ...whole, idNumber: '43061118900307' })).toBeNull();
  expect(askedOf({ ...whole, kind: 'firm' })).toBeNull();
  expect(askedOf({ ...whole, item: { ...item, elements: { materials: [] } } as ItemShown })).toBeNull();
});
test('the window ends what was never put right, the deciding department what was accepted', () => {
  const clerk = new Set(['cases.clerk']);
  expect(isTheirs('terminate', { state: 'correcting' }, clerk)).toBe(true);
  expect(isTheirs('terminate', { state: 'accepted' }, clerk)).toBe(false);
  expect(isTheirs('terminate', { state: 'accepted' }, new Set(['cases.decider']))).toBe(true);
  expect(isTheirs('withdraw', { state: 'accepted' }, clerk)).toBe(true);
});
test('the next applicant finds the counter as it was, and nothing of the one before', () => {
  expect(next({ ...written, windowType: 'general' })).toEqual({
    ...NOTHING,
    place: '430611',
    windowType: 'general',
  });
  const counter = counterFor('p1', [{ role: 'cases.clerk', scope: '430611' }]);
  expect(counter.read().place).toBe('430611');
  counter.write({ ...written, place: '430611101' });
  expect(counter.read()).toEqual({ ...NOTHING, place: '430611101' });
  expect(JSON.stringify({ ...localStorage })).not.toContain('甲');
});

const paper = (name: string, state: 'missing' | 'present', isMain = true) =>
  ({ name, state, isMain }) as CaseFile['papers'][number];
test.each([
  [[paper('甲', 'present')], ['accept']],
  [[paper('甲', 'missing')], ['accept-on-commitment', 'add-papers']],
  [[paper('甲', 'missing', false)], ['accept-with-outstanding', 'accept-on-commitment', 'add-papers']],
] as const)('of the ways to accept only those that the papers allow are offered', (papers, names) => {
  const all = ['accept', 'accept-with-outstanding', 'accept-on-commitment', 'add-papers'];
  expect(all.filter((name) => isWorthwhile(name, { papers }))).toEqual(names);
});
test('the one notice starts with what is missing; what ends a case stands last', () => {
  const row = { papers: [paper('甲', 'present'), paper('乙', 'missing')] };
  expect(startsWith('ask-correction', row)).toEqual({ gaps: [{ paper: '乙', what: '未提交' }] });
  const named = ['withdraw', 'grant', 'accept'].map((name) => ({ name }) as ActionShown);
  expect(inOrder(named).map(({ name }) => name)).toEqual(['accept', 'grant', 'withdraw']);
});

test('photographs are named after their paper, each with its rank', () => {
  expect(photoName({ paper: '身份证/正面', name: 'IMG.JPG' }, 2)).toBe('身份证 正面 2.jpg');
  const content = new Blob(['x']);
  const photos = [
    { paper: '甲', name: 'a.jpg', content },
    { paper: '乙', name: 'b.png', content },
    { paper: '甲', name: 'c.jpg', content },
  ];
  expect(named(photos).map(({ name }) => name)).toEqual(['甲 1.jpg', '乙 1.png', '甲 2.jpg']);
});
test('a photograph keeps its shape and is never made larger', () => {
  expect(fitted(4000, 3000)).toEqual([2000, 1500]);
  expect(fitted(300, 200)).toEqual([300, 200]);
});

const entry: Entry = {
  key: 'k1',
  account: 'p1',
  at: 0,
  state: 'waiting',
  itemName: '取水许可',
  applicantName: '甲某',
  path: '/api/cases',
  written,
  body: { item: 'QS-01' },
  photos: [],
  caseId: '',
  number: '',
  trouble: '',
};
afterEach(() => vi.unstubAllGlobals());
const answering = (...answers: readonly (Response | Error)[]) => {
  const asked: { path: string; key: string | null }[] = [];
  const left = [...answers];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ path, key: new Headers(init.headers).get('idempotency-key') });
    const answer = left.shift()!;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return asked;
};
test('without a line it waits under its key; the same key brings the one case, and nothing of the person stays', async () => {
  const asked = answering(
    new TypeError('no line'),
    new Response(JSON.stringify({ id: 'c1', number: 'BJ1', version: 1, state: 'received' })),
    new Response(JSON.stringify({ items: [] })),
  );
  const first = await sendEntry(entry);
  expect(first.entry).toMatchObject({ state: 'waiting', applicantName: '甲某', caseId: '' });
  const second = await sendEntry(first.entry);
  expect(second.row).toMatchObject({ number: 'BJ1' });
  expect(second.entry).toEqual({ ...cleared(entry), caseId: 'c1', number: 'BJ1' });
  expect(JSON.stringify(second.entry)).not.toContain('甲');
  expect(asked.slice(0, 2)).toEqual([
    { path: '/api/cases', key: 'k1' },
    { path: '/api/cases', key: 'k1' },
  ]);
});
test('what is neither sent nor kept is told, so that it stays on the page', async () => {
  answering(new TypeError('no line'));
  vi.stubGlobal('indexedDB', undefined);
  expect(await useOutbox().submit(entry)).toMatchObject({ isKept: false, row: null, fault: { status: 0 } });
});
test.each([
  [409, 'refused'],
  [503, 'waiting'],
  [429, 'waiting'],
] as const)('an answer of %i leaves it %s, with what was said', async (status, state) => {
  answering(new Response(JSON.stringify({ message: '已暂停办理', next: '请改日再来' }), { status }));
  const { entry: now } = await sendEntry(entry);
  expect(now).toMatchObject({ state, trouble: '已暂停办理。请改日再来', body: { item: 'QS-01' } });
});

test.each([
  [0, 0, 0, null],
  [0, 0, 1, '特别程序没有结束'],
  [2, 1, 1, '特别程序没有结束'],
  [0, 1, 0, '等现场勘查'],
  [2, 0, 0, '等 2 项部门意见'],
])(
  'with %i branches, %i surveys and %i procedures open a case waits for: %s',
  (branches, surveys, procedures, said) => {
    const open = { openBranches: branches, openSurveys: surveys, openProcedures: procedures };
    expect(awaits({ ...open, openConnections: 0, openObjections: 0 })).toBe(said);
  },
);

test('a survey stands on the page of its case with day and hour, and without any while none is named', () => {
  expect(visitOf({ visitAt: '2026-03-12T02:00:00.000Z' })).toBe('2026-03-12 10:00');
  expect([visitOf({ visitAt: null }), visitOf({})]).toEqual(['', '']);
});

test('a picture is known by its bytes, not by its name', async () => {
  const of = (...bytes: readonly number[]) => isPicture(new File([new Uint8Array(bytes)], 'a.png'));
  expect(await of(0xff, 0xd8, 0xff, 0xe0)).toBe(true);
  expect(await of(0x89, 0x50, 0x4e, 0x47)).toBe(true);
  // %PDF, and nothing at all.
  expect([await of(0x25, 0x50, 0x44, 0x46), await of()]).toEqual([false, false]);
});
