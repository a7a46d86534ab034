import type { Statement } from '../text/statement.ts';
import { isHeadcount } from './rate-names.ts';

/**
 * 食品抽检1860批次，合格1836批次，合格率98.7%；药品抽检120批次，合格率100%: once another thing has been counted, the count
 * before it answers no rate any more. `between` stands from the count to the rate.
 */
export function isSpent(top: Statement, rate: Statement, between: readonly Statement[]): boolean {
  const own = between.filter((other) => other.role === 'level' && isHeadcount(other.figure));
  if (top.segment !== rate.segment && own.some((other) => other.segment === rate.segment)) return true;
  const answered = between.findIndex((other) => isAnswer(other, rate));
  return answered >= 0 && between.slice(answered + 1).some((other) => own.includes(other));
}

/** A rate of the same name has already been said of it. */
const isAnswer = (other: Statement, rate: Statement): boolean =>
  other.role === 'level' &&
  other.figure.unit.dimension === 'rate' &&
  nameOf(other) === nameOf(rate) &&
  nameOf(rate) !== '';

const nameOf = ({ subject }: Statement): string =>
  /([\u4e00-\u9fff]{2}[率度])\S{0,3}$/.exec(subject)?.[1] ?? '';
