import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { OVER } from '../words.ts';
import { followBundle } from './follow.ts';

const PER_ROUND = 500;

/** An undecided case of the bundle with a paper that is the result of another, which was revoked. */
const UNFED = `
  select from jsonb_array_elements(b.parts) as part, jsonb_array_elements(part -> 'waitsFor') as awaited,
      case_file c, jsonb_array_elements(c.papers) as paper, case_file f
    where c.id = (part ->> 'caseId')::uuid and c.decided_at is null and c.state <> all($1::text[])
      and f.bundle = b.id and f.item_code = awaited ->> 'code' and f.state = 'revoked'
      and paper ->> 'name' = awaited ->> 'paper' and paper ->> 'state' = 'present'
      and paper ->> 'because' is not null and (paper ->> 'at')::timestamptz = f.decided_at`;

/**
 * Bundles that do not stand as their cases do: another number is open or lost, one waits for what is granted or lost, or
 * one is held back although all are decided, one still has what was revoked since. By what is, not by what happened: nothing that was missed stays undone.
 */
const BEHIND = `
  select b.id from bundle b,
    lateral (select count(*) filter (where c.state <> all($1::text[])) as open,
        count(*) filter (where (c.outcome is not null or c.state = any($1::text[]))
          and (c.outcome is distinct from 'granted' or c.state = 'revoked')) as lost,
        bool_and(c.decided_at is not null or c.state = any($1::text[])) as is_decided,
        bool_or(c.awaits_others) as is_held,
        bool_or(c.state = 'revoked') as is_revoked,
        bool_or(c.state = 'waiting' and not exists (
          select from case_file f where f.bundle = b.id and f.outcome is null
            and f.item_code in (select each ->> 'code' from jsonb_array_elements(c.waits_for) as each))) as is_ready
      from case_file c where c.bundle = b.id) as now
    where b.state = 'open'
      and (b.open_cases <> now.open or b.ungranted <> now.lost or now.is_ready or (now.is_held and now.is_decided)
        or (now.is_revoked and exists (${UNFED})))
    order by b.id limit ${PER_ROUND}`;

/** Lets every bundle follow its cases. */
export async function bundleRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(BEHIND, [[...OVER]]);
    const wishes = found.map(({ id }) => ({ id: id as string, input: {} }));
    isFull = (await performAll(app, followBundle, wishes)) === PER_ROUND;
  }
}
export const bundleLoop: Loop = { name: 'cases.bundles', everyMs: 1000, run: bundleRound };
