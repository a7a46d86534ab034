import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { readDocument, writePaper, type Run } from '#documents/index.ts';
import type { Person } from '#lib/action/person.ts';
import type { WorkOrder } from '../../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../../testing/office.ts';
import { chapters } from '../definitions-view.ts';
import { makeBulletin, type Bulletin, type BulletinLine } from './bulletin.ts';
import { bulletinPaper } from './paper.ts';
import { bulletinRecordsView } from './views.ts';

const [WATER, SCHOOL] = ['区水利局', '区教育局'];
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
  // Water: three answered in time, one of them dissatisfied; one urgent order a day late. School: one in time, nobody called.
  for (let n = 0; n < 3; n++) await answered(WATER!, n === 0 ? 'dissatisfied' : 'satisfied');
  await answered(WATER!, null, { isUrgent: true }, '2020-05-13T09:00+08:00');
  await answered(SCHOOL!, null, { channel: 'mailbox' });
  await foldAll(office.app);
  office.clock.set('2020-07-01T09:00+08:00');
});
afterAll(() => office.close());

async function answered(unit: string, result: string | null, more = {}, at?: string): Promise<void> {
  const { id } = (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(unit) }, id);
  if (at) office.clock.set(at);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await office.act(office.handlerOf(unit), 'work-order.reply', { text: '已处理。', contacted }, id);
  await office.act(office.dispatcher, 'work-order.close', {}, id);
  if (result) await office.act(office.callerBack, 'work-order.call-back', { result, solved: true }, id);
  office.clock.set('2020-05-11T09:00+08:00');
}
const bulletinFor = (by: Person, asked = { year: '2020', month: '5' }): Promise<Bulletin> =>
  makeBulletin({ by, app: office.app }, asked);
const cellIn = ({ columns }: Bulletin, line: BulletinLine, name: string) =>
  line.cells[columns.findIndex((column) => column.name === `hotline.${name}`)];
const textOf = (bulletin: Bulletin, line: BulletinLine, names: readonly string[]) =>
  names.map((name) => cellIn(bulletin, line, name)?.text);

test('a month is counted by unit, by topic and by place, each with its rates and its value', async () => {
  const bulletin = await bulletinFor(office.supervisor);
  const names = ['due', 'on-time', 'late', 'on-time-rate', 'called-back', 'dissatisfaction-rate'];
  const [units] = bulletin.tables;
  expect(units!.lines.map(({ name }) => name)).toEqual([WATER, SCHOOL]);
  // 3 of 4 on time; 1 of 3 called back is dissatisfied
  expect(textOf(bulletin, units!.lines[0]!, names)).toEqual(['4', '3', '1', '75.00%', '3', '33.33%']);
  expect(textOf(bulletin, units!.lines[1]!, names)).toEqual(['1', '1', '0', '100.00%', '0', '—']);
  expect(textOf(bulletin, bulletin.total, names)).toEqual(['5', '4', '1', '80.00%', '3', '33.33%']);
  // 100 − 0.3·25 − 0.2·0 − 0.2·33.333 = 85.83
  expect(units!.lines[0]!.composite).toMatchObject({
    value: '85.83',
    grade: null,
    ungraded: '回访接通 3 件，不足 30 件，不评等级',
  });
  expect(units!.lines[1]!.composite).toEqual({ missing: ['不满意率'] });
  expect(bulletin.tables.map(({ lines }) => lines.map(({ name }) => name)).slice(1)).toEqual([
    ['城乡建设'],
    ['君山区'],
  ]);
});

test('a year says what the measures say', async () => {
  const bulletin = await bulletinFor(office.supervisor, { year: '2020' } as never);
  const figures = new Map(
    (await measuresOfYear(office.app, { year: 2020 })).map((each) => [each.name, each]),
  );
  for (const [index, column] of bulletin.columns.entries()) {
    // As of a moment, so no figure of a year.
    if (column.name === 'hotline.overdue-open') continue;
    const { numerator, denominator } = bulletin.total.cells[index]!;
    const figure = figures.get(column.name)!;
    expect([column.name, numerator, denominator]).toEqual([
      column.name,
      figure.numerator,
      figure.denominator,
    ]);
  }
});

test('behind every figure stand as many orders as it counts', async () => {
  const bulletin = await bulletinFor(office.supervisor);
  const lines = [bulletin.total, ...bulletin.tables.flatMap((each) => each.lines)];
  for (const { records, numerator } of lines.flatMap(({ cells }) => cells)) {
    const query = Object.fromEntries(new URL(records, 'http://x').searchParams);
    const page = (await bulletinRecordsView.read({
      query,
      by: office.supervisor,
      app: office.app,
    } as never)) as {
      readonly count: number;
      readonly items: readonly unknown[];
    };
    expect([records, page.count, page.items.length]).toEqual([records, Number(numerator), Number(numerator)]);
  }
});

test('a unit sees its own line and nothing of another', async () => {
  const bulletin = await bulletinFor(office.handlerOf(SCHOOL!));
  expect(bulletin.tables[0]!.lines.map(({ name }) => name)).toEqual([SCHOOL]);
  expect(cellIn(bulletin, bulletin.total, 'due')?.text).toBe('1');
});

