import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { SYSTEM, type Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await runReactions(hall.app);
  await hall.offer('SL-01', waterPermit);
  await hall.offer('SL-02', {
    ...waterPermit,
    name: '河道采砂许可',
  });
});
afterAll(() => hall.close());

const keep = async (name: string, input: object, id?: string): Promise<string> =>
  (await hall.act(hall.editor, name, input as never, id)).row.id;
const apply = async (item = 'SL-01', more = {}): Promise<string> =>
  (await hall.act(hall.clerk, 'case-file.apply', application(item, more))).row.id;
const accepted = async (item = 'SL-01'): Promise<string> => {
  const id = await apply(item);
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};
const grant = (id: string, by = hall.decider) => hall.act(by, 'case-file.grant', {}, id);
/** Somebody with an account, and the rights of one desk in the department. */
async function employed(account: string, name: string, role = 'cases.decider'): Promise<Person> {
  const { row } = await hall.act(SYSTEM, 'account.create', { account, name });
  return { ...someone(name, [role, hall.unit(WATER)]), id: row.id };
}
let given = 0;
const issue = (id: string, more = {}) => {
  given += 1;
  return hall.act(hall.sealer, 'case-file.issue', { resultNumber: `君水许〔2020〕${given}号`, ...more }, id);
};
const refusedAs = (code: string, facts = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) as object }) as Error;

test('a department of which no letter and no seal was recorded works as before', async () => {
  const id = await accepted();
  await grant(id);
  expect((await issue(id)).row).toMatchObject({ state: 'issued', seal: null });
});

test('once there is a letter, only what it covers on the day is decided at the hall, and by whom it names', async () => {
  const [chief, deputy] = [await employed('jia', '股长甲'), await employed('yi', '股长乙')];
  const section = await keep('approval-section.establish', {
    organisation: hall.unit(WATER),
    isAtHall: true,
    establishedOn: '2020-01-02',
  });
  await keep('approval-section.name-chief', { chief: '股长甲' }, section);
  const letter = {
    section,
    account: 'jia',
    coversAll: false,
    items: ['SL-01'],
    document: '授权书〔2020〕1号',
  };
  await keep('authority-letter.grant', { ...letter, startsOn: '2020-05-12', endsOn: '2020-05-13' });
  const [first, second] = [await accepted(), await accepted()];
  const other = await accepted('SL-02');
  // The day before it begins, its first and last day, the day after; another item on a day it is in force.
  await expect(grant(first, chief)).rejects.toEqual(refusedAs('cases.no-letter', { on: '2020年5月11日' }));
  hall.set('2020-05-12T09:00+08:00');
  const notHe = refusedAs('cases.not-the-chief', { department: WATER, chief: '股长甲' });
  await expect(grant(first, deputy)).rejects.toEqual(notHe);
  const why = { reason: '水资源论证不能成立' };
  const asks = { ...why, basis: '水法第四十八条', noticeNumber: '告〔2020〕1号' };
  const suspending = (id: string) =>
    hall.act(
      hall.approverOf(WATER),
      'case-file.ask-suspension',
      { ...asks, ground: 'force-majeure', condition: '汛期结束' },
      id,
    );
  await suspending(first);
  for (const [verb, input] of [
    ['refuse', why],
    ['suspend', {}],
    ['terminate', { ...why, ground: 'object-gone' }],
  ] as const)
    await expect(hall.act(deputy, `case-file.${verb}`, input, first)).rejects.toEqual(notHe);
  expect((await grant(first, chief)).row.state).toBe('granted');
  const ground = { reason: '以欺骗手段取得', basis: '行政许可法第六十九条' };
  await hall.act(hall.head, 'case-file.ask-revocation', ground, first);
  await expect(hall.act(deputy, 'case-file.revoke', {}, first)).rejects.toEqual(notHe);
  // Who granted it does not revoke it; the head needs no letter, and another asks then.
  await expect(hall.act(chief, 'case-file.revoke', {}, first)).rejects.toEqual(
    refusedAs('cases.same-person'),
  );
  await hall.act(chief, 'case-file.decline-revocation', why, first);
  expect((await hall.revoke(first, ground)).row.state).toBe('revoked');
  await expect(grant(other, chief)).rejects.toEqual(refusedAs('cases.no-letter', { item: '河道采砂许可' }));
  hall.set('2020-05-14T09:00+08:00');
  await suspending(second);
  for (const verb of ['grant', 'refuse', 'suspend'])
    await expect(hall.act(chief, `case-file.${verb}`, verb === 'refuse' ? why : {}, second)).rejects.toEqual(
      refusedAs('cases.no-letter'),
    );
  await keep('authority-letter.grant', { ...letter, coversAll: true, items: [], startsOn: '2020-05-14' });
  await hall.act(chief, 'case-file.suspend', {}, second);
  await hall.act(deputy, 'case-file.resume', why, second);
  await grant(second, chief);
  await grant(other, chief);
});

