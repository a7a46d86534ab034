import { mandate, mandateCovers, type Act, type Mandate } from '#applicants/index.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { refuseUncovered } from './acting-for.ts';

interface Asked {
  readonly agent: string;
  readonly act: Act;
  readonly now: Instant;
}
type Of = Pick<CaseFile, 'applicant' | 'itemCode'>;

/**
 * The mandate by which an agent may do this in a case today, of all that its applicant gave them: not only the one it was
 * applied for under, which may have ended and been given anew. Pure.
 */
export const mandateFor = (
  all: readonly Mandate[],
  mine: Of,
  { agent, act, now }: Asked,
): Mandate | undefined =>
  all.find(
    (each) =>
      each.principal === mine.applicant &&
      mandateCovers(each, { agent, item: mine.itemCode, act, day: dayOf(now) }),
  );

/** Refuses an agent whom no mandate of the applicant lets do this; who was never given one finds no such case. */
export function refuseUnmandated(all: readonly Mandate[], mine: Of, asked: Asked): void {
  if (mandateFor(all, mine, asked)) return;
  const latest = all.findLast((each) => each.principal === mine.applicant && each.agent === asked.agent);
  if (!latest) refuse('lib.not-found');
  refuseUncovered(latest, { ...asked, item: mine.itemCode });
}

/** Every mandate that was given to an agent and is not revoked or renounced; the days are for `mandateFor`. */
export async function mandatesOf(app: Pick<App, 'query'>, agent: string): Promise<readonly Mandate[]> {
  const found = await app.query(
    selectRows(mandate, `where r.agent = $1 and r.state = 'in-force' order by r.id`),
    [agent],
  );
  return found.map((record) => readRow(mandate, record) as Mandate);
}

const IN_FORCE = `m.agent = $1 and m.state = 'in-force' and $2 between m.starts_on and m.ends_on`;
/** Whether somebody may have the result of a case: the applicant, or whom a mandate of theirs lets receive it today. */
export async function mayReceive(app: Pick<App, 'query' | 'now'>, mine: Of, who: string): Promise<boolean> {
  if (mine.applicant === who) return true;
  return (
    mandateFor(await mandatesOf(app, who), mine, { agent: who, act: 'receive', now: app.now() }) !== undefined
  );
}

/**
 * The ids of somebody's cases: their own; those applied for under a mandate that stands; and those for which another of the
 * applicant lets them see to something now. $1 who asks, $2 today.
 */
export const OWN_CASES = `select id from case_file where applicant = $1
  union select c.id from mandate m join case_file c on c.mandate = m.id where ${IN_FORCE}
  union select c.id from mandate m join case_file c on c.applicant = m.principal
    where ${IN_FORCE} and m.acts ?| array['supply', 'sign', 'receive', 'withdraw']
      and (m.extent = 'all' or m.items ? c.item_code)`;
