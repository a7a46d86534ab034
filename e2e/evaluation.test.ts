/* The promise of the README, as a person would check it. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '#documents/index.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { hasBrowser, openBrowser, openPage, seriousFaults } from './browser.ts';
import { dataDirectory, PASSWORD, removeDirectory, startProgram, type Program } from './program.ts';

const report2020 = sharedFile('reference/self-evaluation-2020.txt');

describe.runIf(hasBrowser)('a stranger opens the program', () => {
  let directory: string;
  let program: Program;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];

  beforeAll(async () => {
    directory = dataDirectory();
    program = await startProgram(directory);
    browser = await openBrowser();
    ({ page, faults } = await openPage(browser, program.url));
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    removeDirectory(directory);
  });

  test('the first page says what this is and leads to the desk', async () => {
    await page.goto(program.url);
    expect(await page.locator('h1').innerText()).toMatch(/[\u4e00-\u9fff]/);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '工作人员登录' }).first().click();
    await page.waitForURL(/\/desk\//);
  });

  test('a wrong password is refused in words, and the right one opens the tasks', async () => {
    await page.locator('input[autocomplete=username]').fill('writer');
    await page.locator('input[type=password]').fill('not-the-password-1');
    await page.keyboard.press('Enter');
    await page
      .getByText(/账号或密码/)
      .first()
      .waitFor();
    expect(await page.locator('input[autocomplete=username]').inputValue()).toBe('writer');
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('我的待办').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('the evaluation shows 97 claimed, 89 by rule, 63 to 94', async () => {
    await page.goto(`${program.url}/desk/evaluations/2020`);
    await page.getByText('财政供养人员控制率').first().waitFor();
    const head = await page.locator('main').innerText();
    expect(head).toMatch(/97\s*优/);
    expect(head).toMatch(/89\s*良/);
    expect(head).toMatch(/63\s*[–-]\s*94/);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a red row explains itself: rule, figures, steps, result', async () => {
    await page.getByText('财政供养人员控制率').first().click();
    const drawer = page.getByRole('dialog').first();
    await drawer.waitFor();
    await drawer
      .getByText(/211\.11/)
      .first()
      .waitFor();
    expect(await drawer.innerText()).toMatch(/38[\s\S]*18/);
    await page.waitForTimeout(400);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  test('the report downloads, and says the same', async () => {
    await page
      .getByRole('link', { name: '报告', exact: true })
      .or(page.getByRole('tab', { name: '报告', exact: true }))
      .first()
      .click();
    const arriving = page.waitForEvent('download');
    await page
      .getByRole('link', { name: /docx|Word/i })
      .or(page.getByRole('button', { name: /docx|Word/i }))
      .first()
      .click();
    const download = await arriving;
    const { lines } = await readDocument(await readFile(await download.path()), {
      name: download.suggestedFilename(),
    });
    const text = lines.map((line) => line.text).join('\n');
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    for (const figure of ['97', '89', '63', '94', '1595.33', '469.57']) expect(text).toContain(figure);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test.runIf(report2020 !== undefined)(
    'the report of 2020 itself, dropped on the audit page, gets the same verdict',
    async () => {
      await page.goto(`${program.url}/desk/audit`);
      await page.locator('input[type=file]').first().setInputFiles(report2020!);
      await page.getByText('资金结余').first().waitFor({ timeout: 20_000 });
      const text = await page.locator('main').innerText();
      for (const expected of [/97/, /89/, /63\s*[–-]\s*94/, /矛盾/, /待说明/, /尾差/])
        expect(text).toMatch(expected);
      expect(await seriousFaults(page)).toEqual([]);
    },
  );

  test('nothing went wrong in the console, and no request left the machine', () => {
    expect(faults).toEqual([]);
  });

  test('on a phone the same page holds without sideways scrolling', async () => {
    const phone = await openPage(browser, program.url, 390);
    await phone.page.context().addCookies(await page.context().cookies());
    await phone.page.goto(`${program.url}/desk/evaluations/2020`);
    await phone.page.getByText('财政供养人员控制率').first().waitFor();
    expect(
      await phone.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
    ).toBeLessThanOrEqual(0);
    expect(await seriousFaults(phone.page)).toEqual([]);
    expect(phone.faults).toEqual([]);
  });
});
