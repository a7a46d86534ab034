import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { sourceWords } from '../elsewhere/source-key.ts';
import { handover } from './handover.ts';
import { HANDOVER_STATES } from './words.ts';

const PER_ROUND = 500;
const HOURLY = 3_600_000;
const STATES = Object.keys(HANDOVER_STATES) as (keyof typeof HANDOVER_STATES)[];

/** 补记来件编号 — of envelopes from before a number was one however it is typed. */
export const keySource = action(handover, {
  name: 'key-source',
  title: '补记来件编号',
  about: '早先登记的来件，由系统按不分大小写、全半角补记编号，防止同一来件重复登记',
  may: { 'cases.inspector': 'fromPlace' },
  hidden: true,
  from: STATES,
  to: STATES,
  input: Type.Object({}),
  when: (row) => row.sourceKey === null && row.sourceNumber !== null,
  decide: ({ handover: mine }) => ({ state: mine.state, sourceKey: sourceWords(mine.sourceNumber!) }), // `when` has seen to it.
});

/** All of them, the first of those that are alike: what was registered twice stays as it is. */
export async function keySourceRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select distinct on (from_place, words) id from (
          select id, from_place, upper(normalize(btrim(source_number), NFKC)) as words from handover
            where source_key is null and source_number is not null) h
        where not exists (select from handover k where k.from_place = h.from_place and k.source_key = h.words)
        order by from_place, words, id limit ${PER_ROUND}`,
      [],
    );
    const wishes = found.map(({ id }) => ({ id: id as string, input: {} }));
    isFull = (await performAll(app, keySource, wishes)) === PER_ROUND;
  }
}
export const keySourceLoop: Loop = {
  name: 'cases.handover-source-keys',
  everyMs: HOURLY,
  run: keySourceRound,
};
