import type { Noun, RowOf } from '#lib/action/noun.ts';
import { measure, sum, type Predicate, type Sum } from '#lib/measure.ts';

interface Standing<R> {
  readonly name: string;
  /** Of a definition that changed since it was first counted. */
  readonly version?: number;
  readonly title: string;
  /** 口径, without its time. */
  readonly basis: string;
  /** Since when it stands, and from when it no longer does. */
  readonly from: Extract<keyof R, string>;
  readonly until: Extract<keyof R, string>;
  readonly by: Extract<keyof R, string>;
  readonly where: Predicate<R>;
}

/** 截至期末 — what began by the end of the time asked for, less what had ended by then. */
export function standing<N extends Noun>(
  noun: N,
  { name, version = 1, title, basis, from, until, by, where }: Standing<RowOf<N>>,
): Sum {
  const half = (on: Standing<RowOf<N>>['from'], suffix: string, words: string) =>
    measure(noun, {
      name: `${name}-${suffix}`,
      version,
      title: `${title}（${words}）`,
      basis: `${basis}；截至期末${words}的，含其后变化`,
      on,
      by,
      where,
      isStanding: true,
    });
  return sum({
    name,
    version,
    title,
    basis: `${basis}；截至期末，起始的减去已终止的，其他情况以现在的记录为准`,
    plus: [half(from, 'begun', '已起始')],
    minus: [half(until, 'ended', '已终止')],
  });
}
