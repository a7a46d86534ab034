import { rowFrom } from '#lib/action/engine/plan.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { eachAtOnce } from '#lib/at-once.ts';
import type { Reaction } from '#lib/module.ts';
import { callBackDraw, type CallBackDraw } from './call-back-draw.ts';
import { settleDraw } from './draw.ts';
import { drawOrders, type Callable } from './draw-orders.ts';
import { markSampled } from './mark-sampled.ts';
import { membersOf } from './members.ts';
import { readPopulation } from './population.ts';

const findDraw = async (app: App, id: string): Promise<CallBackDraw | undefined> => {
  const [row] = await app.query('select * from call_back_draw where id = $1', [id]);
  return row && (rowFrom(callBackDraw, row) as CallBackDraw);
};
const request = { by: SYSTEM, key: null, ifMatch: null };

async function sampled(app: App, asked: CallBackDraw) {
  const { callable, outside } = await readPopulation(app.db, asked, app.scopes());
  return { outside, members: membersOf(callable), sample: drawOrders(callable, asked) };
}
/** What a draw that was asked for takes, of what is closed now: for who draws under a clock of his own. */
export async function sampleFor(app: App, id: string): ReturnType<typeof sampled> {
  return sampled(app, (await findDraw(app, id))!);
}

async function settled(app: App, asked: CallBackDraw): Promise<readonly Callable[]> {
  const input = await sampled(app, asked);
  await app.engine.perform({ ...request, action: settleDraw, id: asked.id, input, now: app.now() });
  return input.sample.drawn;
}

/** Those of the list that are not marked yet: a run that was killed between list and marks goes on here. */
async function unmarked(app: App, drawn: readonly Callable[]): Promise<readonly string[]> {
  const rows = await app.query(
    'select id from work_order where id = any($1::uuid[]) and is_sampled is null',
    [drawn.map(({ id }) => id)],
  );
  return rows.map((row) => row['id'] as string);
}

/** Draws what was asked for, keeps the list, and marks every order on it. */
export const makeDraw: Reaction = {
  after: 'call-back-draw.draw',
  name: 'hotline.make-draw',
  react: async ({ subject }, app) => {
    const asked = await findDraw(app, subject);
    if (!asked) return;
    const drawn = asked.state === 'drawing' ? await settled(app, asked) : (asked.drawn ?? []);
    const ids = await unmarked(app, drawn);
    const input = { draw: asked.id };
    await eachAtOnce(ids, (id) =>
      app.engine.perform({ ...request, action: markSampled, id, input, now: app.now() }),
    );
  },
};
