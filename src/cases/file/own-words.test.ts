/* What people say of themselves in a case is not read in passing: not in lists, not in the ledger, not by who oversees. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicRow } from '#lib/action/engine/answer.ts';
import type { CaseDraft } from '../online/case-draft.ts';
import { application, DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { caseFile, type CaseFile } from './case-file.ts';

const SAID = '我叫王小明，身份证430611198502284567，电话13812345678，修建引水渠';
const SHOWN = '我叫某某，身份证***，电话***，修建引水渠';
const TELLING = /王小明|430611198502284567|13812345678/;
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const ledger = async (): Promise<string> =>
  JSON.stringify(
    await hall.app.query(
      'select e.details, e.changes, p.text from ledger_entry e left join ledger_prose p on p.entry = e.id',
      [],
    ),
  );
const clearIn = async (table: string): Promise<string> =>
  JSON.stringify(await hall.app.query(`select * from ${table}`, []));

test('the matter and the signature are sealed; who has to do with the case may read them for a reason', async () => {
  const { row } = await hall.act(
    hall.clerk,
    'case-file.apply',
    application('QS-01', {
      matter: SAID,
      applicant: { name: '王小明', idNumber: '11010518491231008X', phone: '13800001234' },
    }),
  );
  const { id } = row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  await hall.act(hall.decider, 'case-file.grant', {}, id);
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '君水许〔2020〕9号' }, id);
  const proof = '王小明 13812345678';
  const done = (await hall.act(hall.clerk, 'case-file.deliver', { way: 'counter', proof }, id))
    .row as CaseFile;
  const shown = publicRow(caseFile, done);
  expect(shown).toMatchObject({ matter: SHOWN, matterWhole: '***', delivery: { way: 'counter' } });
  expect(shown['deliveredTo']).toMatch(/^王\*+$/);
  for (const text of [JSON.stringify(shown), await ledger(), await clearIn('case_file')])
    expect(text).not.toMatch(TELLING);
  for (const field of ['matterWhole', 'deliveredTo']) {
    const unmask = { field, reason: '核对签收情况' };
    await hall.act(hall.clerk, 'case-file.unmask', unmask, id);
    await expect(hall.act(hall.inspector, 'case-file.unmask', unmask, id)).rejects.toMatchObject({
      code: 'lib.missing-role',
    });
  }
});

test('a draft keeps the whole sealed until it is taken in, and the case has it after', async () => {
  const draft = (
    await hall.act(hall.clerk, 'case-draft.begin-for', {
      item: 'QS-01',
      place: DISTRICT,
      applicant: { name: '甲某某', idNumber: '11010518491231008X', phone: '13800001234' },
      matter: SAID,
    })
  ).row as CaseDraft;
  expect(draft.matter).toBe(SHOWN);
  // The page of the counter sends back the covered words that it showed.
  await hall.act(
    hall.clerk,
    'case-draft.take-in',
    { code: draft.code, place: DISTRICT, matter: SHOWN },
    draft.id,
  );
  const [mine] = await hall.app.query(
    "select c.matter, c.matter_whole as whole, k.wrapped from case_file c join personal_key k on k.owner = c.id and k.id::text = c.matter_whole ->> 'key' where c.id = (select case_file from case_draft where id = $1)",
    [draft.id],
  );
  expect(mine!['matter']).toBe(SHOWN);
  expect(hall.app.suite.open(mine!['whole'] as never, mine!['wrapped'] as string)).toBe(SAID);
  const [kept] = await hall.app.query('select matter_whole from case_draft where id = $1', [draft.id]);
  expect(kept).toEqual({ matter_whole: null });
  expect(await ledger()).not.toMatch(TELLING);
});
