import { sql, type RawBuilder } from 'kysely';
import type { Rights } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Reader } from '#lib/db/reader.ts';
import { instantOf, type Instant } from '#lib/time.ts';
import { makeCorrection } from '../after/correct.ts';
import { flagGreen } from '../after/green.ts';
import { answerObjection } from '../after/object.ts';
import { grantExtension } from '../extension/answer.ts';
import { DECIDING } from '../halt/agreed.ts';
import { setHearingDay } from '../special/hearing/set-day.ts';
import { UNDECIDED } from '../words.ts';
import { lightOf, NEARER, type Marks } from './lights.ts';
import { reachOf } from './reach.ts';

interface Looking {
  readonly db: Reader;
  readonly by: Person;
  readonly scopes: ScopeTree;
  readonly marks: Marks;
}
interface Wish {
  readonly may: Rights;
  /** Rows with who asked and by when it must be settled. */
  readonly rows: (by: Person) => RawBuilder<unknown>;
}
const among = (states: readonly string[] | null | undefined): RawBuilder<unknown> =>
  sql`state = any(${[...(states ?? [])]}::text[])`;

/** One that stands in its case as a value: `askedBy`, `askedAt`, `reason`. */
const inCase = (
  kind: RawBuilder<unknown>,
  asked: RawBuilder<unknown>,
  { dueAt, only }: { readonly dueAt: RawBuilder<unknown>; readonly only: RawBuilder<unknown> },
): RawBuilder<unknown> => sql`
  select ${kind} as kind, 'case-file' as noun, id, number, id as case_id, number as case_number, item_name,
      department, place, conflicts, ${asked} ->> 'reason' as reason, ${asked} ->> 'askedBy' as asked_by,
      (${asked} ->> 'askedAt')::timestamptz as asked_at, ${dueAt} as due_at
    from case_file where ${asked} is not null and ${only}`;

/** One that is a record of its own and hangs on a case. */
const besideCase = (
  kind: string,
  { noun, table, state, by, at, says, dueAt }: Readonly<Record<string, RawBuilder<unknown>>>,
): RawBuilder<unknown> => sql`
  select ${kind}::text as kind, ${noun} as noun, h.id, h.number, h.case_id, h.case_number, h.item_name, h.department,
      h.place, c.conflicts, ${says} as reason, ${by} as asked_by, ${at} as asked_at, ${dueAt} as due_at
    from ${table} h join case_file c on c.id = h.case_id where h.state = ${state}`;

const [EXTENSION, HALT, GREEN] = [sql`asked_extension`, sql`asked_halt`, sql`asked_green`];
const NOBODY = sql`null::text`;
/** Until the case is decided its nearer limit; afterwards nothing says by when. */
const UNTIL_DECIDED = sql`case when c.decided_at is null then least(c.legal_due_at, c.promised_due_at) end`;

/** Each with the rights of the action that settles it: whoever may do that has it among their tasks. */
const WISHES: readonly Wish[] = [
  {
    may: grantExtension.may,
    rows: () =>
      inCase(sql`'extension'`, EXTENSION, { dueAt: sql`legal_due_at`, only: among(grantExtension.from) }),
  },
  {
    may: DECIDING,
    // Who accepted a separated case may not agree to it either.
    rows: ({ id }) =>
      inCase(sql`asked_halt ->> 'what'`, HALT, {
        dueAt: NEARER,
        only: sql`${among(UNDECIDED)} and not (is_separated and accepted_by is not distinct from ${id}::uuid)`,
      }),
  },
  {
    may: flagGreen.may,
    rows: () =>
      inCase(sql`'green'`, GREEN, {
        // The last minute of the day until which it is asked for, here.
        dueAt: sql`(((asked_green ->> 'until')::date + time '23:59') at time zone 'Asia/Shanghai')`,
        only: among(flagGreen.from),
      }),
  },
  {
    may: makeCorrection.may,
    rows: () =>
      besideCase('correction', {
        noun: sql`'decision-correction'`,
        table: sql`decision_correction`,
        state: sql`'proposed'`,
        by: sql`h.proposed_by::text`,
        at: sql`h.proposed_at`,
        says: sql`h.reason`,
        dueAt: sql`null::timestamptz`,
      }),
  },
  {
    may: answerObjection.may,
    rows: () =>
      besideCase('objection', {
        noun: sql`'case-objection'`,
        table: sql`case_objection`,
        state: sql`'registered'`,
        by: NOBODY,
        at: sql`h.raised_at`,
        says: sql`h.statement`,
        dueAt: UNTIL_DECIDED,
      }),
  },
  {
    may: setHearingDay.may,
    rows: () =>
      besideCase('hearing', {
        noun: sql`'hearing'`,
        table: sql`hearing`,
        state: sql`'asked'`,
        by: NOBODY,
        at: sql`h.asked_at`,
        says: NOBODY,
        dueAt: sql`c.hearing_due_at`,
      }),
  },
];

/** Roles that settle any of them. */
export const SETTLING: Rights = Object.assign({}, ...WISHES.map(({ may }) => may));

interface Found {
  readonly dueAt: Date | null;
  readonly askedAt: Date;
  readonly [more: string]: unknown;
}
const at = (value: Date | null): Instant | null => (value === null ? null : instantOf(new Date(value)));

/**
 * 待批准的请求 — what somebody asked for and the asker may settle: by their role and scope, not their own wish and in no
 * case in which they declared an interest. What is due first on top.
 */
export async function waitingRequests({ db, by, scopes, marks }: Looking, most: number) {
  const mine = WISHES.flatMap(({ may, rows }) => {
    const reach = reachOf(may, by, scopes);
    return reach ? [sql`(select * from (${rows(by)}) as wish where ${reach})`] : [];
  });
  if (mine.length === 0) return [];
  const { rows } = await sql<Found>`
    select kind, noun, id, number, case_id, case_number, item_name, department, reason, asked_at, due_at
      from (${sql.join(mine, sql` union all `)}) as open
      where asked_by is distinct from ${by.id}
        and not coalesce(conflicts @> ${JSON.stringify([{ person: by.id }])}::jsonb, false)
      order by due_at nulls last, asked_at, id limit ${most}`.execute(db);
  return rows.map((row) => {
    const dueAt = at(row.dueAt);
    return { ...row, askedAt: at(row.askedAt), dueAt, light: lightOf(dueAt, marks) };
  });
}
