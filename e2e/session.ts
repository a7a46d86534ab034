import type { Page } from 'playwright-core';
import { PASSWORD } from './program.ts';

/** Signs in by the API the desk uses and draws no page of the desk: for whoever only sets the scene. */
export async function enter(page: Page, origin: string, account: string): Promise<void> {
  const answer = await page.context().request.post(`${origin}/api/session`, {
    headers: { origin, 'X-Yichuang': '1' },
    data: { account, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${account}: ${answer.status()} ${await answer.text()}`);
  await page.goto(`${origin}/api/session`);
}
