import { day, instant, integer, json, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import type { Callable, Stratum } from './draw-orders.ts';
import type { Members } from './members.ts';
import type { SamplingRules } from './rules.ts';

/** What ended in the period and could not be drawn, by reason. */
export interface Outside {
  /** No number to call: anonymous. */
  readonly withoutPhone: number;
  readonly drawnBefore: number;
  /** Their callers have said what they think: nobody is asked twice. */
  readonly calledBack?: number;
  readonly excluded: number;
}

/** 回访抽样 — one draw: asked for by a person, made by the program a moment later, and never again. */
export const callBackDraw = noun({
  name: 'call-back-draw',
  as: 'draw',
  path: 'call-back-draws',
  title: '回访抽样',
  states: { drawing: '抽取中', drawn: '已抽取' },
  columns: {
    place: text('区划'),
    fromOn: day('办结日期自'),
    toOn: day('办结日期至'),
    seed: text('随机种子'),
    wantedSize: integer('指定样本量').orNull(),
    rules: json<SamplingRules>('抽样规则'),
    askedAt: instant('申请时间'),
    drawnAt: instant('抽取时间').orNull(),
    population: integer('总体').orNull(),
    size: integer('样本量').orNull(),
    outside: json<Outside>('不在总体内').orNull(),
    strata: json<readonly Stratum[]>('分层').orNull(),
    /** What was drawn from, at the moment of asking. */
    members: json<readonly Members[]>('总体名单').orNull(),
    membersDigest: text('总体名单摘要（SHA-256）').orNull(),
    drawn: json<readonly Callable[]>('抽中名单').orNull(),
  },
  series: 'CY',
  see: { 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  filters: ['place'],
});
export type CallBackDraw = RowOf<typeof callBackDraw>;
