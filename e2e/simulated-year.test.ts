/* The year behind the figures: from 99.95 % to the six late orders, to one of them, to its entry in the ledger. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser, openPage, seriousFaults } from './browser.ts';
import { dataDirectory, PASSWORD, removeDirectory, startProgram, type Program } from './program.ts';

/** Half a minute where the machine has nothing else to do. The year of the counters is made small in its own tests. */
const A_YEAR = 300_000;

describe.runIf(hasBrowser)('the program opens on a simulated year', () => {
  let directory: string;
  let program: Program;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    directory = dataDirectory();
    program = await startProgram(directory, [], { YICHUANG_SIMULATE: 'hotline' });
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser, program.url));
  }, A_YEAR);
  afterAll(async () => {
    await browser.close();
    await program.stop();
    removeDirectory(directory);
  });

  test('the first page and the desk say that the data is simulated', async () => {
    await page.goto(program.url);
    expect(await page.locator('body').innerText()).toContain('模拟数据');
    await page.goto(`${program.url}/desk/`);
    await page.locator('input[autocomplete=username]').fill('writer');
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('我的待办').first().waitFor();
    await page.getByText('模拟数据').first().waitFor();
  });

  test('99.95 % is 11,297 of 11,303, and one click lists the six that are missing', async () => {
    await page.goto(`${program.url}/desk/evaluations/2020/figures?figure=orders.inTimeRate`);
    const drawer = page.getByRole('dialog').first();
    await drawer.getByText('99.95%').first().waitFor();
    expect(await drawer.innerText()).toMatch(/11297\s*\/\s*11303/);
    await drawer
      .getByRole('link', { name: /差的\s*6\s*件/ })
      .first()
      .click();
    await page.getByText('2020 年度共 6 条').first().waitFor();
    await expect.poll(() => page.locator('main tbody tr').count()).toBe(6);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('the next opens one, the next shows its entry', async () => {
    await page.locator('main tbody tr').first().getByRole('link').first().click();
    await page.getByText('承办单位办结').first().waitFor();
    const entry = page.getByRole('link', { name: /账本第 \d+ 条/ }).first();
    const seq = /\d+/.exec(await entry.innerText())![0];
    await entry.click();
    await page.waitForURL(/\/desk\/ledger/);
    await page.getByText(seq).first().waitFor();
    expect(await page.locator('main').innerText()).toContain('办结');
    expect(faults).toEqual([]);
  });
});
