import { afterAll, beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('JG-01', waterPermit);
  await hall.offer('JG-02', {
    name: '取水户登记',
    kind: 'instant',
    legalLimit: { days: 5, unit: 'working' },
    promisedLimit: { days: 0, unit: 'working' },
    resultType: 'certificate',
    resultName: '取水户登记证',
    materials: [waterPermit.materials![0]!],
  });
});
afterAll(() => hall.close());

const granted = async (): Promise<{ readonly id: string; readonly number: string }> => {
  const { row } = await hall.act(hall.clerk, 'case-file.apply', application('JG-01'));
  await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
  await hall.act(hall.decider, 'case-file.grant', {}, row.id);
  return row;
};
const issue = (id: string, resultNumber: string) =>
  hall.act(hall.sealer, 'case-file.issue', { resultNumber }, id);
const handle = (more = {}) =>
  hall.act(hall.clerk, 'case-file.handle', application('JG-02', { papers: ['申请书'], ...more }));
const correct = (id: string, more: Readonly<Record<string, string>>) =>
  hall.act(hall.decider, 'case-file.correct-decision', { reason: '登记有误', ...more }, id);
const pendingOf = async (id: string): Promise<string> => {
  const text = 'select id from decision_correction where case_id = $1 and state = $2';
  return (await hall.app.query(text, [id, 'proposed']))[0]!['id'] as string;
};

test('a number is given once, at whichever door: sealed, corrected or handed over at once', async () => {
  const [first, second] = [await granted(), await granted()];
  await issue(first.id, '君水许〔2020〕1号');
  const given = { code: 'cases.number-given', facts: { number: first.number } };
  await expect(issue(second.id, ' 君水许〔2020〕1号 ')).rejects.toMatchObject(given);
  await issue(second.id, '君水许〔2020〕2号');
  await expect(correct(second.id, { resultNumber: '君水许〔2020〕1号' })).rejects.toMatchObject(given);
  // Its own number may be said again; agreed to, for one correction at a time is asked for.
  await correct(second.id, { resultNumber: '君水许〔2020〕2号' });
  await hall.act(hall.sealer, 'decision-correction.make', {}, await pendingOf(second.id));
  // Another item of the department has a register of its own.
  await handle({ resultNumber: '君水许〔2020〕1号' });
  await expect(handle({ resultNumber: '君水许〔2020〕1号' })).rejects.toMatchObject({
    code: 'cases.number-given',
  });
  // Given meanwhile: whoever agrees to a correction is told so.
  const third = await granted();
  await correct(second.id, { resultNumber: '君水许〔2020〕3号' });
  await issue(third.id, '君水许〔2020〕3号');
  await expect(
    hall.act(hall.sealer, 'decision-correction.make', {}, await pendingOf(second.id)),
  ).rejects.toMatchObject({ code: 'cases.number-given', facts: { number: third.number } });
});

test('a correction cannot say what could not have been issued', async () => {
  const { id } = await granted();
  await expect(correct(id, { validUntil: '2025-05-11' })).rejects.toMatchObject({
    code: 'cases.nothing-issued',
  });
  await issue(id, '君水许〔2020〕4号');
  // Decided on Monday 11 May: over on that day is over before it began, the next day is a day.
  for (const validUntil of ['2019-01-01', '2020-05-11'])
    await expect(correct(id, { validUntil })).rejects.toMatchObject({ code: 'cases.valid-before' });
  await correct(id, { validUntil: '2020-05-12' });
});

test('a certificate handed over at once has its number, the department’s letter and its seal', async () => {
  await expect(handle()).rejects.toMatchObject({
    code: 'cases.needs-number',
    facts: { result: '取水户登记证' },
  });
  const keep = async (name: string, input: object, id?: string): Promise<string> =>
    (await hall.act(hall.editor, name, input as never, id)).row.id;
  const engraved = { organisation: hall.unit(WATER), engravedOn: '2020-01-02', inUseFrom: '2020-01-03' };
  await keep('approval-seal.engrave', { ...engraved, name: '许可专用章', items: ['JG-01'] });
  const numbered = { resultNumber: '君水登〔2020〕1号' };
  await expect(handle(numbered)).rejects.toMatchObject({ code: 'cases.seal-scope' });
  const seal = await keep('approval-seal.engrave', { ...engraved, name: '行政审批专用章' });
  const section = await keep('approval-section.establish', {
    organisation: hall.unit(WATER),
    isAtHall: true,
    establishedOn: '2020-01-02',
  });
  await keep('approval-section.name-chief', { chief: '股长甲' }, section);
  const letter = { section, startsOn: '2020-05-01', document: '授权书〔2020〕1号' };
  const record = async (more: object): Promise<string> =>
    (await hall.act(SYSTEM, 'authority-letter.record', { ...letter, ...more } as never)).row.id;
  const narrow = await record({ coversAll: false, items: ['JG-01'] });
  await expect(handle(numbered)).rejects.toMatchObject({ code: 'cases.no-letter' });
  await keep('authority-letter.revoke', { reason: '重新授权' }, narrow);
  await record({ coversAll: true });
  expect((await handle(numbered)).row).toMatchObject({ resultNumber: '君水登〔2020〕1号', seal });
});
