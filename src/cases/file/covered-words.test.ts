/* What is written in a case about people: covered in rows and ledger, whole for whoever has to do with the case. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';
import { someone } from '#lib/testing/app.ts';
import type { CaseFile } from './case-file.ts';
import { inFull } from './in-full.ts';
import { wholeAfter, wholeTexts } from './whole-words.ts';

const ID = '11010519491231002X';
const APPLICANT = { name: '王小明', idNumber: ID, phone: '13800001234' };
const SAID = `王小明（${ID}，13800001234）的取水口`;
const SHOWN = '某某（***，***）的取水口';
const TELLING = /王小明|赵小兰|李大川|11010519491231002X|13800001234|13900004321/;
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('CW-01', waterPermit);
});
afterAll(() => hall.close());

const accepted = async () => {
  const { row } = await hall.act(
    hall.clerk,
    'case-file.apply',
    application('CW-01', { applicant: APPLICANT }),
  );
  return (await hall.act(hall.clerk, 'case-file.accept', {}, row.id)).row.id;
};
const act = async (id: string, name: string, input: Readonly<Record<string, unknown>>, by = hall.decider) =>
  (await hall.act(by, `case-file.${name}`, input, id)).row as CaseFile;
const wholeOf = async (id: string): Promise<string> => {
  const [mine] = await hall.app.query(
    "select c.words_whole as whole, k.wrapped from case_file c join personal_key k on k.id::text = c.words_whole ->> 'key' where c.id = $1",
    [id],
  );
  return hall.app.suite.open(mine!['whole'] as never, mine!['wrapped'] as string);
};
/** Everything that stands in the clear anywhere. */
const inClear = async (): Promise<string> => {
  const tables = [
    'case_file',
    'case_branch',
    'survey',
    'survey_unit',
    'special_procedure',
    'hearing',
    'case_objection',
    'decision_correction',
    'ledger_entry',
    'ledger_prose',
  ];
  const all = await Promise.all(tables.map((table) => hall.app.query(`select * from ${table}`, [])));
  return JSON.stringify(all);
};
const head = () => someone('局长', ['cases.head', hall.unit(WATER)]);

const HALTS = { basis: '行政许可法第四十五条', noticeNumber: '君水告〔2020〕1号' };
test.each([
  ['ask-green', { reason: SAID, until: '2020-05-15' }, 'askedGreen'],
  ['ask-suspension', { ground: 'force-majeure', reason: SAID, condition: SAID, ...HALTS }, 'askedHalt'],
  ['ask-termination', { ground: 'object-gone', reason: SAID, ...HALTS }, 'askedHalt'],
  ['ask-extension', { days: 3, reason: SAID }, 'askedExtension'],
])('%s shows its words covered and keeps them whole', async (name, input, column) => {
  const id = await accepted();
  const row = await act(id, name, input);
  expect(row[column as keyof CaseFile]).toMatchObject({ reason: SHOWN });
  expect(await wholeOf(id)).toContain(SAID);
  expect(await inClear()).not.toMatch(TELLING);
});

test('who is told of a hearing is covered where it is told, and in whatever is written of it later', async () => {
  const id = await accepted();
  const listed = '1.李大川（下游农户，13900004321），赵小兰等二户';
  const reason = '取水影响李大川（13900004321）、赵小兰的灌溉';
  await act(id, 'tell-hearing-right', {
    ground: 'great-interests',
    reason,
    noticeNumber: '君水听〔2020〕77号',
    interested: listed,
  });
  const [told] = await hall.app.query('select id, reason from hearing where case_id = $1', [id]);
  expect(told!['reason']).toBe('取水影响某某（***）、某某的灌溉');
  expect(await wholeOf(id)).toContain(reason);
  await act(id, 'ask-extension', { days: 3, reason: '李大川不在家' });
  expect(await inClear()).not.toMatch(TELLING);
});

