import { Value } from 'typebox/value';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sentOf } from '#lib/view.ts';
import { CHANNELS } from '../order/words.ts';
import { hotlineOffice, type HotlineOffice } from '../testing/office.ts';
import { FOLLOWING, WRITING } from './attempts.ts';
import { followLetter } from './follow.ts';
import { actOnLetter, deedsOpen, openByTicket, sendLetter } from './mail.ts';
import { publishedLetters } from './views/published.ts';
import { writeLetter } from './write-letter.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());
beforeEach(() => office.later(24 * 60));

const lamp = {
  channel: 'mailbox',
  type: 'help',
  topic: '城乡建设',
  place: '430611',
  title: '路灯三天不亮',
  text: '小区门口的路灯三天没有亮。',
  caller: { name: '甲某', phone: '138-0000-1234' },
};
const PHONE = '13800001234';
let forms = 0;
const send = (more = {}, key = `form-key-0000000000-${++forms}`) =>
  sendLetter(office.app, { input: { ...lamp, ...more }, key, address: '192.0.2.1', entrance: 'portal' });
const follow = (number: string, secret: string, address = '192.0.2.2') =>
  followLetter(office.app, { number, secret, address });
const letters = async () =>
  Number((await office.app.query('select count(*) as n from work_order', []))[0]!['n']);
const orderOf = async (number: string) =>
  (await office.app.query('select * from work_order where number = $1', [number]))[0]!;

const UNIT = '区水利局';
async function answered(more = {}) {
  const sent = await send(more);
  const { id } = await orderOf(sent.number);
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(UNIT) }, id as string);
  const contacted = { at: office.app.now(), how: '电话', withCaller: true };
  await office.act(office.handlerOf(UNIT), 'work-order.reply', { text: '已修好。', contacted }, id as string);
  await office.act(office.dispatcher, 'work-order.approve-reply', {}, id as string);
  return { ...sent, id: id as string };
}
const closed = async (more = {}) => {
  const sent = await answered(more);
  await office.act(office.dispatcher, 'work-order.close', {}, sent.id);
  return sent;
};

describe('writing', () => {
  test('a letter of Tuesday 12 May gets a number and the promise of five working days: 19 May', async () => {
    office.clock.set('2020-05-12T09:00+08:00');
    const sent = await send();
    expect(sent).toEqual({
      number: expect.stringMatching(/^GD2020\d{6}$/),
      promisedOn: '2020-05-19',
      code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/),
    });
  });

  test('the same form twice is one letter; with other words it asks once more', async () => {
    const before = await letters();
    const [first, second] = await Promise.all([
      send({}, 'one-form-key-000000000'),
      send({}, 'one-form-key-000000000'),
    ]);
    expect(second).toEqual(first);
    expect(await letters()).toBe(before + 1);
    await expect(send({ title: '另一件事' }, 'one-form-key-000000000')).rejects.toMatchObject({
      code: 'hotline.letter-sent-before',
    });
  });

  test('emoji and rare characters are kept exactly', async () => {
    const text = '𠮷祥街䶮字号，😀👨‍👩‍👧 路灯\n\n不亮';
    const { number } = await send({ text });
    expect((await orderOf(number))['text']).toBe(text);
  });

  test.each([
    ['a letter of 50,000 characters', { text: '路'.repeat(50_000) }, 'text'],
    ['NUL', { text: '路灯\0不亮' }, 'text'],
    ['half a character', { text: '路灯\ud842不亮' }, 'text'],
    ['a place that is none', { place: '999999' }, 'place'],
    ['a letter without a phone that is not anonymous', { caller: { name: '甲某' } }, 'caller.phone'],
    [
      'a phone too short to ask four digits of',
      { caller: { name: '甲某', phone: '123 4567' } },
      'caller.phone',
    ],
    ['a field nobody asked for', { isUrgent: true }, 'isUrgent'],
  ])('%s is refused at its field, and nothing is kept', async (_what, more, path) => {
    const before = await letters();
    await expect(send(more)).rejects.toMatchObject({ fields: [{ path }] });
    expect(await letters()).toBe(before);
  });

  test.each(['phone', 'city', 'rating', 'app', 'wechat', 'api'])(
    'a letter that claims to have come by the channel %s is refused at the field, and nothing is kept',
    async (channel) => {
      const before = await letters();
      await expect(send({ channel })).rejects.toMatchObject({
        code: 'hotline.letter-other-channel',
        fields: [{ path: 'channel' }],
      });
      expect(await letters()).toBe(before);
    },
  );

  test('write-letter itself takes no channel but those in which the public writes', async () => {
    const code = 'a-digest-of-twenty-letters';
    const asked = (channel: string) => Value.Check(writeLetter.input, { ...lamp, channel, code });
    const taken = Object.keys(CHANNELS).filter(asked);
    expect(taken).toEqual(['mailbox', 'web', 'api']);
  });

  test('one address writes so many letters an hour, then waits', async () => {
    const write = () =>
      sendLetter(office.app, {
        input: {},
        key: 'never-a-letter-0000000',
        address: '198.51.100.9',
        entrance: 'portal',
      });
    for (let n = 0; n < WRITING.address[0]!.most; n++)
      await expect(write()).rejects.toMatchObject({ code: 'lib.shape' });
    await expect(write()).rejects.toMatchObject({ code: 'hotline.letter-too-many' });
  });
});

