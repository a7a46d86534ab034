import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import type { CaseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
let head: Person;
beforeAll(async () => {
  hall = await serviceHall();
  head = someone('局长', ['cases.head', hall.unit(WATER)]);
  await hall.offer('QS-01', waterPermit);
  await hall.offer('QS-02', {
    ...waterPermit,
    name: '取水许可延续',
    promisedLimit: { days: 20, unit: 'working' },
  });
  await hall.offer('QS-03', {
    ...waterPermit,
    name: '水利工程验收确认',
    type: 'confirmation',
    basicCode: '430719001000',
    implementingCode: '11000000000000000U4430719001000',
  });
});
afterAll(() => hall.close());

const accepted = async (item: string) => {
  hall.set('2020-05-11T09:00+08:00');
  const { id } = (await hall.act(hall.clerk, 'case-file.apply', application(item))).row;
  return (await hall.act(hall.clerk, 'case-file.accept', {}, id)).row as CaseFile;
};
const ask = (id: string, days = 10, by = hall.decider) =>
  hall.act(by, 'case-file.ask-extension', { days, reason: '须等上游来水资料' }, id);
const told = { reason: '上游来水资料须实测一个水文周期', noticeNumber: '君水延告〔2020〕1号' };
const grant = (id: string, by = head) => hall.act(by, 'case-file.grant-extension', told, id);
const refused = (code: string) => ({ code: `cases.${code}` });

describe('an extension (行政许可法 42)', () => {
  test('ten days more, once, by the head and not by who asked; a shorter promise stays what it was', async () => {
    const { id } = await accepted('QS-01');
    await expect(ask(id, 11)).rejects.toMatchObject(refused('extension-too-long'));
    expect((await ask(id)).row).toMatchObject({ askedExtension: { days: 10, askedBy: hall.decider.id } });
    await expect(ask(id)).rejects.toMatchObject(refused('extension-pending'));
    await expect(grant(id, { ...head, id: hall.decider.id })).rejects.toMatchObject(
      refused('own-application'),
    );
    const granted = (await grant(id)).row as CaseFile;
    // 8 June, then 9–12, 15–19, 22 June
    expect(granted).toMatchObject({
      legalDueAt: '2020-06-22T09:00:00.000Z',
      promisedDueAt: '2020-05-25T09:00:00.000Z',
      askedExtension: null,
      extendedAt: '2020-05-11T01:00:00.000Z',
      extensionNotice: told.noticeNumber,
    });
    expect(granted.legalDueBecause).toContainEqual(
      expect.objectContaining({ kind: 'extended', amount: 10, reason: told.reason }),
    );
    await expect(ask(id, 1)).rejects.toMatchObject(refused('extended-once'));
  });

  test('a promise that only repeats the statutory limit moves with it', async () => {
    const { id } = await accepted('QS-02');
    await ask(id, 3, hall.approverOf(WATER));
    // 8 June, then 9–11 June
    expect((await grant(id)).row).toMatchObject({
      legalDueAt: '2020-06-11T09:00:00.000Z',
      promisedDueAt: '2020-06-11T09:00:00.000Z',
    });
  });

  test('declined, the limit stands and may be asked about again until it is over', async () => {
    const { id } = await accepted('QS-01');
    hall.set('2020-06-08T17:00+08:00');
    await ask(id, 5);
    const no = { reason: '资料已齐' };
    expect((await hall.act(head, 'case-file.decline-extension', no, id)).row).toMatchObject({
      askedExtension: null,
      extendedAt: null,
      legalDueAt: '2020-06-08T09:00:00.000Z',
    });
    await ask(id, 5);
    hall.set('2020-06-08T17:01+08:00');
    await expect(grant(id)).rejects.toMatchObject(refused('extension-too-late'));
    await hall.act(head, 'case-file.decline-extension', no, id);
    await expect(ask(id, 5)).rejects.toMatchObject(refused('extension-too-late'));
  });

  test('what is no licence is lengthened as the place has set', async () => {
    hall.set('2020-05-11T09:00+08:00');
    const administrator = someone('管理员', ['system.administrator']);
    const value = { ...caseRules.initial, otherExtensionDays: 5 };
    await hall.act(administrator, 'setting.change', { name: caseRules.name, value, basis: '本地规定' });
    const { id } = await accepted('QS-03');
    await expect(ask(id, 6)).rejects.toMatchObject(refused('extension-too-long'));
    expect((await ask(id, 5)).row).toMatchObject({ askedExtension: { days: 5 } });
  });
});
