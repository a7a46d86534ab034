import { beforeEach, expect, test } from 'vitest';
import { inOrder } from './actions.ts';
import { draftFor, NOTHING } from './draft.ts';
import { intervalSaid, outsideSaid, redrawSaid, sizeSaid, type DrawResult, type Redraw } from './draw.ts';
import { historySaid, openFirst } from './history.ts';
import { leftSaid, lightOf, moreLights, pressing } from './lights.ts';
import type { Order } from './model.ts';
import { offered, suggestedFirst } from './pick.ts';
import { optionsOf, placesIn, type Branch } from './places.ts';
import { registerBody, titleFrom } from './register.ts';
import { missingContact, replyBody } from './reply.ts';
import { segmentsOf } from './segments.ts';
import { becauseSaid, topicOptions } from './suggest.ts';
import { waitingAt } from './waiting.ts';
import { flagsOf } from './words.ts';

const order = (given: Partial<Order> = {}): Order =>
  ({ id: 'o', state: 'signed', dueAt: null, isUrgent: null, registeredAt: '', ...given }) as Order;

const at = {
  now: Date.parse('2020-05-15T01:00Z'),
  yellowBefore: Date.parse('2020-05-18T09:00Z'),
  stepYellowBefore: Date.parse('2020-05-15T02:00Z'),
};
test.each([
  ['signed', '2020-05-15T00:59Z', 'red'],
  ['signed', '2020-05-15T01:00Z', 'yellow'], // due this very moment is not yet late
  ['dispatched', '2020-05-18T09:00Z', 'yellow'],
  ['returned', '2020-05-18T09:01Z', 'green'],
  ['replied', '2020-05-10T00:00Z', null], // the unit has answered
  ['closed', '2020-05-10T00:00Z', null],
] as const)('an order %s and due %s is %s on Friday 15 May at nine', (state, dueAt, light) => {
  expect(lightOf({ state, dueAt }, at)).toBe(light);
});
test.each([
  [{ state: 'registered', stepDueAt: '2020-05-15T00:59Z' }, [['派单', 'red']]],
  [{ state: 'dispatched', dueAt: '2020-05-20T09:00Z', stepDueAt: '2020-05-15T02:00Z' }, [['签收', 'yellow']]],
  [{ state: 'replied', stepDueAt: '2020-05-15T02:01Z' }, [['审核', 'green']]],
  [{ state: 'signed', stepDueAt: '2020-05-15T02:01Z' }, []],
  [
    { state: 'registered', stepDueAt: '2020-05-15T03:00Z', cityDueAt: '2020-05-18T09:00Z' },
    [
      ['市平台期限', 'yellow'],
      ['派单', 'green'],
    ],
  ],
] as const)('beside the deadline %o has the lights %o', (given, lights) => {
  const said = moreLights(order({ cityDueAt: null, ...given }), at).map(({ title, light }) => [title, light]);
  expect(said).toEqual(lights);
});
test('without a deadline there is no light', () => {
  expect(lightOf({ state: 'registered', dueAt: null }, at)).toBeNull();
});

test.each([
  ['2020-05-17T04:30Z', '还有 2 天 3 小时'],
  ['2020-05-16T01:00Z', '还有 1 天'],
  ['2020-05-15T01:20Z', '还有 20 分钟'],
  ['2020-05-14T20:00Z', '已超 5 小时'],
])('due %s is told as %s', (dueAt, said) => {
  expect(leftSaid(dueAt, at.now)).toBe(said);
});

test('what is urgent comes first, then what is due soonest, then what has waited longest', () => {
  const ids = pressing([
    order({ id: 'new', registeredAt: '2020-05-12' }),
    order({ id: 'old', registeredAt: '2020-05-11' }),
    order({ id: 'due', registeredAt: '2020-05-13', dueAt: '2020-05-20' }),
    order({ id: 'urgent', registeredAt: '2020-05-14', isUrgent: true }),
  ]).map((each) => each.id);
  expect(ids).toEqual(['urgent', 'due', 'old', 'new']);
});