describe('following', () => {
  test('number and last four digits open it, however they are typed', async () => {
    const { number } = await send();
    const { letter, standing } = await follow(` ${number.toLowerCase()} `, '１２３４');
    expect(letter.title).toBe(lamp.title);
    expect(standing.word).toBe('已收到');
    expect(JSON.stringify(letter)).not.toMatch(/甲|138|路灯三天没有亮/);
  });

  test('a confidential letter is followed all the same, though the order knows no phone', async () => {
    const { number } = await send({ type: 'report' });
    expect((await orderOf(number))['caller_phone']).toBeNull();
    expect((await follow(number, '1234')).letter.number).toBe(number);
  });

  test('an anonymous letter is followed by its code, and by nothing else', async () => {
    const { number, code } = await send({ caller: undefined, isAnonymous: true });
    expect((await follow(number, `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`)).letter.number).toBe(
      number,
    );
    for (const wrong of ['', '****', '0000', 'AAAAAAAA'])
      await expect(follow(number, wrong)).rejects.toMatchObject({ code: 'hotline.letter-not-found' });
  });

  test('a wrong number and wrong digits get the same answer, and both count', async () => {
    const { number } = await send();
    const refusedOf = (n: string, secret: string) => follow(n, secret).catch((error: unknown) => error);
    const [digits, unknown] = [await refusedOf(number, '4321'), await refusedOf('GD2020999999', '1234')];
    expect(digits).toEqual(unknown);
    for (let n = 0; n < FOLLOWING.subject[0]!.most - 1; n++) {
      await refusedOf(number, '0000');
      await refusedOf('GD2020999999', '0000');
    }
    const [lockedReal, lockedForged] = [
      await refusedOf(number, '1234'),
      await refusedOf('GD2020999999', '1234'),
    ];
    expect(lockedReal).toMatchObject({ code: 'hotline.letter-too-many' });
    expect(lockedReal).toEqual(lockedForged);
  });

  test('a refused try does not count: who keeps knocking waits no longer, and is told how long', async () => {
    const { number } = await send();
    for (let n = 0; n < 5; n++) {
      await follow(number, '0000').catch(() => undefined);
      office.later(1);
    }
    const knock = () => follow(number, '1234').catch((error: unknown) => error);
    // The first wrong try is five minutes old: ten of its fifteen are left.
    for (let n = 0; n < 8; n++)
      expect(await knock()).toMatchObject({ facts: { wait: '10 分钟', seconds: 600 } });
    office.later(9);
    expect(await knock()).toMatchObject({ facts: { wait: '1 分钟' } });
    office.later(1);
    expect(await knock()).toMatchObject({ letter: { number } });
  });

  test('a hundred guesses at once count as a hundred', async () => {
    const { number } = await send();
    const guesses = Array.from({ length: 100 }, (_, n) => String(1200 + n).padStart(4, '0'));
    const answers = await Promise.allSettled(
      guesses.map((digits, n) => follow(number, digits, `203.0.113.${n}`)),
    );
    expect(answers.filter((each) => each.status === 'fulfilled').length).toBeLessThanOrEqual(1);
    const looked = answers.filter(
      (each) =>
        each.status === 'rejected' && (each.reason as { code: string }).code === 'hotline.letter-not-found',
    );
    expect(looked.length).toBeLessThanOrEqual(FOLLOWING.subject[0]!.most);
  });

  test('the tries are kept as digests: no number and no address stands there', async () => {
    await follow('GD2020888888', '1234', '203.0.113.250').catch(() => undefined);
    const [row] = await office.app.query(
      'select string_agg(subject || address, $1) as all from letter_attempt',
      [' '],
    );
    expect(row!['all']).not.toMatch(/GD2020|203\.0\.113/);
  });

  test('a ticket holds half an hour, and a forged one never', async () => {
    const { number } = await send();
    const { ticket } = await follow(number, '1234');
    const other = await send();
    const { id } = await orderOf(other.number);
    const forged = ticket.replace(/^[^.]+/, id as string);
    expect(() => openByTicket(office.app, forged)).toThrow(
      expect.objectContaining({ code: 'hotline.letter-expired' }),
    );
    expect((await openByTicket(office.app, ticket)).letter.number).toBe(number);
    office.later(31);
    expect(() => openByTicket(office.app, ticket)).toThrow(
      expect.objectContaining({ code: 'hotline.letter-expired' }),
    );
  });
});