test('what is written of a special procedure and of a survey is covered, the whole kept in the case', async () => {
  const id = await accepted();
  await act(
    id,
    'begin-procedure',
    {
      kind: 'appraisal',
      reason: SAID,
      noticeNumber: '君水告〔2020〕2号',
      estimatedDays: 3,
    },
    head(),
  );
  await act(id, 'ask-survey', { site: '王小明家门口', reason: '王先生的取水口需要看' }, hall.clerk);
  const [trip] = await hall.app.query('select site, reason from survey where case_id = $1', [id]);
  expect(trip).toEqual({ site: '某某家门口', reason: '***的取水口需要看' });
  const whole = await wholeOf(id);
  for (const text of [SAID, '王小明家门口', '王先生的取水口需要看'])
    expect(wholeTexts(whole)).toContain(text);
  expect(await inClear()).not.toMatch(TELLING);
});

test('who objects is covered in what they say, and in what is written after', async () => {
  const id = await accepted();
  await act(
    id,
    'object',
    {
      objector: '李大川',
      phone: '13900004321',
      interest: '李大川是下游取水户',
      statement: '我是李大川，电话13900004321，王小明取水影响灌溉',
    },
    hall.clerk,
  );
  const [said] = await hall.app.query(
    'select id, interest, statement from case_objection where case_id = $1',
    [id],
  );
  expect(said).toMatchObject({
    interest: '某某是下游取水户',
    statement: '我是某某，电话***，某某取水影响灌溉',
  });
  const answer = { result: 'dismissed', answer: '已当面答复李大川，窗口电话0730-8170000' };
  const { row } = await hall.act(hall.decider, 'case-objection.answer', answer, said!['id'] as string);
  expect(row).toMatchObject({ answer: '已当面答复某某，窗口电话0730-8170000' });
  expect(await wholeOf(id)).toContain('我是李大川，电话13900004321，王小明取水影响灌溉');
  expect(await inClear()).not.toMatch(TELLING);
});

test('window, delivery and deciding department unmask it with a reason; who oversees does not', async () => {
  const id = await accepted();
  await act(id, 'refuse', { reason: SAID });
  const unmask = { field: 'wordsWhole', reason: '核对决定理由' };
  await act(id, 'unmask', unmask, hall.clerk);
  await act(id, 'unmask', unmask);
  await expect(act(id, 'unmask', unmask, hall.inspector)).rejects.toMatchObject({ code: 'lib.missing-role' });
});

test('a text that names nobody stays as it is, and nothing is sealed for it', async () => {
  const id = await accepted();
  const row = await act(id, 'refuse', { reason: '不符合水资源规划，窗口电话0730-8170000' });
  expect(row).toMatchObject({ reason: '不符合水资源规划，窗口电话0730-8170000', wordsWhole: null });
});

test('the applicant reads it in full, but not who objected; anybody else as it stands', async () => {
  const id = await accepted();
  await act(id, 'object', { objector: '李大川', interest: '相邻', statement: '影响灌溉' }, hall.clerk);
  const row = await act(id, 'refuse', { reason: '王小明与李大川的取水口重合' });
  const [stored] = await hall.app.query('select words_whole from case_file where id = $1', [id]);
  const mine = { ...row, applicant: 'x', wordsWhole: stored!['words_whole'] } as CaseFile;
  expect(row.reason).toBe('某某与某某的取水口重合');
  expect((await inFull(hall.app, mine, 'x'))({ reason: row.reason })).toEqual({
    reason: '王小明与某某的取水口重合',
  });
  expect((await inFull(hall.app, mine, 'y'))(row.reason)).toBe(row.reason);
});

describe('words kept in full', () => {
  const first = { on: '2020-05-11', title: '提出中止·事实和理由', text: '第一段\n\n第二段' } as const;
  test('say when and where they were written, and are told apart again', () => {
    const kept = wholeAfter(wholeAfter(null, [first as never]), [{ ...first, text: '另一处' } as never]);
    expect(kept).toContain('〔2020年5月11日 提出中止·事实和理由〕\n第一段');
    expect(wholeTexts(kept)).toEqual(['第一段\n\n第二段', '另一处']);
  });
});
