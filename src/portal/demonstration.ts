import type { App } from '#lib/app.ts';

/** Whether this is a demonstration: then every page of it says so. It has living demo accounts, a real office has none. */
export async function isDemonstration(app: Pick<App, 'query'>): Promise<boolean> {
  const found = await app.query(`select 1 from account where is_demo and state = 'active' limit 1`, []);
  return found.length > 0;
}
