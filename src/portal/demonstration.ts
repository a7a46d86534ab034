import type { App } from '#lib/app.ts';
import { html, type Html } from '#lib/html.ts';

/** Whether this is a demonstration: then every page of it says so. It has living demo accounts, a real office has none. */
export async function isDemonstration(app: Pick<App, 'query'>): Promise<boolean> {
  const found = await app.query(`select 1 from account where is_demo and state = 'active' limit 1`, []);
  return found.length > 0;
}

export const exampleNotice = html`<strong>公开数据示例</strong>　本站演示用的是一份已公开的 2020
  年度自评报告中的数据，不代表任何单位的现时情况。`;

/** The notice every page of a demonstration carries; null on a real office's. */
export const noticeOf = async (app: Pick<App, 'query'>): Promise<Html | null> =>
  (await isDemonstration(app)) ? exampleNotice : null;
