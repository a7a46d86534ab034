import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hotlineOffice, type HotlineOffice } from '#hotline/testing/office.ts';
import { bareServer } from '#lib/http/server.ts';
import { letterPages } from './routes.ts';

let office: HotlineOffice;
let server: FastifyInstance;
beforeAll(async () => {
  office = await hotlineOffice('2020-05-12T09:00+08:00');
  server = bareServer(office.app);
  letterPages(server, office.app, { notice: () => Promise.resolve(null) });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await office.close();
});
beforeEach(() => office.later(24 * 60));

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
const post = (url: string, fields: Readonly<Record<string, string>>, headers = {}) =>
  server.inject({
    method: 'POST',
    url,
    payload: form(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const fieldOf = (page: string, name: string): string =>
  new RegExp(`name="${name}"\\s+value="([^"]+)"`).exec(page)?.[1] ?? '';
const newKey = async (): Promise<string> => fieldOf((await server.inject('/letters/new')).body, 'key');
const letter = {
  channel: 'mailbox',
  type: 'help',
  topic: '城乡建设',
  place: '430611',
  title: '路灯三天不亮',
  text: '小区门口的路灯三天没有亮。\n晚上看不见路。',
  name: '甲某',
  phone: '13800001234',
};
const write = async (more: Readonly<Record<string, string>> = {}) =>
  post('/letters/new', { ...letter, key: await newKey(), ...more });
/** The number on the page after the form. */
const numberOf = ({ body }: { readonly body: string }): string => /GD\d{10}/.exec(body)![0];
const codeOn = ({ body }: { readonly body: string }): string =>
  /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(body)![0];
const PHONE = letter.phone;
const count = async () =>
  Number((await office.app.query('select count(*) as n from work_order', []))[0]!['n']);

describe('写信', () => {
  test('a place is chosen down to the village, under its town, and the letter keeps it', async () => {
    const { body } = await server.inject('/letters/new');
    const [, group] = /<optgroup label="([^"]+)">/.exec(body)!;
    const villages = [...body.matchAll(/<option value="(\d{12})"\s*>([^<]+)</g)];
    const village = villages.find(([, , title]) => title!.startsWith(`${group} `))!;
    const sent = await write({ place: village[1]! });
    expect(sent.statusCode).toBe(200);
    const [row] = await office.app.query('select place from work_order where number = $1', [numberOf(sent)]);
    expect(row!['place']).toBe(village[1]);
    const refused = await write({ place: village[1]!, title: '' });
    expect(refused.body).toMatch(new RegExp(`value="${village[1]}"\\s+selected`));
  });

  test('the form is whole without script, every field has its label', async () => {
    const { body, statusCode } = await server.inject('/letters/new');
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/<script|style=|onclick|undefined|\[object/);
    for (const name of ['topic', 'place', 'title', 'text', 'name', 'phone', 'address'])
      expect(body).toContain(`for="${name}"`);
  });

  test('a letter is answered with its number, the promised day and its code, and needs no cookie for it', async () => {
    office.clock.set('2020-06-02T09:00+08:00'); // Tuesday; five working days: 9 June
    const sent = await write();
    expect([sent.statusCode, sent.headers['set-cookie'], sent.headers['cache-control']]).toEqual([
      200,
      undefined,
      'no-store',
    ]);
    expect(numberOf(sent)).toMatch(/^GD2020\d{6}$/);
    expect(codeOn(sent)).toHaveLength(9);
    expect(sent.body).toContain('预计 2020年6月9日前答复');
  });

  test('a double click is one letter', async () => {
    const key = await newKey();
    const before = await count();
    const [one, two] = await Promise.all([write({ key }), write({ key })]);
    expect([numberOf(two), codeOn(two)]).toEqual([numberOf(one), codeOn(one)]);
    expect(await count()).toBe(before + 1);
  });

  test('changed after the first time it comes back, and the next submit is a letter of its own', async () => {
    const key = await newKey();
    const first = await write({ key });
    const again = await write({ key, title: '另一件事' });
    expect([again.statusCode, again.body.includes('再按一次')]).toEqual([409, true]);
    const fresh = fieldOf(again.body, 'key');
    const second = await write({ key: fresh, title: '另一件事' });
    expect(numberOf(second)).not.toBe(numberOf(first));
  });

  test('a refused form comes back as it was filled in, with the fault at its field', async () => {
    const text = '𠮷祥街 & <b>路灯</b> "不亮" 😀\n第二行';
    const { statusCode, body } = await write({ phone: '', text, type: '', place: '' });
    expect(statusCode).toBe(400);
    expect(body).toContain('𠮷祥街 &amp; &lt;b&gt;路灯&lt;/b&gt; &quot;不亮&quot; 😀\n第二行');
    expect(body).toContain('href="#type"');
    expect(body).toContain('在哪里：请选择');
    expect(body).toContain('aria-describedby="type-fault"');
    expect(body).not.toMatch(/consultation、/);
    const nameless = await write({ phone: '' });
    expect([nameless.statusCode, nameless.body.includes('href="#phone"')]).toEqual([422, true]);
  });

  test('a forged channel is refused in words for a citizen, at the field, and nothing is kept', async () => {
    const before = await count();
    const { statusCode, body } = await write({ channel: 'city' });
    expect(statusCode).toBe(422);
    for (const said of ['这里不收“市平台转办”', '区长信箱、网站表单', 'href="#channel'])
      expect(body).toContain(said);
    expect(await count()).toBe(before);
    const [row] = await office.app.query('select channel from work_order where number = $1', [
      numberOf(await write({ channel: 'web' })),
    ]);
    expect(row!['channel']).toBe('web');
  });

  test('a letter of 50,000 characters is refused with its words kept and counted', async () => {
    const text = '路'.repeat(50_000);
    const before = await count();
    const { statusCode, body } = await write({ text });
    expect(statusCode).toBe(400);
    expect(body).toContain(text);
    expect(body).toContain('最多 10000 个字（现有 50000 字）');
    expect(await count()).toBe(before);
  });

  test('more than a megabyte, NUL, broken bytes and another type are refused as pages', async () => {
    const huge = await write({ text: '路'.repeat(200_000) });
    expect([huge.statusCode, huge.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
    expect((await write({ text: '路灯\0不亮' })).statusCode).toBe(400);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const broken = await server.inject({ method: 'POST', url: '/letters/new', payload: 'text=%FF', headers });
    expect([broken.statusCode, broken.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    const other = await server.inject({
      method: 'POST',
      url: '/letters/new',
      payload: '--x--',
      headers: multipart,
    });
    expect(other.statusCode).toBe(415);
  });

  test('who fills in what nobody sees is asked to submit once more, and nothing is lost', async () => {
    const before = await count();
    const { statusCode, body } = await write({ website: 'https://example.com' });
    expect([statusCode, body.includes(letter.title), body.includes('example.com')]).toEqual([
      422,
      true,
      false,
    ]);
    expect(await count()).toBe(before);
  });

  test('a form of another site is not taken', async () => {
    const headers = { origin: 'https://elsewhere.example', host: 'here.example' };
    expect((await post('/letters/new', { ...letter, key: await newKey() }, headers)).statusCode).toBe(403);
  });

  test('an anonymous letter is followed by its code', async () => {
    const sent = await write({ name: '', phone: '', isAnonymous: 'on' });
    const page = await post('/letters/follow', { number: numberOf(sent), secret: codeOn(sent) });
    expect([page.statusCode, page.body.includes('已收到')]).toEqual([200, true]);
  });
});

describe('查办理进度', () => {
  test('wrong digits and a wrong number are answered alike, to the letter', async () => {
    const number = numberOf(await write());
    const ask = async (asked: string) => {
      const { statusCode, body } = await post('/letters/follow', { number: asked, secret: '4321' });
      return [statusCode, body.replaceAll(asked, 'N')];
    };
    const [wrongDigits, wrongNumber] = [await ask(number), await ask('GD2020777777')];
    expect(wrongDigits[0]).toBe(404);
    expect(wrongDigits).toEqual(wrongNumber);
  });

  test('after so many tries it waits, whoever asks', async () => {
    const number = numberOf(await write());
    for (let n = 0; n < 5; n++) await post('/letters/follow', { number, secret: `000${n}` });
    const { statusCode, body, headers } = await post('/letters/follow', { number, secret: '1234' });
    expect([statusCode, body.includes('请 15 分钟后再试'), headers['retry-after']]).toEqual([
      429,
      true,
      '900',
    ]);
  });

  test('from the first word to the rating, in the words of the public', async () => {
    const number = numberOf(await write());
    const [row] = await office.app.query('select id from work_order where number = $1', [number]);
    const id = row!['id'] as string;
    const look = async () => (await post('/letters/follow', { number, secret: PHONE })).body;
    expect(await look()).toContain('已收到');
    await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit('区水利局') }, id);
    expect(await look()).toContain('已转交');
    const unit = office.handlerOf('区水利局');
    await office.act(unit, 'work-order.sign', {}, id);
    expect(await look()).toMatch(/办理中：[^（]*（到 2020年/);
    const [due] = await office.app.query('select due_at from work_order where id = $1', [id]);
    office.clock.set(new Date(Date.parse(due!['due_at'] as string) + 2 * 86_400_000).toISOString());
    expect(await look()).toContain('已超过答复期限 2 天');
    const contacted = { at: office.app.now(), how: '电话', withCaller: true };
    await office.act(unit, 'work-order.reply', { text: '路灯已经修好。', contacted }, id);
    expect(await look()).toContain('承办单位已答复，待热线办公室审核');
    expect(await look()).not.toContain('路灯已经修好。');
    await office.act(office.dispatcher, 'work-order.approve-reply', {}, id);
    const answered = await look();
    expect(answered).toContain('路灯已经修好。');
    const ticket = fieldOf(answered, 'ticket');
    const empty = await post('/letters/follow/rate', { ticket });
    expect([empty.statusCode, empty.body.includes('href="#result"')]).toEqual([400, true]);
    const unclear = await post('/letters/follow/rate', { ticket, result: 'satisfied', solved: 'true' });
    expect([unclear.statusCode, unclear.body.includes('href="#solved"')]).toEqual([400, true]);
    const rated = await post('/letters/follow/rate', { ticket, result: 'satisfied', solved: 'yes' });
    expect(rated.body).toContain('谢谢您的评价');
    expect(rated.body).toContain('您的评价：满意');
    expect(rated.body).not.toContain('提交评价');
    const twice = await post('/letters/follow/rate', { ticket, result: 'dissatisfied' });
    expect([twice.statusCode, /这一步已经办过/.test(twice.body), /待审/.test(twice.body)]).toEqual([
      409,
      true,
      false,
    ]);
  });

  test('opened with a number that a unit has looked at, the page asks for the code instead of offering a form that is refused', async () => {
    const sent = await write();
    const [row] = await office.app.query('select id from work_order where number = $1', [numberOf(sent)]);
    const id = row!['id'] as string;
    await office.act(office.dispatcher, 'work-order.answer-directly', { text: '灯已修好。' }, id);
    const look = async (secret: string) =>
      (await post('/letters/follow', { number: numberOf(sent), secret })).body;
    expect(await look(PHONE)).toContain('提交评价');
    const looking = { field: 'callerPhone', reason: '联系诉求人' };
    await office.act(office.agent, 'work-order.unmask', looking, id);
    const page = await look(PHONE);
    expect([page.includes('提交评价'), page.includes('请改用写信后得到或话务员告知的查询码')]).toEqual([
      false,
      true,
    ]);
    expect(await look(codeOn(sent))).toContain('提交评价');
  });

  test('a merged letter leads to the answer of the one it went into', async () => {
    const [number, other] = [numberOf(await write()), numberOf(await write())];
    const ids = await office.app.query('select id, number from work_order where number = any($1)', [
      [number, other],
    ]);
    const idOf = (wanted: string) => ids.find((row) => row['number'] === wanted)!['id'] as string;
    await office.act(office.dispatcher, 'work-order.merge', { into: idOf(other) }, idOf(number));
    const look = async () => (await post('/letters/follow', { number, secret: PHONE })).body;
    expect(await look()).toMatch(new RegExp(`与 ${other} 合并办理。该件已收到`));
    await office.act(office.dispatcher, 'work-order.answer-directly', { text: '灯已修好。' }, idOf(other));
    const page = await look();
    for (const each of [`${other} 的答复`, '灯已修好。', '合并办理的信不单独评价'])
      expect(page).toContain(each);
    expect(page).not.toContain('提交评价');
  });

  test('four digits show the progress and ask for more before anything can be done', async () => {
    const sent = await write();
    const number = numberOf(sent);
    const seen = await post('/letters/follow', { number, secret: '1234' });
    expect(seen.body).toContain('已收到');
    expect(seen.body).toContain('完整电话号码或查询码');
    expect(seen.body).not.toMatch(/name="ticket"|撤回这封信/);
    for (const secret of [codeOn(sent), '138-0000-1234'])
      expect((await post('/letters/follow', { number, secret })).body).toContain('撤回这封信');
  });

  test('of a confidential letter four digits show neither title nor answer', async () => {
    const number = numberOf(await write({ type: 'report' }));
    const [row] = await office.app.query('select id from work_order where number = $1', [number]);
    await office.act(
      office.dispatcher,
      'work-order.answer-directly',
      { text: '已经查处，谢谢。' },
      row!['id'] as string,
    );
    const seen = await post('/letters/follow', { number, secret: '1234' });
    expect(seen.body).toContain('已答复');
    expect(seen.body).not.toMatch(/路灯三天不亮|已经查处/);
    expect((await post('/letters/follow', { number, secret: PHONE })).body).toContain('已经查处');
  });

  test('a letter is taken back only by who says so twice', async () => {
    const number = numberOf(await write());
    const ticket = fieldOf((await post('/letters/follow', { number, secret: PHONE })).body, 'ticket');
    expect((await post('/letters/follow/take-back', { ticket })).statusCode).toBe(400);
    expect((await post('/letters/follow/take-back', { ticket, sure: 'on' })).body).toContain('已撤回');
    expect((await post('/letters/follow/take-back', { ticket: 'forged', sure: 'on' })).statusCode).toBe(403);
  });
});

describe('公开的来信与答复', () => {
  test('an empty list says so, what is not public is not there', async () => {
    const sent = await write();
    expect((await server.inject('/letters')).body).toContain('还没有公开的来信');
    const page = await server.inject(`/letters/${numberOf(sent)}`);
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('没有这封公开的来信');
    const broken = await server.inject('/letters/%00');
    expect([broken.statusCode, broken.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    for (const query of ['q=%00', 'after=%00'])
      expect((await server.inject(`/letters?${query}`)).body).toContain('公开的来信');
  });

  test('a released letter shows the released words and no others', async () => {
    const number = numberOf(await write({ isPublishable: 'on' }));
    const [row] = await office.app.query('select id from work_order where number = $1', [number]);
    const id = row!['id'] as string;
    await office.act(
      office.dispatcher,
      'work-order.answer-directly',
      { text: '请拨打13900005678找李四先生。' },
      id,
    );
    const publicWords = { publicTitle: '路灯不亮', publicText: '路灯没有亮。', publicReply: '请联系物业。' };
    await office.act(office.dispatcher, 'work-order.publish', { ...publicWords, isChecked: true }, id);
    const list = await server.inject(`/letters?q=${encodeURIComponent('物业')}`);
    expect(list.body).toContain(`href="/letters/${number}"`);
    const { body } = await server.inject(`/letters/${number}`);
    for (const each of Object.values(publicWords)) expect(body).toContain(each);
    expect(body).not.toMatch(/13900005678|李四|甲某|1234|看不见路/);
  });
});
