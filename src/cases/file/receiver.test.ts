import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

let count = 0;
async function issued(): Promise<string> {
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row;
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  await hall.act(hall.decider, 'case-file.grant', {}, id);
  count += 1;
  await hall.act(hall.sealer, 'case-file.issue', { resultNumber: `君水许〔2020〕${count}号` }, id);
  return id;
}
const deliver = async (id: string, input: Readonly<Record<string, unknown>>) =>
  (await hall.act(hall.clerk, 'case-file.deliver', input, id)).row;

test('over a counter a result goes to its applicant, or to whom a sheet with the case lets fetch it, and to no stranger', async () => {
  const id = await issued();
  const stranger = { way: 'counter', proof: '路人乙' };
  await expect(deliver(id, stranger)).rejects.toMatchObject({ code: 'cases.receiver-unknown' });
  // No mandate of that number.
  await expect(deliver(id, { ...stranger, mandate: 'WT2020000009' })).rejects.toMatchObject({
    code: 'cases.receiver-unknown',
  });
  const sheet = '代领委托书.pdf';
  await expect(deliver(id, { ...stranger, sheet })).rejects.toMatchObject({ code: 'cases.no-sheet' });
  const file = { kind: 'pdf', mediaType: 'application/pdf', size: 1, sha256: 'b'.repeat(64) };
  const of = { subjectNoun: 'case-file', subject: id };
  const clerk = someone('窗口员', ['people.staff']);
  await hall.act(clerk, 'attachment.attach', { name: sheet, ...file, ...of });
  expect(await deliver(id, { ...stranger, sheet })).toMatchObject({ state: 'completed' });
  expect(await deliver(await issued(), { way: 'counter', proof: '甲 某签收' })).toMatchObject({
    state: 'completed',
  });
  expect(await deliver(await issued(), { way: 'counter', proof: '本人签收' })).toMatchObject({
    state: 'completed',
  });
});

test('nothing is handed out electronically that nobody could see', async () => {
  const id = await issued();
  await expect(deliver(id, { way: 'electronic', proof: '已下载' })).rejects.toMatchObject({
    code: 'cases.not-electronic',
  });
  expect(await deliver(id, { way: 'post', proof: 'EMS1' })).toMatchObject({ state: 'completed' });
});