test('a bulletin of a part says whose part it is, in its title and first on its first page; that of all says nothing', async () => {
  const part = bulletinPaper(await bulletinFor(office.handlerOf(SCHOOL!)));
  expect(part.title).toBe('12345 热线与信箱办理情况通报（区教育局部分）');
  const [first, second] = part.blocks.map((block) =>
    'runs' in block ? block.runs.map(({ text }) => text).join('') : '',
  );
  expect(first).toMatch(/^本通报只统计区教育局范围内的工单/);
  expect(second).toMatch(/^2020 年 5 月区教育局共受理热线工单和来信1件/);
  const whole = bulletinPaper(await bulletinFor(office.supervisor));
  expect(whole.title).toBe('12345 热线与信箱办理情况通报');
  expect(JSON.stringify(whole.blocks[0])).not.toContain('只统计');
});

test('the next month is empty: counts are nought and rates are none', async () => {
  const bulletin = await bulletinFor(office.supervisor, { year: '2020', month: '6' });
  expect(textOf(bulletin, bulletin.total, ['due', 'on-time-rate'])).toEqual(['0', '—']);
  expect(bulletin.tables.map(({ lines }) => lines)).toEqual([[], [], []]);
});

test.each(['docx', 'xlsx'] as const)(
  'as %s it holds the same figures and says that the value is an example',
  async (format) => {
    const paper = bulletinPaper(await bulletinFor(office.supervisor));
    const { lines } = await readDocument(await writePaper(paper, format), { name: `通报.${format}` });
    const text = lines.map((each) => each.text).join('\n');
    for (const said of [
      WATER!,
      '75.00%',
      '3/4',
      '85.83（回访接通 3 件，不足 30 件，不评等级）',
      '示例，非官方',
      '缺少不满意率',
    ])
      expect(text).toContain(said);
  },
);

test('taken away, every figure leads to its list on the desk, under the address that is set', async () => {
  const bulletin = await bulletinFor(office.supervisor);
  const { blocks } = bulletinPaper(bulletin, { origin: 'https://12345.example.org' });
  const runs = blocks.flatMap((block): readonly Run[] => {
    if (block.kind === 'table') return block.rows.flat().flatMap((each) => each.runs);
    return 'runs' in block ? block.runs : [];
  });
  const links = runs.flatMap(({ link }) => link ?? []);
  // Twelve figures in the sentence; in the tables every cell of two units, one topic and one place, each with the total below.
  expect(links).toHaveLength(12 + bulletin.columns.length * (3 + 2 + 2));
  expect(links[0]).toBe(
    'https://12345.example.org/desk/hotline/bulletin/records?year=2020&month=5&measure=hotline.received',
  );
  const paths = new Set(links.map((link) => new URL(link).pathname));
  expect([...paths]).toEqual(['/desk/hotline/bulletin/records']);
});

test('of days that are not over paper and page say as of when, what is overdue and open is counted, nobody is graded', async () => {
  office.clock.set('2020-08-03T09:00+08:00'); // Monday
  for (const more of [{}, { isUrgent: true }]) {
    const { id } = (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
    await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(WATER!) }, id);
  }
  const asked = { year: '2020', month: '8' };
  const counted = async () => {
    const bulletin = await bulletinFor(office.supervisor, asked);
    return { bulletin, figures: textOf(bulletin, bulletin.total, ['due', 'late', 'overdue-open']) };
  };
  // The urgent one is due on Tuesday, the other a week later.
  office.clock.set('2020-08-03T10:00+08:00');
  expect((await counted()).figures).toEqual(['2', '0', '0']);
  office.clock.set('2020-08-05T09:00+08:00');
  const { bulletin, figures } = await counted();
  expect(figures).toEqual(['2', '0', '1']);
  const said = JSON.stringify(bulletinPaper(bulletin));
  expect(said).toContain('截至2020年8月5日，所报期间尚未结束');
  expect(said).toContain('综合指标值：期间未结束，不评等级。');
  for (const line of [bulletin.total, ...bulletin.tables.flatMap(({ lines }) => lines)])
    expect(line.composite).toEqual({ notYet: '期间未结束，不评等级' });
  const query = { ...asked, measure: 'hotline.overdue-open' };
  const page = await bulletinRecordsView.read({ query, by: office.supervisor, app: office.app } as never);
  expect(page).toMatchObject({ count: 1, items: [{ isUrgent: true }] });
  office.clock.set('2020-09-01T00:00+08:00');
  const over = await counted();
  expect([over.bulletin.period.asOf, over.figures]).toEqual([null, ['2', '0', '2']]);
  expect(JSON.stringify(bulletinPaper(over.bulletin))).not.toContain('尚未结束');
  await expect(bulletinFor(office.supervisor, { year: '2020', month: '10' })).rejects.toMatchObject({
    code: 'hotline.period-to-come',
  });
});

test('every measure of the hotline stands in exactly one chapter of the definition book', () => {
  const names = chapters().flatMap(({ definitions }) => definitions.map(({ name }) => name));
  expect(names.toSorted()).toEqual(
    office.app.modules
      .flatMap(({ measures }) => measures)
      .map(({ name }) => name)
      .filter((name) => name.startsWith('hotline.') && names.includes(name))
      .toSorted(),
  );
  expect(new Set(names).size).toBe(names.length);
});
