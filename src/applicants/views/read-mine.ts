import type { App } from '#lib/app.ts';
import { withoutEnd } from '#lib/action/column.ts';
import type { Day, Instant } from '#lib/time.ts';
import { dayOf } from '#lib/time.ts';
import type { Act, Extent, IdentityKind, Kind, Level, Verification } from '../words.ts';

/** What the program holds of somebody, as it is shown to themselves: masked, because others look over a shoulder. */
export interface Mine {
  readonly number: string;
  readonly kind: Kind;
  readonly name: string;
  readonly identityKind: IdentityKind | null;
  readonly identity: string | null;
  readonly creditCode: string | null;
  readonly phone: string | null;
  readonly verifiedBy: Verification;
  readonly verifiedAt: Instant | null;
  readonly level: Level;
  readonly breaches: readonly MyBreach[];
}
export interface MyBreach {
  readonly number: string;
  readonly occurredOn: Day;
  readonly reason: string;
  readonly source: string;
  readonly repairedOn: Day | null;
}
/** A mandate seen from either end; `other` is who stands at the other one, masked unless a firm. */
export interface MyMandate {
  readonly id: string;
  readonly number: string;
  readonly side: 'given' | 'received';
  readonly other: string;
  readonly isBound: boolean;
  readonly isInForce: boolean;
  readonly state: string;
  readonly extent: Extent;
  readonly items: readonly string[];
  readonly acts: readonly Act[];
  readonly startsOn: Day;
  readonly endsOn: Day;
}
type Reading = Pick<App, 'query' | 'now'>;

const breachesOf = async ({ query }: Reading, id: string): Promise<readonly MyBreach[]> =>
  (await query(
    `select number, occurred_on as "occurredOn", reason, source, repaired_on as "repairedOn"
       from breach
      where state <> 'annulled' and (applicant = $1
             or identity ->> 'hash' = (select a.identity ->> 'hash' from applicant a where a.id = $1)
             or credit_code = (select a.credit_code from applicant a where a.id = $1))
      order by occurred_on desc, id desc limit 100`,
    [id],
  )) as unknown as readonly MyBreach[];

/** Who this is, with what stands on record against them. */
export async function readMine(app: Reading, id: string): Promise<Mine> {
  const [row] = await app.query(
    `select number, kind, coalesce(firm_name, name ->> 'mask', '') as name, identity_kind as "identityKind",
            identity ->> 'mask' as identity, credit_code as "creditCode", phone ->> 'mask' as phone,
            verified_by as "verifiedBy", verified_at as "verifiedAt", level
       from applicant where id = $1`,
    [id],
  );
  const mine = row as unknown as Omit<Mine, 'breaches'>;
  return { ...mine, phone: mine.phone && withoutEnd(mine.phone), breaches: await breachesOf(app, id) };
}

/** The mandates somebody has given and received, those in force first, then the newest; at most 200. */
export async function readMyMandates(app: Reading, id: string): Promise<readonly MyMandate[]> {
  const found = await app.query(
    `select m.id, m.number, m.state, m.extent, m.items, m.acts, m.starts_on as "startsOn", m.ends_on as "endsOn",
            case when m.principal = $1 then 'given' else 'received' end as side,
            case when m.principal = $1 then coalesce(m.agent_name ->> 'mask', h.name)
                 else coalesce(p.firm_name, p.name ->> 'mask') end as other,
            m.agent is not null or m.helper is not null as "isBound",
            m.state = 'in-force' and m.ends_on >= $2 as "isInForce"
       from mandate m join applicant p on p.id = m.principal left join account h on h.id = m.helper
      where m.principal = $1 or m.agent = $1
      order by (m.state = 'in-force' and m.ends_on >= $2) desc, m.id desc limit 200`,
    [id, dayOf(app.now())],
  );
  return found as unknown as readonly MyMandate[];
}
