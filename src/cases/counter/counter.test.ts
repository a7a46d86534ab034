/* A draft at the counter: opened by its code, taken in once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Held } from '#lib/action/need.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { organisationTree } from '#organisations/index.ts';
import type { CaseDraft } from '../online/case-draft.ts';
import { expireLoop } from '../online/expire-loop.ts';
import { DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { draftByCode } from './by-code.ts';
import { isCode, plainCode, readableCode } from './code.ts';

const TOWN = '430611101';
const PERSON = { name: '甲某某', idNumber: '11010518491231008X', phone: '13800001234' };
let hall: Hall;
let village: Person;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', {
    ...waterPermit,
    situations: [{ question: '取什么水', choices: ['地表水', '地下水'] }],
  });
  village = someone('镇窗口员', ['cases.clerk', TOWN]);
});
afterAll(() => hall.close());

const begun = async (more = {}) =>
  (
    await hall.act(village, 'case-draft.begin-for', {
      item: 'QS-01',
      place: TOWN,
      applicant: PERSON,
      matter: '从东门取水',
      answers: { 取什么水: '地表水' },
      ...more,
    })
  ).row as CaseDraft;
const look = async (code: string, by: Person = hall.clerk) =>
  (await draftByCode.read({
    app: hall.app,
    db: undefined,
    query: { code },
    by,
    now: hall.now(),
    scopes: hall.app.held.value(organisationTree as Held<unknown>) as ScopeTree,
  } as never)) as Readonly<Record<string, unknown>>;
const taking = (draft: CaseDraft, more = {}, by = hall.clerk) =>
  hall.act(by, 'case-draft.take-in', { code: draft.code, place: DISTRICT, ...more }, draft.id);

test('a code is eight signs that are not mistaken for another, and is read with or without its dash', async () => {
  const { code } = await begun();
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  expect([isCode(code), isCode('K7Q29XD0'), isCode('K7Q2')]).toEqual([true, false, false]);
  expect(readableCode('K7Q29XDM')).toBe('K7Q2-9XDM');
  expect(plainCode(' k7q2-9xdm ')).toBe('K7Q29XDM');
});

describe('the counter', () => {
  test('takes no answer to what is not asked, and none that is no choice, in a draft or out of it', async () => {
    const wrong = { code: 'cases.wrong-answer' };
    await expect(begun({ answers: { 取什么水: '海水' } })).rejects.toMatchObject(wrong);
    await expect(begun({ answers: { 取多少: '很多' } })).rejects.toMatchObject(wrong);
    await expect(taking(await begun(), { answers: { 取什么水: '海水' } })).rejects.toMatchObject(wrong);
  });

  test('sees what was filled in, the person only under masks', async () => {
    const draft = await begun();
    const shown = await look(readableCode(draft.code!).toLowerCase());
    expect(shown).toMatchObject({
      id: draft.id,
      itemCode: 'QS-01',
      applicantName: '甲**',
      phone: '138********',
      matter: '从东门取水',
      answers: { 取什么水: '地表水' },
    });
    expect(JSON.stringify(shown)).not.toMatch(/甲某某|13800001234|11010518491231008X/);
  });

  test('takes it in once: the second time tells the number', async () => {
    const draft = await begun();
    const both = await Promise.allSettled([1, 2].map(() => taking(draft, { papers: ['申请书'] })));
    const done = both.filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(1);
    const [mine] = await hall.app.query(
      'select * from case_file where id = (select case_file from case_draft where id = $1)',
      [draft.id],
    );
    expect(mine).toMatchObject({
      state: 'received',
      channel: 'window',
      place: DISTRICT,
      level: 'district',
      matter: '从东门取水',
      answers: { 取什么水: '地表水' },
      received_by: hall.clerk.id,
    });
    expect(mine!['applicant_name']).toMatchObject({ mask: '甲**' });
    const papers = mine!['papers'] as readonly { readonly name: string; readonly state: string }[];
    expect(papers.map(({ state }) => state)).toEqual(['present', 'missing', 'missing']);
    const number = mine!['number'] as string;
    await expect(taking(draft)).rejects.toMatchObject({ code: 'cases.draft-taken', facts: { number } });
    await expect(look(draft.code!)).rejects.toMatchObject({ code: 'cases.draft-taken', facts: { number } });
    const [kept] = await hall.app.query(
      'select state, phone, applicant_name, applicant_id from case_draft where id = $1',
      [draft.id],
    );
    expect(kept).toEqual({ state: 'submitted', phone: null, applicant_name: null, applicant_id: null });
    const [{ n } = {}] = await hall.app.query('select count(*)::int as n from case_file', []);
    expect(n).toBe(1);
  });

  test('a wrong code, another’s code and a place out of reach are one answer', async () => {
    const [draft, other] = [await begun(), await begun()];
    const far = someone('外区窗口员', ['cases.clerk', '110101']);
    const unknown = { code: 'cases.draft-unknown' };
    await expect(look('K7Q29XDM')).rejects.toMatchObject(unknown);
    await expect(look(draft.code!, far)).rejects.toMatchObject(unknown);
    await expect(taking(draft, { code: other.code })).rejects.toMatchObject(unknown);
    await expect(taking(draft, { place: DISTRICT }, village)).rejects.toMatchObject(unknown);
    await expect(taking(draft, {}, hall.decider)).rejects.toMatchObject({ code: 'lib.missing-role' });
  });

  test('one that is over is not taken in, and nothing of the person is kept', async () => {
    const draft = await begun();
    // Begun on 11 May 2020, kept thirty days: the last is 10 June.
    expect(draft.expiresOn).toBe('2020-06-10');
    hall.set('2020-06-11T09:00+08:00');
    await expect(look(draft.code!)).rejects.toMatchObject({ code: 'cases.draft-over' });
    await expect(taking(draft)).rejects.toMatchObject({ code: 'cases.draft-over' });
    await expireLoop.run(hall.app);
    const [row] = await hall.app.query('select state, phone, applicant_name from case_draft where id = $1', [
      draft.id,
    ]);
    expect(row).toEqual({ state: 'expired', phone: null, applicant_name: null });
    await expect(look(draft.code!)).rejects.toMatchObject({ code: 'cases.draft-over' });
    hall.set('2020-05-11T09:00+08:00');
  });

  test('so many tries a clerk, whatever code', async () => {
    const guesser = someone('乱试的', ['cases.clerk', DISTRICT]);
    const codes = Array.from({ length: 30 }, (_, n) => `K7Q29X${String(n + 22).replace(/[01]/g, 'Z')}`);
    const tried = [];
    for (const code of codes)
      tried.push(await look(code, guesser).catch((fault: { code: string }) => fault.code));
    expect(new Set(tried)).toEqual(new Set(['cases.draft-unknown']));
    const { code } = await begun();
    await expect(look(code!, guesser)).rejects.toMatchObject({ code: 'cases.draft-too-many' });
  });
});
