/* A citizen with a phone and no JavaScript, and the officer who answers. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, seriousFaults } from './browser.ts';
import { dataDirectory, PASSWORD, removeDirectory, startProgram, yichuang, type Program } from './program.ts';

type Json = Readonly<Record<string, unknown>>;
const TITLE = '𠮷祥路的路灯三天不亮';

describe.runIf(hasBrowser)('a citizen writes a letter', () => {
  let directory: string;
  let program: Program;
  let browser: Browser;
  let page: Page;
  let number = '';
  let id = '';

  beforeAll(async () => {
    directory = dataDirectory();
    program = await startProgram(directory);
    browser = await openBrowser();
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      javaScriptEnabled: false,
    });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    removeDirectory(directory);
  });

  let copy: Page | undefined;
  /** Whole at phone width, and readable by everybody: the same page, drawn again where axe may run its script. */
  const sound = async (): Promise<void> => {
    copy ??= await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    const body = await page.content();
    await copy.unroute('**/as-it-stands');
    await copy.route('**/as-it-stands', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    );
    await copy.goto(`${program.url}/as-it-stands`);
    expect(await seriousFaults(copy)).toEqual([]);
    const wider = await copy.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
  };
  /** Somebody of the staff at the same server, by the API the desk uses. */
  const officer = async (account: string) => {
    const headers = { 'content-type': 'application/json', origin: program.url, 'x-yichuang': '1' };
    const entered = await fetch(`${program.url}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ account, password: PASSWORD }),
    });
    const cookie = entered.headers.get('set-cookie')!.split(';')[0]!;
    const call = async (method: string, path: string, body?: Json): Promise<Json> => {
      const more = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`${program.url}/api${path}`, {
        method,
        headers: { ...headers, cookie },
        ...more,
      });
      const said = (await answer.json()) as Json;
      expect({ path, status: answer.status < 300 ? 'done' : said }).toEqual({ path, status: 'done' });
      return said;
    };
    return call;
  };
  const follow = async (what: string, secret: string): Promise<void> => {
    await page.goto(`${program.url}/letters/follow`);
    await page.getByLabel('编号').fill(what);
    await page.getByLabel('电话后四位、完整电话号码或查询码').fill(secret);
    await page.getByRole('button', { name: '查询' }).click();
  };
  const main = (): Promise<string> => page.locator('main').innerText();

  test('a form that lacks a phone comes back with every word in it', async () => {
    await page.goto(program.url);
    await page.getByRole('link', { name: '写信' }).click();
    await sound();
    await page.getByLabel('求助').check();
    await page.getByLabel('关于什么').selectOption('城乡建设');
    await page.getByLabel('在哪里').selectOption({ index: 1 });
    await page.getByLabel('标题').fill(TITLE);
    await page.getByLabel('内容').fill('小区门口的路灯三天没有亮 😀\n\n晚上看不见路。');
    await page.getByLabel('姓名').fill('甲某');
    await page.getByLabel('同意公开').check();
    await page.getByRole('button', { name: '提交' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('没有填写姓名或联系电话');
    expect(await page.getByLabel('内容').inputValue()).toBe('小区门口的路灯三天没有亮 😀\n\n晚上看不见路。');
    expect(await page.getByLabel('求助').isChecked()).toBe(true);
    await sound();
  });

  test('completed, it gets a number and the promised day', async () => {
    await page.getByLabel('联系电话').fill('138 0000 1234');
    await page.getByRole('button', { name: '提交' }).click();
    const text = await main();
    number = /GD\d{10}/.exec(text)![0];
    expect(text).toMatch(/预计 \d{4}年\d{1,2}月\d{1,2}日前答复/);
    expect(text).toMatch(/查询码\s+[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/);
    await sound();
  });

  test('number and four digits show where it stands, no account asked', async () => {
    await page.getByRole('link', { name: '查办理进度' }).click();
    await sound();
    await follow(number, '1234');
    expect(await main()).toMatch(/已收到：/);
    expect(page.url()).not.toContain(number);
    await sound();
  });

  test('wrong digits and a wrong number are answered alike', async () => {
    await follow(number, '4321');
    const wrongDigits = await main();
    await sound();
    await follow('GD2020999999', '1234');
    expect(await main()).toBe(wrongDigits);
    expect(wrongDigits).toContain('没有查到');
  });

  test('the office dispatches, the unit answers, and the writer reads it', async () => {
    const dispatcher = await officer('dispatcher');
    const found = await dispatcher('GET', `/work-orders?q=${number}`);
    id = (found['items'] as readonly { id: string }[])[0]!.id;
    const units = await dispatcher('GET', `/organisations?q=${encodeURIComponent('城市管理')}`);
    const handler = (units['items'] as readonly { id: string; name: string }[]).find(
      (each) => each.name === '区城市管理和综合执法局',
    )!.id;
    await dispatcher('POST', `/work-orders/${id}/dispatch`, { handler });
    await follow(number, '1234');
    expect(await main()).toMatch(/已转交：/);
    const unit = await officer('handler');
    await unit('POST', `/work-orders/${id}/sign`, {});
    await follow(number, '1234');
    expect(await main()).toMatch(/办理中：.*（到 \d{4}年/);
    await sound();
    const contacted = { at: new Date().toISOString(), how: '电话', withCaller: true };
    await unit('POST', `/work-orders/${id}/reply`, { text: '灯杆的电缆已经换好，今晚亮灯。', contacted });
    await follow(number, '1234');
    expect(await main()).not.toContain('灯杆的电缆');
    await dispatcher('POST', `/work-orders/${id}/approve-reply`, {});
    await follow(number, '1234');
    expect(await main()).toContain('灯杆的电缆已经换好，今晚亮灯。');
    await sound();
  });

  test('rated once, and only once, by who knows more than four digits', async () => {
    expect(await page.getByRole('button', { name: '提交评价' }).count()).toBe(0);
    await page.getByLabel('完整电话号码或查询码').fill('13800001234');
    await page.getByRole('button', { name: '核对' }).click();
    await sound();
    await page.getByRole('button', { name: '提交评价' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('请选择满意或不满意');
    await page.getByLabel('满意', { exact: true }).check();
    await page.getByLabel('解决了', { exact: true }).check();
    await page.getByRole('button', { name: '提交评价' }).click();
    expect(await main()).toContain('谢谢您的评价');
    expect(await page.getByRole('button', { name: '提交评价' }).count()).toBe(0);
    await sound();
  });

  test('with consent, and after an officer has read it, everybody may read it', async () => {
    const dispatcher = await officer('dispatcher');
    await dispatcher('POST', `/work-orders/${id}/close`, {});
    const draft = await dispatcher('GET', `/work-orders/${id}/publication`);
    expect(draft['mayPublish']).toBe(true);
    const { publicTitle, publicText, publicReply } = draft;
    await dispatcher('POST', `/work-orders/${id}/publish`, {
      publicTitle,
      publicText,
      publicReply,
      isChecked: true,
    });
    await page.goto(`${program.url}/letters`);
    await sound();
    await page.getByLabel('查找').fill('电缆');
    await page.getByRole('button', { name: '查找' }).click();
    await page.getByRole('link', { name: TITLE }).click();
    const text = await main();
    expect(text).toContain('今晚亮灯');
    expect(text).not.toMatch(/甲某|1234/);
    await sound();
  });

  test('who guesses on waits, whether right or wrong', async () => {
    for (let n = 0; n < 5; n++) await follow(number, `000${n}`);
    await follow(number, '1234');
    expect(await main()).toContain('分钟后再试');
    await sound();
  });

  test('the ledger holds what the public did, and verifies', async () => {
    const { code, stdout } = await yichuang(directory, 'verify', '--json');
    expect({ code, ...(JSON.parse(stdout.toString('utf8')) as Json) }).toMatchObject({ code: 0, ok: true });
  });
});