describe('what a unit has answered and nobody has looked over', () => {
  test('is neither shown nor rated; approved it is, sent back it is gone without a trace', async () => {
    const { number } = await send();
    const id = (await orderOf(number))['id'] as string;
    const unit = office.handlerOf(UNIT);
    const contacted = { at: office.app.now(), how: '电话', withCaller: true };
    await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(UNIT) }, id);
    await office.act(unit, 'work-order.reply', { text: '初稿。', contacted }, id);
    const waiting = await follow(number, PHONE);
    expect([waiting.standing.word, waiting.letter.reply, deedsOpen(office.app, waiting)]).toEqual([
      '办理中',
      null,
      [],
    ]);
    const rate = { ticket: waiting.ticket, input: { result: 'satisfied' } };
    await expect(actOnLetter(office.app, 'rate', rate)).rejects.toMatchObject({ code: 'lib.wrong-state' });
    await office.act(office.dispatcher, 'work-order.send-back', { reason: '没有说清楚' }, id);
    expect((await follow(number, PHONE)).letter.reply).toBeNull();
    await office.act(unit, 'work-order.reply', { text: '定稿。', contacted }, id);
    await office.act(office.dispatcher, 'work-order.approve-reply', {}, id);
    const released = await follow(number, PHONE);
    expect([released.standing.word, released.letter.reply]).toEqual(['已答复', '定稿。']);
  });
});

describe('a letter that was merged', () => {
  const STRANGER = { name: '欧阳锋', phone: '13907309999' };
  const merged = async (more = {}) => {
    const [own, other] = [await send(), await send({ caller: STRANGER, ...more })];
    const [from, into] = [await orderOf(own.number), await orderOf(other.number)];
    await office.act(office.dispatcher, 'work-order.merge', { into: into['id'] }, from['id'] as string);
    const look = (secret = PHONE) => follow(own.number, secret);
    return { look, other: other.number, into: into['id'] as string };
  };
  const TEXT = '已电话告知欧阳锋（13907309999）：灯已修好。';
  const answer = async (id: string) =>
    office.act(office.dispatcher, 'work-order.answer-directly', { text: TEXT }, id);

  test('goes the way of the one it went into, and shows its answer without who else asked', async () => {
    const { look, other, into } = await merged();
    const before = await look();
    expect(before.standing).toMatchObject({
      word: '已合并办理',
      note: `与 ${other} 合并办理。该件已收到：正在确定由哪个单位办理`,
    });
    expect([before.letter.reply, before.joint?.standing.word]).toEqual([null, '已收到']);
    await answer(into);
    const after = await look();
    expect(after.joint).toMatchObject({ number: other, reply: '已电话告知欧某某（***）：灯已修好。' });
    expect([after.joint!.standing.word, deedsOpen(office.app, after)]).toEqual(['已答复', []]);
    expect((await look('1234')).joint?.reply).toContain('灯已修好');
  });

  test('merged once more, it is the last one that answers', async () => {
    const { look, into } = await merged();
    const { number } = await send({ caller: STRANGER });
    const last = (await orderOf(number))['id'] as string;
    await office.act(office.dispatcher, 'work-order.merge', { into: last }, into);
    await answer(last);
    expect((await look()).joint).toMatchObject({ number, isKept: false });
  });

  test('of a confidential one nothing is shown but that it is answered', async () => {
    const { look, into } = await merged({ isConfidential: true });
    await answer(into);
    expect((await look()).joint).toMatchObject({ standing: { word: '已答复' }, reply: null, isKept: true });
  });
});

