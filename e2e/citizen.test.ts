/* A citizen with a phone and no JavaScript applies, an agent acts under a mandate, anybody follows by number. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startPlatform, type Platform } from '../src/applicants/testing/platform.ts';
import { hasBrowser, openBrowser, openPage, seriousFaults } from './browser.ts';
import { got } from './case-office.ts';
import { dataDirectory, removeDirectory, startProgram, type Program } from './program.ts';
import { enter } from './session.ts';

// Several sign-ins and looks by axe: a busy machine needs more than the usual.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });
const LI = {
  sub: 'li',
  name: '李某',
  id_number: '430611189001011232',
  auth_level: '2',
  phone_number: '13800001234',
};
const WANG = { sub: 'wang', name: '王某', id_number: '430611188502284568', auth_level: '3' };
const FIRM = {
  sub: 'firm',
  user_type: 'corporation',
  corp_name: '君山某餐饮有限公司',
  uscc: '91430611MA4L000007',
  legal_name: '赵某',
  auth_level: '3',
};
const PDF = {
  name: '材料.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

/** The smallest picture there is: one grey point. */
const PHOTO = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A port that is free now: the province must know the site's address before the site is there. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe.runIf(hasBrowser)('a citizen applies', () => {
  let directory: string;
  let program: Program;
  let platform: Platform;
  let browser: Browser;
  let themeId: string;

  beforeAll(async () => {
    directory = dataDirectory();
    const port = String(await freePort());
    const site = `http://127.0.0.1:${port}`;
    platform = await startPlatform(site);
    program = await startProgram(directory, [], {
      PORT: port,
      YICHUANG_PUBLIC_URL: site,
      YICHUANG_OIDC_ISSUER: platform.issuer,
      YICHUANG_OIDC_CLIENT_ID: platform.client.id,
      YICHUANG_OIDC_CLIENT_SECRET: platform.client.secret,
    });
    browser = await openBrowser();
    themeId = await publishTheme();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    await platform.close();
    removeDirectory(directory);
  });

  async function officer(account: string): Promise<Page> {
    const { page } = await openPage(browser, program.url);
    await enter(page, program.url, account);
    return page;
  }
  /** 开小餐馆: the shop's licence first, and the permit for food that needs it. */
  async function publishTheme(): Promise<string> {
    const [editor, publisher] = [await officer('editor'), await officer('publisher')];
    const codeOf = async (name: string): Promise<string> => {
      const { items } = await got(editor, `/api/items?q=${encodeURIComponent(name)}`);
      const all = items as readonly { readonly number: string; readonly name: string }[];
      return all.find((each) => each.name === name)!.number;
    };
    const [shop, food] = [await codeOf('个体工商户设立登记'), await codeOf('食品经营许可')];
    const { id } = await got(editor, '/api/themes', {
      name: '开小餐馆',
      place: '430611',
      isJoint: false,
      items: [
        { code: shop, stage: 1 },
        { code: food, stage: 2 },
      ],
      feeds: [{ from: shop, to: food, material: '营业执照' }],
    });
    await got(publisher, `/api/themes/${String(id)}/publish`, {});
    for (const page of [editor, publisher]) await page.context().close();
    return String(id);
  }

  const phone = async (): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      javaScriptEnabled: false,
    });
    return context.newPage();
  };
  let copy: Page | undefined;
  /** Whole at phone width, and readable by everybody: the same page, drawn again where axe may run its script. */
  const sound = async (page: Page): Promise<void> => {
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
  const main = (page: Page): Promise<string> => page.locator('main').innerText();
  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).click();
  /** Uploads one file for every paper that still lacks one. */
  async function uploadAll(page: Page): Promise<void> {
    const lacking = page.locator('form[enctype]', {
      has: page.locator('xpath=preceding-sibling::p[1][contains(., "还没有上传")]'),
    });
    for (let left = await lacking.count(); left > 0; left -= 1) {
      await lacking.first().locator('input[type=file]').setInputFiles(PDF);
      await lacking.first().locator('button').click();
    }
  }
  async function checkedAndSent(page: Page): Promise<string> {
    await page.getByRole('link', { name: '下一步：核对' }).click();
    await sound(page);
    await page.getByLabel('以上内容和材料真实，我愿承担相应责任').check();
    await press(page, '提交申请');
    return main(page);
  }

  let number = '';
  test('signs in with a real name from the guide page, applies, and has a number and a receipt', async () => {
    platform.seat(LI);
    const page = await phone();
    await page.goto(`${program.url}/items?q=${encodeURIComponent('高龄津贴')}`);
    await page.getByRole('link', { name: '高龄津贴申请' }).first().click();
    await page.getByRole('link', { name: '网上申请' }).click();
    await page.getByRole('link', { name: '用省统一身份认证登录' }).click();
    await page.getByRole('heading', { name: '申请：高龄津贴申请' }).waitFor();
    await sound(page);
    await press(page, '开始填写');
    await sound(page);
    await uploadAll(page);
    const text = await checkedAndSent(page);
    number = /BJ\d{10}/.exec(text)![0];
    expect(text).toContain('申请已提交');
    await sound(page);
    const receipt = await page.request.get(`${program.url}/mine/cases/${number}/papers/receipt.pdf`);
    expect([receipt.status(), receipt.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await page.goto(`${program.url}/mine`);
    expect(await main(page)).toContain(number);
    await sound(page);
  });

  test('anybody with the number and four digits sees how far it is', async () => {
    const page = await phone();
    await page.goto(`${program.url}/cases?number=${number}`);
    await page.getByLabel('电话后四位').fill('1234');
    await press(page, '查询');
    const text = await main(page);
    expect(text).toContain('受理窗口');
    expect(text).not.toContain('李');
    await sound(page);
  });

  test('one thing is applied for at once, and the second item waits for the first', async () => {
    platform.seat(LI);
    const page = await phone();
    await page.goto(`${program.url}/themes/${themeId}`);
    await sound(page);
    await page.getByRole('link', { name: '网上申请' }).click();
    await page.getByRole('link', { name: '用省统一身份认证登录' }).click();
    await press(page, '开始填写');
    for (const question of await page.locator('select').all()) await question.selectOption('否');
    await press(page, '保存，看要交什么材料');
    await uploadAll(page);
    const text = await checkedAndSent(page);
    for (const said of ['申请已提交', '个体工商户设立登记', '食品经营许可', '待前序'])
      expect(text).toContain(said);
    await sound(page);
  });

  interface Told {
    readonly id: string;
    readonly state: string;
    readonly papers: readonly { readonly name: string; readonly state: string }[];
  }
  const MARKET = '区市场监督管理局';
  const isWhole = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

  test('the office grants the first, the second goes on by itself and is looked at on the spot, both are handed over together', async () => {
    await postsAt(MARKET);
    const [clerk, decider, sealer] = [
      await officer('clerk'),
      await officer('decider'),
      await officer('sealer'),
    ];
    const [bundle] = (await got(clerk, `/api/bundles?theme=${themeId}`))['items'] as readonly Told[];
    const course = async (): Promise<readonly Told[]> =>
      (await got(clerk, `/api/bundles/${bundle!.id}/course`))['cases'] as readonly Told[];
    const [shop, food] = (await course()) as readonly [Told, Told];
    const takenIn = async ({ id }: Told): Promise<void> => {
      const { papers } = (await got(clerk, `/api/cases/${id}`)) as unknown as Told;
      const here = papers.filter(({ state }) => state === 'missing').map(({ name }) => name);
      await got(clerk, `/api/cases/${id}/receive`, { papers: here });
      await got(clerk, `/api/cases/${id}/accept`, {});
    };
    const decided = async ({ id }: Told, resultNumber: string): Promise<void> => {
      await got(decider, `/api/cases/${id}/grant`, {});
      await got(sealer, `/api/cases/${id}/issue`, { resultNumber });
    };

    await clerk.goto(`${program.url}/desk/cases/${food.id}`);
    await clerk.getByText('营业执照：等「个体工商户设立登记」的结果').waitFor();
    await takenIn(shop);
    await decided(shop, '营业执照1号');
    await expect.poll(async () => (await course())[1]!.state, { timeout: 20_000 }).toBe('applied');
    await takenIn(food);
    await lookedAt(food.id);
    await decided(food, '食品许可1号');

    await clerk.goto(`${program.url}/desk/cases/bundles/${bundle!.id}`);
    await clerk.getByText(/分别办理 \d+ 份，少 \d+ 份/).waitFor();
    expect(await seriousFaults(clerk)).toEqual([]);
    await clerk.getByRole('button', { name: '一并送达办结' }).click();
    const drawer = clerk.getByRole('dialog');
    await drawer.getByText('窗口领取', { exact: false }).first().click();
    await drawer.getByLabel('签收人或单号').fill('本人签收');
    await drawer.getByRole('button', { name: '一并送达办结' }).click();
    await clerk.getByText('已完成：一并送达办结').waitFor();
    expect((await course()).map(({ state }) => state)).toEqual(['completed', 'completed']);
    expect(await got(clerk, `/api/bundles/${bundle!.id}`)).toMatchObject({
      state: 'completed',
      openCases: 0,
    });
    for (const page of [clerk, decider, sealer]) await page.context().close();
  });

  /** The department asks for a visit; who goes writes down what is there on a phone. */
  async function lookedAt(caseId: string): Promise<void> {
    const approver = await officer('approver');
    await got(approver, `/api/cases/${caseId}/ask-survey`, {
      site: '濠河路口小餐馆',
      reason: '查看经营场所',
    });
    const [trip] = (await got(approver, `/api/surveys?caseId=${caseId}`))['items'] as readonly Told[];
    const visitAt = new Date(Date.now() + 1500).toISOString();
    await got(approver, `/api/surveys/${trip!.id}/schedule`, { visitAt, toldHow: 'phone' });
    await approver.waitForTimeout(1600);
    const [unit] = (await got(approver, `/api/survey-units?caseId=${caseId}`))['items'] as readonly Told[];
    await approver.setViewportSize({ width: 390, height: 844 });
    await approver.goto(`${program.url}/desk/cases/visits/${unit!.id}`);
    const form = approver.getByRole('form', { name: '登记勘查结果' });
    await form
      .getByRole('group', { name: '清洗消毒设施' })
      .getByRole('radio', { name: '符合', exact: true })
      .check();
    await form
      .getByRole('group', { name: '生熟分开' })
      .getByRole('radio', { name: '不涉及', exact: true })
      .check();
    await form.getByLabel('到场人员').fill('甲某、乙某');
    await form.locator('input[type=file]').setInputFiles(PHOTO);
    await form.getByText('现场照片（1）').waitFor();
    expect(await seriousFaults(approver)).toEqual([]);
    expect(await isWhole(approver)).toBe(true);
    await form.getByRole('button', { name: '登记勘查结果' }).click();
    await approver.getByText('到场人员：甲某、乙某').waitFor();
    const finding = { conclusion: 'passed', text: '场所符合条件。' };
    await got(approver, `/api/surveys/${trip!.id}/finish`, finding);
    await approver.context().close();
  }
  /** Gives the people of the demonstration their work at one department. */
  async function postsAt(unit: string): Promise<void> {
    const admin = await officer('admin');
    const { items } = await got(admin, `/api/organisations?q=${encodeURIComponent(unit)}`);
    const [found] = items as readonly { readonly id: string; readonly name: string }[];
    for (const name of ['approver', 'decider', 'sealer']) {
      const { id } = await got(admin, `/api/accounts/${name}`);
      await got(admin, `/api/accounts/${String(id)}/grant`, { role: `cases.${name}`, scope: found!.id });
    }
    await admin.context().close();
  }

  test('a firm’s agent applies for it under a bound mandate', async () => {
    platform.seat(WANG);
    const agent = await phone();
    await agent.goto(`${program.url}/sign-in/province`);
    platform.seat(FIRM);
    const owner = await phone();
    await owner.goto(`${program.url}/sign-in/province`);
    await owner.goto(`${program.url}/mine/mandates/new`);
    await owner.getByLabel('受托人姓名').fill(WANG.name);
    await owner.getByLabel('受托人证件号码').fill(WANG.id_number);
    await owner.getByLabel('全部事项').check();
    for (const act of ['提出申请', '补交材料', '撤回申请']) await owner.getByLabel(act).check();
    await press(owner, '委托');
    expect(await main(owner)).toContain('委托已生效');

    await agent.goto(`${program.url}/items?q=${encodeURIComponent('粮食收购')}`);
    await agent.getByRole('link', { name: '粮食收购企业备案' }).first().click();
    await agent.getByRole('link', { name: '网上申请' }).click();
    // The program binds a mandate by itself, a moment after it was given.
    await expect
      .poll(
        async () => {
          await agent.reload();
          return agent.getByLabel(FIRM.corp_name).count();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(1);
    await agent.getByLabel(FIRM.corp_name).check();
    await press(agent, '开始填写');
    await agent.getByLabel('联系电话').fill('13900005678');
    await press(agent, '保存，看要交什么材料');
    await uploadAll(agent);
    const text = await checkedAndSent(agent);
    const theirs = /BJ\d{10}/.exec(text)![0];
    expect(text).toContain('您受委托代办');
    await owner.goto(`${program.url}/mine/cases/${theirs}`);
    expect(await main(owner)).toContain('粮食收购企业备案');
    await sound(owner);
  });

  test('the agent applies for one thing in the firm’s name, and takes one case of it back', async () => {
    platform.seat(WANG);
    const agent = await phone();
    await agent.goto(`${program.url}/themes/${themeId}`);
    await agent.getByRole('link', { name: '网上申请' }).click();
    await agent.getByRole('link', { name: '用省统一身份认证登录' }).click();
    await agent.getByLabel(FIRM.corp_name).check();
    await press(agent, '开始填写');
    expect(await main(agent)).toContain(`受委托为 ${FIRM.corp_name} 申请`);
    for (const question of await agent.locator('select').all()) await question.selectOption('否');
    await agent.getByLabel('联系电话').fill('13900005678');
    await press(agent, '保存，看要交什么材料');
    await uploadAll(agent);
    expect(await checkedAndSent(agent)).toContain('申请已提交');

    await agent.getByRole('link', { name: '个体工商户设立登记' }).click();
    expect(await main(agent)).toContain('您受委托代办');
    await sound(agent);
    await agent.getByText('撤回申请', { exact: true }).click();
    await agent.getByLabel('撤回原因').fill('改日再办');
    await agent.getByLabel('我确认撤回，不再办理').check();
    await press(agent, '撤回');
    expect(await main(agent)).toContain('已按申请人的要求撤回');
  });
});
