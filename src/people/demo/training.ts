import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { addDays, dayOf } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';

type Seeding = Pick<App, 'actions' | 'engine' | 'query' | 'now' | 'scopes'>;
const DAYS_VALID = 730;

/**
 * 岗位培训 of the demo people who hold this role: held today and valid for two years, so that they may work at an
 * undifferentiated window. Those who have a valid one keep it; may run at every start. Returns how many were trained.
 */
export async function seedDemoTraining(app: Seeding, role: string): Promise<number> {
  const now = app.now();
  const today = dayOf(now);
  const untrained = await app.query(
    `select id from account a where is_demo and state = 'active'
        and exists (select from jsonb_array_elements(a.grants) as g where g ->> 'role' = $1)
        and not exists (select from training t, jsonb_array_elements(t.attendees) as each
          where t.state = 'held' and t.valid_until >= $2::date and each ->> 'account' = a.id::text)
      order by id`,
    [role, today],
  );
  if (untrained.length === 0) return 0;
  await app.engine.perform({
    action: getAction(app, 'training', 'record'),
    id: null,
    input: {
      course: '无差别综合窗口受理业务（演示）',
      post: 'undifferentiated',
      place: (app.scopes() as OrganisationTree).root!.code,
      heldOn: today,
      validUntil: addDays(today, DAYS_VALID),
      passMark: 80,
      attendees: untrained.map(({ id }) => ({ account: id, score: 92 })),
    },
    by: SYSTEM,
    now,
    key: null,
    ifMatch: null,
  });
  return untrained.length;
}
