import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mandate } from '#applicants/index.ts';
import { WANG } from '#applicants/testing/office.ts';
import { bareMaterial } from '#catalogue/index.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT, application, PAPERS, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import type { CaseFile } from './case-file.ts';
import { isMandate } from './on-behalf.ts';

const WHO = '是否由他人代办';
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('DB-01', waterPermit);
  await hall.offer('DB-02', {
    ...waterPermit,
    name: '取水许可延续',
    situations: [{ question: WHO, choices: ['是', '否'] }],
    materials: [
      ...waterPermit.materials!,
      { ...bareMaterial('授权委托书'), copies: 1, when: [{ question: WHO, oneOf: ['是'] }] },
    ],
  });
});
afterAll(() => hall.close());

const act = async (name: string, input: object, id?: string): Promise<CaseFile> =>
  (await hall.act(hall.clerk, `case-file.${name}`, input as never, id)).row as CaseFile;
const mandateOf = ({ papers }: CaseFile) => papers.find(({ name }) => isMandate(name));
const AGENT = { agentName: '赵某' };

describe('for another at the counter (行政许可法 29)', () => {
  test('an item that says nothing of it asks for the mandate besides, and is accepted with it alone', async () => {
    const mine = await act('apply', application('DB-01', AGENT));
    expect(mandateOf(mine)).toMatchObject({ name: '授权委托书', isMain: true, state: 'missing' });
    const lacks = { code: 'cases.papers-missing', facts: { names: '授权委托书' } };
    await expect(act('accept', {}, mine.id)).rejects.toMatchObject(lacks);
    await act('add-papers', { papers: ['授权委托书'] }, mine.id);
    expect(await act('accept', {}, mine.id)).toMatchObject({ state: 'accepted', isOnBehalf: true });
    expect(mandateOf(await act('apply', application('DB-01')))).toBeUndefined();
  });

  test('an item with a paper for it asks for that one, whatever was answered', async () => {
    const said = { ...AGENT, answers: { [WHO]: '否' } };
    const mine = await act('apply', application('DB-02', said));
    expect(mine.papers.filter(({ name }) => isMandate(name))).toMatchObject([{ state: 'missing' }]);
    await expect(act('accept', {}, mine.id)).rejects.toMatchObject({ code: 'cases.papers-missing' });
    const whole = { ...said, papers: [...PAPERS, '授权委托书'] };
    const { id } = await act('apply', application('DB-02', whole));
    expect(await act('accept', {}, id)).toMatchObject({ state: 'accepted' });
    const own = await act('apply', application('DB-02', { answers: { [WHO]: '否' } }));
    expect(mandateOf(own)).toMatchObject({ state: 'waived' });
  });

  test('one thing asks for it once, in all its cases', async () => {
    const items = [
      { code: 'DB-01', stage: 1 },
      { code: 'DB-02', stage: 1 },
    ];
    const plan = { name: '取水一件事', items, place: DISTRICT, isJoint: false };
    const { row: theme } = await hall.act(hall.editor, 'theme.draft', plan);
    await hall.act(hall.editor, 'theme.publish', {}, theme.id);
    const { item: _, ...said } = application('', { ...AGENT, answers: { [WHO]: '否' } });
    const apply = async (papers: readonly string[]) => {
      const { row } = await hall.act(hall.clerk, 'bundle.apply', { ...said, theme: theme.id, papers });
      const found = await hall.app.query('select papers from case_file where bundle = $1', [row.id]);
      const mandates = (found as readonly unknown[] as readonly CaseFile[]).map(mandateOf);
      return { row: row as unknown as CaseFile, mandates };
    };
    const bare = await apply([...PAPERS]);
    expect(bare.row.papers.filter(({ name }) => isMandate(name))).toMatchObject([{ state: 'missing' }]);
    expect(bare.mandates).toMatchObject([{ state: 'missing' }, { state: 'missing' }]);
    const whole = await apply([...PAPERS, '授权委托书']);
    expect(whole.mandates).toMatchObject([{ state: 'present' }, { state: 'present' }]);
  });

  test('a clerk who is the registered helper names the mandate, and nobody else’s or another applicant’s will do', async () => {
    const registrar = someone('登记员', ['applicants.registrar', '']);
    const register = async (who: object): Promise<string> =>
      (await hall.act(registrar, 'applicant.register', { ...who, isDocumentSeen: true } as never)).row.id;
    const administrator = someone('管理员', ['people.administrator', '']);
    const staff = async (account: string): Promise<string> =>
      (await hall.act(administrator, 'account.create', { account, name: '帮代办员' })).row.id;
    const [helper, other] = [await staff('helper'), await staff('other')];
    const clerk = { ...hall.clerk, id: helper };
    const given = async (principal: string, more = {}): Promise<Mandate> => {
      const terms = {
        extent: 'listed',
        items: ['DB-01'],
        acts: ['apply'],
        startsOn: '2020-05-11',
        endsOn: '2020-05-20',
      };
      const input = { principal, helper, ...terms, ...more };
      return (await hall.act(registrar, 'mandate.give-at-counter', input as never)).row as Mandate;
    };
    const { applicant } = application('DB-01') as { readonly applicant: { readonly idNumber: string } };
    const own = { name: '甲某', identityKind: 'resident', identity: applicant.idNumber };
    const [principal, stranger] = [await register(own), await register(WANG)];
    const apply = async (number: string, item = 'DB-01') =>
      (await hall.act(clerk, 'case-file.apply', application(item, { mandate: number }))).row as CaseFile;
    const { id, number } = await given(principal);
    const mine = await apply(number);
    expect(mine).toMatchObject({ isOnBehalf: true, mandate: id, applicant: principal });
    expect(mandateOf(mine)).toMatchObject({ state: 'waived', because: `已登记委托（${number}），不用再交` });
    expect(await act('accept', {}, mine.id)).toMatchObject({ state: 'accepted' });
    const refused = { code: 'cases.no-mandate' };
    await expect(apply(number, 'DB-02')).rejects.toMatchObject(refused);
    await expect(apply('WT0000000000')).rejects.toMatchObject(refused);
    await expect(apply((await given(stranger)).number)).rejects.toMatchObject(refused);
    const others = await given(principal, { helper: other });
    await expect(apply(others.number)).rejects.toMatchObject(refused);
  });
});
