import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../bin/chromium.js';

/* Without the background flags the browser looks for the network by itself; nothing here may leave the machine. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether journeys run at all; a run without them must have been asked for. */
export const hasBrowser = process.env['SKIP_BROWSER'] !== '1';
if (!hasBrowser) process.stderr.write('NOT RUN: browser journeys (SKIP_BROWSER=1)\n');

export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: run `npm test`, which installs it, or set CHROME_PATH');
  // Without a locale of UTF-8 Chromium gives up on Chinese file names and calls every download `download`.
  return chromium.launch({
    executablePath,
    args: QUIET,
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } as Record<string, string>,
  });
}

/** A page of desk width that collects what must not happen: errors in the console and requests to elsewhere. */
export async function openPage(
  browser: Browser,
  origin: string,
  width = 1366,
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // A refusal (401 before sign-in, 409 on a lost race) is an answer the page shows, and Chromium notes it all the same.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(origin))
      faults.push(`request to ${request.url()}`);
  });
  return { page, faults };
}

/** What axe finds serious on the page as it stands: rule and places, empty when all is well. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // Our pages have no frames, so nothing need be gathered on a blank page; and of what is well nobody wants the places.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' · ')}`);
}
