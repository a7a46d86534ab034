/* 不予决定书: a refusal is a paper of its applicant's, as a certificate is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writtenPaper } from '#cases/index.ts';
import { caseFile, type CaseFile } from '#cases/file/case-file.ts';
import { waterPermit } from '#cases/testing/hall.ts';
import { attachmentStore, fileNameOf } from '#documents/index.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import { someone } from '#lib/testing/app.ts';
import { minePages } from '../mine/routes.ts';
import { draftAt, li } from '../testing/applying.ts';
import { citizensSite, type Site } from '../testing/site.ts';
import { casePages } from './routes.ts';

let site: Site;
beforeAll(async () => {
  const none = { notice: () => Promise.resolve(null) };
  site = await citizensSite((server, app) => {
    casePages(server, app, none);
    minePages(server, app, none);
  });
  const onlineAddress = 'http://a.gov.cn/items/QS-01';
  await site.offer('QS-01', { ...waterPermit, isOnline: true, onlineAddress, materials: [] });
});
afterAll(() => site.close());

test('refused, the applicant finds the scan of the decision on their page once it is handed out electronically', async () => {
  const one = await site.signedIn(li);
  const draft = draftAt((await one.post('/items/QS-01/apply', { key: 'r'.repeat(22) })).at);
  const number = /BJ\d{10}/.exec((await one.post(`${draft}/submit`, { sure: 'on' })).text)![0];
  const [row] = await site.app.query('select id from case_file where number = $1', [number]);
  const subject = row!['id'] as string;
  const act = (verb: string, input: object, by = site.clerk) =>
    site.act(by, `case-file.${verb}`, input as never, subject);
  await act('receive', {});
  await act('accept', {});
  await act('refuse', { reason: '取水点在禁采区内' }, site.decider);
  const bytes = Buffer.from('%PDF-1.4 refusal');
  await attachmentStore(site.app).put(bytes);
  const scan = { kind: 'pdf', mediaType: 'application/pdf', size: bytes.length, sha256: fileNameOf(bytes) };
  const file = { ...scan, name: '不予许可决定书.pdf', subjectNoun: 'case-file', subject };
  await site.act(someone('窗口员', ['people.staff']), 'attachment.attach', file as never);
  await act('keep-result', {});
  const link = '下载不予决定书（扫描件）';
  expect((await one.go(`/mine/cases/${number}`)).text).not.toContain(link);
  await act('deliver', { way: 'electronic', proof: '我的办件' });
  const page = (await one.go(`/mine/cases/${number}`)).text;
  const href = new RegExp(`href="(/mine/cases/${number}/files/[^"]+)">${link}`).exec(page)?.[1];
  const got = await one.ask(href!);
  expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes);
});

test('what is written of the applicant they read in full on their page and notice; by number it stays covered', async () => {
  const one = await site.signedIn({
    ...li,
    sub: 'ouyang',
    name: '欧阳大海',
    id_number: '430611189001011240',
  });
  const draft = draftAt((await one.post('/items/QS-01/apply', { key: 'o'.repeat(22) })).at);
  const number = /BJ\d{10}/.exec((await one.post(`${draft}/submit`, { sure: 'on' })).text)![0];
  const [row] = await site.app.query('select id from case_file where number = $1', [number]);
  const id = row!['id'] as string;
  const act = async (verb: string, input: object, by = site.clerk) =>
    (await site.act(by, `case-file.${verb}`, input as never, id)).row as unknown as {
      readonly reason: string;
    };
  await act('receive', {});
  await act('accept', {});
  const whole = '欧阳大海的取水点在禁采区内';
  const { reason } = await act('refuse', { reason: whole }, site.decider);
  expect(reason).toBe('某某的取水点在禁采区内');
  const page = await one.go(`/mine/cases/${number}`);
  expect(page.text).toContain(whole);
  const notice = await one.ask(`/mine/cases/${number}/papers/refusal.html`);
  expect(await notice.text()).toContain(whole);
  // The same paper looked at by staff says no more than the name above it.
  const file = { file: 'refusal.html', site: undefined, isServed: false };
  const [mine] = await site.app.query(selectRows(caseFile, 'where r.id = $1'), [id]);
  const { bytes } = await writtenPaper(site.app, readRow(caseFile, mine!) as CaseFile, file);
  expect([bytes.includes(whole), bytes.includes(reason)]).toEqual([false, true]);
});
