/* A case through the office: accepted with a paper to follow, two departments side by side, sealed and handed over. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { hasBrowser, openBrowser, openPage, seriousFaults } from './browser.ts';
import { ask, got, openOffice } from './case-office.ts';
import { dataDirectory, PASSWORD, removeDirectory, startProgram, type Program } from './program.ts';
import { enter } from './session.ts';

// Several sign-ins and looks by axe in each: a busy machine needs more than the usual.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 180_000 });
/** The smallest picture there is: one grey point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** A number with a sound last sign, of nobody: the year of birth is 1800. */
const DOCUMENT = '43061118000101001X';

describe.runIf(hasBrowser)('a case goes through the office', () => {
  let directory: string;
  let program: Program;
  let browser: Browser;
  let number: string;
  let id: string;
  const everyFault: (readonly string[])[] = [];

  const cookies = new Map<string, Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>>();
  /** Signs in the first time, and stands where the program leads; later the session is taken up on an empty page. */
  async function signedIn(account: string, width = 1366): Promise<Page> {
    const { page, faults } = await openPage(browser, program.url, width);
    everyFault.push(faults);
    page.setDefaultTimeout(20_000);
    const known = cookies.get(account);
    if (known) {
      await page.context().addCookies(known);
      await page.goto(`${program.url}/api/session`);
      return page;
    }
    await page.goto(`${program.url}/desk/sign-in`);
    await page.locator('input[autocomplete=username]').fill(account);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('#side-nav').waitFor({ state: 'attached' });
    cookies.set(account, await page.context().cookies());
    return page;
  }
  const at = (path: string): string => `${program.url}/desk${path}`;
  const isWithinWidth = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  const caseNow = (page: Page): Promise<Record<string, unknown>> => got(page, `/api/cases/${number}`);

  beforeAll(async () => {
    directory = dataDirectory();
    program = await startProgram(directory);
    browser = await openBrowser();
    await openOffice(async (account) => {
      const { page } = await openPage(browser, program.url);
      await enter(page, program.url, account);
      return page;
    });
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    removeDirectory(directory);
    // One journey takes the network away on purpose.
    expect(everyFault.flat().filter((each) => !each.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });

  test('the clerk begins at the counter, and takes in and accepts with the keyboard alone, one paper to follow', async () => {
    const page = await signedIn('clerk');
    await page.waitForURL(at('/cases/new'));
    const keys = page.keyboard;
    await page.getByLabel('事项', { exact: true }).waitFor();
    await keys.type('采砂');
    await page.getByRole('option', { name: /河道采砂许可/ }).waitFor();
    await keys.press('Enter');
    await page.getByRole('group', { name: '采砂会影响他人吗' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await keys.press('1'); // 会
    await keys.press('Tab');
    await keys.press('Tab'); // a person, as it stands
    await keys.type('甲某');
    await keys.press('Tab');
    await keys.type(DOCUMENT); // nobody without one is taken at their word
    await keys.press('Tab');
    await keys.type('19900004321');
    await keys.press('Alt+a');
    await keys.press('Tab');
    await keys.press('Tab');
    await keys.press('ArrowDown');
    await keys.press('ArrowDown');
    await keys.press('Space'); // the agreement comes later
    await page.getByText('还缺 1 份').waitFor();
    await keys.press('Control+Enter');
    const received = page.getByRole('status', { name: '已收件' });
    await received.waitFor();
    number = /BJ\d+/.exec(await received.innerText())![0];
    expect(await seriousFaults(page)).toEqual([]);
    await keys.press('r');
    const drawer = page.getByRole('dialog');
    await drawer.getByText('申请人已签署容缺受理承诺书').waitFor();
    await drawer.getByText('是', { exact: true }).click();
    await drawer.getByRole('button', { name: '容缺受理' }).click();
    await received.getByText('已容缺受理').waitFor();
    expect(await received.innerText()).toContain('受理通知书');
    const told = await caseNow(page);
    id = String(told['id']);
    expect(told).toMatchObject({
      state: 'accepted',
      openBranches: 2,
      isSupplied: false,
      applicantName: '甲*',
    });
    await page.context().close();
  });

  test('the page of the case shows both clocks, who has it, and what is to follow; on a phone too', async () => {
    const page = await signedIn('clerk', 390);
    await page.goto(at(`/cases/${id}`));
    await page.getByText('第 1 环节，2 个部门并联').waitFor();
    await page.getByText('还剩').first().waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toMatch(/法定时限\s*20个工作日[\s\S]*承诺时限\s*10个工作日/);
    expect(said).toMatch(/容缺待补\s*与第三者的协议/);
    expect(said).not.toMatch(/甲某|19900004321|undefined|null/);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isWithinWidth(page)).toBe(true);
    await page.context().close();
  });

  test('a department answers from its inbox by keyboard; the other sends its branch back alone', async () => {
    const water = await signedIn('approver');
    await water.goto(at('/cases/inbox'));
    const line = water.getByRole('button', { name: '河道采砂许可' });
    await line.waitFor();
    expect(await seriousFaults(water)).toEqual([]);
    await water.keyboard.press('j');
    await water.keyboard.press('Enter');
    await water.getByRole('region', { name: '办理分支' }).waitFor();
    await water.keyboard.press('y');
    await water.keyboard.type('论证报告符合要求，同意。');
    expect(await seriousFaults(water)).toEqual([]);
    await water.keyboard.press('Control+Enter');
    await water.getByText('没有等本部门答复的').waitFor();
    await water.context().close();

    const fields = await signedIn('handler');
    await fields.goto(at('/cases/inbox'));
    await fields.getByRole('button', { name: '河道采砂许可' }).waitFor();
    await fields.keyboard.press('j');
    await fields.keyboard.press('Enter');
    await fields.getByRole('region', { name: '办理分支' }).waitFor();
    await fields.keyboard.press('t');
    await fields.keyboard.type('灌区位置不明，请窗口核实。');
    await fields.keyboard.press('Control+Enter');
    await fields.getByText('没有等本部门答复的').waitFor();

    const clerk = await signedIn('clerk');
    await clerk.goto(at(`/cases/${id}`));
    await clerk.getByText('退回：灌区位置不明，请窗口核实。').waitFor();
    expect(await caseNow(clerk)).toMatchObject({ state: 'accepted', openBranches: 1 });
    await clerk.getByRole('button', { name: '重新转交' }).click();
    const drawer = clerk.getByRole('dialog');
    await drawer.getByLabel('补充说明').fill('位于濠河灌区二支渠。');
    await drawer.getByRole('button', { name: '重新转交' }).click();
    await clerk.getByText('位于濠河灌区二支渠。').first().waitFor();
    await clerk.context().close();
    await fields.context().close();
  });

  test('the paper comes, a survey stands between, and nothing is decided before it is over', async () => {
    const clerk = await signedIn('clerk');
    await clerk.goto(at(`/cases/${id}`));
    await clerk.getByRole('button', { name: /补交材料/ }).waitFor();
    await clerk.keyboard.press('m');
    await clerk.getByRole('dialog').getByRole('button', { name: '补交材料' }).click();
    await clerk.getByText('已完成：补交材料').waitFor();
    await clerk.context().close();

    const fields = await signedIn('handler');
    const mine = await got(fields, '/api/cases/mine');
    const [branch] = mine['branches'] as readonly { id: string }[];
    await got(fields, `/api/case-branches/${branch!.id}/ask-survey`, {
      site: '濠河灌区二支渠',
      reason: '核对取水口位置',
    });
    const agreed = { opinion: '不影响灌区用水，同意。' };
    const unseen = await ask(fields, `/api/case-branches/${branch!.id}/agree`, agreed);
    expect(unseen.body).toMatchObject({ code: 'cases.branch-unseen' });
    const decider = await signedIn('decider');
    const early = await ask(decider, `/api/cases/${id}/grant`, {});
    expect(early.body).toMatchObject({ code: 'cases.survey-open' });
    await decider.goto(at(`/cases/${id}`));
    await decider.getByText('待现场勘查').waitFor();
    const [trip] = (await got(decider, `/api/surveys?caseId=${id}`))['items'] as readonly { id: string }[];
    const visitAt = new Date(Date.now() + 1500).toISOString();
    await got(decider, `/api/surveys/${trip!.id}/schedule`, { visitAt, toldHow: 'phone' });
    await decider.waitForTimeout(1600);
    const units = (await got(fields, `/api/survey-units?caseId=${id}`))['items'] as readonly { id: string }[];
    for (const unit of units) {
      const whole = await got(fields, `/api/survey-units/${unit.id}`);
      const conditions = ['取水口位置', ...((whole['conditions'] ?? []) as readonly string[])];
      const results = conditions.map((condition) => ({ condition, result: 'met' }));
      await got(fields, `/api/survey-units/${unit.id}/record`, { results, attendees: ['乙某', '丙某'] });
    }
    await got(decider, `/api/surveys/${trip!.id}/finish`, { conclusion: 'passed', text: '取水口位置相符。' });
    await got(fields, `/api/case-branches/${branch!.id}/agree`, agreed);
    expect(await caseNow(decider)).toMatchObject({ openSurveys: 0, openBranches: 0 });
    await fields.context().close();
    await decider.context().close();
  });

  test('the decider grants, another seals, and the counter hands over by the last four digits', async () => {
    const decider = await signedIn('decider');
    await decider.goto(at('/cases/inbox'));
    await decider.getByText('可以决定').waitFor();
    await decider.getByRole('link', { name: '河道采砂许可' }).click();
    await decider.getByRole('button', { name: /准予/ }).waitFor();
    await decider.keyboard.press('g');
    await decider.getByRole('dialog').getByRole('button', { name: '准予' }).click();
    await decider.getByText('已完成：准予').waitFor();
    await decider.context().close();

    const sealer = await signedIn('sealer');
    await sealer.goto(at(`/cases/${id}`));
    await sealer.getByRole('button', { name: /制证用章/ }).waitFor();
    await sealer.keyboard.press('i');
    const drawer = sealer.getByRole('dialog');
    await drawer.getByLabel('结果文书号').fill('取水（君）字〔2020〕第1号');
    await drawer.getByRole('button', { name: '制证用章' }).click();
    await sealer.getByText('已完成：制证用章').waitFor();
    await sealer.context().close();

    const counter = await signedIn('deliverer');
    await counter.waitForURL(at('/cases/delivery'));
    await counter.getByRole('searchbox', { name: /手机后四位/ }).fill('4321');
    await counter.keyboard.press('Enter');
    const hand = counter.getByRole('form', { name: '交付' });
    await hand.getByLabel('签收人').fill('甲某');
    expect(await seriousFaults(counter)).toEqual([]);
    await counter.keyboard.press('Enter');
    await counter.getByText(`${number}　已交付，办结`).waitFor();
    expect(await caseNow(counter)).toMatchObject({ state: 'completed', outcome: 'granted' });
    // Followed by its number, like anything else at the desk.
    await counter.getByRole('combobox', { name: '查找记录' }).fill(number);
    await counter.getByRole('option', { name: new RegExp(number) }).click();
    await counter.getByText('河道采砂许可').first().waitFor();
    expect(await counter.locator('main').innerText()).toContain('按期');
    await counter.context().close();
  });

  test('the board of lights opens its list', async () => {
    const page = await signedIn('inspector');
    await page.waitForURL(at('/cases/board'));
    await page.getByRole('heading', { name: '红黄牌' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  test('an instant item is done in one go, and pressing twice makes one case', async () => {
    const page = await signedIn('clerk');
    await page.goto(at('/cases/new'));
    await page.getByLabel('事项', { exact: true }).waitFor();
    await page.keyboard.type('养老补贴');
    await page.getByRole('option', { name: /养老补贴资格认证/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('姓名').fill('乙某');
    await page.keyboard.press('Alt+a');
    const button = page.getByRole('button', { name: '即办，当场办结' });
    await button.dblclick();
    await page.getByText('已当场办结').waitFor();
    const all = (await got(page, '/api/cases?itemCode=YB-2020-01'))['items'] as readonly { state: string }[];
    expect(all.map(({ state }) => state)).toEqual(['completed']);
    await page.context().close();
  });

  test('without a network a village clerk’s photographs wait on the phone, and are sent once', async () => {
    const page = await signedIn('clerk', 390);
    await page.goto(at('/cases/new'));
    await page.getByLabel('事项', { exact: true }).fill('养老补贴');
    await page.getByRole('option', { name: /养老补贴资格认证/ }).click();
    await page.getByLabel('姓名').fill('丙某');
    await page
      .getByLabel('身份证：拍照或选文件')
      .setInputFiles({ name: 'IMG_1.png', mimeType: 'image/png', buffer: PICTURE });
    await page.getByText('已齐全').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '即办，当场办结' }).click();
    const box = page.getByRole('region', { name: '发件箱' });
    await box.getByText('待发送 1 件').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await isWithinWidth(page)).toBe(true);
    await page.context().setOffline(false);
    await box.getByText('已发送').waitFor();
    expect(await box.innerText()).not.toContain('丙');
    const all = (await got(page, '/api/cases?itemCode=YB-2020-01'))['items'] as readonly { id: string }[];
    expect(all).toHaveLength(2);
    const files = await got(page, `/api/attachments?subjectNoun=case-file&subject=${all[0]!.id}`);
    expect((files['items'] as readonly { name: string }[]).map(({ name }) => name)).toEqual(['身份证 1.png']);
    await page.context().close();
  });

  test('opened once, the intake page opens without a network; what waits survives a reload and is one case', async () => {
    const page = await signedIn('clerk', 390);
    const booked = async (on: Page): Promise<number> =>
      ((await got(on, '/api/cases?itemCode=YB-2020-01'))['items'] as readonly object[]).length;
    const before = await booked(page);
    await page.goto(at('/cases/new'));
    await page.getByLabel('事项', { exact: true }).fill('养老补贴');
    await page.getByRole('option', { name: /养老补贴资格认证/ }).click();
    await page.getByLabel('姓名').waitFor();
    const isKept = async (): Promise<boolean> => {
      await navigator.serviceWorker.ready;
      return (await (await caches.open('yichuang-known')).keys()).length === 2;
    };
    await expect.poll(() => page.evaluate(isKept), { timeout: 20_000 }).toBe(true);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByRole('heading', { name: '收件' }).waitFor();
    await page.getByLabel('事项', { exact: true }).fill('养老补贴');
    await page.getByRole('option', { name: /养老补贴资格认证/ }).click();
    await page.getByLabel('姓名').fill('丁某');
    await page.keyboard.press('Alt+a');
    await page.getByRole('button', { name: '即办，当场办结' }).click();
    const box = page.getByRole('region', { name: '发件箱' });
    await box.getByText('待发送 1 件').waitFor();

    // The tab is closed and another opened, still without a network: what waits is there, and is sent once.
    const again = await page.context().newPage();
    await page.close();
    await again.goto(at('/cases/new'));
    const kept = again.getByRole('region', { name: '发件箱' });
    await kept.getByText('待发送 1 件').waitFor();
    expect(await kept.innerText()).toContain('丁某');
    expect(await seriousFaults(again)).toEqual([]);
    await again.context().setOffline(false);
    await kept.getByText('已发送').first().waitFor();
    await again.reload();
    expect(await booked(again)).toBe(before + 1);
    await again.context().close();
  });

  test('what the office gave before is shown as held, with its source, and with it the item is done at once', async () => {
    const page = await signedIn('clerk');
    const { place } = (
      (await got(page, '/api/cases?itemCode=YB-2020-01'))['items'] as readonly { place: string }[]
    )[0]!;
    const applicant = { name: '戊某', idNumber: DOCUMENT };
    const papers = ['身份证'];
    const given = await got(page, '/api/cases/handle', { item: 'YB-2020-01', place, applicant, papers });
    await page.goto(at('/cases/new'));
    await page.getByLabel('事项', { exact: true }).fill('高龄津贴');
    await page.getByRole('option', { name: /高龄津贴发放/ }).click();
    await page.getByLabel('姓名').fill('戊某');
    await page.getByText('收齐 申请书、资格认证结果 就可以当场办结').waitFor();
    await page.getByLabel('身份证号码').fill(DOCUMENT);
    const held = page.getByRole('list', { name: '已持有的材料' });
    await held.getByText('资格认证结果').waitFor();
    expect(await held.innerText()).toContain('养老补贴资格认证');
    expect(await held.innerText()).toContain(String(given['number']));
    await page.getByLabel('申请书', { exact: false }).first().check();
    await page.getByText('即办事项，材料已齐，可以当场办结。').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '即办，当场办结' }).click();
    await page.getByText('已当场办结').waitFor();
    await page.context().close();
  });
});
