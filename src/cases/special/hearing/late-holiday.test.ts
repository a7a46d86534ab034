/* 2020's Spring Festival, lengthened on 27 January: the five days to ask and the twenty to hold move with it. */
import { afterAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { application, serviceHall, waterPermit } from '../../testing/hall.ts';

const hall = await serviceHall('2020-01-22T09:00+08:00');
afterAll(() => hall.close());

test('a holiday announced late moves the last day to ask and the last to hold; nothing is decided before the new one', async () => {
  await runReactions(hall.app);
  await hall.offer('QS-01', waterPermit);
  const accepted = async (n: number): Promise<string> => {
    const { id } = (await hall.act(hall.clerk, 'case-file.apply', application('QS-01'))).row;
    await hall.act(hall.clerk, 'case-file.accept', {}, id);
    const told = { ground: 'law', reason: '取水影响下游', noticeNumber: `君水听〔2020〕${n}号` };
    await hall.act(hall.decider, 'case-file.tell-hearing-right', told, id);
    return id;
  };
  const of = async (id: string) =>
    (
      await hall.app.query(
        `select h.id, h.ask_by, c.hearing_due_at from hearing h join case_file c on c.id = h.case_id
          where c.id = $1`,
        [id],
      )
    )[0]!;
  const [silent, asking] = [await accepted(1), await accepted(2)];
  await hall.act(hall.clerk, 'hearing.ask', { who: 'applicant' }, (await of(asking))['id'] as string);
  // 23 January 1, 31 January 2, Saturday 1 February (worked) 3, 3 and 4 February
  expect(await of(silent)).toMatchObject({ ask_by: '2020-02-04', hearing_due_at: null });
  // … 3–7 –8, 10–14 –13, 17–21 –18, 24 and 25 February
  expect(await of(asking)).toMatchObject({ hearing_due_at: '2020-02-25T09:00:00.000Z' });

  hall.set('2020-01-27T08:00+08:00');
  await hall.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于延长2020年春节假期的通知',
    change: '延长',
    source: '国务院办公厅网站',
    days: ['2020-01-31', '2020-02-01', '2020-02-02'].map((on) => ({ on, kind: '放假', name: '春节' })),
  });
  await runReactions(hall.app);
  // 23 January 1, 3–6 February; … 3–7 –6, 10–14 –11, 17–21 –16, 24–27 –20
  expect(await of(silent)).toMatchObject({ ask_by: '2020-02-06' });
  expect(await of(asking)).toMatchObject({ hearing_due_at: '2020-02-27T09:00:00.000Z' });
  const grant = () => hall.act(hall.decider, 'case-file.grant', {}, silent);
  hall.set('2020-02-06T17:30+08:00');
  await expect(grant()).rejects.toMatchObject({ code: 'cases.hearing-may-be-asked' });
  hall.set('2020-02-07T09:00+08:00');
  expect((await grant()).row).toMatchObject({ state: 'granted' });
});
