import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { dayOf, MS_PER_HOUR } from '#lib/time.ts';
import { expireDraft } from './fill.ts';

const PER_ROUND = 500;

async function expireRound(app: App): Promise<void> {
  const at = app.now();
  const found = await app.query(
    `select id from case_draft where state = 'open' and expires_on < $1 order by expires_on limit ${PER_ROUND}`,
    [dayOf(at)],
  );
  await performAll(
    app,
    expireDraft,
    found.map(({ id }) => ({ id: id as string, input: {}, at })),
  );
}
export const expireLoop: Loop = { name: 'cases.drafts', everyMs: MS_PER_HOUR, run: expireRound };
