/* The result as a file: laid with the case by the office, kept by whoever applied once it is handed out. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachmentStore, fileNameOf } from '#documents/index.ts';
import { withClient } from '#lib/db/index.ts';
import { LI, WANG } from '#applicants/testing/office.ts';
import { someone } from '#lib/testing/app.ts';
import type { CaseFile } from '../file/case-file.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import { ownFile } from './own-files.ts';
import { getOwnRow, readOwnCase } from './views/own-cases.ts';

const SCAN = Buffer.from('%PDF-1.4 result');
let hall: Hall;
let [OWNER, AGENT] = ['', ''];
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  const registrar = someone('登记员', ['applicants.registrar', '']);
  const registered = async (who: typeof LI | typeof WANG) =>
    (await hall.act(registrar, 'applicant.register', { ...who, isDocumentSeen: true }, undefined)).row.id;
  [OWNER, AGENT] = [await registered(LI), await registered(WANG)];
});
afterAll(() => hall.close());

const byHand = (sql: string, values: readonly unknown[]): Promise<unknown> =>
  withClient(hall.app.database, { as: 'owner' }, (client) => client.query(sql, [...values]));
async function laid(subject: string, name: string, bytes = SCAN): Promise<string> {
  const sha256 = fileNameOf(bytes);
  await attachmentStore(hall.app).put(bytes);
  const input = { name, kind: 'pdf', mediaType: 'application/pdf', size: bytes.length, sha256 };
  const of = { subjectNoun: 'case-file', subject };
  const uploader = someone('窗口员', ['people.staff']);
  return (await hall.act(uploader, 'attachment.attach', { ...input, ...of }, undefined)).row.id;
}
const keep = (id: string, input = {}) => hall.act(hall.sealer, 'case-file.keep-result', input, id);

test('the applicant keeps the scan of the result from the day it is handed out until it is revoked', async () => {
  const applied = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row as CaseFile;
  const { id, number } = applied;
  await byHand('update case_file set applicant = $1 where id = $2', [OWNER, id]);
  await laid(id, '申请书.pdf');
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  hall.later(1);
  await hall.act(hall.decider, 'case-file.grant', {}, id);
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: '君水许〔2020〕1号' }, id);
  // What was handed in before the decision is no result.
  await expect(keep(id)).rejects.toMatchObject({ code: 'cases.result-file-none' });
  const scan = await laid(id, '取水许可证.pdf');
  hall.later(1);
  const other = await laid(id, '现场照片.pdf', Buffer.from('%PDF-1.4 other'));
  const which = { code: 'cases.result-file-which', facts: { names: '取水许可证.pdf、现场照片.pdf' } };
  await expect(keep(id)).rejects.toMatchObject(which);
  expect((await keep(id, { name: '取水许可证.pdf' })).row).toMatchObject({
    state: 'issued',
    resultFile: scan,
  });

  const offered = async (who: string) => (await readOwnCase(hall.app, who, number)).resultFile;
  const got = async (who: string, file: string) =>
    ownFile(hall.app, await getOwnRow(hall.app, who, number), { id: file, who });
  expect(await offered(OWNER)).toBeNull();
  await expect(got(OWNER, scan)).rejects.toMatchObject({ code: 'lib.not-found' });
  await hall.act(hall.clerk, 'case-file.deliver', { way: 'electronic', proof: '甲某' }, id);
  expect(await offered(OWNER)).toBe(scan);
  expect(Buffer.from((await got(OWNER, scan)).bytes)).toEqual(SCAN);
  await expect(got(OWNER, other)).rejects.toMatchObject({ code: 'lib.not-found' });

  // An agent receives it where the mandate says so, and only then.
  const principal = someone('甲某', ['people.applicant', OWNER]);
  const mandate = async (acts: readonly string[]) => {
    const given = { agentName: WANG.name, agentIdentity: WANG.identity, extent: 'all', acts };
    const days = { startsOn: '2020-05-11', endsOn: '2020-05-20' };
    const { row } = await hall.act({ ...principal, id: OWNER }, 'mandate.give', {
      ...given,
      ...days,
    } as never);
    await byHand('update mandate set agent = $1 where id = $2', [AGENT, row.id]);
  };
  await mandate(['supply']);
  expect(await offered(AGENT)).toBeNull();
  await expect(got(AGENT, scan)).rejects.toMatchObject({ code: 'lib.not-found' });
  await mandate(['receive']);
  expect(await offered(AGENT)).toBe(scan);
  await byHand("update case_file set state = 'revoked', revoked_at = now() where id = $1", [id]);
  expect(await offered(OWNER)).toBeNull();
});

test('a refusal is handed out electronically, too: its applicant keeps the scan of the decision', async () => {
  const { id, number } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01')))
    .row as CaseFile;
  await byHand('update case_file set applicant = $1 where id = $2', [OWNER, id]);
  await laid(id, '现场照片.pdf');
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  hall.later(1);
  await hall.act(hall.decider, 'case-file.refuse', { reason: '取水点在禁采区内' }, id);
  const deliver = () =>
    hall.act(hall.clerk, 'case-file.deliver', { way: 'electronic', proof: '网上办事账号' }, id);
  await expect(deliver()).rejects.toMatchObject({ code: 'cases.not-electronic' });
  await expect(keep(id)).rejects.toMatchObject({ code: 'cases.result-file-none' });
  const scan = await laid(id, '不予许可决定书.pdf');
  expect((await keep(id)).row).toMatchObject({ state: 'refused', resultFile: scan });
  const offered = async () => (await readOwnCase(hall.app, OWNER, number)).resultFile;
  expect(await offered()).toBeNull();
  expect((await deliver()).row).toMatchObject({ state: 'completed', delivery: { way: 'electronic' } });
  expect(await offered()).toBe(scan);
  const got = await ownFile(hall.app, await getOwnRow(hall.app, OWNER, number), { id: scan, who: OWNER });
  expect(Buffer.from(got.bytes)).toEqual(SCAN);
});

test('of an item that issues nothing the decision is kept; of one that issues a certificate, not before it is sealed', async () => {
  await hall.offer('QS-02', { ...waterPermit, name: '取水备案', resultType: 'none' });
  const granted = async (item: string): Promise<string> => {
    const { id } = (await hall.act(hall.clerk, 'case-file.apply', application(item))).row;
    await hall.act(hall.clerk, 'case-file.accept', {}, id);
    await hall.act(hall.decider, 'case-file.grant', {}, id);
    await laid(id, '决定书.pdf');
    return id;
  };
  await expect(keep(await granted('QS-01'))).rejects.toMatchObject({ code: 'cases.needs-result' });
  expect((await keep(await granted('QS-02'))).row).toMatchObject({ state: 'granted' });
});