describe('rating and taking back', () => {
  test('an answer is rated once', async () => {
    const { number } = await answered();
    const followed = await follow(number, PHONE);
    expect(deedsOpen(office.app, followed)).toContain('rate');
    const rate = { ticket: followed.ticket, input: { result: 'satisfied', solved: true } };
    const rated = await actOnLetter(office.app, 'rate', rate);
    expect(rated.letter.rating).toBe('satisfied');
    await expect(actOnLetter(office.app, 'rate', rate)).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });

  test('dissatisfied and unsolved goes back to the same unit under a new clock', async () => {
    const { number, id } = await closed();
    const { ticket } = await follow(number, PHONE);
    const { standing } = await actOnLetter(office.app, 'rate', {
      ticket,
      input: { result: 'dissatisfied', solved: false, words: '还是不亮' },
    });
    expect(standing.word).toBe('办理中');
    const [row] = await office.app.query('select state, reopenings, handler from work_order where id = $1', [
      id,
    ]);
    expect(row).toEqual({ state: 'reopened', reopenings: 1, handler: office.unit(UNIT) });
  });

  test('a letter nobody has answered can be taken back, and is due no more', async () => {
    const { number } = await send();
    const { id } = await orderOf(number);
    await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(UNIT) }, id as string);
    const { ticket } = await follow(number, PHONE);
    const { standing } = await actOnLetter(office.app, 'take-back', { ticket, input: {} });
    expect(standing.word).toBe('已撤回');
    expect(await orderOf(number)).toMatchObject({
      state: 'withdrawn',
      outcome: 'withdrawn',
      counted_due_at: null,
    });
  });

  const rate = (ticket: string, more = {}) =>
    actOnLetter(office.app, 'rate', { ticket, input: { result: 'satisfied', ...more } });
  const unmask = (id: string) =>
    office.act(
      office.handlerOf(UNIT),
      'work-order.unmask',
      { field: 'callerPhone', reason: '联系诉求人' },
      id,
    );

  test('the four digits that a list may show rate nothing and take nothing back', async () => {
    const { number } = await answered();
    const { ticket, proof } = await follow(number, '1234');
    expect(proof).toBe('digits');
    for (const deed of ['rate', 'take-back', 'withdraw-consent'] as const)
      await expect(
        actOnLetter(office.app, deed, { ticket, input: { result: 'satisfied' } }),
      ).rejects.toMatchObject({ code: 'hotline.letter-needs-proof' });
    const forged = ticket.replace(/\.digits\./, '.code.');
    await expect(rate(forged)).rejects.toMatchObject({ code: 'hotline.letter-expired' });
  });

  test('a number that a unit has looked at proves nothing any more; the code does, and the entry says by what', async () => {
    const { number, code, id } = await answered({ isPublishable: true });
    await unmask(id);
    const { ticket } = await follow(number, '138 0000 1234');
    await expect(rate(ticket)).rejects.toMatchObject({ code: 'hotline.letter-needs-code' });
    const needsCode = async (secret: string) => (await follow(number, secret)).needsCode;
    expect([await needsCode('138 0000 1234'), await needsCode(code)]).toEqual([true, false]);
    await actOnLetter(office.app, 'withdraw-consent', { ticket, input: {} });
    expect((await rate((await follow(number, code)).ticket)).letter.rating).toBe('satisfied');
    const [entry] = await office.app.query(
      "select details from ledger_entry where subject = $1 and action = 'rate'",
      [id],
    );
    expect(entry!['details']).toMatchObject({ proof: 'code' });
  });

  test('what a confidential writer adds to the rating is covered before the unit reads it', async () => {
    const caller = { name: '欧阳锋', phone: '13907309999' };
    const { number, code } = await send({ isConfidential: true, caller });
    const id = (await orderOf(number))['id'] as string;
    await office.act(office.dispatcher, 'work-order.answer-directly', { text: '已修好。' }, id);
    const words = '欧阳锋不同意，电话13907309999';
    await rate((await follow(number, code)).ticket, { words, solved: true });
    const [prose] = await office.app.query(
      "select p.text from ledger_prose p join ledger_entry e on e.id = p.entry where e.subject = $1 and e.action = 'rate'",
      [id],
    );
    expect(prose).toEqual({ text: '某某不同意，电话***' });
  });

  test('nobody on the staff does what is the writer’s, and no route offers it', async () => {
    const { id } = await answered();
    await expect(
      office.act(office.supervisor, 'work-order.rate', { result: 'satisfied' }, id),
    ).rejects.toMatchObject({ code: 'lib.missing-role' });
  });
});