const options = [
  '城乡建设 / 城市建设和市政管理 / 园林绿化环卫',
  '城乡建设 / 住房',
  '劳动和社会保障 / 工资',
].map((title) => ({
  value: title.replaceAll(' ', ''),
  title,
}));
test.each([
  ['园林', ['城乡建设 / 城市建设和市政管理 / 园林绿化环卫']],
  ['城管', ['城乡建设 / 城市建设和市政管理 / 园林绿化环卫']], // its letters, others between them
  ['城乡建设/住', ['城乡建设 / 住房']],
  ['工资', ['劳动和社会保障 / 工资']],
  ['不存在', []],
])('%s finds what has it', (typed, titles) => {
  expect(offered(options, typed).map((each) => each.title)).toEqual(titles);
});
test('nothing typed offers all, a suggestion comes first and only once', () => {
  expect(offered(options, ' ')).toEqual(options);
  const first = { ...options[2]!, hint: '建议 80%' };
  expect(suggestedFirst([first], options).map((each) => each.hint ?? each.title)).toEqual([
    '建议 80%',
    options[0]!.title,
    options[1]!.title,
  ]);
});

const tree: readonly Branch[] = [
  {
    value: '430611',
    name: '君山区',
    kind: 'district',
    children: [
      {
        value: 'u1',
        name: '区水利局',
        kind: 'department',
        children: [{ value: 'u2', name: '河道股', kind: 'section', children: [] }],
      },
      {
        value: '430611100',
        name: '广兴洲镇',
        kind: 'town',
        children: [{ value: '430611100200', name: '洪市村', kind: 'village', children: [] }],
      },
    ],
  },
];
test('a topic is found by what callers say, and the word is shown beside it', () => {
  const lamps = { value: 'a/b', title: '城市建设 / 城市公共设施', also: ['路灯', '井盖'] };
  expect(offered([...options, lamps], '路灯')).toEqual([{ ...lamps, hint: '路灯' }]);
  expect(offered([{ ...lamps, hint: '建议 80%' }], '井盖')[0]!.hint).toBe('井盖　建议 80%');
});

test('of a caller, what is open stands first, and how much there was is told in words', () => {
  const past = (id: string, isOpen: boolean) => ({ id, number: id, title: id, registeredAt: '', isOpen });
  const orders = [past('new', false), past('open', true), past('old', false)];
  expect(openFirst(orders).map(({ id }) => id)).toEqual(['open', 'new', 'old']);
  expect(historySaid({ orders, count: 3, open: 1 })).toBe('以前 3 件，未办结 1 件');
  expect(historySaid({ orders: [], count: 0, open: 0 })).toBe('第一次来电');
});

test('the tree gives places with what lies above them, and units of every depth', () => {
  const { places, units } = optionsOf(tree);
  expect(places.map((each) => [each.title, each.hint])).toEqual([
    ['君山区', undefined],
    ['广兴洲镇', '君山区'],
    ['洪市村', '广兴洲镇'],
  ]);
  expect(units.map((each) => each.title)).toEqual(['区水利局', '河道股']);
});
test('a place spoken of is offered, the village before its town, without its ending', () => {
  const { places } = optionsOf(tree);
  expect(placesIn(places, '广兴洲洪市的水渠堵了').map((each) => each.title)).toEqual(['洪市村', '广兴洲镇']);
  expect(placesIn(places, '路灯不亮')).toEqual([]);
});

test('of two candidates those that are likely come first with their probability, then what lies below the first', () => {
  const topics = [{ value: '城乡建设', title: '城乡建设' }, ...options];
  const suggested = {
    topics: [
      { label: '城乡建设', p: 0.816 },
      { label: '劳动和社会保障', p: 0.004 }, // less than one in a hundred
    ],
    because: [
      { gram: '路灯', label: '城乡建设' },
      { gram: '工资', label: '劳动和社会保障' },
    ],
    units: [],
  };
  expect(topicOptions(suggested, topics).map((each) => [each.title, each.hint])).toEqual([
    ['城乡建设', '建议 82%'],
    [options[0]!.title, undefined],
    [options[1]!.title, undefined],
  ]);
  expect(becauseSaid(suggested)).toBe('城乡建设：路灯');
  expect([topicOptions(null, topics), becauseSaid(null)]).toEqual([[], '']);
});