test('a letter from before accounts were named counts by its department, until it is linked; the head needs none', async () => {
  const head = await employed('ju', '局长丙', 'cases.head');
  const [section] = await hall.app.query(`select id from approval_section where state = 'active'`, []);
  await keep('approval-section.name-chief', { chief: '股长乙' }, section!['id'] as string);
  const { row } = await hall.act(SYSTEM, 'authority-letter.record', {
    section: section!['id'],
    coversAll: true,
    startsOn: '2020-05-14',
    document: '授权书〔2019〕1号',
  });
  const [first, second, third] = [await accepted(), await accepted(), await accepted()];
  expect((await grant(first)).row.state).toBe('granted');
  await keep('authority-letter.link', { account: 'yi' }, row.id);
  await expect(grant(second)).rejects.toEqual(refusedAs('cases.not-the-chief', { chief: '股长乙' }));
  const gone = { ground: 'object-gone', reason: '取水口已经收回' };
  const asked = { ...gone, basis: '水法第四十八条', noticeNumber: '告〔2020〕2号' };
  await hall.act(hall.approverOf(WATER), 'case-file.ask-termination', asked, third);
  const ended = await hall.act(head, 'case-file.terminate', gone, third);
  expect(ended.row.state).toBe('terminated');
  // For what follows: a letter that binds nobody by name.
  await keep('authority-letter.revoke', { reason: '重新授权' }, row.id);
  await hall.act(SYSTEM, 'authority-letter.record', {
    section: section!['id'],
    coversAll: true,
    startsOn: '2020-05-14',
    document: '授权书〔2019〕2号',
  });
});

test('a seal outside its scope is refused; of several that fit one is named', async () => {
  const engrave = (name: string, more: object) =>
    keep('approval-seal.engrave', {
      organisation: hall.unit(WATER),
      name,
      engravedOn: '2020-01-02',
      ...more,
    });
  const sand = await engrave('采砂专用章', { items: ['SL-02'], inUseFrom: '2020-01-03' });
  const [id, other] = [await accepted(), await accepted('SL-02')];
  await grant(id);
  await grant(other);
  await expect(issue(id)).rejects.toEqual(refusedAs('cases.seal-scope', { item: '取水许可' }));
  expect((await issue(other)).row).toMatchObject({ state: 'issued', seal: sand });
  const one = await engrave('行政审批专用章', {});
  await expect(issue(id)).rejects.toEqual(refusedAs('cases.seal-scope')); // engraved, not in use
  await keep('approval-seal.use', { on: '2020-05-14' }, one);
  await expect(issue(id, { seal: sand })).rejects.toEqual(
    refusedAs('cases.other-seal', { names: '行政审批专用章' }),
  );
  const two = await engrave('行政审批专用章（2）', { inUseFrom: '2020-05-14' });
  await expect(issue(id)).rejects.toEqual(
    refusedAs('cases.which-seal', { names: '行政审批专用章、行政审批专用章（2）' }),
  );
  expect((await issue(id, { seal: two })).row).toMatchObject({ state: 'issued', seal: two });
});

test('a window takes what is on its list, is counted by its type, and names who takes the rest', async () => {
  const windows = new Map(
    (
      await hall.app.query(
        `select w.label, w.id from service_window w join site s on s.id = w.site where s.name = '区政务服务大厅'`,
        [],
      )
    ).map(({ label, id }) => [label as string, id as string]),
  );
  const assign = (label: string, more: object) =>
    keep('window-list.assign', { window: windows.get(label), startsOn: '2020-05-01', ...more });
  await assign('A01', { kind: 'undifferentiated', items: ['SL-02'] });
  await expect(apply('SL-01', { window: windows.get('A01') })).rejects.toEqual(
    refusedAs('cases.not-this-window', { where: '没有窗口的受理清单包含该事项，请联系大厅管理员' }),
  );
  await assign('B01', { kind: 'department', departments: [hall.unit(WATER)] });
  await expect(apply('SL-01', { window: windows.get('A01') })).rejects.toEqual(
    refusedAs('cases.not-this-window', { where: expect.stringMatching(/^请到B01 .*办理$/) as string }),
  );
  const { row } = await hall.act(
    hall.clerk,
    'case-file.apply',
    application('SL-02', { window: windows.get('A01') }),
  );
  expect(row).toMatchObject({ windowType: 'undifferentiated', windowId: windows.get('A01') });
  // By type alone, the place has such a window that takes it; a window stands where it stands.
  const typed = (kind: string) => apply('SL-02', { windowType: kind });
  expect(await typed('undifferentiated')).toEqual(expect.any(String));
  await expect(typed('engineering')).rejects.toEqual(refusedAs('cases.no-such-window'));
  await expect(apply('SL-02', { window: windows.get('A01'), place: '430611101' })).rejects.toEqual(
    refusedAs('cases.window-elsewhere'),
  );
  // A window without a list takes what it always took.
  expect(await apply('SL-01', { window: windows.get('A02') })).toEqual(expect.any(String));
});

test('a holiday announced late moves the day of the one notice and the day of the correction', async () => {
  hall.set('2020-06-10T09:00+08:00');
  const [told, untold] = [await apply(), await apply()];
  const gaps = [{ paper: '水资源论证报告', what: '未提交' }];
  await hall.act(hall.clerk, 'case-file.ask-correction', { gaps }, told);
  const daysOf = async (id: string) =>
    (await hall.app.query('select tell_by_at, correct_by::text from case_file where id = $1', [id]))[0];
  // From Wednesday 10 June: five working days end on the 17th; fifteen on 2 July (25 and 26 off, 28 worked).
  expect(await daysOf(untold)).toMatchObject({ tell_by_at: '2020-06-17T09:00:00.000Z' });
  expect(await daysOf(told)).toEqual({ tell_by_at: null, correct_by: '2020-07-02' });
  await hall.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于抗旱期间调休的通知',
    change: '延长',
    source: '区人民政府网站',
    days: [{ on: '2020-06-12', kind: '放假', name: '调休' }],
  });
  await runReactions(hall.app);
  expect(await daysOf(untold)).toMatchObject({ tell_by_at: '2020-06-18T09:00:00.000Z' });
  expect(await daysOf(told)).toEqual({ tell_by_at: null, correct_by: '2020-07-03' });
});