describe('making public', () => {
  const texts = { publicTitle: '路灯不亮', publicText: '路灯三天没有亮。', publicReply: '已修好。' };
  const listed = async (q?: string) =>
    (await publishedLetters(office.app.db, { q })).items.map((each) => each.number);

  test('only with consent, only when closed, only when somebody has read it', async () => {
    const silent = await closed();
    const willing = await closed({ isPublishable: true });
    const publish = (id: string, more = {}) =>
      office.act(office.dispatcher, 'work-order.publish', { ...texts, isChecked: true, ...more }, id);
    const waiting = await office.app.modules
      .flatMap((module) => module.views)
      .find((view) => view.name === 'hotline.publishable')!
      .read({ query: {}, by: office.dispatcher, app: office.app } as never);
    const { items } = JSON.parse(String(sentOf(waiting))) as {
      readonly items: readonly { readonly number: string }[];
    };
    expect(items.map((each) => each.number)).toEqual([willing.number]);
    await expect(publish(silent.id)).rejects.toMatchObject({ code: 'lib.wrong-state' });
    await expect(publish(willing.id, { isChecked: false })).rejects.toMatchObject({
      code: 'hotline.public-unchecked',
    });
    await expect(publish(willing.id, { publicReply: '请打13800001234' })).rejects.toMatchObject({
      code: 'hotline.public-personal',
      fields: [{ path: 'publicReply', message: '还有诉求人电话（请打13800001234），请删去或遮盖' }],
    });
    await publish(willing.id);
    expect(await listed('路灯')).toEqual([willing.number]);
    expect(await listed('路_')).toEqual([]);
    await office.act(office.dispatcher, 'work-order.unpublish', { reason: '写信人来电' }, willing.id);
    expect(await listed()).toEqual([]);
  });

  test('the writer on record is not published, however the draft was changed; the place is named', async () => {
    const caller = { name: '欧阳锋', phone: '13907309999', address: '荷花小区8栋302室' };
    const { id } = await closed({ isPublishable: true, caller, text: '我叫欧阳锋，住8栋302，路灯不亮。' });
    const draft = (await office.app.modules
      .flatMap((module) => module.views)
      .find((view) => view.name === 'hotline.publication-draft')!
      .read({
        query: { id },
        by: office.dispatcher,
        app: office.app,
        db: office.app.db,
        scopes: office.app.scopes(),
      } as never)) as { readonly publicText: string };
    expect(draft.publicText).toBe('我叫欧某某，住***，路灯不亮。');
    const publish = (more: object) =>
      office.act(office.dispatcher, 'work-order.publish', { ...texts, isChecked: true, ...more }, id);
    for (const [more, message] of [
      [{ publicTitle: '欧阳锋的来信' }, '还有诉求人姓名（欧阳锋的来信），请删去或遮盖'],
      [{ publicReply: '已到8栋302看过。' }, '还有诉求人住址（已到8栋302看过。），请删去或遮盖'],
      [{ publicText: '我叫乜小军，路灯不亮' }, '还有自报姓名（我叫乜小军，路灯不…），请删去或遮盖'],
    ] as const)
      await expect(publish(more)).rejects.toMatchObject({
        code: 'hotline.public-personal',
        fields: [{ path: Object.keys(more)[0], message }],
      });
    await publish({ publicText: draft.publicText });
    await office.act(office.dispatcher, 'work-order.unpublish', { reason: '核对完毕' }, id);
  });

  test('consent that is taken back takes the letter off the list', async () => {
    const { id, number } = await closed({ isPublishable: true });
    await office.act(office.dispatcher, 'work-order.publish', { ...texts, isChecked: true }, id);
    const { ticket } = await follow(number, PHONE);
    await actOnLetter(office.app, 'withdraw-consent', { ticket, input: {} });
    expect(await listed()).toEqual([]);
    expect((await orderOf(number))['public_text']).toBeNull();
  });

  test('the list goes on where it stopped, newest first', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 21; n++) {
      const { id, number } = await closed({ isPublishable: true, title: `第${n}封` });
      await office.act(
        office.dispatcher,
        'work-order.publish',
        { ...texts, publicTitle: `翻页${n}`, isChecked: true },
        id,
      );
      numbers.unshift(number);
      office.later(24 * 60);
    }
    const first = await publishedLetters(office.app.db, { q: '翻页' });
    expect(first.items.map((each) => each.number)).toEqual(numbers.slice(0, 20));
    const second = await publishedLetters(office.app.db, { q: '翻页', after: first.next! });
    expect(second).toEqual({ items: [expect.objectContaining({ number: numbers[20] })], next: null });
  });
});
