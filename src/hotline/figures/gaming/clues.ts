import { sql, type RawBuilder } from 'kysely';
import type { Period } from '../bulletin/period.ts';
import { addDays, startOfDay, ZONE } from '#lib/time.ts';
import { ENDED } from '../../order/words.ts';
import type { GamingRules } from './rules.ts';

/** Where orders may have been moved for the figures' sake. */
export interface Clue {
  readonly name: string;
  readonly title: string;
  /** What is listed, in one sentence with its bound. */
  readonly about: string;
  /** Rows `who, at, n, orders (ids)`; newest first. */
  readonly rows: RawBuilder<unknown>;
}
interface Looking {
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly rules: GamingRules;
  /** Which orders the asker may see. */
  readonly sight: RawBuilder<unknown>;
}

const SYSTEM_ID = '00000000-0000-7000-8000-000000000000';
/** Whether a moment lies in the days. */
export const isIn = (at: RawBuilder<unknown>, { from, to }: Looking['period']): RawBuilder<unknown> =>
  sql`${at} >= ${startOfDay(from)}::timestamptz and ${at} < ${startOfDay(addDays(to, 1))}::timestamptz`;
const minutes = (n: number): RawBuilder<unknown> => sql`make_interval(mins => ${n}::int)`;
const local = (at: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${at} at time zone ${sql.lit(ZONE)})`;

/** What was done with orders in the days: one row an act. */
const deeds = ({ period, sight }: Looking): RawBuilder<unknown> => sql`
  select e.person, e.person_name, e.action, e.at, e.changes, e.details, row.id, row.handler
    from ledger_entry e join work_order as row on row.id = e.subject
   where e.noun = 'work-order' and ${isIn(sql`e.at`, period)} and ${sight}`;
/** The same, as far as people did it. */
const acts = (looking: Looking): RawBuilder<unknown> =>
  sql`${deeds(looking)} and e.person <> ${SYSTEM_ID}::uuid`;

const beforeLimit = ({ period, rules, sight }: Looking): RawBuilder<unknown> => sql`
  select null as who, replied_at as at, 1 as n, array[id] as orders from work_order as row
   where replied_at <= due_at and replied_at >= due_at - ${minutes(rules.minutesBefore)}
     and ${isIn(sql`replied_at`, period)} and ${sight}`;

const massInMinute = (looking: Looking): RawBuilder<unknown> => sql`
  select person_name as who, min(at) as at, count(distinct id)::int as n, array_agg(distinct id) as orders
    from (${acts(looking)}) as act
   group by person, person_name, date_trunc('minute', at)
  having count(distinct id) >= ${looking.rules.massInMinute}`;

const massAtMidnight = (looking: Looking): RawBuilder<unknown> => sql`
  select person_name as who, min(at) as at, count(distinct id)::int as n, array_agg(distinct id) as orders
    from (${acts(looking)}) as act
   where ${local(sql`at`)}::time >= time '24:00' - ${minutes(looking.rules.lastMinutesOfDay)}
   group by person, person_name, ${local(sql`at`)}::date
  having count(distinct id) >= ${looking.rules.massAtMidnight}`;

/** The deadline as it stood then: the entry remembers the measured columns before. */
const lateExtensions = (looking: Looking): RawBuilder<unknown> => sql`
  select person_name as who, at, 1 as n, array[id] as orders from (${acts(looking)}) as act
   where action = 'ask-extension'
     and (changes -> 0 -> 'was' ->> 'countedDueAt')::timestamptz - at
         between interval '0' and make_interval(hours => ${looking.rules.extensionHoursBefore}::int)`;

/** Somebody who signs or replies for a unit calls back what that unit answered. */
const ownCallBacks = (looking: Looking): RawBuilder<unknown> => sql`
  with act as materialized (${acts(looking)}),
       worker as (select distinct person, handler from act where action in ('sign', 'reply'))
  select person_name as who, at, 1 as n, array[id] as orders from act
   where action = 'call-back' and exists (
     select from worker w where w.person = act.person and w.handler = act.handler)`;

/** One hand answers, and lets the answer pass or files it as done: nobody else has read it. The answer may be of an earlier day. */
const ownReviews = (looking: Looking): RawBuilder<unknown> => sql`
  select person_name as who, max(at) as at, 1 as n, array[id] as orders from (${acts(looking)}) as act
   where action in ('approve-reply', 'close') and exists (
     select from ledger_entry r
      where r.noun = 'work-order' and r.subject = act.id and r.action = 'reply' and r.person = act.person)
   group by id, person, person_name`;

/** Not what the office answered directly: the same question from the knowledge base deserves the same answer. */
const sameReplies = ({ period, rules, sight }: Looking): RawBuilder<unknown> => sql`
  select null as who, max(replied_at) as at, count(*)::int as n, array_agg(id order by id) as orders
    from work_order as row
   where length(reply) >= ${rules.sameReplyLength} and handler is not null and is_recorded is null
     and ${isIn(sql`replied_at`, period)} and ${sight}
   group by md5(reply) having count(*) > 1`;

/** What ends an order, or takes it out of the rates, whoever does it. */
const ENDING = ['void', 'grant-void', 'merge', 'withdraw', 'take-back', 'return-to-city', 'grant-exclusion'];
/** What opens one again; beside these whatever leads from closed into a state that is not. */
const OPENING = ['reopen', 'rework-from-city', 'resume'];

/**
 * Ends or opens again what a past year had counted; for what was never due, the year it was registered in. What the
 * program takes up again because something else was withdrawn is among them, and history brought in once more that says
 * something else of what is counted: they change the year as much.
 */
const afterYear = (looking: Looking): RawBuilder<unknown> => sql`
  select person_name as who, at, 1 as n, array[id] as orders from (${deeds(looking)}) as act
   where (person <> ${SYSTEM_ID}::uuid or action in ('resume', 'amend-record'))
     and (action = any(${[...ENDING, ...OPENING]}::text[])
          or (action = 'amend-record' and changes -> 0 -> 'was' is distinct from changes -> 0 -> 'is')
          or (changes -> 0 -> 'was' ->> 'state' = any(${[...ENDED]}::text[])
              and changes -> 0 -> 'is' ->> 'state' = any(${['reopened', 'joint-review', 'registered']}::text[])))
     and extract(year from ${local(sql`at`)}) > extract(year from ${local(sql`
       coalesce(changes -> 0 -> 'was' ->> 'countedDueAt', changes -> 0 -> 'was' ->> 'registeredAt')::timestamptz`)})`;

/** The caller had been spoken with about the same answer; the first word counts, but why was there a second call? */
const calledAgain = (looking: Looking): RawBuilder<unknown> => sql`
  select person_name as who, at, 1 as n, array[id] as orders from (${acts(looking)}) as act
   where action = 'call-back' and changes -> 0 -> 'set' -> 'callBacks' -> -1 ->> 'reason' is not null`;

/** Every clue over these days. */
export const cluesOf = (looking: Looking): readonly Clue[] => {
  const { rules } = looking;
  return [
    {
      name: 'before-limit',
      title: '踩点答复',
      about: `在期限前 ${rules.minutesBefore} 分钟以内才答复的`,
      rows: beforeLimit(looking),
    },
    {
      name: 'mass-in-minute',
      title: '一分钟内集中办理',
      about: `同一人在同一分钟内办理 ${rules.massInMinute} 件以上的`,
      rows: massInMinute(looking),
    },
    {
      name: 'mass-at-midnight',
      title: '零点前集中办理',
      about: `同一人在一日最后 ${rules.lastMinutesOfDay} 分钟内办理 ${rules.massAtMidnight} 件以上的`,
      rows: massAtMidnight(looking),
    },
    {
      name: 'late-extension',
      title: '临期申请延期',
      about: `在期限前 ${rules.extensionHoursBefore} 小时以内才申请延期的`,
      rows: lateExtensions(looking),
    },
    {
      name: 'own-call-back',
      title: '自办自访',
      about: '为承办单位签收或答复过的人，又回访该单位办理的工单',
      rows: ownCallBacks(looking),
    },
    {
      name: 'own-review',
      title: '自办自审',
      about: '同一人答复，又由本人审核通过或办结同一件工单的',
      rows: ownReviews(looking),
    },
    {
      name: 'same-reply',
      title: '答复雷同',
      about: `承办单位对不同工单的答复一字不差（${rules.sameReplyLength} 字以上）`,
      rows: sameReplies(looking),
    },
    {
      name: 'after-year',
      title: '跨年改动',
      about:
        '应办理所在年度（没有应办理的按登记年度）过后，才作废、重办、返工、合并、撤回、恢复、退回、剔除，或者重新导入时改了计数内容的',
      rows: afterYear(looking),
    },
    {
      name: 'called-again',
      title: '重复回访',
      about: '同一次答复已经回访过诉求人，又说明理由再次回访的',
      rows: calledAgain(looking),
    },
  ];
};
