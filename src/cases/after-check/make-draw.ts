import { sql } from 'kysely';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import type { Reaction } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { blockOf } from '#ledger/index.ts';
import { addDays, startOfDay } from '#lib/time.ts';
import { afterCheckDraw, settleDraw, type AfterCheckDraw } from './draw.ts';
import { drawnByLot } from './lot.ts';
import { markDrawn } from './check.ts';

/** What was completed in the days and places of a draw without two pairs of eyes, by whichever way it came and was done. */
async function populationOf(app: App, draw: AfterCheckDraw): Promise<readonly string[]> {
  const scopes = app.scopes();
  const { place, fromOn, toOn, askedAt } = draw;
  const within = scopes.isWhole(place) ? sql`true` : sql`place = any(${scopes.below(place)}::text[])`;
  const { rows } = await sql<{ readonly id: string }>`
    select id from case_file
     where not is_separated and outcome = 'granted' and is_elsewhere is not true
       and is_after_check is null and completed_at <= ${askedAt}::timestamptz
       and completed_at >= ${startOfDay(fromOn)}::timestamptz
       and completed_at < ${startOfDay(addDays(toOn, 1))}::timestamptz and ${within}
     order by id`.execute(app.db);
  return rows.map(({ id }) => id);
}

interface Drawn {
  readonly members: string[];
  readonly drawn: string[];
  readonly seed: string;
  readonly seedBlock: number;
}
async function drawnFrom(app: App, draw: AfterCheckDraw, seq: string): Promise<Drawn> {
  const members = await populationOf(app, draw);
  const { hash: seed, height } = await blockOf(app, seq);
  const drawn = drawnByLot(members, { seed, percent: draw.percent });
  return { members: [...members], drawn: [...drawn], seed, seedBlock: height };
}
async function findDraw(app: App, id: string): Promise<AfterCheckDraw | undefined> {
  const [found] = await app.query('select * from after_check_draw where id = $1', [id]);
  return found && (rowFrom(afterCheckDraw, found) as AfterCheckDraw);
}
/** What a draw that was asked for takes, of what is completed now: for who draws under a clock of his own. */
export async function drawnFor(app: App, id: string): Promise<Drawn> {
  const [asked] = await app.query(
    `select seq from ledger_entry where subject = $1 and noun = 'after-check-draw' and action = 'draw'`,
    [id],
  );
  return drawnFrom(app, (await findDraw(app, id))!, String(asked!['seq']));
}

async function settled(app: App, draw: AfterCheckDraw, seq: string): Promise<readonly string[]> {
  const { drawn, ...said } = await drawnFrom(app, draw, seq);
  const request = { by: SYSTEM, key: null, ifMatch: null, now: app.now() };
  await app.engine.perform({ ...request, action: settleDraw, id: draw.id, input: { drawn, ...said } });
  return drawn;
}

/** Draws what was asked for, keeps the list, and marks every case on it; one that was killed between goes on here. */
export const makeDraw: Reaction = {
  after: 'after-check-draw.draw',
  name: 'cases.make-after-check-draw',
  react: async ({ seq, subject }, app) => {
    const draw = await findDraw(app, subject);
    if (!draw) return;
    const drawn = draw.state === 'drawing' ? await settled(app, draw, seq) : (draw.drawn ?? []);
    await performAll(
      app,
      markDrawn,
      drawn.map((id) => ({ id, input: {} })),
    );
  },
};