test('the topic comes as deep as the text bears, with what it may be beside, before its domain and the rest of it', () => {
  const at = (path: string) => ({ value: path, title: path });
  const topics = ['甲', '甲/乙', '甲/乙/丙', '甲/乙/丁', '甲/乙/戊', '己'].map(at);
  const suggested = {
    topics: [
      { label: '甲', p: 0.9, path: '甲/乙/丙', share: 0.7, nearer: [{ path: '甲/乙/丁', share: 0.2 }] },
      { label: '己', p: 0.1, path: '己', share: 1, nearer: [] },
    ],
    because: [{ gram: '灯', label: '甲' }],
    words: [{ word: '路灯', path: '甲/乙/丙' }],
    units: [],
  };
  expect(topicOptions(suggested, topics).map((each) => [each.value, each.hint])).toEqual([
    ['甲/乙/丙', '建议 63%'],
    ['甲/乙/丁', '建议 18%'],
    ['己', '建议 10%'],
    ['甲', undefined],
    ['甲/乙', undefined],
    ['甲/乙/戊', undefined],
  ]);
  expect(becauseSaid(suggested)).toBe('甲：灯；丙：路灯');
});

test('a registration sends what was said, and no caller where nobody gave a name', () => {
  const nobody = { name: ' ', phone: '', address: '' };
  const said = { ...NOTHING, type: 'help', title: '路灯不亮', text: '三天了', topic: 't', place: '430611' };
  expect(registerBody(said, nobody)).toEqual({
    channel: 'phone',
    type: 'help',
    title: '路灯不亮',
    text: '三天了',
    topic: 't',
    place: '430611',
  });
  expect(
    registerBody(
      { ...said, isUrgent: true },
      { ...nobody, phone: ' 13800001234 ' },
      { call: 'c1', suggestedTopic: 's' },
    ),
  ).toMatchObject({ caller: { phone: '13800001234' }, isUrgent: true, call: 'c1', suggestedTopic: 's' });
  expect(registerBody({ ...said, title: ' ', text: '灯坏了。三天了' }, nobody)['title']).toBe('灯坏了');
});
test('a title is the first sentence, not longer than forty letters', () => {
  expect(titleFrom('小区路灯不亮。已经三天了！')).toBe('小区路灯不亮');
  expect(titleFrom('长'.repeat(50))).toHaveLength(40);
  expect(titleFrom('  ')).toBe('');
});

beforeEach(() => localStorage.clear());
test('a draft outlives the window, per account, and is gone once registered', () => {
  draftFor('agent').write({ ...NOTHING, text: '路灯三天不亮' });
  expect(draftFor('agent').read()).toMatchObject({ text: '路灯三天不亮', channel: 'phone' });
  expect(draftFor('other').read()).toBeNull();
  draftFor('agent').forget();
  expect(draftFor('agent').read()).toBeNull();
});

test('a reply sends the contact it tells of, and promises only where something was promised', () => {
  const contacted = { at: '2020-05-11T01:00Z', how: '电话', withCaller: true, note: '' };
  expect(replyBody({ text: '已修好', contacted: null, promises: [{ text: '', on: '' }] })).toEqual({
    text: '已修好',
  });
  expect(replyBody({ text: '将修', contacted, promises: [{ text: '换灯', on: '2020-05-20' }] })).toEqual({
    text: '将修',
    contacted: { at: '2020-05-11T01:00Z', how: '电话', withCaller: true },
    promises: [{ text: '换灯', on: '2020-05-20' }],
  });
});
test('who has already been reached, or cannot be, is not asked for again', () => {
  const reached = [{ at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true }];
  const said = (given: Partial<Order>) => missingContact(order(given));
  expect(said({ contacts: reached })).toContain('可以直接答复');
  // Reopened on the twelfth: what was spoken on the eleventh was about another answer.
  expect(said({ contacts: reached, clock: { startAt: '2020-05-12T01:00:00.000Z' } })).toContain('须联系');
  expect(said({ isAnonymous: true })).toContain('匿名');
  expect(said({ isConfidential: true, contacts: reached })).toContain('可以答复');
  expect(said({ isConfidential: true })).toContain('热线办');
  expect(said({})).toContain('须联系');
});

