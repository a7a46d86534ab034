/* A working day of the hotline, from the caller's first word to the supervisor's board. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasBrowser, openBrowser, openPage, seriousFaults } from './browser.ts';
import { dataDirectory, PASSWORD, removeDirectory, startProgram, type Program } from './program.ts';
import { enter } from './session.ts';

// Several sign-ins and looks by axe in each: a busy machine needs more than the usual.
vi.setConfig({ testTimeout: 90_000 });

describe.runIf(hasBrowser)('a caller’s word goes through the office', () => {
  let directory: string;
  let program: Program;
  let browser: Browser;
  let number: string;
  const everyFault: (readonly string[])[] = [];

  beforeAll(async () => {
    directory = dataDirectory();
    program = await startProgram(directory);
    browser = await openBrowser();
    await letAgentDispatch();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    removeDirectory(directory);
  });

  /** In a small county one person takes the call and sends it on. */
  async function letAgentDispatch(): Promise<void> {
    const { page } = await openPage(browser, program.url);
    await enter(page, program.url, 'admin');
    const ask = (path: string, init: object = {}) =>
      page.evaluate(
        async ([to, how]) => {
          const answer = await fetch(to as string, {
            ...(how as object),
            headers: { 'content-type': 'application/json', 'X-Yichuang': '1' },
          });
          return [answer.status, await answer.json()] as const;
        },
        [path, init] as const,
      );
    const [, agent] = await ask('/api/accounts/agent');
    const { id, grants } = agent as { id: string; grants: readonly { role: string; scope: string }[] };
    const { scope } = grants.find(({ role }) => role === 'hotline.agent')!;
    const body = JSON.stringify({ role: 'hotline.dispatcher', scope });
    const [status] = await ask(`/api/accounts/${id}/grant`, { method: 'POST', body });
    expect(status).toBe(200);
    await page.context().close();
  }
  const cookies = new Map<string, Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>();
  /** Signs in the first time, and stands where the program leads; later the session is taken up on an empty page. */
  async function signedIn(account: string, width = 1366): Promise<{ readonly page: Page }> {
    const { page, faults } = await openPage(browser, program.url, width);
    everyFault.push(faults);
    const known = cookies.get(account);
    if (known) {
      await page.context().addCookies(known);
      await page.goto(`${program.url}/api/session`);
      return { page };
    }
    await page.goto(`${program.url}/desk/sign-in`);
    await page.locator('input[autocomplete=username]').fill(account);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我的待办' }).waitFor();
    cookies.set(account, await page.context().cookies());
    return { page };
  }
  const isWithinWidth = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

  test('the agent registers and dispatches with the keyboard alone', async () => {
    const { page } = await signedIn('agent');
    await page.goto(`${program.url}/desk/hotline/desk`);
    await page.getByLabel('来电号码').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const keys = page.keyboard;
    await keys.type('19900001234');
    await keys.press('Tab');
    await keys.type('甲某');
    await keys.press('Tab'); // the channel stays 电话
    await keys.press('Tab');
    await keys.press('2'); // 求助
    await keys.press('Tab');
    await keys.type('小区门口的路灯三天不亮，晚上看不见路。');
    await keys.press('Tab');
    await keys.type('路灯三天不亮');
    await keys.press('Tab');
    await keys.type('君山');
    await keys.press('Tab');
    await keys.type('园林绿化');
    await keys.press('Tab');
    await keys.press('Control+Enter');
    const registered = page.getByRole('status', { name: '已登记' });
    await registered.waitFor();
    number = /GD\d+/.exec(await registered.innerText())![0];
    expect(await seriousFaults(page)).toEqual([]);

    await keys.press('d');
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('承办单位').waitFor();
    await page.waitForTimeout(400); // the drawer slides in; axe must not look at it half-way
    expect(await seriousFaults(page)).toEqual([]);
    await keys.type('城市管理和综合执法');
    await drawer
      .getByRole('option', { name: /城市管理和综合执法/ })
      .first()
      .waitFor();
    await keys.press('Tab');
    await keys.press('Control+Enter');
    await registered.getByText('已派单').waitFor();
    expect(await registered.innerText()).toContain('待签收');
    await page.context().close();
  });

  test('it rings, and before anybody answers the agent sees what this caller brought; a title may stay empty', async () => {
    const { page } = await signedIn('agent');
    await page.goto(`${program.url}/desk/hotline/desk`);
    await page.getByLabel('来电号码').waitFor();
    const status = await page.evaluate(async (phone) => {
      const answer = await fetch('/api/calls', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'X-Yichuang': '1' },
        body: JSON.stringify({ line: '12345', phone }),
      });
      return answer.status;
    }, '19900001234');
    expect(status).toBe(201);
    const ring = page.getByRole('status', { name: '来电' });
    await ring.getByRole('link', { name: '路灯三天不亮' }).waitFor();
    const said = await ring.innerText();
    expect(said).toContain('以前 1 件，未办结 1 件');
    expect(said).not.toContain('19900001234');
    expect(await seriousFaults(page)).toEqual([]);
    await ring.getByRole('button', { name: '接听' }).click();
    await ring.getByText('通话中').waitFor();

    await page.getByRole('textbox', { name: '姓名' }).fill('甲某');
    await page.getByRole('radio', { name: /求助/ }).check();
    await page.getByLabel('内容', { exact: true }).fill('还是那盏路灯，昨晚又灭了。请尽快修。');
    await page.getByLabel('所在区划').fill('君山');
    await page.keyboard.press('Tab');
    await page.keyboard.type('路灯');
    await page.keyboard.press('Control+Enter');
    const registered = page.getByRole('status', { name: '已登记' });
    await registered.waitFor();
    expect(await registered.innerText()).toContain('还是那盏路灯，昨晚又灭了');
    await page.context().close();
  });

  test('a draft survives the window, without the caller', async () => {
    const { page } = await signedIn('agent');
    await page.goto(`${program.url}/desk/hotline/desk`);
    await page.getByLabel('来电号码').fill('19900004321');
    await page.getByLabel('内容', { exact: true }).fill('下水道堵了，污水流到路上。');
    await page.reload();
    await page.getByText('已恢复上次没有登记的内容').waitFor();
    expect(await page.getByLabel('内容', { exact: true }).inputValue()).toContain('下水道');
    expect(await page.getByLabel('来电号码').inputValue()).toBe('');
    await page.context().close();
  });

  test('the unit signs; a reply without contact is refused at the field, with contact it goes out', async () => {
    const { page } = await signedIn('handler');
    await page.goto(`${program.url}/desk/hotline/inbox`);
    await page.getByRole('link', { name: '路灯三天不亮' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await page.getByText('签收：1 件已办').waitFor();
    await page.getByRole('button', { name: /办理中/ }).click();
    await page.getByRole('link', { name: '路灯三天不亮' }).click();
    await page.getByRole('heading', { name: /路灯三天不亮/ }).waitFor();
    await page.getByText('为什么是这一天').click();
    expect(await page.locator('main').innerText()).toContain('示例');
    expect(await seriousFaults(page)).toEqual([]);

    await page.keyboard.press('f');
    const drawer = page.getByRole('dialog');
    await drawer
      .getByLabel(/办理结果与答复/)
      .fill('您好，已更换灯泡，路灯已亮。承办人城管局照明组，电话 0730-0000000。');
    await drawer.getByRole('button', { name: '提交答复' }).click();
    await drawer.locator('fieldset.is-faulty').waitFor();
    expect(await drawer.locator('fieldset.is-faulty').innerText()).toMatch(/联系/);
    await page.waitForTimeout(400);
    expect(await seriousFaults(page)).toEqual([]);
    await drawer.getByLabel('已联系到本人').check();
    await drawer.getByRole('button', { name: '提交答复' }).click();
    await page.getByText('现在的状态是“已答复待审”').waitFor();
    expect(await page.locator('main').innerText()).toContain('联系到本人');
    await page.context().close();
  });

  test('the caller is masked; the number is shown on a reason, which the ledger keeps', async () => {
    const { page } = await signedIn('handler');
    await page.goto(`${program.url}/desk/hotline/orders/${number}`);
    await page.getByText('199********').waitFor();
    await page.getByRole('button', { name: /显示\s*电话/ }).click();
    await page.getByLabel('查看理由').fill('核实路灯位置');
    await page.getByRole('button', { name: '显示', exact: true }).click();
    await page.getByText('19900001234').waitFor();
    await page.reload();
    await page.getByText('199********').waitFor();
    expect(await page.locator('main').innerText()).toContain('核实路灯位置');
    await page.context().close();
  });

  test('a dissatisfied caller sends it back to the unit, and the supervisor sees it without asking', async () => {
    const watching = await signedIn('supervisor');
    await watching.page.goto(`${program.url}/desk/hotline/supervision?list=reopened`);
    await watching.page.getByText('重办中：没有工单').waitFor();

    const { page } = await signedIn('caller-back');
    await page.goto(`${program.url}/desk/hotline/call-backs`);
    await page.getByRole('button', { name: /路灯三天不亮/ }).waitFor();
    await page.keyboard.press('j');
    await page.getByRole('group', { name: '诉求人怎么说' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('2'); // 不满意
    await page.keyboard.press('Tab');
    await page.keyboard.press('2'); // 未解决
    await page.keyboard.press('Control+Enter');
    await page.getByText('已退回原承办单位重办').waitFor();

    await watching.page.getByRole('link', { name: '路灯三天不亮' }).waitFor({ timeout: 20_000 });
    expect(await watching.page.locator('main').innerText()).toContain('重办中');
    expect(await seriousFaults(watching.page)).toEqual([]);
    await page.context().close();
    await watching.page.context().close();
  });

  test('several orders go to one unit at once, each with its own result', async () => {
    const { page } = await signedIn('agent');
    const register = (title: string) =>
      page.evaluate(async (said) => {
        const answer = await fetch('/api/work-orders', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'X-Yichuang': '1' },
          body: JSON.stringify({
            channel: 'phone',
            type: 'complaint',
            topic: '城乡建设/城市建设和市政管理/园林绿化环卫',
            place: '430611',
            title: said,
            text: `${said}，请处理。`,
          }),
        });
        return answer.status;
      }, title);
    expect([await register('绿化带垃圾未清'), await register('行道树倒伏')]).toEqual([201, 201]);
    await page.goto(`${program.url}/desk/hotline/dispatch`);
    await page.getByRole('link', { name: '行道树倒伏' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('全选').check();
    await page.getByRole('button', { name: '派给同一单位' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('承办单位').fill('城市管理和综合执法');
    await drawer
      .getByRole('option', { name: /城市管理和综合执法/ })
      .first()
      .waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Enter');
    // These two, and the one that came with the call.
    await page.getByText('派单：3 件已办').waitFor();
    await page.context().close();
  });

  test('on a phone the inbox and the order hold without sideways scrolling', async () => {
    const { page } = await signedIn('handler', 390);
    await page.goto(`${program.url}/desk/hotline/inbox`);
    await page.getByRole('link', { name: '行道树倒伏' }).waitFor();
    expect(await isWithinWidth(page)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await page.goto(`${program.url}/desk/hotline/orders/${number}`);
    await page.getByText('为什么是这一天').waitFor();
    expect(await isWithinWidth(page)).toBe(true);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('nothing went wrong in any console, and no request left the machine', () => {
    expect(everyFault.flat()).toEqual([]);
  });
});