test('what must be known of an order is told in words', () => {
  const flags = flagsOf(order({ isUrgent: true, reopenings: 2, reworks: 1, exclusion: 'asked' }));
  expect(flags.map((each) => each.word)).toEqual(['紧急', '重办 2', '返工', '申请剔除']);
});

test('what moves an order on stands first, what ends it last', () => {
  const names = ['void', 'urge', 'reply', 'return', 'sign'].map((name) => ({ name }) as never);
  expect(inOrder(names).map((each) => each.name)).toEqual(['sign', 'reply', 'urge', 'return', 'void']);
});

test('my tasks name what waits at my desks only, and nothing that is merely of interest', () => {
  const counts = { 'to-dispatch': 3, overdue: 1, review: 0, answered: 9, 'to-sign': 2 };
  const lines = (role: string) =>
    waitingAt(new Set([role]), counts).map(({ desk, title, count, to }) => [desk, title, count, to]);
  expect(lines('hotline.dispatcher')).toEqual([
    ['派单台', '待派单', 3, '/hotline/dispatch?list=to-dispatch'],
    ['派单台', '已超期', 1, '/hotline/dispatch?list=overdue'],
  ]);
  expect(lines('hotline.handler').map(([, title]) => title)).toEqual(['待签收', '已超期']);
  expect(lines('hotline.agent')).toEqual([]);
});

test('what was hidden is marked where it stood, the longer word before the one it contains', () => {
  expect(segmentsOf('我叫欧阳锋，欧阳家', ['欧阳', '欧阳锋'])).toEqual([
    { text: '我叫', isMarked: false },
    { text: '欧阳锋', isMarked: true },
    { text: '，', isMarked: false },
    { text: '欧阳', isMarked: true },
    { text: '家', isMarked: false },
  ]);
  expect(segmentsOf('a.b', ['.'])[1]).toEqual({ text: '.', isMarked: true });
  expect(segmentsOf('', ['a'])).toEqual([]);
});

test('a draw tells why it has its size, what could not be drawn, and whether it comes out again', () => {
  const rules = { confidence: '95', marginPercent: 5, minimumPerStratum: 2, minimumToRank: 30 };
  const draw = { wantedSize: 50, size: 50, rules, strataWithout: 30, leastSize: 140 } as DrawResult['draw'];
  expect(sizeSaid(draw)).toBe(
    '指定 50 件，不足以每层至少抽 2 件（共需 140 件），已按比例抽取 50 件，30 层没有抽到',
  );
  expect(sizeSaid({ ...draw, wantedSize: null })).toContain('误差 ±5 个百分点');
  expect(outsideSaid({ calledBack: 67, withoutPhone: 0, excluded: 1 })).toBe('已经回访 67 件，批准剔除 1 件');
  expect(outsideSaid(null)).toBe('无');
  const redraw = { isPopulationUnchanged: true, isSameDraw: true, size: 50, common: 50 } as Redraw;
  expect(redrawSaid(redraw)).toBe('重抽 50 件，与留存的名单完全一致');
  expect(redrawSaid({ ...redraw, isSameDraw: false, common: 7 })).toContain('其中 7 件');
  expect(redrawSaid({ ...redraw, isPopulationUnchanged: false })).toContain('不符');
  expect(intervalSaid({ interval: { low: '2.10%', high: '8.70%' } })).toBe('2.10%–8.70%');
});
